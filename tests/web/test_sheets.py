"""Records for a spreadsheet: whose columns, in what order, and what stands in them."""

import csv
import datetime
import io

import pytest

from facta.records import Record
from facta.relations.records import Balance, Interval, Period
from facta.web.sheets import sheet

NOTHING = Balance(coop=0, conf=0)
COUNTS = {"talk": NOTHING, "commitment": NOTHING, "deed": NOTHING, "events": 1, "stories": 1, "independent": 1, "outlets": 1}
JANUARY = Period(period="2018-01", start=datetime.date(2018, 1, 1), **COUNTS)


class Named(Record, frozen=True, kw_only=True):
    """Something with names."""

    names: tuple[str, str]
    by_year: dict[str, int]


def rows(*records, kind=Period):
    """The lines of a sheet."""
    return list(csv.reader(io.StringIO(sheet(records, "x", kind).content.decode())))


def test_what_a_record_is_stands_before_what_is_measured_of_it():
    """The period is the first column."""
    assert ["period", "start", "talk_coop", "talk_conf"] == rows(JANUARY)[0][:4]


def test_a_record_that_is_null_is_empty_in_its_own_columns():
    """It has no column beside them, in whichever row it is."""
    february = Period(period="2018-02", start=datetime.date(2018, 2, 1), net=Interval(value=1.5), **COUNTS)
    for some in ([JANUARY], [february], [JANUARY, february]):
        head, *lines = rows(*some)
        assert {"net", "say_do_gap", "deed_share", "talk"} & set(head) == set()
        assert [{"2018-01": "", "2018-02": "1.5"}[line[0]] for line in lines] == [line[head.index("net_value")] for line in lines]


def test_several_words_stand_in_one_cell():
    """As people write them; a mapping has a column for each of its keys."""
    found = rows(Named(names=("Russia", "China"), by_year={"2018": 2}), Named(names=("A", "B"), by_year={"2019": 3}), kind=Named)
    assert [["names", "by_year_2018", "by_year_2019"], ["Russia; China", "2", ""], ["A; B", "", "3"]] == found


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "'=1", "''-1"])
def test_formulas_of_strangers_are_disarmed_and_can_be_had_back(words):
    """By the rule of every CSV of facta: one apostrophe more, which can be taken off again; numbers are left alone."""
    found = rows(Named(names=(words, "B"), by_year={"2018": -2}), kind=Named)
    assert [f"'{words}; B", "-2"] == found[1]


def test_a_sheet_without_rows_has_its_columns():
    """Where it is said of what."""
    assert [rows(JANUARY)[0]] == rows()
