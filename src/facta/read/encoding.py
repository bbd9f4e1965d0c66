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
_NO_CHARSETS = frozenset(["idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"])
"""Codecs of Python's that are no page's encoding, or that HTML forbids."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_ONE_BYTE = bytes(n for n in (*range(32), 127) if n not in b"\t\n\r")
_TWO_MORE = ("\ufffe".encode(), "\uffff".encode())
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: more than two in a hundred of the first are control characters.

    >>> is_binary(b"A page."), is_binary(bytes(64)), is_binary("A page.".encode("utf-16"))
    (False, True, False)
    """
    if any(data.startswith(mark) for mark, _ in _BOMS) or _wide(data):
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
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    names = [_LABELS.get(name, name) for name in map(_clean, (declared, _meta(data))) if _known(name)]
    if not any(name.startswith(("utf-16", "utf-32")) for name in names) and not data.isascii():
        names.insert(0, "utf-8")  # other encodings' bytes are hardly ever valid UTF-8, but pages often declare wrongly
    names.append("utf-8")
    for name in names:
        text = _strict(data, name)
        if text is not None:
            return text
    fitting = next((name for name in names if _nearly(data, name)), None)
    return data.decode(fitting or _guess(data), "replace")


def _wide(data: bytes) -> str | None:
    """The form of UTF-16 in bytes without a mark: every other one is a NUL wherever the text is markup."""
    sample = data[:META_WINDOW]
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if len(sample) < 8 or min(first, second) or max(first, second) * 4 < len(sample):
        return None
    return "utf-16-be" if first else "utf-16-le"


def damage(data: bytes, text: str) -> str | None:
    """One line about bytes of a page that its text could not be read from; None where all were read, as on nearly every page."""
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    return f"{broken:,} characters could not be decoded and are marked with U+FFFD." if broken > 0 else None


def without_controls(text: str) -> str:
    """The text without NULs, other control characters and lone surrogates, none of which HTML or JSON may hold."""
    return text if _is_clean(text) else without_surrogates(_CONTROL.sub("", text))


def _is_clean(text: str) -> bool:
    """Whether a text has none of these, as nearly all have; looked for in its bytes, which takes a third of the time."""
    try:
        data = text.encode()
    except UnicodeEncodeError:  # a surrogate
        return False
    return len(data.translate(None, _ONE_BYTE)) == len(data) and not any(two in data for two in _TWO_MORE)


def without_surrogates(text: str) -> str:
    """The text with every lone surrogate replaced by U+FFFD, so that it can be written; its length stays the same."""
    return _SURROGATE.sub("\ufffd", text)


_SURROGATE = re.compile("[\ud800-\udfff]")


def _meta(data: bytes) -> str | None:
    found = _META.search(data[:META_WINDOW])
    name = (found[1] or found[2]).decode("ascii", "replace").lower() if found else None
    return "utf-8" if name and name.startswith(("utf-16", "utf-32")) else name  # it was read as ASCII, so it can be neither


def _clean(name: str | None) -> str:
    return (name or "").strip().lower()


def _known(name: str) -> bool:
    try:
        return codecs.lookup(name).name not in _NO_CHARSETS and isinstance(b"\0\0\0\0".decode(name, "replace"), str)
    except (LookupError, ValueError):
        return False


def _guess(data: bytes) -> str:
    guess = from_bytes(data[:SAMPLE]).best()
    return guess.encoding if guess else "cp1252"


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeError:
        return None


def _nearly(data: bytes, name: str) -> bool:
    """Whether an encoding fits but for a few broken bytes: at most one to four characters beyond ASCII that came out well."""
    text = data[:SAMPLE].decode(name, "replace")
    broken = text.count("\ufffd")
    return broken * 4 <= sum(c > "\x7f" for c in text) - broken
