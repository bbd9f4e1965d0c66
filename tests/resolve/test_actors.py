"""The cast of a page: everybody once, parties and speakers linked to them."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Reading

Step = Callable[[Reading], Reading]

VISIT = (
    "Wei said his Moscow trip was agreed with President Xi.\n"
    "On his first visit, Chinese Defense Minister Wei Feng met Russian Defense Minister Sergey Shoigu. "
    "“We support you,” he added.\n"
    "In response, his Russian counterpart praised the ties. Both Putin and Xi were re-elected. “A new level,” Shoigu said."
)


def names(reading: Reading) -> dict[str, list[str]]:
    return {a.name: [m.text for m in a.mentions] for a in reading.actors}


def speakers(reading: Reading) -> list[str | None]:
    by_id = {a.id: a.name for a in reading.actors}
    return [by_id.get(q.speaker_actor or "") for q in reading.quotes]


def test_full_names_surnames_titles_and_relations_make_one_person_each(resolve: Step, build: Any) -> None:
    """The full name anywhere on the page gathers surname, title and relation, before it and after."""
    quotes = (
        build.quote(VISIT, "Wei", "agreed"),
        build.quote(VISIT, "he", "“We support you,”", occurrence=VISIT[: VISIT.index("he added")].count("he") + 1),
        build.quote(VISIT, "his Russian counterpart", "praised the ties"),
        build.quote(VISIT, "Shoigu", "“A new level,”", occurrence=2),
    )
    found = resolve(build.reading(VISIT, quotes=quotes))
    assert ["Wei Fenghe", "Wei Fenghe", "Sergei Shoigu", "Sergei Shoigu"] == speakers(found)
    assert {"Xi Jinping": ["President Xi", "Xi"], "Vladimir Putin": ["Putin"]} == {
        k: v for k, v in names(found).items() if k in ("Xi Jinping", "Vladimir Putin")
    }


def test_every_mention_is_where_it_says(resolve: Step, build: Any) -> None:
    """Offsets of mentions cover their words, in the article and in the comments."""
    found = resolve(build.reading(VISIT, comments=[("c1", "Putin and China again.")]))
    texts = {None: VISIT, "c1": "Putin and China again."}
    mentions = [m for a in found.actors for m in a.mentions]
    assert [m.text for m in mentions] == [texts[m.comment][m.start : m.end] for m in mentions]
    assert {"Vladimir Putin", "China"} == {a.name for a in found.actors for m in a.mentions if m.comment == "c1"}


def test_parties_get_country_sector_name_role_and_actor(resolve: Step, build: Any) -> None:
    """A party says who it is as of the page's date, and links to the actor record."""
    text = "Chinese Defense Minister Wei Feng met Shoigu in Moscow."
    event = build.event(text, "met", actors=["Chinese Defense Minister Wei Feng", "Shoigu"])
    found = resolve(build.reading(text, "2018-04-04", events=(event,)))
    got = [(p.name, p.country, p.sector, p.role) for p in found.events[0].actors]
    assert [("Wei Fenghe", "CHN", "GOV", "defence minister"), ("Sergei Shoigu", "RUS", "GOV", "defence minister")] == got
    assert {p.actor for p in found.events[0].actors} <= {a.id for a in found.actors}


def test_a_counterpart_not_on_the_page_is_the_holder_of_the_day(resolve: Step, build: Any) -> None:
    """`his Turkish counterpart` of a foreign minister is that day's Turkish foreign minister."""
    text = "Russian Foreign Minister Sergey Lavrov met his Turkish counterpart."
    event = build.event(text, "met", actors=["Russian Foreign Minister Sergey Lavrov", "his Turkish counterpart"])
    found = resolve(build.reading(text, "2016-12-01", events=(event,)))
    assert "Mevlüt Çavuşoğlu" == found.events[0].actors[1].name


def test_an_office_phrase_is_the_person_of_that_office_on_the_page(resolve: Step, build: Any) -> None:
    """Without a date, `the Chinese defence minister` is the one the page names."""
    text = "Wei Fenghe, a general, spoke. Defence Minister Wei Fenghe left.\nThe Chinese defence minister was in Moscow."
    event = build.event(text, "was in", actors=["The Chinese defence minister"])
    assert "Wei Fenghe" == resolve(build.reading(text, events=(event,))).events[0].actors[0].name


