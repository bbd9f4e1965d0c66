"""A place with a point on the map, and how far two of them are apart."""

from math import asin, cos, radians, sin, sqrt

import msgspec

EARTH = 6371.0
"""Radius in km."""


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
