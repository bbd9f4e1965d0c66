"""Cut a phrase into words that compare equal whatever their accents, dots, hyphens and possessives."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from string import ascii_lowercase
from typing import NamedTuple

from facta.resolve.rows import picked

_WORD = re.compile(r"[A-Za-z]++(?=[ ,])|(?:[A-Za-z]\.){2,}|(?:[A-Z]\.)+[A-Z]\b|\d[\d,.]*\d|[^\W_]+(?:['’ʼ`][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$|['’]S$")
_BY_WORDS = re.compile(r"\.\w|['’]s\b|s['’]", re.IGNORECASE)
"""What must be cut into words before they compare: letters with dots, possessives."""
_LETTERS = {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "æ": "ae", "ə": "a"}
"""Letters that lose no accent when taken apart."""
_PLAIN = str.maketrans(_LETTERS)
_ACCENTS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0326\u0327\u0328\u0331"
"""Those of the Latin alphabets, as they stand behind their letters once these are taken apart."""
_SIMPLE = f"{ascii_lowercase} ".encode()
AND = re.compile(r"(?:,|,? and|,? or)(?: the)? ")
"""What stands between two members of a row of names."""
OF = re.compile(r" of (?:the )?")
"""What leads from a head to the name behind it."""


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in picked("words", "list", "words")}


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one list of `knowledge/words.tsv`."""
    return _lists()[name]


class Word(NamedTuple):
    """One word of a phrase: its offsets there, its comparable form, and how it is written."""

    start: int
    end: int
    norm: str
    cap: bool
    """Begins with a capital letter."""
    upper: bool
    """All its letters are capitals, and it is more than one."""
    possessive: bool
    joined: bool
    """A hyphen binds it to the word before."""


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower case without accents, dots and apostrophes.

    >>> plain("Erdoğan"), plain("U.S."), plain("N'Djamena")
    ('erdogan', 'us', 'ndjamena')
    """
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text.translate(_PLAIN)) if not unicodedata.combining(c))
    return re.sub(r"[.'’ʼ`‘]", "", text).casefold()


@lru_cache(maxsize=4096)
def split(text: str) -> tuple[Word, ...]:
    """The words of a phrase in order; hyphens separate, and are remembered by `joined`.

    >>> [w.norm for w in split("Iran's U.S.-backed al-Qaeda")]
    ['iran', 'us', 'backed', 'al', 'qaeda']
    """
    out: list[Word] = []
    last = -2  # no place right before the first word
    for match in _WORD.finditer(text):
        whole, start = match.group(), match.start()
        size, norm, cap, upper = _form(whole)
        if not norm:
            continue  # a lone letter-like apostrophe
        end = start + size
        owned = size < len(whole) or (norm[-1] == "s" and text[end : end + 1] in ("'", "’"))
        joined = last == start - 1 and text[last] in "-‐‑–"
        out.append(Word(start, end, norm, cap, upper, owned, joined))
        last = end
    return tuple(out)


@lru_cache(maxsize=65536)
def _form(whole: str) -> tuple[int, str, bool, bool]:
    """Of a word as written: its length without a possessive, its comparable form, and how its capitals stand; most words of a
    text have been seen before."""
    raw = whole if whole.isalnum() else _POSSESSIVE.sub("", whole)
    letters = raw.replace(".", "")
    norm = raw.lower() if raw.isascii() and raw.isalnum() else plain(raw)
    return len(raw), norm, raw[0].isupper(), len(letters) > 1 and letters.isupper()


def key(text: str) -> str:
    """The form under which tables file a name: its comparable words, one blank between.

    >>> key("Côte d'Ivoire")
    'cote divoire'
    """
    simple = text.replace("-", " ")
    if text.isascii() and simple.replace(" ", "").isalpha():  # nine names in ten; three times as fast
        return " ".join(simple.lower().split())
    if not _BY_WORDS.search(text):
        low = plain(simple)
        if low.replace(" ", "").isalpha():
            return " ".join(low.split())
    return " ".join(w.norm for w in split(text))


def keys(names: Sequence[str]) -> list[str]:
    """`key` of every name, in order; all at once, since one by one the 34,000 of our tables take a tenth of a second.

    names: none may hold a line break.

    >>> keys(["Côte d'Ivoire", "Jean-Luc  Picard", "Joseph R. Biden"])
    ['cote divoire', 'jean luc picard', 'joseph r biden']
    """
    written = list(names)
    odd = [at for at, name in enumerate(names) if not name.isascii()]
    for at, simple in zip(odd, _unaccented("\n".join([names[at] for at in odd])).split("\n"), strict=False):
        written[at] = simple
    text = "\n" + "\n".join(written).lower() + "\n"
    # An apostrophe beside an s may be a possessive's, for `key` to say; any other joins what stands around it.
    for sign, simple in (("-", " "), (". ", " "), (".\n", "\n"), ("s'", "?"), ("'s ", "? "), ("'s\n", "?\n"), ("'", "")):
        text = text.replace(sign, simple)
    while "  " in text:
        text = text.replace("  ", " ")
    text = text.replace(" \n", "\n").replace("\n ", "\n")[1:-1]
    found = text.split("\n")
    for at, signs in enumerate(text.encode().translate(None, _SIMPLE).split(b"\n")):
        if signs:
            found[at] = key(names[at])
    return found if names else []


def _unaccented(text: str) -> str:
    """The text without the accents of Latin letters; any other letter or sign beyond ASCII becomes a question mark."""
    for letter, simple in _LETTERS.items():
        text = text.replace(letter, simple)
    text = unicodedata.normalize("NFKD", text)
    for accent in _ACCENTS:
        text = text.replace(accent, "")
    return text.encode("ascii", "replace").decode()


def without_article(text: str) -> str:
    """The phrase without leading determiners."""
    words = split(text)
    at = 0
    while at < len(words) - 1 and words[at].norm in listed("determiners"):
        at += 1
    return text[words[at].start :].strip() if words else text.strip()
