"""Which act a cue names: speech, writing, thought or another; the words stand in `acts.toml`."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from facta.records import SpeechAct
from facta.values.datafile import load

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ORDER: tuple[SpeechAct, ...] = ("wrote", "thought", "other", "said")
_ENDINGS = (("", ""), ("s", ""), ("es", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"), ("ied", "y"), ("ies", "y"))


def act(cue: Iterable[str], source: Iterable[str]) -> SpeechAct:
    """The act of a quotation from the words of its cue and of its source; `said` when a mark alone introduces it.

    >>> act(["has tweeted"], ["Trump"]), act(["believes"], ["she"]), act(["said"], ["a report by the ministry"]), act([":"], [])
    ('wrote', 'thought', 'wrote', 'said')
    """
    words = [w for part in cue for w in _WORD.findall(part.lower())]
    found = next((kind for word in reversed(words) for kind in [_kind(word)] if kind), None)
    if found is None:
        return "other" if words and _marked(words) else "said"
    return "wrote" if found == "said" and _document(source) else found


def words(name: str, parts: Iterable[str]) -> bool:
    """Whether a word of some parts is an inflection of one in a list of `acts.toml`.

    >>> words("deeds", ["was expelled"]), words("deeds", ["said"])
    (True, False)
    """
    return any(_in(name, word) for part in parts for word in _WORD.findall(part.lower()))


def speech(words: str) -> bool:
    """Whether a word of these can tell that somebody spoke.

    >>> speech("joked"), speech("as"), speech("believes")
    (True, False, False)
    """
    return any(_kind(word) == "said" for word in _WORD.findall(words.lower()))


def telling(words: str) -> bool:
    """Whether a word of these names speech, writing or thought, or a stance that is taken in words; a measure is none of them.

    >>> telling("vowed"), telling("rejects"), telling("signed"), telling("signed a pledge")
    (True, True, False, True)
    """
    return any(
        (_kind(word) not in (None, "other") or _in("stances", word)) and not _in("measures", word)
        for word in _WORD.findall(words.lower())
    )


@lru_cache(maxsize=4096)
def _in(name: str, word: str) -> bool:
    return any(form in _lists()[name] for form in _forms(word))


def _marked(words: list[str]) -> bool:
    """Whether any word of a cue could be the name of an act rather than a preposition or a particle."""
    return any(len(w) > 3 for w in words)


def _document(source: Iterable[str]) -> bool:
    """Whether the head of a source, its last word before any preposition, is something written."""
    head = re.split(r",|\b(?:of|by|from|in|on|for|that|which)\b", " ".join(source).lower(), maxsplit=1)[0].split()
    return bool(head) and head[-1] in _lists()["documents"]


@lru_cache(maxsize=4096)
def _kind(word: str) -> SpeechAct | None:
    forms = list(_forms(word))
    return next((kind for kind in _ORDER if any(f in _lists()[kind] for f in forms)), None)


def _forms(word: str) -> Iterator[str]:
    """What a word may be an inflection of, also with its last consonant doubled (`quipped`)."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            base = word[: len(word) - len(ending)] + instead
            yield base
            if ending in ("ed", "ing") and base[-1:] == base[-2:-1]:
                yield base[:-1]


def _lists() -> dict[str, frozenset[str]]:
    return load("facta.quotes", "acts.toml", dict[str, frozenset[str]])
