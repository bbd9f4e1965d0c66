"""Whether the relations of three fit together."""

import pytest

from facta.errors import UsageError
from facta.relations.triads import triad
from tests.relations.relation_makers import many, page
from tests.stories.story_makers import put

PAIRS = (("CHN", "RUS"), ("CHN", "USA"), ("RUS", "USA"))


def filled(store, *signs):
    """A store in which each pair is friendly or not, twelve acts each."""
    acts = [
        one
        for (a, b), good in zip(PAIRS, signs, strict=True)
        if good is not None
        for one in many("deed", 12 if good else 0, 0 if good else 12, actor=a, recipient=b, every=20)
    ]
    return put(store, page(*acts))


@pytest.mark.parametrize(
    ("signs", "balanced"),
    [((1, 1, 1), True), ((1, 0, 0), True), ((0, 0, 1), True), ((1, 1, 0), False), ((0, 0, 0), False)],
)
def test_a_triad_is_balanced_when_the_product_of_its_signs_is_positive(store, signs, balanced):
    """Three friends, or two against one; enemies all around or a friend of two enemies are not."""
    found = triad(filled(store, *signs), "CHN", "RUS", "USA")
    assert (balanced, 1.0 if balanced else 0.0) == (found.balanced, found.probability)
    assert {"CHN-RUS": 12, "CHN-USA": 12, "RUS-USA": 12} == found.stories


def test_a_triad_with_a_pair_without_stories_is_undecided(store):
    """The others are told, and the zero."""
    found = triad(filled(store, 1, 0, None), "CHN", "RUS", "USA")
    assert (None, None, {"CHN-RUS", "CHN-USA"}, 0) == (
        found.balanced,
        found.probability,
        set(found.net),
        found.stories["RUS-USA"],
    )


def test_a_triad_counts_both_ways_and_only_its_time(store):
    """Names in any order and form."""
    put(store, page(*many("deed", 3, 0), *many("deed", 2, 0, actor="RUS", recipient="CHN")))
    assert 5 == triad(store, "Russia", "china", "USA").stories["RUS-CHN"]
    assert 0 == triad(store, "RUS", "CHN", "USA", since="2030").stories["RUS-CHN"]


def test_a_pair_of_mixed_acts_makes_the_balance_uncertain(store):
    """Half friendly, half hostile: the sign of one relation turns in many resamples."""
    acts = [
        *many("talk", 10, 10, every=20),
        *many("deed", 10, 0, actor="CHN", recipient="USA"),
        *many("deed", 10, 0, actor="RUS", recipient="USA"),
    ]
    found = triad(put(store, page(*acts)), "CHN", "RUS", "USA")
    assert 0.02 < found.probability < 0.98
    assert found.net["CHN-RUS"].low < found.net["CHN-RUS"].value < found.net["CHN-RUS"].high


def test_two_uncertain_relations_are_not_taken_as_turning_together(store):
    """Though both have as many acts in as many months: half of what their signs may be is unbalanced."""
    acts = [
        *(one for a, b in PAIRS[:2] for one in many("deed", 3, 3, actor=a, recipient=b, every=31)),
        *many("deed", 12, 0, actor="RUS", recipient="USA", every=20),
    ]
    found = triad(put(store, page(*acts)), "CHN", "RUS", "USA")
    assert found.net["CHN-RUS"] == found.net["CHN-USA"]
    assert 0.3 < found.probability < 0.7


@pytest.mark.parametrize(
    "asked", [("CHN", "CHN", "RUS"), ("CHN", "China", "RUS"), ("EU", "NATO", "RUS"), ("CHN", "RUS", "Rusia")]
)
def test_three_sides_that_exist_and_do_not_overlap_are_needed(store, asked):
    """Else one line says what is wrong."""
    with pytest.raises(UsageError):
        triad(store, *asked)


def test_a_time_that_ends_before_it_begins_is_refused(store):
    """As for a pair."""
    with pytest.raises(UsageError, match="ends before it begins"):
        triad(store, "CHN", "RUS", "USA", since="2019", until="2018")


def test_a_few_acts_all_alike_make_no_balance_certain(store):
    """One act for each pair: the balance is told, how sure it is, is not."""
    acts = [one for a, b in PAIRS for one in many("deed", 1, 0, actor=a, recipient=b)]
    found = triad(put(store, page(*acts)), "CHN", "RUS", "USA")
    assert (True, None, {None}) == (found.balanced, found.probability, {net.low for net in found.net.values()})


def test_intervals_have_no_more_digits_than_elsewhere(store):
    """Four, as their value has."""
    acts = [*many("talk", 10, 7, every=20), *many("deed", 3, 2, actor="CHN", recipient="USA")]
    found = triad(put(store, page(*acts)), "CHN", "RUS", "USA")
    numbers = [number for one in found.net.values() for number in (one.value, one.low, one.high)]
    assert None not in numbers
    assert [round(number, 4) for number in numbers] == numbers
