"""Find in running text the names that the tables and the gazetteer know, each with all it may be there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facta.resolve.facts import PLACES, Entry
from facta.resolve.place.cities import ARTICLES
from facta.resolve.place.gazetteer import Gazetteer, load_gazetteer
from facta.resolve.place.site import Site, distance
from facta.resolve.tables import Tables
from facta.resolve.words import Word, split

LONGEST = 6
"""Words of the longest name that is looked for."""
SAME = 60.0
"""Km between two points of one city at most."""
_JOINT = re.compile(r"[.'’]?s?[.'’]?[\s/‐‑–-]*")
"""What may stand between the words of a name: a blank, a hyphen, the dot of an abbreviation, an apostrophe with its s."""


@dataclass(slots=True, eq=False)
class Mark:
    """A stretch of words that the tables or the gazetteer know."""

    first: int
    last: int
    """Index after the last word."""
    options: tuple[Site, ...] = ()
    """Places it may be; none for names of bodies, peoples and persons."""
    told: frozenset[str] = frozenset()
    """States it tells of, whether a place or not."""
    filed: frozenset[tuple[str, bool]] = frozenset()
    """States in which our own tables have a place of this name, each with whether it is a city."""
    capital: Site | None = None
    shared: bool = False
    """A body, firm or outlet bears the name too."""
    sure: bool = False
    """Nothing else is so written there."""
    person: bool = False
    """A known person's full name."""
    unit: bool = False
    """Its last word says what it is (`Dallas County`)."""
    kinds: frozenset[str] = frozenset()
    """Of the options."""


def marks(text: str, words: Sequence[Word], tables: Tables, on: str | None) -> Iterator[Mark]:
    """What is known in a text, longest first from the left; `on` is the date (ISO) of which names are understood."""
    finder = _Finder(text, words, tables, load_gazetteer(), on)
    at, before = 0, None
    while at < len(words):
        mark = finder.code(at) if before and before.last == at and before.options else None
        if mark is None and finder.may_begin(at):
            mark = finder.longest(at)
        if mark:
            mark.kinds = frozenset(s.kind for s in mark.options)
            if at and words[at].joined and f"{words[at - 1].norm} " in ARTICLES and not (before and before.last == at):
                mark.first -= 1  # `al-Kufra`, filed without its article
            yield mark
        before, at = mark, mark.last if mark else at + 1


