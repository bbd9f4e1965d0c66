"""The sectors that an actor may belong to: what may be written, what a page calls each, and how others code it."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from facta.resolve.rows import rows


class Sector(NamedTuple):
    """One row of `knowledge/sectors.tsv`."""

    words: str
    """What a page calls it."""
    cameo: str | None
    """CAMEO's code of the role; None where it has none."""


@cache
def sectors() -> Mapping[str, Sector]:
    """By code, in the order of the file.

    >>> sectors()["JRN"]
    Sector(words='media', cameo='MED')
    """
    return {row["code"]: Sector(row["words"], row["cameo"] or None) for row in rows("sectors")}
