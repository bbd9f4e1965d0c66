"""Corrections as a table for a person."""

from datetime import datetime

import pytest

from facta.cli.correcting import matches, table
from facta.relations.commitments.verdicts import Said
from facta.store.corrections import Correction, QuoteCorrection
from tests.cli.reading_makers import event, party, quote, shown, where

SAID = datetime(2024, 5, 6, 7, 8)
KNOWN = {"page": "k", "event": "e1", "said": SAID}


def line(correction):
    """The row of a correction, its words in one line."""
    return " ".join(shown(table([correction]), 400).splitlines()[2].split())


@pytest.mark.parametrize(
    ("verdict", "machine", "human", "told"),
    [
        ("confirmed", event(), event(), "CONSULT visit (actual, 2018-04-03): Peru (PER) → Chile (CHL) Peru met Chile in Lima"),
        (
            "corrected",
            event(),
            event(type="AGREE", mode=None),
            "AGREE (actual, 2018-04-03): Peru (PER) → Chile (CHL) CONSULT visit",
        ),
        ("rejected", event(), None, "rejected CONSULT visit (actual"),
        ("corrected", event(), None, "its words are no longer in the page CONSULT visit"),
        ("added", None, event(actors=(party("Ann Berg"),), recipients=(), date=None), "(actual, undated): Ann Berg (?) nothing"),
        ("added", None, event(actors=(), recipients=()), ": nobody nothing"),
    ],
)
def test_a_row_says_what_it_is_and_what_the_machine_said(verdict, machine, human, told):
    """Only where that differs."""
    row = line(Correction(verdict=verdict, machine=machine, human=human, **KNOWN))
    assert row.startswith(f"2024-05-06 {verdict}")
    assert told in row


def test_a_quotation_is_told_by_act_speaker_and_words():
    """A speaker nobody named is said to be so."""
    known = {"page": "k", "quote": "q1", "said": SAID}
    row = line(QuoteCorrection(verdict="corrected", machine=quote(speaker=()), human=quote(act="wrote"), **known))
    assert "quotation (wrote) of Ann Berg quotation (said) of nobody named “We agree,”" in row
    parts = quote(content=(where("“We agree,”"), where("said")))
    assert "“We agree,” … said" in line(QuoteCorrection(verdict="confirmed", machine=parts, human=parts, **known))


def test_a_match_is_told_with_both_sentences():
    """Of an act that is no longer coded only the id is left."""
    said = Said(
        commitment="e1",
        deed="e2",
        verdict="confirmed",
        way="breaks",
        commitment_words="Peru\n will help.",
        deed_words=None,
        said=SAID,
    )
    out = " ".join(shown(matches([said]), 200).split())
    assert "2024-05-06 breaks Peru will help. e1 no longer coded e2" in out


def test_a_table_without_rows_has_its_columns():
    """Nothing is no error."""
    assert ["as it is", "the machine said"] == [name for name in ("as it is", "the machine said") if name in shown(table([]))]
    assert "commitment" in shown(matches([]))
