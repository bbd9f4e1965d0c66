"""Strangers' words do no harm where they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from facta.values.words import harmless, one_line

ANY = st.text(st.characters() | st.sampled_from("\x00\x1b\r\n\t\x85\u2028\u202e\u2066\ud800\ufffe"))


@given(ANY, st.booleans())
def test_harmless_words_fit_a_picture_and_stay_as_they_are(text, lines):
    """Any XML can hold them, and a second time changes nothing."""
    safe = harmless(text, lines=lines)
    etree.Element("text").text = safe
    assert safe == harmless(safe, lines=lines)
    assert {"\x1b", "\r", "\x00", "\u202e"}.isdisjoint(safe)


@pytest.mark.parametrize("text", ["Erdoğan met 习近平", "مرحبا", "👩‍🚀 and 🇫🇷", "e\u0301té", "a\xa0b"])
def test_letters_stay(text):
    """Right-to-left ones, joined signs and accents too."""
    assert text == harmless(text)


def test_breaks_of_lines_stay_where_lines_are_asked_for():
    """Tabs too; other controls become blanks either way, and what turns the writing goes."""
    assert "a b c d\xa0ef" == harmless("a\nb\tc\rd\xa0e\u202ef")
    assert "a\nb\tc d\xa0ef" == harmless("a\nb\tc\rd\xa0e\u202ef", lines=True)


@given(ANY)
def test_one_line_has_single_blanks_and_none_at_its_ends(text):
    """And no break."""
    line = one_line(text)
    assert line.split() == one_line(line).split()
    assert line == " ".join(line.split())
