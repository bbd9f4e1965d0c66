"""The records of a WARC archive: the same by FastWARC, where it is installed (`pip install facta[fastwarc]`), as by warcio."""

import io
import logging
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from warcio.archiveiterator import WARCIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders

from facta.read.sources._content import HEAD

# It would report a stray space in an address beside our own lines on stderr.
logging.getLogger("warcio").setLevel(logging.ERROR)


DIGITS = 32
"""Of a length that are looked at: more than any has, and fewer than Python refuses to make a number of."""


class DamageError(Exception):
    """An archive is not what its format demands from here on."""


class Record:
    """One record; it must be done with before the next one is asked for."""

    def __init__(self, kind: str, headers: StatusAndHeaders, length: int | None, block: Any, start: int) -> None:
        """kind: its WARC-Type; length: bytes of its block as it says, None where it doesn't; block: has `read`, `readline`.

        start: bytes of the archive before it.
        """
        self.kind, self.headers, self.length, self.block, self.start = kind, headers, length, block, start

    def is_cut(self) -> bool:
        """Whether the archive ends before the record does; reads the rest of its block."""
        while self.length is not None and self.block.read(HEAD):
            pass
        return self.length is None or self.block.limit > 0


def read(content: io.RawIOBase) -> Iterator[Record]:
    """The records of an archive that is unpacked already, in order; DamageError where it is no archive, or none any more."""
    return _by_fastwarc(content) if find_spec("fastwarc") else _by_warcio(content)


def _possible(length: int | None) -> int | None:
    """The length of a block; DamageError for one that no archive has room for, and no read can be asked for."""
    if length is not None and length > sys.maxsize:
        raise DamageError
    return length


class _Records(WARCIterator):  # type: ignore[misc]  # warcio is not typed
    INC_RECORD = ""  # the library prints this on stderr; what is damaged becomes a Failure here


class _Told:
    """The archive's bytes for a library, which also asks where it is."""

    def __init__(self, content: io.RawIOBase) -> None:
        self._content, self._at = io.BufferedReader(content, HEAD), 0

    def read(self, size: int = -1) -> bytes:
        """Up to so many bytes."""
        piece = self._content.read(size)
        self._at += len(piece)
        return piece

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at

    def let_go(self) -> None:
        """Leave the content open for whoever goes on reading it."""
        self._content.detach()


def _by_warcio(content: io.RawIOBase) -> Iterator[Record]:
    told = _Told(content)
    records = _Records(told, no_record_parse=True)
    try:
        for record in records:
            yield Record(record.rec_type, record.rec_headers, _possible(record.length), record.raw_stream, records.offset)
    except ArchiveLoadFailed:
        raise DamageError from None
    finally:
        told.let_go()
    if records.err_count:
        raise DamageError


class _Block:
    """The block of a record that FastWARC reads, which counts what is left of it."""

    def __init__(self, reader: Any, length: int) -> None:
        self._reader, self.limit = reader, length

    def read(self, size: int) -> bytes:
        """Up to so many bytes; none at its end, or at the archive's."""
        return self._taken(self._reader.read(size))

    def readline(self, size: int = HEAD) -> bytes:
        """A line with its end, or the first bytes of a longer one."""
        return self._taken(self._reader.readline(size))

    def _taken(self, piece: bytes) -> bytes:
        self.limit -= len(piece)
        return piece


def _by_fastwarc(content: io.RawIOBase) -> Iterator[Record]:
    told = _Told(content)
    archive = import_module("fastwarc.warc").ArchiveIterator(told, parse_http=False, stream_detect=False)
    try:
        for record in archive:
            headers = StatusAndHeaders("", list(record.headers))
            given = headers.get_header("Content-Length", "").strip()[:DIGITS]
            length = _possible(int(given) if given.isascii() and given.isdigit() else None)
            kind = headers.get_header("WARC-Type", "")
            yield Record(kind, headers, length, _Block(record.reader, length or 0), record.stream_pos)
    except OSError:  # its reading of the archive's own bytes; those of the file end quietly where they are damaged
        raise DamageError from None
    finally:
        told.let_go()
