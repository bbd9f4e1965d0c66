"""What teaches the encoder which deed answers which commitment: whole, and none of it in the sets that measure."""

import json
import re
from collections import defaultdict

import pytest

from eval import ledgers
from training.paths import DEEDS

FILES = sorted(DEEDS.glob("*.jsonl"))
RUN = 6
"""Words in a row that two reporters hardly write by chance."""


def rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def texts(row):
    return [row["commitment"], *row["answers"], *row["others"]]


def runs(text):
    """Its runs of words, in small letters."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_commitment_has_two_answers_and_other_acts(path):
    """Told in a sentence each, none of them twice, both kept and broken."""
    found = rows(path)
    assert len(found) > 200
    assert {"kept", "broken"} == {row["how"] for row in found}
    assert all((2, True) == (len(row["answers"]), len(row["others"]) > 1) for row in found)
    assert all(len(texts(row)) == len(set(texts(row))) for row in found)
    assert all(10 < len(text) < 700 for row in found for text in texts(row))


@pytest.mark.parametrize("name", ledgers.SCORED)
def test_no_report_that_measures_is_told_in_the_words_of_one_that_teaches(name):
    """Both tell well-known deeds, so names and phrases recur; never a third of a report in one sentence."""
    taught = [runs(text) for path in FILES for row in rows(path) for text in texts(row)]
    told = [runs(json.loads(line)["text"]) for line in ledgers.path(name).read_text("utf-8").splitlines()]
    having = defaultdict(set)
    for n, some in enumerate(taught):
        for run in some:
            having[run].add(n)
    shared = [len(taught[n] & report) / len(report) for report in told for n in set().union(*(having[run] for run in report))]
    assert (len(told) > 150, max(shared) < 1 / 3) == (True, True)
