"""Places get their state, and capitals a point on the map."""

import pytest

from facta.records import Where
from facta.resolve import Tables
from facta.resolve.places import locate


@pytest.mark.parametrize(
    ("words", "country", "lat"),
    [
        ("Moscow", "RUS", 55.76),
        ("the embassy in Tunis", "TUN", 36.81),
        ("Kharkiv", "UKR", 49.98),
        ("Aleppo, Syria", "SYR", 36.2),
        ("Kyiv, Ukraine", "UKR", 50.45),
        ("Tel Aviv", "ISR", 32.08),
        ("a forest", None, None),
    ],
)
def test_places_lie_in_a_state(words: str, country: str | None, lat: float | None, tables: Tables) -> None:
    """The state is the one the words name last; coordinates are known for capitals only."""
    found = locate(Where(name=words, text=words), tables, "2018-01-01")
    assert (country, lat) == (found.country, found.lat)


def test_what_was_written_stays(tables: Tables) -> None:
    """Resolving never changes the words."""
    assert "the embassy in Tunis" == locate(Where(name="x", text="the embassy in Tunis"), tables).text
