"""Find the places a text names, and say for each in which state and where on the map it lies.

The gazetteer says what the words may be; here is decided which of these are persons, bodies or ordinary words, which place lies
in which other, and which of the places that bear a name is meant. Every choice keeps its reason.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log10

from msgspec import structs

from facta.records import Where
from facta.resolve.gazetteer import BIG, Gazetteer, Mark, Site, distance, load_gazetteer, marks
from facta.resolve.tables import Tables
from facta.resolve.words import Word, listed, split

_WEIGHTS = {"state": 8.0, "world": 7.0, "sea": 6.5, "region": 6.3, "area": 6.3, "city": 5.5}
"""Size of what is no city of known population, on the scale of a city's decimal logarithm of people."""
_OTHER_WEIGHT = 6.0
_PUBLIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""Sectors of the codebook whose offices every state or town has."""
_SURE = frozenset({"state", "world", "region", "area"})
"""Kinds of places whose names hardly anything else bears."""
_SMALL = 100_000
"""People: a city below this is a place only where its state is named or nothing else can be meant."""
_HOLDS = 900.0
"""Km from the middle of the largest regions to their farthest towns."""
_LISTED = re.compile(r"(?:,\s+(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+)(?:in\s+)?(?:the\s+)?|\s*[/–—-]\s*")
_WITHIN = re.compile(r",\s+(?:in\s+)?(?:the\s+)?|\s+\(|\s+in\s+(?:the\s+)?(?:\w+\s+)?|\s+")
_AGED = re.compile(r",\s\d{1,2}\b(?!\s\w+\s\d{4})")
_ENDS = frozenset('.!?:\n“"')

Choice = tuple[Site, float, str]
"""A place, how sure it is that it is the one, and why."""


@dataclass(frozen=True, slots=True)
class PlaceSpot:
    """A place named in a text; `text[start:end]` is how."""

    start: int
    end: int
    text: str
    name: str
    """The usual name; as written where the tables have none."""
    country: str | None
    """ISO alpha-3 code; None for seas, continents and what nothing is known of."""
    lat: float | None
    """Degrees north; of a place nobody knows, the middle of the region that the text says holds it, else None."""
    lon: float | None
    """Degrees east."""
    kind: str
    """As in regions.tsv, or `state`, or `unknown`."""
    score: float
    """0 to 1: how sure it is that this is the place meant."""
    reason: str
    """Why this one, in words."""


def places(text: str, tables: Tables, on: str | None = None, *, certain: bool = False) -> list[PlaceSpot]:
    """Every place a text names, in reading order, none overlapping.

    `on` is the date (ISO, any precision) of which names of states are understood. With `certain` the text is known to name a
    place (`the embassy in Tunis`), so that its names need not prove that they are no persons or words.
    """
    return _Page(text, tables, load_gazetteer(), on, certain).spots()


def locate(place: Where, tables: Tables, on: str | None = None) -> Where:
    """The place with the state it lies in and its point in degrees; unknown values stay null, and a state has no point."""
    spots = places(place.text or place.name, tables, on, certain=True)
    if not spots:
        return place
    # Coordinates are those of the most exact name; a state comes last (`Kharkiv, Ukraine`, `between Iraq and Syria`).
    country = next((s.country for s in reversed(spots) if s.country), None)
    for spot in spots:
        if spot.lat is not None and spot.kind not in ("state", "world"):
            return structs.replace(place, name=spot.text, country=spot.country or country, lat=spot.lat, lon=spot.lon)
    return structs.replace(place, country=country)


class _Text:
    """The words of a text, what is known of them, and what stands around."""

    def __init__(self, text: str, tables: Tables, sites: Gazetteer, on: str | None) -> None:
        self.text, self.tables, self.sites, self.cues = text, tables, sites, sites.cues
        self.words = split.__wrapped__(text)  # a whole text is read once, so there is nothing to remember it for
        self.marks = list(marks(text, self.words, tables, on))
        self.at = {i: m for m in self.marks for i in range(m.first, m.last)}
        for mark in self.marks:
            self._take_unit(mark)
        self.titled = self._titled()

    def _take_unit(self, mark: Mark) -> None:
        """Count the noun that says what a place is into its name (`Dallas County`)."""
        after = self.after(mark)
        if not mark.options or "state" in mark.kinds or after is None:
            return
        if after.cap and self.cue(after, "division") and mark.last not in self.at:
            self.at[mark.last] = mark
            mark.last, mark.unit = mark.last + 1, True

    def _titled(self) -> list[bool]:
        """For each word whether its line capitalises nearly all words but short ones, so that capitals tell nothing there."""
        lines = [0] * len(self.words)
        for i in range(1, len(self.words)):
            lines[i] = lines[i - 1] + ("\n" in self.gap(i))
        long = [(n, w) for n, w in zip(lines, self.words, strict=True) if w.end - w.start > 3]
        counts, capitals = Counter(n for n, _ in long), Counter(n for n, w in long if w.cap)
        return [counts[n] > 3 and capitals[n] > 0.8 * counts[n] for n in lines]

    def cue(self, word: Word, *names: str) -> bool:
        """Whether a word stands in one of these lists of cues."""
        return any(word.norm in self.cues[name] for name in names)

    def gap(self, at: int) -> str:
        """What stands between a word and the one before."""
        return self.text[self.words[at - 1].end if at else 0 : self.words[at].start]

    def before(self, mark: Mark) -> Word | None:
        """The word right before, with nothing but a blank, a hyphen or a title's dot between."""
        if not mark.first:
            return None
        word, gap = self.words[mark.first - 1], self.gap(mark.first)
        dotted = gap == ". " and (len(word.norm) < 2 or word.norm in listed("titles"))
        return word if dotted or self.words[mark.first].joined or (gap and not gap.strip(" \xa0")) else None

    def after(self, mark: Mark) -> Word | None:
        """The word right after, with nothing but a blank or a hyphen between."""
        if mark.last == len(self.words) or self.words[mark.last - 1].possessive:
            return None
        return self.words[mark.last] if self.gap(mark.last) in (" ", "-", "\xa0") else None

    def runs_on(self, at: int) -> bool:
        """Whether a capitalised word follows with only a blank or a hyphen between."""
        if at + 1 >= len(self.words) or self.words[at].possessive:
            return False
        return self.words[at + 1].cap and self.gap(at + 1) in (" ", "-")

    def between(self, one: Mark, other: Mark) -> str:
        """What stands between two marks."""
        return self.text[self.words[one.last - 1].end : self.words[other.first].start]

    def opens(self, at: int) -> bool:
        """Whether a word opens a sentence."""
        return not at or not _ENDS.isdisjoint(self.gap(at))

    def lead(self, first: int) -> str:
        """The preposition that leads to a place which begins here, past `the` and directions; empty when there is none."""
        at = first - 1
        while at > 0 and self.cue(self.words[at], "skipped"):
            at -= 1
        if at < 0:
            return ""
        word, whose = self.words[at], self.words[max(at - 1, 0)]
        part = word.norm == "of" and self.cue(whose, "part") and not whose.cap
        return word.norm if part or self.cue(word, "at", "towards") else ""

    def led(self, mark: Mark) -> bool:
        """Whether a preposition stands before the mark that leads to places and hardly to persons."""
        return self.lead(mark.first) in self.cues["at"]

    def norms(self, mark: Mark) -> str:
        """The words of the mark's name as they are compared, without the noun that says what it is."""
        return " ".join(w.norm for w in self.words[mark.first : mark.last - mark.unit])

    def single(self, mark: Mark) -> bool:
        """Whether the mark is one word."""
        return mark.last - mark.first == 1

    def given(self, at: int) -> bool:
        """Whether a word begins a person's name: a given name, a title or an initial."""
        norm = self.words[at].norm
        initial = len(norm) == 1 and self.text.startswith(".", self.words[at].end)
        return initial or norm in listed("men") or norm in listed("women") or norm in listed("titles")

    def like_a_person(self, word: Word) -> bool:
        """Whether persons bear the name too."""
        norm = word.norm
        return norm in self.tables.surnames or norm in self.tables.given_names or norm in listed("men") or norm in listed("women")

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


