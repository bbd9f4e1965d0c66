"""What stands beside the body of an article and belongs to it: the line under its headline, captions, notes of corrections."""

import re
from collections.abc import Callable
from functools import cache
from itertools import islice

from lxml import etree, html

from facta.read import called, furniture, markup, plain, printed, published
from facta.read.about import About

_CAPTIONS = etree.XPath("//figcaption | //@class[contains(., 'caption')]/..")
_BOXES = etree.XPath("//aside | //@class[contains(., 'orrecti') or contains(., 'larific') or contains(., 'note')]/..")
DEK_WITHIN = 40
"""Elements after the headline among which its dek stands."""
MAX_CAPTIONS = 20
MAX_FIGURES = 200


def dek(known: About) -> str | None:
    """The line under the headline: named so by its class, or a second heading that is next or repeats the declared summary."""
    if known.heading is None:
        return None
    below = known.heading.getnext()
    summary = markup.folded((known.summary or "")[: plain.MAX_HEADLINE * 3])
    for element in islice(markup.following(known.heading), DEK_WITHIN):
        text = markup.line(element, published.SMALL)
        fits = 15 <= len(text) <= plain.MAX_HEADLINE * 2 and text != known.headline and not printed.is_stamp(text)
        next_ = element is below and not _heads_part(element, text)
        second = element.tag in ("h2", "h3") and (next_ or markup.folded(text) == summary)
        if fits and (second or _is_dek(element)):
            return text
    return None


def _heads_part(element: html.HtmlElement, text: str) -> bool:
    """Whether a short heading is the first of several alike, each above a paragraph, and so no dek."""
    alike = (element, *islice(element.itersiblings(str(element.tag)), MAX_PARTS))
    parts = sum(below is not None and below.tag in _PROSE for below in (e.getnext() for e in alike))
    return len(text) <= MAX_PART and parts > LEAST_PARTS


LEAST_PARTS = 2
MAX_PARTS = 20
"""Headings after the first that are looked at; an article with a dek and one heading has but one."""
MAX_PART = 60
"""Characters of a part's heading; a dek is mostly longer."""
_PROSE = frozenset(("p", "ul", "ol", "div", "blockquote"))


def _is_dek(element: html.HtmlElement) -> bool:
    named = any(_dek_class().fullmatch(name) for name in markup.classes(element))
    return named or element.get("itemprop") in ("alternativeHeadline", "alternateName")


@cache
def _dek_class() -> re.Pattern[str]:
    return re.compile(rf"(?:{called.either('dek_of')}[_-]{{1,2}})?{called.either('deks')}")


def captions(tree: html.HtmlElement) -> list[str]:
    """The lines under the article's own pictures: inside its element, or anywhere on a page without one."""
    marked = [c for c in _CAPTIONS(tree) if c.tag == "figcaption" or _is_caption(c)][:MAX_FIGURES]
    inside = _in_article if next(tree.iter("article", "main"), None) is not None else _in_page
    marked = [c for c in marked if inside(c)]
    texts = (markup.line(c, published.SMALL) for c in marked)
    return list(dict.fromkeys(text for text in texts if 15 <= len(text) <= MAX_CAPTION))[:MAX_CAPTIONS]


def take_links(tree: html.HtmlElement) -> None:
    """Cut the links to other articles that stand in the middle of paragraphs: "READ: How the reef was damaged"."""
    size = cache(lambda paragraph: len(markup.line(paragraph)))  # once for all of its links
    links = (a for a in islice(tree.iter("a"), MAX_LINKS) if len(a) <= MAX_FIGURES and _in_paragraph(a, size))
    found = []
    for link in links:
        parent = link.getparent()
        around = parent if parent is not None and parent.tag in _BOLD else link
        if any(furniture.is_("more", markup.line(e, published.SMALL)) and _is_label(e) for e in (around, link)):
            found.append(around)
    markup.cut(*found)


def _in_paragraph(link: html.HtmlElement, size: Callable[[html.HtmlElement], int]) -> bool:
    """Whether a link stands in a paragraph that says more than the link; size: characters of a paragraph."""
    above = next((e for e in islice(link.iterancestors(), 3) if e.tag == "p"), None)
    return above is not None and size(above) > 2 * len(markup.line(link, published.SMALL))


def _is_label(element: html.HtmlElement) -> bool:
    """Whether an element is a label with what it leads to, and not a part of the sentence around it."""
    line = markup.line(element, published.SMALL)
    return ":" in line and not line[:1].islower()


_BOLD = frozenset(("b", "strong", "em", "i", "span"))
MAX_LINKS = 2_000
"""Links of a page that are looked at."""


def notes(tree: html.HtmlElement) -> list[str]:
    """Corrections that stand in boxes, which extraction passes over."""
    pieces = (text for box in _BOXES(tree)[:MAX_FIGURES] if markup.line(box, published.SMALL) for text in markup.text_pieces(box))
    return list(dict.fromkeys(text for text in pieces if furniture.begins("corrections", text)))


def _in_article(element: html.HtmlElement) -> bool:
    return any(a.tag in ("article", "main") for a in element.iterancestors())


def _in_page(element: html.HtmlElement) -> bool:
    """Whether an element stands beside the article, as far as its page says so, in no column or box of its own."""
    around = [a for a in element.iterancestors() if a.tag not in ("body", "html")]
    column = called.word("beside")
    return not any(a.tag in ("aside", "nav", "footer") or column.search(f"{a.get('class')} {a.get('id')}") for a in around)


MAX_CAPTION = 800
"""Characters; what is longer under a picture is a paragraph."""


def _is_caption(element: html.HtmlElement) -> bool:
    return any(_caption_class().fullmatch(name) for name in markup.classes(element))


@cache
def _caption_class() -> re.Pattern[str]:
    return re.compile(rf"{called.either('caption_of')}?caption(?:-text|__text)?")
