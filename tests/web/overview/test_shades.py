"""Which class a number is drawn with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.web.overview.shades import STEPS, breaks, depth, hatched, shade


@pytest.mark.parametrize(
    ("balance", "kind"),
    [
        (1.0, "coop-2"), (0.6, "coop-2"), (0.59, "coop-1"), (0.2, "coop-1"), (0.19, "even"), (0.0, "even"), (-0.19, "even"),
        (-0.2, "conf-1"), (-0.6, "conf-2"), (-1.0, "conf-2"), (None, "none"),
    ],
)  # fmt: skip
def test_a_balance_has_a_class_by_its_size(balance, kind):
    """Bounds belong to the stronger."""
    assert kind == shade(balance)


@given(st.floats(-1, 1))
def test_the_contrary_has_the_contrary_class(balance):
    """Every class has words; conflict is hatched."""
    turn = {"coop": "conf", "conf": "coop"}
    kind = shade(balance)
    assert shade(-balance) == turn.get(kind[:4], kind[:4]) + kind[4:]
    assert kind in dict(STEPS)
    assert hatched(kind) == (kind[:4] == "conf")


@given(st.lists(st.integers(1, 10**6), max_size=30))
def test_breaks_are_round_numbers_from_one_on(numbers):
    """A few, which every number reaches."""
    cuts = breaks(numbers)
    assert list(cuts) == sorted(set(cuts)) and len(cuts) <= 5
    assert all(str(cut).rstrip("0") in "125" for cut in cuts)
    assert all(1 <= depth(n, cuts) <= len(cuts) for n in numbers)


def test_nothing_has_no_breaks():
    """And nought reaches none."""
    assert ((), 0, 0) == (breaks([]), depth(5, ()), depth(0, breaks([1, 2, 3])))
