"""The headline of an HTML page: the heading that its declarations confirm, else the one that stands above its article's text."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeGuard
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from facta.read import called, credit, dates, furniture, markup, outlet, plain, printed

_BREAK = re.compile(rf"{outlet.SEPARATOR}|:\s+")
_HIDDEN = re.compile(r"sr-only|visually-?hidden|screen-?reader|(?:^|\s)(?:hidden|hide)(?:\s|$)")
_QUOTES = frozenset("“„«「『‘\"'¿¡")
_LARGE = re.compile(r"[4-7]|\+[1-4]")
_UNSPACED = re.compile(r"[\u2e80-\uffdc]{8}")
MAX_TITLE = 500
"""Characters of a declared title; a longer one is no headline, unless the page shows the same."""
MAX_WHOLE = 5_000
"""Characters of a title that is compared with a heading all the same."""
MAX_HEADINGS = 40
"""First headings among which the headline is sought."""
LEAST_CHARS = 15
"""Letters of a part of a title that can be the headline."""
LEAST_WORDS = 3
"""Words of a heading that is a headline without a declaration that says so; fewer name a section."""
PROSE = 60
"""Characters from which a text is no label, button or link."""
Element = html.HtmlElement
Headline = tuple[str | None, Element | None]


def find(tree: Element, claims: Sequence[str | None], site: str | None, address: str | None) -> Headline:
    """The headline, and the element that shows it where one does.

    The visible heading that a declaration confirms; else the one above the article's text; else the first declaration.
    """
    named = [without_site(c, site) for c in claims if c and len(c) <= MAX_TITLE]
    visible = lines_of(tree, "h1")
    if confirmed := next((pair for claim in named for pair in visible if _confirms(claim, pair[0])), None):
        return confirmed
    if whole := _whole(tree, claims):
        return whole
    if found := _second(tree, named) or _linked(tree, site, address) or _above(tree, named, site, address):
        return found
    told = [*named, *map(_cut, filter(None, claims))]
    if named or (told and not visible):
        return told[0], None
    return visible[0] if len(visible) == 1 else (None, None)


def _second(tree: Element, named: Sequence[str]) -> Headline | None:
    """A second heading that says the same as a declared title."""
    headings = lines_of(tree, "h2", "h3")
    return next((pair for pair in headings if any(markup.folded(pair[0]) in _runs(claim) for claim in named)), None)


def _linked(tree: Element, site: str | None, address: str | None) -> Headline | None:
    """A heading that links to the page itself, as those of a site's stories do wherever these stand."""
    headings = lines_of(tree, "h1", "h2", "h3") if address else ()
    return next((pair for pair in headings if _is_own(pair[1], address) and _could_head(*pair, site, address)), None)


def is_sure(found: Headline, claims: Sequence[str | None], address: str | None) -> bool:
    """Whether a declaration says the same as the headline found, or that links to the page itself."""
    line, heading = found
    said = line is not None and any(_confirms(claim, line) for claim in claims if claim and len(claim) <= MAX_WHOLE)
    return said or (heading is not None and _is_own(heading, address))


def link_of(heading: Element) -> str | None:
    """The address that a heading links to, in it or around it; None where that is but a place on the same page."""
    links = [*islice(heading.iter("a"), MAX_LINKS), *(e for e in islice(heading.iterancestors(), 2) if e.tag == "a")]
    return next((address.strip() for a in links if leads_on(address := a.get("href"))), None)


def leads_on(address: str | None) -> TypeGuard[str]:
    """Whether a link's address is that of a page, and no place on the same one."""
    told = (address or "").strip()
    return told != "" and not told.startswith(("#", "javascript:", "mailto:"))


MAX_LINKS = 3
"""Links in a heading that are looked at."""


def _is_own(heading: Element, address: str | None) -> bool:
    """Whether a heading links to the page's own address, which is not the site's front page."""
    link = link_of(heading)
    if not link or not address:
        return False
    try:
        here, there = urlsplit(address), urlsplit(urljoin(address, link))
    except ValueError:
        return False
    asked = "" if here.query.startswith(_TRACKING) else here.query
    own = (here.netloc, here.path.rstrip("/"), asked)
    return own[1] != "" and own == (there.netloc, there.path.rstrip("/"), there.query)


