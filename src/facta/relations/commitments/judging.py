"""A person says whether a deed answers a commitment; nothing is remembered that the ledger of their pair could not hold."""

from datetime import UTC, datetime

from facta.errors import NotFoundError, UsageError
from facta.relations.commitments.book import looked_at
from facta.relations.commitments.dated import acts_of, committed
from facta.relations.commitments.twice import once
from facta.relations.commitments.verdicts import Way
from facta.relations.relate import pair
from facta.relations.states import Side
from facta.relations.wording import the
from facta.store import Store


def judge(store: Store, a: str, b: str, commitment: str, deed: str, *, answers: bool, way: Way | None = None) -> None:
    """Remember whether a deed answers a commitment of two sides to each other; the store is folded.

    a, b: codes or names of states, or of groups. commitment, deed: ids of events, or their beginnings of 6 characters or more.
    way: whether it keeps or breaks the commitment; without it the types of both say so. A deed of no answering type breaks
    a promise to cooperate where its sentence tells of undoing; any other act of no answering type keeps its commitment.

    UsageError when the one tells no commitment of the two, the other no act that could answer one, or both the same act;
    NotFoundError when there is no such event or several.
    """
    sides = pair(a, b)
    ids = [_event(store, asked) for asked in (commitment, deed)]
    everything = looked_at(store, *sides)
    stories = [_told(store, told) for told in ids]
    made = stories[0] & set(once(committed(everything, None, None)).stories.column("id"))
    acts = stories[1] & set(acts_of(everything).stories.column("id"))
    if not made:
        raise _refusal(commitment, stories[0], "commitment", sides)
    if not acts:
        raise _refusal(deed, stories[1], "act that could answer a commitment", sides)
    if made == acts:
        raise UsageError(f"{commitment} and {deed} tell the same act, which cannot answer itself.")
    with store.changing() as con:
        con.execute("INSERT INTO verdicts VALUES (?, ?, ?, ?, ?)", [*ids, answers, datetime.now(UTC).replace(tzinfo=None), way])


def withdraw(store: Store, commitment: str, deed: str) -> None:
    """Forget what was said of a deed and a commitment, by whichever of their tellings; the store is folded.

    UsageError where nothing was said; NotFoundError when there is no such event or several.
    """
    ids = [_event(store, asked) for asked in (commitment, deed)]
    with store.changing() as con:
        gone = con.execute(_WITHDRAWN, ids).fetchall()
    if not gone:
        raise UsageError(f"Nobody has said whether {deed} answers {commitment}; `facta corrections` lists what was said.")


_SAME_STORY = "SELECT own.event FROM tellings own JOIN tellings t ON t.story = own.story WHERE t.event = ?"
_WITHDRAWN = f"DELETE FROM verdicts WHERE commitment IN ({_SAME_STORY}) AND deed IN ({_SAME_STORY}) RETURNING said"


def _event(store: Store, asked: str) -> str:
    """The id of an event that is asked for by its beginning; NotFoundError when there is none, several, or something else."""
    found = store.explain(asked)
    if found.kind != "event":
        raise NotFoundError(
            f"{asked!r} is not an event but {found.kind} {found.id}. `facta ledger --format json` prints the ids of events."
        )
    return found.id


def _told(store: Store, event: str) -> set[str]:
    """The story that an event tells."""
    return {row["story"] for row in store.sql("SELECT story FROM tellings WHERE event = ?", [event])}


def _refusal(asked: str, stories: set[str], what: str, sides: tuple[Side, Side]) -> UsageError:
    """stories: what the event tells, which may be of other states than the event: most of those who tell it decide."""
    one, other = sides
    told = "".join(f" `facta explain {story}` shows the act that it tells." for story in sorted(stories))
    return UsageError(
        f"{asked} is no {what} of {the(one.name)} and {the(other.name)}.{told} "
        f"`facta ledger {one.code} {other.code} --format json` prints the ids of both; the commitment comes first."
    )
