"""The store keeps what was read and coded, so that it can be asked, explained, corrected, exported and forgotten.

One DuckDB file (or, read only, a folder of Parquet files) behind the same views: `pages_v`, `events_v`, `quotes_v`, `comments_v`,
`actors_v`, `mentions_v`, `parties_v`, `sources_v`, `problems_v`, `dyads_v`.

>>> from facta.store import EventQuery, open_store
>>> with open_store("news.duckdb", read_only=True) as store:  # doctest: +SKIP
...     for row in store.rows(EventQuery(actor="RUS", recipient="CHN", since="2018-04")):
...         print(row["type"], row["evidence"]["text"])
"""

from facta.store.conditions import Term
from facta.store.explain import Explanation, Related, Telling
from facta.store.query import EventQuery, JourneyQuery, PageQuery, Query, QuoteQuery, StoryQuery, ThreadQuery
from facta.store.rowset import Rows
from facta.store.store import DEMO, Store, Summary, open_store

__all__ = [
    "DEMO",
    "EventQuery",
    "Explanation",
    "JourneyQuery",
    "PageQuery",
    "Query",
    "QuoteQuery",
    "Related",
    "Rows",
    "Store",
    "StoryQuery",
    "Summary",
    "Telling",
    "Term",
    "ThreadQuery",
    "open_store",
]
