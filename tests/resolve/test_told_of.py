"""Who is told of acts, not who tells of it."""

from typing import Any

import pytest


def actors(resolve: Any, build: Any, text: str, trigger: str, **act: Any) -> Any:
    """The states that act where a reader takes the speaker, Angela Merkel, for the actor."""
    said = build.at(text, "Angela Merkel")
    chain = (build.Source(name=said.text, kind="person", start=said.start, end=said.end),)
    event = build.event(text, trigger, actors=("Angela Merkel",), assertion=chain, **{"type": "AGREE", **act})
    return [p.country for p in resolve(build.reading(text, "2019-02-28", events=(event,))).events[0].actors]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Angela Merkel said Poland would send tanks.", "would send"),
        ("Angela Merkel said on Monday that Poland had sent tanks.", "sent"),
    ],
)
def test_the_state_before_the_verb_acts(resolve: Any, build: Any, text: str, trigger: str) -> None:
    """Whoever tells of it only does so."""
    assert actors(resolve, build, text, trigger) == ["POL"]


@pytest.mark.parametrize(
    ("text", "trigger", "act"),
    [
        ("Angela Merkel said Germany would send tanks.", "would send", {}),
        ("Angela Merkel said Poland should send tanks.", "should send", {"type": "REQUEST"}),
        ("Angela Merkel said Poland would be sent tanks.", "would be sent", {}),
        ("Angela Merkel said Poland would pay the price.", "would pay", {"type": "THREATEN", "recipients": ("Poland",)}),
        ("Angela Merkel said the army of Poland would send tanks.", "would send", {}),
        ("Angela Merkel said of Poland she would send tanks.", "would send", {}),
    ],
)
def test_who_speaks_acts_where_no_other_state_does(resolve: Any, build: Any, text: str, trigger: str, act: Any) -> None:
    """Speakers for their own state, who ask by saying so, passives, states acted upon, and names that are no subject."""
    assert actors(resolve, build, text, trigger, **act) == ["DEU"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kyodo said Japan would send tanks.", "JPN"),
        ("Kyodo said on Monday that Tokyo would send tanks.", "JPN"),
        ("Kyodo said it would send tanks.", "JPN"),
    ],
)
def test_an_agency_does_not_do_what_it_tells(resolve: Any, build: Any, text: str, country: str) -> None:
    """Its own state does, or the capital; what it says of itself it does."""
    said = build.at(text, "Kyodo")
    chain = (build.Source(name="Kyodo", kind="agency", start=said.start, end=said.end),)
    event = build.event(text, "would send", type="AGREE", actors=("Kyodo",), assertion=chain)
    (party,) = resolve(build.reading(text, "2019-02-28", events=(event,))).events[0].actors
    assert ((party.text == "Kyodo"), party.country) == ("it" in text.split(), country)
