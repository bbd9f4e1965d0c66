"""Bodies that a page goes on about by their kind alone."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Reading

Step = Callable[[Reading], Reading]


@pytest.mark.parametrize(
    ("first", "who", "same"),
    [
        ("Niger's military council", "council", True),
        ("International Criminal Court", "court", True),
        ("Chad's army", "army", False),
        ("Niger's military council", "ministry", False),
    ],
)
def test_a_kind_alone_means_the_body_of_that_kind(resolve: Step, build: Any, first: str, who: str, same: bool) -> None:
    """The one named before with its state; nobody named where there is none of the kind, or there are those of two states."""
    text = f"The {first} shut the border to Sudan's army. On Monday the {who} cut the fuel."
    shut = build.event(text, "shut", actors=(first,), recipients=("Sudan's army",))
    cut = build.event(text, "cut", actors=(build.party(text, who, text.count(who)),))
    earlier, party = (e.actors[0] for e in resolve(build.reading(text, "2024-03-17", events=(shut, cut))).events)
    assert same == (earlier.actor == party.actor)


@pytest.mark.parametrize(
    ("before", "who", "country"),
    [
        ("NATO ministers met in Oslo.", "alliance", "NAT"),
        ("ECOWAS sent two envoys to Niger.", "bloc", "IGO"),
        ("Judges of the International Court of Justice heard Peru.", "court", "IGO"),
        ("The International Court of Justice heard Peru. On Monday a court in Lima spoke.", "court", "PER"),
        ("Inspectors of the IAEA flew to Iran.", "watchdog", "UNO"),
        ("Saudi Arabia sent a minister to Iran.", "kingdom", "SAU"),
        ("Morocco sent a minister to Jordan.", "kingdom", "MAR"),
    ],
)
def test_a_word_for_a_kind_goes_on_about_the_body_of_that_kind(
    resolve: Step, build: Any, before: str, who: str, country: str
) -> None:
    """The one named last, not one that has no name; of two kingdoms neither, so that the state named first is taken."""
    text = f"{before} The {who} condemned the mayor."
    event = build.event(text, "condemned", actors=(build.party(text, who, text.count(who)),), recipients=("mayor",))
    assert country == resolve(build.reading(text, "2024-03-17", events=(event,))).events[0].actors[0].country


def test_a_company_is_the_firm_named_last(resolve: Step, build: Any) -> None:
    """It is of the state that this one is of, not of the other state that the article names."""
    text = "Poland condemned Gazprom. The company denied it."
    condemned = build.event(text, "condemned", actors=("Poland",), recipients=("Gazprom",))
    denied = build.event(text, "denied", actors=("company",), recipients=("Poland",))
    firm = resolve(build.reading(text, "2024-03-17", events=(condemned, denied))).events[1].actors[0]
    assert ("RUS", "BUS") == (firm.country, firm.sector)


def test_militants_are_of_the_only_group_named_before(resolve: Step, build: Any) -> None:
    """Not of the state that they fight in; of two groups neither is sure."""
    found = []
    for before in ("Islamic State took a town in Syria.", "Islamic State and Hezbollah took a town in Syria."):
        text = f"{before} The militants shot the mayor."
        event = build.event(text, "shot", type="ASSAULT", actors=("militants",))
        found.append(resolve(build.reading(text, "2015-03-17", events=(event,))).events[0].actors[0].country)
    assert ["XIS", None] == found


def test_an_organisation_is_the_body_named_last_of_all(resolve: Step, build: Any) -> None:
    """Behind a party's committee the word no longer means the United Nations named before it."""
    found = []
    for who in ("Envoys", "The Republican National Committee"):
        text = f"The United Nations spoke. {who} saw a film. The organisation condemned the mayor."
        seen = build.event(text, "saw", actors=(who,))
        event = build.event(text, "condemned", actors=("organisation",), recipients=("mayor",))
        found.append(resolve(build.reading(text, "2024-03-17", events=(seen, event))).events[1].actors[0].country == "UNO")
    assert [True, False] == found


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("The president of Guatemala's Supreme Court accused the president.", "GOV"),
        ("The president of Guatemala's Supreme Court spoke. Later farmers accused the president.", "JUD"),
    ],
)
def test_the_president_in_a_sentence_with_a_body_s_is_the_state_s(resolve: Step, build: Any, text: str, sector: str) -> None:
    """In a later sentence it is the body's again."""
    named = build.party(text, "president of Guatemala's Supreme Court")
    second = build.party(text, "president", 2)
    event = build.event(text, "accused", type="ACCUSE", actors=(named,), recipients=(second,))
    found = resolve(build.reading(text, "2010-03-12", events=(event,))).events[0]
    assert [("GTM", "JUD"), ("GTM", sector)] == [(p.country, p.sector) for p in (*found.actors, *found.recipients)]
