"""Names that stand for something called after a state or a town: `Minsk` of the Minsk agreements, `Oman` of the Gulf of Oman.

The reader of the language may take a party for less than the words around it say.
"""

from collections.abc import Sequence

from facta.resolve.hits import Hit, names_thing
from facta.resolve.spots import sentence_around
from facta.resolve.tables import Tables
from facta.resolve.words import Word, key, split
from facta.values.spans import Range

_REACH = 3
"""Words behind a name that may make it something else (`Mexico City policy`)."""


def is_thing(text: str, where: Range, tables: Tables) -> bool:
    """Whether a name alone that stands somewhere in a text is but part of what something else is called there.

    Not where its sentence has the name by itself too, which is then meant: in what was coded by hand it is each time.
    """
    if key(text[where.start : where.end]) not in tables.names:
        return False
    sentence = sentence_around(text, where.start)
    words = split(text[sentence.start : sentence.end])
    start, end = where.start - sentence.start, where.end - sentence.start
    first = next((i for i, w in enumerate(words) if w.start >= start), len(words))
    last = next((i for i, w in enumerate(words) if w.start >= end), len(words))
    if first == last or words[last - 1].end > end:
        return False
    name = [w.norm for w in words[first:last]]
    alike = [i for i in range(len(words)) if [w.norm for w in words[i : i + len(name)]] == name]
    return all(_called_after(words, i, i + len(name), tables) for i in alike)


def _called_after(words: Sequence[Word], first: int, last: int, tables: Tables) -> bool:
    """Whether words that may be a name are part of a longer one that names something else."""
    names = tables.names.get(" ".join(w.norm for w in words[first:last]), ())
    longer = (" ".join(w.norm for w in words[first:end]) for end in range(last + 1, min(last + _REACH, len(words)) + 1))
    blocked = any(e.kind == "blocked" for name in longer for e in tables.names.get(name, ()))
    return bool(names) and (blocked or names_thing(words, Hit(first, last, names=names)))
