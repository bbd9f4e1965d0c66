"""Full text over a store: sentences, quotations, actors and readers' comments, in a side file that is made from the store alone.

SQLite's FTS5 has what DuckDB would have to download at run time. The file lies in the user's cache folder, never in the store,
and can be deleted at any time.
"""

from facta.store.search.find import Facet, Found, Hit, Person, Piece, Wanted, find
from facta.store.search.index import Held, Index
from facta.store.search.keeper import Keeper
from facta.store.search.question import Meaning, understand

__all__ = ["Facet", "Found", "Held", "Hit", "Index", "Keeper", "Meaning", "Person", "Piece", "Wanted", "find", "understand"]
