"""An office of which the reader took the last words alone."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Reading

Step = Callable[[Reading], Reading]


@pytest.mark.parametrize(
    ("text", "country", "role"),
    [
        ("Hungary's opposition leader meets Bavaria's premier", "DEU", "governor"),
        ("hungary's opposition leader meets bavaria's premier", "DEU", "governor"),
        ("Viktor Orban meets the premier of Bavaria", "DEU", "governor"),
        ("Viktor Orban meets the Catalan premier", "ESP", "governor"),
        ("Viktor Orban meets Slovakia's new premier", "SVK", "prime minister"),
        ("viktor orban meets slovak premier", "SVK", "prime minister"),
        ("Hungary's opposition leader meets the premier", "HUN", "prime minister"),
    ],
)
def test_a_premier_is_of_whom_the_words_beside_say(resolve: Step, build: Any, text: str, country: str, role: str) -> None:
    """A region's or another state's, also where small letters hide the names; with nothing beside, the state's just named."""
    event = build.event(text, "meets", actors=(build.party(text, "premier"),))
    found = resolve(build.reading(text, "2013-03-22", events=(event,))).events[0].actors[0]
    assert (country, role) == (found.country, found.role)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Francois Hollande meets the club's president", None, None),
        ("Francois Hollande meets FIFA's president", None, "NGO"),
        ("Francois Hollande meets Mali's interim president", "Dioncounda Traoré", "MLI"),
        ("Francois Hollande spoke; the region's president meets farmers", None, "FRA"),
        ("Francois Hollande spoke; the country's president meets farmers", "François Hollande", "FRA"),
    ],
)
def test_a_president_of_something_is_not_the_one_just_named(
    resolve: Step, build: Any, text: str, name: str | None, country: str | None
) -> None:
    """But the country's is."""
    event = build.event(text, "meets", actors=(build.party(text, "president"),))
    found = resolve(build.reading(text, "2013-03-22", events=(event,))).events[0].actors[0]
    assert (name, country) == (found.name, found.country)
