"""Opens the bytes of a source once, decompressing on the way, so that no kind of source has to know about compression."""

import bz2
import codecs
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable
from typing import IO, Protocol, cast

from facta.errors import InputError
from facta.read.sources import _looks
from facta.settings import number

HEAD = 1 << 16
"""Bytes that are looked at to recognise a source: enough for a page's long list of scripts before its first text."""

COMPRESSED = (".gz", ".bz2", ".xz", ".zst")
READABLE = (
    "facta reads HTML, plain text, e-mail (.eml, .mbox), MHTML, JSONL, CSV, Parquet, WARC, WACZ and ZIP,"
    " also compressed (.gz, .bz2, .xz, .zst)"
)
BOMB = 200
"""Times its size that a source may unpack to; news packed well shrinks to a tenth, log files to a fiftieth."""


class Stream(Protocol):
    """What bytes are read from, a piece at a time."""

    def read(self, size: int = -1, /) -> bytes:
        """Up to so many bytes."""

    def read1(self, size: int = -1, /) -> bytes:
        """The same by one read of what lies below."""

    def close(self) -> None:
        """No more is read."""


_GZIP = b"\x1f\x8b"


class _Members:
    """The bytes of gzip, a member after the other: behind one that is damaged the next can be found."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw
        self._packed = b""
        self._member = bytearray()
        self._unpacker: zlib._Decompress | None = None
        self._is_full = False
        self.made = self.began = 0

    def read1(self, size: int = -1) -> bytes:
        """Up to so many bytes of one member; EOFError where it is cut, zlib.error where it is damaged."""
        while True:
            if not self._packed and not self._is_full:
                self._packed = self._raw.read(_PACKED)
                if not self._packed and self._unpacker is None:
                    return b""
                if not self._packed:
                    raise EOFError
                self._member += self._packed
                del self._member[:-_SEARCHED]
            if self._unpacker is None:
                self._packed = self._packed.lstrip(b"\0")  # some writers fill their last block
                if not self._packed:
                    continue
                self._unpacker, self._member, self.began = zlib.decompressobj(_WBITS), bytearray(self._packed), self.made
            piece = self._unpacker.decompress(self._packed, max(size, 0))
            self._packed = self._unpacker.unused_data or self._unpacker.unconsumed_tail
            self._is_full = 0 < size == len(piece) and not self._unpacker.eof
            if self._unpacker.eof:
                self._unpacker = None
            if piece:
                self.made += len(piece)
                return piece

    def read(self, size: int = -1) -> bytes:
        """The same."""
        return self.read1(size)

    def close(self) -> None:
        """Nothing is held."""

    def resume(self, mark: bytes) -> bool:
        """Go to the next member whose bytes begin so; False where there is none."""
        data, at = bytes(self._member), 1
        while True:
            at = data.find(_GZIP + _DEFLATE, at)
            if at < 0 or len(data) - at < _ENOUGH:
                more = self._raw.read(_PACKED)
                if more:
                    data, at = (data[at:] if at >= 0 else data[-len(_GZIP) :]) + more, 0
                    continue
                if at < 0:
                    return False
            if _begins(data[at : at + _ENOUGH], mark):
                self._packed, self._member, self._unpacker, self._is_full = data[at:], bytearray(), None, False
                self.made = self.began = 0
                return True
            at += 1


_DEFLATE = b"\x08"
_WBITS = zlib.MAX_WBITS | 16
_PACKED = 1 << 16
"""Bytes of gzip that are read at a time."""
_SEARCHED = 1 << 20
"""Bytes of a damaged member in which the next may begin: the damage is seen only behind it."""
_ENOUGH = 1 << 12
"""Bytes of a member by which it is told what it begins with; a long name may stand before."""


def _begins(packed: bytes, mark: bytes) -> bool:
    try:
        return zlib.decompressobj(_WBITS).decompress(packed, len(mark)) == mark
    except zlib.error:
        return False


_OPENERS: dict[bytes, Callable[[IO[bytes]], Stream]] = {
    _GZIP: _Members,
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
    b"\x28\xb5\x2f\xfd": lambda raw: arrow_stream(raw, "zstd"),
}
_MARK = "facta.mark"
codecs.register_error(_MARK, lambda error: ("\udcff", cast(UnicodeDecodeError, error).end))
"""Python's own `surrogateescape` fails on the wide encodings, and `replace` leaves no trace of what it did."""
_BLANK = b" \t\r\n\f\v\0\xef\xbb\xbf\xff\xfe"
"""White space and byte order marks in every width."""
_DAMAGE = (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, OSError)


