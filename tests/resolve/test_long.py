"""A long text takes work in proportion to its length, whatever stands in it."""

from typing import Any

import pytest

from facta.resolve import Resolve, Tables, row_filled
from tests.work import growth

GIVEN = ("Anton", "Bruno", "Carla", "Dario", "Elena", "Fabio", "Greta", "Hanno")
SYLLABLES = ("ba", "do", "ke", "li", "mo", "nu", "pa", "ri", "so", "ta")


def people(size: int, ending: str) -> list[str]:
    """So many names, each of somebody else."""
    tens = ((n // 100 % 10, n // 10 % 10, n % 10) for n in range(size))
    return [f"{GIVEN[n % 8]} {''.join(SYLLABLES[k] for k in three).title()}{ending}" for n, three in enumerate(tens)]


def spoken(build: Any, text: str, names: list[str]) -> Any:
    """A reading in which each of these speaks."""
    return build.reading(text, "2018-04-03", quotes=tuple(build.quote(text, name, name) for name in names))


@pytest.mark.parametrize("between", [", ", " spoke and ", ". "])
def test_twice_as_many_names_take_twice_the_work(resolve: Resolve, build: Any, between: str) -> None:
    """In one sentence, as a list or in clauses, or in many."""

    def told(size: int) -> Any:
        names = people(size, "dfv"[size // 150])
        reading = spoken(build, f"{between.join(names)}{between}left.", names)
        return lambda: resolve(reading)

    assert growth(told, 150) < 2.3


def test_twice_as_many_known_surnames_take_twice_the_work(resolve: Resolve, build: Any) -> None:
    """In one row of words written large, in which no name ends."""

    def told(size: int) -> Any:
        reading = build.reading(
            "They named " + ", ".join(f"{GIVEN[n % 8]}{size} Merkel" for n in range(size)) + ".", "2018-04-03"
        )
        return lambda: resolve(reading)

    assert growth(told, 150) < 2.3


def test_twice_as_many_acts_of_one_line_take_twice_the_work(resolve: Resolve, build: Any) -> None:
    """With states around them that are named as often."""

    def told(size: int) -> Any:
        text = "".join(f"The police of Town{size}x{n} met Ghana and Togo. " for n in range(size))
        events = [build.event(text, f"Town{size}x{n} met", actors=(f"The police of Town{size}x{n}",)) for n in range(size)]
        reading = build.reading(text, "2018-04-03", events=tuple(events))
        return lambda: resolve(reading)

    assert growth(told, 100) < 2.3


def test_a_sentence_is_taken_apart_once(tables: Tables, build: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many acts it has."""
    text = "Togo and Ghana " + " and Peru and Chile ".join(f"met{n}" for n in range(50))
    taken = []
    members = row_filled._members
    monkeypatch.setattr(row_filled, "_members", lambda *asked: taken.append(asked[0]) or members(*asked))
    for n in range(50):
        row_filled.filled(build.event(text, f"met{n}", actors=(build.party(text, "Ghana"),)), text, tables, "2018-04-03")
        row_filled.filled(build.event(text, f"met{n}", actors=(build.party(text, "Chile", n),) if n else ()), text, tables, None)
    assert len(set(taken)) == 1 and len(taken) <= 2
