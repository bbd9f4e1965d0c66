"""Drupal's comments since version 6: in any theme the core puts an anchor before each and `indented` around replies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from facta.read import bylines, dates, markup, trees
from facta.read.posts import Post
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Test, by_attribute, by_class, by_tag, first, within

SIGNS = Signs(
    ("Drupal", "drupal", "comment__", "/comment/reply/", "/sites/default/", "/sites/all/", "sioct:", "schema:Comment"),
    scripts=("Drupal.settings", "drupalSettings"),
)
_anchors = trees.finder('//a[starts-with(@id, "comment-")][number(substring(@id, 9)) = number(substring(@id, 9))]')
_typed = trees.finder('//@data-comment-user-id/.. | //@typeof[contains(., "sioct:Comment") or contains(., "schema:Comment")]/..')
_signs = trees.finder(
    'boolean(//meta[contains(@content, "Drupal")])'
    ' or boolean(//@data-drupal-selector) or boolean(//@data-comment-user-id) or boolean(//@typeof[contains(., "sioct:")])'
    ' or boolean(//@href[contains(., "/comment/reply/") or contains(., "/sites/all/")])'
    ' or boolean(//@action[contains(., "/comment/reply/")])'
    ' or boolean(//@src[contains(., "/sites/default/") or contains(., "/sites/all/")])'
    ' or boolean(//script[contains(., "Drupal.settings") or contains(., "drupalSettings")])'
)

_INDENTED = by_class("indented")
_HEADS = by_class("submitted", "comment__submitted", "comment-submitted", "comment_submitted", "comment__meta", "attribution")
_HIDDEN = by_class("parent", "comment__parent", "visually-hidden", "hidden")
_TITLE = by_class("comment__title", "comment-title", "comment_title", "permalink")
_AUTHOR = (
    by_class("username"),
    by_class("comment_author_name", "comment-author-name", "commenter-name", "comment__author-name"),
    by_attribute("property", "foaf:name", "schema:name"),
    by_attribute("rel", "schema:author"),
    by_class("comment__author", "comment-author", "comment_author", "author", "author-name"),
)
_DATE = (
    by_tag("time"),
    by_class("comment__time", "comment-time", "comment__date", "comment-date", "comment_date", "comment__created"),
    within(_HEADS, by_class("date", "datetime", "timestamp", "created")),
    by_class("date", "datetime", "timestamp", "created", "comment-submitted-date"),
)
_TEXT = (
    by_class("field-name-comment-body", "field--name-comment-body", "field-comment-body", "comment-body-text"),
    by_attribute("property", "content:encoded", "schema:text"),
    by_class("comment-body", "comment__body", "comment__text-content", "text-content"),
    by_class("content"),
    by_class("comment__content", "comment-content", "comment_content"),
    by_class("comment-text", "comment__text"),
)
_FURNITURE = by_class(
    "links", "user-signature", "signature", "rdf-meta", "user-picture", "picture", "new", "field-label", "field__label",
    "submitted", "comment__title", "comment-title", "comment__links", "comment__meta", "attribution", "visually-hidden",
    "element-invisible",
)  # fmt: skip


@dataclass(frozen=True)
class _Run:
    """One comment: the elements between its anchor and the next one's, or the element that is it."""

    name: str
    tops: tuple[Element, ...]
    head: Element

    def own(self) -> Iterator[Element]:
        """The comment's elements in reading order."""
        for top in self.tops:
            yield top
            yield from markup.own(top, _ends)


def recognises(tree: Element) -> bool:
    """Whether comments stand behind the core's anchors, or say what they are, on a page with Drupal's signs."""
    return bool(_anchors(tree) or _typed(tree)) and bool(_signs(tree))


def threads(tree: Element) -> Extraction:
    """The posts; a reply names the one it answers in data for machines, or stands in the `indented` element after it."""
    runs = [_run(a) for a in _anchors(tree)]
    runs = [r for r in runs if r.tops] or [_Run(_number(e), (e,), e) for e in trees.roots(_typed(tree))]
    if not runs or not _signs(tree):
        return Extraction((), ())
    posts = tuple(_post(run, parent) for run, parent in zip(runs, _answered(runs), strict=True))
    return Extraction(posts, (*(r.head for r in runs), *(top for r in runs for top in r.tops)))


_CID = re.compile(r"(?:comment-|/comment/)(\d+)")


