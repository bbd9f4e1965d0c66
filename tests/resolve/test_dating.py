"""When events happened, and which of them are background."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from msgspec import structs

from facta.records import Comment, Dateline, Precision, Reading, Status, Update, When
from facta.resolve.dating import STORY, Days, beside, settled, standing

Step = Callable[[Reading], Reading]
DAY = "2018-04-05"  # a Thursday
TEXT = "Togo met Ghana."


@pytest.mark.parametrize(
    ("precision", "published", "expected"),
    [
        ("month", DAY, ("2018-04", "month")),
        ("year", DAY, ("2018", "year")),
        ("month", "2018", ("2018", "year")),
        ("reported", DAY, (DAY, "reported")),
    ],
)
def test_the_report_s_date_is_taken_as_precisely_as_the_act_is_known(
    build: Any, precision: Precision, published: str, expected: tuple[str, str]
) -> None:
    """An act of this month or year has that, never more than the report's own date tells."""
    found = settled(build.event(TEXT, "met", date=When(iso="", precision=precision)), TEXT, published)
    assert found is not None
    assert expected == (found.iso, found.precision)


@pytest.mark.parametrize(("words", "expected"), [("recently", "2018-04"), ("last week", "2018-03"), ("in May 2016", "2016-05")])
def test_words_that_tell_no_date_leave_it_to_the_report_s(build: Any, words: str, expected: str) -> None:
    """`recently` is this month where the reader says so; words that tell a date go before."""
    found = settled(build.event(TEXT, "met", date=When(iso="", precision="month", text=words)), TEXT, DAY)
    assert found is not None
    assert expected == found.iso


@pytest.mark.parametrize(
    ("words", "status", "expected"),
    [
        ("May 1", "actual", (DAY, "reported")),
        ("next year", "actual", (DAY, "reported")),
        ("tomorrow", "actual", ("2018-04-06", "day")),
        ("May 1", "planned", ("2018-05-01", "day")),
    ],
)
def test_what_has_happened_is_not_dated_by_days_to_come(
    build: Any, words: str, status: Status, expected: tuple[str, str]
) -> None:
    """Such words tell of something else in the sentence; only the day after may be today further east."""
    found = settled(build.event(TEXT, "met", status=status, date=When(iso="", precision="reported", text=words)), TEXT, DAY)
    assert found is not None
    assert expected == (found.iso, found.precision)


@pytest.mark.parametrize(("published", "expected"), [("2018-04", ("2018-04-20", "day")), ("2018-03", ("2018-03", "reported"))])
def test_a_day_of_the_month_a_report_is_dated_to_is_not_to_come(build: Any, published: str, expected: tuple[str, str]) -> None:
    """It may have been written on any of them."""
    event = build.event(TEXT, "met", date=When(iso="", precision="reported", text="April 20, 2018"))
    found = settled(event, TEXT, published)
    assert found is not None
    assert expected == (found.iso, found.precision)


