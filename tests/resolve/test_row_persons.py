"""A phrase that names several persons with their titles is of as many."""

from typing import Any

import pytest

from facta.resolve import Tables
from facta.resolve.row_members import apart
from facta.resolve.row_persons import members


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "National Security Advisor Jake Sullivan, Secretary of State Antony J. Blinken",
            ["National Security Advisor Jake Sullivan", "Secretary of State Antony J. Blinken"],
        ),
        (
            "President Emmanuel Macron of France, Chancellor Olaf Scholz of Germany, and Prime Minister Boris Johnson",
            ["President Emmanuel Macron of France", "Chancellor Olaf Scholz of Germany", "Prime Minister Boris Johnson"],
        ),
        (
            "Foreign Minister Ann Berg, Minister of Justice and Law Mike Roe",
            ["Foreign Minister Ann Berg", "Minister of Justice and Law Mike Roe"],
        ),
        ("Mr. Finer and Minister Liu", ["Mr. Finer", "Minister Liu"]),
        ("Presidents Vladimir Putin and Xi Jinping", ["Presidents Vladimir Putin", "Xi Jinping"]),
        ("Vice President and President Macron", ["Vice President", "President Macron"]),
    ],
)
def test_a_row_of_persons_is_taken_apart(tables: Tables, text: str, expected: list[str]) -> None:
    """Each with what stands before and behind the name."""
    assert expected == [text[r.start : r.end] for r in members(text, tables, "2022-08-21")]


@pytest.mark.parametrize(
    "text",
    [
        "President Joe Biden",
        "Trade and Industry Minister Piyush Goyal",
        "Foreign Minister and Alternate Prime Minister Yair Lapid",
        "Vice President and Prime Minister Mohammed bin Rashid",
        "President Felix Tshisekedi of Congo, Chair of the African Union",
        "Jacek Siewiera, Chief of the National Security Bureau of Poland",
        "President Trump and Russia",
        "spokesmen for President Obama and Secretary Kerry",
        "former Prime Minister Tony Blair and Cherie Roe",
        "and",
        "",
    ],
)
def test_one_person_or_what_is_none_stays_whole(tables: Tables, text: str) -> None:
    """Several titles of one, what else somebody is, states, those who are spoken for."""
    assert members(text, tables, "2022-08-21") == []


def test_each_person_of_a_row_is_a_party(tables: Tables, build: Any) -> None:
    """At its own place."""
    text = "Iran met President Joe Biden and Prime Minister Rishi Sunak."
    event = build.event(text, "met", actors=("Iran", "President Joe Biden and Prime Minister Rishi Sunak"))
    parties = apart(event, tables, "2023-05-01").actors
    assert ["Iran", "President Joe Biden", "Prime Minister Rishi Sunak"] == [p.text for p in parties]
    assert [p.text for p in parties] == [text[p.start : p.end] for p in parties]
