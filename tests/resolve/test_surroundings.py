"""Whose a party is that names no state: of the act, the paragraph or the article around it."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import ARTICLE, Analysis, Reading, Role, Trigger, Where
from facta.values.spans import Range

Step = Callable[[Reading], Reading]


def countries(reading: Reading) -> list[str | None]:
    return [p.country for e in reading.events for p in (*e.actors, *e.recipients)]


@pytest.mark.parametrize(
    ("text", "party", "country"),
    [
        ("Police in Kenya arrested protesters in Nairobi.", "protesters", "KEN"),
        ("Russia withdrew its forces from Georgia.", "its forces", "RUS"),
        ("Iran said police shot at crowds near the Iraqi border.", "police", "IRN"),
        ("Turkey sent migrants to Greece.", "migrants", None),
        ("A bomb went off.", "A bomb", None),
    ],
)
def test_parties_without_a_state_take_it_from_their_paragraph_or_not_at_all(
    text: str, party: str, country: str | None, resolve: Step, build: Any
) -> None:
    """One state named, a possessive, or a body of the first state named tells the country; a mere guess stays null."""
    event = build.event(text, text.split()[1], type="COERCE", actors=[party])
    assert country == resolve(build.reading(text, "2018-01-01", events=(event,))).events[0].actors[0].country


def test_a_party_without_a_state_is_of_the_one_the_reader_saw_named_for_it(resolve: Step, build: Any) -> None:
    """Even far off and among others; without such a word the paragraph decides."""
    text = "Peru and Chile quarrel.\nItaly watches. The soldiers shot at Maltese fishermen."
    event = build.event(text, "shot", type="ASSAULT", actors=["soldiers"])
    spot, home = build.at(text, "soldiers"), build.at(text, "Chile")
    role = Role(role="actor", start=spot.start, end=spot.end, score=0.9, home=Range(home.start, home.end))
    act = Trigger(start=event.trigger.start, end=event.trigger.end, type="ASSAULT", score=0.9, roles=(role,))
    seen = {ARTICLE: Analysis(version="0", triggers=(act,))}
    got = [resolve(build.reading(text, "2018-01-01", events=(event,), analyses=a)).events[0] for a in ({}, seen)]
    assert ["ITA", "CHL"] == [e.actors[0].country for e in got]


def test_officials_of_a_long_article_are_those_of_the_state_it_is_about(resolve: Step, build: Any) -> None:
    """Unless their sector wanders; a short text has no such subject, and a paragraph's own state decides there."""
    story = "Norway sued. " * 14
    text = f"{story}\nIn Chad the administration jailed rebels."
    got = {
        body: resolve(build.reading(told, "2018-01-01", events=(build.event(told, "jailed", type="COERCE", actors=[body]),)))
        for told in (text, text.replace(story, "Norway sued."))
        for body in (["administration", "rebels"] if told == text else ["the administration"])
    }
    assert {"administration": "NOR", "rebels": "TCD", "the administration": "TCD"} == {
        body: found.events[0].actors[0].country for body, found in got.items()
    }


def test_a_stranger_belongs_to_the_state_where_the_act_was(resolve: Step, build: Any) -> None:
    """Of several states named, the act's own place tells a stranger's; a refugee's it does not."""
    text = "In Nairobi, Qwert Yuiop and migrants were beaten, Uganda and Rwanda said."
    place = Where(name="Nairobi", text="Nairobi")
    event = build.event(text, "beaten", type="ASSAULT", recipients=["Qwert Yuiop", "migrants"], place=place)
    found = resolve(build.reading(text, "2018-01-01", events=(event,))).events[0].recipients
    assert ["KEN", None] == [p.country for p in found]


def test_north_and_south_are_the_koreas_where_one_is_named(resolve: Step, build: Any) -> None:
    """Elsewhere they are directions."""
    text = "North Korea was warned. The South met the North."
    event = build.event(text, "met", actors=("South",), recipients=(build.party(text, "North", 2),))
    assert ["KOR", "PRK"] == countries(resolve(build.reading(text, events=(event,))))
    text = "Sudan was warned. The South met the rebels."
    event = build.event(text, "met", actors=("South",))
    assert ["SDN"] == countries(resolve(build.reading(text, events=(event,))))


