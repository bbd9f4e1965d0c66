"""What a page's markup says anywhere, in one text, so that what a page does not have is not searched for element by element."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from lxml import etree, html

_Texts = Callable[[html.HtmlElement], list[str]]
_values = cast(_Texts, etree.XPath("//@*", smart_strings=False))
_sources = cast(_Texts, etree.XPath("//script/text()", smart_strings=False))


@dataclass(frozen=True)
class Signs:
    """What markup of one kind never lacks: at least one of these stands on every page that has it."""

    values: tuple[str, ...] = ()
    """Pieces of attributes' values: of a class, an id, an address."""
    scripts: tuple[str, ...] = ()
    """Pieces of scripts."""


@dataclass(frozen=True)
class Marks:
    """All attributes' values and all scripts of a page; what was cut out since is still among them."""

    values: str
    """One value a line, each once."""
    small: str
    """The same in small letters."""
    scripts: tuple[str, ...]

    def show(self, signs: Signs) -> bool:
        """Whether the page has any of the signs, so that it is worth searching."""
        return any(sign in self.values for sign in signs.values) or any(
            sign in script for sign in signs.scripts for script in self.scripts
        )


def of(tree: html.HtmlElement) -> Marks:
    """The marks of a page, in one pass over its attributes."""
    values = "\n".join(dict.fromkeys(_values(tree)))
    return Marks(values, values.lower(), tuple(_sources(tree)))
