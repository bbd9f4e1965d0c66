"""Which events are compared, and which of those that are alike are one story."""

from datetime import date, timedelta
from itertools import combinations
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from facta.stories import clusters
from facta.stories.clusters import APART, LEAST, candidates, edges, stories
from facta.stories.likeness import NEAR, WINDOW
from tests.stories.row_makers import compared, row


def partition(size, pairs, ways=(), days=None):
    """Stories of a matrix given as {(i, j): p}."""
    i, j = (np.array([pair[k] for pair in pairs], np.int64) for k in (0, 1))
    found = stories(size, i, j, np.array(list(pairs.values()), float), ways=ways, days=days).tolist()
    return [[m for m, own in enumerate(found) if own == story] for story in sorted(set(found))]


def test_what_nothing_is_like_is_a_story_by_itself():
    """And no events make no stories."""
    assert ([[0], [1], [2]], []) == (partition(3, {}), partition(0, {}))


def test_a_story_is_numbered_by_its_first_event():
    """So the number depends on the order of events alone."""
    i, j, p = np.array([1]), np.array([3]), np.array([0.9])
    assert [0, 1, 2, 1] == stories(4, i, j, p).tolist()


@pytest.mark.parametrize(("apart", "want"), [(WINDOW, [[0, 1, 2]]), (WINDOW + 1, [[0, 1], [2]])])
def test_what_has_no_day_brings_no_two_acts_of_far_days_together(apart, want):
    """A raid of the first, one of a fortnight later, and "the raid" of some day of the month, which is like both."""
    first, last = np.array([1000, 960, 1000 + apart]), np.array([1000, 1020, 1000 + apart])
    assert want == partition(3, {(0, 1): 0.9, (1, 2): 0.8}, days=(first, last))
    assert [[0, 1, 2]] == partition(3, {(0, 1): 0.9, (1, 2): 0.8})


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 3, 0, 2)])
def test_days_of_stories_are_those_of_all_their_tellings(order):
    """Two of one day and two of a day three weeks later are two stories, however alike one is to one of the others."""
    day = np.array([1000, 1000, 1021, 1021])[list(order)]
    p = {(a, b): 0.9 if day[a] == day[b] else 0.5 for a, b in combinations(range(4), 2)}
    own = partition(4, p, days=(day, day))
    assert 2 == len(own) and all(len(set(day[some])) == 1 for some in own)


@pytest.mark.parametrize(("p", "want"), [(LEAST + 1e-6, [[0, 1]]), (LEAST - 1e-6, [[0], [1]])])
def test_two_events_are_one_act_from_the_least_probability_on(p, want):
    """Below it they are two."""
    assert want == partition(2, {(0, 1): p})


def test_three_that_are_alike_are_one():
    """Whatever the order of pairs."""
    assert [[0, 1, 2]] == partition(3, {(1, 2): 0.5, (0, 1): 0.9, (0, 2): 0.4})


def test_a_chain_that_drifts_is_no_one_story():
    """A is like B, B like C, C like D, the others not at all: the means between the halves are too low."""
    assert [[0, 1], [2, 3]] == partition(4, {(0, 1): 0.9, (1, 2): 0.6, (2, 3): 0.9})


def test_a_short_chain_is_one_story():
    """The mean of .8 and nothing is .4 still."""
    assert [[0, 1, 2]] == partition(3, {(0, 1): 0.9, (1, 2): 0.8})


def test_two_acts_of_one_page_are_not_joined_by_a_third_event():
    """C is like both, and goes with the one it is likest."""
    assert [[0, 2], [1]] == partition(3, {(0, 1): APART, (0, 2): 0.9, (1, 2): 0.8})


THERE, BACK = ["IND CAN"], ["CAN IND"]


@pytest.mark.parametrize(
    ("ways", "want"),
    [
        ([THERE, BACK, []], [[0, 2], [1]]),
        ([THERE, ["CAN IND", "CAN USA"], []], [[0, 2], [1]]),
        ([THERE, THERE, BACK], [[0, 1], [2]]),
        ([THERE, ["USA IND"], ["CAN USA"]], [[0, 1, 2]]),
        ([THERE, [], []], [[0, 1, 2]]),
    ],
)
def test_acts_in_opposite_directions_are_never_one_not_even_by_a_third(ways, want):
    """However alike all three are: what a side does is not what is done to it."""
    assert want == partition(3, {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.7}, ways)


def naive(size, pairs, ways):
    """The same one step at a time: of the parts that may be joined the likest, while there are any."""
    parts = [[n] for n in range(size)]

    def mean(one, other):
        if any(" ".join(way.split()[::-1]) in ways[m] for n in one for way in ways[n] for m in other):
            return 0.0
        return sum(pairs.get((min(n, m), max(n, m)), 0.0) for n in one for m in other) / (len(one) * len(other))

    while len(parts) > 1:
        most, one, other = max(((mean(a, b), a, b) for a, b in combinations(parts, 2)), key=lambda some: some[0])
        if most < LEAST:
            break
        parts = [part for part in parts if part not in (one, other)] + [sorted(one + other)]
    return sorted(parts)


