"""One verb is one act, though a reader may take its parts for two."""

import pytest

from facta.events import find
from tests.events.event_makers import reading, trigger


def left(text, first, second, sure=(0.6, 0.9), actors=("Ghana", "Ghana")):
    """What is left of two acts, by their triggers."""
    types = ("COERCE", "ASSAULT")
    given = [
        trigger(text, words, type_, ("actor", actor), score=score)
        for words, type_, actor, score in zip((first, second), types, actors, sure, strict=True)
    ]
    return [e.trigger.text for e in find(reading(text, *given)).events]


def test_the_surer_part_of_a_verb_tells_the_act():
    """Over all the verb's words, whichever part comes first."""
    text = "Ghana blew up a bridge."
    given = [
        trigger(text, "blew", "COERCE", ("actor", "Ghana"), score=0.6),
        trigger(text, "up", "ASSAULT", ("actor", "Ghana"), score=0.9),
    ]
    (event,) = find(reading(text, *given)).events
    assert (event.type, event.trigger.text) == ("ASSAULT", "blew up")
    assert event.evidence is not None
    assert "blew up" in event.evidence.text
    assert left(text, "blew", "up", (0.9, 0.6)) == ["blew up"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Ghana agreed to a ceasefire.", "agreed to", "a ceasefire"),
        ("Ghana indicted and convicted him.", "indicted and", "convicted"),
        ("Ghana threatened by force.", "threatened", "by force"),
        ("Ghana tore the bridge apart.", "tore", "apart"),
    ],
)
def test_what_words_part_are_two_acts(text, first, second):
    """Prepositions and conjunctions between them, or anything else."""
    assert left(text, first, second) == [first, second]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Ghana agreed to withdraw from Lome.", "agreed", "to withdraw"),
        ("Ghana has promised to free them.", "has promised to", "free"),
        ("Ghana hopes to sign it in May.", "hopes to", "sign"),
        ("Ghana failed to send help.", "failed to", "send"),
    ],
)
def test_a_promise_and_what_it_leads_to_are_one_act(text, first, second):
    """So is a verb that is nothing without another; whichever is surer says what it is."""
    assert left(text, first, second, actors=("Ghana", "Ghana")) == [f"{first} {second}"]


def test_acts_of_two_actors_stay():
    """They are no parts of one verb."""
    assert left("Ghana and Togo fled fired.", "fled", "fired", actors=("Ghana", "Togo")) == ["fled", "fired"]


def test_a_signature_and_the_agreement_signed_are_one_deal():
    """Though an article stands between; any other act behind an article is one of its own."""
    text = "Ghana and Togo signed a border agreement."
    both = (("actor", "Ghana"), ("actor", "Togo"))
    (event,) = find(
        reading(
            text,
            trigger(text, "signed a", "SUPPORT", *both, mode="sign", score=0.9),
            trigger(text, "border agreement", "AGREE", *both, score=0.4),
        )
    ).events
    assert (event.type, event.trigger.text) == ("AGREE", "signed a border agreement")
    other = "Ghana rejected the demand."
    assert len(left(other, "rejected the", "demand")) == 2
