"""Find the places a text names, and say for each in which state and where on the map it lies.

Three steps: `_marks` finds what the tables and the gazetteer know, longest first; `_Page.refusal` says which of these are persons,
bodies or ordinary words; `_Page.choice` picks among the places that bear the name. Reasons are kept with what was chosen.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log10

from msgspec import structs

from facta.records import Where
from facta.resolve.gazetteer import LONGEST, Gazetteer, Site, distance, load_gazetteer
from facta.resolve.tables import PLACES, Entry, Tables
from facta.resolve.words import Word, listed, split

_AT = frozenset("in at near outside inside around within across throughout".split())
"""Before a place; before a person's name they hardly stand."""
_TOWARDS = frozenset("from to of through toward towards via between over off into onto beyond past reached leaving left".split())
_SKIPPED = frozenset("the nearby downtown central greater rural coastal northern southern eastern western north south east west".split())
"""Words between a preposition and the place."""
_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern "
    "southeastern southwestern central greater downtown inner outer upper lower mainland rural mid metropolitan suburban".split()
)
_DIVISIONS = frozenset(
    "county province prefecture governorate district region oblast state territory municipality parish township "
    "city town village island islands valley peninsula airport border division borough suburb provinces counties states".split()
)
"""Nouns that make the capitalised name before them a place."""
_SETTLEMENTS = frozenset("city town village villages towns cities community hamlet suburb district province county island port".split())
"""Nouns that say what the name behind `of` is."""
_UNITS = frozenset({"county", "province", "prefecture", "governorate", "district", "township"})
_NAMED_AFTER = frozenset(
    "university college church bank museum institute school duke duchess prince princess earl bishop archbishop treaty battle "
    "voice radio times declaration agreement accords convention protocol".split()
)
"""Heads of names `... of X` that are no place themselves."""
_GOVERNED = frozenset("state governor legislature lawmakers statehouse senate".split())
"""What regions have and cities have not."""
_HEADS = frozenset("secretary director commissioner chief department authority airport resident residents native".split())
_PUBLIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""Sectors of the codebook whose offices every state or town has."""
_AILMENTS = frozenset("virus fever disease flu syndrome encephalitis ebolavirus convention treaty".split())
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday "
    "friday saturday sunday today".split()
)
_SPEECH = frozenset(
    "said says told warned warns accused accuses denied denies urged urges vowed vows insisted insists rejected rejects "
    "condemned condemns wants hopes fears believes argued argues replied hailed".split()
)
"""What a capital does when it stands for its government, and a person of the same name."""
_WEIGHTS = {"state": 8.0, "world": 7.0, "sea": 6.5, "region": 6.3, "area": 6.3, "city": 5.5}
"""Size of what is no city of known population, on the scale of a city's decimal logarithm of people."""
_OTHER_WEIGHT = 6.0
_SURE = frozenset({"state", "world", "region", "area"})
"""Kinds of places whose names hardly anything else bears."""
_BIG, _SMALL = 300_000, 100_000
"""People: a city above the first is a place wherever its name stands; below the second its state must be named or it be alone."""
_SAME = 60.0
"""Km between two points of one city at most."""
_HOLDS = 900.0
"""Km from the middle of the largest regions to their farthest towns."""
_GAP = re.compile(r"\.?\s")
_JOINT = re.compile(r"[.'’]?s?[.'’]?[\s/‐‑–-]*")
"""What may stand between the words of a name: a blank, a hyphen, the dot of an abbreviation, an apostrophe with its s."""
_LISTED = re.compile(r"(?:,\s+(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+)(?:in\s+)?(?:the\s+)?|\s*[/–—-]\s*")
_WITHIN = re.compile(r",\s+(?:in\s+)?(?:the\s+)?|\s+\(|\s+in\s+(?:the\s+)?(?:\w+\s+)?|\s+")
_AGED = re.compile(r",\s\d{1,2}\b(?!\s\w+\s\d{4})")


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
    """0 to 1: how sure it is that this is a place, and this one."""
    reason: str
    """Why this one, in words."""


