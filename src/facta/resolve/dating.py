"""When an event happened, by its own words, by those of its article, by the report's date; and what that says of its status.

What words of time mean is for `dates` to say.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import structs

from facta.records import VERBAL, Event, Page, Reading, Status, When
from facta.resolve import dates
from facta.resolve.spots import sentence_around
from facta.resolve.time_rules import context
from facta.resolve.timex import may_tell, times
from facta.values import dates as iso_dates

STORY = 1500
"""Characters from which a text is an article with a story, not a report of a sentence or three."""
NEAR = 4
"""Words from a trigger within which a time is its own. Of nine such acts in our labelled texts six have that date."""
TURN = 60
"""Days of the year before that a report counts as its own time."""
EAST = timedelta(days=1)
"""What happens east of a publisher may have the date of the day after."""
NEWS = 2
"""Days before publication on which a daily's news may have happened. On ten held-out articles .61 of all dates are right so, .37
without; with 7 days .49."""


class Days:
    """The days from which times are reckoned, ISO: of an article its publication, of a comment and a live blog's part its own."""

    def __init__(self, reading: Reading) -> None:
        self._page = reading.page.published
        self._comments = {c.id: c.date[: len("2018-04-03")] for c in reading.thread if c.date}
        self._parts = [(u.start, u.end, u.date) for u in reading.page.updates if u.date]

    def of(self, comment: str | None, at: int) -> str | None:
        """The day of what stands at an offset of a comment's text, or of the page's; None when unknown."""
        if comment is not None:
            return self._comments.get(comment, self._page)
        return next((day for start, end, day in self._parts if start <= at < end), self._page)


def settled(event: Event, text: str, published: str | None) -> When | None:
    """The date that an event waits for: by its words, else the report's own at the precision asked for; a known one stays.

    text: of the article or comment; None for an event that waits for no date.
    """
    found = event.date
    if found is None or found.iso:
        return found
    told = _told(event, found.text, text, published)
    size = {"month": len("2018-04"), "year": len("2018")}.get(found.precision)
    if size is None or published is None or (told and told.precision != "reported"):
        return told
    return When(iso=published[:size], precision=found.precision if len(published) >= size else "year", text=found.text)


def _told(event: Event, words: str | None, text: str, published: str | None) -> When | None:
    """The date that words tell of an event; where they are another's, the report's."""
    story = dates.in_story(words, text, event.trigger.start, published) if words else None
    told = story or dates.when(words, published, reckoned(event, text))
    reported = When(iso=published, precision="reported") if published else None
    if told and _of_else(told, event, text, published):
        told = reported
    if told and published and event.status in ("actual", "historical"):
        told = _last_year(told, event, text, published) or told
        told = _of_morrow(told, event, text, published)
    if told and told.precision == "reported" and told.text:
        told = _whole(event, told.text, text, published) or told
    if told and published and iso_dates.first_day(told.iso) > iso_dates.last_day(published) + EAST:
        # what has happened is not dated by days to come
        told = {"actual": reported, "historical": None}.get(event.status, told)
    return told


_WEEK_BACK = 6
"""Days back that the weekday after publication lies, where it is read as past."""


def _of_morrow(told: When, event: Event, text: str, published: str) -> When:
    """The date, or tomorrow for a bare weekday a week back whose words do not look back: `has a chance on Saturday to mock`."""
    today = iso_dates.first_day(published)
    back = told.precision == "day" and not told.end and told.iso == (today - timedelta(days=_WEEK_BACK)).isoformat()
    if not (back and told.text and _WEEKDAY.search(told.text) and _bare(told.text)):
        return told
    if dates.leaning(told.text, text, event.trigger.start) == "backward":
        return told
    return structs.replace(told, iso=(today + timedelta(days=1)).isoformat())


_WEEKDAY = re.compile(rf"\b(?:{'|'.join(iso_dates.WEEKDAYS)})\b", re.IGNORECASE)
_MAY = re.compile(
    r"(?:may|might|could|can|hop(?:es?|ing) to|(?:is|are) (?:considering|likely)|considering|likely)\b", re.IGNORECASE
)


_WILL = re.compile(r"(?:will|shall|(?:is|are) going to)\b|['’]ll\b", re.IGNORECASE)
"""The beginning of a promise told by its deed, whose words of time are the deed's: `in May we will lend`."""


def reckoned(event: Event, text: str) -> Status:
    """The status by which an event's words of time are reckoned: what `may` come about, or holds from a day on, lies ahead."""
    words = event.date.text if event.date else None
    if event.status == "possible":
        return "planned" if _MAY.match(event.trigger.text) else event.status
    if words is None or event.status != "actual":
        return event.status
    at = event.trigger.start
    promised = event.type in _PROMISED and _WILL.match(event.trigger.text) and dates.leaning(words, text, at) != "backward"
    return "planned" if promised or dates.of_onset(words, text, at) else event.status


