"""Intervals of many balances at once are those that the two-stage bootstrap gives."""

import numpy as np
import pytest

from facta.relations.overview.spread import Told
from facta.relations.resample import intervals, ratio


def told(rows):
    """Rows of (unit, month, coop, stories, partners of each)."""
    unit, month, coop, stories, partners = (np.array(column) for column in zip(*rows, strict=True))
    return Told(unit, month, coop.astype(bool), stories, stories * partners, stories * partners**2)


def drawn(rows, size=4000):
    """The bounds that drawing months, then stories within them, gives the balance of one unit."""
    rng = np.random.default_rng(1)
    months = sorted({month for _, month, *_ in rows})
    drawn = rng.integers(0, len(months), (size, len(months)))
    sums = np.zeros((size, 2))
    for n, month in enumerate(months):
        numbers, weights = zip(*[(n, (k if coop else 0, k)) for _, m, coop, n, k in rows if m == month], strict=True)
        draw, _ = np.nonzero(drawn == n)
        some = rng.multinomial(sum(numbers), np.array(numbers) / sum(numbers), len(draw))  # as many of its stories, put back
        np.add.at(sums, draw, some @ np.array(weights))
    ((low, high),) = intervals(ratio(sums[:, :1], sums[:, 1:]))
    return 2 * low - 1, 2 * high - 1


@pytest.mark.parametrize("partners", [1, 4])
@pytest.mark.parametrize("wave", [1, 9])
def test_the_interval_is_that_of_the_bootstrap(partners, wave):
    """Of a hundred months and more: in calm times and in waves of conflict, and where some stories count for several partners."""
    rng = np.random.default_rng(2)
    rows = []
    for month in range(120):
        rows.append((0, month, True, int(rng.poisson(2)) + 1, 1))
        rows.append((0, month, False, int(rng.poisson(2 * (wave if month % 12 == 0 else 1))) + 1, partners))
    (found,) = told(rows).bounds(1)
    assert pytest.approx(drawn(rows), abs=0.03) == found


def test_a_story_with_many_partners_is_one_story():
    """Three stories of ten partners each say less than thirty stories; so where all are of one side, too."""
    for conf in (1, 0):
        few = told([(0, 1, True, 3, 10), (0, 1, False, conf, 10)]).bounds(1)[0]
        many = told([(0, 1, True, 30, 1), (0, 1, False, 10 * conf, 1)]).bounds(1)[0]
        assert few[0] < many[0] < many[1] <= few[1]


def test_intervals_end_at_all_and_nothing():
    """Of one story of each side, of one side alone (Wilson's), and of a unit without stories."""
    one, alone, none = told([(0, 5, True, 1, 1), (0, 9, False, 1, 1), (1, 5, False, 10, 1)]).bounds(3)
    assert -1 < one[0] < -0.8 and 0.8 < one[1] < 1
    assert (-1.0, pytest.approx(-0.4449, abs=1e-4)) == alone
    assert (None, None) == none


def test_units_do_not_touch_each_other():
    """The interval of one is the same whatever others there are."""
    own = [(0, 3, True, 4, 1), (0, 4, False, 2, 2)]
    other = [(1, -1_000_000, True, 7, 1), (1, 3, False, 5, 1)]
    assert told(own).bounds(1)[0] == told([*other, *own]).bounds(2)[0]


def test_nothing_has_no_interval():
    """No row, no unit."""
    nothing = np.empty(0, np.int64)
    assert [] == Told(nothing, nothing, nothing.astype(bool), nothing, nothing, nothing).bounds(0)
