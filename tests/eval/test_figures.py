"""Scores are the ordinary ones, and their intervals hold what they should."""

import pytest

from eval.figures import Tally, score, share


def test_a_score_is_precision_recall_and_f1_over_all_items():
    """Counts are added up before anything is divided."""
    found = score([Tally(2, 4, 2, 3), Tally(1, 1, 1, 2)])
    assert (3 / 5, 3 / 5, 5, 5) == (found.precision, found.recall, found.found, found.asked)
    assert pytest.approx(3 / 5) == found.f1


def test_a_share_is_right_over_all():
    """Items with more cases weigh more."""
    assert (0.7, 10) == share([(1, 2), (6, 8)])[::3]


def test_nothing_to_divide_by_gives_zero():
    """No gold and nothing found is no error."""
    assert (0, 0, 0, 0, 0, 0, 0) == score([])
    assert (0, 0, 0, 0) == share([(0, 0)])


def test_items_that_are_alike_leave_no_doubt():
    """Drawing items anew changes nothing when all are the same."""
    found = score([Tally(1, 2, 1, 2)] * 20)
    assert found.f1 == found.low == found.high == 0.5


def test_few_items_leave_more_doubt_than_many():
    """The interval holds the figure and narrows with more items."""
    few, many = (share([(1, 1), (0, 1)] * n) for n in (5, 500))
    assert few.low < many.low < 0.5 < many.high < few.high


def test_an_interval_is_the_same_each_time():
    """A report made again from the same records is the same."""
    tallies = [Tally(n % 2, 1, n % 2, 1) for n in range(30)]
    assert score(tallies) == score(list(tallies))