def test_two_persons_of_one_surname_stay_two(resolve: Step, build: Any) -> None:
    """A surname alone is the bearer named last before it."""
    text = "Hillary Clinton spoke in Geneva. Bill Clinton spoke in Rome. Clinton left Rome."
    event = build.event(text, "left", actors=[build.party(text, "Clinton", 3)])
    found = resolve(build.reading(text, "2012-01-01", events=(event,)))
    assert "Bill Clinton" == found.events[0].actors[0].name
    assert "Hillary Clinton" in names(found)


def test_persons_unknown_to_the_tables_are_gathered_too(resolve: Step, build: Any) -> None:
    """A stranger's full name and surname are one actor, with what the title tells."""
    text = "Bamban mayor Alice Guo of the Philippines fled. Guo was seen in Jakarta."
    event = build.event(text, "fled", actors=["Bamban mayor Alice Guo of the Philippines"])
    seen = build.event(text, "seen", actors=[build.party(text, "Guo", 2)])
    found = resolve(build.reading(text, "2024-07-01", events=(event, seen)))
    assert [("PHL", "GOV")] * 2 == [(e.actors[0].country, e.actors[0].sector) for e in found.events]
    assert found.events[0].actors[0].actor == found.events[1].actors[0].actor


def test_one_unknown_name_empties_nothing_else(resolve: Step, build: Any) -> None:
    """A party that nobody knows stays as it was written, and the other one is resolved."""
    text = "Qwertz met France and Spain."
    event = build.event(text, "met", actors=["Qwertz", "France"])
    first, second = resolve(build.reading(text, "2018-01-01", events=(event,))).events[0].actors
    assert (None, None, None) == (first.country, first.sector, first.role)
    assert ("FRA", "GOV") == (second.country, second.sector)


def test_the_events_own_date_decides_the_office(resolve: Step, build: Any) -> None:
    """In a report of 2018 about 2010, Medvedev is the president."""
    text = "In 2010 Dmitry Medvedev met Barack Obama."
    event = build.event(
        text, "met", actors=["Dmitry Medvedev", "Barack Obama"], date=build.When(iso="", precision="reported", text="2010")
    )
    found = resolve(build.reading(text, "2018-01-01", events=(event,))).events[0]
    assert ["president", "president"] == [p.role for p in found.actors]


def test_a_former_minister_who_runs_for_office_is_a_candidate(resolve: Step, build: Any) -> None:
    """What somebody no longer is does not hide what they are on the day."""
    text = "Former Secretary of State Hillary Clinton spoke in Ohio."
    event = build.event(text, "spoke", actors=["Former Secretary of State Hillary Clinton"])
    got = resolve(build.reading(text, "2015-11-20", events=(event,))).events[0].actors[0]
    assert ("Hillary Clinton", "USA", "PTY") == (got.name, got.country, got.sector)


def test_an_undated_earlier_act_is_not_of_today(resolve: Step, build: Any) -> None:
    """Background without a date takes the person's office, not the retirement of the report's day."""
    text = "Ronald Reagan had met Mikhail Gorbachev."
    event = build.event(text, "had met", actors=["Ronald Reagan", "Mikhail Gorbachev"], status="historical")
    got = resolve(build.reading(text, "2015-12-01", events=(event,))).events[0].actors
    assert [("USA", "GOV"), ("SUN", "GOV")] == [(p.country, p.sector) for p in got]


def test_ids_are_the_same_on_a_second_run(resolve: Step, build: Any) -> None:
    """Resolving twice gives the same records."""
    reading = build.reading(VISIT)
    assert resolve(reading) == resolve(reading)
    assert len({a.id for a in resolve(reading).actors}) == len(resolve(reading).actors)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Tiffany Trump was there.", []),
        ("But Putin stayed.", ["Vladimir Putin"]),
        ("Defense Minister Wei Feng attended.", ["Wei Fenghe"]),
        ("In May Rice fields were dry.", []),
        ("Erdoğan’s party won.", ["Recep Tayyip Erdoğan"]),
    ],
)
def test_names_the_reader_passed_over_are_found(text: str, known: list[str], resolve: Step, build: Any) -> None:
    """A known surname counts with the name it stands in: another given name is another person, a word is a word."""
    assert known == [a.name for a in resolve(build.reading(text, "2018-05-01")).actors if a.kind == "person"]