class Content(io.RawIOBase):
    """The bytes of a source, decompressed if they were compressed.

    A damaged or cut end reads like the end, and `damage` then says what is wrong: so everything before it reaches the reader,
    while an exception would take along what a buffer had already collected.
    """

    def __init__(self, raw: Stream, *, owned: bool = True) -> None:
        """raw: the bytes as they are stored; closed together with this unless somebody else owns them."""
        self._below = raw if owned else None
        self._plain = _Rejoined(raw)
        opener = next((open_ for magic, open_ in _OPENERS.items() if self._plain.head.startswith(magic)), None)
        self._inner = opener(cast(IO[bytes], self._plain)) if opener else self._plain
        self._made, self._free = 0, 2 * max_bytes()
        self.file = _seekable(raw) if opener is None else None
        self.damage: str | None = None
        self.is_cut = self._is_broken = False
        self._pending = self.head = b""
        self.head = self._pending = _first(self, HEAD)

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Fill a buffer with what the next read brings; 0 at the end, at the damage too."""
        if self._pending:
            piece, self._pending = self._pending[: len(buffer)], self._pending[len(buffer) :]
        else:
            piece = self._next(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def _next(self, size: int) -> bytes:
        if self.damage:
            return b""
        try:
            piece = self._inner.read1(size)
        except _DAMAGE as error:
            cut = isinstance(error, EOFError) or "runcated" in str(error)
            self.damage, self.is_cut = "is cut off in the middle" if cut else f"is damaged ({_why(error)})", cut
            self._is_broken = True
            return b""
        self._made += len(piece)
        if is_bomb(self._plain.taken, self._made, self._free):
            self.damage = f"unpacks to more than {BOMB} times its size (a compression bomb)"
        return piece

    @property
    def sound(self) -> int:
        """Bytes that came before the member of gzip that is damaged, counted from where reading began or was resumed."""
        return self._inner.began if isinstance(self._inner, _Members) else 0

    def resume(self, mark: bytes) -> bool:
        """Go on behind the damage at the next member of gzip whose bytes begin so; False where there is none."""
        if not self._is_broken or not isinstance(self._inner, _Members) or not self._inner.resume(mark):
            return False
        self.damage, self.is_cut, self._is_broken = None, False, False
        return True

    def close(self) -> None:
        """Close the file below, if it is owned."""
        if self._below is not None:
            self._below.close()
        super().close()

    def whole(self, most: int | None = None, what: str = "a page") -> bytes:
        """All bytes of a source that is read at once; InputError if they are damaged, too many or only white space.

        most: bytes that it may have, by default those of a page.
        """
        limit = max_bytes() if most is None else most
        data = _first(self, limit + 1)
        if self.damage:
            raise InputError(f"{self.damage}; get it again.")
        if len(data) > limit:
            raise InputError(too_large() if most is None else f"is larger than {most:,} bytes, the limit of {what}.")
        if not data.strip(_BLANK):
            raise InputError("is empty: there is nothing in it to read.")
        return data

    def text(self, encoding: str, newline: str) -> io.TextIOWrapper:
        """The content as text for reading line by line; a lone surrogate stands for bytes that are not of this encoding."""
        return io.TextIOWrapper(io.BufferedReader(self, HEAD), encoding, _MARK, newline)

    def check(self) -> None:
        """InputError for content that is empty or that nobody can read as text, saying what it looks like."""
        if not self.head:
            raise InputError(f"{self.damage}; get it again." if self.damage else "is empty: there is nothing in it to read.")
        what = _looks.binary(self.head)
        if what and not _looks.holds_pages(self.head):
            raise InputError(f"is {what}; {READABLE}.")


def _why(error: Exception) -> str:
    """What a library says of damage, without the number that zlib gives it.

    >>> _why(zlib.error("Error -3 while decompressing data: incorrect data check"))
    'incorrect data check'
    """
    return str(error).rpartition(" data: ")[2]


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were looked at and are read again."""

    def __init__(self, raw: Stream) -> None:
        self._raw = raw
        self.head = self._pending = _first(raw, len(max(_OPENERS, key=len)))
        self.taken = len(self.head)

    def readable(self) -> bool:
        return True

    def read1(self, size: int) -> bytes:
        if self._pending:
            piece, self._pending = self._pending[:size], self._pending[size:]
            return piece
        piece = self._raw.read1(size)
        self.taken += len(piece)
        return piece

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        piece = self.read1(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def _seekable(raw: Stream) -> IO[bytes] | None:
    # a member of a ZIP can seek too, but only by unpacking it again from its beginning
    return raw if isinstance(raw, io.BufferedReader | io.BytesIO) and raw.seekable() else None


def _first(stream: Stream | io.RawIOBase, size: int) -> bytes:
    """Up to `size` bytes, fewer only at the end: one read of a pipe may bring less than asked."""
    pieces: list[bytes] = []
    while size > 0 and (piece := stream.read(min(size, 1 << 20))):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def arrow_stream(raw: IO[bytes], codec: str) -> Stream:
    """Bytes that Arrow unpacks: `zstd`, `brotli`, which Python's own library lacks."""
    import pyarrow

    return cast(Stream, pyarrow.CompressedInputStream(pyarrow.PythonFile(raw, mode="r"), codec))


def bare(name: str) -> str:
    """A file's name in small letters, without the ending of its compression.

    >>> bare("News/A.HTML.gz")
    'news/a.html'
    """
    name = name.lower()
    return next((name.removesuffix(ending) for ending in COMPRESSED if name.endswith(ending)), name)


def is_bomb(packed: int, unpacked: int, free: int) -> bool:
    """Whether so many bytes unpack to more than any honest source does; up to `free` of them nobody minds."""
    return unpacked > max(free, BOMB * packed)


def max_bytes() -> int:
    """Largest page in bytes (setting `max_bytes`)."""
    return int(number("max_bytes"))


def too_large() -> str:
    """The sentence for a page over the limit."""
    return (
        f"is larger than {max_bytes():,} bytes, the limit of a page; cut it up or raise the setting max_bytes (FACTA_MAX_BYTES)."
    )
