"""Measures kept up are imposed anew, whatever a reader takes them for."""

import pytest

from facta.events import find
from tests.events.event_makers import reading, trigger

TEXTS = {
    "The EU extended its sanctions on Belarus.": ("extended its", "SANCTION", None),
    "Japan has tightened an embargo on Syria.": ("has tightened", "SANCTION", None),
    "India renewed its ban on Chinese apps.": ("renewed", "COERCE", "restrict"),
    "The US extended sanctions relief for Iran.": ("extended", "RETREAT", "access"),
    "Chad did not renew its sanctions on Mali.": ("renew", "RETREAT", "access"),
    "Peru extended talks, and sanctions were eased.": ("extended", "RETREAT", "access"),
    "The EU eased its sanctions on Cuba.": ("eased", "RETREAT", "access"),
}


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_extended_is_no_relief(text):
    """Unless relief is extended, or the measure is not; what is eased stays so."""
    words, type, mode = TEXTS[text]
    (event,) = find(reading(text, trigger(text, words, "RETREAT", ("actor", text.split(" ")[1]), mode="access"))).events
    assert (type, mode) == (event.type, event.mode)
