"""The sentences behind a number."""

from datetime import timedelta

import pytest
from msgspec import structs

from facta.records import Source
from facta.relations import relations
from facta.relations.listing import fitting, homes, listing
from facta.store import open_store
from tests.stories.story_makers import act, emptied, put, report
from tests.web.demo import coded


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(coded(tmp_path_factory), read_only=True) as store:
        yield store


@pytest.mark.parametrize("by", ["month", "quarter", "year"])
@pytest.mark.parametrize("directed", [True, False])
def test_periods_list_as_many_stories_as_they_count(store, by, directed):
    """What is dated too coarsely for a period is neither counted in it nor listed."""
    found = relations(store, "CHN", "RUS", by=by, directed=directed)
    bounds = [p.start for p in found.periods]
    assert any(period.stories for period in found.periods[:-1])
    for n, period in enumerate(found.periods[:-1]):
        last = bounds[n + 1] - timedelta(1)
        told = listing(store, "CHN", "RUS", since=str(period.start), until=str(last), by=by, directed=directed, limit=1)
        assert period.stories == told.count


def test_a_story_is_told_by_its_best_report_and_by_the_others(store):
    """Each with the words of its own page."""
    told = listing(store, "CHN", "RUS", limit=500)
    assert told.count == len(told.stories)
    texts = {row["key"]: row["text"] for row in store.sql('SELECT key, "text" FROM pages')}
    for story in told.stories:
        assert all(t.evidence in texts[t.page] for t in (story.best, *story.others))
        assert {story.by, story.to} == {"CHN", "RUS"}


def test_the_newest_come_first_when_asked_for(store):
    """What has no date is last either way."""
    days = [story.first_day for story in listing(store, "CHN", "RUS", latest=True, limit=500).stories]
    dated = [day for day in days if day]
    assert sorted(dated, reverse=True) + [None] * (len(days) - len(dated)) == days


def test_the_period_that_fits_grows_with_the_time(store):
    """Months for a year, quarters for twelve, years where there is nothing."""
    assert ["month", "quarter", "year"] == [
        fitting(store, ("CHN", "RUS"), since="2023", until="2023"),
        fitting(store, ("CHN", "RUS")),
        fitting(store, ("NOR", "CHL")),
    ]
    assert fitting(store, ("CHN", "RUS")) == fitting(store, ("NOR", "CHL"), ("CHN", "RUS"))


def test_events_are_found_in_their_pages(store):
    """Those that there are."""
    best = listing(store, "CHN", "RUS", limit=1).stories[0].best
    assert {best.event: best.page} == homes(store, [best.event, "e0000000000000000"])


def test_an_agency_is_no_source_of_its_own_page(memory):
    """Who tells a story on whose word: the page's own outlet is named once, be it an agency; another agency is a source."""
    told = report("a", act("AID", "CHN", "RUS"), site="Harbour Press")
    chain = tuple(Source(name=name, kind="agency") for name in ("Harbour Press", "Meridian Press"))
    event = structs.replace(told.events[0], assertion=chain)
    put(emptied(memory), structs.replace(told, events=(event,)))
    assert ("Harbour Press", ("Meridian Press",)) == ((best := listing(memory, "CHN", "RUS").stories[0].best).outlet, best.chain)
