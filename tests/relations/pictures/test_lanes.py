"""The picture of a ledger: a lane a commitment, the curve beside it, and a written rule where there are too many."""

import warnings

import msgspec
import pytest
from lxml import html

from facta.relations import pictures
from facta.relations.pictures import lanes
from facta.relations.pictures.sheet import rendered
from facta.relations.records import Share
from tests.relations.picture_makers import STEPS, commitment, ledger, texts

STATES = ("kept", "broken", "open", "expired")


def drawn(found):
    """The fields of a picture: ground, lanes, key, curve."""
    kept = []

    def draw():
        kept.append(lanes.drawn(found))
        return kept[0]

    rendered(draw, "svg")
    return kept[0].figure.axes


def marks(field):
    """The marks of the lanes: shape, filling and place of each, in the order drawn."""
    return [
        (line.get_marker(), str(line.get_markerfacecolor()), float(line.get_xdata()[-1]))
        for line in field.lines
        if line.get_marker() != "None"
    ]


def test_each_state_has_its_mark():
    """Kept filled, broken crossed, open hollow, expired faint and leading nowhere; conflict has another shape."""
    day = commitment().date.toordinal()
    last = ledger().observed_until.toordinal()
    found = [marks(drawn(ledger(commitment(state=state)))[1]) for state in STATES]
    white, blue = "white", "#005c94"
    assert [("o", white, day), ("o", blue, day + 22)] == found[0]
    assert [("o", white, day), ("x", "#1a1a1a", day + 22)] == found[1]
    assert [("o", white, day), ("o", white, last)] == found[2]
    assert [("o", blue, day)] == found[3]
    (faint,) = (line for line in drawn(ledger(commitment(state="expired")))[1].lines if line.get_marker() != "None")
    assert 0.35 == faint.get_alpha()
    assert "^" == marks(drawn(ledger(commitment(direction="conflict")))[1])[0][0]


def test_a_lane_tells_who_promised_what_and_what_became_of_it():
    """Beside it, in words."""
    some = (commitment(), commitment(3, "broken", days=1, symmetric=True), commitment(5, "open"), commitment(9, "expired"))
    told = texts(pictures.ledger(ledger(*some), "svg"))
    for word in (
        "2018-01-10",
        "CHN → RUS",
        "CHN ↔ RUS",
        "Russia will sell gas to China",
        "kept after 22 days",
        "broken after 1 day",
    ):
        assert word in told
    became = "1 was kept, 1 was broken, 1 is still open and 1 expired unanswered"
    assert f"Of 4 commitments {became}. Reports until 27 December 2024." in told
    assert "China and Russia: what became of 4 commitments, 2018" in told
    assert "all, by date" in told


def test_a_picture_says_within_how_many_days_an_act_was_an_answer():
    """In what became of the commitments, and in how to read it; the page says it to who cannot see as well."""
    some = ledger(commitment(9, "expired"), horizon=30)
    told = " ".join(texts(pictures.ledger(some, "svg")))
    assert "expired unanswered within 30 days" in told and "on the same subject, within 30 days." in told
    page = html.fromstring(pictures.ledger(some, "html"))
    assert "expired unanswered within 30 days" in page.xpath("string(//div/@aria-label)")


def test_the_day_it_was_announced_for_is_marked():
    """Where it lies in the time that is drawn."""
    due = commitment().date.replace(year=2019)
    assert [("|", due.toordinal())] == [(m, x) for m, _, x in marks(drawn(ledger(commitment(due=due)))[1]) if m == "|"]
    assert [] == [m for m, *_ in marks(drawn(ledger(commitment(due=due.replace(year=2090))))[1]) if m == "|"]


