"""The body of an article: what trafilatura finds of it, mended where it finds hardly any, runs it together or goes on."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

import trafilatura
from lxml import etree, html

from facta.read import dates, lists, live, lost, markup, tables
from facta.read.about import About

LITTLE = 250
"""Characters of a body below which, like one that is a single lump, it is sought again in tables and in the linked data."""


def find(tree: html.HtmlElement, known: About, fast: bool) -> list[str]:
    """The article's paragraphs; where hardly any are found, those in layout tables or those the page tells in its linked data."""
    first = _extracted(tree, fast)
    body = _parted(first, tree)
    if len(first) < 2 or _size(body) < LITTLE:
        told = known.data.article.get("articleBody")
        described = live.paragraphs(told) if isinstance(told, str) else []
        unfolded = _extracted(tree, fast) if tables.unfold(tree) else []
        if len(first) < 2 <= len(unfolded) and _size(unfolded) >= LITTLE:  # what ran together holds the columns beside it too
            body = unfolded
        found = [body, described, unfolded]
        enough = max(map(_size, found)) * 0.8
        body = max((lines for lines in found if _size(lines) >= enough), key=len)
    return lost.restore(lists.without_related(tree, _without_recent(body)), tree, known.heading)


def _parted(body: list[str], tree: html.HtmlElement) -> list[str]:
    """The body; the page's own lines where extraction ran several of them, often the headline too, into a single one."""
    if len(body) != 1 or len(body[0]) > MAX_LUMP:
        return body
    lump = markup.folded(body[0])
    pieces = list(islice(markup.text_pieces(tree), MAX_PIECES))
    folds = [markup.folded(piece) for piece in pieces]
    for start, fold in enumerate(folds):
        if fold and fold != lump and lump.startswith(fold):
            run = next((end for end in range(start + 2, len(folds) + 1) if "".join(folds[start:end]) == lump), None)
            if run is not None:
                return pieces[start:run]
    return body


MAX_LUMP = 2_000
"""Characters of a body that may be several lines run together, as happens where a page has hardly any text."""
MAX_PIECES = 200
"""Lines of a page that such a body is sought among."""


def _size(lines: Sequence[str]) -> int:
    return sum(map(len, lines))


def _extracted(tree: html.HtmlElement, fast: bool) -> list[str]:
    """The paragraphs trafilatura finds; quotations and list items are paragraphs of their own, tables are left out.

    Its second opinion, readability's, counts where it is more than twice as long, or where the first has no paragraphs or leaves
    something to clean away. So it needn't be asked where the first has half of all that the page says, which is likely where
    paragraphs in one place have nearly as much.
    """
    said = 0 if fast else _said(tree)
    if fast or (said > ENOUGH and _together(tree) > LIKELY * said):
        first = _found(tree, fast=True)
        lines = [] if first is None else list(markup.text_pieces(first))
        size = _size(lines)
        if fast or (first is not None and size > ENOUGH and _is_clean(first) and 2 * size >= said):
            return lines
    full = _found(tree, fast=False)
    return [] if full is None else list(markup.text_pieces(full))


LIKELY = 0.4
"""Share of a page's words in one place from which trafilatura's first opinion is likely to have half."""
ENOUGH = 250
"""Characters below which trafilatura asks for further opinions whatever else there is (its MIN_EXTRACTED_SIZE)."""
_is_clean = etree.XPath(
    "boolean(.//p//text()) and not(.//*[self::aside or self::audio or self::button or self::fencedframe or self::fieldset or "
    "self::figure or self::footer or self::iframe or self::input or self::label or self::link or self::nav or self::noindex or "
    "self::noscript or self::object or self::option or self::select or self::source or self::svg or self::time])"
)
"""Whether an extraction has paragraphs and none of what trafilatura takes for remains of the page (its SANITIZED_XPATH)."""


def hush(tree: html.HtmlElement) -> None:
    """Empty the scripts and styles, which extraction copies again and again, but for linked data, which it reads."""
    for element in tree.iter("script", "style"):
        if "ld+json" not in (element.get("type") or "").lower():
            element.text = None


def _said(tree: html.HtmlElement) -> int:
    """Characters of all that a page says, its scripts empty but for linked data; white space folded."""
    body = tree.find("body")
    if body is None:
        return 0
    scripts = sum(len(script.text or "") for script in body.iter("script"))
    return len(" ".join(body.text_content().split())) - scripts


def _together(tree: html.HtmlElement) -> int:
    """Characters in the one place that has most: the paragraphs of one element, or its text where breaks part it."""
    sizes = Counter[html.HtmlElement | None]()
    for paragraph in tree.iter("p"):
        sizes[paragraph.getparent()] += len(paragraph.text_content())
    for place in {parent for br in tree.iter("br") if (parent := br.getparent()) is not None and parent.tag != "p"}:
        sizes[place] = len(place.text_content())
    return max(sizes.values(), default=0)


def _found(tree: html.HtmlElement, *, fast: bool) -> etree._Element | None:
    found = trafilatura.bare_extraction(  # any format but its own spares it writing down a text that nobody reads
        tree, fast=fast, include_comments=False, include_tables=False, output_format="xml"
    )
    return None if found is None or isinstance(found, dict) else found.body


_LAST_DATE = re.compile(r"(?<=\S)\s[-–—|·•]\s([^-–—|·•]{6,40})$")


def _without_recent(body: list[str]) -> list[str]:
    """The body without a list of other articles after it: two or more last lines that each end in a bar and a date."""
    end = len(body)
    while end and len(body[end - 1]) < 250 and (found := _LAST_DATE.search(body[end - 1])) and dates.line_day(found[1]):
        end -= 1
    return body[:end] if len(body) - end >= 2 else body