def test_the_likest_are_joined_first():
    """B goes with C, which it is likest, and A stays alone: .3 and nothing is .15."""
    assert [[0], [1, 2]] == partition(3, {(0, 1): 0.3, (1, 2): 0.9})


@pytest.mark.parametrize("others", [[], [7], [7, 11, 13]])
def test_equals_are_drawn_by_lots_that_depend_on_the_events_alone(others):
    """B is as like A as C: it goes with one of them, the same one whatever else is there."""
    lots = np.array([(lot, 0) for lot in (*others, 101, 205, 333)], np.int64)
    n = len(others)
    i, j = np.array([n, n + 1]), np.array([n + 1, n + 2])
    found = stories(len(lots), i, j, np.array([0.3, 0.3]), lots).tolist()
    alone = stories(3, i - n, j - n, np.array([0.3, 0.3]), lots[n:]).tolist()
    assert [n + own for own in alone] == found[n:]
    assert 2 == len(set(alone))


@pytest.mark.parametrize("seconds", [[0, 0, 0], [17, 5, 11], [5, 17, 11]])
def test_the_second_lots_are_drawn_only_where_the_first_are_equal(seconds):
    """B is as like A as C, and goes with the one of its own first lot."""
    for firsts, want in (([7, 7, 9], [0, 0, 2]), ([9, 7, 7], [0, 1, 1])):
        lots = np.array([*zip(firsts, seconds, strict=True)], np.int64)
        assert want == stories(3, np.array([0, 1]), np.array([1, 2]), np.array([0.3, 0.3]), lots).tolist()


@pytest.mark.parametrize("column", [0, 1])
def test_many_equals_are_joined_in_few_rounds(column):
    """A thousand copies of one text are one story; each round of joining looks at every pair left."""
    i, j = (part.astype(np.int64) for part in np.triu_indices(1000, 1))
    lots = np.zeros((1000, 2), np.int64)
    lots[:, column] = np.random.default_rng(1).integers(0, 1 << 62, 1000)
    with patch.object(clusters, "_nearest", wraps=clusters._nearest) as nearest:
        assert {0} == set(stories(1000, i, j, np.full(len(i), 0.9), lots).tolist())
    assert nearest.call_count < 40


def matrices(size):
    """Some pairs of events with probabilities of which no two, nor any two means, are equal."""
    pairs = list(combinations(range(size), 2))
    return st.tuples(st.lists(st.sampled_from(pairs), unique=True, max_size=len(pairs)), st.integers(0, 10**6)).map(
        lambda drawn: dict(zip(drawn[0], np.random.default_rng(drawn[1]).random(len(drawn[0])).tolist(), strict=True))
    )


@given(st.integers(2, 9).flatmap(lambda n: st.tuples(st.just(n), matrices(n))))
@settings(max_examples=100)
def test_stories_are_those_of_average_linkage(case):
    """Against scipy, with pairs left out as probability 0."""
    size, pairs = case
    distance = np.ones((size, size)) - np.eye(size)
    for (i, j), p in pairs.items():
        distance[i, j] = distance[j, i] = 1 - p
    label = fcluster(linkage(squareform(distance), "average"), 1 - LEAST + 1e-12, "distance").tolist()
    want = sorted([m for m, own in enumerate(label) if own == story] for story in set(label))
    assert want == partition(size, pairs)


_WAYS = st.sampled_from([[], [], THERE, BACK, ["CAN IND", "USA IND"], ["IND USA"]])


@given(st.integers(2, 9).flatmap(lambda n: st.tuples(matrices(n), st.lists(_WAYS, min_size=n, max_size=n))))
@settings(max_examples=100)
def test_stories_with_directions_are_those_of_one_step_at_a_time(case):
    """Joining many parts at once comes to the same where some may not be joined."""
    pairs, ways = case
    assert naive(len(ways), pairs, ways) == partition(len(ways), pairs, ways)


@given(st.integers(2, 8).flatmap(lambda n: st.tuples(st.just(n), matrices(n))), st.randoms(use_true_random=False))
def test_stories_do_not_depend_on_the_order_of_pairs(case, rng):
    """Nor on which of a pair comes first."""
    size, pairs = case
    shuffled = [(pair[:: rng.choice([1, -1])], p) for pair, p in pairs.items()]
    rng.shuffle(shuffled)
    assert partition(size, pairs) == partition(size, dict(shuffled))


def test_many_equal_events_are_one_story():
    """A hundred tellings of one act, each pair equally likely."""
    i, j = np.triu_indices(100, 1)
    assert {0} == set(stories(100, i, j, np.full(len(i), 0.5)).tolist())


