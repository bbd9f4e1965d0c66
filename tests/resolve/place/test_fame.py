"""How well known a place is."""

import pytest

from facta.resolve.place.fame import BIG, fame, largest, well_known
from facta.resolve.place.marks import Mark
from facta.resolve.place.site import Site


def site(population=0, kind="city", country="USA"):
    return Site("X", country, 1.0, 1.0, population, kind)


def mark(*options, **fields):
    return Mark(0, 1, options, kinds=frozenset(s.kind for s in options), **fields)


def test_a_state_is_better_known_than_a_region_than_a_town():
    """And a town by its people; one whose people nobody counted is a town of some size."""
    ordered = [site(kind="state"), site(kind="sea"), site(kind="region"), site(1_000_000), site(), site(1_000)]
    assert ordered == sorted(ordered, key=lambda s: -fame(mark(s), s))


def test_a_capital_or_one_that_our_tables_name_is_better_known():
    """A capital most; a place filed in another state, or as another kind, is not meant."""
    one, filed = site(50_000), frozenset({("USA", True)})
    plain = fame(mark(one), one)
    assert plain < fame(mark(one, filed=filed), one) < fame(mark(one, filed=filed, capital=one), one)
    assert plain == fame(mark(one, filed=frozenset({("USA", False), ("GBR", True)})), one)


@pytest.mark.parametrize(
    ("one", "known", "people"),
    [
        (mark(site(BIG - 1)), False, BIG - 1),
        (mark(site(BIG)), True, BIG),
        (mark(site(10), site(BIG)), True, BIG),
        (mark(site()), True, 0),
        (mark(site(10), site(kind="region")), True, 10),
        (mark(site(10), filed=frozenset({("USA", True)})), True, 10),
        (mark(), True, 0),
    ],
)
def test_a_small_town_alone_is_not_well_known(one, known, people):
    """Unless our tables name it, or the name is another place's as well."""
    assert (known, people) == (well_known(one), largest(one))
