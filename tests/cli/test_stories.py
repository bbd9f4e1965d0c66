"""`facta stories`: acts, each once."""

import csv
import io

import pytest

from facta.store import open_store
from tests.stories.story_makers import act, put, report


@pytest.fixture
def path(tmp_path):
    """An act of a day, one of a month and one of a year."""
    where = tmp_path / "three.duckdb"
    dates = {"a": "2018-01-10", "b": "2018-02", "c": "2017"}
    with open_store(where) as store:
        words = {"a": "They agreed on a gas pipeline.", "b": "Bankers will lend to farmers.", "c": "A railway is to be built."}
        acts = {key: act("AGREE", "RUS", "CHN", words[key], date=told) for key, told in dates.items()}
        put(store, *(report(key, one, published="2018-03-01") for key, one in acts.items()))
    return where


def test_a_date_is_told_no_finer_than_it_is_known(facta, path):
    """In the table and for spreadsheets, which have the first and the last day beside it."""
    done = facta("stories", "--format", "csv", "--store", path)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2018-01-10", "2018-01-10", "2018-01-10"),
        ("2018-02", "2018-02-01", "2018-02-28"),
    ] == [(row["date"], row["first_day"], row["last_day"]) for row in rows]
    table = facta("stories", "--format", "table", "--store", path).out
    assert "2017-01-01" not in table and "2018-02-01" not in table
