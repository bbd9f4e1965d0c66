"""Who is meant by words that only point, or that several bear."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec import structs

from facta.records import Comment, Reading, Span, When

Step = Callable[[Reading], Reading]
DAY = "2019-02-28"


def country(resolve: Step, build: Any, text: str, trigger: str, party: str) -> str | None:
    """Of the only actor of an act."""
    event = build.event(text, trigger, actors=(build.party(text, party),))
    return resolve(build.reading(text, DAY, events=(event,))).events[0].actors[0].country


@pytest.mark.parametrize(
    ("text", "party", "expected"),
    [
        ("Iran and Peru quarrel. The former expelled two envoys.", "former", "IRN"),
        ("Iran and Peru quarrel. The latter expelled two envoys.", "latter", "PER"),
        ("Iran and Peru quarrel. The latter expelled two envoys.", "The latter", "PER"),
        ("Vladimir Putin met Narendra Modi in Cairo. The former expelled two envoys.", "former", "RUS"),
        ("Iran, Peru and Chile quarrel. The latter expelled two envoys.", "latter", None),
    ],
)
def test_the_former_and_the_latter_are_the_two_named_before(
    resolve: Step, build: Any, text: str, party: str, expected: str | None
) -> None:
    """People before places; of three nobody is the latter."""
    assert expected == country(resolve, build, text, "expelled", party)


@pytest.mark.parametrize(
    ("text", "party", "expected"),
    [
        ("India bombed a camp. The IAF crossed the line, India said.", "IAF", "IND"),
        ("Israel bombed a camp. The IAF crossed the line, Israel said.", "IAF", "ISR"),
        ("Brussels crossed the line.", "Brussels", "EUU"),
        ("Antwerp is quiet, Belgium says. An airport in Brussels crossed the line.", "airport in Brussels", "BEL"),
        ("The United States warns. Georgia crossed the line, the United States says.", "Georgia", "GEO"),
        (
            "Seoul is calm. Ministers of South Korea and the National Security Council crossed the line.",
            "National Security Council",
            "KOR",
        ),
    ],
)
def test_of_a_name_that_several_bear_the_page_decides(resolve: Step, build: Any, text: str, party: str, expected: str) -> None:
    """By the state it names most; the body before its town, the state before another's part."""
    assert expected == country(resolve, build, text, "crossed", party)


@pytest.mark.parametrize(("whom", "type"), [("its citizens", "AID"), ("its own people", "ASSAULT")])
def test_its_citizens_are_the_actor_s(resolve: Step, build: Any, whom: str, type: str) -> None:
    """Of force only where it says `own`."""
    text = f"Israel, in Turkey's view, struck {whom}."
    event = build.event(text, "struck", type=type, actors=("Israel",), recipients=(whom,))
    found = resolve(build.reading(text, DAY, events=(event,))).events[0]
    assert found.recipients[0].country == "ISR"


def test_an_apposition_gives_nobody_another_s_name(resolve: Step, build: Any) -> None:
    """She is of the state of whom she speaks for, and not him."""
    text = "Ada Kovač, the spokeswoman of Vladimir Putin, was detained."
    event = build.event(text, "detained", recipients=("Ada Kovač",))
    party = resolve(build.reading(text, DAY, events=(event,))).events[0].recipients[0]
    assert (party.name, party.country) == (None, "RUS")


def test_a_party_and_a_state_in_brackets_make_an_american_lawmaker(resolve: Step, build: Any) -> None:
    """Whatever state the sentence is about."""
    text = "Sen. Jim Berg (R-Okla.) urged a boycott of Turkey."
    assert country(resolve, build, text, "urged", "Sen. Jim Berg") == "USA"


def test_who_speaks_is_who_acts_in_the_same_clause(resolve: Step, build: Any) -> None:
    """The act's party may be told, where a pronoun speaks."""
    text = "Vladimir Putin met Narendra Modi. He asked for oil."
    event = build.event(text, "asked", type="REQUEST", actors=("Narendra Modi",))
    quote = structs.replace(build.quote(text, "He", "for oil"), cue=(build.at(text, "asked"),))
    done = resolve(build.reading(text, DAY, events=(event,), quotes=(quote,)))
    names = {a.id: a.name for a in done.actors}
    assert names[done.quotes[0].speaker_actor or ""] == "Narendra Modi"


def test_a_comment_counts_from_its_own_day(resolve: Step, build: Any) -> None:
    """`Yesterday` of a reader is the day before the comment, not before the article."""
    reading = build.reading("Ghana is quiet.", DAY)
    said = "Ghana shelled a camp yesterday."
    at = said.index("shelled")
    event = structs.replace(
        build.event(said, "shelled", date=When(iso="", precision="reported", text="yesterday")),
        comment="c1",
        trigger=Span(start=at, end=at + len("shelled"), text="shelled"),
    )
    reading = structs.replace(reading, thread=(Comment(id="c1", text=said, date="2019-03-14T08:00:00Z"),), events=(event,))
    date = resolve(reading).events[0].date
    assert date is not None
    assert date.iso == "2019-03-13"


