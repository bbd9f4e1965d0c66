"""What readers see of an outlet's name where no declaration tells it: behind the headline in the title, and on the way home."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree, html

from facta.read import dates, furniture, markup, printed

SEPARATOR = rf"(?:\s+(?:[|–—·•:»«-]|::)\s+|(?<=[{markup.WIDE}])\s*[_|｜-]\s*(?=\S)|\s*[|｜]\s*(?=[{markup.WIDE}]))"
"""What stands between a headline and the outlet in a title; around it blanks, but for Chinese and Japanese."""
_SEPARATOR = re.compile(SEPARATOR)
_BRAND = re.compile(r"(?:^|[_-])(?:logo|brand|masthead|(?:site|blog)-?_?(?:title|name|branding|logo))(?:$|[_-])")
_WORD = re.compile(r"\w{3,}")
LEAST_SHARED = 2
"""Words that a headline and a title for search engines share."""
MAX_NAME = 50
"""Characters of an outlet's name."""
MAX_WORDS = 6
MAX_TITLE = 1_000
"""Characters of a title that an outlet may be told from."""
MAX_LINKS = 2_000
"""Links and pictures of a page that are looked at."""
SMALL = 12
"""Elements that a link home may hold."""
Element = html.HtmlElement


def name(tree: Element, headings: Sequence[str], title: str | None, address: str | None, others: set[str | None]) -> str | None:
    """The outlet that the title names beside the headline, or that the link home or the logo shows; of two like names that one.

    Else what stands first of all on the page, as on print views, if it is called like an outlet.

    headings: the page's headline, as it may be called.
    others: what is no outlet: sections.
    """
    home = next((n for text in _shown(tree, address) if (n := _clean(text))), None)
    beside = _clean(_beside(title or "", headings) or "")
    if beside and (beside in others or _is_section(tree, beside, address)):
        beside = None
    if home and beside and markup.folded(home) in markup.folded(beside):
        return home
    return beside or home or _opening(tree)


def _opening(tree: Element) -> str | None:
    """The outlet's name as a page's first line, alone or before a date."""
    body = tree.find("body")
    first = next(markup.text_pieces(body), "").partition("\n")[0] if body is not None else ""
    return titled(first) or printed.outlet(first)


def titled(line: str) -> str | None:
    """A line that is nothing but an outlet's name, by its form.

    >>> titled("The Harbour Herald"), titled("World News"), titled("Minister meets Herald"), titled("Most Read Today")
    ('The Harbour Herald', None, None, None)
    """
    words = line.split()
    formed = len(words) <= MAX_TITLED and all(w[0].isupper() or len(w) <= MAX_PARTICLE for w in words)
    named = formed and furniture.is_("outlets", line) and not furniture.begins("closing", line)
    return line if named and _clean(line) == line else None


MAX_TITLED = 4
"""Words of an outlet's name that stands alone."""
MAX_PARTICLE = 3
"""Letters of a name's words that are written small: "of", "the"."""


def is_brand(heading: Element, address: str | None) -> bool:
    """Whether a heading is the outlet's logo or its link home."""
    host = _host(address)
    around = (heading, *islice(heading.iterancestors(), 2), *islice(heading.iterdescendants("a", "span", "img"), 3))
    named = any(_BRAND.search(name) for e in around for name in (*markup.classes(e), (e.get("id") or "").lower()))
    return named or any(_leads_home(a, host, marked=False) for a in islice(heading.iter("a"), 2))


def alike(line: str, claim: str) -> bool:
    """Whether half of a title's longer words stand in a line, two at least."""
    said = set(_WORD.findall(claim.casefold()))
    return 2 * len(said & set(_WORD.findall(line.casefold()))) >= max(2 * LEAST_SHARED, len(said))


