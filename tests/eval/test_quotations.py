"""The report counts quotations as the shared scorer counts them."""

import json
import subprocess
import sys

import pytest

from eval import scorers
from eval.sections.quoting import KINDS


def test_our_figures_are_the_scorers(quote_files, quote_pairs, tmp_path):
    """Precision, recall and F1 of contents and of joint agreement, by kind; cues and speakers too."""
    out = tmp_path / "score.json"
    command = [sys.executable, scorers.SHARED / "score" / "score_quotes.py", *quote_files, "--json", out]
    subprocess.run(command, check=True, capture_output=True)
    expected = json.loads(out.read_text())
    for kind in KINDS:
        for of in ("ov", "joint", "exact"):
            assert expected[kind][of] == list(quote_pairs.scored(kind, of)[:3])
        assert expected[kind]["src"] == quote_pairs.speakers(kind).value
    assert expected["cue"] == list(quote_pairs.cues()[:3])


def test_the_kinds_differ(quote_pairs):
    """The indirect quotation is right in all; the direct one has another's speaker."""
    assert [1.0, 0.0] == [quote_pairs.scored(kind, "joint").f1 for kind in ("indirect", "direct")]
    assert [1.0, 1.0] == [quote_pairs.scored(kind, "ov").f1 for kind in ("indirect", "direct")]


def test_confidence_is_judged_by_the_matching(quote_pairs):
    """With the content alone, and with cue and speaker."""
    assert [(0.9, True), (0.6, True)] == quote_pairs.judged(joint=False)
    assert [(0.9, True), (0.6, False)] == quote_pairs.judged(joint=True)


def test_a_filter_leaves_only_sure_quotations(quote_pairs):
    """As if the others had never been coded."""
    assert (1.0, pytest.approx(0.5)) == quote_pairs.least(0.7).scored("all", "joint")[:2]
