"""How many commitments the ledgers of pairs hold, without following any of them."""

from collections.abc import Mapping

from facta.relations.commitments.book import STATUSES
from facta.relations.stories import UNDIRECTED
from facta.store import Store

_SQL = f"""
    SELECT least(actor, recipient) AS a, greatest(actor, recipient) AS b, count(DISTINCT id) AS n FROM story_dyads
    WHERE rung = 'commitment' AND status IN (SELECT unnest(?::VARCHAR[])) AND {UNDIRECTED} AND actor <> recipient
        AND (first_day IS NOT NULL OR (status = 'planned' AND told_day IS NOT NULL)) GROUP BY ALL
"""


def sizes(store: Store) -> Mapping[tuple[str, str], int]:
    """By the codes of two states, in alphabetical order: of how many commitments their ledger tells; none for no key.

    Announced acts are commitments too, so these are more than the pair's stories on the rung `commitment`.
    """
    return {(row["a"], row["b"]): row["n"] for row in store.sql(_SQL, [list(STATUSES)])}
