"""Bytes to text: what a mark, the transport, the page and the bytes say, in that order; broken bytes never stop a page."""

import codecs
import re
from functools import cache
from itertools import chain

from facta.errors import InputError
from facta.values.counts import counted
from facta.values.datafile import Words, load

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
SAMPLE = 1 << 18
"""Bytes from which an undeclared encoding is guessed; more makes it slower and hardly better."""
_COMMON = "cp1252"
_BINARY = 0.05
"""Share of control characters that no text has."""
_NO_CHARSETS = frozenset(["idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"])
"""Codecs of Python's that are no page's encoding, or that HTML forbids."""
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_ONE_BYTE = bytes(n for n in (*range(32), 127) if n not in b"\t\n\r")
_TWO_MORE = ("\ufffe".encode(), "\uffff".encode())
_CONTROL_BYTES = bytes(chain(range(9), range(14, 27), range(28, 32), [127]))
"""Without the white space, and without ESC, with which the shifting encodings shift."""
_SURROGATE = re.compile("[\ud800-\udfff]")


_DOUBLED_LEAST = 4
"""Characters that were encoded twice on a page that surely was; fewer may be words about encodings."""
_DOUBLED_SHARE = 0.8
"""Share of the characters beyond ASCII that those which were encoded twice must make up."""
_CUT_QUOTE = "\u00e2\u20ac\ufffd"
"""A closing quotation mark encoded twice, whose last byte is no character and was lost between."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a page's bytes; what cannot be decoded becomes U+FFFD.

    >>> decode(b"Xi\\xe2\\x80\\x99s visit"), decode(b"caf\\xe9", "iso-8859-1")
    ('Xi’s visit', 'café')
    """
    text = _told(data, declared, _meta(data))
    return data.decode(_guess(data) or _COMMON, "replace") if text is None else text


def undoubled(text: str) -> str:
    """The text of a page that was encoded twice, its UTF-8 taken for Windows-1252 between; any other is returned as it is.

    >>> undoubled("ZoÃ« MÃ¼ller: â€œWe wonâ€™t.â€\x9d")
    'Zoë Müller: “We won’t.”'
    """
    if text.isascii():
        return text
    found = _doubled().findall(text)
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    if len(found) < _DOUBLED_LEAST or sum(map(len, found)) < _DOUBLED_SHARE * beyond:
        return text
    return _doubled().sub(lambda one: _once(one[0]), text)


def _once(letters: str) -> str:
    """The character that some letters are the bytes of; the letters where they are none."""
    if letters == _CUT_QUOTE:
        return "”"
    return _strict(bytes(_bytes()[letter] for letter in letters), "utf-8") or letters


@cache
def _bytes() -> dict[str, int]:
    """The upper half of Windows-1252, its holes filled with the controls of Latin 1."""
    return {bytes([n]).decode(_COMMON, "ignore") or chr(n): n for n in range(0x80, 0x100)}


@cache
def _doubled() -> re.Pattern[str]:
    """What bytes of one character of UTF-8 look like as letters."""
    letter = {n: re.escape(c) for c, n in _bytes().items()}
    low, two, three, four = (
        "[" + "".join(letter[n] for n in range(*ends)) + "]" for ends in ((0x80, 0xC0), (0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5))
    )
    return re.compile(f"{two}{low}|{three}{low}{low}|{four}{low}{low}{low}|{_CUT_QUOTE}")


def decode_text(data: bytes, declared: str | None = None) -> str:
    """The same for bytes that are no markup: they declare nothing within, and a guess must fit every byte.

    Line ends stay as they are, a byte order mark goes. Raises InputError where nothing fits.

    >>> decode_text(b"\\x93No,\\x94 he said.", "iso-8859-1")
    '“No,” he said.'
    """
    text = _told(data, declared)
    guess = _guess(data) if text is None else None
    if guess:
        text = _strict(data, guess)
    if text is None:
        raise InputError("is text in an encoding that could not be told; save it as UTF-8.")
    return text


def encoding_of(data: bytes) -> str:
    """The Python name of the encoding of a text, told from its first bytes or all; `utf-8` where they don't tell."""
    known = marked(data) or ("utf-8" if _nearly(data, "utf-8") else None)
    return known or _guess(data) or "utf-8"


def marked(data: bytes) -> str | None:
    """The encoding that a byte order mark tells, or the zeros of a UTF-16 without one; None for all others."""
    return next((name for mark, name in _BOMS if data.startswith(mark)), None) or _wide(data)


