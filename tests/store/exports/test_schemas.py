"""What the schemas of others share: every column in its place, and nothing invented."""

import io
from datetime import date

import pytest

from facta.events.ontology import ontology
from facta.store import EventQuery
from facta.store.exports import _schemas, gdelt, icews, polecat
from facta.values.datafile import load
from tests.store.exports.written import COLUMNS, of_stories, written

CODED = ("polecat", "gdelt", "icews")


def test_columns_are_those_of_the_schemas():
    """As many as their own files have, in their order, none twice."""
    assert [40, 61, 20] == [len(set(COLUMNS[name])) for name in CODED]
    assert ("Event ID", "Version") == (polecat.COLUMNS[0], polecat.COLUMNS[-1])
    assert ("GLOBALEVENTID", "SOURCEURL") == (gdelt.COLUMNS[0], gdelt.COLUMNS[-1])
    assert ("Event ID", "Longitude") == (icews.COLUMNS[0], icews.COLUMNS[-1])


@pytest.mark.parametrize("kind", ontology().types.values(), ids=lambda kind: kind.name)
def test_every_type_and_mode_has_a_code_of_its_own_root(kind):
    """Destroyed property and riot control are the two that CAMEO files under coercion."""
    crossing = {"destroy": "17", "crowd-control": "17"}
    for mode in (None, *kind.modes):
        code = _schemas.cameo({"type": kind.name, "mode": mode})
        assert code[:2] in {root[:2] for root in kind.cameo} | {crossing.get(mode)}
        assert code.isdigit()
    assert set(load("facta.store.exports", "cameo.toml", dict[str, dict[str, str]])[kind.name]) - {""} <= set(kind.modes)


@pytest.mark.parametrize("name", CODED)
def test_every_line_has_every_column(filled, name):
    """In the order of the schema."""
    rows, done = written(name, filled.rows(EventQuery(), "record"))
    assert len(rows) == done.rows > 0
    assert all(set(COLUMNS[name]) == set(row) and None not in row.values() for row in rows)


def test_a_date_without_a_day_is_no_day(told):
    """Nor is one made up; the export says how many."""
    rows, done = of_stories("polecat", told, type="SANCTION")
    assert ["None"] == [row["Event Date"] for row in rows]
    assert ["1 without a day, dated no more precisely than a month or not at all."] == list(done.notes)
    (row,), _ = of_stories("gdelt", told, type="SANCTION")
    assert ("", "201804", "2018", "") == (row["SQLDATE"], row["MonthYear"], row["Year"], row["FractionDate"])


@pytest.mark.parametrize("name", ["gdelt", "icews"])
def test_a_dyadic_schema_has_a_row_for_each_ordered_pair(told, name):
    """Six of three who meet, one of a delivery, one of a fine that tells no recipient."""
    rows, done = of_stories(name, told, status=["actual"])
    assert 8 == done.rows == len(rows)
    codes = [row["EventRootCode"] if name == "gdelt" else row["CAMEO Code"][:2] for row in rows]
    assert {"04": 6, "07": 1, "16": 1} == {code: codes.count(code) for code in codes}


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2018-04-03", date(2018, 4, 3)),
        ("2018-04-03T10:00", date(2018, 4, 3)),
        ("2018-04", None),
        ("196", None),
        ("", None),
        (None, None),
        ("2018-02-30", None),
    ],
)
def test_a_day_is_one_of_the_calendar(iso, expected):
    """Told to the day."""
    assert expected == _schemas.day({"date": {"iso": iso}})
    assert _schemas.day({"date": None}) is None


FRANCE, MALI, LAKES = {"country": "FRA"}, {"country": "MLI"}, {"text": "the Lakes"}


@pytest.mark.parametrize(
    ("actors", "recipients", "expected"),
    [
        ([FRANCE], [MALI], [(FRANCE, MALI)]),
        ([FRANCE, FRANCE], [MALI, LAKES], [(FRANCE, MALI), (FRANCE, LAKES)]),
        ([FRANCE, MALI], [], [(FRANCE, MALI), (MALI, FRANCE)]),
        ([FRANCE], [], [(FRANCE, {})]),
        ([], [MALI], [({}, MALI)]),
        ([], None, [({}, {})]),
    ],
)
def test_a_row_is_written_for_each_ordered_pair(actors, recipients, expected):
    """Each country once; nobody where a side is not told."""
    assert expected == list(_schemas.pairs({"actors": actors, "recipients": recipients}))


def test_countries_that_only_other_reports_name_are_added():
    """Without further particulars."""
    row = {"actors": [FRANCE, LAKES], "actor_countries": ["FRA", "MLI", "MLI"]}
    assert (FRANCE, LAKES, MALI) == _schemas.parties(row, "actors")


def test_a_state_is_named_and_numbered_by_its_code():
    """Bodies are named; what nobody knows is not."""
    assert ["France", "United Nations", None, None] == [_schemas.state(code) for code in ("FRA", "UNO", "XXQ", None)]
    assert [220, None] == [_schemas.cow(code, "2018-04-03") for code in ("FRA", None)]


class Lines(list):
    """Rows with a column of types."""

    columns = ("type",)


def test_no_sign_in_a_name_breaks_a_line():
    """Breaks and tabs become blanks, what is unknown stays empty, nought is written."""
    out, rows = io.BytesIO(), Lines([{"date": None, "name": "a\tb\r\nc\u2028d\0"}])
    done = _schemas.lines(rows, out, ("name", "none", "nought"), lambda row: [row | {"nought": 0.0}], header=True)
    assert b"name\tnone\tnought\na b  c d\t\t0.0\n" == out.getvalue()
    assert (1, ["1 without a day, dated no more precisely than a month or not at all."]) == (done.rows, list(done.notes))
