"""Parts of an answer are the answer, whatever comes into the store meanwhile."""

import pytest

from facta.errors import UsageError
from facta.store import EventQuery, PageQuery, QuoteQuery, StoryQuery, ThreadQuery, open_store
from facta.store.paging import part
from tests.stories.story_makers import act, put, report


def gathered(store, query, limit, **more):
    """Ids of all parts, one after the other."""
    found, after = [], None
    while True:
        table, after = part(store, query, after=after, limit=limit, **more)
        assert table.num_rows <= limit
        found += table["id"].to_pylist()
        if after is None:
            return found


@pytest.mark.parametrize("limit", [1, 2, 3, 1000])
@pytest.mark.parametrize("query", [EventQuery(comments="all"), QuoteQuery(), ThreadQuery()])
def test_parts_of_any_size_are_the_whole_in_order(filled, query, limit):
    """Behind every kind of store."""
    assert [row["id"] for row in filled.rows(query)] == gathered(filled, query, limit)


@pytest.fixture
def dated():
    """Acts of several days, two of one day, two of none."""
    days = ["2018-04-03", "2018-04-03", None, "2017-01-02", None, "2019-05-06"]
    with open_store(":memory:") as store:
        pages = (report(f"p{n}", act("AID", "CHN", "RUS", f"China sent {n} ships.", date=day)) for n, day in enumerate(days))
        yield put(store, *pages)


@pytest.mark.parametrize("prefix", ["p", "q", "r"])
def test_stories_of_one_day_stand_by_what_they_tell(prefix):
    """Not by their ids, which change with the address that a page was read from."""
    told = [
        ("SANCTION", "USA", "CUB"),
        ("AID", "CHN", "KEN"),
        ("AID", "BRA", "HTI"),
        ("AGREE", "NOR", "CHL"),
        ("AID", "FRA", "MLI"),
    ]
    with open_store(":memory:") as store:
        put(store, *(report(f"{prefix}{n}", act(kind, a, b, f"{a} and {b}.")) for n, (kind, a, b) in enumerate(told)))
        rows = list(store.rows(StoryQuery()))
        assert [(kind, f"{a} and {b}.") for kind, a, b in sorted(told)] == [(row["type"], row["evidence"]) for row in rows]
        assert [row["id"] for row in rows] == gathered(store, StoryQuery(), 1)


@pytest.mark.parametrize("query", [EventQuery(), StoryQuery(), PageQuery()])
def test_what_has_no_date_comes_last_and_once(dated, query):
    """Though nothing can be greater than it."""
    found = gathered(dated, query, 2)
    assert [row["id"] for row in dated.rows(query)] == found
    assert len(found) == len(set(found))


def test_what_comes_meanwhile_doubles_and_hides_nothing(dated):
    """A place is what rows are ordered by, not how many were before."""
    first, after = part(dated, EventQuery(), limit=3)
    before = [row["id"] for row in dated.rows(EventQuery())]
    put(dated, report("early", act("AID", "USA", "RUS", "The United States sent ships.", date="2010-01-01")))
    rest, _ = part(dated, EventQuery(), after=after, limit=10)
    assert before == first["id"].to_pylist() + rest["id"].to_pylist()


@pytest.mark.parametrize("after", ["x", "WzFd", "", "é", "W10", "WyIyMDE4LTA0LTAzIiwiYSIsMV0", "A" * 999])
def test_a_place_of_nothing_is_refused(dated, after):
    """Never a fault of the database."""
    with pytest.raises(UsageError, match="No part begins at"):
        part(dated, EventQuery(), after=after, limit=3)


def test_an_exact_part_has_nothing_after_it(dated):
    """No empty part at the end."""
    assert part(dated, EventQuery(), limit=6)[1] is None
    assert part(dated, EventQuery(actor="FRA"), limit=6)[1] is None
