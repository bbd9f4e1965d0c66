"""Putting pages in, one by one or many, and taking them out."""

from datetime import date

import msgspec
import pytest

from facta.errors import NotFoundError, StoreError, UsageError
from facta.store import open_store, schema
from facta.store import store as module


def renamed(reading, key, **page):
    """The same reading as another page."""
    return msgspec.structs.replace(reading, page=msgspec.structs.replace(reading.page, key=key, **page))


def test_coding_a_page_again_replaces_it(store, visit):
    """Nothing of the first coding is left, and its digest is no longer seen."""
    store.put(visit, "old")
    again = msgspec.structs.replace(visit, events=visit.events[:1], thread=(), quotes=())
    store.put(again, "new")
    assert [again] == list(store.readings())
    assert {"new"} == store.seen(["old", "new"])


def test_the_last_of_a_page_wins_within_a_batch(store, visit):
    """A page that comes twice in one batch is stored once, as it came last."""
    later = renamed(visit, visit.page.key, title="Corrected")
    store.put_many([(visit, "d1"), (later, "d2")])
    assert [later] == list(store.readings())


def test_seen_names_only_digests_of_stored_pages(store, visit):
    """An input that was never stored is not seen."""
    store.put(visit, "d1")
    assert {"d1"} == store.seen(iter(["d1", "d2"]))
    assert set() == store.seen([])


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_what_came_before_an_interruption_is_stored(store, visit, another, error):
    """Ctrl-C or a bug while the next page is coded loses no page that was handed over."""

    def coded():
        yield visit, "d1"
        yield another, "d2"
        raise error

    with pytest.raises(error):
        store.put_many(coded())
    assert [visit, another] == list(store.readings())


def test_batches_are_written_as_they_fill(store, visit, monkeypatch):
    """A full batch is in the store while the iterable still runs."""
    monkeypatch.setattr(module, "BATCH_PAGES", 2)
    seen = []

    def coded():
        for i in range(5):
            seen.append(store.summary().pages)
            yield renamed(visit, f"p{i}"), f"d{i}"

    assert 5 == store.put_many(coded())
    assert [0, 0, 2, 2, 4] == seen


def test_a_batch_that_fails_leaves_the_store_as_it_was(store, visit, another):
    """A page that cannot be stored takes its batch with it, not the pages stored before."""
    store.put(visit, "d1")
    broken = renamed(another, "p2", title="\ud800")
    with pytest.raises(UnicodeEncodeError):
        store.put_many([(renamed(visit, visit.page.key, title="New"), "d2"), (broken, "d3")])
    assert [visit] == list(store.readings())


@pytest.mark.parametrize("name", ["p0000000visit", "https://news.example/visit", "visit.html"])
def test_forget_takes_out_all_that_was_made_of_a_page(store, visit, another, name):
    """By key, url or source; the other page stays, and the digest is free again."""
    store.put_many([(visit, "d1"), (another, "d2")])
    lost = store.forget(name)
    rows = {"pages": 1, "comments": 2, "quotes": 1, "events": 3, "passing": 0, "actors": 1, "set_aside": 0, "corrections": 0}
    assert rows == lost
    assert [another] == list(store.readings())
    assert {"d2"} == store.seen(["d1", "d2"])


def test_forget_asks_back_when_several_pages_are_meant(store, visit, another):
    """Both pages have the id 1; nothing is taken out, both are named."""
    store.put_many([(visit, "d1"), (another, "d2")])
    with pytest.raises(
        NotFoundError, match=r"'1' is not one page but several: p0000000visit \(A visit\); p0000000trip \(trip.html\)"
    ):
        store.forget("1")
    assert 2 == store.summary().pages


def test_forget_names_the_nearest_when_there_is_none(store, visit):
    """A misspelt URL is met with the one there is."""
    store.put(visit, "d1")
    with pytest.raises(NotFoundError, match=r"'https://news.example/visits'.*Nearest: https://news.example/visit\."):
        store.forget("https://news.example/visits")


def test_a_store_says_what_it_was_made_for(path, visit, tmp_path):
    """Said once or twice; its version stays what it is, and a folder of Parquet files says so too."""
    with open_store(path) as store:
        before = store.marked("demo")
        store.mark("demo")
        store.mark("demo")
        store.to_parquet(tmp_path / "folder")
    assert not before
    for where in (path, tmp_path / "folder"):
        with open_store(where, read_only=True) as store:
            assert (True, False) == (store.marked("demo"), store.marked("other"))
            (row,) = store.sql("SELECT max(version) AS version, count(*) FILTER (version = 0) AS marks FROM facta_store")
    assert {"version": schema.newest(), "marks": 1} == row


def test_a_store_open_for_reading_is_not_written(path, visit):
    """Neither put nor forget touches it."""
    open_store(path).close()
    with open_store(path, read_only=True) as store:
        for call in (lambda: store.put(visit, "d"), lambda: store.forget("x")):
            with pytest.raises(StoreError, match="for reading only"):
                call()


def test_the_summary_counts_the_readers_claims_apart(filled):
    """Events and quotations of articles are never counted with those of comments."""
    summary = filled.summary()
    assert (2, 2, 1, 3, 1, 1) == (
        summary.pages, summary.comments, summary.quotes, summary.events, summary.reader_events, summary.problems,
    )  # fmt: skip
    assert {"talk": 1, "commitment": 1, "deed": 1, "none": 0} == summary.by_rung


def test_sql_answers_over_every_view(filled):
    """Each view has the rows that the two pages give."""
    counts = {
        "pages_v": 2, "comments_v": 2, "quotes_v": 1, "events_v": 4, "parties_v": 8, "actors_v": 1, "mentions_v": 1,
        "sources_v": 3, "problems_v": 1, "dyads_v": 4,
    }  # fmt: skip
    assert counts == {view: len(list(filled.sql(f"SELECT * FROM {view}"))) for view in counts}


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("SELEC 1", "syntax error"),
        ("SELECT nothing FROM stories", "nothing"),
        ("SELECT * FROM nowhere", "nowhere"),
        ("SELECT cast('a' AS INT)", "Could not convert"),
        ("", "SELECT"),
    ],
)
def test_a_mistake_in_sql_is_the_callers_and_told_in_one_line(filled, sql, told):
    """As every mistake of a user is; the store is as good as before."""
    with pytest.raises(UsageError, match=told) as caught:
        list(filled.sql(sql))
    assert "\n" not in str(caught.value)
    assert [{"n": 1}] == list(filled.sql("SELECT 1 AS n"))


def test_the_chain_of_sources_keeps_its_order(filled):
    """Position 1 is the outlet, then inward."""
    rows = filled.sql('SELECT name, "position" FROM sources_v WHERE record_kind = \'event\' ORDER BY "position"')
    assert [{"name": "Newsweek", "position": 1}, {"name": "Tass", "position": 2}] == list(rows)


def test_an_answer_outlives_the_next_question(filled):
    """Two answers are read side by side, and readings while an answer streams."""
    first = iter(filled.sql("SELECT id FROM events ORDER BY id"))
    assert "e000000000fine" == next(first)["id"]
    assert 2 == len(list(filled.readings()))
    assert 3 == len(list(first))


def test_the_days_of_the_reports_are_known(store, visit):
    """From the first to the last that has a date; nothing without one."""
    assert None is store.published()
    store.put(renamed(visit, "k0", published=None), "")
    assert None is store.published()
    for key, day in (("k1", "2018-04-03"), ("k2", "2018-05")):
        store.put(renamed(visit, key, published=day), "")
    assert (date(2018, 4, 3), date(2018, 5, 1)) == store.published()
