"""The page on the store tells every view and every column, and its questions can be asked."""

import re
from pathlib import Path

import pytest

from facta.store import open_store

PAGE = (Path(__file__).parents[2] / "docs" / "store.md").read_text("utf-8")
TABLES = ("stories", "story_dyads", "tellings")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """An empty store, of this version's schema."""
    with open_store(tmp_path_factory.mktemp("store") / "empty.duckdb") as made:
        yield made


def row(name):
    """The line that tells of a view or table."""
    return next((line for line in PAGE.splitlines() if line.startswith(f"| `{name}` |")), "")


def columns(store, name):
    """What the schema has."""
    return {one["column_name"] for one in store.sql(f"DESCRIBE {name}")}


def test_every_view_and_column_is_told_and_no_other(store):
    """A column that a view shares with most is told once, above the table."""
    views = {one["view_name"] for one in store.sql("SELECT view_name FROM duckdb_views() WHERE NOT internal")}
    shared = set(re.findall(r"`(\w+)`", PAGE[PAGE.index("Columns that most views share") : PAGE.index("| view |")]))
    for name in (*views, *TABLES):
        told, has = set(re.findall(r"`(\w+)`", row(name))) - {name}, columns(store, name)
        extra = {"stories"} if name == "story_dyads" else {"passing"} if name == "recalls_v" else set()
        also = columns(store, "stories") if name == "story_dyads" else set()
        assert (name, set(), set()) == (name, has - told - shared - also, told - has - extra)


def test_every_question_on_the_page_can_be_asked(store):
    """The answers have columns, whatever the store holds."""
    questions = [q for block in re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL) for q in block.split(";") if q.strip()]
    assert 4 == len(questions)
    for question in questions:
        assert len(store.sql(question).columns) >= 2
