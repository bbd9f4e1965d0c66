"""Confidence is judged by the share that is right."""

import pytest

from eval import calibration
from eval.calibration import Bin, Judged


def test_claims_are_sorted_into_tenths():
    """A full one belongs to the last tenth; empty tenths are left out."""
    claims = [Judged(0.31, True), Judged(0.39, False), Judged(1.0, True)]
    assert [Bin(0.3, 0.4, 2, pytest.approx(0.35), 0.5), Bin(0.9, 1.0, 1, 1.0, 1.0)] == calibration.bins(claims)


def test_the_error_is_how_far_confidence_is_from_what_is_right():
    """Each tenth counts by the number of its claims."""
    claims = [Judged(0.9, True), Judged(0.9, True), Judged(0.9, False), Judged(0.2, False)]
    assert pytest.approx((3 * (0.9 - 2 / 3) + 0.2) / 4) == calibration.error(claims)


def test_no_claim_is_no_error():
    """A reader that finds nothing promises nothing."""
    assert 0 == calibration.error([])
