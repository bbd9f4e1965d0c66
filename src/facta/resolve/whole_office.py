"""The whole words of an office of which a reader took the last alone: `premier` of `Bavaria's premier` is no state's leader.

What stands right before it is a name, a word with a possessive, or one that says that no state's leader is meant; behind it `of`
and a name. In a headline without capitals a possessive alone shows a name.
"""

import re

from facta.resolve.facts import TOP
from facta.resolve.hits import Hit, known
from facta.resolve.phrase import parse
from facta.resolve.spots import Spot, sentence_around
from facta.resolve.tables import Tables
from facta.resolve.words import Word, listed, split

_ROOM = 60
"""Characters before an office in which what belongs to it stands."""
_OF = re.compile(r" of (?:the )?")


def whole(spot: Spot, text: str, tables: Tables, on: str | None) -> str:
    """The words of a spot with those of its text that tell whose office they are."""
    phrase = parse(spot.text, tables, on)
    office = phrase.title.office if phrase.title and phrase.title.first == 0 else None
    if office is None or not office.unique or office.portfolio not in TOP or phrase.names or phrase.given:
        return spot.text
    sentence = sentence_around(text, spot.range.start)
    before = text[max(sentence.start, spot.range.start - _ROOM) : spot.range.start]
    words = split(before)
    return f"{_before(before, words, tables, on)}{spot.text}{_behind(text[spot.range.end : sentence.end], tables, on)}"


_JOINTS = frozenset({" ", "'s ", "’s ", "' ", "’ "})
"""What stands between an office and the word before it."""


def _before(before: str, words: tuple[Word, ...], tables: Tables, on: str | None) -> str:
    """The words right before an office that belong to it, or nothing."""
    if not words or before[words[-1].end :] not in _JOINTS:
        return ""
    small = "" if any(w.cap for w in words) else _small(before, words, tables, on)
    first = _first(before, words, tables, on)
    return small or (before[words[first].start :] if first < len(words) else "")


def _first(before: str, words: tuple[Word, ...], tables: Tables, on: str | None) -> int:
    """The first of the words before an office that belong to it, or their number."""
    end = len(words)
    said = listed("not in office") | listed("of a part") | listed("former") | listed("of the day") | listed("no person")
    while end and words[end - 1].norm in said and not words[end - 1].possessive:
        end -= 1
    hits: list[Hit] = known(before, tables, on)
    name = next((h.first for h in hits if h.names and h.last == end), None)
    if name is not None:
        return name
    owner = words[end - 1] if end else None
    owned = owner and owner.possessive and owner.norm not in listed("states themselves") | listed("of two")
    return end - 1 if owned and not any(h.office and h.last == end for h in hits) else end


def _small(before: str, words: tuple[Word, ...], tables: Tables, on: str | None) -> str:
    """A name written small right before an office, as names are written (`bavaria's`, `slovak`), or nothing."""
    title = re.sub(r"(?<![\w'’])[a-z]", lambda m: m[0].upper(), before)
    name = next((h for h in known(title, tables, on) if h.names and h.last == len(words)), None)
    return title[words[name.first].start :] if name else ""


def _behind(after: str, tables: Tables, on: str | None) -> str:
    """The words behind an office that say whose it is, or nothing."""
    of = _OF.match(after)
    rest = after[of.end() :] if of else ""
    words = split(rest)
    name = next((h for h in known(rest, tables, on) if h.first == 0 and h.names), None) if rest else None
    return f"{of[0]}{rest[: words[name.last - 1].end]}" if of and name else ""