@pytest.mark.parametrize(("who", "country"), [("family", "USA"), ("His family", "USA"), ("plane", "PRK")])
def test_kin_and_staff_are_of_the_state_of_whose_they_are(resolve: Step, build: Any, who: str, country: str) -> None:
    """Even where the paragraph names another state; things are not of a person."""
    text = "John Kerry left North Korea. His family blamed the guards. His plane blamed the guards."
    event = build.event(text, "blamed", type="ACCUSE", actors=(who,))
    assert country == resolve(build.reading(text, "2016-06-20", events=(event,))).events[0].actors[0].country


def test_whose_kin_are_told_of_stands_in_their_paragraph(resolve: Step, build: Any) -> None:
    """In another one a stranger may have been named since, whose daughter it is then."""
    found = []
    for gap in (" ", "\n"):
        text = f"Angela Merkel left for Berlin.{gap}Lin Jun wept. Her daughter blamed the guards."
        event = build.event(text, "blamed", type="ACCUSE", actors=("daughter",))
        found.append(resolve(build.reading(text, "2016-06-20", events=(event,))).events[0].actors[0].country)
    assert ["DEU", None] == found


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("region's prime minister", None),
        ("prime minister of the region", None),
        ("country's prime minister", "Haider al-Abadi"),
    ],
)
def test_an_office_of_a_part_of_a_state_is_not_the_one_just_named(
    resolve: Step, build: Any, office: str, name: str | None
) -> None:
    """Both may be of that state."""
    text = f"Prime Minister Haider al-Abadi spoke. The {office} rejected the vote."
    event = build.event(text, "rejected", actors=(build.party(text, office),))
    party = resolve(build.reading(text, "2017-09-26", events=(event,))).events[0].actors[0]
    assert name == party.name


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("Prime Minister Rishi Sunak spoke. The British chancellor rejected the plan.", "British chancellor", None),
        (
            "US Secretary of State Antony Blinken spoke. Georgia's secretary of state rejected the plan.",
            "Georgia's secretary of state",
            None,
        ),
        ("The queen of Spain rejected the plan.", "queen of Spain", None),
        ("The king of Spain rejected the plan.", "king of Spain", "Felipe VI of Spain"),
    ],
)
def test_another_office_of_the_same_portfolio_is_not_the_leader_s(
    resolve: Step, build: Any, text: str, office: str, name: str | None
) -> None:
    """A king's wife reigns no more than a chancellor of the exchequer leads a government."""
    event = build.event(text, "rejected", actors=(build.party(text, office),))
    assert name == resolve(build.reading(text, "2022-11-26", events=(event,))).events[0].actors[0].name


@pytest.mark.parametrize(
    ("text", "party", "name"),
    [
        ("Mariano Rajoy refused. The Catalan leader crossed the line.", "Catalan leader", None),
        ("Carles Puigdemont met Mariano Rajoy. The Catalan leader crossed the line.", "Catalan leader", "Carles Puigdemont"),
        (
            "Mariano Rajoy met Carles Puigdemont. The Catalan president crossed the line.",
            "Catalan president",
            "Carles Puigdemont",
        ),
        ("Mariano Rajoy met Carles Puigdemont. The Spanish leader crossed the line.", "Spanish leader", "Mariano Rajoy"),
        ("Nicolas Maduro met Leopoldo Lopez. The Venezuelan leader crossed the line.", "Venezuelan leader", "Nicolás Maduro"),
        ("Vladimir Putin smiled. The Chechen leader crossed the line.", "Chechen leader", None),
        ("Bashar al-Assad refused. The Kurdish leader crossed the line.", "Kurdish leader", None),
        ("Ali Abdullah Saleh refused. The southern leader crossed the line.", "southern leader", None),
        ("Professor Lee spoke. The university's president crossed the line.", "university's president", None),
        ("Theresa May refused. The Welsh leader crossed the line.", "Welsh leader", None),
        ("Robert Mugabe spoke in Bulawayo. The tribal leader crossed the line.", "tribal leader", None),
        ("Robert Mugabe spoke in Bulawayo. The Zimbabwean leader crossed the line.", "Zimbabwean leader", "Robert Mugabe"),
    ],
)
def test_a_part_of_a_state_has_a_leader_of_its_own(resolve: Step, build: Any, text: str, party: str, name: str | None) -> None:
    """Of a region, of a people; and the state's leader goes before others of that state."""
    event = build.event(text, "crossed", actors=(build.party(text, party),))
    assert name == resolve(build.reading(text, "2017-08-01", events=(event,))).events[0].actors[0].name
