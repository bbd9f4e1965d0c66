"""The report counts events as the shared scorer counts them, and what it adds follows from the ontology."""

import json

import pytest

from eval import scorers
from eval.matching import acts, scored
from eval.sections.confidence import judged
from eval.sections.features import FEATURES, swaps
from eval.sections.levels import LEVELS, at, has

SCORERS = {
    "status": "status",
    "mode": "mode",
    "date": "date",
    "date, where the text tells another than its own": "date_explicit",
    "evidence (intersection over union at least .5)": "evidence",
    "actor sectors": "sector",
}
"""Our words for what the scorer calls so."""


def rounded(found):
    return {"P": round(found.precision, 4), "R": round(found.recall, 4), "F1": round(found.f1, 4)}


def agrees(gold, coded, found):
    """Assert that our figures are the scorer's."""
    scorer = scorers.load("score_events")
    asked = scorer.read(gold)
    expected = scorer.score(asked, scorer.read(coded, scorer.texts_of(gold)), sorted(asked))
    assert {level: expected[level] for level in LEVELS} == {level: rounded(scored(found, right=at(level))) for level in LEVELS}
    among = {name: round(FEATURES[words](found).value, 4) for words, name in SCORERS.items()}
    assert expected["among_type_matched"] == among | {
        "swapped": round(1 - FEATURES["direction (sides not swapped)"](found).value, 4)
    }
    assert expected["not_actual"]["F1"] == round(FEATURES["F1 of the statuses other than actual"](found).value, 4)


def test_our_figures_are_the_scorers(event_files, event_acts):
    """On records of our own with every kind of error."""
    agrees(*event_files, event_acts)


def test_our_figures_are_the_scorers_on_the_development_data(scorer_here, tmp_path):
    """With the gold itself, spoilt here and there, as what was coded."""
    if not scorers.ARTICLES.exists():
        pytest.skip("dev_docs.jsonl is not on this machine: it belongs to others and lies beside the project")
    spoilt = tmp_path / "spoilt.jsonl"
    lines = [json.loads(line) for line in scorers.ARTICLES.read_text("utf-8").splitlines()]
    for line in lines:
        line["events"] = [_spoilt(n, e) for n, e in enumerate(line["events"]) if n % 5]
    spoilt.write_text("".join(json.dumps(line) + "\n" for line in lines))
    agrees(scorers.ARTICLES, spoilt, acts(scorers.ARTICLES.read_text("utf-8"), spoilt.read_text()))


def _spoilt(n, event):
    changes = ({}, {"type": "CONSULT"}, {"status": "planned"}, {"actor": event["recipient"], "recipient": event["actor"]})
    return event | changes[n % 4] | ({"mode": None, "date": "1999", "evidence": event["trigger"]} if n % 7 == 0 else {})


def test_the_rung_of_the_gold_follows_from_the_ontology(event_acts):
    """The gold does not say it: an assault is a deed, planned aid a commitment, praise is talk."""
    rungs = {act["type"]: act["rung"] for item in event_acts.gold.values() for act in item}
    assert {"ASSAULT": "deed", "ACCUSE": "talk", "AID": "commitment", "SUPPORT": "talk"} == rungs


def test_readers_comments_are_not_counted(event_acts):
    """What a comment claims is not the article's."""
    assert 4 == sum(map(len, event_acts.coded.values()))


def test_kinds_are_counted_on_both_sides(event_acts):
    """A planned act that is coded as a deed is a deed too many, and a commitment missed."""
    deeds, commitments = (scored(event_acts, has("rung", rung)) for rung in ("deed", "commitment"))
    assert (2, 1, 0.5, 1.0) == (deeds.found, deeds.asked, deeds.precision, deeds.recall)
    assert (0, 1, 0.0) == (commitments.found, commitments.asked, commitments.f1)


def test_swapped_sides_are_listed(event_acts):
    """Who attacked whom is the worst thing to get wrong."""
    assert [("one", "ASSAULT")] == [(item, gold["type"]) for item, gold, _ in swaps(event_acts)]


def test_confidence_is_judged_by_the_matching(event_acts):
    """The swapped one has the right type and the wrong sides; the invented one is wrong in both."""
    assert [(0.3, False), (0.6, True), (0.8, True), (0.9, True)] == sorted(judged(event_acts, "type"))
    assert [(0.3, False), (0.6, True), (0.8, True), (0.9, False)] == sorted(judged(event_acts, "dyad"))


def test_a_filter_leaves_only_sure_events(event_acts):
    """Precision rises and recall falls as if the others had never been coded."""
    sure = scored(event_acts.least(0.5), right=at("type"))
    assert (3, 1.0, 0.75) == (sure.found, sure.precision, sure.recall)
