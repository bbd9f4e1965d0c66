"""What articles mention in passing leads back to the act that another page tells, and counts for nothing."""

import random

import pytest

from facta.stories import story_of, update
from facta.stories.recalls import LEAST
from tests.stories.story_makers import act, emptied, event_id, moved, prose, put, report, snapshot, stories

RAID = "Polish commandos raided a Croatian freighter off Split and seized its cargo of rifles."
AGAIN = "Commandos from Poland stormed the Croatian freighter off Split and seized the rifles aboard."
AFTER = "Poland's raid on the Croatian freighter off Split, whose cargo of rifles was seized, angered Zagreb."


def raid(words=RAID, date="2018-04-03", **more):
    return act("ASSAULT", "POL", "HRV", words=words, date=date, **more)


def alluding(key="c", words=AFTER, n=3):
    """A report that tells nothing and mentions the raid in passing."""
    return report(key, passing=[raid(words, confidence=0.1)], text=prose(n), published="2018-04-05")


def recalled(store):
    """By page that mentions something, the page and the event it recalls."""
    rows = store.sql(
        "SELECT p.key, q.key AS told, r.told_event FROM recalls r JOIN pages p ON p.no = r.page_no"
        " LEFT JOIN pages q ON q.no = r.told_page"
    )
    return {row["key"]: (row["told"], row["told_event"]) for row in rows}


def test_a_mention_in_passing_recalls_the_act_and_counts_for_nothing(store):
    """The story is as without it, and knows who alludes to it."""
    put(store, report("a", raid(), text=prose(1)))
    before = stories(store)
    put(store, alluding())
    assert before == stories(store)
    assert {"c": ("a", event_id("a"))} == recalled(store)
    (one,) = story_of(store, event_id("a")).mentions
    assert ("c", "Daily Ledger", "2018-04-05", AFTER) == (one.page, one.outlet, one.published, one.evidence)
    assert LEAST <= one.likeness <= 1


def test_what_nobody_tells_is_no_story(store):
    """A mention alone makes none; when a report of the act comes later, the mention finds it."""
    put(store, alluding())
    assert [] == stories(store)
    assert {"c": (None, None)} == recalled(store)
    put(store, report("a", raid(), text=prose(1)))
    assert {"c": ("a", event_id("a"))} == recalled(store)


@pytest.mark.parametrize(
    "other",
    [
        act("CONSULT", "POL HRV", words="The presidents of Poland and Croatia met in Vienna.", date="2018-04-05"),
        act("ASSAULT", "POL", "HRV", words=RAID, date="2017-01-09"),
        act("ASSAULT", "IND", "JPN", words=RAID, date="2018-04-03"),
    ],
)
def test_a_mention_recalls_nothing_that_is_another_act(store, other):
    """Of another kind, another year or other states."""
    put(store, report("a", other, text=prose(1)), alluding())
    assert {"c": (None, None)} == recalled(store)


def test_a_page_does_not_recall_itself(store):
    """What it tells above it may mention below; a page that tells an act is no further report that mentions it."""
    put(store, report("a", raid(), text=prose(1)), report("b", raid(AGAIN), passing=[raid(AFTER)], text=prose(2)))
    assert {"b": ("a", event_id("a"))} == recalled(store)
    assert () == story_of(store, event_id("a")).mentions


def test_of_several_the_likeliest_is_recalled_whenever_it_came(store):
    """The nearer words win, whether they were stored before or after."""
    far = report(
        "a",
        act("ASSAULT", "POL", "HRV", words="Commandos raided a Croatian freighter off Split.", date="2018-04-04"),
        text=prose(1),
    )
    close = report("b", raid(), text=prose(2))
    put(store, far, alluding())
    assert "a" == recalled(store)["c"][0]
    put(store, close)
    assert "b" == recalled(store)["c"][0]


@pytest.mark.parametrize("folder", ["here", "there", "elsewhere", "anywhere"])
def test_which_of_equals_is_recalled_does_not_hang_on_the_folder(store, folder):
    """Nor on whether the mention was there before."""
    told = [moved(report(key, raid(), text=prose(1)), folder) for key in "ab"]
    mention = moved(alluding(), folder)
    first = "SELECT q.id FROM recalls r JOIN pages q ON q.no = r.told_page"
    for pages in ([*told, mention], [mention, *told], [told[1], mention, told[0]]):
        emptied(store)
        for page in pages:
            put(store, page)
        assert [{"id": "b"}] == list(store.sql(first))


def test_when_the_recalled_page_goes_the_next_likeliest_is_recalled(store):
    """And none when no other is left; the mentions of a page go with it."""
    put(store, report("a", raid(), text=prose(1)), report("b", raid(AGAIN), text=prose(2)), alluding())
    first, _ = recalled(store)["c"]
    second = {"a": "b", "b": "a"}[first]
    store.forget(first)
    update(store)
    assert second == recalled(store)["c"][0]
    store.forget(second)
    update(store)
    assert {"c": (None, None)} == recalled(store)
    store.forget("c")
    update(store)
    assert {} == recalled(store)


def test_what_is_recalled_does_not_depend_on_the_order(store):
    """At once or page by page, in any order, with a refolding in the end."""
    pages = [
        report("a", raid(), text=prose(1)),
        report("b", raid(AGAIN), text=prose(2)),
        alluding("c"),
        alluding("d", "Poland's raid on the Croatian freighter off Split was denounced by fishermen.", 4),
        report("e", act("ASSAULT", "POL", "HRV", words="Poland shelled a Croatian village.", date="2018-04-06"), text=prose(5)),
    ]
    wanted = snapshot(put(store, *pages))
    assert {"c", "d"} == {row["key"] for row in wanted["recalls"] if row["told_event"]}
    rng = random.Random(5)
    for _ in range(4):
        emptied(store)
        rng.shuffle(pages)
        for page in pages:
            put(store, page)
        assert wanted == snapshot(store)
    update(store, again=True)
    assert wanted == snapshot(store)
