"""Sets of reports with commitments: what counts as right."""

import pytest

from eval import ledgers
from eval.ledgers import FITTED, SCORED, Promise
from facta.store import open_store
from tests.relations.commitments.ledger_makers import delivered, filled, halted, promised


@pytest.mark.parametrize("name", [*FITTED, *SCORED])
def test_every_answer_is_a_report_of_its_set(name):
    """And what nothing answered has none."""
    asked = ledgers.promises(name)
    reports = set(ledgers.reports(name))
    assert len(asked) > 50
    assert all(one.report in reports and (one.answer is None or one.answer in reports) for one in asked)
    assert {"kept", "broken"} == {one.state for one in asked if one.answer}
    assert {"open", "expired"} == {one.state for one in asked if not one.answer}
    assert all(one.pair == tuple(sorted(one.pair)) for one in asked)


@pytest.mark.parametrize(
    ("deed", "state", "answer", "scores"),
    [
        (delivered(), "kept", "b", (1.0, 1.0, 1.0)),
        (halted(), "broken", "b", (1.0, 1.0, 1.0)),
        (delivered(), "kept", "c", (0.0, 0.0, 0.0)),
        (delivered(), "broken", "b", (0.0, 0.0, 0.0)),
        (delivered(), "open", None, (0.0, 0.0, 0.0)),
        (None, "open", None, (1.0, 0.0, 0.0)),
        (None, "kept", "b", (0.0, 0.0, 0.0)),
    ],
)
def test_right_is_the_state_and_the_report_that_tells_the_answer(deed, state, answer, scores):
    """Share right, precision, recall."""
    with open_store(":memory:") as store:
        filled(store, promised(), *([deed] if deed else []))
        found = ledgers.scores(ledgers.counts(store, [Promise("a", ("CHN", "RUS"), state, answer)]))
    assert scores == (found["right"], found["answer_precision"], found["answer_recall"])
