"""Reddit's old pages, and sites made from its code: comments are `div.thing.comment`, replies stand inside them."""

from dataclasses import replace

from facta.read import forums, markup, trees
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_class, by_tag, within

SIGNS = Signs(("thing",))
_things = trees.with_class("thing")
_BODY = by_class("usertext-body")
_TAGLINE = by_class("tagline")
FIELDS = Fields(
    author=(by_class("author"), within(_TAGLINE, by_tag("em"))),
    date=(within(_TAGLINE, by_tag("time")), by_tag("time")),
    text=(by_class("usertext-body"), by_class("md")),
    furniture=by_class("flat-list", "usertext-edit", "reportform"),
)


def recognises(tree: Element) -> bool:
    """Whether any element is a comment."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The comments; what the page has beside the post they are about, a column of rules above all, is no article either."""
    items = _items(tree)
    posts = (replace(p, deleted="deleted" in markup.classes(i)) for p, i in zip(trees.read(items, FIELDS), items, strict=True))
    link = next((e for e in _things(tree) if "link" in markup.classes(e)), None) if items else None
    around = () if link is None else _around(link)
    return Extraction(tuple(posts), around or trees.roots(items))


def _around(link: Element) -> tuple[Element, ...]:
    """What is no article: all beside the words of the post; the whole post where it has none besides its title and its link."""
    said = next((e for e in link.iter() if _BODY(e) and markup.paragraphs(e)), None)
    return tuple(forums.beside(said)) if said is not None else (*forums.beside(link), link)


def _items(tree: Element) -> list[Element]:
    return [e for e in _things(tree) if "comment" in markup.classes(e)]
