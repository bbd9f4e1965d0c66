"""The words and numbers of pictures: titles that claim no more than was measured, dates and intervals as they are printed."""

import re
import unicodedata
from datetime import date

from facta import __version__
from facta.relations.measure import LEAST_DEEDS, TOO_FEW
from facta.relations.records import Interval, Ledger, Measures, Relation
from facta.values.dates import MONTHS

_UNFIT = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# What XML cannot hold, and what turns the direction of the words beside it.


def plain(words: str) -> str:
    """A story's words on one line, without characters that break a picture.

    >>> plain("two\\nlines\\x00 and a\\u202e turn")
    'two lines and a turn'
    """
    return " ".join(_UNFIT.sub("", words).split())


def shortened(words: str, width: int) -> str:
    """Cut at a word, so that it is no wider than so many Latin letters; Chinese ones count twice.

    >>> shortened("Russia will sell gas to China", 20)
    'Russia will sell…'
    """
    words = plain(words)
    if _width(words) <= width:
        return words
    end = len(words)
    while _width(words[:end]) > width - 1:
        end -= 1
    cut = words[:end]
    space = cut.rfind(" ")
    return (cut[:space] if space > max(0, end - 10) else cut).rstrip(" ,;:") + "…"


def _width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words)


def number(value: float | None, digits: int = 2) -> str:
    """As printed: a minus is a minus; nothing for what is unknown.

    >>> number(-0.25), number(-0.001), number(None)
    ('−0.25', '0.00', '')
    """
    if value is None:
        return ""
    text = f"{value:.{digits}f}"
    return text.removeprefix("-") if not float(text) else text.replace("-", "−")


def signed(value: float) -> str:
    """With its sign, a plus too.

    >>> signed(0.25), signed(-0.25), signed(0)
    ('+0.25', '−0.25', '0.00')
    """
    text = number(value)
    return f"+{text}" if value > 0 and float(text) else text


def percent(value: float | None) -> str:
    """A share as printed.

    >>> percent(0.186), percent(-0.02)
    ('19%', '−2%')
    """
    return "" if value is None else f"{number(value * 100, 0)}%"


def between(low: float | None, high: float | None, *, share: bool = False) -> str:
    """An interval as printed; nothing where there is none.

    >>> between(-0.3, 0.71), between(0.07, 0.47, share=True)
    ('−0.30 to 0.71', '7% to 47%')
    """
    if low is None or high is None:
        return ""
    return f"{percent(low)} to {percent(high)}" if share else f"{number(low)} to {number(high)}"