def _of_else(told: When, event: Event, text: str, published: str | None) -> bool:
    """Whether a date is not the act's: of who tells of a plan, a deadline, the aim of what is agreed, or an aside."""
    at = event.trigger.start
    if event.status == "planned":
        return published is not None and _of_its_news(told, text, at, published)
    if event.status != "actual" or not told.text:
        return False
    if told.precision == "day" and dates.of_eve(told.text, text, at):
        return True
    if event.quad in VERBAL and dates.is_deadline(told.text, text, at):
        return True
    return published is not None and _of_another(told, told.text, event, text, published)


def _last_year(told: When, event: Event, text: str, published: str) -> When | None:
    """The same day a year before, where a day without a year was taken for one to come though the act is told as done.

    So of deeds, of acts whose sentence the day opens (`On 3 February France expelled`), and on the eve of a new year. Days that
    lie in what is agreed or demanded are not meant.
    """
    words, last = told.text or "", iso_dates.first_day(published)
    if told.precision != "day" or told.end or not _DAY_ALONE.fullmatch(words) or iso_dates.precision(published) != "day":
        return None
    day = iso_dates.first_day(told.iso)
    done = event.quad not in VERBAL or dates.opens(words, text, event.trigger.start)
    if not (done and (day > last + EAST or (last < day and day.year > last.year))) or (day.month, day.day) == (2, 29):
        return None
    return structs.replace(told, iso=day.replace(year=day.year - 1).isoformat())


_PROMISED = frozenset({"AGREE", "CONCEDE", "THREATEN", "REQUEST"})
_ASIDE = re.compile(r", (?:which|who|whose|where)\b(?![^,;]*\b(?:arriv|flew|came|travel|visit|land))[^,;]*\Z")
"""What is told of somebody between commas; on the day of an arrival the news may be as well."""
_CLOSED = re.compile(r"[^,;]{0,60}, (?:[a-z]+ )?")
_HALF_A_YEAR = timedelta(days=183)
"""A month nearer than this lies back rather than ahead, and the aim with it (`agreed to let him go in May`, told in July)."""
_APART = timedelta(days=7)
"""Days up to which an aside may tell the day of the news as well (`who spoke to him on Tuesday, offered`)."""


def _of_another(told: When, words: str, event: Event, text: str, published: str) -> bool:
    """Whether the words that tell a date belong to what is agreed or demanded, or to an aside before the act's verb."""
    at = event.trigger.start
    ago = iso_dates.first_day(published) - iso_dates.first_day(told.iso)
    if dates.of_likeness(words, text, at):
        return True
    if is_of_aim(event, words, text):
        return told.precision != "month" or told.iso >= published[: len(told.iso)] or ago > _HALF_A_YEAR
    if ago <= _APART:
        return False
    start = sentence_around(text, at).start
    place = text.rfind(words, start, at)
    return place >= 0 and bool(_ASIDE.search(text, start, place) and _CLOSED.fullmatch(text, place + len(words), at))


def is_of_aim(event: Event, words: str, text: str) -> bool:
    """Whether words of time are of what an act of words promises or demands: `agreed to meet in September`."""
    return event.type in _PROMISED and dates.of_aim(words, text, event.trigger.start)


_DAY_ALONE = re.compile(r"\D*\d{1,2}\D*")
"""Words with the number of a day and no year."""


def _of_its_news(told: When, text: str, at: int, published: str) -> bool:
    """Whether the day that a plan was given lies ahead only since the plan does: `said on Monday that he would go`."""
    return bool(told.text) and told.precision == "day" and told.iso > published and dates.of_saying(told.text or "", text, at)


def _whole(event: Event, words: str, text: str, published: str | None) -> When | None:
    """The date of the time in an act's sentence that words are only a part of: `a few days prior` around `days prior`."""
    sentence = sentence_around(text, event.trigger.start)
    around = (t.text for t in times(text[sentence.start : sentence.end], published) if t.kind == "DATE" and words in t.text)
    found = (dates.when(time, published, reckoned(event, text)) for time in around)
    return next((d for d in found if d and d.precision != "reported"), None)


def beside(event: Event, published: str | None) -> When | None:
    """The time that stands in the evidence of a background act right beside its trigger: `the 2011 military action`."""
    if event.status != "historical" or event.evidence is None:
        return None
    words, start = event.evidence.text, max(0, event.trigger.start - event.evidence.start)
    end = max(start, event.trigger.end - event.evidence.start)
    found = [
        (len(between.split()), time.text)
        for time in times(words, published)
        if time.kind == "DATE"
        for between in [words[time.at.end : start] if time.at.end <= start else words[end : time.at.start]]
    ]
    near, text = min(found, default=(NEAR, None))
    told = dates.when(text, published, event.status) if near < NEAR else None
    return told if told and told.precision != "reported" else None


