"""A party that is a row of states is so many parties, and a side that has some of a row has all of it."""

from typing import Any

import pytest

from facta.resolve import load_tables
from facta.resolve.row_members import members


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israeli and Palestinian leaders", ["Israeli", "Palestinian leaders"]),
        ("a British and South African couple", ["British", "South African couple"]),
        ("Moscow and Kyiv", ["Moscow", "Kyiv"]),
        ("the US, UK and France", ["US", "UK", "France"]),
        ("U.S. and Iraqi forces", ["U.S.", "Iraqi forces"]),
    ],
)
def test_a_row_is_taken_apart(text: str, expected: list[str]) -> None:
    """The head stays with the last; it is found for the others by what stands beside them."""
    assert expected == [text[r.start : r.end] for r in members(text, load_tables(), "2020-01-01")]


@pytest.mark.parametrize(
    "text",
    [
        "Bosnia and Herzegovina",
        "Israel and Egypt's blockade",
        "Embassy of Turkey, Washington",
        "the Islamic State of Iraq and Syria",
        "Turkish and Syrian Kurds",
        "Iran and Hezbollah",
        "American and other troops",
        "Russian athletes",
    ],
)
def test_what_is_no_row_of_states_stays_whole(text: str) -> None:
    """Names with `and`, owners, places behind a head, peoples, others."""
    assert members(text, load_tables(), "2020-01-01") == []


def sides(resolve: Any, build: Any, text: str, actors: tuple[str, ...], recipients: tuple[str, ...] = ()) -> Any:
    """The states on both sides of an act."""
    event = build.event(text, "signed", type="AGREE", actors=actors, recipients=recipients)
    done = resolve(build.reading(text, "2019-02-28", events=(event,))).events[0]
    return [p.country for p in done.actors], [p.country for p in done.recipients]


def test_a_long_row_is_seen_whole(resolve: Any, build: Any) -> None:
    """A reader may lose both ends of it; its order is the text's."""
    text = "Envoys of Peru, Chile, the United States, Iran, Kenya and the EU signed an accord."
    assert sides(resolve, build, text, ("Chile", "Iran"))[0] == ["PER", "CHL", "USA", "IRN", "KEN", "EUU"]
    text = "Ghana signed for Peru, Chile and Iran."
    assert sides(resolve, build, text, ("Ghana",), ("Peru", "Iran"))[1] == ["PER", "CHL", "IRN"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Peru, Chile and Iran signed.", ("Peru",), ()),
        ("Peru, Chile and Iran signed.", ("Peru", "Chile"), ("Iran",)),
        ("In Lima, Peru, Chile and Iran signed.", ("Lima", "Iran"), ()),
        ("Peru and Chile, Iran signed.", ("Peru", "Chile"), ()),
        ("Peru, Chile and Iran's rulers signed.", ("Peru", "Chile"), ()),
    ],
)
def test_what_may_be_no_row_of_parties_stays(resolve: Any, build: Any, text: str, actors: Any, recipients: Any) -> None:
    """Where one alone was seen, another is on the other side, a town stands before its state, no `and` closes the row."""
    found = sides(resolve, build, text, actors, recipients)
    assert (len(actors), len(recipients)) == (len(found[0]), len(found[1]))
