"""Posts of a thread as any finder of threads yields them, and their one way into Comment records."""

from collections.abc import Sequence
from dataclasses import dataclass

from facta.read import ago, dates, furniture, order
from facta.read.dates import Order
from facta.records import Comment, CommentKind
from facta.values.dates import clean


@dataclass(frozen=True, kw_only=True)
class Post:
    """One post in reading order, before it has an id."""

    parent: int | None = None
    """Index of the post it answers in the same sequence; always a smaller one than its own."""
    author: str | None = None
    date_text: str | None = None
    stamp: str | None = None
    """The date in a form for machines, if the page has one."""
    text: str = ""
    kind: CommentKind = "comment"
    deleted: bool = False
    """Whether the platform marks it as deleted; a text that says so is enough."""


def comments(
    posts: Sequence[Post], usual: Order | None = None, published: str | None = None, fetched: str | None = None
) -> tuple[Comment, ...]:
    """Comments with ids `c1`, `c2`... in reading order, so that a rerun gives the same ones.

    usual: whether numeric dates of the page name the day or the month first, where the thread's own don't tell.
    published: the article's ISO date, after which comments were written whose dates name no year.
    fetched: the ISO day or timestamp when the page was fetched, before which those were written that say how long ago.
    """
    reckoned = order.of([text for post in posts for text in (post.stamp, post.date_text) if text]) or usual
    return tuple(_comment(number, post, reckoned, published, fetched) for number, post in enumerate(posts, start=1))


def _comment(number: int, post: Post, reckoned: Order | None, published: str | None, fetched: str | None) -> Comment:
    if post.parent is not None and not 0 <= post.parent < number - 1:
        raise ValueError(f"post {number - 1} answers post {post.parent}, which does not stand before it")
    days = [dates.day(text, reckoned) for text in (post.stamp, post.date_text) if text]
    if published and post.date_text:
        days.append(dates.day_after(post.date_text, published, reckoned))
    if fetched and post.date_text:
        days += [ago.day(post.date_text, fetched), dates.day_before(post.date_text, clean(fetched) or "", reckoned)]
    return Comment(
        id=f"c{number}",
        parent=None if post.parent is None else f"c{post.parent + 1}",
        author=post.author or None,
        date_text=post.date_text or None,
        date=next(filter(None, days), None),
        text=post.text,
        kind=post.kind,
        deleted=post.deleted or furniture.is_("tombstones", post.text),
    )
