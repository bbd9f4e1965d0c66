"""Standard input, so that shell pipes work: JSONL, HTML or plain text, told from its first bytes; a CSV with `--columns`."""

import sys
from collections.abc import Iterator
from io import BufferedReader
from typing import cast

from facta.errors import InputError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _given
from facta.read.sources._content import Content
from facta.read.sources._given import Given

ORDER = 10
SUFFIXES = ()


def claims(given: Given, options: Options) -> bool:
    """The lone dash."""
    return given.spec == "-" and given.content is None


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """What the stream holds."""
    if sys.stdin is None:
        raise InputError("there is no standard input here; give a file.")
    content = Content(cast(BufferedReader, sys.stdin.buffer), owned=False)
    content.check()
    yield from _given.items(Given(spec="-", key_source="-", content=content), options)
