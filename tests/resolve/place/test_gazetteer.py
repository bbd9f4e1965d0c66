"""The gazetteer finds cities and regions by the words the news uses, and its own table keeps its rules."""

from collections import Counter

import pytest

from facta.resolve.place.cities import comparable
from facta.resolve.place.gazetteer import load_gazetteer
from facta.resolve.place.site import Site, distance
from facta.resolve.rows import many, rows

POINTED = frozenset("region area city sea lake river island mountain desert world centroid".split())


@pytest.mark.parametrize(
    ("name", "country", "lat"),
    [
        ("Zurich", "CHE", 47.37),
        ("Mecca", "SAU", 21.42),
        ("Kiev", "UKR", 50.45),
        ("St. Petersburg", "RUS", 59.94),
        ("Makati", "PHL", 14.55),
        ("Sharm el-Sheikh", "EGY", 27.91),
        ("Donbas", "UKR", 48.3),
        ("Helmand", "AFG", 31.2),
        ("New York", "USA", 40.71),
        ("New York", "USA", 42.9),
    ],
)
def test_names_are_found_as_the_news_writes_them(name: str, country: str, lat: float) -> None:
    """Without accents, with the usual English name, and a city beside the region of its name."""
    found = load_gazetteer().find(comparable([name])[0])
    assert (country, lat) in [(s.country, round(s.lat or 0, 2)) for s in found]


def test_every_state_has_a_middle() -> None:
    """Each row of states.tsv, past states and territories too."""
    assert {row["iso3"] for row in rows("states")} == set(load_gazetteer().states)


def test_rows_have_a_point_on_the_globe_or_need_none() -> None:
    """Kinds are those of the header; latitude and longitude are degrees."""
    for row in rows("regions"):
        if row["kind"] in POINTED:
            assert -90 <= float(row["lat"]) <= 90, row
            assert -180 <= float(row["lon"]) <= 180, row
        else:
            assert row["kind"] in ("spelling", "word"), row
            assert "" == row["lat"] + row["lon"]


def test_countries_of_rows_are_states() -> None:
    """Or nothing, where no state or several own the place."""
    known = {row["iso3"] for row in rows("states")}
    assert [] == [row for row in rows("regions") if row["country"] and row["country"] not in known]


def test_no_place_of_a_state_stands_twice() -> None:
    """A spelling means one place of a state and kind; spellings that compare equal need no second row or cell."""
    named = [
        (row["country"], row["kind"], filed)
        for row in rows("regions")
        if row["kind"] in POINTED - {"centroid"}
        for name, filed in zip(many(row["names"]), comparable(many(row["names"])), strict=True)
        if not name.endswith(".") and not (len(name) == 2 and name.isupper())
    ]
    assert [] == [n for n, count in Counter(named).items() if count > 1]


def test_middles_lie_near_cities_of_their_state() -> None:
    """A region's point is within 600 km of a city of the same state, so that no sign or digit is wrong."""
    sites = load_gazetteer()
    cities: dict[str, list[Site]] = {}
    for found in sites.names.values():
        for site in (found,) if isinstance(found, Site) else found:
            if site.population > 20_000:
                cities.setdefault(site.country, []).append(site)
    regions = [r for own in sites.regions.values() for r in own if r.country in cities]
    far = [r for r in regions if min(distance(r, c) for c in cities[r.country]) > 600]
    assert [] == [r.name for r in far if r.country not in ("AUS", "CAN", "CHL", "ECU", "RUS", "NOR", "USA")]
