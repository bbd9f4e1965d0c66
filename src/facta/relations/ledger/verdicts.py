"""What people said of matches, kept in the store by the ids of events, so that it outlives a new folding."""

from dataclasses import dataclass
from datetime import UTC, datetime

from facta.errors import StoreError
from facta.store import Store

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Verdicts:
    """Pairs of stories: a commitment's and an act's."""

    confirmed: Pairs
    rejected: Pairs


def verdicts(store: Store) -> Verdicts:
    """The latest word on each match."""
    rows = store.sql(
        """
        SELECT c.story AS commitment, d.story AS deed, arg_max(v.kept, v.said) AS kept
        FROM verdicts v JOIN tellings c ON c.event = v.commitment JOIN tellings d ON d.event = v.deed GROUP BY ALL
        """
    )
    said = [((row["commitment"], row["deed"]), row["kept"]) for row in rows]
    return Verdicts(frozenset(p for p, kept in said if kept), frozenset(p for p, kept in said if not kept))


def judge(store: Store, commitment: str, deed: str, *, kept: bool) -> None:
    """Remember whether a deed answers a commitment; both by the ids of events, or their beginnings of 6 characters or more.

    StoreError when there is no such event or several.
    """
    ids = [event_id(store, asked) for asked in (commitment, deed)]
    with store.changing() as con:
        con.execute("INSERT INTO verdicts VALUES (?, ?, ?, ?)", [*ids, kept, datetime.now(UTC).replace(tzinfo=None)])


def event_id(store: Store, asked: str) -> str:
    """The id of an event that is asked for by its beginning; StoreError when there is none, several, or something else."""
    found = store.explain(asked)
    if found.kind != "event":
        raise StoreError(
            f"{asked!r} is not an event but {found.kind} {found.id}. `facta ledger --format json` prints the ids of events."
        )
    return found.id
