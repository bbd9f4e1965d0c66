"""Whether one side answers the other, on series made so that the answer is known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.relations import relations
from facta.relations.reciprocity import LAGS, _at
from tests.relations.relation_makers import TYPES, page
from tests.stories.story_makers import act, put


def months(signs, actor, recipient, shift=0):
    """One deed in the middle of each month, friendly or not."""
    return [
        act(
            *("AID",) if sign else ("SANCTION",),
            actor,
            recipient,
            date=f"{2015 + (n + shift) // 12}-{(n + shift) % 12 + 1:02}-15",
        )
        for n, sign in enumerate(signs)
    ]


SIGNS = [bool(int(c)) for c in "110100110010111000101101"]


def test_a_side_that_answers_a_month_later_correlates_at_lag_one(store):
    """Russia does to China what China did to it the month before: 1 at lag 1, where the second side answers."""
    put(store, page(*months(SIGNS, "CHN", "RUS"), *months(SIGNS, "RUS", "CHN", 1)))
    found = {r.lag: r for r in relations(store, "CHN", "RUS", directed=False).reciprocity}
    assert (LAGS, 1.0, 24) == (tuple(found), found[1].value, found[1].periods)
    assert max(abs(found[lag].value) for lag in LAGS if lag != 1) < 0.8
    turned = {r.lag: r.value for r in relations(store, "RUS", "CHN", directed=False).reciprocity}
    assert {-lag: r.value for lag, r in found.items()} == turned


def test_only_the_days_asked_for_count(store):
    """Also of the first and the last year, where the bounds lie within them."""
    before = [act("SANCTION", a, b, date=f"2009-01-{n:02}") for n in range(1, 9) for a, b in (("CHN", "RUS"), ("RUS", "CHN"))]
    after = [
        act("AID" if sign else "SANCTION", a, b, date=f"{2009 + n}-07-15")
        for n, sign in enumerate(SIGNS[:9])
        for a, b in (("CHN", "RUS"), ("RUS", "CHN"))
    ]
    asked = {"by": "year", "since": "2009-02", "until": "2017-12"}
    alone = relations(put(store, page(*after)), "CHN", "RUS", **asked).reciprocity
    assert 1.0 == next(r.value for r in alone if r.lag == 0)
    both = relations(put(store, page(*before, key="b")), "CHN", "RUS", **asked).reciprocity
    assert alone == both


def test_meetings_and_deals_are_nobodys_answer(store):
    """What both do at once says nothing of who answers whom."""
    joint = [act("COOPERATE", "CHN RUS", date=f"2015-{m:02}-15") for m in range(1, 13)]
    put(store, page(*joint))
    assert {(None, 0)} == {(r.value, r.periods) for r in relations(store, "CHN", "RUS").reciprocity}


def test_fewer_than_eight_months_in_which_both_act_say_nothing(store):
    """Seven, and the count is told."""
    put(store, page(*months(SIGNS[:7], "CHN", "RUS"), *months(SIGNS[:7], "RUS", "CHN")))
    (same,) = [r for r in relations(store, "CHN", "RUS").reciprocity if r.lag == 0]
    assert (None, None, 7) == (same.value, same.low, same.periods)


def test_a_side_that_always_does_the_same_says_nothing(store):
    """There is no rank in a constant."""
    put(store, page(*months([True] * 12, "CHN", "RUS"), *months(SIGNS[:12], "RUS", "CHN")))
    assert {None} == {r.value for r in relations(store, "CHN", "RUS").reciprocity}


@given(st.lists(st.tuples(st.integers(-2, 2), st.integers(-2, 2)), min_size=12, max_size=60))
@settings(max_examples=50)
def test_the_interval_holds_the_value_though_many_periods_are_equal(rows):
    """Ties share their rank in the resamples as in the sample; with ranks by order the interval would lie too high."""
    x, y = np.array(rows, float).T
    found = _at(0, x, y)
    if found.value is not None and found.low is not None:
        assert found.low - 0.15 <= found.value <= found.high + 0.15


@pytest.mark.parametrize("seed", range(3))
def test_unrelated_series_with_many_equal_periods_have_an_interval_around_zero(seed):
    """Two hundred periods of -1 or 1, drawn by chance: its middle is the value, about zero."""
    rng = np.random.default_rng(seed)
    x, y = rng.choice([-1.0, 1.0], (2, 200))
    found = _at(0, x, y)
    assert 0.05 > abs((found.low + found.high) / 2 - found.value)


def test_types_of_the_makers_are_what_they_say():
    """Rung and sign, by the ontology."""
    from facta.events.ontology import ontology

    assert {(rung, coop) for rung, coop in TYPES} == {
        (ontology().rung(kind, mode, "actual", ""), ontology().quad(kind) <= 2) for kind, mode in TYPES.values()
    }
