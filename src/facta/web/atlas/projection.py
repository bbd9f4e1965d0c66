"""Where a place is on the map: the Equal Earth projection (Savric, Patterson and Jenny 2018), which keeps areas true."""

from math import asin, cos, radians, sin, sqrt

MIDDLE = 11
"""The meridian in the middle, so that the edge runs through the Bering Strait and cuts no country."""
WIDTH, HEIGHT = 3000, 1330
"""Of the drawing; Antarctica is cut off."""
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_REACH_X, _TOP = 2.7066, 1.3086
"""Half the width of the projected world, and its northern edge at 83.7 degrees."""


def projected(lat: float, lon: float) -> tuple[float, float]:
    """The place of a point (degrees) in units of the drawing, from the upper left corner.

    >>> [round(number) for number in projected(0, 11)]
    [1500, 725]
    """
    return placed(lat, turned(lon - MIDDLE))


def turned(degrees: float) -> float:
    """The same direction between -180 and 180.

    >>> turned(190), turned(-170)
    (-170, -170)
    """
    return (degrees + 180) % 360 - 180


def placed(lat: float, east: float) -> tuple[float, float]:
    """The place of a point so many degrees east of the middle, which may lie beyond the edge."""
    theta = asin(sqrt(3) / 2 * sin(radians(lat)))
    t2 = theta * theta
    t6 = t2**3
    x = 2 * sqrt(3) * radians(east) * cos(theta) / (3 * (9 * _A4 * t6 * t2 + 7 * _A3 * t6 + 3 * _A2 * t2 + _A1))
    y = theta * (_A4 * t6 * t2 + _A3 * t6 + _A2 * t2 + _A1)
    scale = WIDTH / (2 * _REACH_X)
    return WIDTH / 2 + x * scale, (_TOP - y) * scale
