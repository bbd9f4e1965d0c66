"""How many commitments the ledgers of pairs hold, without following any of them."""

from collections.abc import Mapping

from facta.relations.commitments.book import STATUSES
from facta.relations.stories import ALONE, UNDIRECTED
from facta.store import Store

_FOUND = """
    SELECT least(actor, recipient) AS a, greatest(actor, recipient) AS b, id FROM {table}
    WHERE rung = 'commitment' AND status IN (SELECT unnest(?::VARCHAR[])) AND {condition}
        AND (first_day IS NOT NULL OR (status = 'planned' AND told_day IS NOT NULL))
"""
_PAIRS = _FOUND.format(table="story_dyads", condition=f"{UNDIRECTED} AND actor <> recipient")
_ASIDES = _FOUND.format(table="story_asides", condition=ALONE)
_SQL = f"SELECT a, b, count(DISTINCT id) AS n FROM ({_PAIRS} UNION ALL {_ASIDES}) GROUP BY ALL"


def sizes(store: Store) -> Mapping[tuple[str, str], int]:
    """By the codes of two states, in alphabetical order: of how many commitments their ledger tells; none for no key.

    Announced acts are commitments too, so these are more than the pair's stories on the rung `commitment`.
    """
    return {(row["a"], row["b"]): row["n"] for row in store.sql(_SQL, [list(STATUSES)] * 2)}
