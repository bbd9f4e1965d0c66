"""The words of a text in which places are sought: which of them are known names, and what stands around these."""

import re
from collections import Counter

from facta.resolve.place.gazetteer import load_gazetteer
from facta.resolve.place.marks import Mark, marks
from facta.resolve.tables import Tables
from facta.resolve.words import Word, listed, split

_ROW = re.compile(r"(?:,\s+(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+)(?:in\s+)?(?:the\s+)?|\s*[/–—-]\s*")
"""What stands between two of a row (`Iraq, Syria and the Golan Heights`)."""
_ENDS = frozenset('.!?:\n“"')
"""Signs before a sentence."""


def among(word: Word, *lists: str) -> bool:
    """Whether a word stands in one of these lists of `knowledge/words.tsv`."""
    return any(word.norm in listed(name) for name in lists)


class PlaceText:
    """A text with the known names in it; `on` is the date (ISO, any precision) of which names are understood.

    Words are counted from 0. Names are the marks of the gazetteer, each also of persons, bodies and peoples.
    """

    def __init__(self, text: str, tables: Tables, on: str | None) -> None:
        self.text, self.tables, self.sites = text, tables, load_gazetteer()
        self.words = split.__wrapped__(text)  # a whole text is read once, so there is nothing to remember it for
        self.marks = list(marks(text, self.words, tables, on))
        """In reading order."""
        self.at = {i: m for m in self.marks for i in range(m.first, m.last)}
        """The mark that each word belongs to."""
        for mark in self.marks:
            self._take_unit(mark)
        self.titled = self._titled()
        """For each word whether its line capitalises nearly all words but short ones, so that capitals tell nothing there."""
        self.told = self._told()
        """How often the text tells of each state (ISO alpha-3 code)."""

    def _take_unit(self, mark: Mark) -> None:
        """Count the noun that says what a place is into its name (`Dallas County`)."""
        after = self.after(mark)
        if not mark.options or "state" in mark.kinds or after is None:
            return
        if after.cap and among(after, "divisions") and mark.last not in self.at:
            self.at[mark.last] = mark
            mark.last, mark.unit = mark.last + 1, True

    def _titled(self) -> list[bool]:
        lines = [0] * len(self.words)
        for i in range(1, len(self.words)):
            lines[i] = lines[i - 1] + ("\n" in self.gap(i))
        long = [(n, w) for n, w in zip(lines, self.words, strict=True) if w.end - w.start > 3]
        counts, capitals = Counter(n for n, _ in long), Counter(n for n, w in long if w.cap)
        return [counts[n] > 3 and capitals[n] > 0.8 * counts[n] for n in lines]

    def _told(self) -> Counter[str]:
        told: Counter[str] = Counter()
        for mark in self.marks:
            countries = mark.told or {s.country for s in mark.options if s.kind in ("region", "area")}
            if len(countries) == 1:
                told.update(c for c in countries if c)
        return told

    def candidates(self) -> list[Mark]:
        """The names that a place bears, in reading order."""
        return [m for m in self.marks if m.options]

    def forget(self, mark: Mark) -> None:
        """Take a name for one that nobody knows, if all it may be are towns."""
        if not mark.options or mark.kinds != {"city"}:
            return
        mark.options = ()
        for i in range(mark.first, mark.last):
            del self.at[i]

    # Words

    def gap(self, at: int) -> str:
        """What stands between a word and the one before."""
        return self.text[self.words[at - 1].end if at else 0 : self.words[at].start]

    def runs_on(self, at: int) -> bool:
        """Whether a capitalised word follows with only a blank or a hyphen between."""
        if at + 1 >= len(self.words) or self.words[at].possessive:
            return False
        return self.words[at + 1].cap and self.gap(at + 1) in (" ", "-")

    def opens(self, at: int) -> bool:
        """Whether a word opens a sentence."""
        return not at or not _ENDS.isdisjoint(self.gap(at))

    def lead(self, first: int) -> str:
        """The preposition that leads to a place which begins here, past `the` and directions; empty when there is none."""
        at = first - 1
        while at > 0 and among(self.words[at], "before places"):
            at -= 1
        if at < 0:
            return ""
        word, whose = self.words[at], self.words[max(at - 1, 0)]
        part = word.norm == "of" and among(whose, "parts of places") and not whose.cap
        return word.norm if part or among(word, "at places", "towards places") else ""

    def clear(self, at: int) -> Mark | None:
        """The name that a word belongs to, unless towns alone bear it or the word is an ordinary one too."""
        mark = self.at.get(at)
        return mark if mark and mark.kinds != {"city"} and self.words[at].norm not in self.sites.words else None

    # Names

    def norms(self, mark: Mark) -> str:
        """The words of a name as they are compared, without the noun that says what it is."""
        return " ".join(w.norm for w in self.words[mark.first : mark.last - mark.unit])

    def single(self, mark: Mark) -> bool:
        """Whether a name is one word."""
        return mark.last - mark.first == 1

    def before(self, mark: Mark) -> Word | None:
        """The word right before, with nothing but a blank, a hyphen or a title's dot between."""
        if not mark.first:
            return None
        word, gap = self.words[mark.first - 1], self.gap(mark.first)
        dotted = gap == ". " and (len(word.norm) < 2 or among(word, "titles"))
        return word if dotted or self.words[mark.first].joined or (gap and not gap.strip(" \xa0")) else None

    def after(self, mark: Mark) -> Word | None:
        """The word right after, with nothing but a blank or a hyphen between."""
        if mark.last == len(self.words) or self.words[mark.last - 1].possessive:
            return None
        return self.words[mark.last] if self.gap(mark.last) in (" ", "-", "\xa0") else None

    def between(self, one: Mark, other: Mark) -> str:
        """What stands between a name and a later one."""
        return self.text[self.words[one.last - 1].end : self.words[other.first].start]

    def row(self, one: Mark, other: Mark) -> bool:
        """Whether a name and a later one stand in a row (`Iraq and Syria`)."""
        return _ROW.fullmatch(self.between(one, other)) is not None

    def led(self, mark: Mark) -> bool:
        """Whether a preposition stands before a name that leads to places and hardly to persons."""
        return self.lead(mark.first) in listed("at places")

    # Persons

    def given(self, at: int) -> bool:
        """Whether a word begins a person's name: a given name, a title or an initial."""
        word = self.words[at]
        initial = len(word.norm) == 1 and self.text.startswith(".", word.end)
        return initial or among(word, "men", "women", "titles")

    def like_a_person(self, word: Word) -> bool:
        """Whether persons bear the name too."""
        return word.norm in self.tables.surnames or word.norm in self.tables.given_names or among(word, "men", "women")

    def persons(self) -> frozenset[str]:
        """Words of what is written like a person's full name somewhere in the text, the given name left out."""
        found: set[str] = set()
        for i, word in enumerate(self.words):
            if not word.cap or word.possessive or not self.given(i):
                continue
            dotted = self.text.startswith(". ", word.end)
            last = i + 1 if dotted or self.runs_on(i) else i
            while i < last < len(self.words) and self.words[last].cap:
                found.add(self.words[last].norm)
                # In a headline the verb is capitalised too (`Hillary Clinton Wins Delaware`).
                if not self.runs_on(last) or last - i == (1 if self.titled[i] else 2):
                    break
                last += 1
        return frozenset(found)