@pytest.mark.parametrize(
    ("text", "type", "words", "expected"),
    [
        ("On 3 February Togo expelled ten envoys.", "SANCTION", "3 February", "2024-02-03"),
        ("Togo expelled ten envoys on 1 January.", "SANCTION", "1 January", "2024-01-01"),
        ("On 3 February Togo accused Ghana.", "ACCUSE", "3 February", "2024-02-03"),
        ("Togo agreed to meet Ghana on 3 February.", "AGREE", "3 February", "2024-12-31"),
        ("Togo promised to send them by April.", "AGREE", "April", "2024-12-31"),
        ("Togo promised in April to send them.", "AGREE", "April", "2024-04"),
    ],
)
def test_what_was_done_lies_back_and_until_when_is_no_date(build: Any, text: str, type: str, words: str, expected: str) -> None:
    """On the last day of a year: a day without a year is one of the year that ends, but not one that is only agreed on."""
    trigger = next(w for w in ("expelled", "accused", "agreed", "promised") if w in text)
    event = build.event(text, trigger, type, date=When(iso="", precision="reported", text=words))
    event = msgspec.structs.replace(event, quad={"SANCTION": 4, "ACCUSE": 3, "AGREE": 1}[type])
    found = settled(event, text, "2024-12-31")
    assert found is not None
    assert expected == found.iso


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Togo and Ghana agreed to meet in September.", "September", DAY),
        ("Togo agreed to meet Ghana in February.", "February", "2018-02"),
        ("Togo agreed to meet Ghana in April.", "April", DAY),
        ("Togo agreed to meet Ghana in the autumn.", "the autumn", DAY),
        ("Togo agreed to meet Ghana in the autumn.", "autumn", DAY),
        ("Togo agreed with Ghana in the autumn.", "autumn", "2017"),
        ("Togo agreed to swiftly discuss it with Ghana on Monday.", "Monday", DAY),
        ("Togo agreed in September to meet Ghana.", "September", "2017-09"),
        ("Togo agreed to meet Ghana in September 2016.", "September 2016", "2016-09"),
        ("Togo agreed with Ghana, to its joy, in September.", "September", "2017-09"),
        ("Togo agreed to the talks in September.", "September", "2017-09"),
        ("Togo, which met Ghana on 3 February, agreed to leave.", "3 February", DAY),
        ("Togo, whose envoy came on 3 February, agreed to leave.", "3 February", "2018-02-03"),
        ("Togo, which met Ghana on 2 April, agreed to leave.", "2 April", "2018-04-02"),
        ("Togo, which met Ghana, on 3 February agreed to leave.", "3 February", "2018-02-03"),
    ],
)
def test_the_time_of_the_aim_and_of_an_aside_is_not_the_act_s(build: Any, text: str, words: str, expected: str) -> None:
    """What is agreed lies ahead, and what is told between commas before the verb lies back, but for days of one visit."""
    event = build.event(text, "agreed", "AGREE", date=When(iso="", precision="reported", text=words))
    found = settled(event, text, DAY)
    assert found is not None
    assert expected == found.iso


def test_a_date_that_is_known_stays(build: Any) -> None:
    """Only what waits is settled."""
    known = When(iso="2017", precision="year", text="in 2017")
    assert known == settled(build.event(TEXT, "met", date=known), TEXT, DAY)


def test_background_is_not_dated_by_days_to_come(build: Any) -> None:
    """It has no date then, as there is none of its own."""
    date = When(iso="", precision="reported", text="in 2025")
    assert settled(build.event(TEXT, "met", status="historical", date=date), TEXT, DAY) is None


def test_part_of_a_time_stands_for_all_of_it(build: Any) -> None:
    """A reader may link only some of the words; alone they tell no date."""
    text = "Ghana criticised Togo for an arrest a few days prior."
    date = When(iso="", precision="reported", text="days prior")
    found = settled(build.event(text, "arrest", date=date), text, "2018-04-30")
    assert found is not None
    assert (found.iso, found.precision) == ("2018-04", "month")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Togo struck Lomé on 12 March. Two days later it met Ghana.", "Two days later", "2018-03-14"),
        ("The quarrel began on March 5. The following day Togo met Ghana.", "The following day", "2018-03-06"),
        ("In February Togo left. That same month it met Ghana.", "That same month", "2018-02"),
        ("Togo met Ghana two days later.", "two days later", "2018-04"),
        ("Togo left last year; a week later it met Ghana.", "a week later", "2018-04"),
    ],
)
def test_words_of_the_story_count_from_what_it_told(build: Any, text: str, words: str, expected: str) -> None:
    """From the date told last that is fine enough; where none is, the reader's month stands."""
    found = settled(build.event(text, "met", date=When(iso="", precision="month", text=words)), text, DAY)
    assert found is not None
    assert expected == found.iso


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo said on Saturday that it would plan a visit.", (DAY, "reported")),
        ("Togo will visit Ghana on Saturday.", ("2018-04-07", "day")),
        ("Togo is planning to visit Ghana on Saturday.", ("2018-04-07", "day")),
    ],
)
def test_a_plan_is_not_dated_by_the_day_it_was_told(build: Any, text: str, expected: tuple[str, str]) -> None:
    """`said on Saturday` lies behind, though the plan lies ahead."""
    date = When(iso="", precision="reported", text="Saturday")
    found = settled(build.event(text, "visit", status="planned", date=date), text, DAY)
    assert found is not None
    assert expected == (found.iso, found.precision)