def _wide(data: bytes) -> str | None:
    """The form of UTF-16 in bytes without a mark: every other one is mostly zero wherever the text is markup or English."""
    sample = data[:META_WINDOW]
    even, odd = (sample[start::2].count(0) / max(1, len(sample) // 2) for start in (0, 1))
    if len(sample) < 4 or max(even, odd) <= 0.5 or min(even, odd) > 0.05:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: more than one in twenty is a control character.

    >>> is_binary(b"A page."), is_binary(bytes(64)), is_binary("A page.".encode("utf-16"))
    (False, True, False)
    """
    return marked(data) is None and controls(data[:SAMPLE]) > _BINARY


def controls(data: bytes) -> float:
    """The share of control characters, 0 to 1; text has hardly any."""
    return 1 - len(data.translate(None, _CONTROL_BYTES)) / len(data) if data else 0.0


def damage(data: bytes, text: str) -> str | None:
    """One line about bytes of a page that its text could not be read from; None where all were read, as on nearly every page."""
    broken = _broken(data, text)
    if not broken:
        return None
    return f"{counted(broken, 'character')} could not be decoded and {'is' if broken == 1 else 'are'} marked with U+FFFD."


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


def has_surrogates(text: str) -> bool:
    """Whether a text holds a lone surrogate, as one read line by line does where bytes were not of its encoding."""
    return not text.isascii() and _SURROGATE.search(text) is not None


def _told(data: bytes, *declared: str | None) -> str | None:
    """The text by a mark or by the first of UTF-8 and the declared encodings that fits, if need be but for a few bytes."""
    mark = marked(data)
    if mark:
        return data.decode(mark, "replace")
    names = [name for name in map(_codec, declared) if name]
    wide = any(name.startswith(("utf-16", "utf-32")) for name in names)
    # Other encodings' bytes are hardly ever valid UTF-8, but pages often declare wrongly. Two kinds write in ASCII alone: those
    # that shift, and the wide ones, in which every other character is then a control character.
    shifting = controls(data) > _BINARY if wide else data.isascii()
    names = [*names, "utf-8"] if shifting else ["utf-8", *names]
    for name in names:
        text = _strict(data, name)
        if text is not None:
            return text
    fitting = next((name for name in names if _nearly(data, name)), None)
    return data.decode(fitting, "replace") if fitting else None


def _meta(data: bytes) -> str | None:
    found = _META.search(data[:META_WINDOW])
    name = (found[1] or found[2]).decode("ascii", "replace").lower() if found else None
    return "utf-8" if name and name.startswith(("utf-16", "utf-32")) else name  # it was read as ASCII, so it can be neither


def _codec(label: str | None) -> str | None:
    """Python's name of a declared encoding, by what the label means on the web; None for what is no page's encoding.

    >>> _codec(" Latin1"), _codec("latin-1"), _codec("Windows-31J"), _codec("hex"), _codec(None)
    ('cp1252', 'cp1252', 'cp932', None, None)
    """
    label = (label or "").strip().lower()
    if label in _labels():
        return _labels()[label]
    try:
        name = codecs.lookup(label).name
        b"\0\0\0\0".decode(name, "replace")
    except (LookupError, ValueError):  # unknown, or a codec of something else than text
        return None
    return None if name in _NO_CHARSETS else _labels().get(name, name)


@cache
def _labels() -> dict[str, str]:
    table = load("facta.read", "encodings.toml", dict[str, Words])
    return {label: name for name, labels in table.items() for label in labels}


def _guess(data: bytes) -> str | None:
    """The encoding that the bytes around the first one beyond ASCII look like; None where none fits."""
    from charset_normalizer import from_bytes

    first = _BEYOND_ASCII.search(data)
    start = max(0, first.start() - SAMPLE // 2) if first else 0
    found = from_bytes(data[start : start + SAMPLE])
    best = found.best()
    if best is None:
        return None
    # English with its curly quotation marks fits several tables equally well; only one of them is in wide use
    equal = [match for match in found if (match.chaos, match.coherence) == (best.chaos, best.coherence)]
    return _COMMON if any(_COMMON in (match.encoding, *match.could_be_from_charset) for match in equal) else best.encoding


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeError:
        return None


def _nearly(data: bytes, name: str) -> bool:
    """Whether an encoding fits but for a few broken bytes: at most one to four characters beyond ASCII that came out well.

    In another encoding nearly every accented letter is broken as UTF-8; in damaged UTF-8 nearly none is. The last character may
    be cut off.
    """
    text = codecs.getincrementaldecoder(name)("replace").decode(data)
    broken = _broken(data, text)
    return broken * 4 <= len(text) - len(text.encode("ascii", "ignore")) - broken


def _broken(data: bytes, text: str) -> int:
    """How many characters could not be decoded; the data may hold U+FFFD itself, as text that was broken before."""
    return max(0, text.count("\ufffd") - data.count("\ufffd".encode()))
