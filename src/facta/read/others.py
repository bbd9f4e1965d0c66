"""Other stories on a page: articles, as it marks them, with headlines of their own beside or in the one it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from lxml import etree, html

from facta.read import called, credit, headline, markup, printed
from facta.values.counts import counted

Element = html.HtmlElement
_ARTICLES = etree.XPath(
    "//*[self::article or @role='article' or contains(concat(' ', @class, ' '), ' hentry ') or contains(@itemtype, 'Article') "
    "or contains(@itemtype, 'BlogPosting')]"
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
MAX_ARTICLES = 400
"""Articles of a page that are looked at."""
MAX_INSIDE = 60
"""First elements of an article among which its headline stands."""
PROSE = 60
"""Characters from which a text in an article is a paragraph."""
FULL = 250
"""Characters of paragraphs from which a story is a whole one, not the beginning of one."""


@dataclass(frozen=True)
class _Article:
    """One article of a page, those in it apart."""

    element: Element
    heading: Element | None
    prose: int
    """Characters of its paragraphs."""
    paragraphs: int

    @property
    def leads_on(self) -> bool:
        """Whether its headline is a link to a page."""
        return self.heading is not None and headline.link_of(self.heading) is not None


def take(tree: Element, heading: Element | None, *, sure: bool) -> str | None:
    """Cut the other stories out of a page; a line for a person where nothing told which one is the page's own.

    heading: the element that shows the page's headline. sure: whether the page declares that one, or links it to itself.
    """
    if heading is None:
        return None
    articles = list(_read(tree))
    around = {heading, *heading.iterancestors()}
    own = next((a for a in reversed(articles) if a.element in around and a.prose), None)
    if own is None:
        below = set(markup.following(heading))
        own = next((a for a in articles if a.heading is None and a.prose and a.element in below), None)
    if own is not None and not sure and own.leads_on and own.paragraphs < 2:  # a list of the beginnings of stories
        return None
    if own is None:
        markup.cut(*_beside(tree, heading, articles))
        return None
    around |= {own.element, *own.element.iterancestors()}
    others = [a for a in articles if a.element not in around and _is_story(a, own)]
    _join(own, [a for a in articles if a not in others and _goes_on(a, own)])
    markup.cut(*(a.element for a in others))
    told = sum(a.prose >= FULL for a in others) if not sure else 0
    return _DOUBT.format(counted(told + 1, "story", "stories")) if told else None


_DOUBT = "The page holds {} and does not say which is its own; only the first is read, give the others by their own pages."


def _beside(tree: Element, heading: Element, articles: Sequence[_Article]) -> list[Element]:
    """The stories of a page whose own stands in no article: articles that lead on, and blocks like its own."""
    leading = [a.element for a in articles if a.leads_on and a.element not in {heading, *heading.iterancestors()}]
    if leading:
        return leading if _prose_beside(tree, articles) >= FULL else []
    others = [h1 for h1 in islice(tree.iter("h1"), MAX_HEADINGS) if h1 is not heading and _long(h1)]
    return list(dict.fromkeys(block for h1 in others if (block := _like(heading, h1)) is not None)) if heading.tag == "h1" else []


def _like(heading: Element, other: Element) -> Element | None:
    """The block of another h1 that, like the headline's own, has prose, and says who wrote it or when, or leads on."""
    around = [heading, *heading.iterancestors()]
    own = {inner: outer for outer, inner in pairwise(around)}
    block = other
    while (parent := block.getparent()) is not None and parent not in own:
        block = parent
    if parent is None or block is other or own[parent] is heading or not (_has_prose(block) and _has_prose(own[parent])):
        return None
    return block if _is_signed(block) or headline.link_of(other) is not None else None


def _is_signed(block: Element) -> bool:
    """Whether a block says who wrote it or when."""
    first = islice(markup.text_pieces(block), FIRST)
    return any(printed.is_stamp(line) or credit.is_byline(line) for line in first) or next(block.iter("time"), None) is not None


MAX_HEADINGS = 40
FIRST = 6
"""First lines of a story among which its authors and its day stand."""


def _has_prose(block: Element) -> bool:
    return any(markup.weight(piece) >= PROSE for piece in markup.text_pieces(block))


def _read(tree: Element) -> Iterator[_Article]:
    marked = dict.fromkeys(islice(_ARTICLES(tree), MAX_ARTICLES))
    for element in marked:
        paragraphs = [piece for piece in markup.text_pieces(element, marked.__contains__) if markup.weight(piece) >= PROSE]
        inside = [e for e in islice(markup.own(element, marked.__contains__), MAX_INSIDE) if _heads(e)]
        heading = next(filter(_long, inside), next(iter(inside), None))
        yield _Article(element, heading, sum(map(len, paragraphs)), len(paragraphs))


def _heads(element: Element) -> bool:
    """Whether an element shows a heading: by its tag, or as it is called."""
    return element.tag in _HEADINGS or called.word("headlines").search(element.get("class") or "") is not None


def _long(heading: Element) -> bool:
    return headline.is_long(markup.line(heading, MAX_INSIDE))


def _prose_beside(tree: Element, articles: Sequence[_Article]) -> int:
    marked = {article.element for article in articles}
    return sum(len(piece) for piece in markup.text_pieces(tree, marked.__contains__) if markup.weight(piece) >= PROSE)


def _is_story(article: _Article, own: _Article) -> bool:
    """Whether an article has a headline of its own; in the page's own, whose parts have headings too, one that leads on.

    So it is with an article behind the page's own that is called a part as that is.
    """
    if article.heading is None or not _long(article.heading):
        return False
    if _is_part(article.element) and _is_part(own.element) and own.element in article.element.itersiblings(preceding=True):
        return article.leads_on or article.heading.tag == "h1"
    if own.element not in article.element.iterancestors():
        return True
    beside = called.word("beside").search(article.element.get("class") or "") is not None
    return article.leads_on or article.heading.tag == "h1" or beside


def _is_part(element: Element) -> bool:
    return called.word("parts").search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def _goes_on(article: _Article, own: _Article) -> bool:
    """Whether an article behind the page's own, marked as that is, neither signed nor leading on, is more of the same story."""
    element = article.element
    alike = element.get("class") == own.element.get("class") or (_is_part(element) and _is_part(own.element))
    behind = article.prose > 0 and alike and own.element in element.itersiblings(preceding=True)
    return behind and not article.leads_on and not _is_signed(element)


def _join(own: _Article, more: Sequence[_Article]) -> None:
    """Put what a long story was marked as besides its first article into that, since text is extracted from one."""
    for part in more:
        part.element.tag = "div"
        own.element.append(part.element)