class _Page(_Text):
    """One text while its places are sought; `certain` as for `places`."""

    def __init__(self, text: str, tables: Tables, sites: Gazetteer, on: str | None, certain: bool) -> None:
        super().__init__(text, tables, sites, on)
        self.certain = certain
        self.holder: dict[Mark, Mark] = {}
        """By place, the one that the text says holds it (`Paris, Texas`)."""
        self.told: Counter[str] = Counter()
        """How often the text tells of each state."""

    def spots(self) -> list[PlaceSpot]:
        """The places, chosen among all that bear the names."""
        for mark in self.marks:
            countries = mark.told or {s.country for s in mark.options if s.kind in ("region", "area")}
            if len(countries) == 1:
                self.told.update(c for c in countries if c)
        for mark, following in pairwise([m for m in self.marks if m.options]):
            if self._holds(mark, following):
                self.holder[mark] = following
            elif self._elsewhere(mark, following):
                self._forget(mark)
        held = {self.norms(m) for m in self.holder}
        for mark in self.marks:
            # A county has its name in common with towns anywhere, so that only its state tells where it is.
            county = mark.unit and self.words[mark.last - 1].norm == "county"
            if county and not mark.filed and self.norms(mark) not in held:
                self._forget(mark)
        candidates = [m for m in self.marks if m.options]
        found = self._settled(self._named(candidates) if self.certain else self._kept(candidates))
        return sorted([*found.values(), *self._unknown(found)], key=lambda s: s.start)

    # Whether a mark is a place

    def _named(self, candidates: Sequence[Mark]) -> list[Mark]:
        """The marks of a text that names a place, without parts of names that nobody knows; a word only if it is all there is."""
        whole = [m for m in candidates if not self._bound(m) and (self._well_known(m) or not self._runs_into_a_name(m))]
        capitals = sum(w.cap for w in self.words)
        return [m for m in whole if self.norms(m) not in self.sites.words or capitals == m.last - m.first]

    def _well_known(self, mark: Mark) -> bool:
        """Whether hardly anything else is so called."""
        return bool(mark.filed) or mark.kinds != {"city"} or any(not 0 < s.population < BIG for s in mark.options)

    def _runs_into_a_name(self, mark: Mark) -> bool:
        """Whether a word follows that makes a longer name of both (`Bani Zela`)."""
        after = self.after(mark)
        if not after or not after.cap or mark.last in self.at or after.norm in self.tables.offices:
            return False
        return after.norm not in self.sites.words and not self.cue(after, "namesake", "head", "division", "direction")

    def _kept(self, candidates: Sequence[Mark]) -> list[Mark]:
        """The marks that are places; what one mention proves a place is one wherever its name can stand for it."""
        persons = self.persons()
        no_sense = {m for m in candidates if not m.sure and (self._part_of_a_name(m) or self._other_sense(m, persons))}
        unproved = {m for m in candidates if m not in no_sense and not m.sure and not self._proved(m, no_sense)}
        good = [m for m in candidates if m not in no_sense and m not in unproved]
        proofs = {self.norms(m) for m in good if self._proves(m)} - self.sites.words
        return [m for m in candidates if m not in no_sense and (m not in unproved or self.norms(m) in proofs)]

    def _proves(self, mark: Mark) -> bool:
        """Whether a mention shows what the name means throughout the text."""
        return mark in self.holder or (self.led(mark) and not self.like_a_person(self.words[mark.first]))

    def _part_of_a_name(self, mark: Mark) -> bool:
        """Whether the words around make the mark part of a longer name that is no place."""
        before, after = self.before(mark), self.after(mark)
        if before and before.cap and self._name_before(mark, before):
            return True
        if after and self._name_after(mark, after):
            return True
        first = mark.first
        owned = first > 1 and self.words[first - 1].norm in ("of", "for") and self.cue(self.words[first - 2], "namesake")
        return owned or self._bound(mark)

    def _name_before(self, mark: Mark, before: Word) -> bool:
        """Whether the capitalised word before makes one name of both."""
        state = "state" in mark.kinds
        if self.given(mark.first - 1) or self.cue(before, "ship"):
            return not state
        if self._apart_from(mark, before) or state:
            return False
        if before.norm in self.tables.offices:
            return not mark.filed
        opens = self.opens(mark.first - 1) and not self.like_a_person(self.words[mark.first])
        return not self.titled[mark.first] and not opens

    def _apart_from(self, mark: Mark, before: Word) -> bool:
        """Whether the capitalised word before is known to stand by itself (`Northern Iraq`, `While Iraq`, `British Columbia`)."""
        known = self.at.get(mark.first - 1)
        if known and before.norm not in self.sites.words and known.kinds != {"city"}:
            return not known.person
        grammar = any(before.norm in listed(name) for name in ("determiners", "openers", "pronouns"))
        return grammar or before.upper or self.cue(before, "at", "towards", "direction", "calendar")

    def _name_after(self, mark: Mark, after: Word) -> bool:
        """Whether the word after makes a longer name of both, one that is no place."""
        if not after.cap or after.upper or any(c.isdigit() for c in after.norm):
            return self.cue(after, "ailment") and "state" not in mark.kinds
        word = self.words[mark.first]
        if self.single(mark) and word.upper:
            return False  # `US Navy`, `U.S. Centers for Disease Control`
        known = self.at.get(mark.last)
        if self.single(mark) and self.like_a_person(word) and not mark.filed and (known is None or known.kinds == {"city"}):
            return True
        if self.titled[mark.first]:
            return word.norm in self.tables.given_names
        return not self._apart(mark.last)

    def _apart(self, at: int) -> bool:
        """Whether the capitalised words from here on leave what stands before them a place (`Boston Police Chief`)."""
        word = self.words[at]
        known = self.at.get(at)
        if known and word.norm not in self.sites.words and known.kinds != {"city"}:
            return True
        if self.given(at):
            # `in South Sudan David Shearer said`, `Virginia Sen. Tim Kaine`
            return word.norm in listed("titles") or not self.like_a_person(self.words[at - 1])
        while not self._governs(word) and self.runs_on(at):
            at += 1
            word = self.words[at]
        return self._governs(word) or self.cue(word, "calendar") or word.norm in listed("openers")

    def _governs(self, word: Word) -> bool:
        """Whether a word is an office or a body that a place has (`Police`), not one that is named after it (`University`)."""
        office = self.tables.offices.get(word.norm)
        return self.cue(word, "head") or (office is not None and office.sector in _PUBLIC)

    def _bound(self, mark: Mark) -> bool:
        """Whether a sign or a particle makes the mark part of something else (`anti-Moscow`, `Kerry-Ann`, `US$5`)."""
        first, last = mark.first, mark.last
        before = self.words[first - 1] if first else None
        if before and before.norm in listed("particles") and not before.cap and first > 1 and not mark.filed:
            return self.words[first - 2].cap
        if before and self.words[first].joined:
            return before.norm in listed("not of") or (before.cap and first - 1 not in self.at and not mark.filed)
        if last < len(self.words) and self.words[last].joined and self.words[last].cap:
            return self.like_a_person(self.words[first]) or last not in self.at
        return self.text.startswith(("$", " & "), self.words[last - 1].end)

    def _other_sense(self, mark: Mark, persons: frozenset[str]) -> bool:
        """Whether a mark is a government, a person or a time of the year rather than a place."""
        word, single, lead = self.words[mark.first], self.single(mark), self.lead(mark.first)
        sure = bool(mark.filed or mark.kinds & _SURE)
        if single and word.norm in persons and mark not in self.holder and not (sure and lead) and "world" not in mark.kinds:
            return True
        if lead or mark in self.holder:
            return self.cue(word, "calendar")
        after = self.after(mark)
        if after and self.cue(after, "speech") and (single or mark.capital) and "state" not in mark.kinds:
            return True
        return bool(single and not sure and _AGED.match(self.text, word.end))

    def _proved(self, mark: Mark, others: set[Mark]) -> bool:
        """Whether something shows that a name which other things bear too is a place here; `others` are no places."""
        if mark in self.holder or mark.kinds & {"state", "world"}:
            return True
        word, size = self.words[mark.first], max((s.population for s in mark.options), default=0)
        if self.single(mark) and word.norm in self.sites.words:
            return (self.led(mark) or self._in_list(mark, others)) and size >= _SMALL and not self.opens(mark.first)
        if mark.shared:
            return self.led(mark) and (self.lead(mark.first) != "at" or self.words[mark.first - 1].norm == "the")
        if self.single(mark) and self.like_a_person(word):
            return self._shown(mark, size) or self._in_list(mark, others)
        return self._well_known(mark) or self._town_proved(mark, size, others)

    def _shown(self, mark: Mark, size: int) -> bool:
        """Whether a name that persons bear is a place's here."""
        if mark.filed:
            return bool(self.lead(mark.first)) or size >= BIG or bool(mark.kinds & _SURE)
        named = self.words[mark.first].possessive or self.words[mark.first - 1].norm == "the"  # `in the Martin case`
        told = any(s.country in self.told for s in mark.options)
        return (self.led(mark) and not named and told) or self._division_after(mark)

    def _town_proved(self, mark: Mark, size: int, others: set[Mark]) -> bool:
        """Whether the text has a place for a town that our tables do not name."""
        lead, word = self.lead(mark.first), self.words[mark.first]
        if self.single(mark) and word.upper and not self.titled[mark.first] and len(word.norm) < 5:
            return False  # an abbreviation
        if lead and size >= _SMALL:
            return True
        if any(s.country in self.told for s in mark.options):
            return bool(lead) or size >= _SMALL or mark.unit or self._division_after(mark) or self._in_list(mark, others)
        return self.led(mark) and len({s.country for s in mark.options}) == 1 and not self.told

    def _division_after(self, mark: Mark) -> bool:
        following = self.words[mark.last].norm if mark.last < len(self.words) else ""
        return following in self.cues["division"] - {"state", "island"}

    def _in_list(self, mark: Mark, others: set[Mark]) -> bool:
        """Whether the mark stands in a row with a place that is none but a place (`Tyler, Abilene and Texas`)."""
        for at in (mark.first - 1, mark.last, mark.first - 2, mark.last + 1):
            other = self.at.get(at)
            if other is None or other is mark or other in others:
                continue
            one, two = (other, mark) if other.first < mark.first else (mark, other)
            sure = other.filed or other.kinds - {"city"} or any(s.population >= _SMALL for s in other.options)
            if other.options and sure and _LISTED.fullmatch(self.between(one, two)):
                return True
        return False

    # Which place lies in which

    def _holds(self, mark: Mark, holder: Mark) -> bool:
        """Whether the text says that one place lies in the next (`Paris, Texas`, `Goma, DR Congo`)."""
        if self.words[mark.last - 1].possessive or not _WITHIN.fullmatch(self.between(mark, holder)):
            return False
        # Of regions in a row (`Washington, Oregon and Idaho`) none holds another.
        if "region" in mark.kinds and "region" in holder.kinds and self._beside_region(mark, holder):
            return False
        return bool(self._pairs(mark, holder))

    def _beside_region(self, first: Mark, last: Mark) -> bool:
        """Whether the row of two goes on with a region or a state on either side."""
        at = self.marks.index(first)
        before, after = self.marks[max(0, at - 1) : at], self.marks[at + 2 : at + 3]
        rows = [(m, m, first) for m in before] + [(m, last, m) for m in after]
        return any(m.kinds & {"region", "state"} and _LISTED.fullmatch(self.between(one, two)) for m, one, two in rows)

    def _pairs(self, mark: Mark, holder: Mark) -> list[tuple[Site, Site]]:
        """Every place of the first name with every one of the second that may hold it."""
        # `Paris, the United States and China` is a row, whatever the towns of Texas are called.
        least = max(self._fame(mark, s) for s in mark.options) - (1.0 if "the" in self.between(mark, holder) else 2.6)
        pairs = [(s, h) for s in mark.options for h in holder.options if self._inside(mark, s, h)]
        return [(s, h) for s, h in pairs if h.kind != "state" or self._fame(mark, s) > least]

    def _inside(self, mark: Mark, site: Site, holder: Site) -> bool:
        """Whether one site may lie in the other."""
        if site.country != holder.country or site is holder:
            return False
        if holder.kind == "state":  # in `China, Japan` the first is no town of Japan
            return site.kind == "region" if "state" in mark.kinds else site.kind != "state"
        if holder.kind not in ("region", "island", "area") or site.kind != "city":
            return False
        far = distance(site, holder)
        if holder.kind != "region" or far > _HOLDS:
            return far < _HOLDS
        nearest = min((distance(site, r) for r in self.sites.regions.get(site.country, ())), default=0.0)
        # Border towns may lie nearer to a neighbour's middle (Pensacola to Alabama's), but where the name is a region's as well
        # (`California, New Jersey`) only a town that lies well inside will do.
        wide = 1.2 if "region" in mark.kinds else 2.5
        return far < wide * nearest + 50

    def _elsewhere(self, mark: Mark, holder: Mark) -> bool:
        """Whether the text puts a town into a region where nobody knows one of that name, so that it is none of those known."""
        if self.between(mark, holder) != ", " or mark.filed or mark.kinds != {"city"} or "region" not in holder.kinds:
            return False
        if any(s.population >= BIG for s in mark.options) or self._pairs(mark, holder):
            return False
        return holder.sure or mark.unit or bool(self.lead(mark.first))

    def _forget(self, mark: Mark) -> None:
        """Take a mark for a name that nobody knows, if all it may be are towns."""
        if not mark.options or mark.kinds != {"city"}:
            return
        mark.options = ()
        for i in range(mark.first, mark.last):
            del self.at[i]

    # Which place of the name

    def _settled(self, kept: Sequence[Mark]) -> dict[Mark, PlaceSpot]:
        """The place of each mark, one for a name; what the text settles first, since it tells where the others may lie."""
        anchors: list[Site] = []
        chosen: dict[tuple[str, bool], Choice] = {}
        found: dict[Mark, PlaceSpot] = {}
        held = set(self.holder.values())
        for mark in sorted(kept, key=lambda m: (m not in self.holder, len(m.options) > 1, m.first)):
            options = self._as_region(mark, mark in held) or mark.options
            which = (self.norms(mark), options is mark.options)
            if mark in self.holder:
                choice = self._held(mark, self.holder[mark])
                chosen.setdefault(which, (choice[0], 0.9, "the text says elsewhere where it lies"))
            else:
                choice = chosen.get(which) or self._choice(mark, options, anchors)
                chosen[which] = choice
            if choice[0].kind not in ("state", "world") and choice[0] not in anchors:
                anchors.append(choice[0])
            found[mark] = self._spot(self.words[mark.first].start, self.words[mark.last - 1].end, *choice)
        return found

    def _spot(self, start: int, end: int, site: Site, score: float, reason: str) -> PlaceSpot:
        return PlaceSpot(
            start, end, self.text[start:end], site.name, site.country or None, site.lat, site.lon, site.kind, score, reason
        )

    def _as_region(self, mark: Mark, held: bool) -> tuple[Site, ...]:
        """The regions of the name, where the text shows that it means one (`New York state`, `Buffalo, New York`)."""
        after = self.after(mark)
        if held or (after is not None and self.cue(after, "governed")):
            return tuple(s for s in mark.options if s.kind == "region")
        return ()

    def _held(self, mark: Mark, holder: Mark) -> Choice:
        site, inside = min(
            self._pairs(mark, holder),
            key=lambda p: (p[1].kind == "state", 0.0 if p[1].kind == "state" else distance(*p), -self._weight(mark, p[0], ())),
        )
        return site, 0.95, f"the text puts it in {inside.name}"

    def _choice(self, mark: Mark, options: Sequence[Site], anchors: Sequence[Site]) -> Choice:
        """The most likely of the places, how likely it is, and why."""
        if len(options) == 1:
            known = mark.filed or options[0].kind != "city"
            return options[0], 0.9 if known else 0.7, "nothing else of that name is known"
        weights = sorted(((self._weight(mark, s, anchors), -i) for i, s in enumerate(options)), reverse=True)
        best = options[-weights[0][1]]
        share = 1 / sum(10 ** (w - weights[0][0]) for w, _ in weights)
        told = best.country in self.told
        return best, round(0.9 * share, 2), "the text is about its state" if told else "the best known of that name"

    def _weight(self, mark: Mark, site: Site, anchors: Sequence[Site]) -> float:
        """How well a place is known and how well it fits the text, on the scale of a decimal logarithm."""
        weight = self._fame(mark, site)
        told = self.told[site.country]
        if told or not site.country:
            weight += 1.0 + 1.5 * told / (self.told.total() or 1)
        if any(distance(site, a) < 300 for a in anchors):
            weight += 0.5
        return weight

    def _fame(self, mark: Mark, site: Site) -> float:
        """How well a place is known anywhere, on the same scale."""
        fame = log10(site.population + 10) if site.population else _WEIGHTS.get(site.kind, _OTHER_WEIGHT)
        if site is mark.capital:
            return fame + 1.5
        return fame + 0.7 * ((site.country, site.kind == "city") in mark.filed)

    # Places that nobody knows

    def _unknown(self, found: dict[Mark, PlaceSpot]) -> Iterator[PlaceSpot]:
        """Names that the text says are places (`Pandi, Bulacan`, `the village of Ciocile`), with the point of what holds them."""
        holders = {m.first: s for m, s in found.items() if not self.words[m.last - 1].possessive}
        at = 0
        while at < len(self.words):
            last = at
            if self._nameless(at) and (self.certain or not self.opens(at)):
                while self.runs_on(last) and self._nameless(last + 1):
                    last += 1
                spot = self._placed(at, last, holders.get(last + 1))
                if spot:
                    yield spot
            at = last + 1

    def _nameless(self, at: int) -> bool:
        """Whether a word may belong to a place's name that nobody knows."""
        word = self.words[at]
        if not word.cap or word.upper or at in self.at:
            return False
        body = word.norm in self.sites.words or word.norm in self.tables.offices or self.cue(word, "namesake", "head")
        return self.cue(word, "county") or not body

    def _placed(self, first: int, last: int, holder: PlaceSpot | None) -> PlaceSpot | None:
        """The place a nameless run of words is, if its surroundings say that it is one."""
        start, end = self.words[first].start, self.words[last].end
        lead = self.lead(first)
        gap = self.text[end : holder.start] if holder else ""
        if gap != ", " and not (gap == " in " and lead in self.cues["at"]):
            holder = None
        called = lead == "of" and first > 1 and self.cue(self.words[first - 2], "settlement")
        county = last > first and self.cue(self.words[last], "county")
        if not (called or county or (holder and (lead or self.certain))):
            return None
        country = holder.country if holder else None
        near = holder if holder and holder.kind not in ("state", "world") else None
        site = Site(self.text[start:end], country or "", near.lat if near else None, near.lon if near else None, kind="unknown")
        return self._spot(start, end, site, 0.4, f"the text puts it in {holder.name}" if holder else "the text calls it a place")
