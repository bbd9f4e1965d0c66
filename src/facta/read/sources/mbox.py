"""A mailbox, as mail programs save a folder of letters: many e-mails in one file, each below a line that begins with "From"."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise

from facta.errors import InputError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import eml
from facta.read.sources._content import HEAD, Content, max_bytes, too_large
from facta.read.sources._given import Given

ORDER = 74
SUFFIXES = (".mbox",)

_FROM = re.compile(rb"From \S+ .{0,40}\d\d:\d\d.{0,40}(?:19|20)\d\d.{0,20}\r?\n")
"""RFC 4155: who sent it and when; an hour and a year tell it from a sentence."""
_FIELD = rb"[!-9;-~]+:"
_FIRST = re.compile(_FROM.pattern + _FIELD)
_QUOTED = re.compile(rb">+From ")
MAX_LINE = 1 << 16
"""Bytes of a line that are read at once."""


def claims(given: Given, options: Options) -> bool:
    """By name or by content."""
    return given.content is not None and (given.name.endswith(SUFFIXES) or _FIRST.match(given.opened.head) is not None)


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """What is read of each mail, a Failure for each that has no text; InputError for a file without any mail."""
    number = 0
    for number, data in enumerate(_mails(given.opened), 1):
        one = replace(given, spec=f"{given.spec}#{number}", key_source=f"{given.key_source}#{number}")
        try:
            if data is None:
                raise InputError(too_large())
            yield from eml.pages(data, one)
        except InputError as error:
            yield Failure(source=one.spec, message=str(error))
    if given.opened.damage:
        raise InputError(f"{given.opened.damage} in mail {max(1, number)}; what stands before was read.")
    if not number:
        raise InputError('is no mailbox: no line "From SENDER DATE" begins a mail in it.')


def _mails(content: Content) -> Iterator[bytes | None]:
    """Mail by mail, None for one that is too large to be held.

    Before the line that begins one stands an empty line; where a program wrote none, a field of its head stands behind.
    """
    lines, size, begun, blank = list[bytes](), 0, False, True
    stream = io.BufferedReader(content, HEAD)
    for line, after in pairwise(chain(iter(lambda: stream.readline(MAX_LINE), b""), (b"",))):
        if _FROM.match(line) and (blank or re.match(_FIELD, after)):
            if begun:
                yield _mail(lines, size)
            lines, size, begun = [], 0, True
        elif begun:
            size += len(line)
            if size <= max_bytes():
                lines.append(line[1:] if _QUOTED.match(line) else line)
        blank = not line.strip()
    if begun:
        yield _mail(lines, size)


def _mail(lines: list[bytes], size: int) -> bytes | None:
    return b"".join(lines) if size <= max_bytes() else None
