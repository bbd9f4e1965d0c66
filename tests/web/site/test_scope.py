"""Which addresses a copy holds, and under which file."""

import re

import pytest

from facta.relations.busiest import Pair
from facta.web.site.scope import Scope, file_of


@pytest.fixture
def scope():
    """A copy of one pair."""
    pair = Pair(
        a="CHN", b="RUS", names=("China", "Russia"), stories=9, talk=3, commitment=3, deed=3, first=None, last=None, years=()
    )
    return Scope((pair,))


@pytest.mark.parametrize(
    ("address", "held"),
    [
        ("/", "/"),
        ("/add", None),
        ("/api/pairs", None),
        ("/world?year=2018&state=&rung=", "/world?year=2018"),
        ("/world?state=FRA", None),
        ("/pair/CHN/RUS?since=2018&until=2018", "/pair/CHN/RUS"),
        ("/pair/RUS/CHN?both=1&by=year", "/pair/RUS/CHN?both=1"),
        ("/pair/CHN/RUS?by=year&open=2018-01-01..2018-12-31", "/pair/CHN/RUS/stories?by=year&open=2018-01-01..2018-12-31"),
        ("/pair/CHN/RUS/stories?rung=talk", None),
        ("/pair/CHN/RUS/stories?offset=25", "/pair/CHN/RUS/stories?offset=25"),
        ("/pair/CHN/RUS/stories?offset=100", None),
        ("/pair/NOR/CHL", None),
        ("/ledger/RUS/CHN?horizon=365", "/ledger/CHN/RUS"),
        ("/page/p1?thread=2", "/page/p1?thread=2"),
        ("/page/p1/event/e1/correct", None),
    ],
)
def test_what_a_copy_holds_has_one_address(scope, address, held):
    """Links to the rest are taken away."""
    assert held == scope.held(address)


def test_names_of_files_are_safe_on_any_system():
    """Whatever stands in an address."""
    for address in ("/page/..%2F..%2Fetc", "/pair/CHN/RUS/stories?open=a/b..c", "/page/.hidden"):
        assert re.fullmatch(r"[A-Za-z0-9._/-]+", file_of(address))
        assert ".." not in file_of(address).split("/")


@pytest.mark.parametrize(
    "address",
    [
        "/pair/CHN/RUS/stories?offset=x",
        "/pair/CHN/RUS/stories?offset=-1e9",
        "//evil.org/x",
        "/pair/CHN",
        "/ledger/CHN",
        "/page",
        "",
    ],
)
def test_what_no_page_links_to_is_not_held(scope, address):
    """And no error."""
    assert scope.held(address) in (None, "/")


def test_two_addresses_never_share_a_file():
    """Their values are in its name."""
    addresses = [
        "/",
        "/world",
        "/world?year=2018",
        "/pair/CHN/RUS",
        "/pair/CHN/RUS?both=1",
        "/ledger/CHN/RUS",
        "/page/a",
        "/page/a?thread=2",
        "/page/a/story/e",
        "/search",
    ]
    assert len(addresses) == len({file_of(address) for address in addresses})
