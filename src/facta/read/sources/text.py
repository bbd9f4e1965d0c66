"""Plain text: whatever decodes and is nothing more particular; its characters stay as they are, since offsets count in them."""

from collections.abc import Iterator

from facta.errors import InputError
from facta.read.encoding import decode_text
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _looks
from facta.read.sources._content import READABLE
from facta.read.sources._given import Given

ORDER = 90
SUFFIXES = (".txt",)


def claims(given: Given, options: Options) -> bool:
    """Everything that is open and that no kind before took."""
    return given.content is not None


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The one text; InputError when it is XML or in an unknown encoding."""
    data = decode_text(given.opened.whole())
    if given.name.endswith(".xml") or _looks.xml(data[:1000]):
        raise InputError(f"is XML but no HTML page, feed or sitemap; {READABLE}.")
    yield Raw(source=given.spec, key_source=given.key_source, form="text", data=data)
