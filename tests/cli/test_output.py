"""What commands write to stdout."""

import io
import json
import sys

import pytest
from rich.console import Console
from rich.text import Text

from facta.cli import output
from facta.errors import FactaError, UsageError
from facta.records import decode
from tests.cli.reading_makers import event, reading


class Stdout(io.TextIOWrapper):
    """Stdout as a file or a terminal."""

    def __init__(self, *, terminal=False):
        super().__init__(io.BytesIO(), "utf-8")
        self.terminal = terminal

    def isatty(self):
        return self.terminal

    @property
    def told(self):
        self.flush()
        return self.buffer.getvalue().decode()


@pytest.fixture
def stdout(monkeypatch):
    """A new stdout: `stdout(terminal=True)`."""

    def made(**how):
        out = Stdout(**how)
        monkeypatch.setattr(sys, "stdout", out)
        return out

    return made


def written(form, readings, person="table"):
    """Write readings in a form."""
    with output.readings(form, person=person) as write:
        for one in readings:
            write(one)


def test_each_reading_is_a_line_as_soon_as_it_is_done(stdout):
    """The next program in a pipe need not wait."""
    out = stdout()
    with output.readings(None, person="text") as write:
        write(reading())
        assert 1 == len(out.told.splitlines())
        write(reading("Other words."))
    assert ["Peru met Chile", "Other words."] == [
        decode(line.encode()).page.text.split("\n")[0] for line in out.told.splitlines()
    ]


@pytest.mark.parametrize("many", [0, 1, 3])
def test_an_array_is_valid_whatever_it_holds(stdout, many):
    """Also when it is empty."""
    out = stdout()
    written("json", [reading()] * many)
    assert many == len(json.loads(out.told))


@pytest.mark.parametrize(("person", "word"), [("table", "who → whom"), ("text", "headline")])
def test_a_person_at_a_terminal_gets_the_readable_form(stdout, person, word):
    """Unasked; a program gets lines."""
    out = stdout(terminal=True)
    written(None, [reading(events=(event(),))], person)
    assert word in out.told and not out.told.startswith("{")


def test_nothing_is_written_where_nothing_is_wanted(stdout):
    """All goes into a store."""
    out = stdout()
    written("none", [reading()])
    assert "" == out.told


def test_words_cannot_steer_the_terminal():
    """The page's own style stays."""
    screen = Console(file=io.StringIO(), force_terminal=True, width=80, color_system="standard", legacy_windows=False)
    screen.print(output.Harmless(Text("a\x1b[2Jb\u202ec\x07", "bold")))
    told = screen.file.getvalue()
    assert "\x1b[2J" not in told and "\u202e" not in told and "\x07" not in told
    assert "\x1b[1m" in told


def test_a_page_is_as_wide_as_can_be_read_where_nothing_tells(stdout, monkeypatch):
    """COLUMNS tells; a word in it does not."""
    stdout()
    widths = []
    for told in ("", "60", "wide"):
        monkeypatch.setenv("COLUMNS", told)
        widths.append(output.console().width)
    assert [output.WIDTH, 60, output.WIDTH] == widths


@pytest.mark.parametrize("path", ["a.png", "a", "svg", ".svg", ""])
def test_a_picture_ends_in_svg(path):
    """Said before anything is read."""
    with pytest.raises(UsageError, match=r"end the file's name in \.svg"):
        output.check_picture(path)
    output.check_picture("a.SVG")


def test_a_saved_picture_loads_nothing(stdout, tmp_path):
    """No font from the web."""
    stdout()
    screen = output.console(record=True)
    screen.print("Peru met Chile")
    output.save_picture(screen, str(tmp_path / "a.svg"))
    svg = (tmp_path / "a.svg").read_text("utf-8")
    assert "Peru" in svg and "@font-face" not in svg and "url(http" not in svg
    with pytest.raises(FactaError, match="cannot be written: No such file"):
        output.save_picture(screen, str(tmp_path / "no" / "a.svg"))


def test_what_is_written_passes_on(stdout):
    """To whoever stores it."""
    stdout()
    seen = []
    pairs = [(reading(), "d1"), (reading("Other."), "d2")]
    assert pairs == list(output.shown(iter(pairs), seen.append))
    assert [pair[0] for pair in pairs] == seen