def standing(status: Status, date: When | None, published: str | None) -> Status:
    """The status with what a told date adds: an act of another year is background, one of the report's own year is not.

    So the codebook rules; days around the turn of a year count as the same.
    """
    if not (date and date.text and published) or date.precision == "reported" or status not in ("actual", "historical"):
        return status
    today, day = iso_dates.first_day(published), iso_dates.first_day(date.iso)
    if day.year == today.year:
        return "actual"
    return "historical" if (today - day).days > TURN else status


_TWICE = 2
"""Mentions of tomorrow's weekday as past from which a page was dated the evening before. Of 870 coded articles two have so many,
both of them dated so; a week back lie single mentions."""


def of_evening(events: Sequence[Event], page: Page) -> tuple[Event, ...]:
    """The events; where a page was dated the evening before what it tells, acts of that weekday have the day after."""
    if page.published is None or iso_dates.precision(page.published) != "day":
        return tuple(events)
    published = iso_dates.first_day(page.published)
    back, tomorrow = (published + timedelta(days=n) for n in (-_WEEK_BACK, 1))
    told = [e for e in events if e.comment is None and e.date and e.date.text and e.date.iso == back.isoformat()]
    if not told or (_past_mentions(page.text, tomorrow) < _TWICE and not _datelined(page, tomorrow)):
        return tuple(events)
    moved = {e.id: structs.replace(e.date, iso=tomorrow.isoformat()) for e in told if e.date and _bare(e.date.text)}
    return tuple(structs.replace(e, date=moved[e.id]) if e.id in moved else e for e in events)


def _datelined(page: Page, day: date) -> bool:
    """Whether the page's dateline tells a day: `BANGKOK, July 25 (Reuters)` in a paper west of it, the evening before."""
    if page.dateline is None:
        return False
    found = times(page.text[page.dateline.start : page.dateline.end], page.published)
    return any(time.kind == "DATE" and time.value == day.isoformat() for time in found)


def _past_mentions(text: str, day: date) -> int:
    """How often a text names the weekday of a day, alone and as past."""
    named = re.finditer(rf"(?<!last )(?<!next )\b{iso_dates.WEEKDAYS[day.weekday()]}\b(?! (?:last|next|week))", text)
    return sum(context.leaning(match) == "backward" for match in named)


def _bare(words: str | None) -> bool:
    """Whether words of time do not themselves say that they lie back."""
    return re.search(r"\b(?:last|ago|past|previous)\b", words or "", re.IGNORECASE) is None


def told_once(events: Sequence[Event], page: Page) -> tuple[Event, ...]:
    """The events with the day that an article tells once for all of its news.

    A newspaper writes "on Monday" where its news begins, and goes on without. So what an article of some length tells as news
    without a date, in a sentence without any, has the day of the last act before it that has one within `NEWS` days of
    publication, else of the first. Not so the day of what only led to the news (`after the police shot two on Sunday`), nor in a
    live blog, whose parts have days of their own.
    """
    if len(page.text) < STORY or page.published is None or page.updates:
        return tuple(events)
    published = iso_dates.first_day(page.published)
    told = [e.date for e in events if _is_news(e, published, page.text)]
    day, out = next(iter(told), None), []
    for event in events:
        if _is_news(event, published, page.text):
            day = event.date
        out.append(structs.replace(event, date=day) if day and _waits(event, page) else event)
    return tuple(out)


def _waits(event: Event, page: Page) -> bool:
    """Whether an event of the article has only the report's date, in a sentence that tells no day but in a dateline."""
    news = event.comment is None and event.status == "actual" and event.date is not None
    if not news or event.date is None or event.date.precision != "reported" or event.date.text:
        return False
    start, end = sentence_around(page.text, event.trigger.start)
    start = max(start, page.dateline.end) if page.dateline and page.dateline.end < end else start
    sentence = page.text[start:end]
    found = times(sentence, page.published) if may_tell(sentence) else []
    own = (dates.when(t.text, page.published) for t in found if t.kind == "DATE")
    return not any(told and told.precision == "day" and told.iso <= (page.published or "") for told in own)


_LED = re.compile(r"\b(?:after|since|following|before|when)\b[^,;.]*$", re.IGNORECASE)
"""What leads to news rather than being it."""


def _is_news(event: Event, published: date, text: str) -> bool:
    """Whether an act of the article is told by its day as news."""
    if event.comment is not None or event.status != "actual" or not _news(event.date, published):
        return False
    return not _LED.search(text, sentence_around(text, event.trigger.start).start, event.trigger.start)


_BACK = re.compile(r"\b(?:before|earlier|previous|previously|prior)$", re.IGNORECASE)
"""Ends words that lead away from the news for an act or two."""


def _news(found: When | None, published: date) -> bool:
    """Whether a date told in words is a day shortly before publication, or that day."""
    if not (found and found.text and found.precision == "day" and not found.end) or _BACK.search(found.text):
        return False
    return timedelta(0) <= published - iso_dates.first_day(found.iso) <= timedelta(days=NEWS)
