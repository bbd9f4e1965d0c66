"""What the readers of HTML and of plain text both hand to `page`: an article and its thread, before ids."""

from dataclasses import dataclass

from facta.read.posts import Post
from facta.records import Credit, ParagraphKind, Problem


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
    site: str | None = None
    url: str | None = None
    credit: Credit | None = None
    problems: tuple[Problem, ...] = ()
