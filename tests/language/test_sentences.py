from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.language.sentences import LONGEST, paragraphs, sentences
from facta.values.spans import Range


def parts(text: str) -> list[str]:
    return [text[r.start : r.end] for r in sentences(text)]


@given(st.text(alphabet=st.sampled_from("aA .!?\n\"”“'’)(1U.S…")))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    """Sentences stand in order, overlap nowhere, have no white space at their edges and lose nothing."""
    found = sentences(text)
    edges = [edge for r in found for edge in r]
    assert sorted(edges) == edges
    assert all(text[r.start : r.end] == text[r.start : r.end].strip() != "" for r in found)
    assert "".join(text.split()) == "".join("".join(parts(text)).split())


@given(st.text(), st.lists(st.integers(0, 40), min_size=1, max_size=6))
def test_no_sentence_crosses_a_paragraph(text: str, cuts: list[int]) -> None:
    """Each region is a hard border."""
    edges = sorted({0, len(text), *(min(c, len(text)) for c in cuts)})
    regions = [Range(a, b) for a, b in pairwise(edges)]
    assert all(any(r.start <= s.start and s.end <= r.end for r in regions) for s in sentences(text, regions or None))


@pytest.mark.parametrize(
    "first",
    [
        "Gen. Haas met Sgt. Ortiz of the U.S. Army at 9 a.m. on Friday.",
        "J. R. Okoro signed resolution No. 2231 in Washington D.C. on Monday.",
        "Prices rose by 3.5 per cent, Mr. Lund said.",
    ],
)
def test_abbreviations_do_not_end_a_sentence(first: str) -> None:
    """Titles, initials and numbers keep their full stop; the real end is found all the same."""
    assert [first, "He left."] == parts(f"{first} He left.")


def test_an_abbreviation_may_end_a_sentence() -> None:
    """A word that opens sentences after a country's initials starts a new one."""
    assert ["They flew to the U.S.", "The talks failed."] == parts("They flew to the U.S. The talks failed.")


def test_quotation_marks_stay_with_their_sentence() -> None:
    """A closing mark belongs to the sentence before it; a quotation that goes on is not cut."""
    assert ["“We have come.”", "He sat down."] == parts("“We have come.” He sat down.")
    assert ["“Will you come?” he asked."] == parts("“Will you come?” he asked.")


def test_an_empty_line_is_a_border() -> None:
    """A headline without a full stop does not run into the text below it."""
    assert ["Ministers meet", "They met in Oslo."] == parts("Ministers meet\n\nThey met in Oslo.")


def test_what_never_ends_is_cut() -> None:
    """A list without full stops becomes pieces of bounded length that hold every word."""
    text = "word " * 3000
    pieces = sentences(text)
    assert max(p.end - p.start for p in pieces) <= LONGEST
    assert text.split() == [w for p in pieces for w in text[p.start : p.end].split()]
    assert len("x" * 5000) == sum(p.end - p.start for p in sentences("x" * 5000))


def test_a_paragraph_may_open_with_an_abbreviation() -> None:
    """`Mr.` owns its full stop wherever a paragraph begins with it."""
    text = "He left.\n\nMr. Sample stayed. He spoke.\n\nU.S. forces left."
    found = [text[r.start : r.end] for r in sentences(text, paragraphs(text))]
    assert ["He left.", "Mr. Sample stayed.", "He spoke.", "U.S. forces left."] == found
