"""Many pairs at once tell what each pair tells alone."""

import pytest

from facta.errors import UsageError
from facta.relations import relations
from facta.relations.overview import world, years
from facta.relations.triads import triad
from tests.relations.relation_makers import did, many, page
from tests.stories.story_makers import act, put


@pytest.fixture
def busy(store):
    """Three states that act upon each other in several years, with meetings that count for either order."""
    acts = [
        *many("talk", 14, 6, every=37),
        *many("deed", 5, 9, every=41),
        *many("commitment", 4, 2, every=59),
        *many("talk", 3, 9, every=31, actor="RUS", recipient="USA"),
        *many("deed", 2, 2, every=31, actor="RUS", recipient="USA"),
        *many("deed", 0, 6, every=71, actor="USA", recipient="CHN"),
        *(act("CONSULT", "CHN RUS", date=f"2018-0{month}-11") for month in range(2, 8)),
        did("deed", True, "2025-01-01", status="planned"),
    ]
    return put(store, page(*acts))


def test_counts_are_those_of_each_pair_alone(busy):
    """By rung and direction, with their balances, in any time."""
    for time in ({}, {"since": "2018", "until": "2018"}):
        found = world(busy, **time)
        for cell in found.cells:
            alone = relations(busy, cell.by, cell.to, directed=True, **time).total
            for rung in ("talk", "commitment", "deed"):
                mine, other = getattr(cell, rung), getattr(alone, rung)
                assert (other.coop, other.conf, other.balance) == (mine.coop, mine.conf, mine.balance)
            assert (alone.stories, alone.net.value) == (cell.all.stories, cell.net)


@pytest.mark.parametrize("time", [{}, {"since": "2018", "until": "2018"}])
def test_intervals_are_those_of_each_pair_alone(busy, time):
    """The same stories are drawn as often, and in the same order."""
    found = world(busy, **time)
    assert {("CHN", "RUS"), ("RUS", "USA")} == {(p.by, p.to) for p in found.points}
    for point in found.points:
        alone = relations(busy, point.by, point.to, directed=True, **time).total
        assert (alone.talk, alone.deed) == (point.talk, point.deed)
        assert (alone.say_do_gap, alone.why_no_gap) == (point.say_do_gap, point.why_no_gap)
    for three in found.triads:
        for both, net in three.net.items():
            assert relations(busy, *both.split("-"), directed=False, **time).total.net == net


def test_many_stories_a_month_have_the_same_intervals_too(store):
    """Where stories are drawn as Poisson variables."""
    put(store, page(*many("talk", 60, 40, every=1), *many("deed", 40, 60, every=1)))
    (point,) = world(store).points
    alone = relations(store, "CHN", "RUS", directed=True).total
    assert (alone.talk, alone.deed, alone.say_do_gap) == (point.talk, point.deed, point.say_do_gap)


def test_a_story_without_a_day_is_drawn_as_where_its_pair_is_measured(store):
    """Beside stories from before 1970."""
    acts = [act("CONSULT", "CHN", "RUS", mode="visit"), did("deed", True, "1961-02-01"), *many("talk", 5, 4), *many("deed", 7, 6)]
    (point,) = world(put(store, page(*acts))).points
    alone = relations(store, "CHN", "RUS").total
    assert (alone.talk, alone.deed, alone.say_do_gap) == (point.talk, point.deed, point.say_do_gap)


def test_triads_are_those_of_three_alone(busy):
    """Counts, means and signs; the probability but for chance."""
    (found,) = world(busy).triads
    alone = triad(busy, *found.sides)
    assert (alone.stories, alone.balanced) == (found.stories, found.balanced)
    assert {pair: net.value for pair, net in alone.net.items()} == {pair: net.value for pair, net in found.net.items()}
    assert found.probability == pytest.approx(alone.probability, abs=0.1)


def test_a_relation_of_few_stories_is_no_side_of_a_triad(store):
    """Two of them may be chance."""
    acts = [
        *many("deed", 5, 0),
        *many("deed", 5, 0, actor="RUS", recipient="USA"),
        *many("deed", 2, 0, actor="USA", recipient="CHN"),
    ]
    assert () == world(put(store, page(*acts))).triads


def test_a_meeting_counts_once_for_a_pair_in_a_triad(store):
    """Though it stands in either order in the matrix."""
    acts = [
        act("CONSULT", f"{a} {b}", date=f"2018-0{n}-11")
        for n in range(1, 5)
        for a, b in (("CHN", "RUS"), ("CHN", "USA"), ("RUS", "USA"))
    ]
    found = world(put(store, page(*acts)))
    assert [{"CHN-RUS": 4, "CHN-USA": 4, "RUS-USA": 4}] == [one.stories for one in found.triads]
    assert [4] * 6 == [cell.all.stories for cell in found.cells]


def test_a_pair_with_too_little_is_no_point(store):
    """Its interval would span the whole scale."""
    put(store, page(*many("talk", 9, 0), *many("deed", 2, 0)))
    assert () == world(store).points


def test_every_balance_of_all_stories_has_its_interval(busy):
    """Of states, of the matrix, of partners; that of a rung is told of the pair alone."""
    found = world(busy, state="RUS")
    told = [cell.all for cell in (*found.cells, *found.does, *found.receives)]
    told += [counts for state in found.states for counts in (state.acts, state.receives) if counts.stories]
    assert len(told) > 8
    assert [] == [one for one in told if one.low is None or not one.low <= one.balance <= one.high]
    assert {None} == {cell.talk.low for cell in found.cells}


def test_a_meeting_of_many_is_one_story_of_each(store):
    """Two summits of three say no more of a state than two stories do, however many partners they count for."""
    put(store, page(*(act("CONSULT", "CHN RUS IND", date=f"2024-0{n}-22") for n in (3, 7))))
    put(store, page(act("CONSULT", "USA FRA", date="2024-05-01"), act("CONSULT", "USA FRA", date="2024-08-01"), key="b"))
    acts = {state.code: state.acts for state in world(store).states}
    assert ((4, 2), acts["USA"].low) == ((acts["CHN"].stories, acts["USA"].stories), acts["CHN"].low)


def test_a_chosen_state_has_its_partners(busy):
    """What it does to each, and they to it; its own sums are theirs together."""
    found = world(busy, state="China")
    assert ("CHN", ["RUS"], {"RUS", "USA"}) == (found.state, [one.to for one in found.does], {one.by for one in found.receives})
    china = next(one for one in found.states if one.code == "CHN")
    assert china.acts.stories == sum(one.all.stories for one in found.does)
    assert china.receives.stories == sum(one.all.stories for one in found.receives)
    assert 2 == china.partners


def test_a_state_that_does_not_exist_and_a_group_are_refused(store):
    """With the nearest names, or the reason."""
    with pytest.raises(UsageError, match="Nearest: China"):
        world(store, state="Chnia")
    with pytest.raises(UsageError, match="one state at a time"):
        world(store, state="EU")
    with pytest.raises(UsageError, match="ends before it begins"):
        world(store, since="2019", until="2018")


def test_an_empty_store_has_an_empty_world(store):
    """No pair, no year."""
    found = world(store)
    assert (0, 0, (), (), (), ()) == (found.counted, found.pairs, found.states, found.cells, found.points, found.triads)
    assert {} == years(store)


def test_years_without_stories_are_told_as_zeros(store):
    """Between the first and the last that has any."""
    put(store, page(did("deed", True, "2015-03-01"), did("deed", True, "2018-03-02")))
    assert {2015: 1, 2016: 0, 2017: 0, 2018: 1} == years(store)
