"""Names that stand for something called after a state or a town: `Minsk` of the Minsk agreements, `Oman` of the Gulf of Oman.

The reader of the language may take a party for less than the words around it say.
"""

from facta.resolve.phrase import Hit, names_thing
from facta.resolve.spots import sentence_around
from facta.resolve.tables import Tables
from facta.resolve.words import split
from facta.values.spans import Range

_REACH = 3
"""Words behind a name that may make it something else (`Mexico City policy`)."""


def is_thing(text: str, where: Range, tables: Tables) -> bool:
    """Whether a name alone that stands somewhere in a text is but part of what something else is called there."""
    sentence = sentence_around(text, where.start)
    words = split(text[sentence.start : sentence.end])
    first = next((i for i, w in enumerate(words) if w.start >= where.start - sentence.start), len(words))
    last = next((i for i, w in enumerate(words) if w.start >= where.end - sentence.start), len(words))
    names = tables.names.get(" ".join(w.norm for w in words[first:last]), ())
    if not names:
        return False
    longer = (" ".join(w.norm for w in words[first:end]) for end in range(last + 1, min(last + _REACH, len(words)) + 1))
    blocked = any(e.kind == "blocked" for name in longer for e in tables.names.get(name, ()))
    return blocked or names_thing(words, Hit(first, last, names=names))
