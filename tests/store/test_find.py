"""What a person types, and which record or page is meant."""

import msgspec
import pytest

from facta.errors import NotFoundError, UsageError
from facta.store import find


@pytest.fixture
def asked(store, visit, another):
    """Ask a store of three pages, two of which have the same source."""
    page = msgspec.structs.replace(another.page, key="p0000000again", id="2", source="trip.html", title="Again")
    store.put_many([(visit, "d1"), (another, "d2"), (msgspec.structs.replace(another, page=page, events=()), "d3")])

    def call(way, name):
        with store.changing() as con:
            return way(con, name)

    return call


@pytest.mark.parametrize(
    ("name", "kind", "id_"),
    [
        ("e000000000meet", "event", "e000000000meet"),
        ("e000000000m", "event", "e000000000meet"),
        ("q00000", "quote", "q0000000000wei"),
        ("a00000", "actor", "a00000000wei"),
        ("c0000000000b", "comment", "c0000000000b"),
        ("p0000000visit", "page", "p0000000visit"),
        ("p0000000visit/e000000000fine", "event", "e000000000fine"),
    ],
)
def test_a_record_is_found_by_its_id_or_the_start_of_it(asked, name, kind, id_):
    """Of whatever kind, and within its page."""
    found = asked(find.record, name)
    assert (kind, id_) == (found.kind, found.id)


@pytest.mark.parametrize("name", ["visit.html", "https://news.example/visit"])
def test_a_page_is_a_record_by_source_or_address_too(asked, name):
    """As commands print it; of two pages with one source both are named."""
    found = asked(find.record, name)
    assert ("page", "p0000000visit") == (found.kind, found.id)
    with pytest.raises(NotFoundError, match="page p0000000again/p0000000again; page p0000000trip/p0000000trip"):
        asked(find.record, "trip.html")


def test_a_start_that_fits_several_names_them(asked):
    """With their kinds and pages, so that one can be chosen."""
    with pytest.raises(NotFoundError, match="not one record but several") as caught:
        asked(find.record, "e000000000")
    assert "event p0000000visit/e000000000fine; event p0000000visit/e000000000meet; event p0000000trip/e000000000trip" in str(
        caught.value
    )


def test_a_start_of_few_characters_is_no_id(asked):
    """It would fit whatever comes next; a whole id may be as short as it likes."""
    with pytest.raises(UsageError, match="6 characters or more"):
        asked(find.record, "e0000")
    assert "page" == asked(find.record, "2").kind
    with pytest.raises(NotFoundError, match="has the id 'e999999999'"):
        asked(find.record, "e999999999")
    with pytest.raises(NotFoundError, match=r"Nearest pages: https://news\.example/visit\.$"):
        asked(find.record, "https://news.example/vist")


@pytest.mark.parametrize("name", ["p0000000visit", "visit.html", "https://news.example/visit"])
def test_a_page_is_found_by_key_source_or_address(asked, name):
    """Whole, as it was given."""
    assert "p0000000visit" == asked(find.page, name)[1]


def test_a_page_that_is_not_there_has_neighbours(asked):
    """A slip of the finger is answered with what was meant."""
    with pytest.raises(NotFoundError, match=r"source 'visit\.htm'\. Nearest: .*visit\.html"):
        asked(find.page, "visit.htm")
    with pytest.raises(NotFoundError, match=r"source 'qqqq'\. `facta pages` lists those it holds\.$"):
        asked(find.page, "qqqq")


def test_a_name_of_two_pages_is_none(asked):
    """Both are named, by key and title."""
    with pytest.raises(NotFoundError, match=r"several: p0000000trip \(trip\.html\); p0000000again \(Again\)"):
        asked(find.page, "trip.html")
