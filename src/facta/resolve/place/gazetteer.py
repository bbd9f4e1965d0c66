"""Where on the map a name can lie: cities from GeoNames, everything else from `knowledge/regions.tsv`.

Other spellings of cities come from our own tables, which name only what the news names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from facta.resolve.place.cities import Names, add, bearers, comparable, load_cities
from facta.resolve.place.site import Site
from facta.resolve.rows import Row, many, rows
from facta.values.collecting import uncollected


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All sites, filed under comparable words (`words.key`, with `saint` for `st`)."""

    names: Names
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
        return bearers(self.names, filed)


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer, read on the first call and shared by the process (about a sixth of a second)."""
    with uncollected():
        return _load()


def _load() -> Gazetteer:
    ours: dict[str, list[Row]] = {}
    for row in rows("regions"):
        ours.setdefault(row["kind"], []).append(row)
    words = frozenset(word for row in ours.pop("word") for word in many(row["names"]))
    spellings = [*ours.pop("spelling"), *rows("places")]
    states = {row["country"]: _site(row, "state") for row in ours.pop("centroid")}
    names = load_cities()
    sites = [(_site(row, row["kind"]), row) for kind in ours.values() for row in kind]
    codes, capitals = _file_regions(names, sites)
    _file_spellings(names, spellings)
    regions: dict[str, tuple[Site, ...]] = {}
    for site, _ in sites:
        if site.kind == "region":
            regions[site.country] = (*regions.get(site.country, ()), site)
    return Gazetteer(names, states, words, codes, capitals, regions)


def _file_regions(names: Names, sites: list[tuple[Site, Row]]) -> tuple[dict[str, Site], frozenset[str]]:
    """File our own places; codes and names in capitals come back, since they need more than their words."""
    aliases = [(alias, site) for site, row in sites for alias in many(row["names"])]
    codes: dict[str, Site] = {}
    capitals = set()
    for filed, (alias, site) in zip(comparable([alias for alias, _ in aliases]), aliases, strict=True):
        if alias.endswith(".") or (len(alias) == 2 and alias.isupper() and site.country):
            codes[alias] = site
            continue
        if alias.isupper() and len(alias) < 6:
            capitals.add(filed)
        add(names, filed, site)
    return codes, frozenset(capitals)


def _site(row: Row, kind: str) -> Site:
    return Site(many(row["names"])[0], row["country"], float(row["lat"]), float(row["lon"]), 0, kind)


def _file_spellings(names: Names, found: list[Row]) -> None:
    """File a site that one spelling finds in the state under all its others, where these find none there."""
    groups = [(row, place.split(" = ")) for row in found for place in many(row["names"]) if " = " in place]
    flat = iter(comparable([*chain.from_iterable(spellings for _, spellings in groups)]))
    for row, spellings in groups:
        filed = list(islice(flat, len(spellings)))
        sites = [_alike(bearers(names, name), row) for name in filed]
        best = next((s for s in sites if s), None)
        for name, site in zip(filed, sites, strict=True):
            if best and site is None:
                add(names, name, best)


def _alike(sites: tuple[Site, ...], row: Row) -> Site | None:
    """The site in the row's state that is a city if the row is of cities: `New York` the state is not the city's other name."""
    return next((s for s in sites if s.country == row["country"] and (s.kind == "city") == (row["kind"] != "region")), None)
