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


@pytest.fixture
def distribution(tmp_path, monkeypatch):
    """A distribution beside ours, whose entry points are these lines."""

    def lay(*points):
        about = tmp_path / "acme-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
        (about / "entry_points.txt").write_text("\n".join(points))
        (tmp_path / "acme_lines.py").write_text("SHAPE = 'flat'\ndef write(rows, out): ...")
        (tmp_path / "acme_wrong.py").write_text("import no_such_library")
        monkeypatch.syspath_prepend(tmp_path)

    return lay


def test_another_distribution_adds_parts(distribution):
    """By an entry point of the package's name; one called as ours is takes its place."""
    distribution("[facta.store.exports]", "lines = acme_lines", "csv = acme_lines")
    assert {"lines", "csv", "json"} <= set(plugins.names("facta.store.exports"))
    assert ["acme_lines"] * 2 == [plugins.load("facta.store.exports", name).__name__ for name in ("lines", "csv")]


@pytest.mark.parametrize(
    ("module", "why"), [("acme_wrong", "No module named 'no_such_library'"), ("acme_lines:x", "has no attribute 'x'")]
)
def test_a_part_of_another_distribution_that_does_not_load_is_told_in_one_line(distribution, module, why):
    """It may stop every command, so the line says whose it is and what to do."""
    distribution("[facta.store.exports]", f"wrong = {module}")
    with pytest.raises(
        DataError, match=rf"^The export 'wrong' of acme \({module}\) does not load: .*{why}.*Mend acme, or uninstall it\.$"
    ):
        plugins.load("facta.store.exports", "wrong")
