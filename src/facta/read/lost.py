"""What extraction drops from between an article's paragraphs where it knows no part of a page: lists and headings."""

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import html

from facta.read import headline, markup, plain

Element = html.HtmlElement
MAX_PIECES = 200
"""Lines of a list, and its links, that are looked at."""
MAX_HEADINGS = 200
MAX_LINES = 4_000
"""Lines of a page among which its headings stand."""
MAX_HEADING = 200
"""Characters of a heading between paragraphs."""


def restore(body: list[str], tree: Element, heading: Element | None) -> list[str]:
    """The body with its lists and headings in their places; heading: the element that shows the page's headline."""
    return _with_headings(_with_lists(body, tree), tree, heading)


def _with_lists(body: list[str], tree: Element) -> list[str]:
    """The body with the lists that stand between its paragraphs."""
    said = {markup.folded(text) for text in body}
    for element in islice(tree.iter("ul", "ol"), MAX_LISTS):
        above, below = element.getprevious(), element.getnext()
        if above is None or below is None or above.tag != "p" or below.tag not in ("p", "ul", "ol", "h2", "h3", "h4"):
            continue
        before, items = markup.folded(markup.line(above)), list(islice(markup.text_pieces(element), MAX_PIECES))
        lost = not any(markup.folded(item) in said for item in items) and not _leads_away(element, items)
        place = next((n for n, text in enumerate(body) if markup.folded(text) == before), None) if before and lost else None
        if place is not None and (below.tag != "p" or markup.folded(markup.line(below)) in said):
            body = [*body[: place + 1], *items, *body[place + 1 :]]
    return body


def _leads_away(element: Element, items: Sequence[str]) -> bool:
    """Whether half of what a list says is links."""
    linked = sum(len(markup.line(a)) for a in islice(element.iter("a"), MAX_PIECES))
    return 2 * linked > sum(map(len, items))


MAX_LISTS = 200
"""Lists of a page that are looked at."""


def _with_headings(body: list[str], tree: Element, heading: Element | None) -> list[str]:
    """The body with the headings that stand right above one of its paragraphs, or above a heading that does."""
    lost = {markup.folded(line) for line in _headings(tree, heading)} - {markup.folded(text) for text in body}
    if not lost or not body:
        return body
    pieces = list(islice(markup.text_pieces(tree), MAX_LINES))
    folds = [markup.folded(piece) for piece in pieces]
    above: dict[str, list[str]] = {}
    for n, fold in enumerate(folds):
        run = n
        while run and folds[run - 1] in lost:
            run -= 1
        if run < n and fold not in lost:
            above.setdefault(fold, pieces[run:n])
    if heading is None:  # then what stands above the first paragraph may be another's
        above.pop(markup.folded(body[0]), None)
    return [line for text in body for line in (*above.pop(markup.folded(text), ()), text)]


def _headings(tree: Element, headline_: Element | None) -> Iterator[str]:
    """The headings below the headline that could be the article's own: they lead nowhere and are no furniture."""
    elements = markup.following(headline_) if headline_ is not None else tree.iter(*_TAGS)
    for element in islice((e for e in elements if e.tag in _TAGS), MAX_HEADINGS):
        line = markup.line(element)
        if 0 < len(line) <= MAX_HEADING and headline.link_of(element) is None and plain.own_kind(line) == "body":
            yield line


_TAGS = ("h2", "h3", "h4", "h5")
