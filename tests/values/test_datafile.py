"""Files of knowledge, each in the form that its room declares."""

import re

import pytest

from facta.errors import DataError
from facta.values.datafile import Form, Words, either, load


class Ships(Form):
    names: Words
    masts: int


@pytest.fixture
def package(tmp_path, monkeypatch):
    """The folder of a package of a test's own, for files of our own making."""
    (tmp_path / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path.parent)
    return tmp_path


def test_a_file_is_read_once_in_its_form(package):
    """Words keep their order; what was read stays, whatever becomes of the file."""
    file = package / "ships.toml"
    file.write_text('names = ["Argo", "Ada"]\nmasts = 2\n')
    read = load(package.name, "ships.toml", Ships)
    file.unlink()
    assert Ships(names=("Argo", "Ada"), masts=2) == read
    assert read is load(package.name, "ships.toml", Ships)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("names = []\nmast = 2\nmasts = 2\n", r"ships\.toml: No key 'mast'\. Did you mean 'masts'\? Known: masts, names\."),
        ("names = []\n", r"ships\.toml: Object missing required field `masts`\."),
        ("names = [1]\nmasts = 2\n", r"ships\.toml: Expected `str`, got `int` - at `\$\.names\[0\]`\."),
        ('names = "Argo"\nmasts = 2\n', r"ships\.toml: Expected `array`, got `str` - at `\$\.names`\."),
        ("names = [\n", r"ships\.toml: not a TOML file: .*"),
    ],
)
def test_a_slip_in_a_file_is_one_clear_line(package, text, message):
    """It names the file and the key, and what would be right."""
    (package / "ships.toml").write_text(text)
    with pytest.raises(DataError) as caught:
        load(package.name, "ships.toml", Ships)
    assert re.fullmatch(message, str(caught.value)), str(caught.value)


def test_the_keys_of_a_plain_table_are_free_but_not_their_kind(package):
    """Such a file is itself the list of its keys."""
    (package / "docks.toml").write_text('east = ["a"]\nwest = 3\n')
    with pytest.raises(DataError, match=r"docks\.toml: Expected `array`, got `int`"):
        load(package.name, "docks.toml", dict[str, Words])
    (package / "docks.toml").write_text('east = ["a"]\n')
    assert {"east": ("a",)} == load(package.name, "docks.toml", dict[str, Words])


def test_either_pattern_fits():
    """Each of them, and nothing else."""
    pattern = re.compile(either(["previously", "former(?:ly)?"]))
    assert [True, True, False] == [bool(pattern.fullmatch(word)) for word in ("previously", "former", "later")]