@dataclass(slots=True, eq=False)
class _Mark:
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
    doubt: str = ""
    """Why it is no place; empty when it is one."""
    holder: "_Mark | None" = None
    """The place that the text says holds it (`Paris, Texas`)."""
    holds: bool = False
    """It is the holder of another."""
    spot: PlaceSpot | None = field(default=None, repr=False)


def places(text: str, tables: Tables, on: str | None = None, *, certain: bool = False) -> list[PlaceSpot]:
    """Every place a text names, in reading order, none overlapping.

    `on` is the date (ISO, any precision) of which names of states are understood. With `certain` the text is known to name a place
    (`the embassy in Tunis`), so that its names need not prove that they are no persons or words.
    """
    return _Page(text, tables, load_gazetteer(), on, certain).spots()


def locate(place: Where, tables: Tables, on: str | None = None) -> Where:
    """The place with the state it lies in and its point in degrees; unknown values stay null, and a state has no point."""
    written = place.text or place.name
    spots = places(written, tables, on, certain=True)
    if not spots:
        return place
    # The last name holds the first (`Kharkiv, Ukraine`, `the embassy in Tunis`); coordinates are those of the most exact one.
    country = next((s.country for s in reversed(spots) if s.country), None)
    for spot in spots:
        if spot.lat is not None and spot.kind not in ("state", "world"):
            return structs.replace(place, name=spot.text, country=country, lat=spot.lat, lon=spot.lon)
    return structs.replace(place, country=country)


def _marks(text: str, words: Sequence[Word], tables: Tables, sites: Gazetteer, on: str | None) -> Iterator[_Mark]:
    """What is known in a run of words, longest first from the left."""
    at, before = 0, None
    while at < len(words):
        mark = _code(text, words, at, sites) if before and before.last == at and before.options else None
        if mark is None and _may_begin(words, at):
            mark = _longest(text, words, at, tables, sites, on)
        if mark:
            yield mark
        before, at = mark, mark.last if mark else at + 1


def _code(text: str, words: Sequence[Word], at: int, sites: Gazetteer) -> _Mark | None:
    """A region's code or abbreviation behind a town (`Gary, Ind.`, `Gary, IN`)."""
    word = words[at]
    site = sites.codes.get(word.norm)
    if site is None or not word.cap or text[words[at - 1].end : word.start] != ", ":
        return None
    written = word.upper or text[word.end : word.end + 1] == "."
    return _Mark(at, at + 1, (site,), frozenset({site.country}), sure=True) if written else None


def _may_begin(words: Sequence[Word], at: int) -> bool:
    """Whether a name may begin here: at a capital, or at an Arabic article bound to one (`al-Qaim`)."""
    if words[at].cap:
        return True
    return len(words[at].norm) < 4 and at + 1 < len(words) and words[at + 1].joined and words[at + 1].cap


def _longest(
    text: str, words: Sequence[Word], at: int, tables: Tables, sites: Gazetteer, on: str | None
) -> _Mark | None:
    """What the most words from here on name."""
    run = words[at : _stop(text, words, at, max(LONGEST, tables.reach.get(words[at].norm, 0)))]
    norms = [w.norm for w in run]
    for size in range(len(run), 0, -1):
        if text[run[size - 1].start : run[size - 1].end].islower():
            continue
        filed = " ".join(norms[:size])
        entries = _meant(tables.names.get(filed, ()), run[:size], on)
        found = sites.find(filed if "st" not in norms else " ".join("saint" if n == "st" else n for n in norms[:size]))
        if filed in sites.capitals and not run[0].upper:
            found = ()
        if size > 1 and (filed in tables.people or filed in sites.words):
            return _Mark(at, at + size, doubt="a person or a phrase")
        if entries or found:
            return _mark(at, at + size, norms[0], entries, found, tables, sites)
    return None


def _stop(text: str, words: Sequence[Word], at: int, most: int) -> int:
    """Index after the last word that a name beginning here may have: none goes beyond a comma or another sign."""
    for i in range(at + 1, min(len(words), at + most)):
        if not _JOINT.fullmatch(text, words[i - 1].end, words[i].start):
            return i
    return min(len(words), at + most)


