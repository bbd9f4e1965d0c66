"""Every export writes the same rows through the same call."""

from pathlib import Path

import pytest

from facta import plugins
from facta.errors import UsageError
from facta.store import EventQuery, PageQuery, QuoteQuery, ThreadQuery, exports
from tests.store.exports.written import exported

KIND = "facta.store.exports"
OURS = ["csv", "json", "jsonl", "parquet", "table"]


def test_every_form_is_of_all_records_or_of_acts_alone():
    """A new form is either tried by all tests below (OURS), or takes acts alone and says so; the docs tell of it."""
    of_acts = {name for name in plugins.names(KIND) if exports.of_acts(exports.load(name))}
    assert set(plugins.names(KIND)) == of_acts | set(OURS)
    page = (Path(__file__).parents[3] / "docs" / "exports.md").read_text("utf-8")
    assert [] == [name for name in plugins.names(KIND) if f"`{name}`" not in page], "docs/exports.md names every form"


@pytest.mark.parametrize("name", ["polecat", "gdelt", "icews"])
def test_a_form_of_acts_is_refused_for_other_records_with_those_that_fit(name):
    """And with the command that writes it."""
    with pytest.raises(UsageError) as refused:
        exports.load(name, acts=False)
    told = f"The form {name} holds events and stories only: facta export --format {name}."
    assert f"{told} Known here: csv, json, jsonl, parquet, table." == str(refused.value)


def test_a_form_that_does_not_exist_names_those_that_fit():
    """All for acts, for other records those that hold them."""
    with pytest.raises(UsageError, match="Known: csv, gdelt, icews, json, jsonl, parquet, polecat, table"):
        exports.load("xlsx")
    with pytest.raises(UsageError, match="Known: csv, json, jsonl, parquet, table"):
        exports.load("xlsx", acts=False)


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("query", [EventQuery(), QuoteQuery(), ThreadQuery(), PageQuery()])
def test_every_export_counts_its_rows(filled, name, query):
    """For events, quotes, threads and pages alike, and so many as are counted without writing them."""
    _, written = exported(filled, name, query)
    assert len(list(filled.rows(query))) == written.rows == filled.count(query)


@pytest.mark.parametrize(("name", "content"), [("json", b"[]\n"), ("jsonl", b""), ("table", b"")])
def test_no_rows_make_a_valid_empty_answer(filled, name, content):
    """An empty array is still an array."""
    out, written = exported(filled, name, EventQuery(actor="FRA"))
    assert (content, 0) == (out, written.rows)
