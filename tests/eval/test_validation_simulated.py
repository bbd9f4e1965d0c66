"""The simulated worlds are what they are said to be, and estimates are judged rightly."""

from dataclasses import replace

import numpy as np
import pytest

from eval.validation import balances, promises, simulated
from facta.relations.commitments.follow import HORIZONS
from facta.relations.resample import Samples

PLAIN = promises.World("independent", 0.4, 0.5, 10, 2000)


def test_promises_are_met_as_often_as_the_law_says():
    """Kept after an exponential wait, or met by chance: 1 - (1 - p F(h)) exp(-rate h)."""
    history = promises.draw(PLAIN, np.random.default_rng(1))
    days = np.array(HORIZONS)
    own = PLAIN.kept * (1 - np.exp(-days / promises.WAIT))
    by_chance = 1 - np.exp(-PLAIN.rate * days / promises.YEAR)
    assert history.met == pytest.approx(1 - (1 - own) * (1 - by_chance), abs=0.035)
    assert history.unprompted == pytest.approx(by_chance, abs=0.035)


def test_nothing_is_seen_after_the_last_day():
    """Though the uncut history goes on."""
    watched = promises.draw(replace(PLAIN, structure="waves"), np.random.default_rng(1)).watched
    assert int(watched.act_day.max()) <= watched.end
    assert int(watched.day.max()) < watched.end


def test_an_act_answers_all_promises_on_its_subject():
    """And none on another."""
    commitment, act = promises._joined(np.array([0, 0, 2]), np.array([0, 2, 1]))
    assert [(0, 0), (1, 0), (2, 1)] == list(zip(commitment.tolist(), act.tolist(), strict=True))


def test_whole_months_are_drawn_whole():
    """Stories of one month are drawn equally often, and so are their categories."""
    drawn = promises.whole_months(np.array([3, 3, 7]), 50)
    assert (drawn[:, 0] == drawn[:, 1]).all()
    assert [2] == sorted({int(n) for n in drawn[:, 0] + drawn[:, 2]})
    month, kind, value = np.array([1, 1, 2]), np.array([0, 1, 1]), np.array([2.0, 0.0, 3.0])
    stories = Samples(np.zeros_like(month), month, kind, value, np.array([5, 1, 2]), 1, 2)
    counts, sums = balances.whole_months(stories, 50)
    drawn = {(*both, total) for both, total in zip(map(tuple, counts[:, 0].tolist()), sums[:, 0].tolist(), strict=True)}
    assert {(10, 2, 20.0), (5, 3, 16.0), (0, 4, 12.0)} >= drawn


@pytest.mark.parametrize("structure", ["independent", "waves"])
def test_stories_balance_as_their_chances_say(structure):
    """Talk at 2 x .7 - 1, and the gap to deeds at .4."""
    world = balances.World(structure, 0.7, 0.4, 200)
    assert balances.true(world, np.random.default_rng(1), 1000) == pytest.approx([0.4, 0.6], abs=0.03)


def test_waves_gather_stories_and_crises_make_them_hostile():
    """The months' counts vary more, and their sum is the same."""
    worlds = [balances.World(structure, 0.7, 0.7, 1000) for structure in ("independent", "waves", "crises")]
    histories = [balances.draw(world, np.random.default_rng(3)) for world in worlds]
    spread = [np.bincount(h.month, minlength=balances.MONTHS).std() for h in histories]
    assert spread[1] > 2 * spread[0]
    assert histories[2].coop.mean() < histories[1].coop.mean()


def _ask(half_width, noise=1.0):
    def ask(rng):
        value = rng.normal(0, noise)
        return np.array([0.0]), np.array([[value, value - half_width, value + half_width]])

    return ask


def test_a_good_interval_covers_as_it_promises():
    """1.96 standard errors to each side, about an estimate without bias."""
    (cell,) = simulated.simulate(_ask(1.96), 2000, 1)
    assert cell.passes
    assert cell.coverage == pytest.approx(0.95, abs=0.02)
    assert abs(cell.bias) < 3 * cell.bias_error


def test_a_narrow_interval_is_marked():
    """With what it covers."""
    (cell,) = simulated.simulate(_ask(1.0), 500, 1)
    assert not cell.passes
    assert simulated.coverage(cell).endswith("low")


def test_histories_without_an_estimate_are_left_out():
    """And counted."""

    def ask(rng):
        return np.array([0.0]), np.array([[np.nan] * 3 if rng.random() < 0.5 else [0.1, -1.0, 1.0]])

    (cell,) = simulated.simulate(ask, 100, 1)
    assert 30 < cell.known < 70
    assert (1.0, pytest.approx(0.1)) == (cell.coverage, cell.bias)
