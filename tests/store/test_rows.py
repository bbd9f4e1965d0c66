"""A Reading as rows, and back."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.records import Comment, Party
from facta.store.rows import countries, to_reading, to_rows


def test_a_reading_comes_back_from_its_rows(visit):
    """Though the rows say more than the record."""
    rows = to_rows(visit, "digest", 7)
    (page,) = rows.pop("pages")
    assert (7, "digest") == (page["no"], page["digest"])
    assert msgspec.structs.replace(visit, analyses=msgspec.UNSET) == to_reading(page, rows)


def test_rows_are_numbered_in_their_order(visit):
    """By page."""
    for name, some in to_rows(visit, "d", 7).items():
        if name != "pages":
            assert [(7, n) for n in range(len(some))] == [(row["page_no"], row["n"]) for row in some]


@given(st.lists(st.none() | st.integers(0, 9), max_size=8))
def test_a_reply_stands_one_deeper_than_what_it_answers(visit, answered):
    """One that answers nobody who stands before it is not deep."""
    thread = tuple(Comment(id=str(n), parent=None if p is None else str(p), text="") for n, p in enumerate(answered))
    depths = [row["depth"] for row in to_rows(msgspec.structs.replace(visit, thread=thread), "d", 1)["comments"]]
    assert [depths[p] + 1 if p is not None and p < n else 0 for n, p in enumerate(answered)] == depths


@pytest.mark.parametrize(
    ("codes", "expected"), [([], []), (["RUS", None, "chn", "---", "", "RUS"], ["CHN", "RUS"]), ([None], [])]
)
def test_countries_of_parties_are_known_codes_in_order(codes, expected):
    """Each once."""
    assert expected == countries(Party(text="x", start=0, end=1, country=code) for code in codes)


def test_acts_of_two_without_a_recipient_are_symmetric(visit):
    """And know the days they cover."""
    meeting, fine, *_ = to_rows(visit, "d", 1)["events"]
    assert (True, ["CHN", "RUS"], []) == (meeting["symmetric"], meeting["actor_countries"], meeting["recipient_countries"])
    assert (False, "2018-05-01", "2018-05-31") == (fine["symmetric"], str(fine["first_day"]), str(fine["last_day"]))