def _number(element: Element) -> str:
    found = _CID.search(element.get("about") or element.get("id") or "")
    return found[1] if found else ""


def _ends(element: Element) -> bool:
    """Whether an element begins something else than the comment before it: another comment, or the replies."""
    return _INDENTED(element) or _is_anchor(element)


def _is_anchor(element: Element) -> bool:
    return element.tag == "a" and (element.get("id") or "").startswith("comment-")


def _run(anchor: Element) -> _Run:
    tops: list[Element] = []
    for sibling in anchor.itersiblings():
        if isinstance(sibling.tag, str):
            if _ends(sibling):
                break
            tops.append(sibling)
    return _Run((anchor.get("id") or "").removeprefix("comment-"), tuple(tops), anchor)


def _answered(runs: list[_Run]) -> list[int | None]:
    """Which post each one answers: the one it names, as far as that stands before it, else the last one less indented."""
    indented = trees.by_depth(trees.nesting((r.head for r in runs), _INDENTED))
    index: dict[str, int] = {}
    found: list[int | None] = []
    for n, (run, before) in enumerate(zip(runs, indented, strict=True)):
        found.append(next((index[name] for name in _named(run) if name in index), before))
        if run.name:
            index[run.name] = n
    return found


def _named(run: _Run) -> Iterator[str]:
    """The comments that this one says it replies to: RDF since version 7, a line for screen readers since 8."""
    for element in run.own():
        parent = element.getparent()
        link = element.tag == "a" and parent is not None and _HIDDEN(parent)
        if link or element.get("rel") in ("sioc:reply_of", "schema:parentItem"):
            found = _CID.search(element.get("resource") or element.get("href") or "")
            if found and found[1] != run.name:
                yield found[1]


def _post(run: _Run, parent: int | None) -> Post:
    inner = list(run.own())
    author, date, text = (first(inner, tests) for tests in (_AUTHOR, _DATE, _TEXT))
    head = first(inner, (_HEADS, lambda e: e is author))
    written = bylines.name(markup.line(author)) if author is not None else None
    date_text = _written(date, written) if date is not None else None
    if head is not None and (date_text is None or written is None):
        by_line = bylines.split(_line(head))
        written, date_text = written or by_line[0], date_text or _beside(author, head, run.tops, written) or by_line[1]
    skip: Test = lambda e: e is not text and (e is author or e is date or _ends(e) or _furniture(e))  # noqa: E731
    texts = run.tops if text is None else (text,)
    paragraphs = "\n\n".join(filter(None, (markup.paragraphs(t, skip) for t in texts if t is text or not skip(t))))
    return Post(parent=parent, author=written, date_text=date_text, stamp=_stamp(inner), text=paragraphs)


def _furniture(element: Element) -> bool:
    """Buttons, pictures, signatures, and the title that Drupal lets a comment have."""
    titled = element.tag in ("h2", "h3", "h4") and any(map(_TITLE, element.iter()))
    return titled or element.get("property") == "dc:title" or _FURNITURE(element)


def _line(element: Element) -> str:
    return " ".join(markup.paragraphs(element, by_class("permalink", "rdf-meta", "visually-hidden")).split())


def _written(date: Element, author: str | None) -> str | None:
    """The date's own words, with those of an hour that a theme sets into an element beside it."""
    hour = date.getnext()
    line = _line(date)
    if hour is not None and "time" in markup.classes(hour):
        line = f"{line} {_line(hour)}"
    return bylines.beside(line, author) if author and author in line else line or None


def _beside(author: Element | None, head: Element, tops: tuple[Element, ...], name: str | None) -> str | None:
    """The date in the nearest line around the author's name that holds one; nothing outside the comment is looked at."""
    places = [head]
    if author is not None and author not in tops:
        inside = takewhile(lambda e: e not in tops, author.iterancestors())
        places = [*islice(inside, 3), *(top for top in tops if head is top)]
    return next((d for place in places if (d := bylines.beside(_line(place), name))), None)


def _stamp(inner: list[Element]) -> str | None:
    """The moment for machines: of a `time` element, of RDF, or in seconds for the "new" mark."""
    for element in inner:
        if seconds := element.get("data-comment-timestamp"):
            return trees.epoch(seconds)
        given = element.get("datetime") or element.get("content")
        if given and dates.day(given):
            return given
    return None
