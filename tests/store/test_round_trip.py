"""What is put into a store comes back as it was."""

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facta.records import Actor, Analysis, Comment, Event, Page, Problem, Quote, Reading
from facta.store import open_store
from facta.store.rows import RECORDS

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["", "it''s", 'a "b"', "two\nlines", "\0", "\r\n", "é́", "汉字", "🙂", "NULL", "NaN", "{}", "[]", "; DROP TABLE pages"]
)
SMALL = st.integers(0, 2**31 - 1)


def records(kind):
    """Any valid record of a kind, made of short odd strings."""
    fields = {}
    for name, type_ in kind.__annotations__.items():
        if name != "analyses":
            fields[name] = values(type_)
    return st.builds(kind, **fields)


def values(type_):
    """Any value of a field's type."""
    known = {str: TEXTS, int: SMALL, float: st.floats(0, 1), bool: st.booleans()}
    if type_ in known:
        return known[type_]
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        return records(type_)
    origin, args = getattr(type_, "__origin__", None), getattr(type_, "__args__", ())
    if origin is tuple:
        return st.lists(values(args[0]), max_size=3).map(tuple)
    if str(type_).startswith("typing.Literal"):
        return st.sampled_from(args)
    return st.one_of(*(st.none() if a is type(None) else values(a) for a in args))


def within_columns(reading: Reading) -> Reading:
    """With the quads that exist and the one schema there is."""
    events = tuple(msgspec.structs.replace(e, quad=e.quad % 4 + 1) for e in reading.events)
    return msgspec.structs.replace(reading, events=events, schema=1)


READINGS = st.builds(
    Reading,
    page=records(Page),
    thread=st.lists(records(Comment), max_size=3).map(tuple),
    quotes=st.lists(records(Quote), max_size=2).map(tuple),
    events=st.lists(records(Event), max_size=2).map(tuple),
    actors=st.lists(records(Actor), max_size=2).map(tuple),
    problems=st.lists(records(Problem), max_size=2).map(tuple),
).map(within_columns)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(READINGS, min_size=1, max_size=3, unique_by=lambda r: r.page.key))
def test_readings_come_back_equal_from_both_backends(readings):
    """Any readings, however odd their strings and however empty their lists, come back equal and in order."""
    with TemporaryDirectory() as folder:
        with open_store(Path(folder) / "s.duckdb") as store:
            store.put_many((reading, "d") for reading in readings)
            assert readings == list(store.readings())
            store.to_parquet(Path(folder) / "parquet")
        with open_store(Path(folder) / "parquet") as store:
            assert readings == list(store.readings())


def test_analyses_are_left_out(store, visit):
    """What the reader of the language found is not stored."""
    store.put(msgspec.structs.replace(visit, analyses={"": Analysis(version="1")}), "d")
    assert [visit] == list(store.readings())


def test_only_the_pages_asked_for_come_back(store, visit, another):
    """Keys choose pages; one that is not there gives nothing."""
    store.put_many([(visit, "d1"), (another, "d2")])
    assert [another] == list(store.readings([another.page.key, "pnothere"]))


def test_more_pages_than_are_read_at_once_come_back_in_order(store, another):
    """Reading in portions loses no page and no order."""
    pages = [msgspec.structs.replace(another, page=msgspec.structs.replace(another.page, key=f"p{i}")) for i in range(600)]
    assert 600 == store.put_many((page, page.page.key) for page in pages)
    assert pages == list(store.readings())


@pytest.mark.parametrize(("table", "record"), [("pages", Page), *RECORDS.items()])
def test_every_field_of_a_record_has_its_column(store, table, record):
    """A field added to a record without a migration would be lost; so the columns begin with the fields, in their order."""
    own = {"pages": ("no", "digest")}.get(table, ("page_no", "n"))
    columns = [name for name in store.sql(f"SELECT * FROM {table}").columns if name not in own]
    fields = list(record.__struct_fields__)
    assert fields == columns[: len(fields)]
