"""Whether a page is a list of links to articles, as front pages and sections are, and no article itself.

Such a page has a headline and perhaps a few lines of each, so that extraction takes them for the paragraphs of one text.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from urllib.parse import urljoin, urlsplit

from lxml import html

from facta.read import ago, dates, furniture, headline, markup, plain, printed

Element = html.HtmlElement
LEAST_LINKS = 3
MAX_LINKS = 2_000
"""Links of a page that are looked at."""
MAX_BODY = 400
"""Lines of a body that are looked at; in a list they are all alike."""
MAX_INNER = 12
"""Elements that a link may hold at once: one may go around a heading, a picture and a few words."""
SMALL = 20
"""Elements of a line that holds but a link and a day."""
ITEMS = 5
"""Lines of a page that may be what it says of others, each beside a link there; or such links with longer words about each."""
TEASER = 250
"""Characters of such a line."""
BEGINNING = 900
"""Characters of the one paragraph with which a page may show how the article behind a headline begins."""
MOST = 0.8
"""Share of the lines that must be links or beside one."""
MAX_LINES = 1_000
MAX_LABEL = 3
"""Words of a line that only names a section or an author, if it is no sentence."""


def is_list(tree: Element, body: Sequence[str], address: str | None, *, dated: bool = False) -> bool:
    """Whether what was taken for an article is a front page's: mostly links, or links and a few words about each.

    dated: whether the page says when it was published. Then short reports with links to other sites are a digest of these.
    """
    leading = [a for a in islice(tree.iter("a"), MAX_LINKS) if headline.leads_on(a.get("href"))]
    links = {*_links(leading)}
    lines = [(line, markup.folded(line)) for text in body[:MAX_BODY] for line in text.split("\n")]
    linked = [line for line, fold in lines if fold in links]
    if len(linked) >= LEAST_LINKS and 2 * sum(map(len, linked)) > sum(len(line) for line, _ in lines):
        return True
    told = [(line, fold) for line, fold in lines if fold in links or not _is_label(line)]
    if len(told) < ITEMS:
        return False
    pieces = [piece for text in islice(markup.text_pieces(tree), MAX_LINES) for piece in text.split("\n")]
    folds = [markup.folded(piece) for piece in pieces if markup.folded(piece) in links or not _is_label(piece)]
    own = [a for a in leading if _is_near(a, address)]
    if all(len(line) <= TEASER for line, _ in told):
        beside = set(_below(folds, {*_links(own)} if dated else links))
        if sum(fold in beside for _, fold in told) >= MOST * len(told):
            return True
    return _begins_others(told, folds, {*_titles(own)}, _onward(own))


def without_related(tree: Element, body: list[str]) -> list[str]:
    """The body without a list of other articles that a line such as "Related" heads, each with a link there and a few words."""
    pieces = list(islice(markup.text_pieces(tree), MAX_LINES))
    place = next((n for n, piece in enumerate(pieces) if furniture.is_("closing", piece)), None)
    if place is None:
        return body
    leading = (a for a in islice(tree.iter("a"), MAX_LINKS) if headline.leads_on(a.get("href")))
    links = {*_links(leading)}
    own = {markup.folded(piece) for piece in pieces[:place]}
    below = [markup.folded(piece) for piece in pieces[place + 1 :] if markup.folded(piece) in links or not _is_label(piece)]
    other = {*_below(below, links)} - own
    kept = [text for text in body if markup.folded(text) not in other]
    return kept if any(markup.folded(text) in own for text in kept) else body


def _links(leading: Iterable[Element]) -> Iterator[str]:
    """The folded lines of a page that are links, or a link and a day."""
    blocks = [(a, next((e for e in islice(a.iterancestors(), 3) if e.tag in markup.BLOCKS), None)) for a in leading]
    held = Counter(block for _, block in blocks)
    for a, block in blocks:
        pieces = list(markup.text_pieces(a)) if len(a) <= MAX_INNER else []
        yield from map(markup.folded, pieces)
        line = markup.line(block, SMALL) if block is not None and held[block] == len(pieces) == 1 else ""
        before, found, after = line.partition(pieces[0]) if line else ("", "", "")
        if found and all(not part.strip(_EDGE) or _is_dated(part.strip(_EDGE)) for part in (before, after)):
            yield markup.folded(line)


MAX_DATED = 80
"""Characters of a line that only says when."""
_EDGE = " \t\n|·•–—-():[],"


def _is_dated(line: str) -> bool:
    if len(line) > MAX_DATED or not any(map(str.isdigit, line)):
        return ago.is_(line)
    return dates.is_date_line(line) or dates.is_time(line) or ago.is_(line) or printed.is_stamp(line) or printed.is_filed(line)


def _is_label(line: str) -> bool:
    """Whether a line between others only says when, who or of what section."""
    short = len(line.split()) <= MAX_LABEL and markup.weight(line) == len(line) and not plain.ends(line)
    return short or _is_dated(line) or furniture.is_("other", line) or furniture.is_buttons(line)


def _below(folds: Sequence[str], links: Collection[str]) -> Iterator[str]:
    """The links among a page's lines, and the lines right below them."""
    for n, fold in enumerate(folds):
        if fold in links or (n and folds[n - 1] in links):
            yield fold


def _is_near(a: Element, address: str | None) -> bool:
    """Whether a link leads to a page of the same site, as far as its address says."""
    try:
        there = urlsplit(urljoin(address or "", a.get("href", "").strip())).netloc
        return not there or (address is not None and there == urlsplit(address).netloc)
    except ValueError:
        return False


def _titles(own: Iterable[Element]) -> Iterator[str]:
    """The folded headings that lead to a page of the same site."""
    for a in own:
        near = (*islice(a.iterancestors(), 3), *islice(a.iterdescendants(), MAX_INNER))
        heading = next((e for e in near if e.tag in _HEADINGS), None)
        if heading is not None and headline.is_long(line := markup.line(heading, SMALL)):
            yield markup.folded(line)


_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def _onward(own: Iterable[Element]) -> set[str]:
    """The folded words of links that lead to several pages by the same words, as "Read more" does in any language."""
    pages = {(markup.folded(markup.line(a, SMALL)), a.get("href")) for a in own}
    return {words for words, count in Counter(words for words, _ in pages).items() if words and count >= ITEMS}


def _begins_others(
    told: Sequence[tuple[str, str]], folds: Sequence[str], titles: Collection[str], onward: Collection[str]
) -> bool:
    """Whether most of a text is one paragraph each below headings that lead on, or above words that do."""
    said = {fold: line for line, fold in told}
    begun = {below for above, below in pairwise(folds) if above in titles and below not in titles}
    begun |= {fold for fold in said for words in onward if fold.endswith(words) and fold != words}
    begun |= {above for above, below in pairwise(folds) if below in onward}
    begun = {fold for fold in begun & said.keys() if len(said[fold]) <= BEGINNING}
    above = {above for above, below in pairwise(folds) if below in begun and len(said.get(above, "")) <= TEASER}
    size = sum(len(line) for line, fold in told if fold in begun | above)
    return len(begun) >= ITEMS and size >= MOST * sum(len(line) for line, _ in told)
