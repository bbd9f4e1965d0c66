"""Bytes of a page to its text: what the transport, the page and the bytes say, in that order; broken bytes never stop it."""

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{2,40})""", re.IGNORECASE
)
META_WINDOW = 4096
"""Bytes searched for a declaration; HTML demands it within 1,024, some pages put it later."""
SAMPLE = 200_000
"""Bytes from which an undeclared encoding is guessed."""
_LABELS = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
"""Labels that mean a larger set in practice (WHATWG Encoding Standard, section 4.2)."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: more than two in a hundred of the first are control characters.

    >>> is_binary(b"A page."), is_binary(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), is_binary("A page.".encode("utf-16"))
    (False, True, False)
    """
    if any(data.startswith(mark) for mark, _ in _BOMS):
        return False
    sample = data[:META_WINDOW]
    return len(_CONTROL_BYTES.findall(sample)) * 50 > len(sample)


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a page's bytes; what cannot be decoded becomes U+FFFD.

    >>> decode(b"Xi\\xe2\\x80\\x99s visit"), decode(b"caf\\xe9", "iso-8859-1")
    ('Xi’s visit', 'café')
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    names = [*filter(_known, (_LABELS.get(n.strip().lower(), n.strip()) for n in (declared, _meta(data)) if n)), "utf-8"]
    for name in names:
        text = _strict(data, name)
        if text is not None:
            return text
    fitting = next((name for name in names if _nearly(data, name)), None)
    return data.decode(fitting or _guess(data), "replace")


def without_controls(text: str) -> str:
    """The text without NULs, other control characters and lone surrogates, none of which HTML or JSON may hold."""
    return without_surrogates(_CONTROL.sub("", text))


def without_surrogates(text: str) -> str:
    """The text with every lone surrogate replaced by U+FFFD, so that it can be written; its length stays the same."""
    return _SURROGATE.sub("\ufffd", text)


_SURROGATE = re.compile("[\ud800-\udfff]")


def _meta(data: bytes) -> str | None:
    found = _META.search(data[:META_WINDOW])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _known(name: str) -> bool:
    try:
        b"".decode(name)  # refuses codecs that yield no text, such as "hex"
    except (LookupError, ValueError):
        return False
    return True


def _guess(data: bytes) -> str:
    guess = from_bytes(data[:SAMPLE]).best()
    return guess.encoding if guess else "cp1252"


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeError:
        return None


def _nearly(data: bytes, name: str) -> bool:
    """Whether an encoding fits but for a few broken bytes (at most one in a thousand, counted at the start)."""
    text = data[:SAMPLE].decode(name, "replace")
    return text.count("\ufffd") * 1000 <= max(1000, len(text))
