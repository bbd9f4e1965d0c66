"""What article and threads of an HTML page both need: a parsed tree within bounds, and the paragraphs of an element."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from lxml import etree, html

from facta.errors import InputError
from facta.read import encoding

MAX_ELEMENTS = 40_000
"""Beyond this the extractor, whose time grows with the square of the page, takes more than seconds."""
BLOCKS = frozenset(
    """p div li ul ol dl dt dd blockquote pre h1 h2 h3 h4 h5 h6 section article header footer tr td th table figure figcaption
    quote head item list""".split()  # noqa: SIM905 - the last four are trafilatura's own tags
)
"""Elements with which a paragraph begins and ends."""
_SILENT = frozenset("script style noscript template svg button input select textarea iframe object form".split())  # noqa: SIM905
_APART = frozenset((*BLOCKS, *_SILENT, "br", "lb", etree.Comment, etree.ProcessingInstruction))
"""What makes the text of an element more than the texts of those in it, one after the other."""
_XML_HEAD = re.compile(r"\s*<\?xml[^>]{0,500}\?>")
Skip = Callable[[Any], bool]


def visible_size(tree: html.HtmlElement) -> int:
    """How many characters of text stand in a tree, scripts and the like left out."""
    return sum(len(e.tail or "") + (0 if e.tag in _SILENT else len(e.text or "")) for e in tree.iter(etree.Element))


def nothing(_: object) -> bool:
    """Skips no element."""
    return False


MAX_PARSED = 400_000
"""Elements of a page with its threads, which are read in time proportional to their size."""


MAX_TAGS = 2_000_000
"""Angle brackets of a page, counted before it is parsed: a tree of more would not fit beside others into a laptop's memory."""

MAX_IN_TAG = 2_000
"""Names, blanks and values of one tag, some 700 attributes: the parser compares each with all before it."""

MAX_NAME = 2_000
"""Characters of a class or id that patterns are tried on; longer ones name nothing."""


_ONE_CLASS = etree.ElementDefaultClassLookup(element=html.HtmlElement)
"""lxml's own choice of a class by tag asks Python about each element that is looked at, which takes a tenth of a page's time."""


def parse(data: bytes | str, declared: str | None = None) -> tuple[html.HtmlElement, str | None]:
    """The tree of a page without its comments and the unseen signs in its words, and a line for a person if not all was read.

    libxml2 reads no further than 2,048 nested levels. Raises InputError when there is no markup at all.
    """
    text = encoding.decode(data, declared) if isinstance(data, bytes) else data
    text = encoding.without_controls(text)
    _bound(text)
    head = _XML_HEAD.match(text)
    text = text[head.end() :] if head else text
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False, encoding="utf-8")
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        tree = html.document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise InputError("holds no markup that can be read as a page") from None
    for element in tree.iter(etree.Element):
        for name in ("class", "id"):
            if len(element.get(name, "")) > MAX_NAME:
                del element.attrib[name]
        if (own := element.text) and not own.isascii():
            element.text = _UNSEEN.sub("", own)
        if (tail := element.tail) and not tail.isascii():
            element.tail = _UNSEEN.sub("", tail)
    deep = any("depth" in entry.message.lower() for entry in parser.error_log.filter_from_fatals())
    return tree, "The page is nested too deeply; what follows the 2,048th level was not read." if deep else None


_START = re.compile(
    rf"""<(?:!--|(?P<name>[a-z][^\s/>=]*+)(?:[^>=\s]++|\s++|=\s*+"[^"]*+"?|=\s*+'[^']*+'?|=){{0,{MAX_IN_TAG}}}+(?P<more>(?=[^>]))?)""",
    re.IGNORECASE,
)
_END = {"script": re.compile("</script", re.IGNORECASE), "style": re.compile("</style", re.IGNORECASE)}
_COMMENT_END = re.compile("-->")


def _bound(text: str) -> None:
    """Refuse markup that costs the parser memory or time out of all proportion; one pass over the text."""
    if text.count("<") > MAX_TAGS:
        raise InputError(f"is too large to find an article in ({text.count('<'):,} tags; the most is {MAX_TAGS:,})")
    at = 0
    while found := _START.search(text, at):
        if found["more"] is not None:
            raise InputError("holds a tag with more attributes than any page needs")
        name = (found["name"] or "").lower()
        closed = _END.get(name) if name else _COMMENT_END
        end = closed.search(text, found.end()) if closed else found
        if end is None:
            return
        at = end.end()


_UNSEEN = re.compile(r"[\u00ad\u2060\ufeff]|(?<=[A-Za-zÀ-ɏͰ-ӿ])\u200b(?=[a-zß-ɏͰ-ӿ])")
"""Places where a word may be broken or not, which readers do not see; a blank without width parts the words of Thai and Khmer."""


MAX_DEPTH = 200
"""Levels within which an article's elements stand: extraction reads a text again on every level around it."""
MIN_DEPTH = 30
"""Levels that any page may have, however large it is."""
MAX_READ = 600_000
"""Elements times levels: what a page has more of one, it may have less of the other."""


_TOO_DEEP = "too-deep"


