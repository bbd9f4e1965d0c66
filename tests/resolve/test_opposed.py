"""Whose a party without a state is not."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Reading

Step = Callable[[Reading], Reading]


@pytest.mark.parametrize(
    ("type", "parties", "country"),
    [
        ("ACCUSE", ("ministry", "Russia"), "DEU"),
        ("SANCTION", ("ministry", "Russian diplomats"), "DEU"),
        ("SANCTION", ("ministry", "Russian banks"), "DEU"),
        ("ASSAULT", ("army", "Russia"), "RUS"),
        ("ACCUSE", ("court", "Kremlin"), "RUS"),
    ],
)
def test_who_speaks_to_a_state_by_its_name_is_of_another(
    resolve: Step, build: Any, type: str, parties: tuple[str, str], country: str
) -> None:
    """Of the other state that the paragraph names; not so in acts of force, nor before a state's own palace."""
    actor, recipient = parties
    text = f"Russia met Berlin's ships. The {actor} dealt with the {recipient}."
    event = build.event(
        text, "dealt with", type=type, actors=(actor,), recipients=(build.party(text, recipient, text.count(recipient)),)
    )
    assert country == resolve(build.reading(text, "2024-03-17", events=(event,))).events[0].actors[0].country


def test_with_no_other_state_it_stays_the_one_named(resolve: Step, build: Any) -> None:
    """A guess that is often wrong is better than a state that nothing tells of."""
    text = "The ministry accused Russia of piracy."
    event = build.event(text, "accused", type="ACCUSE", actors=("ministry",), recipients=("Russia",))
    assert resolve(build.reading(text, "2024-03-17", events=(event,))).events[0].actors[0].country == "RUS"


@pytest.mark.parametrize(
    ("mission", "country"),
    [
        ("embassy in Cairo", "USA"),
        ("Egyptian embassy", "EGY"),
        ("envoys at the Egyptian embassy", "EGY"),
        ("court in Cairo", "EGY"),
    ],
)
def test_a_mission_is_not_of_the_state_that_it_is_in(resolve: Step, build: Any, mission: str, country: str) -> None:
    """But of the other one that the paragraph names; what is no mission is of its place."""
    text = f"Egypt let the crowd go on. It attacked the {mission}, and America shut it."
    event = build.event(text, "attacked", type="ASSAULT", recipients=(mission,))
    assert country == resolve(build.reading(text, "2024-03-17", events=(event,))).events[0].recipients[0].country


def test_who_speaks_beside_a_state_s_own_may_be_of_it(resolve: Step, build: Any) -> None:
    """The minister beside Kabul's president is no foreigner because both ask something of Afghans."""
    text = "Kabul met Washington. Ashraf Ghani and the minister asked Afghanistan for patience."
    event = build.event(text, "asked", type="REQUEST", actors=("Ashraf Ghani", "minister"), recipients=("Afghanistan",))
    assert "AFG" == resolve(build.reading(text, "2021-06-25", events=(event,))).events[0].actors[1].country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Sweden named Ann Ek as ambassador to Mali. The ambassador met rebels.", "SWE"),
        ("Sweden named Ann Ek as ambassador to Mali. In Chad the ambassador met rebels.", "SWE"),
        ("The special representative for Mali met rebels.", None),
        ("Sweden helped Mali. The ambassador met rebels.", "SWE"),
    ],
)
def test_an_envoy_is_of_the_state_that_sent_him(resolve: Step, build: Any, text: str, country: str | None) -> None:
    """Never of the one that he was sent to, which his own sentence need not name, nor of that where he meets others."""
    who = "special representative for Mali" if "special" in text else "ambassador"
    actor = build.party(text, who, text.count(who))
    place = build.Where(name="Chad", text="Chad") if "Chad" in text else None
    event = build.event(text, "met", actors=(actor,), place=place)
    assert country == resolve(build.reading(text, "2024-03-17", events=(event,))).events[0].actors[0].country


def test_its_embassy_in_a_state_is_not_that_state_s(resolve: Step, build: Any) -> None:
    """But of the one named before."""
    text = "Sweden left Mali after a mob burned its embassy in Mali."
    event = build.event(text, "burned", type="ASSAULT", recipients=("its embassy in Mali",))
    assert resolve(build.reading(text, "2024-03-17", events=(event,))).events[0].recipients[0].country == "SWE"


@pytest.mark.parametrize(("mission", "country"), [("ambassadors for Mali", "MLI"), ("envoys for Mali", "SWE")])
def test_an_ambassador_for_a_state_is_that_state_s(resolve: Step, build: Any, mission: str, country: str) -> None:
    """An envoy for it is sent there."""
    text = f"Sweden and Mali fell out. Ulf Kristersson expelled the {mission}."
    event = build.event(text, "expelled", type="SANCTION", mode="expel", actors=("Ulf Kristersson",), recipients=(mission,))
    assert resolve(build.reading(text, "2024-03-17", events=(event,))).events[0].recipients[0].country == country


@pytest.mark.parametrize(
    ("before", "mission", "country"),
    [
        ("Chad scolded the Italian ambassador.", "the embassy", "ITA"),
        ("Chad scolded Italy's deputy envoy.", "the ambassador", "ITA"),
        ("Chad scolded the Italian ambassador.", "Its embassy", "TCD"),
        ("Chad scolded the Italian farmers.", "the embassy", "TCD"),
    ],
)
def test_the_embassy_is_of_the_mission_named_before(resolve: Step, build: Any, before: str, mission: str, country: str) -> None:
    """By its state; what is somebody's is not."""
    text = f"{before} On Monday {mission} rejected it."
    noun = mission.split(" ")[1]
    event = build.event(text, "rejected", type="REJECT", actors=(build.party(text, noun, text.count(noun)),))
    assert country == resolve(build.reading(text, "2024-03-17", events=(event,))).events[0].actors[0].country


def test_where_a_mission_is_may_be_told_behind_it(resolve: Step, build: Any) -> None:
    """Its own state is then the other one named, whichever stands nearer."""
    text = "Egypt broke with Kuwait after a crowd attacked its embassy in Kuwait."
    event = build.event(text, "attacked", type="ASSAULT", recipients=("embassy",))
    assert resolve(build.reading(text, "2024-03-17", events=(event,))).events[0].recipients[0].country == "EGY"
