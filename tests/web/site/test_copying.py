"""The copy is written along every link, into a folder that appears only when it is whole."""

import pytest

from facta.errors import FactaError, UsageError
from facta.store import Store
from facta.web.site import copying
from facta.web.site.copying import export
from tests.web.site.site_makers import small


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A store of one pair."""
    return small(tmp_path_factory.mktemp("small") / "news.duckdb")


def test_a_copy_holds_the_pages_that_its_views_cite(path, tmp_path):
    """With fonts and their licences; what is counted is there."""
    (tmp_path / "site").mkdir()
    told = []
    found = export(path, tmp_path / "site", tell=told.append)
    names = {file.relative_to(found.folder).as_posix() for file in found.folder.rglob("*") if file.is_file()}
    assert {
        "index.html",
        "search.html",
        "pair/CHN/RUS/index.html",
        "page/a/index.html",
        "page/b/index.html",
        "static/base.css",
    } <= names
    assert any(name.endswith(".woff2") for name in names) and any("LICENSE" in name for name in names)
    assert (len(names), sum(name.endswith(".html") for name in names)) == (found.files, found.pages)
    assert found.bytes > 0 and [] == [word for word in told if "copied" not in word]
    assert [tmp_path / "site"] == list(tmp_path.iterdir())


@pytest.mark.parametrize("content", ["file", "folder"])
def test_nothing_is_ever_overwritten(path, tmp_path, content):
    """A file of that name, or a folder with something in it."""
    target = tmp_path / "site"
    if content == "file":
        target.write_text("mine")
    else:
        target.mkdir()
        (target / "mine").touch()
    with pytest.raises(UsageError, match="is no empty folder"):
        export(path, target)
    assert [target] == list(tmp_path.iterdir())


def test_a_store_that_changes_meanwhile_is_said_to_have_changed(path, tmp_path, monkeypatch):
    """And nothing is left."""

    class Changed(copying.Explorer):
        async def get(self, address):
            return None if address.startswith("/page/") else await super().get(address)

    monkeypatch.setattr(copying, "Explorer", Changed)
    with pytest.raises(FactaError, match=r"links to /page/.*, which is not there; the store was changed meanwhile"):
        export(path, tmp_path / "site")
    assert [] == list(tmp_path.iterdir())


def test_a_page_is_read_once(path, tmp_path, monkeypatch):
    """However many views lead to it, and the parts of its thread and its stories lead back."""
    asked = []
    readings = Store.readings
    monkeypatch.setattr(Store, "readings", lambda store, keys=None: asked.extend(keys) or readings(store, keys))
    export(path, tmp_path / "site")
    assert ["a", "b"] == sorted(asked)


def test_no_more_pages_are_read_than_fit(monkeypatch):
    """The first that follow, none twice; a part of a thread is read by itself."""
    monkeypatch.setattr(copying, "_AHEAD", 3)
    live = Ahead()
    copying._read_ahead(live, "/page/a", ["/page/b", "/page/b", "/page/c?thread=2", "/world", "/page/a", "/page/d", "/page/e"])
    assert [["a", "b", "d"]] == live.read
    copying._read_ahead(live, "/page/b", ["/page/e"])
    copying._read_ahead(live, "/world", ["/page/e"])
    assert 1 == len(live.read)


class Ahead:
    """Remembers what was read."""

    def __init__(self):
        self.read = []

    def has(self, key):
        return any(key in keys for keys in self.read)

    def ahead(self, keys):
        self.read.append(keys)
