"""Floors hold: a lower score fails, other data is refused, lowering takes a deliberate act."""

import pytest

from eval import gate
from eval.measures import Measure


@pytest.fixture
def measure(tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text("one\n")
    return Measure("m", (gold,), dict)


def test_a_score_under_its_floor_fails(measure):
    """The reason the gate exists."""
    floors = gate.pin(measure, {"f1": 0.5}, {}, lower=False)
    assert [False] == [v.failed for v in gate.compare(measure, {"f1": 0.499}, floors)]
    assert [True] == [v.failed for v in gate.compare(measure, {"f1": 0.49}, floors)]


def test_other_data_is_refused(measure):
    """A floor measured on other gold says nothing about this one."""
    floors = gate.pin(measure, {"f1": 0.5}, {}, lower=False)
    measure.data[0].write_text("two\n")
    with pytest.raises(ValueError, match="data changed"):
        gate.compare(measure, {"f1": 0.9}, floors)


def test_a_score_that_is_no_longer_measured_is_refused(measure):
    """Dropping a measure must not look like passing it."""
    floors = gate.pin(measure, {"f1": 0.5, "recall": 0.5}, {}, lower=False)
    with pytest.raises(ValueError, match="no longer measures recall"):
        gate.compare(measure, {"f1": 0.5}, floors)


def test_raising_never_lowers(measure):
    """Pinning again after a bad run keeps the old floor, unless lowering is asked for by name."""
    high = gate.pin(measure, {"f1": 0.5}, {}, lower=False)
    assert high == gate.pin(measure, {"f1": 0.3}, high, lower=False)
    assert 0.3 - gate.MARGIN == gate.pin(measure, {"f1": 0.3}, high, lower=True)["m"]["floors"]["f1"]


def test_lowering_leaves_the_floors_that_hold(measure):
    """Of two scores only the one that fell gives way, also where the other came within the margin."""
    high = gate.pin(measure, {"f1": 0.5, "recall": 0.5}, {}, lower=False)
    low = gate.pin(measure, {"f1": 0.3, "recall": 0.498}, high, lower=True)["m"]["floors"]
    assert low == {"f1": 0.3 - gate.MARGIN, "recall": 0.5 - gate.MARGIN}


def test_a_fingerprint_follows_a_folder(tmp_path):
    """Any changed, added or renamed gold file changes the fingerprint."""
    seen = set()
    for name, content in (("a", "1"), ("a", "2"), ("b", "1")):
        (tmp_path / name).write_text(content)
        seen.add(gate.fingerprint([tmp_path]))
    assert 3 == len(seen)
