"""When an event happened, by its own words, by those of its article, by the report's date; and what that says of its status.

What words of time mean is for `dates` to say.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import structs

from facta.records import Event, Page, Status, When
from facta.resolve import dates
from facta.resolve.timex import times
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


def settled(found: When, published: str | None, status: Status = "actual") -> When | None:
    """The date that an event waits for: by its words, else the report's own at the precision asked for; a known one stays."""
    if found.iso:
        return found
    told = dates.when(found.text, published, status)
    if told and published and status == "actual" and iso_dates.first_day(told.iso) > iso_dates.first_day(published) + EAST:
        told = When(iso=published, precision="reported")  # what has happened is not dated by days to come
    size = {"month": len("2018-04"), "year": len("2018")}.get(found.precision)
    if size is None or published is None or (told and told.precision != "reported"):
        return told
    return When(iso=published[:size], precision=found.precision if len(published) >= size else "year", text=found.text)


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


def told_once(events: Sequence[Event], page: Page) -> tuple[Event, ...]:
    """The events with the day that an article tells once for all of its news.

    A newspaper writes "on Monday" where its news begins, and goes on without. So what an article of some length tells as news
    without a date has the day of the last act before it that has one within `NEWS` days of publication, else of the first.
    """
    if len(page.text) < STORY or page.published is None:
        return tuple(events)
    published = iso_dates.first_day(page.published)
    told = [e.date for e in events if e.comment is None and e.status == "actual" and _news(e.date, published)]
    day, out = next(iter(told), None), []
    for event in events:
        news = event.comment is None and event.status == "actual" and event.date is not None
        if news and _news(event.date, published):
            day = event.date
        undated = news and event.date is not None and event.date.precision == "reported" and not event.date.text
        out.append(structs.replace(event, date=day) if undated and day else event)
    return tuple(out)


def _news(found: When | None, published: date) -> bool:
    """Whether a date told in words is a day shortly before publication, or that day."""
    if not (found and found.text and found.precision == "day" and not found.end):
        return False
    return -EAST <= published - iso_dates.first_day(found.iso) <= timedelta(days=NEWS)
