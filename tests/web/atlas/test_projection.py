"""Where a place is on the map."""

from itertools import pairwise
from math import radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.web.atlas.projection import HEIGHT, MIDDLE, WIDTH, placed, projected, turned

LATITUDES, LONGITUDES = st.floats(-59, 83.6), st.floats(-180, 180)


@given(LATITUDES, LONGITUDES)
def test_every_place_but_antarctica_lies_on_the_drawing(lat, lon):
    """A unit of rounding apart."""
    x, y = projected(lat, lon)
    assert -1 <= x <= WIDTH + 1
    assert -1 <= y <= HEIGHT + 60


@given(st.floats(-10_000, 10_000))
def test_a_direction_is_turned_by_whole_circles(degrees):
    """Between -180 and 180."""
    assert -180 <= turned(degrees) < 180.0000001
    assert round((turned(degrees) - degrees) / 360, 6) == round((turned(degrees) - degrees) / 360)


@given(LATITUDES, st.floats(0, 179))
def test_east_and_west_of_the_middle_are_mirrored(lat, east):
    """At the same height."""
    (right, y), (left, other) = placed(lat, east), placed(lat, -east)
    assert (WIDTH, y) == (pytest.approx(left + right), other)


@pytest.mark.parametrize("lat", [-50, 0, 30, 60, 80])
def test_a_strip_of_the_globe_keeps_its_area(lat):
    """Which is what the projection is for: by the sines of its edges."""

    def strip(south, north, steps=200):
        """The area between two latitudes, one degree wide."""
        edges = [placed(south + (north - south) * n / steps, 1.0) for n in range(steps + 1)]
        return sum((a[1] - b[1]) * ((a[0] + b[0]) / 2 - WIDTH / 2) for a, b in pairwise(edges))

    here, equator = strip(lat, lat + 3), strip(0, 3)
    on_globe = (sin(radians(lat + 3)) - sin(radians(lat))) / sin(radians(3))
    assert on_globe == pytest.approx(here / equator, rel=0.01)


def test_the_edge_runs_through_the_bering_strait():
    """Siberia's tip stands at the right with Russia, Alaska at the left with America."""
    assert projected(66, 180)[0] > WIDTH / 2 > projected(66, -166)[0]
    assert MIDDLE - 180 == -169
