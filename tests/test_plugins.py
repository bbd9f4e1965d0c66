"""Parts are found by their file names."""

import sys
from importlib import import_module

import pytest

from facta import plugins
from facta.errors import DataError, UsageError


def test_a_part_is_a_file_of_its_package():
    """The commands of the command line are the files of its package."""
    assert "code" in plugins.names("facta.cli.commands")


def test_listing_parts_imports_none():
    """Names are known without loading what they stand for."""
    sys.modules.pop("facta.engine.local", None)
    plugins.names("facta.engine")
    assert "facta.engine.local" not in sys.modules


def test_an_unknown_part_names_those_that_exist():
    """The error says what was asked, the nearest name and all names."""
    with pytest.raises(UsageError, match=r"No engine 'locl'\. Did you mean 'local'\? Known: .*local"):
        plugins.load("facta.engine", "locl")


def test_a_part_that_lacks_something_is_told_what(tmp_path, monkeypatch):
    """Whoever writes one learns at once what its package wants."""
    package = tmp_path / "other_parts"
    package.mkdir()
    (package / "__init__.py").write_text('PARTS = ("SHAPE", "size", "write")')
    (package / "one.py").write_text("def size(): ...")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(
        DataError, match=r"other_part 'one' \(other_parts\.one\) lacks SHAPE, write; one must have SHAPE, size, write"
    ):
        plugins.load("other_parts", "one")


@pytest.mark.parametrize(
    "package",
    "facta.read.platforms facta.read.sources facta.store.exports facta.engine facta.cli.commands facta.web.views".split(),
)
def test_every_kind_of_part_says_what_one_has(package):
    """And ours have it, but for an engine whose library is not installed."""
    assert import_module(package).PARTS
    if package != "facta.engine":
        assert len(plugins.names(package)) == len(plugins.load_all(package))


def test_a_private_module_is_no_part(tmp_path, monkeypatch):
    """A module whose name starts with an underscore is a helper of the others."""
    package = tmp_path / "some_parts"
    package.mkdir()
    for name in ("__init__", "_shared", "one"):
        (package / f"{name}.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    assert ["one"] == plugins.names("some_parts")
