"""Relations, ledgers and triads as they are printed."""

import csv
import io
import json

import msgspec
import pytest

from facta.cli import relating
from facta.relations import wording
from facta.relations.records import Interval, Reciprocity, Triad
from tests.cli.reading_makers import shown
from tests.relations.picture_makers import commitment, ledger, measures, relation

BUSY = ((5, 1), (2, 1), (3, 2))
SPAN = Interval(value=0.2, low=-0.1, high=0.5)


def table(found, width=150):
    """A relation for a person."""
    return shown(relating.relation(found), width)


@pytest.mark.parametrize(("directed", "arrow"), [(True, "China → Russia"), (False, "China ↔ Russia")])
def test_the_head_tells_pair_direction_and_time(directed, arrow):
    """And how to read the cells."""
    first = table(relation([BUSY], directed=directed)).splitlines()[0]
    assert first.startswith(f"{arrow} by month, 2000-01-01 to 2000-01-31")
    assert "n+ cooperation, n- conflict, balance (95% interval)" in first


def test_a_cell_has_counts_balance_and_interval():
    """Nothing where there is nothing; numbers without what says nothing."""
    rows = [line.split("  ") for line in table(relation([BUSY, ((1, 0), (0, 0), (0, 3))])).splitlines()]
    cells = {words[0]: words for row in rows if (words := [cell.strip() for cell in row if cell.strip()])}
    assert ["2000-01", "5+ 1-", ".67 (.2,1)", "2+ 1-", ".33 (-.2,.8)", "3+ 2-", ".2 (-.3,.7)"] == cells["2000-01"][:7]
    assert ["2000-02", "1+ 0-", "1 (.5,1)", "0", "0+ 3-", "-1 (-1,-.5)"] == cells["2000-02"][:6]
    assert "9+" not in cells["all"] and "6+ 1-" == cells["all"][1]


@pytest.mark.parametrize(("quiet", "told"), [(2, 0), (3, 1), (40, 1)])
def test_more_than_two_quiet_periods_are_one_row(quiet, told):
    """And said to be quiet."""
    out = table(relation([BUSY, *[None] * quiet, BUSY]))
    assert told == out.count(f"{quiet} quiet")


def test_notes_tell_gap_sensitivity_and_reciprocity_as_far_as_they_are_known():
    """An unknown correlation is left out."""
    found = msgspec.structs.replace(
        relation([BUSY], total=measures(*BUSY, gap=SPAN)),
        reciprocity=(Reciprocity(lag=1, value=0.25, low=0.0, high=0.5, periods=9), Reciprocity(lag=0, value=None, periods=2)),
    )
    out = " ".join(table(found).split())
    assert "the say-do gap is +0.20 (95% interval −0.10 to +0.50)" in out
    assert "Reciprocity (rank correlation, lag in months, of so many in which both act): +1: +0.25 (0.00 to +0.50) of 9." in out
    assert "+0:" not in out


def test_a_relation_without_stories_has_a_head_alone():
    """No empty table."""
    assert 1 == len(table(relation([])).splitlines())


def test_a_relation_is_a_record_or_a_line_a_period(capsysbinary):
    """The pair beside each."""
    relating.write(relation([BUSY, BUSY]), "json")
    assert ["CHN", "RUS"] == json.loads(capsysbinary.readouterr().out)["pair"]
    relating.write(relation([BUSY, BUSY]), "csv")
    rows = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode("utf-8-sig"))))
    assert [("CHN-RUS", "2000-01", "5"), ("CHN-RUS", "2000-02", "5")] == [(r["pair"], r["period"], r["talk_coop"]) for r in rows]


