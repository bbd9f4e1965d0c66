"""Which states, bodies and groups a phrase may mean."""

import pytest

from facta.resolve import Tables
from facta.resolve.candidate import Candidate
from facta.resolve.meant_bodies import bodies
from facta.resolve.phrase import parse


def found(tables: Tables, text: str, on: str | None = "2018-04-05") -> list[Candidate]:
    """The candidates, likeliest first."""
    return sorted(bodies(parse(text, tables, on), on, tables), key=lambda c: -c.score)


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Brussels", "European Union", "EUU", "IGO"),
        ("an airport in Brussels", None, "BEL", "GOV"),
        ("Georgia", "Georgia", "GEO", "GOV"),
        ("Philippine Senate", None, "PHL", "LEG"),
        ("German UN ambassador", None, "DEU", "GOV"),
        ("Iran's Revolutionary Guards", "Islamic Revolutionary Guard Corps", "IRN", "MIL"),
        ("Filipino UN peacekeepers", "United Nations", "UNO", "IGO"),
        ("British Red Cross", None, "GBR", "NGO"),
        ("Russian separatists in Ukraine", None, "UKR", "REB"),
        ("Hamas fighters", None, "PSE", "REB"),
        ("15 Indian crewmen", None, "IND", "CVL"),
        ("a Chinese navy vessel", None, "CHN", "MIL"),
        ("a boat of the Chinese coast guard", None, "CHN", "COP"),
        ("former minister of Iran", None, "IRN", "ELI"),
        ("the Kremlin", "Kremlin", "RUS", "GOV"),
        ("Trump University", None, "USA", "EDU"),
        ("USS Ronald Reagan", None, "USA", "MIL"),
        ("Africa Command", "United States Africa Command", "USA", "MIL"),
        ("the Saeima", "Saeima", "LVA", "LEG"),
        ("COVAX", "COVAX", "IGO", "IGO"),
        ("30 Kurdish peshmerga", "Peshmerga", "IRQ", "MIL"),
        ("Kurdish insurgents", "Kurdish rebels", "TUR", "REB"),
        ("Kurdish militants in Syria", "Syrian Kurdish forces", "SYR", "REB"),
    ],
)
def test_the_likeliest_meaning_of_a_body_or_a_states_people(
    *, tables: Tables, text: str, name: str | None, country: str, sector: str
) -> None:
    """A state beside a body's name wins, a group keeps its own; people of a state have no name of theirs."""
    best = found(tables, text)[0]
    assert (name, country, sector) == (best.name, best.country, best.sector)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Bavaria's premier", "governor"),
        ("president of Catalonia", "governor"),
        ("Russia's deputy defence minister", "deputy defence minister"),
        ("the prime minister of Norway", "prime minister"),
        ("the Norwegian prime minister's spokeswoman", "spokesman"),
    ],
)
def test_the_role_is_that_of_the_office_in_what_it_is_of(tables: Tables, text: str, role: str) -> None:
    """Who leads a region is its governor; a deputy is one."""
    assert role == found(tables, text)[0].role


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("leaders of the United States, Canada and Mexico", "INT"),
        ("leaders of Canada and Mexico", "CAN"),
        ("ASEAN member states", "INT"),
        ("NATO member states", "NAT"),
        ("foreign companies", "INT"),
        ("other nations", "INT"),
        ("Nordic prime ministers", "INT"),
        ("representatives of more than seventy countries", "INT"),
        ("representatives of both countries", None),
        ("navy vessel", None),
        ("protesters", None),
    ],
)
def test_several_states_are_a_group_of_states(tables: Tables, text: str, country: str | None) -> None:
    """Three in a row, a body's members without a code of their own, those told only as foreign or many."""
    assert country == found(tables, text)[0].country


def test_the_owner_of_a_head_lends_it_the_state(tables: Tables) -> None:
    """Where nothing else says whose it is."""
    best = found(tables, "Trump's opponents")[0]
    assert ("USA", "OPP", "head word opposition of Donald Trump") == (best.country, best.sector, best.reason)


@pytest.mark.parametrize("text", ["", "Brands International", "Mr. Israel", "Zorkville", "中国", "12,000", "''"])
def test_what_tells_no_body_gives_none(tables: Tables, text: str) -> None:
    """A name of the tables' inside another is not one."""
    assert [] == found(tables, text)


@pytest.mark.parametrize("text", ["Georgia", "Congo", "the Senate", "leaders of Iran, Iraq, Syria and Iran"])
def test_every_meaning_is_told_once_with_a_score_between_zero_and_one(tables: Tables, text: str) -> None:
    """However often a state is named."""
    told = [(c.country, c.name, c.sector) for c in found(tables, text)]
    assert sorted(set(told), key=told.index) == told
    assert all(0 < c.score <= 1 for c in found(tables, text))