def _meant(entries: Sequence[Entry], words: Sequence[Word], on: str | None) -> list[Entry]:
    """The meanings that are so written, without the blocked, those of the date first."""
    written = [e for e in entries if e.kind != "blocked" and (all(w.upper for w in words) if e.upper else words[0].cap)]
    return [e for e in written if e.holds(on)] or written


def _mark(
    first: int, last: int, norm: str, entries: Sequence[Entry], found: tuple[Site, ...], tables: Tables, sites: Gazetteer
) -> _Mark:
    """A mark whose first word is `norm`, with all it may be."""
    told = frozenset(e.country for e in entries if e.country and e.kind in ("state", "demonym", "people"))
    filed = frozenset((e.country, e.what != "region") for e in entries if e.country and (e.kind == "capital" or _is_place(e)))
    exact = {s.country for s in found if s.kind != "city"}
    states = tuple(
        sites.states[e.country] for e in entries if e.kind == "state" and e.country in sites.states and e.country not in exact
    )
    capital = next(filter(None, (_capital(e, norm, found, tables) for e in entries)), None)
    if capital:
        found = (capital, *(s for s in found if s.kind != "city" or distance(s, capital) >= _SAME))
    if not found and not states:
        found = tuple(Site(e.name, e.country, None, None) for e in entries if e.country and _is_place(e) and e.what != "region")
    options = () if told and not states and not exact else (*states, *found)
    return _Mark(
        first, last, options, told or frozenset(c for c, _ in filed), filed, capital,
        shared=not capital and any(_is_body(e) for e in entries), doubt="" if options else "a body or a people",
    )  # fmt: skip


def _capital(entry: Entry, norm: str, found: tuple[Site, ...], tables: Tables) -> Site | None:
    """The capital that an entry means, if it begins with this word: a state's point is that of its first capital."""
    state = tables.states.get(entry.country or "")
    if entry.kind != "capital" or state is None or split(state.capital)[0].norm != norm:
        return None
    point = Site(state.capital, state.iso3, state.lat, state.lon)
    return structs.replace(point, population=max([_BIG, *(s.population for s in found if distance(s, point) < _SAME)]))


def _is_body(entry: Entry) -> bool:
    """Whether a meaning is no place: a firm, an outlet, a union of states; a continent is filed as nobody's organisation."""
    if entry.kind == "institution":
        return entry.what not in ("region", "city")
    return entry.kind in ("group", "outlet") or (entry.kind == "organisation" and entry.country != "INT")


def _is_place(entry: Entry) -> bool:
    return entry.kind == "institution" and entry.what in PLACES


