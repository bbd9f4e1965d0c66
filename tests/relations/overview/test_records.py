"""What an overview tells."""

import pytest

from facta.relations.overview.records import Counts, State


@pytest.mark.parametrize(
    ("coop", "conf", "balance"),
    [(0, 0, None), (3, 1, 0.5), (1, 3, -0.5), (2, 2, 0.0), (1, 2, -0.3333), (5, 0, 1.0), (0, 1, -1.0)],
)
def test_a_balance_is_of_two_numbers(coop, conf, balance):
    """None of none, and never less than nothing's nought."""
    made = Counts.of(coop, conf)
    assert (balance, coop + conf) == (made.balance, made.stories)
    assert not str(made.balance).startswith("-0.0 ")


def test_a_state_has_what_it_does_and_what_is_done_to_it():
    """Together."""
    assert 7 == State(code="CHN", name="China", acts=Counts.of(3, 1), receives=Counts.of(1, 2), partners=2).stories
