"""The map of the world as the explorer draws it: outlines of countries, and where a capital is, in units of one drawing."""

from functools import cache
from importlib.resources import files

from facta.web.atlas.projection import HEIGHT, WIDTH, projected

__all__ = ["HEIGHT", "WIDTH", "outlines", "projected"]


@cache
def outlines() -> tuple[tuple[str, str], ...]:
    """(code, path) of every country with an outline; the code is `-` for land that has none."""
    lines = (files("facta.web.atlas") / "countries.tsv").read_text("utf-8").splitlines()
    return tuple((code, path) for code, _, path in (line.partition("\t") for line in lines if not line.startswith("#")))
