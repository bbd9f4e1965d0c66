"""Proof is the smallest run of words that shows who did what to whom."""

import pytest

from facta.events.evidence import prove, sentence_of
from facta.records import Analysis
from facta.values.spans import Range
from tests.events.event_makers import analysis, at

TEXT = "In a rare step, said the ministry, Oman's envoy handed Yemen the list of names, and left. Then he flew home."


def proof(text, trigger, *parties, sentences=None):
    found = Analysis(version="1", sentences=sentences) if sentences else analysis(text)
    where = at(text, trigger)
    start, end = prove(text, where, [at(text, p) for p in parties], sentence_of(text, found, where))
    return text[start:end]


def test_proof_runs_from_the_first_to_the_last_of_trigger_and_parties():
    """Nothing before the actor, nothing after the recipient."""
    assert "Oman's envoy handed Yemen" == proof(TEXT, "handed", "Oman's envoy", "Yemen")


@pytest.mark.parametrize(
    ("trigger", "parties", "expected"),
    [
        ("handed", ["Oman's envoy"], "Oman's envoy handed Yemen the list of names"),
        ("handed", ["Yemen"], "Oman's envoy handed Yemen"),
        ("handed", [], "Oman's envoy handed Yemen the list of names"),
        ("left", ["Oman's envoy"], "Oman's envoy handed Yemen the list of names, and left"),
    ],
)
def test_a_trigger_at_the_edge_takes_its_clause_along(trigger, parties, expected):
    """What an act is about has no party's name, so the clause shows it."""
    first = TEXT.index(" Then")
    sentences = (Range(0, first), Range(first + 1, len(TEXT)))
    assert expected == proof(TEXT, trigger, *parties, sentences=sentences)


def test_a_party_in_another_sentence_is_not_reached_for():
    """Proof stays within the trigger's sentence."""
    text = "Oman sent an envoy.\nHe thanked Yemen warmly.\nThe king was pleased."
    assert "He thanked Yemen" == proof(text, "thanked", "Oman", "Yemen", "king")


def test_words_are_not_cut():
    """A trigger that a reader cut inside a word is shown with the whole word."""
    assert "the shelling of Arda" == proof("Then, the shelling of Arda.", "shell", "Arda")
    assert "Envoys rearmed" == proof("Envoys rearmed, he said.", "arm", "Envoys")


def test_a_sentence_border_inside_a_word_holds():
    """Where a page lost a line break, the neighbour's letters stay out."""
    text = "so said the ministerChina pledged help"
    border = text.index("China")
    assert "China pledged help" == proof(text, "pledged", "China", sentences=(Range(0, border), Range(border, len(text))))


def test_numbers_and_abbreviations_are_no_clause_edges():
    """A comma inside a number does not end the clause."""
    assert "Kenya deported 1,200 people" == proof("Kenya deported 1,200 people, it said.", "deported", "Kenya")


def test_a_comma_inside_the_quotation_marks_is_a_clause_edge():
    """Typographers put the comma before the closing mark; the speaker after it proves nothing."""
    assert "We jailed ten men" == proof("“We jailed ten men,” said the judge.", "jailed", "We")
    assert "said the judge" == proof("“We jailed ten men,” said the judge.", "said", "judge")


def test_a_trigger_without_a_sentence_keeps_to_its_line():
    """A text that the reader did not split is cut at line breaks."""
    text = "One.\nKenya jailed ten\nTwo."
    where = at(text, "jailed")
    assert Range(5, 21) == sentence_of(text, Analysis(version="1"), where)


def test_a_trigger_over_two_sentences_has_both():
    """A run of sentences then takes the place of the sentence."""
    found = Analysis(version="1", sentences=(Range(0, 5), Range(5, 9), Range(9, 12)))
    assert Range(0, 9) == sentence_of("abcde fgh ij", found, Range(3, 7))