def test_an_empty_page_has_no_cast(resolve: Step, build: Any) -> None:
    """Nothing in, nothing out, no error."""
    assert () == resolve(build.reading("")).actors


def test_a_pronoun_is_no_surname(resolve: Step, build: Any) -> None:
    """ "He" is the speaker named before, though somebody in the tables bears that name; links of chains say who."""
    text = "US Secretary of State Antony Blinken spoke on Monday. He accused China of delay."
    quote = build.quote(text, "He", "China of delay")
    found = resolve(build.reading(text, "2023-03-20", quotes=(quote,)))
    assert ["Antony Blinken"] == speakers(found)
    assert "Liu He" not in names(found)


@pytest.mark.parametrize(
    ("named", "pronoun", "told"),
    [
        ("China", "It", ("China", "institution")),
        ("US Department of Commerce", "It", ("United States Department of Commerce", "institution")),
        ("Emmanuel Macron", "He", ("Emmanuel Macron", "person")),
    ],
)
def test_whom_a_pronoun_means_tells_what_kind_of_source_it_is(
    named: str, pronoun: str, told: tuple[str, str], resolve: Step, build: Any
) -> None:
    """In the chains of quotations and of events alike."""
    text = f"{named} spoke. {pronoun} said Russia had paid half."
    said = build.at(text, pronoun)
    link = build.Source(name=said.text, kind="person", start=said.start, end=said.end)
    quote = build.quote(text, said.text, "Russia had paid half", chain=(link,))
    events = (
        build.event(text, "spoke", actors=[named]),
        build.event(text, "paid", type="AID", actors=["Russia"], assertion=(link,)),
    )
    found = resolve(build.reading(text, "2023-03-20", quotes=(quote,), events=events))
    assert [told] * 2 == [(s.name, s.kind) for s in (*found.quotes[0].chain, *found.events[1].assertion)]


@pytest.mark.parametrize(
    ("text", "party", "told"),
    [
        ("Iran held the British journalist Qwert Yuiop for a year.", "Qwert Yuiop", ("GBR", "JRN")),
        ("Iran held Qwert Yuiop, a Canadian professor, and France objected.", "Qwert Yuiop", ("CAN", "EDU")),
        ("Iran held Qwert Yuiop, a senior member of the Lord's Resistance Army.", "Qwert Yuiop", ("UGA", "REB")),
        ("Iran held Qwert Yuiop, an old friend of many people in Uganda.", "Qwert Yuiop", (None, "CVL")),
        ("Iran held Qwert Yuiop while France and Spain objected.", "Qwert Yuiop", (None, "CVL")),
    ],
)
def test_a_stranger_is_known_by_title_apposition_or_part(
    text: str, party: str, told: tuple[str | None, str], resolve: Step, build: Any
) -> None:
    """What stands right before or after a name tells who it is; else the part played the sector, and no state is guessed."""
    event = build.event(text, "held", type="COERCE", recipients=[party])
    found = resolve(build.reading(text, "2018-01-01", events=(event,))).events[0].recipients[0]
    assert told == (found.country, found.sector)


def test_a_surname_that_somebody_known_bears_stays_the_strangers(resolve: Step, build: Any) -> None:
    """`Merkel` after `Hans Merkel` is Hans, not the chancellor."""
    text = "The activist Hans Merkel of Austria was arrested. Merkel was freed."
    event = build.event(text, "arrested", recipients=["Hans Merkel"], type="COERCE")
    freed = build.event(text, "freed", recipients=[build.party(text, "Merkel", 2)], type="RETREAT")
    found = resolve(build.reading(text, "2018-01-01", events=(event, freed))).events
    assert [("AUT", "CVL")] * 2 == [(e.recipients[0].country, e.recipients[0].sector) for e in found]


