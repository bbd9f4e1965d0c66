import json
from zlib import crc32

import pytest

from training import standoff
from training.paths import HELD_OUT
from training.texts import measures

TEXT = "Peru protests. Later Peru expels the envoy of Chile."
CODED = {
    "item": "k",
    "events": [
        {"type": "SANCTION", "mode": "expel", "status": "actual", "actor": [["Peru", "PER", "GOV"]],
         "recipient": [["envoy of Chile", "CHL", "GOV"]], "trigger": "expels", "evidence": "Peru expels the envoy of Chile",
         "date": "2018-06-03", "place": None, "speaker": None}
    ],
}  # fmt: skip


def test_labels_keep_offsets_and_no_text() -> None:
    """Every string becomes the place where it is meant, inside its evidence."""
    row = standoff.apart(CODED, TEXT, "2018-06-03")
    (event,) = row["events"]
    assert ([[21, 25, "PER", "GOV"]], [26, 32]) == (event["actor"], event["trigger"])
    assert crc32(TEXT.encode()) == row["crc"]
    assert not any(word in json.dumps(row) for word in ("Peru", "expels", "envoy"))


def test_offsets_give_the_strings_back() -> None:
    """With the text beside them, labels are what was coded."""
    (event,) = standoff.whole(standoff.apart(CODED, TEXT, "2018-06-03"), TEXT)["events"]
    wanted = CODED["events"][0]
    assert {k: wanted[k] for k in ("actor", "recipient", "trigger", "evidence")} == {
        k: event[k] for k in ("actor", "recipient", "trigger", "evidence")
    }


@pytest.mark.skipif(not standoff.REPORTS.exists(), reason="the shared data is not beside the project")
def test_all_labels_fit_their_texts() -> None:
    """No text behind a label has changed since it was coded, and none is one that measures."""
    assert 0 == standoff.check()
    events = standoff.REPORTS.parent.parent / "events"
    hidden = set((events / "dev_source_ids.txt").read_text("utf-8").split())
    articles = tuple(row["doc_id"].removeprefix("pn-") for row in standoff.lines(events / "dev_docs.jsonl"))
    assert [] == [row["item"] for row in standoff.coded() if row["item"] in hidden or row["item"].startswith(articles)]
    assert [] == [row["item"] for row in standoff.coded() if measures(row["text"])]


def test_our_own_deeds_are_texts_that_labels_may_point_into() -> None:
    """By file, line and place; the labels that we have of them fit, whether the shared data is there or not."""
    told = dict(standoff.deeds())
    rows = [row for path in sorted(standoff.LABELS.glob("deeds-*.jsonl")) for row in standoff.lines(path)]
    assert len(rows) > 7000
    assert [] == [row["key"] for row in rows if crc32(told[row["key"]].encode()) != row["crc"]]
    held = set(HELD_OUT.read_text("utf-8").split())
    assert 250 == sum(row["key"] in held for row in rows)
