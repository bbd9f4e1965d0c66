"""Records as CSV: nested ones as columns of their own."""

import csv
import io
from collections.abc import Mapping

import msgspec

from facta.store import flat


class Inner(msgspec.Struct):
    coop: int
    names: tuple[str, ...] = ()


class Base(msgspec.Struct):
    stories: int


class Outer(Base):
    period: str
    deed: Inner | None = None
    more: Mapping[str, Inner] = {}


def written(*records, **more):
    out = io.BytesIO()
    done = flat.write(records, Outer, out, **more)
    return list(csv.reader(io.StringIO(out.getvalue().decode()))), done.rows


def test_nested_records_are_columns_and_lists_are_joined():
    """What a kind has of its own stands before what it shares with others."""
    (header, row), rows = written(Outer(stories=3, period="2018", deed=Inner(coop=2, names=("A", "B"))))
    assert ["period", "deed_coop", "deed_names", "stories"] == header
    assert (["2018", "2", "A; B", "3"], 1) == (row, rows)


def test_a_record_that_is_null_is_empty_in_its_own_columns():
    """And has none beside them."""
    header, first, second = written(Outer(stories=3, period="a", deed=Inner(coop=2)), Outer(stories=1, period="b"))[0]
    assert ["period", "deed_coop", "deed_names", "stories"] == header
    assert (["a", "2", "", "3"], ["b", "", "", "1"]) == (first, second)


def test_a_mapping_has_the_columns_of_its_rows():
    """Behind the others."""
    header, row = written(Outer(stories=3, period="a", more={"x": Inner(coop=1)}))[0]
    assert ["more_x_coop", "more_x_names"] == header[-2:]
    assert ["1", ""] == row[-2:]


def test_without_records_there_is_a_header():
    """Columns that are the same in every line stand first."""
    (header,), rows = written(first={"pair": "CHN RUS"})
    assert (["pair", "period", "deed_coop", "deed_names", "stories"], 0) == (header, rows)