# Which pairs are compared, and which of them are kept apart.

DAY = date(2018, 4, 3)


@st.composite
def rows(draw):
    """Events of a few states within some weeks."""
    first = draw(st.integers(0, 40).map(lambda n: DAY + timedelta(n)) | st.none())
    some = st.lists(st.sampled_from(["CHN", "RUS", "USA"]), max_size=2, unique=True).map(sorted)
    actors, recipients = draw(some), draw(some)
    return row(
        page_no=draw(st.integers(0, 5)), actor_countries=actors, recipient_countries=recipients,
        symmetric=not recipients and len(actors) > 1, first_day=first,
        last_day=first and first + timedelta(draw(st.integers(0, 20))),
        published_day=draw(st.sampled_from([DAY, DAY + timedelta(30), None])),
        status=draw(st.sampled_from(["actual", "historical", "planned", "possible"])),
    )  # fmt: skip


def searched(acts):
    """Every pair that the rule compares, one by one."""
    found = set()
    for i, j in combinations(range(len(acts)), 2):
        apart = max(acts.first[i], acts.first[j]) - min(acts.last[i], acts.last[j])
        dated = acts.first[i] <= acts.last[i] and acts.first[j] <= acts.last[j]
        pair = set(acts.keys[i]) & set(acts.keys[j]) and apart <= WINDOW
        state = set(acts.states[i]) & set(acts.states[j]) and apart <= NEAR and (acts.alone[i] or acts.alone[j])
        if dated and acts.page[i] != acts.page[j] and (pair or state):
            found.add((i, j))
    return found


def pairs_of(blocks):
    return {(int(i), int(j)) for one, other in blocks for i, j in zip(one, other, strict=True)}


@given(st.lists(rows(), max_size=14), st.sampled_from([1, 3, 10**6]))
@settings(max_examples=60)
def test_candidates_are_those_of_a_search_one_by_one(some, at_once):
    """With both windows, in blocks of any size; always the earlier event first."""
    acts = compared(some)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clusters, "_AT_ONCE", at_once)
        found = pairs_of(candidates(acts))
    assert searched(acts) == found


@given(st.lists(rows(), max_size=12), st.data())
@settings(max_examples=40)
def test_candidates_of_some_events_are_the_pairs_with_one_of_them(some, data):
    """What two others have with each other is not asked."""
    acts = compared(some)
    asked = np.array(data.draw(st.lists(st.booleans(), min_size=len(some), max_size=len(some))), bool)
    assert {(i, j) for i, j in searched(acts) if asked[i] or asked[j]} == pairs_of(candidates(acts, asked))


@pytest.mark.parametrize(("days", "want"), [(WINDOW, True), (WINDOW + 1, False)])
def test_a_pair_of_states_is_looked_for_two_weeks_around(days, want):
    """Between the last day of one act and the first of the other."""
    acts = compared([row(page_no=1), row(page_no=2, first_day=DAY + timedelta(days), last_day=DAY + timedelta(days + 5))])
    assert want == bool(pairs_of(candidates(acts)))


@pytest.mark.parametrize(("days", "want"), [(NEAR, True), (NEAR + 1, False)])
def test_a_single_state_is_looked_for_two_days_around_among_pairs(days, want):
    """One report names Russia only, the other Russia and China."""
    day = DAY + timedelta(days)
    acts = compared([row(page_no=1), row(page_no=2, actor_countries=["RUS"], symmetric=False, first_day=day, last_day=day)])
    assert want == bool(pairs_of(candidates(acts)))


def test_an_act_without_a_date_is_looked_for_before_its_report():
    """Some weeks, and after it not at all."""
    undated = row(page_no=2, first_day=None, last_day=None, published_day=date(2018, 6, 1))
    found = [bool(pairs_of(candidates(compared([row(page_no=1, first_day=d, last_day=d), undated])))) for d in (
        date(2018, 2, 1), date(2018, 4, 1), date(2018, 6, 1), date(2018, 6, 15), date(2018, 6, 16),
    )]  # fmt: skip
    assert [False, True, True, True, False] == found


def test_what_is_alike_but_cannot_be_one_act_speaks_against_it():
    """The same words tell two visits of one day, of other ministers; without their offices they are one."""
    visit = {"mode": "visit", "actor_countries": ["CHN"], "recipient_countries": ["RUS"], "symmetric": False}
    held = [[{"state": "CHN", "office": office, "name": name}] for office, name in (("envoy", "Li Fei"), ("premier", "Zhao Hua"))]
    every = np.ones(2, bool)
    named, unnamed = (
        edges(compared([row(**visit, officers=one), row(page_no=2, **visit, officers=other)]), every)
        for one, other in (held, ([], []))
    )
    assert ([APART], True) == (named[2].tolist(), bool(unnamed[2] > LEAST))
