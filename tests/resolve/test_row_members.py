"""A party that is a row of states is so many parties."""

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