def test_a_surname_is_not_that_of_somebody_else_whom_the_page_does_not_mean(resolve: Step, build: Any) -> None:
    """Where the page gives another given name, the known bearer of the surname is left out; else it is the known one."""
    other = "Robert Khan of Ohio spoke at the meeting. Later Khan blamed the company."
    same = "Imran Khan spoke at the meeting. Later Khan blamed the company."
    found = [
        resolve(build.reading(t, "2019-05-01", events=(build.event(t, "blamed", "ACCUSE", actors=(build.party(t, "Khan", 2),)),)))
        for t in (other, same)
    ]
    assert [None, "Imran Khan"] == [r.events[0].actors[0].name for r in found]


def test_a_demonym_alone_is_the_person_of_that_surname(resolve: Step, build: Any) -> None:
    """After Mark Cuban, `Cuban` is him and not Cuba."""
    text = "Mark Cuban, an American investor, spoke. Cuban blamed the bank."
    event = build.event(text, "blamed", "ACCUSE", actors=("Mark Cuban, an American investor", build.party(text, "Cuban", 2)))
    (found,) = resolve(build.reading(text, events=(event,))).events
    assert ["USA", "USA"] == [p.country for p in found.actors]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Putin received Macron in Sochi. He asked Berlin for gas.", "Vladimir Putin"),
        ("Putin was rebuked by Macron. He asked Berlin for gas.", "Vladimir Putin"),
        ("In a call with Vladimir Putin, Emmanuel Macron offered talks. He asked Berlin for gas.", "Emmanuel Macron"),
        ("Putin's aide saw Emmanuel Macron in Paris. He asked Berlin for gas.", "Emmanuel Macron"),
        ("Putin spoke first. Angela Merkel greeted Emmanuel Macron. He asked Berlin for gas.", "Emmanuel Macron"),
    ],
)
def test_he_goes_on_with_the_subject_of_the_last_sentence_that_names_him(text: str, who: str, resolve: Step, build: Any) -> None:
    """Not with whom that sentence names last, nor with who only owns the subject or stands in a phrase before it."""
    event = build.event(text, "asked", type="REQUEST", actors=["He"])
    assert who == resolve(build.reading(text, "2019-02-01", events=(event,))).events[0].actors[0].name


def test_he_in_a_quotes_cue_is_who_spoke_close_before(resolve: Step, build: Any) -> None:
    """Whoever is the subject of a sentence between."""
    text = "“No,” Putin said. Emmanuel Macron flew home. “Never,” he said."
    quotes = (build.quote(text, "Putin", "“No,”"), build.quote(text, "he", "“Never,”"))
    assert ["Vladimir Putin", "Vladimir Putin"] == speakers(resolve(build.reading(text, "2019-02-01", quotes=quotes)))


@pytest.mark.parametrize(
    ("text", "parties", "expected"),
    [
        (
            "Italian and Libyan soldiers met rebels.",
            ["Italian", "Libyan soldiers"],
            [(None, "ITA", "MIL"), (None, "LBY", "MIL")],
        ),
        (
            "The Peruvian, Chilean and Bolivian parliaments met.",
            ["Peruvian", "Chilean"],
            [(None, "PER", "LEG"), (None, "CHL", "LEG")],
        ),
        (
            "The presidents of Chile, Peru and Bolivia met.",
            ["Peru", "Bolivia"],
            [("Sebastián Piñera", "CHL", "GOV"), ("Martín Vizcarra", "PER", "GOV"), ("Evo Morales", "BOL", "GOV")],
        ),
        ("The Italian and Libyan Defence Minister Osama Juwaili met.", ["Italian"], [("Italy", "ITA", "GOV")]),
        ("The president of Chile and Peru met.", ["Peru"], [("Peru", "PER", "GOV")]),
    ],
)
def test_a_row_shares_its_head(
    text: str, parties: list[str], expected: list[tuple[str | None, str, str]], resolve: Step, build: Any
) -> None:
    """Behind the last adjective or before the first state; a name's title and a single office are not shared."""
    event = build.event(text, "met", actors=parties)
    got = resolve(build.reading(text, "2019-02-01", events=(event,))).events[0].actors
    assert expected == [(p.name, p.country, p.sector) for p in got]