@pytest.mark.parametrize(
    ("iso", "status", "expected"),
    [
        ("2014", "actual", "historical"),
        ("2018-01-02", "historical", "actual"),
        ("2018-03", "actual", "actual"),
        ("2014", "negated", "negated"),
        ("2014", "planned", "planned"),
    ],
)
def test_an_act_of_another_year_is_background(iso: str, status: Status, expected: Status) -> None:
    """And one of the report's own year is not; what did not happen, or not yet, stays so."""
    told = When(iso=iso, precision="year" if len(iso) == 4 else "day", text="then")
    assert expected == standing(status, told, DAY)


def test_the_days_before_new_year_are_news_in_january() -> None:
    """The turn of a year is no border for a report."""
    assert "actual" == standing("actual", When(iso="2017-12-30", precision="day", text="Saturday"), "2018-01-02")


@pytest.mark.parametrize(("length", "last"), [(STORY, "2018-04-04"), (0, DAY)])
def test_an_article_tells_the_day_of_its_news_once(length: int, last: str, resolve: Step, build: Any) -> None:
    """What follows without a date has it; in a report of a sentence or three each act has its own or the report's."""
    text = "France met Spain on Wednesday. Peru sued Chile. " + "x" * length
    waiting = [build.When(iso="", precision="reported", text=words) for words in ("Wednesday", None)]
    events = tuple(
        build.event(text, verb, actors=[who], date=date)
        for verb, who, date in zip(("met", "sued"), ("France", "Peru"), waiting, strict=True)
    )
    found = resolve(build.reading(text, DAY, events=events)).events
    assert ["2018-04-04", last] == [e.date.iso for e in found if e.date]


@pytest.mark.parametrize(
    ("text", "trigger", "status", "expected"),
    [
        ("The 2011 American strikes on Libya failed.", "strikes", "historical", "2011"),
        ("Chile said Peru has blocked its ships since May 2016.", "blocked its ships", "historical", "2016-05"),
        ("The strikes on Libya, which Chad denied at the time, began in 2011.", "strikes", "historical", None),
        ("The 2011 American strikes on Libya failed.", "strikes", "actual", None),
        ("The American strikes on Libya failed.", "strikes", "historical", None),
    ],
)
def test_background_without_a_date_has_the_time_beside_it(
    text: str, trigger: str, status: Status, expected: str | None, build: Any
) -> None:
    """In its own evidence, at most three words from the trigger."""
    event = build.event(text, trigger, status=status, date=None, evidence=build.at(text, text.removesuffix(".")))
    found = beside(event, DAY)
    assert expected == (found and found.iso)


def test_a_comment_and_a_part_of_a_live_blog_have_their_own_days(build: Any) -> None:
    """Their times are reckoned from them, and from the page's where they tell none."""
    reading = build.reading("Togo met Ghana.\nMali met Niger.\nChad left.", DAY)
    parts = (Update(id="u1", start=0, end=15, date="2018-04-09"), Update(id="u2", start=16, end=31))
    thread = (Comment(id="c1", text="No.", date="2018-05-01T10:00"), Comment(id="c2", text="No."))
    page = msgspec.structs.replace(reading.page, updates=parts)
    days = Days(msgspec.structs.replace(reading, page=page, thread=thread))
    assert ["2018-04-09", DAY, DAY] == [days.of(None, at) for at in (5, 20, 35)]
    assert ["2018-05-01", DAY] == [days.of(comment, 0) for comment in ("c1", "c2")]


