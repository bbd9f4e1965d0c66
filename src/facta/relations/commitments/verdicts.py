"""What people said of matches, kept in the store by the ids of events, so that it outlives a new folding."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from facta.records import Record
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


class Said(Record, frozen=True, kw_only=True):
    """What a person said of a match, last."""

    commitment: str
    """Id of its event."""
    deed: str
    verdict: Literal["confirmed", "rejected"]
    way: Way | None
    """Whether the act keeps or breaks the commitment, where the person said which."""
    commitment_words: str | None
    """The sentence that proves the event; null for one that is not coded any more."""
    deed_words: str | None
    said: datetime
    """UTC."""


def said(store: Store) -> tuple[Said, ...]:
    """The latest word on each match of two acts, in the order in which it was said."""
    return tuple(Said(**row) for row in store.sql(_SAID))


_WORDS = 'SELECT id, any_value(coalesce(evidence."text", "trigger"."text")) AS words FROM events GROUP BY id'
_SAID = f"""
    WITH words AS ({_WORDS}), of AS (SELECT event, any_value(story) AS story FROM tellings GROUP BY event)
    SELECT last.commitment, last.deed, CASE WHEN last.kept THEN 'confirmed' ELSE 'rejected' END AS verdict, last.way,
           c.words AS commitment_words, d.words AS deed_words, last.said
    FROM (SELECT arg_max(v, v.said) AS last FROM verdicts v
          LEFT JOIN of a ON a.event = v.commitment LEFT JOIN of b ON b.event = v.deed
          GROUP BY coalesce(a.story, v.commitment), coalesce(b.story, v.deed))
    LEFT JOIN words c ON c.id = last.commitment LEFT JOIN words d ON d.id = last.deed
    ORDER BY last.said, last.commitment, last.deed
"""
