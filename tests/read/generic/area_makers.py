"""Posts of a page made by hand, each with its part of the page."""

from lxml import html

from facta.read.generic.areas import Area, split
from facta.read.threads import Element


def element(source: str) -> Element:
    """One element."""
    return html.fragment_fromstring(source)


def areas(*posts: str, inside: str = "<div>{}</div>") -> list[Area]:
    """The areas of the elements with class `x`, in an element around them."""
    page = element(inside.format("".join(posts)))
    return split(page.xpath("descendant-or-self::*[contains(concat(' ', @class, ' '), ' x ')]"), ())