def _beside(title: str, headings: Sequence[str]) -> str | None:
    """The last part of a title that begins with the headline, or the first of one that ends with it.

    A title for search engines only shares words with the headline; its last part is the outlet if it is called like one. So is a
    title, apart from a section, where each page of a site has the same.
    """
    if len(title) > MAX_TITLE:
        return None
    parts = _SEPARATOR.split(title)
    if (own := [part for part in parts if not furniture.is_("sections", part)]) and is_same(own):
        return own[0]
    known = {markup.folded(h) for h in headings} - {""}
    folds = [markup.folded(part) for part in parts]
    if any("".join(folds[:n]) in known for n in range(1, len(parts))):
        return parts[-1]
    if len(parts) > 1 and furniture.is_("outlets", parts[-1]) and any(alike(h, " ".join(parts[:-1])) for h in headings):
        return parts[-1]
    first = folds[0]  # a heading that is the outlet's own name would make the headline one
    return (
        parts[0]
        if any("".join(folds[n:]) in known for n in range(1, len(parts)) if len("".join(folds[n:])) > len(first))
        else None
    )


def is_same(parts: Sequence[str]) -> bool:
    """Whether a title's parts are but the outlet's name, as where all pages of a site have one title.

    >>> is_same(["Harbour Herald"]), is_same(["Minister meets Herald"]), is_same(["Talks in Geneva"])
    (True, False, False)
    """
    return len(parts) == 1 and len(parts[0].removeprefix("The ").split()) <= MAX_SAME and titled(parts[0]) is not None


MAX_SAME = 2
"""Words of an outlet's name that a title is, but for "The"; with more it may be a headline about an outlet."""


def _shown(tree: Element, address: str | None) -> Iterator[str]:
    """The words of links to the front page, of logos and of the site's own title, in reading order, above the headline."""
    host = _host(address)
    for element in islice(_until_headline(tree), MAX_LINKS):
        marked = any(_BRAND.search(n) for n in (*markup.classes(element), (element.get("id") or "").lower()))
        if element.tag == "img":
            picture = (
                marked or "logo" in (element.get("src") or "")[-200:].lower() or "logo" in (element.get("alt") or "").lower()
            )
            around = islice(element.iterancestors(), 3)
            if picture or any(_BRAND.search(n) for a in around for n in markup.classes(a)):
                yield element.get("alt") or ""
        elif element.tag == "a" and _leads_home(element, host, marked):
            yield markup.line(element, SMALL)
            yield from (image.get("alt") or "" for image in islice(element.iter("img"), 2))
            yield element.get("title") or element.get("aria-label") or ""
        elif marked and element.tag in ("p", "span", "div", "strong", "h2"):
            yield markup.line(element, SMALL)


def _until_headline(tree: Element) -> Iterator[Element]:
    body = tree.find("body")
    for element in body.iter(etree.Element) if body is not None else ():
        if element.tag == "h1" and element.find(".//a") is None and element.find(".//img") is None:
            return
        if element.tag in ("a", "img") or element.get("class") or element.get("id"):
            yield element


def _host(address: str | None) -> str:
    """The host of an address; empty for what is none, such as a template's `http://[url]`."""
    try:
        return urlsplit(address or "").netloc
    except ValueError:
        return ""


def _leads_home(link: Element, host: str, marked: bool) -> bool:
    try:
        there = urlsplit(link.get("href") or "#")
    except ValueError:
        return False
    if there.path not in ("/", "", "/index.html") or there.query or (not there.path and not there.netloc):
        return False
    return not there.netloc or there.netloc == host or marked or "home" in (link.get("rel") or "").lower()


def _clean(text: str) -> str | None:
    """A name without the words of a link home; None for what is no name."""
    bare = " ".join(furniture.pattern("home_words").sub(" ", text[: 2 * MAX_NAME]).split()).strip(" -–—|·:,.»«")
    if not 2 <= len(bare) <= MAX_NAME or len(bare.split()) > MAX_WORDS or not any(map(str.isalpha, bare)):
        return None
    if bare[0].islower() or not bare[0].isalnum() or bare.endswith(("?", "!")) or dates.day(bare):
        return None
    return None if furniture.is_("home", bare) or furniture.is_("sections", bare) or furniture.is_("other", bare) else bare


def _is_section(tree: Element, beside: str, address: str | None) -> bool:
    """Whether the page links to a part of itself by this name."""
    host, fold = _host(address), markup.folded(beside)
    named = (a for a in islice(tree.iter("a"), MAX_LINKS) if a.get("href") and markup.folded(markup.line(a, SMALL)) == fold)
    return any(not _leads_home(a, host, marked=True) for a in named)
