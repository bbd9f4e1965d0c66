"""The contexts of an act: military, energy, aid and the like, by the words of `contexts.toml`."""

import re
from functools import cache, lru_cache
from typing import Any

from facta.values.datafile import Words, load

_WORD = re.compile(r"\w+(?:-\w+)*")
_BY_TYPE = {"CONSULT": "meeting", "ASSAULT": "military", "MOBILIZE": "military"}
_NONE: frozenset[str] = frozenset()


def contexts(row: dict[str, Any]) -> list[str]:
    """The contexts that the words around an act and its page's title name, in the order of the table."""
    found = named(f"{row['evidence'] or ''} {row['around'] or ''} {row['title'] or ''}") | {_BY_TYPE.get(row["type"])}
    return [name for name in _table() if name in found] if len(found) > 1 or None not in found else []


def named(text: str) -> set[str]:
    """The contexts that the words of a text name."""
    words = text.lower()
    found = set[str]().union(*map(_of_word, _WORD.findall(words)))
    return found | {name for phrase in _phrases().findall(words) for name in _of_phrase(phrase)}


def _table() -> dict[str, Words]:
    return load("facta.stories", "contexts.toml", dict[str, Words])


@lru_cache(200_000)
def _of_word(word: str) -> frozenset[str]:
    """The contexts of a single word."""
    whole, beginnings = _starts()
    return whole.get(word, _NONE).union(*(beginnings.get(word[:n], _NONE) for n in range(1, len(word) + 1)))


@cache
def _starts() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The contexts of whole words, and those of beginnings of words."""
    whole: dict[str, frozenset[str]] = {}
    beginnings: dict[str, frozenset[str]] = {}
    for name, some in _table().items():
        for start in some:
            if start.endswith(" "):
                whole[start.rstrip()] = whole.get(start.rstrip(), _NONE) | {name}
            elif " " not in start:
                beginnings[start] = beginnings.get(start, _NONE) | {name}
    return whole, beginnings


@cache
def _phrases() -> re.Pattern[str]:
    """Beginnings of two words and more, the longest first."""
    several = {start for some in _table().values() for start in some if " " in start.rstrip()}
    return re.compile(r"\b(?:" + "|".join(re.escape(start) for start in sorted(several, key=len, reverse=True)) + ")")


@cache
def _of_phrase(phrase: str) -> frozenset[str]:
    return frozenset(name for name, some in _table().items() if any(start.rstrip() == phrase.rstrip() for start in some))
