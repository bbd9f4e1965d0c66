"""The names elements share when they are of one kind: a class, an id with its number left out, a data attribute, a type."""

import re
from collections.abc import Iterator

from facta.read.generic import words
from facta.read.threads import Element

_DIGITS = re.compile(r"\d+")
MAX_CLASSES = 12
"""Classes of one element that are looked at; pages with more name nothing with the rest."""
_TAGS = ("article", "li", "tr", "dt", "section", "dd")
PLAIN = frozenset(f"<{tag}>" for tag in _TAGS)
"""Names that are no more than an ordinary tag."""
Name = str
"""`.class`, `#id-#`, `[data-x]`, `=role`, `@Type` or `<tag>`; digits are written as one `#`."""


def of(element: Element) -> Iterator[Name]:
    """The names of an element, each once or more."""
    for token in (element.get("class") or "").split()[:MAX_CLASSES]:
        yield "." + _DIGITS.sub("#", token)
    given = element.get("id")
    if given and _DIGITS.search(given):
        yield "#" + _DIGITS.sub("#", given)
    for attribute in element.attrib:
        if isinstance(attribute, str) and attribute.startswith("data-") and attribute.endswith("id"):
            yield f"[{attribute}]"
    kind = element.get("itemtype") or element.get("typeof")
    if kind:
        yield "@" + kind.rstrip("/").rpartition("/")[2].rpartition(":")[2]
    if element.get("itemprop") == "comment":
        yield "@Comment"
    role = element.get("role")
    if role in ("comment", "article", "listitem", "treeitem"):
        yield "=" + role
    tag = str(element.tag)
    if tag in _TAGS or "-" in tag:
        yield f"<{tag}>"


def is_schema(name: Name) -> bool:
    """Whether a name says in so many words that this is a comment: schema.org's type or ARIA's role."""
    return name in ("@Comment", "@UserComments", "=comment", "@UserComment")


def words_of(name: Name) -> frozenset[str]:
    """The words in a name."""
    return words.split(name)
