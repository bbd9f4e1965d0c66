"""`facta forget`."""

from shutil import copy

from facta.store import open_store


def test_a_page_goes_with_all_that_was_made_of_it(facta, asked, tmp_path):
    """And the stories forget it too; what is lost is counted."""
    path = copy(asked, tmp_path / "own.duckdb")
    done = facta("forget", "https://example.org/visit", "--store", path)
    assert (0, "") == (done.code, done.out)
    assert "has forgotten https://example.org/visit: 1 page, 3 comments, 1 quote, 2 events, 1 actor." in done.err
    with open_store(path, read_only=True) as store:
        assert (3, 0) == (store.summary().pages, store.summary().quotes)
        assert 0 == next(iter(store.sql("SELECT count(*) AS n FROM stories WHERE type = 'CONSULT'")))["n"]


def test_a_page_that_is_not_there_is_told_with_the_nearest(facta, asked, tmp_path):
    """Nothing is lost."""
    path = copy(asked, tmp_path / "own.duckdb")
    done = facta("forget", "https://example.org/vsit", "--store", path)
    assert (1, "", 1) == (done.code, done.out, len(done.lines))
    assert "Nearest: https://example.org/visit" in done.err
    with open_store(path, read_only=True) as store:
        assert 4 == store.summary().pages


def test_no_store_is_made_to_forget_from(facta, tmp_path):
    """It is said that there is none."""
    assert 0 != facta("forget", "a", "--store", tmp_path / "no.duckdb").code
    assert [] == list(tmp_path.iterdir())
