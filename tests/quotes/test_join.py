"""Which attributions are of the same words."""

import msgspec
import pytest

from facta.quotes.join import apart, distinct, repeated
from facta.values.spans import Range

LONG = "We will never leave this town again"


def test_a_content_found_twice_is_kept_once(desk):
    """With the better score, the first of equals; in the order of the text."""
    text = "One said. Two said."
    low, high = (desk.attribution(text, "One", score=s) for s in (0.3, 0.6))
    two = desk.attribution(text, "Two", score=0.9)
    same = msgspec.structs.replace(high, cue=(Range(4, 8),))
    assert [high, two] == distinct([two, low, high, same])
    assert [] == distinct([])


@pytest.mark.parametrize(
    ("again", "cue", "source"),
    [
        (LONG, "said", "Ada"),
        (LONG.replace("never", "NEVER"), "said", "Ada"),
        ("We will leave this town", "said", None),
        ("leave this town", "said", None),
        ("never leave this town again", "said", "Ada"),
    ],
)
def test_words_told_a_second_time_take_the_source_of_the_first(desk, again, cue, source):
    """Six in a row, or most of a shorter content; a few in common are a coincidence."""
    text = f"{again}!\n“{LONG},” Ada said."
    first = desk.attribution(text, again)
    told = desk.attribution(text, f"“{LONG},”", cue, "Ada")
    found = repeated(text, [first, told])
    assert (source, told) == (text[slice(*found[0].source[0])] if found[0].source else None, found[1])


@pytest.mark.parametrize(("cue", "kept"), [(":", False), ("warns:", True)])
def test_what_stands_before_a_mere_colon_gives_way(desk, cue, kept):
    """To a source that a verb names; a word of telling before the colon holds its own."""
    text = f"Talks {cue} {LONG}\n“{LONG},” Ada said."
    first = desk.attribution(text, LONG, cue, "Talks")
    told = desk.attribution(text, f"“{LONG},”", "said", "Ada")
    assert ("Talks" if kept else "Ada") == text[slice(*repeated(text, [first, told])[0].source[0])]


def test_parts_that_touch_are_one(desk):
    """In the order of the text; others stay apart."""
    said = msgspec.structs.replace(desk.attribution("abc", "a"), content=(Range(7, 9), Range(3, 5), Range(0, 3)))
    assert (Range(0, 5), Range(7, 9)) == apart(said).content
