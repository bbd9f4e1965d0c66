"""What a form of a ledger sends back."""

import pytest

from facta.errors import UsageError
from facta.web.views.ledger import MOST, _back

NOTHING = {"state": None, "since": None, "until": None}


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ({}, {}),
        ({"horizon": "90", "offset": "40"}, {"horizon": 90, "offset": 40}),
        ({"horizon": "999999999"}, {"horizon": MOST["horizon"]}),
        ({"horizon": "9" * 5000, "offset": "-1"}, {}),
        ({"horizon": "٩٠", "offset": "1e3"}, {}),
        ({"state": "kept", "since": "2018", "until": ""}, {"state": "kept", "since": "2018"}),
    ],
)
def test_a_form_comes_back_to_what_was_shown(told, kept):
    """Whatever else is sent leads to no page that could not be asked for."""
    assert NOTHING | kept == _back(told)


def test_an_unknown_state_is_refused():
    """With those that there are."""
    with pytest.raises(UsageError, match=r"No state 'kpt' of a commitment\. Known: kept, broken"):
        _back({"state": "kpt"})
