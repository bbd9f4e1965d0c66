"""From a story back to its tellings: who reports the act, in which words, and which reports are copies of one text."""

import re
from typing import Any

from facta.errors import NotFoundError
from facta.records import Record
from facta.store import Explanation, Store


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


class Mentioned(Record, frozen=True, kw_only=True):
    """A report that mentions a story in passing, and does not tell it."""

    page: str
    """Key of the page."""
    title: str | None
    outlet: str | None
    published: str | None
    words: str
    """What mentions it, e.g. `the raid`."""
    evidence: str | None
    likeness: float
    """Probability that the story is meant, between 0 and 1."""


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
    mentions: tuple[Mentioned, ...] = ()
    """Of further reports, which count for nothing: their words are too doubtful to tell the act."""


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
    mentions = tuple(Mentioned(**told) for told in store.sql(_MENTIONS, [row["id"]] * 2))
    return Story(**row, **lists, tellings=tellings, mentions=mentions)


def explained(store: Store, id_: str) -> Story | Explanation:
    """What stands behind any id that a store's answers have: a story with what tells it, or a record with its words and page.

    NotFoundError when there is none or several; UsageError for a beginning that is too short.
    """
    return story_of(store, id_) if _OF_STORIES.fullmatch(id_) else store.explain(id_)


_OF_STORIES = re.compile(r"s[0-9a-f]{5,16}")
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
    WHERE t.story = ? ORDER BY p.published_day NULLS LAST, p.id, p.url NULLS FIRST, p.title NULLS FIRST, p.key, e.n
"""
_MENTIONS = """
    SELECT p.key AS page, p.title, coalesce(p.site, p.credit.outlet) AS outlet, p.published, m."trigger"."text" AS words,
           m.evidence."text" AS evidence, r.likeness
    FROM recalls_v r JOIN pages p ON p.no = r.page_no JOIN passing m ON m.page_no = r.page_no AND m.id = r.mention
    WHERE r.story = ? AND r.page_no NOT IN (SELECT page_no FROM tellings WHERE story = ?)
    QUALIFY row_number() OVER (PARTITION BY r.page_no ORDER BY r.likeness DESC, m.n) = 1
    ORDER BY p.published_day NULLS LAST, p.id, p.url NULLS FIRST, p.title NULLS FIRST, p.key
"""
