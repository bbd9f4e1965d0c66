"""How what is measured is put into words, once for the command line, pages and pictures: numbers, days, intervals, findings.

A finding claims no more than its interval: only one that lies on one side of zero tells words from deeds, or deeds from chance.
"""

from datetime import date
from typing import Any

from facta.relations.measure import LEAST_DEEDS, TOO_FEW
from facta.relations.records import Interval, Ledger, Measures, Relation, Share, State
from facta.values.counts import counted
from facta.values.dates import MONTHS

MINUS = "\N{MINUS SIGN}"
_MOST = 5
"""Digits of which records hold one less: what is zero in all of them is zero."""
_WITH_ARTICLE = {"Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Comoros", "international community"}
_PLURALS = {"Islands", "Emirates", "Republic", "Union", "Nations", "Organization", "Organisation", "Council", "Dialogue"}
"""Last words of names that take the article."""


def number(value: float | None, digits: int = 2) -> str:
    """As printed: a minus is a minus; nothing for what is unknown.

    >>> number(-0.25), number(-0.001), number(None)
    ('−0.25', '0.00', '')
    """
    if value is None:
        return ""
    text = f"{value:.{digits}f}"
    return text.removeprefix("-") if not float(text) else text.replace("-", MINUS)


def signed(value: float | None, digits: int = 2) -> str:
    """With its sign, a plus too.

    >>> signed(0.234), signed(-0.5), signed(0.0), signed(None)
    ('+0.23', '−0.50', '0.00', '')
    """
    text = number(value, digits)
    return f"+{text}" if value is not None and value > 0 and float(text) else text


def percent(value: float | None) -> str:
    """A share as a percentage.

    >>> percent(0.256), percent(-0.02), percent(None)
    ('26%', '−2%', '')
    """
    return "" if value is None else f"{number(value * 100, 0)}%"


def between(low: float | None, high: float | None, *, share: bool = False, digits: int = 2) -> str:
    """The bounds of an interval, of a share or of a number with a sign; nothing where there is none.

    A bound that is not zero is not written as zero: on which side of it an interval lies is what is read first.

    >>> between(-0.3, 0.71), between(0.07, 0.47, share=True)
    ('−0.30 to +0.71', '7% to 47%')
    >>> between(0.036, 0.44, digits=1), between(-0.0022, 0.12, share=True)
    ('+0.04 to +0.4', '−0.2% to 12%')
    """
    if low is None or high is None:
        return ""
    return " to ".join(_bound(one, share=share, digits=digits) for one in (low, high))


def _bound(value: float, *, share: bool, digits: int) -> str:
    number_, least = (value * 100, 0) if share else (value, digits)
    told = enough(number_, least)
    return f"{number(number_, told)}%" if share else signed(number_, told)


def enough(value: float, digits: int) -> int:
    """So many digits, or as many more as a number that is not zero needs so as not to be written as zero.

    >>> enough(0.31, 1), enough(0.031, 1), enough(0.0, 1)
    (1, 2, 1)
    """
    return next((more for more in range(digits, _MOST) if round(value, more)), digits)


def interval(found: Any, digits: int = 2) -> str:
    """The same of anything with `low` and `high`.

    >>> interval(Interval(value=0.2, low=-0.1, high=0.5), 1)
    '−0.1 to +0.5'
    """
    return "" if found is None else between(found.low, found.high, digits=digits)


def around(found: Any, digits: int = 2) -> str:
    """The same in brackets, behind a number; nothing where there is none.

    >>> around(Interval(value=0.2, low=-0.1, high=0.5)), around(Interval(value=0.2))
    (' (−0.10 to +0.50)', '')
    """
    bounds = interval(found, digits)
    return f" ({bounds})" if bounds else ""


def measured(found: Interval | None, *, share: bool = False) -> str:
    """A number and its interval, where the words beside it say of how many per cent that is.

    >>> measured(Interval(value=0.2, low=-0.1, high=0.5)), measured(Interval(value=0.2), share=True), measured(None)
    ('+0.20 (−0.10 to +0.50)', '20%', 'unknown')
    """
    if found is None:
        return "unknown"
    bounds = between(found.low, found.high, share=share)
    return (percent(found.value) if share else signed(found.value)) + (f" ({bounds})" if bounds else "")


