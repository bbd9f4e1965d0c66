"""Makes text of bytes whose encoding nobody declared, without ever changing a character that was sound."""

import codecs
import re

from facta.errors import InputError
from facta.read.sources import _looks

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 18
"""Bytes the guess is made from; more makes it slower and hardly better."""
_COMMON = "cp1252"
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a whole page; line ends stay as they are, a byte order mark goes.

    Order: byte order mark, `declared` (an HTTP header's), UTF-8, UTF-8 with a few broken bytes (they become U+FFFD), a guess.
    Raises InputError when none of them fits.
    """
    told = None if (declared or "utf").casefold().startswith("utf") else declared  # a false "UTF-8" is common, so it is tested
    for name in (_by_bom(data), told, encoding_of(data)):
        if name and (text := _try(data, name)) is not None:
            return text
    raise InputError("is text in an encoding that could not be told; save it as UTF-8.")


def encoding_of(data: bytes) -> str:
    """The Python name of the encoding of a text, told from its first bytes or all; `utf-8` where they don't tell."""
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(data)
    marked = _by_bom(data) or _looks.wide(data)
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    if marked or not broken:
        return marked or "utf-8"
    sound_ones = len(text) - len(text.encode("ascii", "ignore")) - broken
    # In another encoding nearly every accented letter is broken as UTF-8; in damaged UTF-8 nearly none is.
    return "utf-8" if broken * 4 <= sound_ones else _guess(data) or "utf-8"


def _by_bom(data: bytes) -> str | None:
    return next((name for bom, name in _BOMS if data.startswith(bom)), None)


def _try(data: bytes, name: str) -> str | None:
    try:
        # Only broken UTF-8 is mended: elsewhere a byte without meaning says that the guess is wrong.
        return data.decode(name, "replace" if name.startswith("utf") else "strict")
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    found = from_bytes(data[:_SAMPLE])
    best = found.best()
    if best is None:
        return None
    # English with its curly quotation marks fits several tables equally well; only one of them is in wide use
    equal = [match for match in found if (match.chaos, match.coherence) == (best.chaos, best.coherence)]
    return _COMMON if any(_COMMON in (match.encoding, *match.could_be_from_charset) for match in equal) else best.encoding


def broken(text: str) -> bool:
    """Whether bytes of this text were not of its encoding (`Content.text` keeps them as lone surrogates)."""
    return not text.isascii() and _SURROGATE.search(text) is not None
