import gzip
import io
from datetime import date, datetime

import pyarrow as pa
import pytest
from pyarrow import parquet

from facta.read.raw import Failure, Raw


@pytest.fixture
def table(make):
    """Write columns as a Parquet file: `table("a.parquet", {"text": [...]})`."""

    def call(name, columns, **how):
        out = io.BytesIO()
        parquet.write_table(pa.table(columns), out, **how)
        return make(name, out.getvalue())

    return call


def test_columns_named_like_the_fields_are_taken(table, opened):
    """As in a CSV; the rest stays unread, nested columns too."""
    path = table(
        "a.parquet",
        {"Text": ["Rain\r\nfell."], "ID": [7], "date": [date(2018, 4, 3)], "site": ["Daily"], "n": [[1, 2]], "m": [{"a": 1}]},
    )
    assert [
        Raw(
            source=f"{path}#7",
            key_source=str(path.resolve()),
            form="text",
            data="Rain\r\nfell.",
            id="7",
            published="2018-04-03",
            outlet="Daily",
            stated=frozenset({"published", "outlet"}),
        )
    ] == opened(path)


def test_columns_may_be_named(table, opened):
    """`--columns` says which column holds what, and a row without id has its number."""
    pages = opened(table("a.parquet", {"Body": ["A", "B"], "text": ["x", "y"]}), columns={"text": "body"})
    assert [("1", "A"), ("2", "B")] == [(page.id, page.data) for page in pages]


@pytest.mark.parametrize(
    ("column", "day"),
    [
        (pa.array([datetime(2018, 4, 3, 10)], pa.timestamp("ns")), "2018-04-03"),
        (pa.array([datetime(2018, 4, 3, 10)], pa.timestamp("ms", tz="UTC")), "2018-04-03"),
        (pa.array(["2018-04-03"]).dictionary_encode(), "2018-04-03"),
        (pa.array([2018], pa.int16()), "2018"),
        (pa.array([None], pa.string()), None),
    ],
)
def test_dates_may_be_of_any_type(table, opened, column, day):
    """Timestamps, days, texts, years, nothing."""
    assert [day] == [page.published for page in opened(table("a.parquet", {"text": ["A"], "date": column}))]


def test_texts_may_be_of_any_type(table, opened):
    """Large strings, dictionaries, bytes in an encoding that the page declares."""
    for column in (
        pa.array(["Grüße"], pa.large_string()),
        pa.array(["Grüße"]).dictionary_encode(),
        pa.array(["Grüße".encode("cp1252")]),
    ):
        assert "Grüße" == opened(table("a.parquet", {"text": column}))[0].data
    (page,) = opened(table("a.parquet", {"html": pa.array(['<meta charset="iso-8859-2"><p>Łódź'.encode("iso-8859-2")])}))
    assert ("html", "Łódź", "utf-8") == (page.form, page.data.decode()[-4:], page.encoding)


def test_a_bad_row_is_one_failure_and_the_others_go_on(table, opened, messages):
    """No text, an id used before."""
    items = opened(table("a.parquet", {"id": ["1", "2", "1", "4"], "text": ["A", None, "C", "D"]}))
    assert ["1", "4"] == [item.id for item in items if isinstance(item, Raw)]
    assert ["row 2 has no text", "row 3 has the id "] == [m[:17] for m in messages(items)]


def test_a_missing_column_is_named_with_those_that_exist(table, opened, messages):
    """One failure for the file, not one a row."""
    path = table("a.parquet", {"body": ["A"], "day": ["B"]})
    assert ["No column 'boddy'. Did you mean 'body'? Known: body, day."] == messages(opened(path, columns={"text": "boddy"}))
    assert ["No column 'text'. Known: body, day. Say which holds the text: --columns text=COL."] == messages(opened(path))


def test_rows_come_in_order_through_all_groups_and_lazily(table, opened):
    """Whatever the writer's groups and batches."""
    path = table("crawl", {"text": [f"text {n}" for n in range(100)]}, row_group_size=7)
    assert [f"text {n}" for n in range(100)] == [page.data for page in opened(path)]


def test_a_text_kept_once_for_many_rows_does_not_fill_the_memory(table, opened, messages, monkeypatch):
    """A file that would unpack to two hundred times its size and more is not read."""
    monkeypatch.setenv("FACTA_MAX_BYTES", "100000")
    path = table("a.parquet", {"text": ["x" * 100_000] * 10}, compression="zstd", use_dictionary=False)
    assert path.stat().st_size < 5_000
    assert ["unpacks to more than 200 times its size (a compression bomb), so it is not read."] == messages(opened(path))


def test_a_cut_or_damaged_file_is_one_failure(table, make, opened, messages):
    """Its end tells what is in it, so without it nothing can be read; damage inside costs what comes after."""
    whole = table("a.parquet", {"text": ["A" * 1000, "B"]}, compression="none", use_dictionary=False).read_bytes()
    (message,) = messages(opened(make("b.parquet", whole[:-10])))
    assert message.startswith("is no whole Parquet file: the list of its columns, which stands at the end, is missing; 0 rows")
    (message,) = messages(opened(make("c.parquet", whole[:4] + b"\xff" * 300 + whole[304:])))
    assert message.startswith("is damaged (") and "\n" not in message
    (message,) = messages(opened(make("d.parquet", "no table at all")))
    assert message.startswith("is no whole Parquet file")


def test_a_packed_or_empty_file_says_so(table, make, opened, messages):
    """Parquet is read from its end, which a packed file doesn't show."""
    path = table("a.parquet", {"text": pa.array([], pa.string())})
    assert ["is empty: it has columns and no rows."] == messages(opened(path))
    assert "save it as a file of its own" in messages(opened(make("a.parquet.gz", gzip.compress(path.read_bytes()))))[0]


def test_a_text_over_the_limit_is_refused_and_the_next_is_read(table, opened, monkeypatch):
    """The limit is that of one page."""
    monkeypatch.setenv("FACTA_MAX_BYTES", "1000")
    items = opened(table("a.parquet", {"text": ["ab" * 501, "B"]}, compression="none"))
    assert [Failure, Raw] == [type(item) for item in items]


def test_numeric_dates_of_a_file_share_one_order(table, opened):
    """A later row whose day is no month tells whether the day or the month comes first in all."""
    path = table("a.parquet", {"text": ["One.", "Two."], "date": ["09/08/2016", "24/11/2015"]})
    assert ["2016-08-09", "2015-11-24"] == [page.published for page in opened(path)]
