"""A party that is a row of states is so many parties."""

import pytest

from facta.events import find
from facta.resolve import load_tables
from facta.resolve.row_members import apart, members
from tests.events.event_makers import reading, trigger


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


@pytest.mark.parametrize(
    ("text", "words", "type", "expected"),
    [
        ("INDIA PAKISTAN AGREE CEASEFIRE", "AGREE", "AGREE", ["INDIA", "PAKISTAN"]),
        ("South Korea Japan Hold Talks", "Hold Talks", "CONSULT", ["South Korea", "Japan"]),
        ("Russian-Turkish talks began.", "talks", "CONSULT", ["Russian", "Turkish"]),
        ("Iran-Iraq shelled it.", "shelled", "ASSAULT", ["Iran", "Iraq"]),
        ("Papua New Guinea Signs Pact", "Signs", "AGREE", ["Papua New Guinea"]),
        ("Guinea Bissau Signs Pact", "Signs", "AGREE", ["Guinea Bissau"]),
        ("Moscow Russia Signs Pact", "Signs", "AGREE", ["Moscow Russia"]),
        ("India Pakistan Border Force Fires", "Fires", "ASSAULT", ["India Pakistan Border Force"]),
        ("India Pakistan Shell Village", "Shell", "ASSAULT", ["India Pakistan"]),
    ],
)
def test_two_states_that_act_together_may_be_joined_by_a_dash_or_nothing(
    text: str, words: str, type: str, expected: list[str]
) -> None:
    """As headlines write them; a name of two words is one state, and who does not act together may be anybody."""
    party = text[: text.index(words)].strip()
    (event,) = find(reading(text, trigger(text, words, type, ("actor", party)))).events
    assert expected == [p.text for p in apart(event, load_tables(), "2020-01-01").actors]
