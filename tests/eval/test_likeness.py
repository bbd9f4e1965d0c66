"""The weights of the likeness come from what is labelled."""

import numpy as np

from eval import likeness as made
from eval.regression import logistic
from facta.stories.likeness import FEATURES

AROUND = FEATURES.index("around")


def pairs(around, names, gold):
    x = np.zeros((len(around), len(FEATURES)))
    x[:, AROUND] = around
    return made.Pairs(x, names, np.array(gold))


def test_what_tells_acts_apart_gets_weight():
    """Pairs of one act are alike around, others are not; nothing else differs, so nothing else is learned."""
    rng = np.random.default_rng(0)
    gold = np.arange(200) % 4 == 0
    side = pairs(rng.normal(0.7 * gold, 0.2), [(str(n), "") for n in range(200)], gold)
    weight, constant = made.fit([side])
    assert weight[AROUND] > 0 > constant
    assert [0.0] * (len(FEATURES) - 1) == np.delete(weight, AROUND).round(6).tolist()


def test_the_likeliest_pair_stands_for_two_reports():
    """Two reports that share an act have other events as well, which are no evidence against it."""
    side = pairs([0.1, 0.9, 0.2, 0.8], [("a", "b"), ("a", "b"), ("a", "c"), ("a", "c")], [True, True, False, False])
    assert [False, True, True, True] == made._used(side.x[:, AROUND], side).tolist()


def test_a_regression_finds_the_weights_that_made_its_data():
    """Within what 20,000 draws allow."""
    rng = np.random.default_rng(1)
    x = rng.normal(size=(20_000, 2))
    y = (rng.random(20_000) < 1 / (1 + np.exp(-(x @ [1.5, -0.5] - 1.0)))).astype(float)
    weight, constant = logistic(x, y, 1.0)
    assert [1.5, -0.5, -1.0] == [round(v * 10) / 10 for v in (*weight, constant)]
