"""What the readers of HTML and of plain text both hand to `page`: an article and its thread, before ids."""

from dataclasses import dataclass

from facta.read.dates import Order
from facta.read.posts import Post
from facta.records import Credit, Dateline, ParagraphKind, Problem, Span, Stamp, Update, View

BARRED = "read.access"
"""The step that a problem names where a page shows something else than its article."""


@dataclass(frozen=True)
class Part:
    """A paragraph before it has an id."""

    start: int
    end: int
    kind: ParagraphKind


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One page as read; the fields mean what they mean in `records.Page`."""

    text: str
    parts: tuple[Part, ...] = ()
    posts: tuple[Post, ...] = ()
    title: str | None = None
    dek: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    published_by: Stamp | None = None
    modified: str | None = None
    site: str | None = None
    url: str | None = None
    canonical: str | None = None
    view: View | None = None
    credit: Credit | None = None
    language: str | None = None
    section: str | None = None
    dateline: Dateline | None = None
    order: Order | None = None
    """Whether its numeric dates name the day or the month first, as far as the page tells."""
    captured: str | None = None
    """When a web archive captured the page, as an ISO timestamp, where the page itself says so."""
    corrections: tuple[Span, ...] = ()
    updates: tuple[Update, ...] = ()
    barred: bool = False
    """Whether something else stands where the article would (a wall, a question, an error), as a problem says."""
    problems: tuple[Problem, ...] = ()
