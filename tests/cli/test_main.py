"""What holds for every command: how it ends when its output cannot be written, and what an unknown name is told."""

import os
import sys
from pathlib import Path

import pytest

from facta.cli import main

FULL = Path("/dev/full")
COMMANDS = (("--help",), ("--version",), ("who", "Merkel"), ("show", "{page}"), ("read", "{page}", "--format", "text"))
PRINTS = (*COMMANDS, ("code", "{page}"), ("code", "{page}", "--format", "table"), ("events", "--store", "{store}"))


def end(args, out, monkeypatch):
    """Exit code of a command that writes to an open file."""
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        with pytest.raises(SystemExit) as stop:
            main(list(args))
        out.close()
    return stop.value.code


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_a_full_disk_is_one_line(store, page, monkeypatch, capfdbinary):
    """Whichever command writes, and however it does."""
    for args in PRINTS:
        capfdbinary.readouterr()
        code = end([a.format(page=page, store=store) for a in args], FULL.open("w"), monkeypatch)
        said = [
            line
            for line in capfdbinary.readouterr().err.decode().splitlines()
            if line.startswith("facta: ") and "written" in line
        ]
        assert (args, 1, ["facta: the output cannot be written: No space left on device."]) == (args, code, said)


def test_a_closed_pipe_ends_every_command_quietly(store, page, monkeypatch, capfdbinary):
    """`| head -1` is no failure, whoever does the printing."""
    for args in PRINTS:
        capfdbinary.readouterr()
        there, here = os.pipe()
        os.close(there)
        code = end([a.format(page=page, store=store) for a in args], os.fdopen(here, "w"), monkeypatch)
        assert (args, 0, False) == (args, code, b"Traceback" in capfdbinary.readouterr().err)


def test_without_a_word_the_help_is_shown(facta):
    """As `--help` shows it: on stdout, without an error."""
    done = facta()
    assert (0, facta("--help").out, "") == (done.code, done.out, done.err)
    assert done.out.startswith("Usage: facta")


def test_an_unknown_command_is_told_the_names_as_they_are_typed(facta):
    """With the nearest."""
    done = facta("evnts")
    assert (2, True, False) == (done.code, "Did you mean 'events'" in done.err, "export_site" in done.err)
    assert "export-site" in done.err


def test_a_settings_file_that_is_not_there_is_a_slip(facta, monkeypatch, tmp_path):
    """Told in a line, with the code of a wrong call."""
    monkeypatch.setenv("FACTA_SETTINGS", str(tmp_path / "missing.toml"))
    done = facta("events")
    assert (2, 1, True) == (done.code, len(done.lines), "missing.toml" in done.err)


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("serve", "news.duckdb"), True),
        (("serve", "news.txt"), False),
        (("triads", "RUS", "CHN", "news.duckdb", "USA"), True),
        (("relations", "RUS", "CHN", "USA", "--store", "news.duckdb"), False),
    ],
)
def test_a_store_in_the_wrong_place_is_told_where_it_goes(args, hint, capsys):
    """Whoever types it as an argument learns the option."""
    with pytest.raises(SystemExit) as stop:
        main(list(args))
    said = capsys.readouterr().err
    assert (2, 1) == (stop.value.code, said.count("\n"))
    assert hint == ("A store is named with --store FILE." in said)


@pytest.mark.parametrize(
    ("args", "option"),
    [
        (("quotes", "--actor", "CHN", "--speaker", "lavrov"), "--actor or --speaker"),
        (("events", "--actor=RUS", "--actor", "CHN"), "--actor"),
        (("relations", "USA", "CHN", "--since", "2016", "--since", "2018"), "--since"),
    ],
)
def test_an_option_of_one_value_is_not_given_twice(facta, args, option):
    """Nothing is left out unsaid: an answer about the last value alone would look like one about both."""
    done = facta(*args)
    assert (2, "", f"facta: {option} takes one value, but 2 are given. Try: facta {args[0]} --help") == (
        done.code,
        done.out,
        done.err.strip(),
    )


def test_what_may_be_given_again_is(facta, store):
    """Types add up, and a flag twice is a flag."""
    assert 0 == facta("events", "--type", "AID", "--type", "CONSULT", "--store", store).code
    assert 0 == facta("relations", "NOR", "CHL", "--both", "--both", "--store", store).code
    wrong = facta("events", "--actor", "RUS", "--actor")
    assert (2, True) == (wrong.code, wrong.err.startswith("facta: Option '--actor' requires an argument."))


def test_a_value_that_an_option_lacks_is_told_with_the_command(facta):
    """Which is where its help stands."""
    done = facta("ledger", "CHN", "RUS", "--confirm", "e1")
    assert (2, "facta: Option '--confirm' requires 2 arguments. Try: facta ledger --help") == (done.code, done.err.strip())


@pytest.mark.parametrize(
    "args",
    [("who", "\udcff"), ("events", "--actor", "\udcff"), ("pages", "--words", "\udcff"), ("explain", "\udcffabcdef")],
)
def test_what_is_not_text_is_one_line(facta, store, args):
    """A shell can hand over any bytes."""
    done = facta(*args, *(() if args[0] == "who" else ("--store", store)))
    assert (2, "", 1, True) == (done.code, done.out, len(done.lines), "not UTF-8" in done.err)


def test_a_number_of_any_size_is_a_limit(facta, store):
    """More rows than there can be are all rows."""
    counted = [facta("events", "--store", store, "--count", *more).out for more in ((), ("--limit", str(10**20)))]
    assert counted[0] == counted[1] != "0\n"
    assert facta("events", "--store", store).out == facta("events", "--store", store, "--limit", str(10**20)).out


@pytest.mark.parametrize(
    "args",
    [
        ("events", "--actor", ""),
        ("quotes", "--speaker", " "),
        ("threads", "--words", ""),
        ("pages", "--outlet", ""),
        ("stories", "--recipient", ""),
        ("export", "--format", "csv", "--actor", ""),
    ],
)
def test_an_empty_name_asks_for_nobody_and_not_for_everybody(facta, store, args):
    """As from a variable that is not set."""
    done = facta(*args, "--store", store)
    assert (2, "", 1) == (done.code, done.out, len(done.lines))


def completed(monkeypatch, capsys, words):
    """What a shell is offered for the last of some words."""
    monkeypatch.setenv("_FACTA_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split(" ")) - 1))
    monkeypatch.setattr(sys, "argv", ["facta"])
    with pytest.raises(SystemExit) as stop:
        main()
    got = capsys.readouterr()
    assert (0, "") == (stop.value.code, got.err)
    return got.out.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("facta pa", ["plain,pages"]),
        ("facta pages --out", ["plain,--outlet"]),
        ("facta relations CHN RUS --by qu", ["plain,quarter"]),
        ("facta code pag", ["file,pag"]),
        ("facta events --store ne", ["file,ne"]),
        ("facta nosuch --x", []),
        ("facta events --actor RUS --actor CHN --li", ["plain,--limit"]),
    ],
)
def test_a_shell_completes_commands_options_and_files(monkeypatch, capsys, words, offered):
    """And is told nothing of what is wrong in the line."""
    assert offered == completed(monkeypatch, capsys, words)