def test_an_articles_state_serves_where_a_paragraph_names_none(resolve: Step, build: Any) -> None:
    """The state that is named most by far; without a majority nobody's."""
    text = "Kenya voted. Kenyan parties met, Kenya said.\nPolice beat protesters."
    event = build.event(text, "beat", "ASSAULT", actors=("Police",), recipients=("protesters",))
    assert ["KEN", "KEN"] == countries(resolve(build.reading(text, events=(event,))))
    text = "Kenya and Uganda voted, then Chad.\nPolice beat protesters."
    event = build.event(text, "beat", "ASSAULT", actors=("Police",), recipients=("protesters",))
    assert [None, None] == countries(resolve(build.reading(text, events=(event,))))


def test_a_faiths_people_as_such_are_of_no_state(resolve: Step, build: Any) -> None:
    """`all Muslims` are nobody's; some Muslims who act somewhere are of there."""
    text = "In Kenya a man insulted all Muslims. Muslim protesters marched."
    events = (
        build.event(text, "insulted", "ACCUSE", recipients=("all Muslims",)),
        build.event(text, "marched", "PROTEST", actors=("Muslim protesters",)),
    )
    assert [None, "KEN"] == countries(resolve(build.reading(text, events=events)))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Police arrested an aide of Yoweri Museveni.", "UGA"),
        ("Chad sued Mali. Police arrested an aide of Yoweri Museveni.", "UGA"),
        ("Police arrested aides of Yoweri Museveni and Emmanuel Macron.", None),
        ("Police in Chad arrested an aide of Yoweri Museveni.", "TCD"),
    ],
)
def test_a_known_person_in_the_sentence_tells_the_state_of_a_bare_party(
    text: str, country: str | None, resolve: Step, build: Any
) -> None:
    """Where the sentence names no state and all its persons are of one."""
    event = build.event(text, "arrested", type="COERCE", actors=["Police"])
    assert country == resolve(build.reading(text, "2019-02-01", events=(event,))).events[0].actors[0].country


@pytest.mark.parametrize(("place", "country"), [("Nablus", "ISR"), ("Basra", "IRQ")])
def test_soldiers_in_a_state_without_an_army_are_its_holders(resolve: Step, build: Any, place: str, country: str) -> None:
    """The army in a West Bank town is Israel's."""
    text = f"In {place} the army shot a boy."
    event = build.event(text, "shot", type="ASSAULT", actors=["army"])
    assert country == resolve(build.reading(text, "2018-01-01", events=(event,))).events[0].actors[0].country


def test_kurds_are_of_the_state_that_is_told_of(resolve: Step, build: Any) -> None:
    """Not of none, as people of a faith are."""
    found = {}
    for who in ("Kurds", "Muslims"):
        text = f"In Syria {who} marched to the bridge."
        event = build.event(text, "marched", type="PROTEST", actors=[who])
        found[who] = resolve(build.reading(text, "2018-01-01", events=(event,))).events[0].actors[0].country
    assert {"Kurds": "SYR", "Muslims": None} == found


@pytest.mark.parametrize(
    ("text", "teller", "country"),
    [
        ("Baku accused Armenia of shelling its villages.", "Baku", "AZE"),
        ("The BBC accused Armenia of shelling its villages.", "BBC", "GBR"),
        ("Baku accused Armenia of shelling its own villages.", "Baku", "ARM"),
        ("Baku accused Armenia of shelling villages.", "Baku", "ARM"),
    ],
)
def test_what_is_hit_is_its_of_who_tells_of_it(resolve: Any, build: Any, text: str, teller: str, country: str) -> None:
    """`Its villages`, told by another than who shells them, are the teller's; `its own` are not."""
    said, hit = build.at(text, teller), build.party(text, "villages")
    chain = (build.Source(name=teller, kind="institution", start=said.start, end=said.end),)
    quote = build.quote(text, "The BBC" if teller == "BBC" else teller, text[text.index("Armenia") : -1])
    sides: dict[str, Any] = {"actors": ("Armenia",), "recipients": (hit,), "place": build.Where(name="Armenia", text="Armenia")}
    event = build.event(text, "shelling", type="ASSAULT", assertion=chain, **sides)
    (party,) = resolve(build.reading(text, "2019-02-28", events=(event,), quotes=(quote,))).events[0].recipients
    assert party.country == country
