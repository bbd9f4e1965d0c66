"""Who may stand on a side, and the pair that another is compared with."""

import pytest

from facta.errors import UsageError
from facta.relations.sides import choices, second
from facta.relations.states import UnknownSideError, side


def test_a_second_pair_is_two_names_between_a_dash():
    """By codes or names; what is none is refused, with who is meant."""
    assert (None, ("USA", "CHN")) == (second(None), second("usa - China"))
    with pytest.raises(UnknownSideError) as raised:
        second("CHN-Rusia")
    assert ("Rusia", "RUS") == (raised.value.asked, raised.value.near[0])
    for words, why in (("USA", "two codes"), ("G7-EU", r"share .*DEU")):
        with pytest.raises(UsageError, match=why):
            second(words)


def test_everybody_who_may_be_asked_for_is_a_choice():
    """States, bodies and groups; each leads to a side."""
    found = {choice.code: choice for choice in choices()}
    assert ("China", False) == (found["CHN"].name, found["CHN"].group)
    assert found["G7"].group
    for code in ("CHN", "UNO", "EU"):
        assert code == side(code).code
