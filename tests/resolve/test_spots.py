"""Where a page names somebody."""

from typing import Any

import pytest

from facta.records import ARTICLE, Analysis, Mention
from facta.resolve import Tables
from facta.resolve.spots import Spot, around, collect, regions, sentence_around
from facta.values.spans import Range


def told(build: Any, tables: Tables, text: str, **fields: Any) -> list[str]:
    """The words of all spots of a text, in order."""
    return [s.text for s in collect(build.reading(text, **fields), tables)]


def mentions(text: str, *found: tuple[str, Any]) -> dict[str, Analysis]:
    """What a reader marked in an article."""
    spans = [Mention(start=text.index(w), end=text.index(w) + len(w), kind=kind, score=0.9) for w, kind in found]
    return {ARTICLE: Analysis(version="test", mentions=tuple(spans))}


def test_known_names_are_found_where_the_reader_passed_them_over(build: Any, tables: Tables) -> None:
    """States, bodies, persons with their titles; a surname alone only where one office holder bears it."""
    text = "Iran met French President Emmanuel Macron and the United Nations. Merkel and Smith wept."
    assert ["Iran", "French President Emmanuel Macron", "United Nations", "Merkel"] == told(
        build, tables, text, published="2018-04-05"
    )


def test_parties_all_count_and_of_the_rest_only_what_lies_in_no_other(build: Any, tables: Tables) -> None:
    """The reader's `Iran` inside of `Iran's navy` is the navy's."""
    text = "Iran's navy fired at a boat of Oman."
    event = build.event(text, "fired", type="ASSAULT", actors=("Iran's navy",), recipients=("boat of Oman",))
    found = collect(build.reading(text, events=(event,), analyses=mentions(text, ("Iran", "state"), ("Oman", "state"))), tables)
    assert [("Iran's navy", True), ("boat of Oman", True)] == [(s.text, s.wanted) for s in found]


def test_one_place_is_one_spot_that_is_all_that_is_said_of_it(build: Any, tables: Tables) -> None:
    """A party, a speaker and what the reader takes it for."""
    text = "Ann Berg met envoys."
    event = build.event(text, "met", actors=("Ann Berg",))
    quote = build.quote(text, "Ann Berg", "envoys")
    found = collect(
        build.reading(text, events=(event,), quotes=(quote,), analyses=mentions(text, ("Ann Berg", "person"))), tables
    )
    assert [("Ann Berg", "person", True, True)] == [(s.text, s.kind, s.wanted, s.speaker) for s in found]


def test_what_the_reader_takes_for_time_or_place_names_nobody(build: Any, tables: Tables) -> None:
    """Only kinds that name parties are looked at."""
    text = "On Zorkday the flats of Blorp burned."
    analyses = mentions(text, ("Zorkday", "time"), ("Blorp", "place"))
    assert [] == told(build, tables, text, analyses=analyses)


def test_the_person_whose_a_party_is_has_a_spot_too(build: Any, tables: Tables) -> None:
    """With the title that stands before the name."""
    text = "Rebels fought troops loyal to President Hadi."
    event = build.event(text, "fought", actors=("Rebels",), recipients=("troops loyal to President Hadi",))
    found = collect(build.reading(text, events=(event,)), tables)
    assert ["Rebels", "troops loyal to President Hadi", "President Hadi"] == [s.text for s in found]
    assert ["person"] == [s.kind for s in found if s.text == "President Hadi"]


def test_spots_of_comments_come_after_the_articles(build: Any, tables: Tables) -> None:
    """Each counted in its own text."""
    found = collect(build.reading("Peru wept.", comments=(("c1", "And so did Chile."), ("c2", "Peru!"))), tables)
    assert [(ARTICLE, "Peru"), ("c1", "Chile"), ("c2", "Peru")] == [(s.comment, s.text) for s in found]


def test_a_definite_party_is_one_with_the_before_it(build: Any, tables: Tables) -> None:
    """Inside of its words or right before them, be it at the beginning of a sentence."""
    text = "The rebels met the army and soldiers."
    event = build.event(text, "met", actors=("rebels",), recipients=("the army", "soldiers"))
    assert [True, True, False] == [s.definite for s in collect(build.reading(text, events=(event,)), tables)]


@pytest.mark.parametrize("text", ["", "\n\n", "Nobody did anything.", "بعض الكلمات", "🦊🦊"])
def test_a_text_without_names_has_no_spots(build: Any, tables: Tables, text: str) -> None:
    """And is no error."""
    assert [] == told(build, tables, text)


@pytest.mark.parametrize(
    ("text", "named", "whole"),
    [
        ("They held American pastor Andrew Brunson there.", "Andrew Brunson", "American pastor Andrew Brunson"),
        ("James Inhofe (R-Okla.) spoke.", "James Inhofe", "American lawmaker James Inhofe"),
        ("Ann Berg, a Norwegian judge, spoke.", "Ann Berg", "Norwegian judge Ann Berg"),
        (
            "Councillor Ann Berg from the Ministry of Norway spoke.",
            "Councillor Ann Berg",
            "Councillor Ann Berg from the Ministry of Norway",
        ),
        ("Ann Berg of Norway spoke.", "Ann Berg", "Ann Berg of Norway"),
        ("They freed Ann Berg from Iran.", "Ann Berg", ""),
        ("They recalled Ambassador Ann Berg from Iran.", "Ambassador Ann Berg", ""),
        ("They told Ann Berg of Hope.", "Ann Berg", ""),
        ("Ann Berg, who met Minister Kim, spoke.", "Ann Berg", ""),
        ("Ann Berg, tired and wet, spoke.", "Ann Berg", ""),
        ("In Oslo Ann Berg spoke.", "Ann Berg", ""),
        ("The rebels, a Syrian group, spoke.", "rebels", ""),
    ],
)
def test_a_name_is_told_with_its_title_or_apposition(tables: Tables, text: str, named: str, whole: str) -> None:
    """Not with a clause behind it, and only a name."""
    start = text.index(named)
    spot = Spot(ARTICLE, Range(start, start + len(named)), named, wanted=True)
    assert whole == around(spot, text, tables, None)


@pytest.mark.parametrize(
    ("at", "sentence"),
    [(0, "One is here."), (14, "Two is there."), (27, "A second line"), (33, "A second line"), (500, "A second line")],
)
def test_the_sentence_of_a_place_ends_with_its_line(at: int, sentence: str) -> None:
    """A place behind the text is in its last one."""
    text = "One is here. Two is there.\nA second line"
    start, end = sentence_around(text, min(at, len(text)))
    assert sentence == text[start:end].strip()


def test_only_paragraphs_that_are_read_and_whole_comments_are_looked_at(build: Any) -> None:
    """In their order."""
    reading = build.reading("One.\nTwo.", comments=(("c1", "Three."),))
    assert [(ARTICLE, (0, 4)), (ARTICLE, (5, 9)), ("c1", (0, 6))] == [(c, (r.start, r.end)) for c, r in regions(reading)]