class _Page:
    """One text while its places are sought."""

    def __init__(self, text: str, tables: Tables, sites: Gazetteer, on: str | None, certain: bool) -> None:
        self.text, self.tables, self.sites, self.certain = text, tables, sites, certain
        self.words = split.__wrapped__(text)  # a whole text is read once, so there is nothing to remember it for
        self.marks = list(_marks(text, self.words, tables, sites, on))
        self.at = {i: m for m in self.marks for i in range(m.first, m.last)}
        self.titled = _titled(text, self.words)
        self.persons = self._persons()
        self.told: Counter[str] = Counter()

    def spots(self) -> list[PlaceSpot]:
        """The places, chosen among all that bear the names."""
        self._weigh()
        for mark, following in pairwise([m for m in self.marks if m.options]):
            if self._holds(mark, following):
                mark.holder, following.holds = following, True
            elif self._elsewhere(mark, following):
                self._forget(mark)
        open_marks = [m for m in self.marks if m.options]
        if not self.certain:
            self._refuse(open_marks)
        kept = self._settled([m for m in open_marks if not m.doubt])
        found = [self._spot(m) for m in kept]
        return sorted([*found, *self._unknown(kept)], key=lambda s: s.start)

    # Which states the text is about

    def _weigh(self) -> None:
        for mark in self.marks:
            countries = mark.told or {s.country for s in mark.options if s.kind == "region"}
            if len(countries) == 1:
                self.told.update(c for c in countries if c)

    # What stands around a mark

    def _before(self, mark: _Mark) -> Word | None:
        """The word right before, with nothing but a blank (or a title's dot) between."""
        if not mark.first:
            return None
        word, first = self.words[mark.first - 1], self.words[mark.first]
        gap = self.text[word.end : first.start]
        dotted = gap == ". " and (len(word.norm) < 2 or word.norm in listed("titles"))
        return word if dotted or first.joined or (gap and not gap.strip(" \xa0")) else None

    def _after(self, mark: _Mark) -> Word | None:
        if mark.last == len(self.words) or self.words[mark.last - 1].possessive:
            return None
        word = self.words[mark.last]
        return word if self.text[self.words[mark.last - 1].end : word.start] in (" ", "-") else None

    def _between(self, one: _Mark, other: _Mark) -> str:
        return self.text[self.words[one.last - 1].end : self.words[other.first].start]

    def _opens(self, at: int) -> bool:
        """Whether a word opens a sentence."""
        gap = self.text[self.words[at - 1].end : self.words[at].start] if at else "."
        return any(c in gap for c in ".!?:\n“\"")

    def _lead(self, mark: _Mark) -> str:
        """The preposition before a mark, past `the` and directions; empty when there is none."""
        at = mark.first - 1
        while at >= 0 and self.words[at].norm in _SKIPPED:
            at -= 1
        norm = self.words[at].norm if at >= 0 else ""
        return norm if norm in _AT or norm in _TOWARDS else ""

    def _persons(self) -> frozenset[str]:
        """Words of what is written like a person's full name somewhere in the text, the given name left out."""
        found: set[str] = set()
        for i, word in enumerate(self.words[:-1]):
            if word.cap and not word.possessive and self._given(word):
                gap = _GAP.fullmatch(self.text, word.end, self.words[i + 1].start)
                last = i + 1
                while gap and self.words[last].cap and last - i < 4:
                    found.add(self.words[last].norm)
                    if not self._runs_on(last):
                        break
                    last += 1
        return frozenset(found)

    def _given(self, word: Word) -> bool:
        """Whether a word begins a person's name: a given name, a title or an initial."""
        norm = word.norm
        initial = len(norm) == 1 and self.text[word.end : word.end + 1] == "."
        return initial or norm in listed("men") or norm in listed("women") or norm in listed("titles")

    # Whether a mark is a place

    def _refuse(self, marks: Sequence[_Mark]) -> None:
        """Say of each mark why it is no place; what one mention proves a place is one wherever it stands in the text."""
        for mark in marks:
            if not mark.sure:
                mark.doubt = self._part_of_a_name(mark) or self._other_sense(mark) or self._unproved(mark)
        proved = {self._norms(m) for m in marks if not m.doubt and self._proves(m)} - self.sites.words
        for mark in marks:
            if mark.doubt and self._norms(mark) in proved:
                mark.doubt = self._part_of_a_name(mark) or self._other_sense(mark)

    def _proves(self, mark: _Mark) -> bool:
        """Whether a mention shows what the name means throughout the text."""
        return mark.holder is not None or (self._lead(mark) in _AT and not self._like_a_person(self.words[mark.first]))

    def _norms(self, mark: _Mark) -> str:
        return " ".join(w.norm for w in self.words[mark.first : mark.last])

    def _part_of_a_name(self, mark: _Mark) -> str:
        before, after = self._before(mark), self._after(mark)
        if before and before.cap and self._person_before(mark, before):
            return "a person's name"
        if after and self._name_after(mark, after):
            return "part of a longer name"
        if mark.first > 1 and self.words[mark.first - 1].norm in ("of", "for") and self.words[mark.first - 2].norm in _NAMED_AFTER:
            return "part of a longer name"
        return "part of a longer word" if self._joined(mark) else ""

    def _joined(self, mark: _Mark) -> bool:
        """Whether a hyphen makes the mark part of something else (`anti-Moscow`, `Kerry-Ann`, `Ceamurlia de Jos`)."""
        first, last = mark.first, mark.last
        before = self.words[first - 1] if first else None
        if before and self.words[first].joined:
            return before.norm in listed("not of") or (before.cap and first - 1 not in self.at)
        if last < len(self.words) and self.words[last].joined and self.words[last].cap:
            return self._like_a_person(self.words[first]) or self.at.get(last) is None
        if before and before.norm in listed("particles") and not before.cap and first > 1:
            return self.words[first - 2].cap
        return self.text.startswith(("$", " & "), self.words[last - 1].end)

    def _person_before(self, mark: _Mark, before: Word) -> bool:
        """Whether the capitalised word before makes one name of both."""
        state = any(s.kind == "state" for s in mark.options)
        if self._given(before):
            return not state
        if any(before.norm in listed(name) for name in ("determiners", "openers", "pronouns")) or before.norm in _AT | _TOWARDS:
            return False
        known = self.at.get(mark.first - 1)
        if known and before.norm not in self.sites.words and (known.doubt or any(s.kind != "city" for s in known.options)):
            return known.doubt == "a person or a phrase"
        if before.norm in _DIRECTIONS or before.norm in _CALENDAR or before.upper:
            return False
        if before.norm in self.tables.offices:
            return not state and not mark.filed
        opens = self._opens(mark.first - 1) and not self._like_a_person(self.words[mark.first])
        return not state and not self.titled[mark.first] and not opens

    def _name_after(self, mark: _Mark, after: Word) -> bool:
        """Whether the word after makes a longer name of both, one that is no place."""
        if not after.cap or after.upper or any(c.isdigit() for c in after.norm):
            return after.norm in _AILMENTS and not any(s.kind == "state" for s in mark.options)
        single = mark.last - mark.first == 1
        if single and self.words[mark.first].upper:
            return False  # `US Navy`, `U.S. Centers for Disease Control`
        if single and self._given(self.words[mark.first]) and not mark.filed:
            return True
        if self.titled[mark.first]:
            return self.words[mark.first].norm in self.tables.given_names
        return not self._apart(mark.last)

    def _apart(self, at: int) -> bool:
        """Whether the capitalised words from here on leave the place before them a place (`Boston Police Chief`, `Iowa County`)."""
        word = self.words[at]
        if word.norm in _DIVISIONS:
            return not self._runs_on(at) or self._apart(at + 1)
        if at in self.at and word.norm not in self.sites.words and any(s.kind != "city" for s in self.at[at].options):
            return True
        if self._given(word):
            return not self._like_a_person(self.words[at - 1])  # `in South Sudan David Shearer said`
        while not self._governs(word) and self._runs_on(at):
            at += 1
            word = self.words[at]
        return self._governs(word) or word.norm in _CALENDAR or word.norm in listed("openers")

    def _governs(self, word: Word) -> bool:
        """Whether a word is an office or a body that a place has (`Boston Police`), not one that is named after it (`University`)."""
        if word.norm in _HEADS:
            return True
        office = self.tables.offices.get(word.norm)
        return office is not None and office.sector in _PUBLIC

    def _runs_on(self, at: int) -> bool:
        """Whether a capitalised word follows with only a blank between."""
        if at + 1 >= len(self.words) or self.words[at].possessive:
            return False
        return self.words[at + 1].cap and self.text[self.words[at].end : self.words[at + 1].start] == " "

    def _other_sense(self, mark: _Mark) -> str:
        """Why a mark is a government or a person rather than a place."""
        word, single = self.words[mark.first], mark.last - mark.first == 1
        sure = mark.filed or any(s.kind in _SURE for s in mark.options)
        if single and word.norm in self.persons and not mark.holder and not (sure and self._lead(mark)):
            return "a person named elsewhere in the text"
        if self._lead(mark) or mark.holder:
            return "a time of the year" if word.norm in _CALENDAR else ""
        next_word = self.words[mark.last].norm if mark.last < len(self.words) else ""
        state = any(s.kind == "state" for s in mark.options)
        if next_word in _SPEECH and (single or mark.capital) and not word.possessive and self._between_words(mark) == " " and not state:
            return "a government or a person who speaks"
        return "a person, whose age follows" if single and not sure and _AGED.match(self.text, word.end) else ""

    def _between_words(self, mark: _Mark) -> str:
        return self.text[self.words[mark.last - 1].end : self.words[mark.last].start]

    def _unproved(self, mark: _Mark) -> str:
        """Why a name that other things bear too is not taken for a place; empty when something proves it."""
        word, single = self.words[mark.first], mark.last - mark.first == 1
        kinds = {s.kind for s in mark.options}
        if mark.holder or kinds & {"state", "world"} and not mark.shared:
            return ""
        lead, size = self._lead(mark), max((s.population for s in mark.options), default=0)
        if single and word.norm in self.sites.words:
            placed = lead in _AT or self._in_list(mark)
            return "" if placed and size >= _SMALL and not self._opens(mark.first) else "an ordinary word"
        if mark.shared:
            return "" if lead in _AT else "a body"
        told = any(s.country in self.told for s in mark.options)
        if single and not mark.capital and self._like_a_person(word):
            return "" if self._sure_of(mark, lead, size, told) or self._in_list(mark) else "a person"
        if kinds != {"city"} or mark.filed or size >= _BIG or (lead and size >= _SMALL):
            return ""
        if told and (lead or size >= _SMALL or self._in_list(mark) or self._division_after(mark)):
            return ""
        alone = len({s.country for s in mark.options}) == 1 and not self.told
        return "" if alone and lead in _AT else "nothing shows that it is a place"

    def _sure_of(self, mark: _Mark, lead: str, size: int, told: bool) -> bool:
        """Whether a name that persons bear is a place's here."""
        if mark.filed:
            return bool(lead) or size >= _BIG or any(s.kind in _SURE for s in mark.options)
        owned = self.words[mark.first].possessive
        return (lead in _AT and not owned and (told or size >= _BIG)) or self._division_after(mark)

    def _division_after(self, mark: _Mark) -> bool:
        return mark.last < len(self.words) and self.words[mark.last].norm in _DIVISIONS

    def _like_a_person(self, word: Word) -> bool:
        norm = word.norm
        return norm in self.tables.surnames or norm in self.tables.given_names or norm in listed("men") or norm in listed("women")

    def _in_list(self, mark: _Mark) -> bool:
        """Whether the mark stands in a row with a place that is none but a place (`Tyler, Abilene and Texas`)."""
        at = self.marks.index(mark)
        for other in (*self.marks[max(0, at - 1) : at], *self.marks[at + 1 : at + 2]):
            one, two = (other, mark) if other.first < mark.first else (mark, other)
            sure = other.filed or any(s.kind != "city" or s.population >= _SMALL for s in other.options)
            if sure and not other.doubt and _LISTED.fullmatch(self._between(one, two)):
                return True
        return False

    # Which place of the name

    def _holds(self, mark: _Mark, holder: _Mark) -> bool:
        """Whether the text says that one place lies in the next (`Paris, Texas`, `Goma, DR Congo`)."""
        if self.words[mark.last - 1].possessive or not _WITHIN.fullmatch(self._between(mark, holder)):
            return False
        # Of regions in a row (`Washington, Oregon and Idaho`) none holds another.
        if all(any(s.kind == "region" for s in m.options) for m in (mark, holder)) and self._beside_region(mark, holder):
            return False
        return bool(self._pairs(mark, holder))

    def _elsewhere(self, mark: _Mark, holder: _Mark) -> bool:
        """Whether the text puts a town into a region where nobody knows one of that name, so that it is none of those known."""
        if self._between(mark, holder) != ", " or mark.filed or any(s.kind != "city" or s.population >= _BIG for s in mark.options):
            return False
        return bool(self._lead(mark)) and any(s.kind == "region" for s in holder.options) and not self._pairs(mark, holder)

    def _forget(self, mark: _Mark) -> None:
        mark.options = ()
        for i in range(mark.first, mark.last):
            del self.at[i]

    def _beside_region(self, first: _Mark, last: _Mark) -> bool:
        """Whether the row of two goes on with a region or a state on either side."""
        at = self.marks.index(first)
        around = [(m, first) for m in self.marks[max(0, at - 1) : at]] + [(last, m) for m in self.marks[at + 2 : at + 3]]
        return any(
            _LISTED.fullmatch(self._between(one, two))
            and any(s.kind in ("region", "state") for m in (one, two) if m not in (first, last) for s in m.options)
            for one, two in around
        )

    def _pairs(self, mark: _Mark, holder: _Mark) -> list[tuple[Site, Site]]:
        """Every place of the first name with every one of the second that may hold it."""
        state = any(s.kind == "state" for s in mark.options)
        best = max(self._fame(mark, s) for s in mark.options)
        return [
            (s, h) for s in mark.options for h in holder.options
            # `Paris, the United States and China` is a row, whatever the towns of Texas are called.
            if self._inside(s, h, state) and (h.kind != "state" or self._fame(mark, s) > best - 1.7)
        ]  # fmt: skip

    def _inside(self, site: Site, holder: Site, state: bool) -> bool:
        """Whether one site may lie in the other; `state` says that the first is also a state's name (`China, Japan`)."""
        if site.country != holder.country or site is holder:
            return False
        if holder.kind == "state":
            return site.kind == "region" if state else site.kind != "state"
        return holder.kind in ("region", "island", "area") and site.kind == "city" and distance(site, holder) < _HOLDS

    def _settled(self, kept: list[_Mark]) -> list[_Mark]:
        """The marks with the place chosen for each; those that the text settles first, since they tell where the others may lie."""
        anchors: list[Site] = []
        chosen: dict[tuple[str, bool], tuple[Site, float, str]] = {}
        for mark in sorted(kept, key=lambda m: (m.holder is None, len(m.options) > 1, m.first)):
            which = (self._norms(mark), bool(self._as_region(mark)))
            if mark.holder:
                choice = self._held_by(mark, mark.holder)
                chosen.setdefault(which, (choice[0], 0.9, "the text says elsewhere where it lies"))
            elif which in chosen:
                choice = chosen[which]
            else:
                choice = chosen[which] = self._choice(mark, anchors)
            if choice[0].kind not in ("state", "world") and choice[0] not in anchors:
                anchors.append(choice[0])
            mark.spot = self._chosen(mark, *choice)
        return kept

    def _chosen(self, mark: _Mark, site: Site, score: float, reason: str) -> PlaceSpot:
        start, end = self.words[mark.first].start, self.words[self._end(mark) - 1].end
        return PlaceSpot(
            start, end, self.text[start:end], site.name, site.country or None, site.lat, site.lon, site.kind, score, reason
        )

    def _end(self, mark: _Mark) -> int:
        """Index after the mark's last word, a division's name counted in (`Dallas County`)."""
        after = self._after(mark)
        return mark.last + (after is not None and after.cap and after.norm in _DIVISIONS and mark.last not in self.at)

    def _held_by(self, mark: _Mark, holder: _Mark) -> tuple[Site, float, str]:
        pairs = self._pairs(mark, holder)
        site, inside = min(pairs, key=lambda p: (p[1].kind == "state", self._far(p), -self._weight(mark, p[0], ())))
        return site, 0.95, f"the text puts it in {inside.name}"

    def _choice(self, mark: _Mark, anchors: Sequence[Site]) -> tuple[Site, float, str]:
        """The most likely place of the name, how likely it is, and why."""
        options = self._as_region(mark) or mark.options
        if len(options) == 1:
            return options[0], 0.9 if mark.filed or options[0].kind != "city" else 0.7, "nothing else of that name is known"
        weights = sorted(((self._weight(mark, s, anchors), -i) for i, s in enumerate(options)), reverse=True)
        best = options[-weights[0][1]]
        share = 1 / sum(10 ** (w - weights[0][0]) for w, _ in weights)
        told = best.country in self.told
        return best, round(0.9 * share, 2), "the text is about its state" if told else "the best known of that name"

    def _as_region(self, mark: _Mark) -> tuple[Site, ...]:
        """The regions of the name, where the text shows that it means one (`New York state`, `Buffalo, New York`)."""
        after = self._after(mark)
        if mark.holds or (after is not None and after.norm in _GOVERNED):
            return tuple(s for s in mark.options if s.kind == "region")
        return ()

    def _far(self, pair: tuple[Site, Site]) -> float:
        return 0.0 if pair[1].kind == "state" else distance(*pair)

    def _weight(self, mark: _Mark, site: Site, anchors: Sequence[Site]) -> float:
        """How well a place is known and how well it fits the text, on the scale of a decimal logarithm."""
        weight = self._fame(mark, site)
        told = self.told[site.country]
        if told or not site.country:
            weight += 1.0 + 1.5 * told / (self.told.total() or 1)
        if any(distance(site, a) < 300 for a in anchors):
            weight += 0.5
        return weight

    def _fame(self, mark: _Mark, site: Site) -> float:
        """How well a place is known anywhere, on the same scale."""
        fame = log10(site.population + 10) if site.population else _WEIGHTS.get(site.kind, _OTHER_WEIGHT)
        if mark.capital and site.kind == "city" and distance(site, mark.capital) < _SAME:
            return fame + 1.5
        return fame + 0.7 * ((site.country, site.kind == "city") in mark.filed)

    def _spot(self, mark: _Mark) -> PlaceSpot:
        assert mark.spot is not None
        return mark.spot

    # Places that nobody knows

    def _unknown(self, kept: Sequence[_Mark]) -> Iterator[PlaceSpot]:
        """Names that the text says are places (`Pandi, Bulacan`, `the village of Ciocile`), with the point of what holds them."""
        holders = {m.first: self._spot(m) for m in kept}
        at = 0
        while at < len(self.words):
            last = at
            if self._nameless(at) and not self._opens(at):
                while self._runs_on(last) and self._nameless(last + 1):
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
        return word.norm in _UNITS or word.norm not in self.sites.words

    def _placed(self, first: int, last: int, holder: PlaceSpot | None) -> PlaceSpot | None:
        """The place a nameless run of words is, if its surroundings say that it is one."""
        start, end = self.words[first].start, self.words[last].end
        lead = self.words[first - 1].norm if first else ""
        gap = self.text[end : holder.start] if holder else ""
        if holder and not (gap == ", " or (gap == " in " and lead in _AT)):
            holder = None
        named = (lead == "of" and first > 1 and self.words[first - 2].norm in _SETTLEMENTS) or (
            lead and last > first and self.words[last].norm in _UNITS
        )
        if named or (holder and (lead in _AT or lead in _TOWARDS)):
            return self._held(start, end, holder)
        return None

    def _held(self, start: int, end: int, holder: PlaceSpot | None) -> PlaceSpot:
        name = self.text[start:end]
        country = holder.country if holder else None
        near = holder if holder and holder.kind not in ("state", "world") else None
        reason = f"the text puts it in {holder.name}" if holder else "the text calls it a place"
        lat, lon = (near.lat, near.lon) if near else (None, None)
        return PlaceSpot(start, end, name, name, country, lat, lon, "unknown", 0.4, reason)


def _titled(text: str, words: Sequence[Word]) -> list[bool]:
    """For each word whether its line capitalises most of its words, so that capitals tell nothing there."""
    lines = [0] * len(words)
    for i in range(1, len(words)):
        lines[i] = lines[i - 1] + ("\n" in text[words[i - 1].end : words[i].start])
    counts, capitals = Counter(lines), Counter(n for n, w in zip(lines, words, strict=True) if w.cap)
    return [counts[n] > 3 and capitals[n] > 0.6 * counts[n] for n in lines]