def test_an_act_of_a_live_blog_has_the_day_of_its_part(resolve: Step, build: Any) -> None:
    """`On Monday` is the one before the part was written."""
    text = "Togo met Ghana on Monday."
    event = build.event(text, "met", date=When(iso="", precision="day", text="Monday"))
    reading = build.reading(text, DAY, events=(event,))
    page = msgspec.structs.replace(reading.page, updates=(Update(id="u1", start=0, end=len(text), date="2018-04-19"),))
    date = resolve(msgspec.structs.replace(reading, page=page)).events[0].date
    assert date is not None
    assert "2018-04-16" == date.iso


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        ("Togo may meet Ghana on Monday.", ("may meet", "Monday", "possible"), "2018-04-09"),
        ("Togo feared that Ghana attacked it on Monday.", ("attacked", "Monday", "possible"), "2018-04-02"),
        ("Ahead of Saturday's vote Togo met Ghana.", ("met", "Saturday", "actual"), DAY),
        ("Togo closes a bridge, effective Friday.", ("closes", "Friday", "actual"), "2018-04-06"),
        ("As it did in 2014, Togo massed troops.", ("massed", "2014", "actual"), DAY),
        ("Togo closed a bridge on Friday.", ("closed", "Friday", "actual"), "2018-03-30"),
    ],
)
def test_days_lie_where_their_act_does(build: Any, text: str, read: tuple[str, str, Status], expected: str) -> None:
    """What may be lies ahead; the day of what comes later is not that of the news; from when a thing holds may be tomorrow."""
    trigger, words, status = read
    found = settled(build.event(text, trigger, status=status, date=When(iso="", precision="reported", text=words)), text, DAY)
    assert found is not None
    assert expected == found.iso


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo fired on Friday. Ghana condemned it on Friday. Mali mourned.", "2018-04-06"),
        ("Togo fired on Friday. Ghana condemned it on Monday.", "2018-03-30"),
        ("Togo fired on Friday. Ghana will vote on Friday.", "2018-03-30"),
        ("Togo fired last Friday. Ghana condemned it on Friday. Mali mourned on Friday.", "2018-03-30"),
    ],
)
def test_a_page_of_the_evening_before_tells_of_tomorrow(build: Any, resolve: Step, text: str, expected: str) -> None:
    """It names that weekday as past more than once; else the weekday lies back."""
    words = "last Friday" if "last" in text else "Friday"
    fired = build.event(text, "fired", type="ASSAULT", date=When(iso="", precision="reported", text=words))
    (event,) = resolve(build.reading(text, DAY, events=(fired,))).events
    assert event.date is not None
    assert expected == event.date.iso


@pytest.mark.parametrize(("day", "expected"), [("April 6", "2018-04-06"), ("April 5", "2018-03-30")])
def test_a_dateline_of_tomorrow_tells_that_the_page_is_of_the_evening_before(
    build: Any, resolve: Step, day: str, expected: str
) -> None:
    """In the west it is still Thursday where the agency writes on Friday; one mention of Friday will do."""
    line = f"LOME, {day} (Reuters) -"
    text = f"{line} Togo fired on Friday."
    fired = build.event(text, "fired", type="ASSAULT", date=When(iso="", precision="reported", text="Friday"))
    reading = build.reading(text, DAY, events=(fired,))
    dateline = Dateline(place="LOME", date=None, start=0, end=len(line), text=line)
    (event,) = resolve(structs.replace(reading, page=structs.replace(reading.page, dateline=dateline))).events
    assert event.date is not None
    assert expected == event.date.iso


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The king will get his chance on Friday to mock Ghana.", "mock", "2018-04-06"),
        ("Togo planned a march for this Friday to blame Ghana.", "blame", "2018-04-06"),
        ("Togo arrested ten sailors of Ghana on Friday.", "arrested", "2018-03-30"),
    ],
)
def test_tomorrow_s_weekday_lies_a_week_back_only_where_its_clause_looks_back(
    build: Any, text: str, words: str, expected: str
) -> None:
    """Else a reader took for done what the words around the day tell as still to come."""
    found = settled(build.event(text, words, date=When(iso="", precision="reported", text="Friday")), text, DAY)
    assert found is not None
    assert expected == found.iso


def test_the_time_of_a_promise_told_by_its_deed_is_the_deed_s(build: Any) -> None:
    """In saying so it was made."""
    text = "In June Togo will lend Ghana its ships."
    event = build.event(text, "will lend", type="AGREE", date=When(iso="", precision="reported", text="June"))
    found = settled(event, text, DAY)
    assert found is not None
    assert (DAY, "reported") == (found.iso, found.precision)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "9999"])
def test_a_day_at_the_end_of_the_calendar_is_no_day_to_reckon_from(resolve: Step, build: Any, published: str) -> None:
    """Tables write it for days that nobody knows; the page keeps it, acts and actors are resolved as on a page without a day."""
    told = When(iso="", precision="reported", text="last week")
    reading = resolve(build.reading(TEXT, published, events=(build.event(TEXT, "met", date=told),)))
    assert (published, None) == (reading.page.published, reading.events[0].date)
    assert resolve(build.reading(TEXT, None)).actors == msgspec.structs.replace(reading, events=()).actors
