"""An HTML page saved as a file or piped in, by name or by what it starts with."""

from collections.abc import Iterator

from facta.read.encoding import encoding_of
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _looks
from facta.read.sources._given import Given

ORDER = 80
SUFFIXES = (".html", ".htm", ".xhtml")


def claims(given: Given, options: Options) -> bool:
    """A page's name, or a page's beginning under any other name that no kind before took."""
    if given.content is None:
        return False
    head = given.opened.head
    return given.name.endswith(SUFFIXES) or _looks.html(head.decode(encoding_of(head), "replace"))


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The one page, as bytes: its encoding may be declared within."""
    yield Raw(source=given.spec, key_source=given.key_source, form="html", data=given.opened.whole())
