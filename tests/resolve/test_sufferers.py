"""Who suffers force without being said to be anything."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Reading

Step = Callable[[Reading], Reading]


@pytest.mark.parametrize(
    ("text", "whom", "told"),
    [
        ("Gunmen seized a Filipino near Basilan.", "Filipino", ("ASSAULT", "CVL")),
        ("Gunmen seized a Filipino.", "Filipino", ("COERCE", "CVL")),
        ("Gunmen seized a Filipino ship near Basilan.", "Filipino", ("ASSAULT", "GOV")),
        ("Gunmen seized the Filipino's friends.", "Filipino", ("ASSAULT", "GOV")),
        ("Gunmen seized a Filipino.", "Filipino", ("ACCUSE", "GOV")),
        ("Gunmen seized several in Peru.", "several", ("ASSAULT", "CVL")),
        ("Gunmen seized at least 12 in Peru.", "at least 12", ("ASSAULT", "CVL")),
        ("Gunmen seized several soldiers in Peru.", "several soldiers", ("ASSAULT", "MIL")),
        ("Gunmen seized several in Peru.", "several", ("ACCUSE", None)),
    ],
)
def test_one_of_a_people_and_mere_numbers_are_civilians(
    resolve: Step, build: Any, text: str, whom: str, told: tuple[str, str | None]
) -> None:
    """Where they suffer force; before a noun a people's name is its state's, and whoever is said to be something is that."""
    type, sector = told
    event = build.event(text, "seized", type=type, actors=("Gunmen",), recipients=(whom,))
    assert resolve(build.reading(text, "2024-03-17", events=(event,))).events[0].recipients[0].sector == sector
