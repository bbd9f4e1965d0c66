"""The picture of a relation: its numbers are those of the record, at any length of time."""

from datetime import date

import msgspec
import numpy as np
import pytest
from lxml import html

from facta.relations import pictures
from facta.relations.pictures import timeline
from facta.relations.pictures.sheet import rendered
from facta.relations.pictures.words import relation_title
from facta.relations.records import Interval, Reciprocity, Variant
from facta.relations.wording import gap_sentence
from tests.relations.picture_makers import measures, relation, texts

BUSY = ((5, 1), (2, 1), (3, 2))


def drawn(found):
    """The fields of a picture: bars, three strips of balances, stories, outlets."""
    kept = []

    def draw():
        kept.append(timeline.drawn(found))
        return kept[0]

    rendered(draw, "svg")
    return kept[0].figure.axes


def heights(field):
    """How high all bars of each shape of a field are together."""
    shapes = [[path.vertices[:4, 1] for path in shape.get_paths()] for shape in field.collections]
    return [round(sum(float(np.ptp(corners)) for corners in corners_of)) for corners_of in shapes]


@pytest.mark.parametrize(("by", "many"), [("month", 1), ("month", 300), ("day", 1), ("day", 4000), ("year", 60)])
def test_bars_are_as_high_as_there_are_stories(by, many):
    """Of one period as of thousands: commitments and talk above, deeds below, cooperation first."""
    found = relation([BUSY if n % 3 == 0 else None for n in range(many)], by=by)
    field = drawn(found)[0]
    times = -(-many // 3)
    assert [2 * times, 5 * times, 3 * times, times, times, 2 * times] == heights(field)
    low, high = field.get_ylim()
    assert low < -5 and high > 9


@pytest.mark.parametrize(("by", "many"), [("month", 1), ("month", 300), ("day", 1), ("day", 4000), ("year", 60)])
def test_the_numbers_stand_in_the_picture(by, many):
    """Title, counts, why there is no gap, balances of the whole time with their intervals: as text that can be searched."""
    found = relation([BUSY if n % 3 == 0 else None for n in range(many)], by=by)
    told = texts(pictures.relation(found, "svg"))
    total = found.total
    for word in (
        f"{total.talk.coop:,}",
        f"{total.deed.conf:,}",
        "+0.67",
        "+0.17 to +1.00",
        "+0.20",
        "−0.30 to +0.70",
        "↑ Words",
        "↓ Deeds",
    ):
        assert word in told
    assert any(line.startswith(f"{total.stories:,} stories from {total.events:,} events, told independently") for line in told)
    assert f"Stories per {by}" in told


def test_the_title_tells_pair_direction_and_time():
    """Towards when only one side's acts count."""
    both = relation([BUSY] * 14)
    assert "China and Russia: words and deeds, January 2000 to February 2001" in texts(pictures.relation(both, "svg"))
    one = relation([BUSY] * 3, by="year", directed=True)
    assert "China towards Russia: words and deeds, 1990 to 1992" in texts(pictures.relation(one, "svg"))
    day = relation([BUSY], by="day")
    assert "China and Russia: words and deeds, 1 January 2018" in texts(pictures.relation(day, "svg"))


def test_a_gap_is_told_in_words_and_so_is_there_being_none():
    """With its interval, or with how many deeds are missing."""
    gap = Interval(value=0.4, low=0.1, high=0.7)
    found = relation([BUSY], total=measures(*BUSY, gap=gap))
    assert gap_sentence(found.total, found.names, False) in texts(pictures.relation(found, "svg"))
    none = relation([BUSY])
    assert gap_sentence(none.total, none.names, False) in texts(pictures.relation(none, "svg"))


def test_a_balance_is_drawn_where_there_are_enough_stories():
    """Neighbours make a line with a band, one alone a whisker; two stories are too few, and a strip without any says so."""
    enough, few = ((2, 1), (0, 0), (1, 0)), ((1, 1), (0, 0), (1, 0))
    _, talk, _, deeds, *_ = drawn(relation([enough, enough, enough, few, enough]))
    line, dots = (line for line in talk.lines if len(line.get_xdata()) > 2)
    assert [True, True, True, False, True] == np.isfinite(line.get_ydata()).tolist()
    assert [[x, pytest.approx(1 / 3)] for x in (0.5, 1.5, 2.5, 4.5)] == dots.get_xydata().tolist()
    band, whiskers = (some.get_paths() for some in talk.collections[1:])
    assert [(0.5, 2.5)] == [(float(p.vertices[:, 0].min()), float(p.vertices[:, 0].max())) for p in band if len(p.vertices) > 5]
    assert [[4.5, 4.5]] == [p.vertices[:, 0].tolist() for p in whiskers]
    assert ["no month has 3 or more"] == [text.get_text() for text in deeds.texts]


def test_what_has_no_interval_is_drawn_without_one():
    """Numbers alone, and no NaN in the drawing."""
    svg = pictures.relation(relation([BUSY] * 4, around=None), "svg")
    assert "+0.67" in texts(svg)
    assert b"nan" not in svg.lower()


@pytest.mark.parametrize("many", [0, 1, 48])
def test_no_story_is_a_picture_too(many):
    """It says that nothing was found, and that this need not mean that nothing happened."""
    svg = pictures.relation(relation([None] * many), "svg")
    told = texts(svg)
    assert "No story of China and Russia in this time" in told
    assert "0 stories by month." in told
    assert any("Whether nothing happened depends on what these outlets cover." in line for line in told)
    assert b"nan" not in svg.lower()


def test_stories_without_a_day_are_in_the_totals_and_the_picture_says_so():
    """No period, no bar, but counts and balances."""
    found = relation([], total=measures(*BUSY), undated=14)
    told = texts(pictures.relation(found, "svg"))
    assert "No story has a date fine enough to be put into a period." in told
    assert "14 are without a date, or dated too coarsely for one month, and count in the totals only." in " ".join(told)


def test_bars_broader_than_their_day_are_owned_up_to():
    """Only where there are too many days for the paper."""
    assert any(
        "Bars are drawn broader than a day" in line for line in texts(pictures.relation(relation([BUSY] * 900, by="day"), "svg"))
    )
    assert not any("broader" in line for line in texts(pictures.relation(relation([BUSY] * 300), "svg")))


def page(found):
    """The page of a relation, parsed."""
    return html.document_fromstring(pictures.relation(found, "html").decode())


def rows(table):
    """Its cells as text."""
    return [[cell.text_content() for cell in row] for row in table.iter("tr")]


def test_a_page_has_the_numbers_as_a_table():
    """A row a period, quiet runs as one, the whole time last."""
    found = relation([BUSY, None, None, None, None, BUSY])
    table, *_ = page(found).iter("table")
    over, head, *body = rows(table)
    assert ["", "talk", "commitments", "deeds", "say-do gap", "share of deeds"] == over[:6]
    assert ["month", "coop.", "conf.", "balance", "95% interval"] == head[:5]
    assert ["2000-01", "2000-02 to 2000-05: 4 months", "2000-06", "whole time"] == [row[0] for row in body]
    assert ["5", "1", "+0.67", "+0.17 to +1.00"] == body[0][1:5]
    assert ["0", "0", "", ""] == body[1][1:5]
    assert ["10", "2", "+0.67", "+0.17 to +1.00"] == body[3][1:5]
    assert ["28", "56", "4"] == body[3][-3:]
    assert {len(head)} == {len(row) for row in body}


def test_a_page_shows_what_carries_the_result_and_who_answers_whom():
    """Variants and reciprocity have tables where they are known."""
    without = Variant(without="stories that only one outlet tells", left_out=7, **_fields(measures(*BUSY)))
    answers = (Reciprocity(lag=1, value=0.31, low=0.1, high=0.5, periods=40), Reciprocity(lag=2, periods=3))
    found = relation([BUSY])
    found = type(found)(**_fields(found) | {"sensitivity": {"without_loudest_outlet": without}, "reciprocity": answers})
    _, variants, reciprocity = map(rows, page(found).iter("table"))
    assert ["without stories that only one outlet tells", "7", "5", "1", "+0.67"] == variants[2][:5]
    assert [["+1", "+0.31", "+0.10 to +0.50", "40"]] == reciprocity[1:]


def _fields(record):
    return {name: getattr(record, name) for name in record.__struct_fields__}


def test_a_page_stands_alone():
    """Nothing to load, nothing to run, the drawing inside and named for those who can't see it."""
    whole = pictures.relation(relation([BUSY] * 3), "html").decode()
    root = html.document_fromstring(whole)
    assert [] == [node for kind in ("script", "link", "img", "iframe", "object") for node in root.iter(kind)]
    assert [] == [v for node in root.iter() for name, v in node.items() if name in ("src", "href") and not v.startswith("#")]
    assert [] == [word for word in ("@import", "url(http", "javascript:") if word in whole]
    (policy,) = root.xpath("//meta[@http-equiv]/@content")
    assert "default-src 'none'; style-src 'unsafe-inline'" == policy
    (name,) = root.xpath("//figure/div[@role='img']/@aria-label")
    assert name.startswith("China and Russia: words and deeds, January 2000 to March 2000. 42 stories from 42 events")
    assert "@media print" in whole
    assert ["en"] == root.xpath("/html/@lang")
    (drawing,) = root.xpath("//figure//*[local-name()='svg']")
    assert [] == [size for size in ("width", "height") if size in drawing.attrib]


def test_the_title_tells_the_time_asked_for():
    """Which may begin in the middle of a year: then in months, or in days where it begins inside one."""
    whole = relation([((1, 0), (0, 0), (0, 0))], by="year")
    for since, told in ((date(1990, 1, 1), "1990"), (date(1990, 6, 1), "June 1990 to December 1990"),
                        (date(1990, 6, 3), "3 June 1990 to 31 December 1990")):  # fmt: skip
        assert relation_title(msgspec.structs.replace(whole, since=since)).endswith(f"words and deeds, {told}")


def test_a_story_of_long_ago_is_named_and_not_drawn():
    """Above the bars; whoever asks for the whole time has all of it drawn, and the numbers are all of them either way."""
    long = relation([((1, 0), (0, 0), (0, 0)), *[None] * 100, *[BUSY] * 9], by="year")
    lone, late = long.periods[0].period, long.periods[101].period
    told = texts(pictures.relation(long, "svg"))
    assert f"1 story of {lone} is counted, not drawn" in told and late in told and lone not in told
    whole = texts(pictures.relation(long, "svg", whole=True))
    assert lone in whole and not any("not drawn" in line for line in whole)
    page = html.fromstring(pictures.relation(long, "html"))
    assert [lone, f"{int(lone) + 1} to {int(late) - 1}: 100 years", late] == page.xpath("(//table)[1]/tbody/tr/th/text()")[:3]


@pytest.mark.parametrize("by", ["month", "day"])
def test_whole_years_are_told_as_years(by):
    """Whatever the periods."""
    found = msgspec.structs.replace(relation([BUSY], by=by), since=date(2010, 1, 1), until=date(2024, 12, 31))
    assert relation_title(found).endswith("words and deeds, 2010 to 2024")


def test_states_have_their_article_where_one_answers_another():
    """In the heading of the table of reciprocity."""
    answers = tuple(Reciprocity(lag=lag, value=0.1, low=-0.2, high=0.4, periods=12) for lag in (0, 1))
    found = msgspec.structs.replace(relation([BUSY], names=("United States", "European Union")), reciprocity=answers)
    told = html.fromstring(pictures.relation(found, "html")).xpath("string(//caption[contains(., 'Reciprocity')])")
    assert told.endswith("at +1 the European Union answers a month after the United States")
