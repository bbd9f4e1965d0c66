"""Who may stand on a side, and who is meant by a name that nobody goes by."""

import pytest

from facta.errors import UsageError
from facta.relations.sides import UnknownSideError, choices, nearest, sides


def test_a_name_nobody_goes_by_brings_the_nearest():
    """By name or code, groups among them."""
    with pytest.raises(UnknownSideError, match="No state or group") as raised:
        sides("CHN", "Rusia")
    assert ("Rusia", "RUS") == (raised.value.asked, raised.value.near[0].code)
    assert "G7" in [choice.code for choice in nearest("g 7")]


def test_sides_that_overlap_are_no_pair():
    """Two groups with members in common."""
    with pytest.raises(UsageError, match=r"share .*DEU"):
        sides("G7", "EU")


def test_everybody_who_may_be_asked_for_is_a_choice():
    """States, bodies and groups; each leads to a side."""
    found = {choice.code: choice for choice in choices()}
    assert ("China", False) == (found["CHN"].name, found["CHN"].group)
    assert found["G7"].group
    for code in ("CHN", "UNO", "EU"):
        assert code == sides(code, "BRA")[0].code
