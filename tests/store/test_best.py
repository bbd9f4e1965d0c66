"""Stories in the shape of events."""

from facta.store import StoryQuery
from facta.store.best import best_tellings
from tests.stories.story_makers import act, put, report

GRAIN = "China delivered grain to Russia."


def told(store, **asked):
    return list(store.sql(*best_tellings(StoryQuery(**asked))))


def test_a_story_is_shown_by_the_telling_that_is_surest(store):
    """With the day of the first report, and the counts of all."""
    first = act("AID", "CHN", "RUS", GRAIN, date="2018-04-02", confidence=0.5)
    second = act("AID", "CHN", "RUS", f"{GRAIN[:-1]} on Monday.", date="2018-04-02", confidence=0.9)
    put(store, report("a", first, published="2018-04-03"), report("b", second, site="Post", published="2018-04-05"))
    (row,) = told(store)
    assert ("b", "2018-04-03", 2, 2) == (row["page"]["key"], row["page"]["published"], row["n_reports"], row["n_outlets"])
    assert ("2018-04-02", "day") == (row["date"]["iso"], row["date"]["precision"])


def test_a_date_is_as_long_as_it_is_precise(store):
    """None where the story has none."""
    dates = {"month": "2018-04", "year": "2018"}
    acts = [
        act(kind, "CHN", "RUS", f"{kind} one.", date=iso, precision=p)
        for kind, (p, iso) in zip(("AID", "AGREE"), dates.items(), strict=True)
    ]
    put(store, report("a", *acts, act("ACCUSE", "CHN", "USA", "China blamed them."), published=None))
    assert {"AID": "2018-04", "AGREE": "2018", "ACCUSE": None} == {r["type"]: r["date"] and r["date"]["iso"] for r in told(store)}


def test_filters_and_limit_are_those_of_stories(store):
    """In the order of their days."""
    put(store, report("a", *(act("AID", "CHN", "RUS", f"Aid {n} came.", date=f"2018-04-0{n}") for n in (3, 1, 2))))
    assert ["2018-04-01", "2018-04-02"] == [row["date"]["iso"] for row in told(store, limit=2)]
    assert [] == told(store, type="SANCTION")
