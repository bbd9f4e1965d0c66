"""A promise and the plan of it on one page are one commitment."""

import pytest

from facta.relations import ledger
from tests.relations.commitments.ledger_makers import delivered, entries, filled, only, told
from tests.stories.story_makers import act, put, report

OFFER = "Russia agreed to deliver missiles to China."
PLAN = "The missiles are to be delivered in March."


def plan(words=PLAN, kind="COOPERATE", day="2018-03-05", **more):
    return act(kind, "RUS", "CHN", words, date=day, status="planned", **more)


def offer(words=OFFER, kind="AGREE", **more):
    return act(kind, "RUS", "CHN", words, date="2018-01-10", **more)


def paged(store, *acts):
    """A store with one page that tells some acts, and a later report of nothing."""
    return put(store, report("a", *acts, published="2018-01-10"), report("z", published="2018-06-30"))


def test_a_plan_that_its_page_promises_counts_once(store):
    """As the promise, due on the day of the plan."""
    one = only(paged(store, offer(), plan()))
    assert ("AGREE", "actual", "2018-03-05") == (one.type, one.status, str(one.due))


@pytest.mark.parametrize("other", [plan("Grain will be shipped in May."), plan("The missiles will be seized.", kind="COERCE")])
def test_other_plans_of_the_page_stay(store, other):
    """About another thing, or of the contrary."""
    assert 2 == len(entries(paged(store, offer(), other)))


def test_the_plan_of_another_page_stays(store):
    """It is more often of something else."""
    assert 2 == len(entries(filled(store, offer(), plan())))


def test_the_promise_is_kept_by_what_keeps_the_plan(store):
    """The deed answers the one commitment that is left."""
    put(
        store,
        report("a", offer(), plan(), published="2018-01-10"),
        told("b", delivered("2018-03-06", "Russia delivered missiles to China.")),
    )
    one = only(store)
    assert ("AGREE", "kept") == (one.type, one.state)


@pytest.mark.parametrize("by", ["CHN", "RUS"])
def test_what_both_promise_either_may_announce(store, by):
    """In whatever order the two are asked for."""
    both = act("AGREE", "CHN RUS", "", "China and Russia agreed to hold an exercise.", date="2018-01-10")
    other = {"CHN": "RUS", "RUS": "CHN"}[by]
    planned = act("COOPERATE", by, other, "The exercise is to be held in March.", date="2018-03-05", status="planned")
    put(store, report("a", both, planned, published="2018-01-10"), report("z", published="2018-06-30"))
    for sides in (("CHN", "RUS"), ("RUS", "CHN")):
        (one,) = ledger(store, *sides).commitments
        assert ("AGREE", "2018-03-05") == (one.type, str(one.due))


def trip(words, by="CHN", to="RUS", day="2018-03-05"):
    return act("CONSULT", by, to, words, date=day, status="planned")


def test_a_meeting_announced_in_two_words_counts_once(store):
    """`Will visit .. for talks`, whoever is told to act in either."""
    one = only(paged(store, trip("Xi will visit Moscow in March"), trip("for talks with Putin", "RUS", "CHN")))
    assert ("CONSULT", "2018-03-05") == (one.type, str(one.due))


@pytest.mark.parametrize("other", [trip("Xi will be back.", day="2018-05-05"), plan("Missiles will come.", day="2018-03-05")])
def test_what_else_a_page_announces_stays(store, other):
    """A meeting of another day, and an act of that day."""
    assert 2 == len(entries(paged(store, trip("Xi will visit Moscow in March."), other)))


def test_in_the_ledger_of_a_group_each_pair_of_states_has_its_own_meeting(store):
    """Two guests of a group on one day are two visits."""
    page = report("a", trip("Merkel will visit.", "DEU"), trip("Macron will visit.", "FRA"), published="2018-01-10")
    put(store, page, report("z", published="2018-06-30"))
    assert 2 == len(entries(store, "EU", "RUS"))
