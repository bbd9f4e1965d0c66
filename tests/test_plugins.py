"""Parts are found by their file names."""

import sys

import pytest

from facta import plugins
from facta.errors import UsageError


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


def test_a_private_module_is_no_part(tmp_path, monkeypatch):
    """A module whose name starts with an underscore is a helper of the others."""
    package = tmp_path / "some_parts"
    package.mkdir()
    for name in ("__init__", "_shared", "one"):
        (package / f"{name}.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    assert ["one"] == plugins.names("some_parts")
