"""Answers of the ledger that readers judged in real reports."""

import json

import pytest

from eval.validation import judged as module
from eval.validation.judged import FILE, Told, compared, judged, section
from facta.relations.commitments.scoring import FEATURES
from facta.store import open_store
from tests.relations.commitments.ledger_makers import delivered, filled, halted, promised

WHERE = ("a", 0, 3), ("b", 0, 3)


@pytest.fixture
def told(tmp_path, monkeypatch):
    """What was judged, written by the test: half and answers of the promise of report `a` and the act of report `b`."""
    path = tmp_path / "judged.jsonl"
    monkeypatch.setattr(module, "FILE", path)

    def write(half, *answers):
        row = {"pair": ["CHN", "RUS"], "half": half, "made": WHERE[0], "done": WHERE[1], "answers": answers}
        path.write_text(json.dumps(row | {"commitment": [True] * len(answers)}) + "\n", "utf-8")

    return write


def shares(store):
    """The measured column, without the intervals."""
    (table,) = (part for part in section(store).blocks if not isinstance(part, str))
    return [row[1].partition(" (")[0] for row in table.rows]


def test_the_halves_share_no_two_states_and_each_place_is_one_of_a_report():
    """What measures is never fitted on; readers say one of three things, one for each reader."""
    fit, later, measure = judged("fit"), judged("later"), judged("measure")
    assert not {one.pair for one in (*fit, *later)} & {one.pair for one in measure}
    assert len(fit) > 500 < len(measure)
    for one in (*fit, *later, *measure):
        assert {"keeps", "breaks", "neither"} >= set(one.answers)
        assert len(one.answers) == len(one.commitment) > 0
        assert all(0 <= first < last for _, first, last in (one.made, one.done))
    assert len(FILE.read_text("utf-8").splitlines()) == len(fit) + len(later) + len(measure)


def test_an_act_is_found_by_the_words_that_tell_it(told):
    """Words that overlap; other words of the report, and other reports, tell it not."""
    with open_store(":memory:") as store:
        filled(store, promised(), delivered())
        found = Told(store)
        assert 1 == len(found.at(("a", 0, 3)))
        assert set() == found.at(("a", 10_000, 10_003)) | found.at(("z", 0, 3))


@pytest.mark.parametrize(
    ("deed", "answer", "right"), [(delivered(), "keeps", True), (delivered(), "neither", False), (halted(), "breaks", True)]
)
def test_judged_pairs_are_compared_by_what_readers_say(told, deed, answer, right):
    """Only of the half to fit on."""
    told("fit", answer)
    with open_store(":memory:") as store:
        filled(store, promised(), deed)
        ((features, is_right),) = compared(store)
        assert (len(FEATURES), right) == (len(features), is_right)
        told("measure", answer)
        assert [] == list(compared(store))


@pytest.mark.parametrize(
    ("answers", "want"),
    [
        (("keeps",), ["1 of 1", "1.00", ".00", "1.00", "1.00"]),
        (("breaks", "breaks"), ["1 of 1", ".00", "1.00", ".00", "1.00"]),
    ],
)
def test_an_entry_is_right_where_readers_say_so(told, answers, want):
    """An answer that is called the other way round is none."""
    told("measure", *answers)
    with open_store(":memory:") as store:
        filled(store, promised(), delivered())
        assert want == shares(store)