def test_of_many_commitments_those_most_reported_are_drawn_and_the_rule_is_written():
    """300 make 40 lanes by date; the page has them all in its table."""
    some = [commitment(n, STATES[n % 4], independent=9 if n % 10 == 0 else 1) for n in range(300)]
    found = ledger(*some)
    shown = lanes.chosen(found.commitments)
    assert lanes.MOST == len(shown)
    assert [c for c in some if c.independent == 9] == [c for c in shown if c.independent == 9]
    assert sorted(c.date for c in shown) == [c.date for c in shown]
    told = texts(pictures.ledger(found, "svg"))
    assert "40 of 300 by date: those that the most independent texts report" in told
    assert 40 == sum(text.startswith("Russia will sell") for text in told)
    *_, table = html.document_fromstring(pictures.ledger(found, "html").decode()).iter("table")
    assert 300 == len(table.xpath("tbody/tr"))


def test_which_commitments_are_drawn_does_not_depend_on_their_order():
    """Ties go to the earlier, then to the smaller id."""
    some = [commitment(n) for n in range(100)]
    assert lanes.chosen(some) == lanes.chosen(some[::-1])


def test_the_curve_stands_beside_its_placebo_with_its_numbers():
    """Steps at the days that are known, a band, the placebo dashed, a row a horizon."""
    found = ledger(commitment())
    *_, curve = drawn(found)
    met, chance = curve.lines
    assert [(float(d), pytest.approx(0.4 * d / 365)) for d in STEPS] == [tuple(p) for p in met.get_xydata().tolist()]
    assert ["-", "--"] == [met.get_linestyle(), chance.get_linestyle()]
    told = texts(pictures.ledger(found, "svg"))
    for word in ("30 days", "90 days", "365 days", "40%", "20% to 60%", "10% to 30%", "met", "by chance", "difference", "before"):
        assert word in told
    assert (
        "Within a year 40% of commitments were met by an act that keeps them (95% interval 20% to 60%); "
        "by chance, with their dates shuffled, 20%: more than chance explains." in told
    )


def test_no_commitment_is_a_picture_too():
    """It says so, draws no curve, and the page has no empty table."""
    svg = pictures.ledger(ledger(), "svg")
    assert "No commitment of China and Russia in this time" in texts(svg)
    assert b"nan" not in svg.lower()
    assert [] == list(html.document_fromstring(pictures.ledger(ledger(), "html").decode()).iter("table"))


def test_a_ledger_of_a_single_day_is_drawn():
    """A commitment on the last day that reports are of."""
    found = ledger(commitment(state="open", date=ledger().observed_until))
    assert "open" in texts(pictures.ledger(found, "svg"))


def test_dollars_are_dollars_and_foreign_letters_are_no_trouble():
    """No mathematics is read into words, and no font's lack is warned of."""
    said = "$20 billion, or $30_billion^2, 中国和俄罗斯"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert said in texts(pictures.ledger(ledger(commitment(subject=said)), "svg"))
        pictures.ledger(ledger(commitment(subject=said)), "png")


def test_a_page_tells_every_commitment_with_its_deed_and_why():
    """The words of both whole, however long."""
    long = "Russia will sell gas to China " * 20
    *_, table = html.document_fromstring(pictures.ledger(ledger(commitment(subject=long)), "html").decode()).iter("table")
    (row,) = ([cell.text_content() for cell in row] for row in table.xpath("tbody/tr"))
    assert ["2018-01-10", "CHN → RUS", long.strip(), "AGREE", "cooperation", "", "kept"] == row[:7]
    assert ["2018-02-01", "22", "gas flowed", "0.61", "both about energy"] == row[7:]


def test_what_was_not_watched_is_said_in_place_of_a_curve():
    """No line at nothing, and no number beside it."""
    found = ledger(commitment())
    nothing = {name: None for name in Share.__struct_fields__ if name != "at_risk"}
    shares = dict.fromkeys(found.follow_through, Share(**nothing, at_risk=0))
    blind = msgspec.structs.replace(found, follow_through=shares, curve=())
    told = texts(pictures.ledger(blind, "svg"))
    assert "Not yet watched long enough." in told
    assert [] == [words for words in told if "%" in words and "95%" not in words]
    page = pictures.ledger(blind, "html").decode()
    assert "none has yet been watched long enough" in page
    assert "The curve of follow-through" not in page