def flatten(tree: html.HtmlElement) -> None:
    """Take out the wrappers on too deep a level, their text left where it stood: first inline ones, then all.

    They are marked, then stripped together: to drop them one by one moves all that each holds, 7 s for 30,000 elements in 900.
    """
    most = max(MIN_DEPTH, min(MAX_DEPTH, MAX_READ // (1 + size(tree))))
    for levels, spared in ((most, BLOCKS), (2 * most, frozenset())):
        for element in _deeper_than(levels)(tree):
            if len(element) and element.tag not in spared:
                element.tag = _TOO_DEEP
        etree.strip_tags(tree, _TOO_DEEP)


@lru_cache(maxsize=MAX_DEPTH)
def _deeper_than(levels: int) -> etree.XPath:
    """A search for the elements with more than some number around them; it goes down level by level, no further than the page."""
    return etree.XPath(f"{'/*' * (levels + 2)}/descendant-or-self::*")


_number = etree.XPath("count(//*)")


def size(tree: html.HtmlElement) -> int:
    """How many elements a tree has."""
    return int(_number(tree))


def classes(element: html.HtmlElement) -> frozenset[str]:
    """The element's class names in small letters."""
    return _parted(element.get("class") or "")


@lru_cache(maxsize=8192)
def _parted(names: str) -> frozenset[str]:
    return frozenset(names.lower().split())


def own(element: html.HtmlElement, skip: Skip) -> Iterator[html.HtmlElement]:
    """The descendants in reading order, without those that `skip` names and all below them."""
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif isinstance(child.tag, str) and not skip(child):
            yield child
            stack.append(iter(child))


def following(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The elements that begin after an element ends, in reading order."""
    place: html.HtmlElement | None = element
    while place is not None:
        for sibling in place.itersiblings():
            yield from (e for e in sibling.iter() if isinstance(e.tag, str))
        place = place.getparent()


MAX_LINE = 2_000
"""Elements of a line: what holds more is a part of the page, and to read it again for every element around it takes too long."""


def line(element: html.HtmlElement, most: int = MAX_LINE) -> str:
    """All text of an element as one line; empty for an element that holds more than `most` elements."""
    if not len(element):
        return " ".join((element.text or "").split())
    tags = [e.tag for e in islice(element.iterdescendants(), most)]
    if len(tags) >= most:
        return ""
    plain = _APART.isdisjoint(tags)
    return " ".join(("" if plain else " ").join(element.itertext() if plain else text_pieces(element)).split())


def text_pieces(element: etree._Element, skip: Skip = nothing) -> Iterator[str]:
    """The paragraphs of an element, each with its inner line breaks, in reading order; empty ones left out."""
    piece: list[str] = []
    for token in _tokens(element, skip):
        if token is None:
            yield from _split("".join(piece))
            piece = []
        else:
            piece.append(token)
    yield from _split("".join(piece))


_BREAK = "\x00"  # stands for <br> while white space is folded; cannot occur in a parsed tree


def _split(piece: str) -> Iterator[str]:
    if _BREAK not in piece:
        if text := " ".join(piece.split()):
            yield text
        return
    for part in re.split(rf"{_BREAK}\s*{_BREAK}[\s{_BREAK}]*", piece):
        lines = [" ".join(line.split()) for line in part.split(_BREAK)]
        text = "\n".join(filter(None, lines))
        if text:
            yield text


def _tokens(element: etree._Element, skip: Skip) -> Iterator[str | None]:
    """Strings, breaks, and None where a paragraph begins or ends."""
    yield element.text or ""
    stack = [(element, iter(element))]
    while stack:
        parent, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if stack:
                if parent.tag in BLOCKS:
                    yield None
                yield parent.tail or ""
            continue
        tag = child.tag
        if not isinstance(tag, str) or tag in _SILENT or skip(child):
            yield child.tail or ""
            continue
        if tag in ("br", "lb"):
            yield _BREAK
        elif tag in BLOCKS:
            yield None
        yield child.text or ""
        stack.append((child, iter(child)))


def paragraphs(element: html.HtmlElement, skip: Skip = nothing) -> str:
    """The text of an element as paragraphs joined by an empty line."""
    return "\n\n".join(text_pieces(element, skip))


def cut(*elements: html.HtmlElement) -> None:
    """Take elements out of their tree, leaving the text after each; one that stands in no other is left alone.

    Texts are put in place last of all: to lengthen one piece by piece takes time that grows with the square of their number.
    """
    after: dict[html.HtmlElement, list[str]] = {}
    within: dict[html.HtmlElement, list[str]] = {}
    for element in elements:
        parent, before = element.getparent(), element.getprevious()
        if parent is None:
            continue
        texts = [element.tail or "", *after.pop(element, ())]
        (within.setdefault(parent, []) if before is None else after.setdefault(before, [])).extend(texts)
        element.tail = None
        parent.remove(element)
    for parent, texts in within.items():
        parent.text = (parent.text or "") + "".join(texts) or None
    for before, texts in after.items():
        before.tail = (before.tail or "") + "".join(texts) or None


WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
"""Characters of Chinese, Japanese and Korean, of which one says as much as several letters."""
HAN = "\u3400-\u9fff\uf900-\ufaff"
_WIDE = re.compile(f"[{WIDE}]")


def weight(text: str) -> int:
    """How long a text is, a wide character counted twice.

    >>> weight("talks"), weight("会談")
    (5, 4)
    """
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def folded(text: str) -> str:
    """Letters and digits only, case folded, to compare what a page says in two places."""
    return _NO_LETTERS.sub("", text.casefold())


_NO_LETTERS = re.compile(r"[\W_]+")