def counted(count: int, one: str, more: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "story", "stories"), counted(1200, "outlet")
    ('1 story', '1,200 outlets')
    """
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def later(days: int) -> str:
    """How long after a commitment its answer came; a person may confirm one that came before.

    >>> later(1), later(-37)
    ('after 1 day', '37 days before')
    """
    return f"after {counted(days, 'day')}" if days >= 0 else f"{counted(-days, 'day')} before"


def day(when: date | None) -> str:
    """`3 April 2018`."""
    return "" if when is None else f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def span(found: Relation) -> str:
    """From the first period to the last, as coarse as the periods are; empty where there are none."""
    if found.since is None or found.until is None:
        return ""
    ends = [_rough(found.by, when) for when in (found.since, found.until)]
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def _rough(by: str, when: date) -> str:
    if by == "year":
        return str(when.year)
    return f"{MONTHS[when.month - 1]} {when.year}" if by in ("month", "quarter") else day(when)


def relation_title(found: Relation) -> str:
    """Pair, direction and time."""
    one, other = map(plain, found.names)
    time = span(found)
    return f"{one} {'towards' if found.directed else 'and'} {other}: words and deeds" + (f", {time}" if time else "")


def relation_counts(found: Relation) -> str:
    """What the picture is made of."""
    total = found.total
    told = f"{counted(total.stories, 'story', 'stories')} by {found.by}"
    told += f", told by {counted(total.outlets, 'outlet')} in {counted(total.independent, 'independent text')}"
    if found.undated:
        are = "is" if found.undated == 1 else "are"
        told += f"; {found.undated:,} {are} dated too coarsely for one {found.by} and {are} in the totals only"
    return told + "."


def gap(total: Measures) -> str:
    """The say-do gap as a sentence, or why there is none."""
    found = total.say_do_gap
    if found is None:
        deeds = counted(total.deed.coop + total.deed.conf, "deed")
        too_few = f" ({deeds}; at least {LEAST_DEEDS} are needed)" if total.why_no_gap == TOO_FEW else ""
        return f"No say-do gap: {total.why_no_gap or 'nothing to compare'}{too_few}."
    interval = between(found.low, found.high)
    around = f" (95% interval {interval})" if interval else ""
    return f"Say-do gap {signed(found.value)}{around}: {_meaning(found)}."


def _meaning(found: Interval) -> str:
    if found.low is None or found.high is None:
        return "too few stories to say how sure that is"
    if found.low > 0:
        return "talk was friendlier than deeds"
    if found.high < 0:
        return "deeds were friendlier than talk"
    return "too uncertain to call talk friendlier or harsher than deeds"


SOURCE = f"Source: news reports coded by facta {__version__}."


def relation_source(found: Relation, least: int, *, widened: bool) -> str:
    """Whence the numbers are and how to read them; widened: whether bars are broader than a period."""
    return (
        f"{SOURCE} A story counts once however many reports tell it; meetings and deals count for both sides. "
        f"Balance: cooperation less conflict, divided by both; drawn for a {found.by} with {least} or more stories of its kind, "
        "with the 95% interval (bootstrap over months and stories) as a band. Say-do gap: balance of talk less balance of deeds."
        + (f" Bars are drawn broader than a {found.by}, so that each is seen." if widened else "")
    )


def ledger_title(found: Ledger) -> str:
    """Pair and what is asked."""
    one, other = map(plain, found.names)
    many = len(found.commitments)
    if not many:
        return f"{one} and {other}: what became of their commitments"
    return f"{one} and {other}: what became of {counted(many, 'commitment')}{_years(found)}"


def _years(found: Ledger) -> str:
    years = [c.date.year for c in found.commitments]
    return f", {years[0]}" if min(years) == max(years) else f", {min(years)} to {max(years)}"


STATES = {
    "kept": "kept",
    "broken": "broken",
    "open": "still open",
    "expired": "expired without a deed",
    "unobserved": "made before the first report",
}
"""What became of a commitment, for a person."""


def ledger_counts(found: Ledger) -> str:
    """Commitments by what became of them, and until when reports were read."""
    some = {state: found.counts.get(state, 0) for state in STATES}
    told = ", ".join(f"{n:,} {STATES[state]}" for state, n in some.items() if n or state != "unobserved")
    until = f" Reports until {day(found.observed_until)}." if found.observed_until else ""
    return f"{told[0].upper()}{told[1:]}.{until}"


UNWATCHED = "How many commitments a deed met is not known: none has yet been watched long enough."


def follow(found: Ledger) -> str:
    """Follow-through as a sentence: the longest horizon that has a share; empty without commitments."""
    known = [(int(days), share) for days, share in found.follow_through.items() if share.share is not None]
    if not known:
        return UNWATCHED if found.commitments else ""
    days, share = max(known, key=lambda k: k[0])
    told = f"Within {days} days a deed met {percent(share.share)} of commitments"
    interval = between(share.low, share.high, share=True)
    told += f" (95% interval {interval})" if interval else ""
    if share.placebo is None:
        return told + "."
    told += f", by chance {percent(share.placebo)}: "
    if share.excess_low is None or share.excess_high is None:
        return told + "too few to say whether that is more than chance."
    if share.excess_low > 0:
        return told + "more than chance explains."
    return told + ("less than chance gives." if share.excess_high < 0 else "not clearly different from chance.")


def ledger_source() -> str:
    """Whence the numbers are and how to read them."""
    return (
        f"{SOURCE} A commitment is an agreement, concession, threat or signed treaty, or "
        "an act announced for later; a deed answers it when it is of a fitting type, on the same subject, inside the horizon. "
        "Curve: Kaplan-Meier, commitments still open count as long as they were watched. By chance: the same commitments with "
        "their dates shuffled (placebo). Band and whiskers: 95% intervals (bootstrap over months)."
    )
