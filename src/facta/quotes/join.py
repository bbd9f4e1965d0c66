"""Which attributions are of the same words: contents found twice, words told a second time, parts that touch.

Every function takes and returns attributions in the order of their contents.
"""

from collections.abc import Iterator, Sequence

import msgspec

from facta.quotes.acts import telling
from facta.quotes.marks import WORD
from facta.records import Attribution
from facta.values.spans import Range, merge

REPEATED = 6
"""So many words in a row are a repetition, not a coincidence."""
MOSTLY = 0.8
"""Share of a shorter content's words that another must have in a row."""


def distinct(found: Sequence[Attribution]) -> list[Attribution]:
    """In order, each content once: the better scored attribution of it."""
    best: dict[tuple[Range, ...], Attribution] = {}
    for a in sorted(found, key=lambda a: (-a.score, a.content)):
        best.setdefault(a.content, a)
    return sorted(best.values(), key=lambda a: a.content)


def repeated(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Words told a second time, as a headline does, take the source from where they are attributed.

    What stands before a mere colon may be a topic rather than a speaker, so it gives way to a source that a verb names.
    """
    words = [_words(text, a) for a in found]
    owners: dict[tuple[str, ...], list[int]] = {}
    for n, a in enumerate(found):
        if _sure(text, a):
            for run in _runs(words[n], REPEATED):
                owners.setdefault(run, []).append(n)
    out = []
    for n, a in enumerate(found):
        owner = None if _sure(text, a) else _owner(words, n, owners, found)
        out.append(msgspec.structs.replace(a, source=found[owner].source) if owner is not None else a)
    return out


def _sure(text: str, a: Attribution) -> bool:
    """Whether an attribution has a source and words that lead to it, not a colon, unless a word of telling stands before that."""
    cues = [text[c.start : c.end] for c in a.cue]
    return bool(a.source) and any(WORD.search(cue) and (cue[-1] != ":" or telling(cue)) for cue in cues)


def _owner(
    words: Sequence[tuple[str, ...]], n: int, owners: dict[tuple[str, ...], list[int]], found: Sequence[Attribution]
) -> int | None:
    """The attribution with a source whose content has the words of the n-th, best scored first."""
    mine = words[n]
    if len(mine) >= REPEATED:
        many = [k for run in _runs(mine, REPEATED) for k in owners.get(run, ())]
    else:
        size = max(4, round(MOSTLY * len(mine)))
        many = [k for k, a in enumerate(found) if a.source and k != n and set(_runs(mine, size)) & set(_runs(words[k], size))]
    return max(many, key=lambda k: (found[k].score, -k), default=None)


def _words(text: str, a: Attribution) -> tuple[str, ...]:
    return tuple(m.group().lower().replace("’", "'") for part in a.content for m in WORD.finditer(text, part.start, part.end))


def _runs(words: tuple[str, ...], size: int) -> Iterator[tuple[str, ...]]:
    return (words[i : i + size] for i in range(len(words) - size + 1))


def apart(a: Attribution) -> Attribution:
    """The attribution with overlapping and touching parts of its content joined."""
    return msgspec.structs.replace(a, content=tuple(merge(a.content)))
