"""The copy is written along every link, into a folder that appears only when it is whole."""

import pytest

from facta.errors import FactaError, UsageError
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
