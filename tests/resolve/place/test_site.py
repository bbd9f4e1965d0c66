"""Distances between places."""

import pytest

from facta.resolve.place.site import Site, distance


def test_distance_is_on_the_globe() -> None:
    """Also over the date line; unknown points are infinitely far."""
    suva, apia = Site("Suva", "FJI", -18.14, 178.44), Site("Apia", "WSM", -13.83, -171.77)
    assert 1150 == pytest.approx(distance(suva, apia), abs=15)
    assert float("inf") == distance(suva, Site("x", "", None, None))