def test_a_clause_behind_a_name_tells_of_others(resolve: Step, build: Any) -> None:
    """Whom an envoy met is not the envoy; an apposition is."""
    text = "Ambassador Obi Dorel, who met Foreign Minister Sergei Lavrov, left."
    event = build.event(text, "left", actors=["Ambassador Obi Dorel"])
    assert None is resolve(build.reading(text, "2019-02-01", events=(event,))).events[0].actors[0].name


def test_the_person_whose_people_act_is_on_the_page_too(resolve: Step, build: Any) -> None:
    """A phrase that says whose somebody is names the owner."""
    text = "Troops loyal to President Alassane Ouattara advanced. He asked Paris for help."
    event = build.event(text, "advanced", type="MOBILIZE", actors=["Troops loyal to President Alassane Ouattara"])
    asked = build.event(text, "asked", type="REQUEST", actors=["He"])
    found = resolve(build.reading(text, "2011-04-11", events=(event, asked)))
    assert [(None, "CIV", "MIL"), ("Alassane Ouattara", "CIV", "GOV")] == [
        (p.name, p.country, p.sector) for e in found.events for p in e.actors
    ]


@pytest.mark.parametrize(
    ("text", "party", "name"),
    [
        ("A court in Cairo tried the deposed president today. Mohamed Morsi fell in July.", "deposed president", "Mohamed Morsi"),
        ("A court tried the ousted president today. Mohamed Morsi met Hosni Mubarak.", "ousted president", None),
        ("Mahmoud Ahmadinejad spoke. Hassan Rouhani tried his predecessor.", "his predecessor", "Mahmoud Ahmadinejad"),
    ],
)
def test_an_office_lost_is_the_one_persons_who_held_it(
    text: str, party: str, name: str | None, resolve: Step, build: Any
) -> None:
    """If the page names one such person, or the tables know who came before; of two it stays open."""
    event = build.event(text, "tried", type="ACCUSE", recipients=[party])
    assert name == resolve(build.reading(text, "2014-02-01", events=(event,))).events[0].recipients[0].name


def test_who_is_mentioned_in_passing_is_known_but_nobody_of_the_page(resolve: Step, build: Any) -> None:
    """The parties say who they are and when it was; no actor of the page comes of them, and its events are as without them."""
    text = "Norway thanked Chile on Monday, a week after talks between Wei Fenghe and the Russian defence minister."
    told = build.event(text, "thanked", "SUPPORT", actors=["Norway"], recipients=["Chile"])
    talks = build.event(text, "talks", actors=["Wei Fenghe", "the Russian defence minister"])
    without, found = (resolve(build.reading(text, "2018-04-04", events=(told,), passing=some)) for some in ((), (talks,)))
    assert (without.events, without.actors) == (found.events, found.actors)
    (one,) = found.passing
    assert [("Wei Fenghe", "CHN", None), ("Sergei Shoigu", "RUS", None)] == [(p.name, p.country, p.actor) for p in one.actors]


def test_a_person_is_no_place(resolve: Any, build: Any) -> None:
    """A reader may take whoever was met or held for where it was; a state may be both."""
    text = "Talks with Sergei Lavrov were held; Peru visited Chile."
    talks = build.event(text, "Talks", actors=("Sergei Lavrov",), place=build.Where(name="Sergei Lavrov", text="Sergei Lavrov"))
    visit = build.event(text, "visited", recipients=("Chile",), place=build.Where(name="Chile", text="Chile"))
    found = resolve(build.reading(text, "2019-02-28", events=(talks, visit))).events
    assert [None, "CHL"] == [e.place and e.place.country for e in found]


def test_a_ship_that_uses_force_is_a_force_s(resolve: Any, build: Any) -> None:
    """The one that it seizes is its owner's."""
    text = "Peruvian boats seized a Chilean tanker."
    event = build.event(text, "seized", type="COERCE", mode="seize", actors=("Peruvian boats",), recipients=("Chilean tanker",))
    (found,) = resolve(build.reading(text, "2019-02-28", events=(event,))).events
    assert ["MIL", "BUS"] == [p.sector for p in (*found.actors, *found.recipients)]
