"""A user's own table of actors: what it changes, and what is said when it is wrong."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facta.errors import DataError
from facta.resolve import candidates, load_tables
from facta.resolve.own import outside

Use = Callable[[str], None]


@pytest.fixture
def use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Use]:
    """Make a table the user's own for one test."""

    def made(text: str) -> None:
        (tmp_path / "own.csv").write_text(text, "utf-8")
        monkeypatch.setenv("FACTA_ACTORS", str(tmp_path / "own.csv"))
        load_tables.cache_clear()

    yield made
    monkeypatch.delenv("FACTA_ACTORS", raising=False)
    load_tables.cache_clear()


def names(mention: str, on: str) -> list[str | None]:
    return [c.name for c in candidates(mention, on)[:1]]


def test_a_cell_may_break_its_line(use: Use) -> None:
    """As spreadsheets do; the names stay whole."""
    use('name,aliases,country,sector\n"Lake\nFront",Front of the Lake,UGA,REB\n"Hill\nFront",,UGA,REB\n')
    assert ["Lake Front", "Hill Front"] == [name for text in ("Front of the Lake", "Hill Front") for name in names(text, "2024")]


def test_an_own_term_ends_ours(use: Use) -> None:
    """From the own term's first day on the office is the new person's; before it stays who was."""
    before = names("Ugandan president", "2024-05-01")
    use("name,country,role,from\nJane Okello,UGA,president,2024-06-01\n")
    assert before == names("Ugandan president", "2024-05-01") != [None]
    assert ["Jane Okello"] == names("Ugandan president", "2024-06-02")
    assert [("Jane Okello", "UGA")] == [(c.name, c.country) for c in candidates("Okello", "2024-07")]


def test_an_own_body_takes_its_names(use: Use) -> None:
    """Whatever bore them before; aliases and dates count."""
    use('name,aliases,country,sector,kind\nLake Front,"LFX; Quds Force",UGA,REB,group\n')
    for mention in ("Lake Front", "LFX", "Quds Force"):
        assert [("Lake Front", "UGA", "REB")] == [(c.name, c.country, c.sector) for c in candidates(mention, "2020")]


def test_an_own_person_replaces_ours(use: Use) -> None:
    """All terms of ours under that name are gone."""
    use("name,country,sector,kind\nVladimir Putin,KAZ,BUS,person\n")
    assert [("KAZ", "BUS")] == [(c.country, c.sector) for c in candidates("Vladimir Putin", "2018")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,land\nA,UGA\n", "row 1: No column 'land'"),
        ("country\nUGA\n", "row 1: the column 'name' is missing"),
        ("name,country\n,UGA\n", "row 2, column name: empty"),
        ("name,country\nA,UGX\n", "row 2, column country: No code of a state or body 'UGX'. Did you mean 'UGA'"),
        ("name,sector\nA,GOVT\n", "row 2, column sector"),
        (
            "name,country,role\nA,UGA,foreign minster\n",
            "row 2, column role: No office 'foreign minster'. Did you mean 'foreign minister'",
        ),
        ("name,role\nA,president\n", "row 2, column country: empty"),
        ("name,country,role,from\nA,UGA,president,May\n", "row 2, column from: 'May' is no date"),
        ("name,country,role,from,to\nA,UGA,president,2020,2019\n", "row 2, column to: 2019 lies before 2020"),
        ("name,country,role,from\nA,UGA,president,2020\nB,UGA,president,2021\n", "rows 2 and 3, columns from and to: A and B"),
        ("name,country\nA,UGA,more\n", "row 2: more cells"),
        ("name;country\nA;UGA\n", "row 1: the columns are separated by ';'"),
        ("name,country,\nA,UGA,\n", "row 1, column 3: has no name"),
        ("name,country,country\nA,UGA,KEN\n", "row 1: the column 'country' stands there twice"),
        ('name,country\nA,UGA\n"B,KEN\n', "row 3: a quotation mark that opens a cell is never closed"),
        ("name,country\nA\0,UGA\n", "row 2: holds a NUL sign"),
        ("name,country\n!!!,UGA\n", "row 2, column name: '!!!' holds no letter"),
        ("name,country\nA,uga\n", "row 2, column country: No code of a state or body 'uga'. Known: UGA."),
        (f"name,country\n{'x' * 300},UGA\n", "row 2, column name: a name of 300 characters"),
        ("name,country,role,kind\nA,UGA,president,group\n", "row 2, column kind: group, but a row with a role"),
        ("name,country,role\nA,UGA,president\nB,UGA,president\n", "rows 2 and 3, columns from and to: A and B"),
        ("name,country,role,from,to\nA,FRA,king,1200,1250\n", "row 2, column to: 1250 lies before 1816"),
        ("name,country,role,from,to\nA,SSD,president,1990,2000\n", "row 2, column to: 2000 lies before SSD began (2011"),
        ("name,country,role,from\nA,SUN,president,1995\n", "row 2, column from: 1995 lies after SUN ended (1991"),
        ("name,country,kind\nA,UGA,group\na,KEN,group\n", "rows 2 and 3, column name: 'a' would name both A (UGA) and a (KEN)"),
    ],
)
def test_what_cannot_be_is_told_by_row_and_column(use: Use, text: str, told: str) -> None:
    """One line that says what stands there and what may."""
    use(text)
    with pytest.raises(DataError, match=r"own\.csv") as error:
        load_tables()
    assert told in str(error.value)


def test_a_table_in_another_encoding_names_the_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The row of the first byte that is no UTF-8."""
    (tmp_path / "own.csv").write_bytes("name,country\nA,UGA\nJosé,ESP\n".encode("latin-1"))
    monkeypatch.setenv("FACTA_ACTORS", str(tmp_path / "own.csv"))
    load_tables.cache_clear()
    with pytest.raises(DataError, match=r"own\.csv, row 3: not in UTF-8"):
        load_tables()
    monkeypatch.delenv("FACTA_ACTORS")
    load_tables.cache_clear()


def test_two_bodies_may_bear_a_name_one_after_the_other(use: Use) -> None:
    """Each at its time."""
    use("name,country,from,to,kind\nLake Front,UGA,,2010,group\nLake Front,KEN,2012,,group\n")
    assert ["KEN"] == [c.country for c in candidates("Lake Front", "2020")]


def test_a_missing_table_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """And points to the page that describes it."""
    monkeypatch.setenv("FACTA_ACTORS", str(tmp_path / "none.csv"))
    load_tables.cache_clear()
    with pytest.raises(DataError, match=r"none\.csv cannot be read.*docs/actors\.md"):
        load_tables()
    monkeypatch.delenv("FACTA_ACTORS")
    load_tables.cache_clear()


@pytest.mark.parametrize(
    ("term", "own", "left"),
    [
        (("2020", ""), [("2024-05-01", "")], [("2020", "2024-04-30")]),
        (("2020", "2022"), [("2024", "")], [("2020", "2022")]),
        (("2020", ""), [("2021-01-01", "2021-06-30")], [("2020", "2020-12-31"), ("2021-06-30", "")]),
        (("2021-02-01", "2021-03-01"), [("2021-01-01", "2021-06-30")], []),
        (("", ""), [("", "2000-01-01")], [("2000-01-01", "")]),
    ],
)
def test_what_is_left_of_a_term(term: tuple[str, str], own: list[tuple[str, str]], left: list[tuple[str, str]]) -> None:
    """The parts before and after the terms that go before it."""
    assert left == outside(*term, own)