_TRACKING = ("utm_", "fbclid", "gclid")
"""Parameters that only tell where a reader came from."""


def _whole(tree: Element, claims: Sequence[str | None]) -> Headline | None:
    """A heading longer than any headline that a declaration repeats letter for letter."""
    said = {markup.folded(claim) for claim in claims if claim and MAX_TITLE < len(claim) <= MAX_WHOLE}
    if not said:
        return None
    return next(((line, h1) for line, h1 in lines_of(tree, "h1", most=MAX_WHOLE) if markup.folded(line) in said), None)


def _cut(title: str) -> str:
    """A title that is too long, cut at a word."""
    cut = title[: MAX_TITLE - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:") + "…" if len(title) > MAX_TITLE else title


def lines_of(tree: Element, *tags: str, most: int = MAX_TITLE) -> list[tuple[str, Element]]:
    """The first headings of a page with their text, those of up to so many characters."""
    headings = ((_line(e), e) for e in islice(tree.iter(*tags), MAX_HEADINGS))
    return [(line, e) for line, e in headings if line and len(line) <= most]


def _line(heading: Element) -> str:
    """What a heading says, without a kicker that runs into it; one before a colon is a part of it."""
    line = markup.line(heading)
    kicker = None if not line else next((e for e in islice(heading.iterdescendants(), MAX_INSIDE) if _is_kicker(e)), None)
    told = " ".join(markup.paragraphs(heading, lambda e: e is kicker).split()) if kicker is not None else ""
    return told if told[:1].isalnum() or told[:1] in _QUOTES else line


MAX_INSIDE = 12
"""First elements of a heading among which its kicker stands."""


def _is_kicker(element: Element) -> bool:
    named = element.get("class") if isinstance(element.tag, str) else None
    return named is not None and called.word("kickers").search(named) is not None


def without_site(title: str, site: str | None) -> str:
    """The title without the outlet's name after it.

    >>> without_site("Ministers meet | The Example", "The Example")
    'Ministers meet'
    """
    if not site:
        return title
    return re.sub(rf"{outlet.SEPARATOR}{re.escape(site)}$", "", title, flags=re.IGNORECASE) or title


def _confirms(claim: str, line: str) -> bool:
    """Whether a declared title is this line, or the line with more around it, or the line cut short."""
    said, seen = markup.folded(claim), markup.folded(line)
    return (
        said == seen
        or (markup.weight(seen) >= LEAST_CHARS and seen in said)
        or (markup.weight(said) >= LEAST_CHARS and seen.startswith(said))
    )


def declared(tree: Element) -> set[str]:
    """What the page's own title may call its article, folded."""
    title = next(tree.iter("title"), None)
    line = markup.line(title) if title is not None else ""
    return {run for run in _runs(line) if markup.weight(run) >= LEAST_CHARS} if len(line) <= MAX_TITLE else set()


def _runs(claim: str) -> set[str]:
    """A declared title folded, whole and without the parts after its bars one by one; what is short then names a section."""
    parts = [markup.folded(part) for part in re.split(outlet.SEPARATOR, claim)]
    runs = ("".join(parts[:n]) for n in range(1, len(parts)))
    return {"".join(parts), *(run for run in runs if markup.weight(run) >= LEAST_CHARS)} - {""}


def _above(tree: Element, named: Sequence[str], site: str | None, address: str | None) -> Headline | None:
    """The only h1 that can head the article, or on pages without one what else is large above its text.

    Titles for search engines differ from the headline, so an h1 need not share words with them; a second heading or large letters
    must, unless the title says but the outlet's name or has too few words to be one.
    """
    first = [pair for pair in lines_of(tree, "h1") if _could_head(*pair, site, address)]
    if first:
        return _over_prose(tree, first) if len(first) == 1 or _are_apart([h1 for _, h1 in first]) else None
    if repeated := _repeated(tree, named, site, address):
        return repeated
    lines = [line for piece in markup.text_pieces(tree) for line in piece.split("\n")]
    prose = " ".join(line for line in lines if markup.weight(line) >= PROSE).casefold()
    said = [claim for claim in named if is_long(claim) and not _is_sites(claim, site) and _tells(claim, prose)]
    if found := _over_prose(tree, _heads([*lines_of(tree, "h2"), *_large(tree)], said, site, address)):
        return found
    smaller = [[*lines_of(tree, "h3", "h4"), *_named(tree), *_bold(tree)], [*_last(tree, lines)]]
    own = ([pair for pair in pairs if link_of(pair[1]) is None and plain.own_kind(pair[0]) == "body"] for pairs in smaller)
    return next(filter(None, (_over_prose(tree, _heads(pairs, said, site, address)) for pairs in own)), None)


def _heads(
    pairs: Sequence[tuple[str, Element]], said: Sequence[str], site: str | None, address: str | None
) -> list[tuple[str, Element]]:
    """Those of some lines that can be the headline and share words with a title, where one tells of the article."""
    could = [pair for pair in pairs if _could_head(*pair, site, address)]
    return [pair for pair in could if not said or any(outlet.alike(pair[0], _longest(claim)) for claim in said)]


def _is_sites(claim: str, site: str | None) -> bool:
    """Whether a title is that of a whole site: it begins with its name, or is one that says of itself that it is an outlet's."""
    return (site is not None and markup.folded(claim).startswith(markup.folded(site))) or furniture.is_("outlets", claim)


def _tells(claim: str, prose: str) -> bool:
    """Whether a title is of the article and not of the site: most of its longer words stand in the text."""
    words = _LONG_WORD.findall(claim.casefold())
    return not words or 2 * sum(word in prose for word in words) > len(words)


_LONG_WORD = re.compile(r"\w{4,}")


def _are_apart(headings: Sequence[Element]) -> bool:
    """Whether each of some headings stands in an article of its own."""
    articles = [next(heading.iterancestors("article"), None) for heading in headings]
    return None not in articles and len(set(articles)) == len(articles)


def _repeated(tree: Element, named: Sequence[str], site: str | None, address: str | None) -> Headline | None:
    """The last short text above the article's own that is a part of the page's title, on pages without headings that are.

    The title without what stands behind its bars; else without what stands before one, or before a colon.
    """
    shown = [pair for pair in _short(tree) if is_long(pair[0]) and _could_head(*pair, site, address)]
    for parts in (_runs, _tails):
        known = {part for claim in named for part in parts(claim) if markup.weight(part) >= LEAST_CHARS}
        if found := [pair for pair in shown if markup.folded(pair[0]) in known]:
            return found[-1]
    return None


def _short(tree: Element) -> Iterator[tuple[str, Element]]:
    """The short texts of a page, each with the outermost element that says no more, up to the first that is prose."""
    body = tree.find("body")
    last: str | None = None
    for element in islice(body.iter(*_SHORT), MAX_SHORT) if body is not None else ():
        line = _line(element) if len(element) <= MAX_INSIDE else ""
        if 0 < len(line) <= MAX_TITLE and line != last:
            yield line, element
        last = line or last
        if element.tag == "p" and len(markup.line(element)) >= 4 * PROSE:
            return


_SHORT = ("h2", "h3", "h4", "h5", "div", "td", "th", "p", "span", "b", "strong", "font", "a")
MAX_SHORT = 2_000
"""Elements of a page that are looked at."""


def _tails(claim: str) -> set[str]:
    """A declared title folded, without the parts before its bars one by one, and without what stands before a colon."""
    parts = re.split(outlet.SEPARATOR, claim)
    tails = [" ".join(parts[n:]) for n in range(1, len(parts))]
    return {
        markup.folded(tail) for tail in (*tails, claim.partition(": ")[2]) if is_long(tail) and not furniture.is_("outlets", tail)
    }


def _large(tree: Element) -> Iterator[tuple[str, Element]]:
    """The lines in the large letters by which pages without headings mark a headline."""
    return ((line, e) for line, e in lines_of(tree, "font") if _LARGE.fullmatch((e.get("size") or "").strip()))


def _named(tree: Element) -> Iterator[tuple[str, Element]]:
    """The lines in elements that are called headlines without being headings."""
    named = called.word("headlines")
    return ((line, e) for line, e in lines_of(tree, *_CALLED) if named.search(e.get("class") or ""))


_CALLED = ("div", "span", "p", "td", "font")


def _bold(tree: Element) -> Iterator[tuple[str, Element]]:
    """The bold lines that share theirs with nothing else, as in pages of before there were style sheets."""
    return ((line, e) for line, e in lines_of(tree, "b", "strong", "big") if _is_alone(e) and not _ENDED.search(line))


def _last(tree: Element, lines: Sequence[str]) -> Iterator[tuple[str, Element]]:
    """The line right above the first prose of a page, apart from those that say who wrote it and when."""
    first = next((n for n, line in enumerate(lines) if markup.weight(line) >= PROSE and plain.ends(line)), 0)
    above = (line for line in reversed(lines[:first]) if not printed.is_stamp(line) and not credit.is_byline(line))
    line = next(above, "")
    if markup.weight(line) <= plain.MAX_HEADLINE and not _ENDED.search(line):
        yield from ((text, e) for text, e in _short(tree) if text == line and e.tag != "a" and e.find(".//a") is None)


_ENDED = re.compile(r"[.:,;]$")


def _is_alone(element: Element) -> bool:
    """Whether an element has a line for itself and its day, between breaks, blocks or the ends of what holds it."""
    parent, before, after = element.getparent(), element.getprevious(), element.getnext()
    start = (parent.text if before is None else before.tail) if parent is not None else None
    beside = ((text or "").strip(" \t\r\n\xa0()[]") for text in (start, element.tail))
    if any(text and not dates.is_date_line(text) for text in beside):
        return False
    if any(side is not None and side.tag != "br" and side.tag not in markup.BLOCKS for side in (before, after)):
        return False
    inner = parent is not None and parent.tag not in markup.BLOCKS and parent.tag != "body" and None in (before, after)
    return not inner or (parent is not None and _is_alone(parent))


def _could_head(line: str, heading: Element, site: str | None, address: str | None) -> bool:
    """Whether a heading can be an article's: no name of the outlet or a section, seen by readers."""
    if not is_long(line):
        return False
    if (site and markup.folded(line).startswith(markup.folded(site))) or furniture.is_("sections", line):
        return False
    around = (heading, *islice(heading.iterancestors(), 3))
    return not any(map(_is_hidden, around)) and not outlet.is_brand(heading, address)


def is_long(line: str) -> bool:
    """Whether a line has the words of a headline; fewer name an outlet, a section or a part of an article."""
    return len(line.split()) >= LEAST_WORDS or _UNSPACED.search(line) is not None


def _is_hidden(element: Element) -> bool:
    styled = (element.get("style") or "")[:200].replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in styled or _HIDDEN.search(element.get("class") or "") is not None


def _longest(claim: str) -> str:
    """The longest part of a title, without labels and names of outlets."""
    return max(_BREAK.split(claim), key=len)


def _over_prose(tree: Element, headings: Sequence[tuple[str, Element]]) -> Headline | None:
    """The first of some headings that has prose below it, and no more of it above."""
    size, before = 0, dict[Element, int]()
    wanted = {heading for _, heading in headings}
    for element in tree.iter(etree.Element) if wanted else ():
        if element in wanted:
            before[element] = size
        own = markup.line(element) if element.tag == "p" else None if element.tag in _UNREAD else element.text
        for text in (None if element in wanted else own, element.tail):
            if text and markup.weight(text) >= PROSE:
                size += markup.weight(text.strip())
    return next((pair for pair in headings if size - before[pair[1]] >= max(PROSE, before[pair[1]])), None)


_UNREAD = frozenset(("script", "style", "noscript", "template", "title", "a"))
