import pytest

pytest.importorskip("sklearn", reason="training needs the group `train`")

from facta.language.reader import load
from training.fit import fit, keys, logits
from training.gold import find, item, paragraphs
from training.tagger import aligned, third_person
from training.times import read
from training.weights import quantised

LINE = {
    "item": "x",
    "date": "2018-04-03",
    "text": "Chad left. Then Chad's army left Niger in May.",
    "events": [
        {"type": "RETREAT", "mode": "withdraw", "status": "actual", "actor": [["Chad", "TCD", "GOV"]], "recipient": [],
         "trigger": "left",
         "evidence": "Chad's army left Niger", "date": "2018-05", "place": "Niger", "speaker": None}
    ],
}  # fmt: skip


def test_a_piece_is_found_in_its_evidence_first() -> None:
    """Where words occur twice, the occurrence inside the evidence is meant, as the scorer has it."""
    (act,) = item(load().parser, LINE).acts
    assert (28, 1) == (act.trigger.start, act.home)
    assert {"actor": 16, "place": 33} == {role: r.start for role, r in act.roles}


def test_what_does_not_occur_is_not_found() -> None:
    """Strings that are not in the text are left out."""
    assert find("abc", "x", None) is None


def test_paragraphs_count_in_the_whole_text() -> None:
    """Ranges between empty lines have true offsets."""
    text = "one\n\ntwo\n\n\n\nthree"
    assert ["one", "two", "", "three"] == [text[r.start : r.end] for r in paragraphs(text)]


def test_fitting_separates_what_can_be_separated() -> None:
    """A feature that always goes with a label decides for it."""
    examples = [keys(["sun", "day"]), keys(["rain", "day"])] * 10
    model = fit(examples, ["dry", "wet"] * 10, strength=1.0)
    assert ["dry", "wet"] == [model.labels[i] for i in logits(model, [keys(["sun"]), keys(["rain"])]).argmax(1)]


def test_the_weakest_features_go_first() -> None:
    """Making a model small keeps the features with the largest weights."""
    import numpy as np

    small = quantised(
        ["a", "b"], np.array([1, 2, 3], np.uint32), np.array([[0.0, 0.1], [2.0, 0.0], [0.0, -1.0]]), np.zeros(2), keep=2
    )
    assert [2, 3] == small.keys.tolist()


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("last Tuesday", "2018-04-03"),
        ("April 2018", "2018-04"),
        ("2014", "2014"),
        ("yesterday", "2018-04-04"),
        ("last month", "2018-03"),
        ("two days", None),
    ],
)
def test_phrases_of_time_are_dated(phrase: str, expected: str | None) -> None:
    """A phrase gives a date at the precision it tells, seen from Thursday 5 April 2018, or none."""
    assert expected == read(phrase, "2018-04-05")


def test_past_tense_is_retold_in_the_present() -> None:
    """Third persons are formed by the rules of spelling."""
    assert ["visits", "carries", "pushes", "has", "says"] == [third_person(v) for v in ("visit", "carry", "push", "have", "say")]


def test_a_word_over_several_tokens_takes_the_head_s_tag() -> None:
    """Where the treebank cuts finer than we do, the tag of the token that heads the others is taken."""
    rows = [["1", "state", "", "NOUN", "", "", "3"], ["2", "-", "", "PUNCT", "", "", "3"], ["3", "run", "", "VERB", "", "", "0"]]
    assert (["state-run"], ["VERB"]) == aligned("state-run", rows)
