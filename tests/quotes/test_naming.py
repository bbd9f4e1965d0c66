"""The words that name a source."""

import pytest

from facta.quotes.naming import core
from facta.quotes.told import told
from facta.records import ARTICLE


def name(desk, text, source, *mentions, speaking=True):
    reading = desk.reading(text, desk.analysis(text, (), mentions))
    found, kind = core(told(reading, reading.analyses[ARTICLE], None), desk.where(text, source), speaking=speaking)
    return text[found.start : found.end], kind


@pytest.mark.parametrize(
    ("source", "mentions", "expected"),
    [
        ("The port chief, Ann Berg,", [("port chief", "role"), ("Ann Berg", "person")], ("port chief, Ann Berg", "person")),
        ("Ann Berg, a major,", [("Ann Berg", "person"), ("major", "role")], ("Ann Berg", "person")),
        ("a major, who left,", [("major", "role")], ("major", "role")),
        (
            "The minister of state for ports, Ann Berg,",
            [("minister of state", "role"), ("ports", "other"), ("Ann Berg", "person")],
            ("minister of state for ports, Ann Berg", "person"),
        ),
        (
            "The fleet’s leader, the secretary for ports, Jon de la Berg, who left,",
            [("fleet’s leader", "role"), ("secretary", "role"), ("ports", "other"), ("Jon de la Berg", "other")],
            ("fleet’s leader, the secretary for ports, Jon de la Berg", "other"),
        ),
        (
            "The major, who met a mayor, Ann Berg,",
            [("major", "role"), ("mayor", "role"), ("Ann Berg", "person")],
            ("major", "role"),
        ),
        (
            "The mayors of Sund, North Haven, and Vik",
            [("mayors of Sund", "role"), ("North Haven", "person"), ("Vik", "other")],
            ("mayors of Sund, North Haven, and Vik", "role"),
        ),
    ],
)
def test_the_name_behind_an_office_belongs_to_it(desk, source, mentions, expected):
    """An office behind a name does not, nor does a clause."""
    assert expected == name(desk, f"{source} said no.", source, *mentions)


@pytest.mark.parametrize("when", ["Last week ", "Two days earlier ", "A week later, the ", "Yesterday ", "On Monday "])
def test_when_it_was_said_is_no_part_of_the_name(desk, when):
    """Though the reader took both for one phrase; a name that begins like a time stays whole."""
    source = f"{when}Chancellor Ann Berg"
    assert ("Chancellor Ann Berg", "person") == name(desk, f"{source} said no.", source, (source, "person"))
    assert ("Today Press", "organisation") == name(desk, "Today Press said no.", "Today Press", ("Today Press", "organisation"))


@pytest.mark.parametrize(
    ("source", "first", "expected"),
    [
        ("the Committee to Guard Harbours", ("Committee", "organisation"), "Committee to Guard Harbours"),
        ("Northern Centre for Peace and Fishing", ("Northern Centre", "other"), "Northern Centre for Peace and Fishing"),
        ("the Council on Fish", ("Council", "organisation"), "Council on Fish"),
        ("the Navy on Sunday", ("Navy", "organisation"), "Navy"),
        ("the committee for the harbour", ("committee", "organisation"), "committee"),
    ],
)
def test_the_title_of_a_body_goes_on_in_capitals(desk, source, first, expected):
    """Over `to`, `for` and `of`, and over `on` where the body works on something."""
    assert (expected, "organisation") == name(desk, f"{source} said no.", source, first)


def test_the_title_of_a_body_that_passes_words_on_goes_on_too(desk):
    """Of a link only the first noun phrase is known."""
    text = "According to the Committee to Guard Harbours, it is late."
    mention = ("Committee", "organisation")
    assert ("Committee to Guard Harbours", "organisation") == name(desk, text, "Committee", mention, speaking=False)


@pytest.mark.parametrize(
    ("source", "mentions", "expected"),
    [
        ("Ann and the Navy", [("Ann", "person"), ("Navy", "organisation")], "Ann and the Navy"),
        (
            "Norland, the Southern Isles and Eastmark",
            [("Norland", "state"), ("Southern Isles", "group"), ("Eastmark", "state")],
            "Norland, the Southern Isles and Eastmark",
        ),
        ("Ann Berg, a major and doctor", [("Ann Berg", "person"), ("major and doctor", "role")], "Ann Berg"),
        ("Ann Berg, the major and the doctor", [("Ann Berg", "person"), ("major", "role"), ("doctor", "role")], "Ann Berg"),
        ("Ann and her brother", [("Ann", "person"), ("brother", "role")], "Ann and her brother"),
        ("Ann, Bob", [("Ann", "person"), ("Bob", "person")], "Ann"),
    ],
)
def test_who_speak_together_are_named_together(desk, source, mentions, expected):
    """Commas and an `and` join them; an apposition to the first joins nobody."""
    assert expected == name(desk, f"{source} said no.", source, *mentions)[0]
