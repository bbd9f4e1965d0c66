"""Lanes of a ledger on one time axis."""

from datetime import date

from facta.web.lanes import Lanes, lanes
from tests.relations.picture_makers import commitment, ledger

KEPT, OPEN, EXPIRED = commitment(0), commitment(400, "open"), commitment(800, "expired")
ALL = ledger(KEPT, OPEN, EXPIRED)


def test_a_lane_leads_from_a_commitment_to_its_end():
    """The deed, the last day of reports, or the end of the horizon."""
    kept, open_, expired = lanes(ALL, ALL.commitments).rows
    assert 2 == kept.start < kept.end < open_.start < open_.end == 98
    assert expired.start < expired.end < 98
    assert [False, True] == [kept.before, open_.before]


def test_a_filter_moves_nothing():
    """The axis is the whole ledger's."""
    whole, part = lanes(ALL, ALL.commitments), lanes(ALL, [OPEN])
    assert (whole.rows[1], whole.ticks) == (part.rows[0], part.ticks)


def test_what_was_not_observed_has_no_lane():
    """And stretches no time."""
    early = commitment(-9000, "unobserved")
    found = ledger(early, KEPT)
    assert [KEPT] == [lane.entry for lane in lanes(found, found.commitments).rows]
    assert Lanes((), ()) == lanes(ledger(early), [early]) == lanes(ledger(), [])


def test_there_are_few_years_on_an_axis():
    """However long it is."""
    long = ledger(commitment(-20_000), KEPT)
    ticks = lanes(long, long.commitments).ticks
    assert 1 < len(ticks) <= 9
    assert [at for at, _ in ticks] == sorted(at for at, _ in ticks)


def test_a_lane_says_what_it_shows():
    """For whoever cannot see it; words from right to left turn nothing around them."""
    (lane,) = lanes(ledger(KEPT), [KEPT]).rows
    assert f"2018-01-10, CHN to RUS: \u2068{KEPT.subject}\u2069 (kept on 2018-02-01)" == lane.words
    long = commitment(subject="word " * 40)
    assert len(lanes(ledger(long), [long]).rows[0].label) <= 52
    assert date(2018, 2, 1) == KEPT.deed_date


def test_a_label_is_no_longer_than_its_room():
    """Cut at its end, where readers see that it is cut, rather than at the edge of the picture."""
    early, late = commitment(subject="word " * 40), commitment(200, subject="word " * 40)
    rows = lanes(ledger(early, late), [early, late]).rows
    assert [True] * 2 == [len(lane.label) <= max(16, 1.04 * (lane.start if lane.before else 100 - lane.end)) for lane in rows]
    assert [True] * 2 == [lane.label.endswith(" …") for lane in rows]
