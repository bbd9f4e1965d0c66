"""Pages that were fetched before."""

import pytest

from facta.read.fetch.cache import Cache, Entry


def entry(url="https://echo.example/a", etag='"1"', modified=None, body=b"One."):
    return Entry(url=url, etag=etag, modified=modified, content_type="text/html", coding=None, body=body)


def test_an_answer_is_kept_by_its_address(tmp_path):
    """And the next one in its place."""
    cache = Cache(tmp_path)
    for kept in (entry(), entry(etag='"2"', body=b"\xff\x00")):
        cache.put(kept)
        assert kept == cache.get(kept.url)
    assert cache.get("https://echo.example/b") is None
    assert [] == list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize(
    ("etag", "modified", "conditions"),
    [
        ('"1"', None, {"If-None-Match": '"1"'}),
        (None, "Tue", {"If-Modified-Since": "Tue"}),
        ('"1"', "Tue", {"If-None-Match": '"1"', "If-Modified-Since": "Tue"}),
        (None, None, {}),
        ("", "", {}),
    ],
)
def test_only_what_can_be_asked_for_by_a_condition_is_kept(tmp_path, etag, modified, conditions):
    """Else it would never be used."""
    made = entry(etag=etag, modified=modified)
    Cache(tmp_path).put(made)
    assert (conditions, bool(conditions)) == (made.conditions(), Cache(tmp_path).get(made.url) is not None)


def test_a_damaged_file_is_no_page(tmp_path):
    """Nor one that belongs to another address."""
    cache = Cache(tmp_path)
    cache.put(entry())
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    cache._path("https://echo.example/b").parent.mkdir(parents=True, exist_ok=True)
    cache._path("https://echo.example/b").write_bytes(file.read_bytes())
    file.write_bytes(file.read_bytes()[:5])
    assert (None, None) == (cache.get(entry().url), cache.get("https://echo.example/b"))


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path):
    """A page is read all the same."""
    (tmp_path / "file").write_text("mine")
    cache = Cache(tmp_path / "file")
    cache.put(entry())
    assert cache.get(entry().url) is None


def test_the_folder_is_the_users(monkeypatch, tmp_path):
    """By the setting, else where the system keeps such things."""
    monkeypatch.setenv("FACTA_SETTINGS", "/dev/null")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert tmp_path / "facta" / "pages" == Cache().folder
    monkeypatch.setenv("FACTA_FETCH_CACHE", str(tmp_path / "mine"))
    assert tmp_path / "mine" == Cache().folder
