"""Which place the text puts into which other."""

import pytest

from facta.resolve.place.holders import find_holders
from facta.resolve.place.text import PlaceText


def held(text, tables):
    """Places and what holds them, in words."""
    page = PlaceText(text, tables, "2018-04-03")
    return {page.norms(m): page.norms(h) for m, h in find_holders(page).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Paris, Texas", {"paris": "texas"}),
        ("in Goma, DR Congo", {"goma": "dr congo"}),
        ("in Goma (DR Congo)", {"goma": "dr congo"}),
        ("in Mosul in northern Iraq", {"mosul": "iraq"}),
        ("in Baghdad, Syria", {}),
        ("Washington, Oregon and Idaho", {}),
        ("China, Japan", {}),
        ("Iraq’s Mosul", {}),
        ("", {}),
    ],
)
def test_a_place_lies_in_the_next_where_both_may_be(tables, text, expected):
    """Of regions in a row none holds another, nor does a state hold one."""
    assert expected == held(text, tables)


def test_a_county_whose_state_is_not_told_is_no_place(tables):
    """Towns anywhere bear its name."""
    page = PlaceText("A fire in Jackson County spread.", tables, None)
    find_holders(page)
    assert [] == page.candidates()
    page = PlaceText("A fire in Dallas County, Texas spread.", tables, None)
    find_holders(page)
    assert ["dallas", "texas"] == [page.norms(m) for m in page.candidates()]
