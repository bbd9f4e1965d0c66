"""The weights of the likeness come from what is labelled."""

import numpy as np

from eval import likeness as made
from eval.regression import logistic
from eval.stories import Window
from facta.stories.likeness import FEATURES
from tests.stories.stores import memory, store
from tests.stories.story_makers import act, event_id, put, report

__all__ = ["memory", "store"]
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


def test_marked_tellings_label_events(store):
    """Events told in the words of one label are one act, of other labels two; one without may be any of its report's."""
    words = [
        "Leaders of China and Russia met in Moscow.",
        "China and Russia held talks in Moscow.",
        "China and Russia spoke in Moscow.",
    ]
    acts = [act("CONSULT", "CHN RUS", words=w, date="2018-04-03") for w in words]
    put(store, report("a", acts[0]), report("b", acts[1], acts[2]), report("c", acts[0]))
    pages = {row["key"]: (row["id"], row["text"]) for row in store.sql('SELECT key, id, "text" FROM pages')}
    told = {
        pages[key][0]: {label: (start := pages[key][1].index(w), start + len(w))}
        for key, label, w in (("a", "s1", words[0]), ("b", "s1", words[1]), ("c", "s2", words[0]))
    }
    window = Window("x", "fit", {report: frozenset(labels) for report, labels in told.items()}, {}, told)
    found = made.of_tellings(store, [window])
    named = {event_id("a"): "a", event_id("b"): "b", event_id("b", 1): "b, unmarked", event_id("c"): "c"}
    assert {("a", "b"): True, ("a", "c"): False, ("b", "c"): False, ("b, unmarked", "c"): False} == {
        tuple(sorted(named[event] for event in pair)): gold for pair, gold in zip(found.name, found.gold.tolist(), strict=True)
    }
    assert (4, len(FEATURES)) == found.x.shape


def test_a_regression_finds_the_weights_that_made_its_data():
    """Within what 20,000 draws allow."""
    rng = np.random.default_rng(1)
    x = rng.normal(size=(20_000, 2))
    y = (rng.random(20_000) < 1 / (1 + np.exp(-(x @ [1.5, -0.5] - 1.0)))).astype(float)
    weight, constant = logistic(x, y, 1.0)
    assert [1.5, -0.5, -1.0] == [round(v * 10) / 10 for v in (*weight, constant)]
