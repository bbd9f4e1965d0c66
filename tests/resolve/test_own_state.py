"""An actor's own state among the recipients."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Reading

Step = Callable[[Reading], Reading]


@pytest.mark.parametrize(
    ("actor", "recipients", "left"),
    [
        ("Russian Foreign Minister Sergei Lavrov", ("France", "Russia"), ["FRA"]),
        ("Spanish government", ("Spain", "Britain"), ["GBR"]),
        ("Sergei Lavrov", ("Russia",), ["RUS"]),
        ("Sergei Lavrov", ("France", "Russian students"), ["FRA", "RUS"]),
        ("Russian protesters", ("France", "Russia"), ["FRA", "RUS"]),
        ("minister", ("France", "Russia"), ["FRA", "RUS"]),
    ],
)
def test_who_acts_for_a_state_does_not_mean_his_own_beside_another(
    resolve: Step, build: Any, actor: str, recipients: tuple[str, ...], left: list[str]
) -> None:
    """Its people are meant, and it is where it stands alone; protesters mean it too, and nobody knows whose a minister is."""
    text = f"The {actor} blamed {' and '.join(recipients)}."
    event = build.event(text, "blamed", type="ACCUSE", actors=(actor,), recipients=recipients)
    assert left == [p.country for p in resolve(build.reading(text, "2020-03-17", events=(event,))).events[0].recipients]
