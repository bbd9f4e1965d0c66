"""Columns of answers are those that the store has."""

from typing import get_args

import pytest

from facta.store import EventQuery, JourneyQuery, PageQuery, QuoteQuery, StoryQuery, ThreadQuery
from facta.store.journeys import JOURNEYS
from facta.store.shapes import COLUMNS, PAGES, Shape

QUERIES = {
    **{"events": EventQuery, "quotes": QuoteQuery, "comments": ThreadQuery, "stories": StoryQuery},
    **{PAGES: PageQuery, JOURNEYS: JourneyQuery},
}


@pytest.mark.parametrize("table", COLUMNS)
@pytest.mark.parametrize("shape", get_args(Shape))
def test_every_table_has_every_shape(filled, table, shape):
    """And each can be asked for; flat ones hold nothing nested, but days and lists of words."""
    rows = filled.rows(QUERIES[table](), shape)
    assert len(rows.columns) == len(set(rows.columns)) > 4
    nested = [field.name for field in rows.schema if str(field.type).startswith(("struct", "list<"))]
    assert shape == "record" or [] == nested