@dataclass(frozen=True, slots=True)
class _Finder:
    """Looks names up in one text."""

    text: str
    words: Sequence[Word]
    tables: Tables
    sites: Gazetteer
    on: str | None

    def code(self, at: int) -> Mark | None:
        """A region's code or abbreviation behind a town (`Gary, Ind.`, `Gary, IN`)."""
        word = self.words[at]
        if self.text[self.words[at - 1].end : word.start].strip() != ",":
            return None
        written, codes = self.text[word.start : word.end], self.sites.codes
        site = codes.get(written) or (codes.get(f"{written}.") if self.text.startswith(".", word.end) else None)
        return Mark(at, at + 1, (site,), frozenset({site.country}), sure=True) if site else None

    def may_begin(self, at: int) -> bool:
        """Whether a name may begin here: at a capital, or at an Arabic article bound to one (`al-Qaim`)."""
        word = self.words[at]
        if word.cap:
            return True
        return len(word.norm) < 4 and at + 1 < len(self.words) and self.words[at + 1].joined and self.words[at + 1].cap

    def longest(self, at: int) -> Mark | None:
        """What the most words from here on name."""
        run = self.words[at : self._stop(at, max(LONGEST, self.tables.reach.get(self.words[at].norm, 0)))]
        norms = [w.norm for w in run]
        for size in range(len(run), 0, -1):
            low = self.text[run[size - 1].start : run[size - 1].end].islower()
            filed = " ".join(norms[:size])
            if size > 1 and not low and (filed in self.tables.people or filed in self.sites.words):
                return Mark(at, at + size, person=filed in self.tables.people)
            entries = self._meant(filed, run[:size])
            if low and not any(e.kind == "state" for e in entries):
                continue  # `Okinawa prefecture` is Okinawa, while `Palestinian territories` is a name
            found = () if low else self._written(filed, run[:size])
            if entries or found:
                return self._mark(Mark(at, at + size), entries, found)
        return None

    def _stop(self, at: int, most: int) -> int:
        """Index after the last word that a name beginning here may have: none goes beyond a comma or another sign."""
        for i in range(at + 1, min(len(self.words), at + most)):
            if not _JOINT.fullmatch(self.text, self.words[i - 1].end, self.words[i].start):
                return i
        return min(len(self.words), at + most)

    def _written(self, filed: str, run: Sequence[Word]) -> tuple[Site, ...]:
        """The sites of a name if it is so written: no abbreviation with dots, and in capitals where it is one."""
        abbreviated = len(run) == 1 and "." in self.text[run[0].start : run[0].end]
        if (filed in self.sites.capitals and not run[0].upper) or (abbreviated and filed not in self.sites.capitals):
            return ()
        if any(w.norm == "st" for w in run):
            filed = " ".join("saint" if w.norm == "st" else w.norm for w in run)
        return self.sites.find(filed)

    def _meant(self, filed: str, run: Sequence[Word]) -> list[Entry]:
        """The meanings that are so written, without the blocked; those of the date alone if there are any."""
        entries = (e for e in self.tables.names.get(filed, ()) if e.kind != "blocked")
        written = [e for e in entries if (all(w.upper for w in run) if e.upper else run[0].cap)]
        return [e for e in written if e.holds(self.on)] or written

    def _mark(self, mark: Mark, entries: Sequence[Entry], found: tuple[Site, ...]) -> Mark:
        """The mark with all it may be."""
        told = frozenset(e.country for e in entries if e.country and e.kind in ("state", "demonym", "people"))
        exact = {s.country for s in found if s.kind != "city"}
        named = [e.country for e in entries if e.kind == "state" and e.country and e.country not in exact]
        states = tuple(self.sites.states[c] for c in named if c in self.sites.states)
        mark.capital = next(filter(None, (self._capital(e, self.words[mark.first].norm, found) for e in entries)), None)
        if mark.capital:
            found = (mark.capital, *(s for s in found if s.kind != "city" or distance(s, mark.capital) >= SAME))
        if not found and not states:
            found = tuple(
                Site(e.name, e.country, None, None) for e in entries if e.country and _is_place(e) and e.what != "region"
            )
        mark.options = () if told and not states and not exact else (*states, *found)
        mark.filed = frozenset(
            (e.country, e.what != "region") for e in entries if e.country and (e.kind == "capital" or _is_place(e))
        )
        mark.told = told or frozenset(c for c, _ in mark.filed)
        bodies = not mark.capital and any(_is_body(e) for e in entries)
        mark.shared = bodies and all(s.kind in ("city", "river") for s in mark.options)
        return mark

    def _capital(self, entry: Entry, norm: str, found: tuple[Site, ...]) -> Site | None:
        """The capital that an entry means, if it begins with this word: a state's point is that of its first capital."""
        state = self.tables.states.get(entry.country or "")
        if entry.kind != "capital" or state is None or split(state.capital)[0].norm != norm:
            return None
        point = Site(state.capital, state.iso3, state.lat, state.lon)
        point.population = max((s.population for s in found if distance(s, point) < SAME), default=0)
        return point


def _is_place(entry: Entry) -> bool:
    return entry.kind == "institution" and entry.what in PLACES


def _is_body(entry: Entry) -> bool:
    """Whether a meaning is a firm, a group, an outlet or a seat that acts; a continent is filed as nobody's organisation."""
    if entry.kind == "institution":
        return entry.what not in ("region", "city")
    return entry.kind in ("group", "outlet") or (entry.kind == "organisation" and entry.country != "INT")