def test_a_commitment_is_told_with_its_answer():
    """Or why there is none."""
    some = ledger(commitment(), commitment(1, "open", reason="no answer yet", symmetric=True, status="planned"))
    some = msgspec.structs.replace(some, follow_through=dict.fromkeys(("30", "90", "365"), some.follow_through["365"]))
    out = " ".join(shown(relating.ledger(some), 200).split())
    for part in (
        "China ↔ Russia. Of 2 commitments 1 was kept",
        "CHN → RUS Russia will sell gas to China ● kept on 2018-02-01, after 22 days: gas flowed",
        "score 0.61, both about energy d1",
        "CHN ↔ RUS",
        "AGREE, planned e0001",
        "open: no answer yet",
        "Follow-through",
        "within [95%] 30 days 90 days 365 days",
        "met 40% 40% 40% 20% to 60% 20% to 60% 20% to 60%",  # each interval below its share
        "above the placebo 20% 20% 20% 1% to 30% 1% to 30% 1% to 30% days before unknown unknown unknown above the days before",
        "still watched 3 3 3",
    ):
        assert part in out


def test_the_table_of_follow_through_fits_eighty_columns():
    """With long intervals, that need one more digit; no number is broken in two or cut."""
    some = ledger(commitment())
    wide = msgspec.structs.replace(
        some.follow_through["365"], excess=-0.3333, excess_low=-0.666, excess_high=-0.004, over_before=0.1, over_before_low=-1
    )
    some = msgspec.structs.replace(some, follow_through=dict.fromkeys(("30", "90", "365"), wide))
    lines = shown(relating.ledger(some), 80).splitlines()
    at = next(n for n, line in enumerate(lines) if "within [95%]" in line)
    assert all(len(line.rstrip()) <= 80 for line in lines)
    told = wording.between(wide.excess_low, wide.excess_high, share=True)
    row = next(line.split() for line in lines[at:] if "above the placebo" in line)
    assert ["above", "the", "placebo", *[wording.percent(wide.excess)] * 3] == row
    assert (3, 0) == (sum(line.count(told) for line in lines), sum("…" in line for line in lines))


def test_states_choose_what_is_listed_and_not_what_is_counted(capsysbinary):
    """In every form."""
    some = ledger(commitment(), commitment(1, "open"))
    relating.write_ledger(some.narrowed(["open"]), "json")
    found = json.loads(capsysbinary.readouterr().out)
    assert (["open"], ["open"], 1) == ([c["state"] for c in found["commitments"]], found["only"], found["counts"]["kept"])
    relating.write_ledger(some.narrowed(["open"]), "csv")
    assert 2 == len(capsysbinary.readouterr().out.splitlines())
    relating.write_ledger(some.narrowed(["broken", "kept"]), "table")
    out = " ".join(capsysbinary.readouterr().out.decode().split())
    assert "1 was kept" in out and "Listed are 1 of them: kept, broken." in out and "Follow-through of all commitments" in out
    relating.write_ledger(some.narrowed(["broken"]), "table")
    out = " ".join(capsysbinary.readouterr().out.decode().split())
    assert "Listed are 0 of them: broken." in out and "Russia will sell gas" not in out and "Follow-through" in out


@pytest.mark.parametrize(
    ("balanced", "probability", "told"),
    [
        (True, 0.912, "CHN · RUS · USA: balanced (balanced in 91% of resamples)"),
        (False, None, "CHN · RUS · USA: not balanced"),
        (None, None, "CHN · RUS · USA: undecided: some pair has no story, or no sign"),
    ],
)
def test_a_triad_is_a_verdict_with_its_three_relations(capsys, balanced, probability, told):
    """A pair without stories is unknown."""
    found = Triad(
        sides=("CHN", "RUS", "USA"),
        net={"CHN-RUS": SPAN, "CHN-USA": SPAN},
        stories={"CHN-RUS": 1200, "CHN-USA": 3, "RUS-USA": 0},
        balanced=balanced,
        probability=probability,
    )
    relating.write_triad(found, "table")
    lines = capsys.readouterr().out.splitlines()
    assert told == lines[0]
    assert ["1,200", "3", "0"] == [line.split()[1] for line in lines[1:]]
    assert lines[1].endswith("net +0.20 (−0.10 to +0.50)") and lines[3].endswith("net unknown")
