"""A picture as a page of its own, with its numbers as tables."""

import msgspec
import pytest
from lxml import html

from facta.relations.pictures import page
from facta.relations.records import Interval, Reciprocity
from tests.relations.picture_makers import commitment, ledger, measures, relation

SVG = (
    b'<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg width="700pt" height="500pt" viewBox="0 0 700 500">'
    b'<rect width="3" height="4"/></svg>'
)
BUSY = ((5, 1), (2, 1), (3, 2))


def tables(content):
    """The rows of each table by its caption, heads and feet among them."""
    tree = html.document_fromstring(content.decode())
    return {
        table.findtext("caption/h2"): [[cell.text_content() for cell in row] for row in table.iter("tr")]
        for table in tree.iter("table")
    }


def test_the_drawing_stands_inline_and_fills_the_width():
    """Without its prologue and its size; what it holds keeps theirs."""
    text = page.relation(relation([BUSY]), SVG).decode()
    assert '<svg viewBox="0 0 700 500"><rect width="3" height="4"/></svg>' in text
    assert "<?xml" not in text and 1 == text.count("<!DOCTYPE")


def test_nothing_in_the_page_may_load_or_run():
    """It says so to browsers itself."""
    tree = html.document_fromstring(page.ledger(ledger(commitment()), SVG).decode())
    (policy,) = tree.xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'")
    assert [] == tree.xpath("//script | //link | //img | //@src | //@href | //@onload")


def test_every_period_is_a_row_and_the_whole_time_the_foot():
    """With what is counted on each rung."""
    rows = tables(page.relation(relation([BUSY, BUSY]), SVG))["Stories and balances by month"]
    assert ["2000-01", "2000-02", "whole time"] == [row[0] for row in rows[2:]]
    assert [["5", "1", "+0.67"], ["10", "2", "+0.67"]] == [row[1:4] for row in (rows[2], rows[4])]
    assert 1 == len({sum(1 for _ in row) for row in rows[1:]})


@pytest.mark.parametrize(
    ("quiet", "told"), [(1, ["2000-02"]), (2, ["2000-02", "2000-03"]), (3, ["2000-02 to 2000-04: 3 months"])]
)
def test_more_than_two_quiet_periods_are_one_row(quiet, told):
    """As on the command line."""
    rows = tables(page.relation(relation([BUSY, *[None] * quiet, BUSY]), SVG))["Stories and balances by month"]
    assert told == [row[0] for row in rows[3:-2]]


def test_what_carries_the_result_and_who_answers_whom_have_tables_where_they_are_known():
    """An unknown correlation is no row."""
    found = msgspec.structs.replace(
        relation([BUSY]),
        reciprocity=(
            Reciprocity(lag=-1, value=0.25, low=0.0, high=0.5, periods=12),
            Reciprocity(lag=0, value=None, periods=3),
        ),
    )
    told = tables(page.relation(found, SVG))
    (caption,) = (name for name in told if name.startswith("Reciprocity"))
    assert ["-1", "+0.25", "0.00 to +0.50", "12"] == told[caption][1]
    assert 2 == len(told[caption])
    assert ["Stories and balances by month"] == list(tables(page.relation(relation([BUSY]), SVG)))


def test_a_gap_that_cannot_be_told_says_why_in_its_cell():
    """And an interval where it can."""
    rows = tables(page.relation(relation([BUSY], total=measures(*BUSY, gap=Interval(value=0.4, low=0.1, high=0.7))), SVG))
    (row, foot) = rows["Stories and balances by month"][-2:]
    assert ("too few deeds", "+0.40") == (row[13], foot[13])


def test_a_relation_without_stories_is_a_page_too():
    """It says that there is none."""
    tree = html.document_fromstring(page.relation(relation([]), SVG).decode())
    assert "0 stories." in tree.xpath("string(//div[@role='img']/@aria-label)")


def test_a_ledger_tells_of_each_commitment_what_became_of_it():
    """What is unknown is empty."""
    some = ledger(commitment(), commitment(3, "open", due=commitment().date, symmetric=True, status="planned", mode="meet"))
    kept, open_ = tables(page.ledger(some, SVG))["Every commitment"][1:]
    assert ["2018-01-10", "CHN → RUS", "AGREE", "kept", "2018-02-01", "22", "0.61"] == [kept[n] for n in (0, 1, 3, 6, 7, 8, 10)]
    assert ["CHN ↔ RUS", "AGREE meet planned", "2018-01-10", "open", "", "", "", ""] == [
        open_[n] for n in (1, 3, 5, 6, 7, 8, 9, 10)
    ]
    assert {} == tables(page.ledger(ledger(), SVG))


def test_words_of_strangers_are_text_in_one_line():
    """In cells, captions, title and what is spoken."""
    bad = '"><script>x</script>\n\u202e& \x1b[31m'
    content = page.ledger(ledger(commitment(subject=bad, reason=bad), names=(bad, bad)), SVG)
    tree = html.document_fromstring(content.decode())
    assert [] == tree.xpath("//script")
    assert tables(content)["Every commitment"][1][2] == '"><script>x</script> & [31m'
    assert b"\x1b" not in content
    assert "\u202e".encode() not in content