def later(days: int) -> str:
    """How long after a commitment its answer came; a person may confirm one that came before.

    >>> later(1), later(-37)
    ('after 1 day', '37 days before')
    """
    return f"after {counted(days, 'day')}" if days >= 0 else f"{counted(-days, 'day')} before"


def day(when: date | str | None) -> str:
    """A date as people write it, at its own precision.

    >>> day("2018-04-03"), day("2018-04"), day("2018"), day(None)
    ('3 April 2018', 'April 2018', '2018', 'undated')
    """
    if not when:
        return "undated"
    parts = str(when)[:10].split("-")
    month = MONTHS[int(parts[1]) - 1] if len(parts) > 1 else ""
    return " ".join(filter(None, (str(int(parts[2])) if len(parts) > 2 else "", month, parts[0])))


SHARES = ("met", "placebo", "above the placebo", "days before", "above the days before")
"""What `shares` gives: each placebo, and how far what is met lies above it."""


def shares(found: Share) -> tuple[Interval | None, ...]:
    """What is told of a horizon: met by an act that keeps them; by chance, and the difference; in as many days before, and the
    difference."""
    return (
        _known(found.share, found.low, found.high),
        _known(found.placebo, found.placebo_low, found.placebo_high),
        _known(found.excess, found.excess_low, found.excess_high),
        _known(found.before, found.before_low, found.before_high),
        _known(found.over_before, found.over_before_low, found.over_before_high),
    )


def _known(value: float | None, low: float | None, high: float | None) -> Interval | None:
    return None if value is None else Interval(value=value, low=low, high=high)


def the(name: str) -> str:
    """A side's name inside a sentence, with the article that English gives to some.

    >>> the("United States"), the("China"), the("Group of Seven"), the("NATO")
    ('the United States', 'China', 'the Group of Seven', 'NATO')
    """
    words = name.split() or [""]
    return f"the {name}" if words[-1] in _PLURALS or words[0] in ("United", "Group") or name in _WITH_ARTICLE else name


def side(low: float | None, high: float | None) -> int | None:
    """On which side of zero an interval lies: 1 above, -1 below, 0 where it holds zero; None without an interval.

    >>> side(0.1, 0.4), side(-0.4, -0.1), side(0.0, 0.4), side(None, None)
    (1, -1, 0, None)
    """
    if low is None or high is None:
        return None
    return (low > 0) - (high < 0)


def times(number: int) -> str:
    """How often, in words: a text that tells five stories tells five times.

    >>> times(1), times(2), times(1200)
    ('once', 'twice', '1,200 times')
    """
    return {1: "once", 2: "twice"}.get(number) or f"{number:,} times"


def counts_sentence(found: Relation) -> str:
    """Of what a relation is measured."""
    total = found.total
    told = f"{counted(total.stories, 'story', 'stories')} from {counted(total.events, 'event')}"
    told += f", told independently {times(total.independent)} by {counted(total.outlets, 'outlet')}"
    if found.undated:
        are, count = ("is", "counts") if found.undated == 1 else ("are", "count")
        told += (
            f"; {found.undated:,} {are} without a date, or dated too coarsely for one {found.by}, and {count} in the totals only"
        )
    return told + "."


def line(found: Relation) -> dict[str, str]:
    """What tells one relation from another in a table of periods: its pair, and whether only what the first does is counted."""
    return {"pair": "-".join(found.pair), "directed": str(found.directed).lower()}


def gap_sentence(found: Measures, names: tuple[str, str], directed: bool) -> str:
    """What the say-do gap means, with its uncertainty; why there is none where there is none."""
    one, other = the(names[0]), the(names[1])
    who = one if directed else f"{one} and {other}"
    talk, act, they, to = ("talks", "acts", "it", other) if directed else ("talk", "act", "they", "each other")
    gap = found.say_do_gap
    if gap is None:
        if found.why_no_gap == TOO_FEW:
            deeds = counted(found.deed.coop + found.deed.conf, "deed")
            return f"Too few deeds to compare with words: {deeds} where at least {LEAST_DEEDS} are needed."
        return "There is no talk to compare the deeds with."
    apart = side(gap.low, gap.high)
    if apart is None:
        return f"The say-do gap is {signed(gap.value)}, from too few stories to say how sure that is."
    told = f"the say-do gap is {signed(gap.value)} (95% interval {interval(gap)})."
    if not apart:
        return f"Words and deeds of {who} towards {to} do not clearly differ: {told}"
    friendlier = "more" if apart > 0 else "less"
    return f"{who[:1].upper()}{who[1:]} {talk} {friendlier} cooperatively than {they} {act} towards {to}: {told}"


