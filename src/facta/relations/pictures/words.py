"""The words of pictures alone: titles, whence the numbers are, words cut to their room; what was found is told by `wording`."""

import unicodedata
from bisect import bisect_right
from datetime import date
from itertools import accumulate

from facta import __version__
from facta.relations import wording
from facta.relations.periods import By, checked, periods
from facta.relations.records import Ledger, Relation
from facta.relations.stories import as_day
from facta.relations.wording import day
from facta.values.counts import counted
from facta.values.dates import MONTHS
from facta.values.words import one_line


def shortened(words: str, width: int) -> str:
    """Cut at a word, so that it is no wider than so many Latin letters; Chinese ones count twice.

    >>> shortened("Russia will sell gas to China", 20)
    'Russia will sell…'
    """
    words = one_line(words)
    reached = list(accumulate(map(_width, words[: width + 1])))  # no letter is narrower than one
    if len(words) <= width and (not reached or reached[-1] <= width):
        return words
    end = bisect_right(reached, width - 1)
    cut = words[:end]
    space = cut.rfind(" ")
    return (cut[:space] if space > max(0, end - 10) else cut).rstrip(" ,;:") + "…"


def _width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words)


def span(found: Relation) -> str:
    """From the first day to the last, in years where these are whole, else as coarse as the periods that they begin and end.

    Empty where there is no time.
    """
    if found.since is None or found.until is None:
        return ""
    kinds: tuple[By, ...] = ("year", checked(found.by), "month")
    kind = next((by for by in kinds if _whole(by, found.since, found.until)), "day")
    ends = [_rough(kind, when) for when in (found.since, found.until)]
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def _whole(by: By, first: date, last: date) -> bool:
    """Whether a time begins and ends with such periods."""
    starts = periods(by, first, last).starts
    return (first, last) == (as_day(int(starts[0])), as_day(int(starts[-1]) - 1))


def _rough(by: str, when: date) -> str:
    if by == "year":
        return str(when.year)
    return f"{MONTHS[when.month - 1]} {when.year}" if by in ("month", "quarter") else day(when)


def relation_title(found: Relation) -> str:
    """Pair, direction and time."""
    one, other = map(one_line, found.names)
    time = span(found)
    return f"{one} {'towards' if found.directed else 'and'} {other}: words and deeds" + (f", {time}" if time else "")


def relation_findings(found: Relation) -> list[str]:
    """What the picture is made of, and the say-do gap or why there is none."""
    return [wording.counts_sentence(found), one_line(wording.gap_sentence(found.total, found.names, found.directed))]


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
    one, other = map(one_line, found.names)
    many = len(found.commitments)
    if not many:
        return f"{one} and {other}: what became of their commitments"
    return f"{one} and {other}: what became of {counted(many, 'commitment')}{_years(found)}"


def _years(found: Ledger) -> str:
    years = [c.date.year for c in found.commitments]
    return f", {years[0]}" if min(years) == max(years) else f", {min(years)} to {max(years)}"


def ledger_findings(found: Ledger) -> list[str]:
    """What became of the commitments, until when that is known, and how far acts that keep them followed."""
    return [f"{wording.ledger_sentence(found)} {wording.until_sentence(found)}", wording.follow_sentence(found)]


def ledger_source(found: Ledger) -> str:
    """Whence the numbers are and how to read them."""
    return (
        f"{SOURCE} A commitment is an agreement, concession, threat or signed treaty, or "
        "an act announced for later; an act answers it when it is of a fitting type, on the same subject, within "
        f"{counted(found.horizon, 'day')}. "
        "Curve: Kaplan-Meier, commitments still open count as long as they were watched. By chance: the same commitments with "
        "their dates shuffled (placebo). Band and whiskers: 95% intervals (bootstrap over months)."
    )
