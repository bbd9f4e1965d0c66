"""Between whom somebody mediates."""

import msgspec
import pytest

from facta.events import find
from facta.records import ARTICLE, Mention
from tests.events.event_makers import reading, trigger

TEXT = "Peru and Cuba mediated in Lima between the Chileans and the Bolivians."


def sides(text, phrases, *roles, mode="third-party"):
    """The actors and recipients of a mediation in a text with some phrases."""
    made = reading(text, trigger(text, "mediated", "CONSULT", *roles, mode=mode))
    spots = [Mention(start=text.index(p), end=text.index(p) + len(p), kind="group") for p in phrases]
    analyses = {ARTICLE: msgspec.structs.replace(made.analyses[ARTICLE], mentions=tuple(spots))}
    (event,) = find(msgspec.structs.replace(made, analyses=analyses)).events
    return [p.text for p in event.actors], [p.text for p in event.recipients]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ([("actor", "Peru"), ("actor", "Bolivians"), ("recipient", "Chileans")], (["Peru"], ["Chileans", "Bolivians"])),
        ([("actor", "Peru"), ("recipient", "Bolivians")], (["Peru"], ["Chileans", "Bolivians"])),
        ([("actor", "Bolivians"), ("recipient", "Chileans")], (["Bolivians"], ["Chileans"])),
        ([("actor", "Peru"), ("recipient", "Cuba")], (["Peru"], ["Cuba"])),
    ],
)
def test_both_sides_between_whom_it_is_are_recipients(roles, expected):
    """Where one of them was seen, and somebody else mediates."""
    assert expected == sides(TEXT, ["Chileans", "Bolivians"], *roles)


def test_one_side_alone_is_left_as_it_was():
    """Where no second one is named."""
    text = "Peru mediated between the Chilean generals."
    assert sides(text, ["Chilean generals"], ("actor", "Peru"), ("recipient", "Chilean")) == (["Peru"], ["Chilean"])
