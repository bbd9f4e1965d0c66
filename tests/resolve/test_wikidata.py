"""A query result becomes a table of actors."""

import csv
from pathlib import Path

import pytest

from facta.errors import DataError, InputError
from facta.resolve.wikidata import convert

HEAD = "personLabel,iso3,positionLabel,start,end,aliases\n"


def made(tmp_path: Path, text: str) -> tuple[list[dict[str, str]], dict[str, int]]:
    (tmp_path / "q.csv").write_text(text, "utf-8")
    done = convert(str(tmp_path / "q.csv"), str(tmp_path / "own.csv"))
    with (tmp_path / "own.csv").open(newline="") as file:
        return list(csv.DictReader(file)), {reason: times for reason, (times, _) in done.left_out.items()}


def test_labels_tell_the_office(tmp_path: Path) -> None:
    """Timestamps become dates, aliases are kept, the office is the one whose words the label has."""
    rows, left_out = made(
        tmp_path,
        HEAD + "Jane Okello,UGA,Minister of Foreign Affairs of Uganda,2027-01-05T00:00:00Z,,J. Okello|Okello Jane\n"
        "John Doe,CHL,Prime Minister of Chile,2001-01-01T00:00:00Z,2002-03-04T00:00:00Z,\n",
    )
    assert {} == left_out
    assert [
        ("John Doe", "", "CHL", "prime minister", "2001", "2002-03-04"),
        ("Jane Okello", "J. Okello; Okello Jane", "UGA", "foreign minister", "2027-01-05", ""),
    ] == [(r["name"], r["aliases"], r["country"], r["role"], r["from"], r["to"]) for r in rows]


def test_an_open_term_ends_where_the_next_begins(tmp_path: Path) -> None:
    """Wikidata often lacks the end of a term."""
    rows, _ = made(tmp_path, HEAD + "A B,CHL,President of Chile,2010-03-11,,\nC D,CHL,President of Chile,2014-03-11,,\n")
    assert [("A B", "2014-03-11"), ("C D", "")] == [(r["name"], r["to"]) for r in rows]


def test_what_facta_does_not_know_is_counted(tmp_path: Path) -> None:
    """Nothing is guessed: items without a label, unknown states and offices, terms without a beginning."""
    rows, left_out = made(
        tmp_path,
        HEAD
        + "Q12,FRA,President,2001-02-02,,\nE,XXY,President,2001-02-02,,\nF,FRA,Grand Falconer,2001-02-02,,\nG,FRA,President,,,\n",
    )
    assert [] == rows
    assert {"no name in English": 1, "no state of ours": 1, "no office of ours": 1, "no day of beginning": 1} == left_out


def test_another_table_is_no_query_result(tmp_path: Path) -> None:
    """The missing column is named; so is a file that is not there."""
    with pytest.raises(DataError, match="column 'iso3' is missing"):
        made(tmp_path, "personLabel,positionLabel,start,end\n")
    with pytest.raises(InputError, match=r"no\.csv cannot be read"):
        convert(str(tmp_path / "no.csv"), str(tmp_path / "own.csv"))
