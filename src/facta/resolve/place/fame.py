"""How well known a place is: by its people, by its kind, and by whether our own tables name it."""

from math import log10

from facta.resolve.place.marks import Mark
from facta.resolve.place.site import Site

_WEIGHTS = {"state": 8.0, "world": 7.0, "sea": 6.5, "region": 6.3, "area": 6.3, "city": 5.5}
"""Size of what is no city of known population, on the scale of a city's decimal logarithm of people."""
_OTHER_WEIGHT = 6.0
BIG = 300_000
"""People: a city above this is a place wherever its name stands."""
SMALL = 100_000
"""People: a city below this is a place only where its state is named or nothing else can be meant."""


def fame(mark: Mark, site: Site) -> float:
    """How well a place of the name is known anywhere, on the scale of a decimal logarithm of people."""
    known = log10(site.population + 10) if site.population else _WEIGHTS.get(site.kind, _OTHER_WEIGHT)
    if site is mark.capital:
        return known + 1.5
    return known + 0.7 * ((site.country, site.kind == "city") in mark.filed)


def largest(mark: Mark) -> int:
    """People of the largest city of the name; 0 where none is a city of known size."""
    return max((s.population for s in mark.options), default=0)


def well_known(mark: Mark) -> bool:
    """Whether hardly anything else is so called."""
    return bool(mark.filed) or mark.kinds != {"city"} or any(not 0 < s.population < BIG for s in mark.options)
