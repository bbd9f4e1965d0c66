"""What people said of matches, kept in the store by the ids of events, so that it outlives a new folding."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from facta.store import Store

Pair = tuple[str, str]
Way = Literal["kept", "broken"]


@dataclass(frozen=True)
class Verdicts:
    """Pairs of stories: a commitment's and an act's."""

    confirmed: Mapping[Pair, Way | None]
    """Whether the act keeps or breaks the commitment, where a person said which; else their types say."""
    rejected: frozenset[Pair]


def verdicts(store: Store) -> Verdicts:
    """The latest word on each match."""
    rows = store.sql(
        """
        SELECT c.story AS commitment, d.story AS deed, arg_max({'kept': v.kept, 'way': v.way}, v.said) AS word
        FROM verdicts v JOIN tellings c ON c.event = v.commitment JOIN tellings d ON d.event = v.deed GROUP BY ALL
        """
    )
    said = {(row["commitment"], row["deed"]): row["word"] for row in rows}
    return Verdicts(
        {pair: word["way"] for pair, word in said.items() if word["kept"]},
        frozenset(pair for pair, word in said.items() if not word["kept"]),
    )
