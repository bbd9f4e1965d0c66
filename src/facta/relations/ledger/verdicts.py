"""What people said of matches, kept in the store by the ids of events, so that it outlives a new folding."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from facta.errors import StoreError
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


def judge(store: Store, commitment: str, deed: str, *, answers: bool, way: Way | None = None) -> None:
    """Remember whether a deed answers a commitment; both by the ids of events, or their beginnings of 6 characters or more.

    way: whether it keeps or breaks the commitment; without it the types of both say so, and an act of no answering type keeps it.

    StoreError when there is no such event or several.
    """
    ids = [event_id(store, asked) for asked in (commitment, deed)]
    with store.changing() as con:
        con.execute("INSERT INTO verdicts VALUES (?, ?, ?, ?, ?)", [*ids, answers, datetime.now(UTC).replace(tzinfo=None), way])


def event_id(store: Store, asked: str) -> str:
    """The id of an event that is asked for by its beginning; StoreError when there is none, several, or something else."""
    found = store.explain(asked)
    if found.kind != "event":
        raise StoreError(
            f"{asked!r} is not an event but {found.kind} {found.id}. `facta ledger --format json` prints the ids of events."
        )
    return found.id
