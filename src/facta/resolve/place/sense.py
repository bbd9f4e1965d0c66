"""Which of the names that places bear mean places in a text, and not persons, governments, bodies or ordinary words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from facta.resolve.place.fame import BIG, SMALL, largest, well_known
from facta.resolve.place.marks import Mark
from facta.resolve.place.neighbours import bound, part_of_a_name, runs_into_a_name
from facta.resolve.place.text import PlaceText, among
from facta.resolve.words import listed

_SURE = frozenset({"state", "world", "region", "area"})
"""Kinds of places whose names hardly anything else bears."""
_AGED = re.compile(r",\s\d{1,2}\b(?!\s\w+\s\d{4})")
"""An age behind a person's name (`Walker, 48`)."""


def marks_of_a_name(page: PlaceText) -> list[Mark]:
    """The places in a text that names one, without parts of names that nobody knows; a word only if it is all there is."""
    whole = [m for m in page.candidates() if not bound(page, m) and (well_known(m) or not runs_into_a_name(page, m))]
    capitals = sum(w.cap for w in page.words)
    return [m for m in whole if page.norms(m) not in page.sites.words or capitals == m.last - m.first]


def marks_of_a_text(page: PlaceText, holders: Mapping[Mark, Mark]) -> list[Mark]:
    """The places in any text; what one mention proves a place is one wherever its name can stand for it."""
    candidates, persons = page.candidates(), page.persons()
    others = {m for m in candidates if not m.sure and (part_of_a_name(page, m) or _other_sense(page, m, persons, m in holders))}
    proof = _Proof(page, holders, others)
    left = [m for m in candidates if m not in others]
    good = {m for m in left if m.sure or proof.found(m)}
    proved = {page.norms(m) for m in left if m in good and proof.for_all(m)} - page.sites.words
    return [m for m in left if m in good or page.norms(m) in proved]


def _other_sense(page: PlaceText, mark: Mark, persons: frozenset[str], held: bool) -> bool:
    """Whether a mark is a government, a person or a time of the year rather than a place; `held` says the text puts it in one."""
    word, single, lead = page.words[mark.first], page.single(mark), page.lead(mark.first)
    sure = bool(mark.filed or mark.kinds & _SURE)
    if single and word.norm in persons and not held and not (sure and lead) and "world" not in mark.kinds:
        return True
    if lead or held:
        return among(word, "calendar")
    after = page.after(mark)
    if after and among(after, "verbs of speech") and (single or mark.capital) and "state" not in mark.kinds:
        return True
    return bool(single and not sure and _AGED.match(page.text, word.end))


@dataclass(frozen=True, slots=True)
class _Proof:
    """What shows that a name which other things bear too is a place here."""

    page: PlaceText
    holders: Mapping[Mark, Mark]
    others: set[Mark]
    """Names that are no places."""

    def found(self, mark: Mark) -> bool:
        """Whether a mention is shown to be a place."""
        page, word, size = self.page, self.page.words[mark.first], largest(mark)
        if mark in self.holders or mark.kinds & {"state", "world"}:
            return True
        if page.single(mark) and word.norm in page.sites.words:
            return (page.led(mark) or self._in_row(mark)) and size >= SMALL and not page.opens(mark.first)
        if mark.shared:
            return page.led(mark) and (page.lead(mark.first) != "at" or page.words[mark.first - 1].norm == "the")
        if page.single(mark) and page.like_a_person(word):
            return self._beats_a_person(mark, size) or self._in_row(mark)
        return well_known(mark) or self._town(mark, size)

    def for_all(self, mark: Mark) -> bool:
        """Whether a mention shows what the name means throughout the text."""
        return mark in self.holders or (self.page.led(mark) and not self.page.like_a_person(self.page.words[mark.first]))

    def _beats_a_person(self, mark: Mark, size: int) -> bool:
        """Whether a name that persons bear is a place's here."""
        page = self.page
        if mark.filed:
            return bool(page.lead(mark.first)) or size >= BIG or bool(mark.kinds & _SURE)
        named = page.words[mark.first].possessive or page.words[mark.first - 1].norm == "the"  # `in the Martin case`
        return (page.led(mark) and not named and self._in_told_state(mark)) or self._division_after(mark)

    def _town(self, mark: Mark, size: int) -> bool:
        """Whether the text has a place for a town that our tables do not name."""
        page, lead, word = self.page, self.page.lead(mark.first), self.page.words[mark.first]
        if page.single(mark) and word.upper and not page.titled[mark.first] and len(word.norm) < 5:
            return False  # an abbreviation
        if lead and size >= SMALL:
            return True
        if self._in_told_state(mark):
            return bool(lead) or size >= SMALL or mark.unit or self._division_after(mark) or self._in_row(mark)
        return page.led(mark) and len({s.country for s in mark.options}) == 1 and not page.told

    def _in_told_state(self, mark: Mark) -> bool:
        return any(s.country in self.page.told for s in mark.options)

    def _division_after(self, mark: Mark) -> bool:
        following = self.page.words[mark.last].norm if mark.last < len(self.page.words) else ""
        return following in listed("divisions") - {"state", "island"}

    def _in_row(self, mark: Mark) -> bool:
        """Whether the mark stands in a row with a place that is none but a place (`Tyler, Abilene and Texas`)."""
        for at in (mark.first - 1, mark.last, mark.first - 2, mark.last + 1):
            other = self.page.at.get(at)
            if other is None or other is mark or other in self.others:
                continue
            one, two = (other, mark) if other.first < mark.first else (mark, other)
            sure = other.filed or other.kinds - {"city"} or largest(other) >= SMALL
            if other.options and sure and self.page.row(one, two):
                return True
        return False
