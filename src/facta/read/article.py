"""The article of an HTML page: threads are cut out, trafilatura finds the text, the page's own words name its parts."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

import trafilatura
from lxml import html

from facta.errors import InputError
from facta.read import about, credit, markup, plain, threads
from facta.read.about import About
from facta.read.draft import Draft, Part
from facta.read.posts import Post
from facta.records import ParagraphKind, Problem

Line = tuple[ParagraphKind, str]
FAST_ABOVE = 15_000
"""Elements above which trafilatura's second opinions, which cost several times the first, are left out."""
_DEK_CLASS = re.compile(
    r"(?:(?:article|entry|post|story|ar|headline|header)[_-]{1,2})?"
    r"(?:sub-?title|sub-?head(?:line)?|dek|deck|stand-?first|strap-?line|lede|summary|chapo|subtitulo|entradilla|catenaccio)"
)
DEK_WITHIN = 40
"""Elements after the headline among which its dek stands."""
MAX_CAPTIONS = 20
GAP = "\n\n"
"""Between the paragraphs of a page's text."""
_BY = re.compile(r"(?:by|von|par|por)\b", re.IGNORECASE)


def read(data: bytes | str, encoding: str | None = None, url: str | None = None, *, max_chars: int) -> Draft:
    """The article and the threads of a page; no parts where no article is found; `max_chars` bounds the text beside the threads.

    Raises InputError, without the source's name, for markup that cannot be read within seconds.
    """
    tree, cut_short = markup.parse(data, encoding)
    _bound(tree, markup.MAX_PARSED)
    posts = threads.take(tree)
    size = _bound(tree, markup.MAX_ELEMENTS)
    chars = markup.visible_size(tree)
    if chars > max_chars:
        raise InputError(f"is too long to be one article ({chars:,} characters; the setting max_chars allows {max_chars:,})")
    known = about.read(tree, url)
    body = _body(tree, fast=size > FAST_ABOVE)
    lines = list(_lines(known, _dek(tree, known), body, _captions(tree))) if body else []
    problems = (Problem(step="read.article", message=cut_short),) if cut_short else ()
    return _draft(lines, known, posts, problems)


def _bound(tree: html.HtmlElement, most: int) -> int:
    size = sum(1 for _ in tree.iter())
    if size > most:
        raise InputError(f"is too large to find an article in ({size:,} elements; the most is {most:,})")
    return size


def _body(tree: html.HtmlElement, fast: bool) -> list[str]:
    """The paragraphs trafilatura finds; quotations and list items are paragraphs of their own, tables are left out."""
    found = trafilatura.bare_extraction(tree, fast=fast, include_comments=False, include_tables=False)
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    return list(markup.text_pieces(found.body))


def _headline_element(tree: html.HtmlElement, known: About) -> html.HtmlElement | None:
    return next((h1 for h1 in tree.iter("h1") if known.headline and markup.line(h1) == known.headline), None)


def _dek(tree: html.HtmlElement, known: About) -> str | None:
    """The line under the headline: named so by its class, or a second heading that repeats the page's declared summary."""
    after = _headline_element(tree, known)
    if after is None:
        return None
    summary = markup.folded(known.summary or "")
    for element in islice(markup.following(after), DEK_WITHIN):
        text = markup.line(element)
        fits = 15 <= len(text) <= plain.MAX_HEADLINE * 2 and text != known.headline
        if fits and (_is_dek(element) or (element.tag in ("h2", "h3") and markup.folded(text) == summary)):
            return text
    return None


def _is_dek(element: html.HtmlElement) -> bool:
    return any(_DEK_CLASS.fullmatch(name) for name in markup.classes(element))


def _captions(tree: html.HtmlElement) -> list[str]:
    """The lines under the article's own pictures."""
    inside = (c for c in tree.iter("figcaption") if any(a.tag in ("article", "main") for a in c.iterancestors()))
    return list(dict.fromkeys(text for c in islice(inside, MAX_CAPTIONS) if len(text := markup.line(c)) >= 15))


def _lines(known: About, dek: str | None, body: list[str], captions: list[str]) -> Iterator[Line]:
    """The lines of the page's text: headline, dek, then body with its captions and credit; each once, furniture left out."""
    seen = {markup.folded(text) for text in (known.headline, dek) if text}
    under = {markup.folded(c) for c in captions}
    if known.headline:
        yield "headline", known.headline
    if dek:
        yield "dek", dek
    for text in body:
        fold = markup.folded(text)
        kind = "caption" if fold in under else plain.own_kind(text)
        if fold not in seen and kind != "other" and not _names_author(text, known):
            yield kind, text
        under.discard(fold)
    yield from (("caption", c) for c in captions if markup.folded(c) in under - seen)


def _names_author(text: str, known: About) -> bool:
    """Whether a line only says who wrote the article, and when."""
    return len(text) <= 120 and bool(_BY.match(text)) and any(name in text for name in known.byline)


def _draft(lines: Sequence[Line], known: About, posts: tuple[Post, ...], problems: tuple[Problem, ...]) -> Draft:
    parts, at = [], 0
    for kind, text in lines:
        parts.append(Part(at, at + len(text), kind))
        at += len(text) + len(GAP)
    body = [text for kind, text in lines if kind == "body"]
    named = next(filter(None, (credit.line(text) for kind, text in lines if kind == "credit")), None)
    return Draft(
        text=GAP.join(text for _, text in lines),
        parts=tuple(parts),
        posts=posts,
        title=known.headline,
        dek=next((text for kind, text in lines if kind == "dek"), None),
        byline=known.byline,
        published=known.published,
        site=known.site,
        url=known.url,
        credit=named or (credit.inside(body[0], body[-1]) if body else None),
        problems=problems,
    )
