"""Ids are hashes of content: the same every time and everywhere."""

from hypothesis import given
from hypothesis import strategies as st

from facta.values.ident import ident


def test_an_id_stays_what_it_was():
    """Stores, corrections and links hold ids: a change here would orphan all of them."""
    assert "ec696e44054338843" == ident("e", "page", 3)


def test_a_part_cannot_leak_into_the_next():
    """Ids differ when the same characters are divided differently, or the kind differs."""
    assert 3 == len({ident("e", "ab", "c"), ident("e", "a", "bc"), ident("q", "ab", "c")})


@given(st.text(st.characters() | st.sampled_from("\ud800\udfff")))
def test_any_text_has_an_id(text):
    """Broken text from a page too (a lone surrogate): a letter and 16 hexadecimal digits."""
    made = ident("p", text)
    assert ("p", 17) == (made[0], len(made))
    assert int(made[1:], 16) >= 0