BECAME: dict[State, tuple[str, str]] = {
    "kept": ("was kept", "were kept"),
    "broken": ("was broken", "were broken"),
    "open": ("is still open", "are still open"),
    "expired": ("expired unanswered", "expired unanswered"),
    "unobserved": ("was made before the first report", "were made before the first report"),
}
"""What becomes of one commitment, and of many."""


def ledger_sentence(found: Ledger) -> str:
    """What became of all commitments; states that none is in are said too, but for what was seldom watched for.

    The days inside which a deed counted as an answer are said where they are not the usual year.

    >>> nothing = {"pair": ("CHN", "RUS"), "names": ("China", "Russia"), "observed_until": None, "commitments": (), "curve": ()}
    >>> ledger_sentence(Ledger(**nothing, follow_through={}, counts={"kept": 7, "broken": 1, "open": 0, "expired": 20}))
    'Of 28 commitments 7 were kept, 1 was broken, none is still open and 20 expired unanswered.'
    >>> ledger_sentence(Ledger(**nothing, horizon=1, follow_through={}, counts={"expired": 20}))
    'Of 20 commitments none was kept, none was broken, none is still open and 20 expired unanswered within 1 day.'
    """
    if not any(found.counts.values()):
        return "No commitment was found."
    some = {state: found.counts.get(state, 0) for state in BECAME}
    if sum(some.values()) == 1:
        return _within(f"The only commitment {BECAME[max(some, key=some.__getitem__)][0]}.", found.horizon)
    *parts, last = [
        counted(n, one, many) if n else f"none {one}"
        for state, (one, many) in BECAME.items()
        if (n := some[state]) or state != "unobserved"
    ]
    return _within(f"Of {counted(sum(some.values()), 'commitment')} {', '.join(parts)} and {last}.", found.horizon)


def _within(told: str, horizon: int) -> str:
    """The time in which nothing answered, where it is not the usual year."""
    return told if horizon == 365 else told.replace("unanswered", f"unanswered within {counted(horizon, 'day')}")


def until_sentence(found: Ledger) -> str:
    """Until when reports were read."""
    return f"Reports until {day(found.observed_until)}." if found.observed_until else "There are no reports with a date."


def follow_sentence(found: Ledger) -> str:
    """How many were met within the longest time that was watched, beside what chance gives; empty without commitments.

    It does not hang on the horizon, which is said where another than the usual year was asked for.
    """
    if not any(found.counts.values()):  # of `commitments` only those in some states may be listed
        return ""
    told = _followed(found)
    return told if found.horizon == 365 else f"Whatever the time for an answer: {told[:1].lower()}{told[1:]}"


def _followed(found: Ledger) -> str:
    known = {int(days): share for days, share in found.follow_through.items() if share.share is not None}
    if not known:
        return "How many commitments were met by an act that keeps them is not known: none has yet been watched long enough."
    days = max(known)
    share = known[days]
    time = "a year" if days == 365 else counted(days, "day")
    told = f"Within {time} {percent(share.share)} of commitments were met by an act that keeps them"
    bounds = between(share.low, share.high, share=True)
    told += f" (95% interval {bounds})" if bounds else ""
    if share.placebo is None:
        return told + "."
    told += f"; by chance, with their dates shuffled, {percent(share.placebo)}"
    told += f", and in as many days before them {percent(share.before)}" if share.over_before is not None else ""
    return f"{told}: {_beyond_chance(share)}."


_BEYOND = {
    1: "more than chance explains",
    -1: "less than chance gives",
    0: "not clearly different from chance",
    None: "too few to say whether that is more than chance",
}
"""What both placebos say together, by the side of zero on which the differences lie."""
_BESIDE = {1: "more than", -1: "less than", 0: "not clearly different from", None: "too few to compare with"}
"""What one of them says where the other says otherwise."""


def _beyond_chance(share: Share) -> str:
    """Only what both placebos say is said of chance: in simulations the truth lay between them (docs/validation.md)."""
    first = side(share.excess_low, share.excess_high)
    second = first if share.over_before is None else side(share.over_before_low, share.over_before_high)
    return _BEYOND[first] if first == second else f"{_BESIDE[first]} the first, {_BESIDE[second]} the second"
