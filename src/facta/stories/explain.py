"""From a story back to its tellings: who reports the act, in which words, and which reports are copies of one text."""

from typing import Any

from facta.errors import NotFoundError
from facta.records import Record
from facta.store import Store


class Told(Record, frozen=True, kw_only=True):
    """One report's telling of a story."""

    event: str
    """Id of the event; `facta explain` shows it in its sentence."""
    page: str
    """Key of the page."""
    title: str | None
    outlet: str | None
    published: str | None
    evidence: str | None
    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    """Countries."""
    recipients: tuple[str, ...]
    confidence: float
    copy_of: str
    """The same for all pages that tell the same text."""
    state_media_of: str | None
    """The state that controls the outlet."""


class Story(Record, frozen=True, kw_only=True):
    """One act and everything that tells it."""

    id: str
    type: str
    mode: str | None
    rung: str | None
    status: str
    actors: tuple[str, ...]
    """Countries."""
    recipients: tuple[str, ...]
    date: str | None
    """First day of the most precise date told."""
    date_precision: str | None
    """How much of it is known: day, month, year, decade; reported where it is only the day of the first report."""
    confidence: float
    n_reports: int
    n_outlets: int
    n_independent: int
    contexts: tuple[str, ...]
    tellings: tuple[Told, ...]


def story_of(store: Store, id_: str) -> Story:
    """The story of this id, or of a beginning of 6 characters or more; of the id of an event, the story it belongs to.

    NotFoundError when there is none or several.
    """
    found = list(store.sql(_STORY, [id_, id_, len(id_)]))
    if len(found) != 1:
        several = ", ".join(sorted({row["id"] for row in found})[:5])
        raise NotFoundError(f"{id_!r} is {'several stories: ' + several if found else 'no story'}. `facta stories` prints ids.")
    (row,) = found
    tellings = tuple(
        Told(**told | {side: tuple(told[side]) for side in ("actors", "recipients")})
        for told in store.sql(_TELLINGS, [row["id"]])
    )
    lists: dict[str, Any] = {name: tuple(row.pop(name)) for name in ("actors", "recipients", "contexts")}
    return Story(**row, **lists, tellings=tellings)


_STORY = """
    SELECT id, "type", mode, rung, status, actor_countries AS actors, recipient_countries AS recipients,
           first_day::VARCHAR AS date, date_precision, confidence, n_reports, n_outlets, n_independent, contexts
    FROM stories WHERE id IN (SELECT story FROM tellings WHERE event = ?) OR (starts_with(id, ?) AND ? >= 6) LIMIT 6
"""
_TELLINGS = """
    SELECT t.event, p.key AS page, p.title, t.outlet, p.published, e.evidence."text" AS evidence, e."type", e.mode, e.status,
           e.actor_countries AS actors, e.recipient_countries AS recipients, e.confidence,
           f.copy_of, t.own_state AS state_media_of
    FROM tellings t JOIN pages p ON p.no = t.page_no JOIN folds f ON f.page_no = t.page_no
    JOIN events e ON e.page_no = t.page_no AND e.id = t.event
    WHERE t.story = ? ORDER BY p.published_day NULLS LAST, p.key, t.event
"""
