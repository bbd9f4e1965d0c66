"""A sentence and its tokens, side by side."""

from facta.language.sentence import sentence
from facta.values.spans import Range


def test_words_stand_beside_their_places() -> None:
    """As written and in small letters, offsets into the text; tags come later."""
    text = "Oh. İstanbul and 𝔸 met."
    made = sentence(text, Range(4, 23), [Range(4, 12), Range(13, 16), Range(17, 18), Range(19, 22), Range(22, 23)])
    assert (["İstanbul", "and", "𝔸", "met", "."], 5, []) == (made.words, len(made), made.tags)
    assert [w.lower() for w in made.words] == made.lows
    assert made.words == [text[r.start : r.end] for r in made.ranges]


def test_a_sentence_may_be_empty_and_keeps_its_own_lists() -> None:
    """No two share their tags."""
    one, other = sentence("", Range(0, 0), []), sentence("", Range(0, 0), [])
    one.tags.append("X")
    assert (0, []) == (len(other), other.tags)
