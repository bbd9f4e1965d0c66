"""Which attributions are of the same words: contents found twice, words told a second time, parts that touch.

Every function takes and returns attributions in the order of their contents.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from facta.quotes.acts import telling
from facta.quotes.marks import WORD
from facta.records import Attribution
from facta.values.spans import Range, merge

REPEATED = 6
"""So many words in a row are a repetition, not a coincidence."""
BRIEF = 4
"""So many of a shorter content's words must another have in a row: four fifths of five."""


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
    order = sorted(range(len(found)), key=lambda n: (-found[n].score, n))
    owners = _owners(words, (n for n in order if _sure(text, found[n])), REPEATED)
    brief = _owners(words, (n for n in order if found[n].source), BRIEF)
    rank = {n: at for at, n in enumerate(order)}
    out = []
    for n, a in enumerate(found):
        size, some = (REPEATED, owners) if len(words[n]) >= REPEATED else (BRIEF, brief)
        many = () if _sure(text, a) else {k for run in _runs(words[n], size) for k in some.get(run, ()) if k != n}
        owner = min(many, key=rank.__getitem__, default=None)
        out.append(msgspec.structs.replace(a, source=found[owner].source) if owner is not None else a)
    return out


def _owners(words: Sequence[tuple[str, ...]], order: Iterable[int], size: int) -> dict[tuple[str, ...], list[int]]:
    """By each run of so many words the two first contents, in this order, that have it: one of them may be who asks."""
    owners: dict[tuple[str, ...], list[int]] = {}
    for n in order:
        for run in dict.fromkeys(_runs(words[n], size)):
            if len(owners.setdefault(run, [])) < 2:
                owners[run].append(n)
    return owners


def _sure(text: str, a: Attribution) -> bool:
    """Whether an attribution has a source and words that lead to it, not a colon, unless a word of telling stands before that."""
    cues = [text[c.start : c.end] for c in a.cue]
    return bool(a.source) and any(WORD.search(cue) and (cue[-1] != ":" or telling(cue)) for cue in cues)


def _words(text: str, a: Attribution) -> tuple[str, ...]:
    return tuple(m.group().lower().replace("’", "'") for part in a.content for m in WORD.finditer(text, part.start, part.end))


def _runs(words: tuple[str, ...], size: int) -> Iterator[tuple[str, ...]]:
    return (words[i : i + size] for i in range(len(words) - size + 1))


def apart(a: Attribution) -> Attribution:
    """The attribution with overlapping and touching parts of its content joined."""
    return msgspec.structs.replace(a, content=tuple(merge(a.content)))
