"""How numbers, dates, acts and their uncertainty are written on a page, once for all of them."""

from datetime import date, timedelta
from typing import Any

from facta.relations.pictures import words as pictured
from facta.relations.records import Ledger, Measures, Relation
from facta.values.dates import MONTHS

FILTERS = ("act", "count", "day", "day_range", "interval", "later", "made", "percent", "plural", "signed", "time")
"""Functions of this module that templates use as filters."""
plural, later = pictured.counted, pictured.later
"""Pages count and tell time as pictures do."""

MINUS = "\N{MINUS SIGN}"
_ACTS = {
    "AGREE": "agreement", "CONSULT": "talks", "SUPPORT": "support", "CONCEDE": "concession", "COOPERATE": "cooperation",
    "AID": "aid", "RETREAT": "retreat", "REQUEST": "demand", "ACCUSE": "accusation", "REJECT": "refusal", "THREATEN": "threat",
    "PROTEST": "protest", "SANCTION": "sanction", "MOBILIZE": "mobilization", "COERCE": "coercion", "ASSAULT": "attack",
}  # fmt: skip
_WITH_ARTICLE = {"Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Comoros", "international community"}


def act(told: Any) -> str:
    """The kind of an act in words, from anything with `type` and `mode`.

    >>> from types import SimpleNamespace as It
    >>> act(It(type="CONSULT", mode="third-party")), act(It(type="AID", mode=None))
    ('talks, third party', 'aid')
    """
    kind = _ACTS.get(told.type, told.type.lower())
    return f"{kind}, {told.mode.replace('-', ' ')}" if told.mode else kind


def count(number: float) -> str:
    """A number with its thousands apart.

    >>> count(1234567)
    '1,234,567'
    """
    return f"{number:,}"


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


def day_range(told: Any) -> str:
    """The date of a story at the precision that its telling gives.

    >>> from types import SimpleNamespace as It
    >>> day_range(It(first_day=date(2018, 4, 1), last_day=date(2018, 4, 30), precision="month"))
    'April 2018'
    """
    first, last = told.first_day, told.last_day
    if first is None:
        return "undated"
    match told.precision:
        case "year":
            return str(first.year)
        case "decade":
            return f"{first.year}s"
        case "month":
            return day(first.isoformat()[:7])
    if last is not None and last != first:
        return f"{day(first)} to {day(last)}"
    return day(first)


def time(told: Any) -> str:
    """The days from `since` to `until`, both included, as short as they can be said.

    >>> from types import SimpleNamespace as It
    >>> time(It(since=date(2018, 7, 1), until=date(2018, 9, 30))), time(It(since=date(2018, 1, 1), until=date(2019, 12, 31)))
    ('July to September 2018', '2018 to 2019')
    """
    first, last = told.since, told.until
    if first is None or last is None:
        return f"from {day(first)}" if first else f"until {day(last)}" if last else "the whole time"
    if first == last:
        return day(first)
    whole_months = first.day == 1 and (last + timedelta(1)).day == 1
    if whole_months and first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return day(first.isoformat()[:7])
    if whole_months:
        begin = MONTHS[first.month - 1] if first.year == last.year else day(first.isoformat()[:7])
        return f"{begin} to {day(last.isoformat()[:7])}"
    return f"{day(first)} to {day(last)}"


def the(name: str) -> str:
    """A side's name inside a sentence, with the article that English gives to some.

    >>> the("United States"), the("China"), the("Marshall Islands"), the("NATO")
    ('the United States', 'China', 'the Marshall Islands', 'NATO')
    """
    words = name.split()
    plural = words[-1] in (
        "Islands",
        "Emirates",
        "Republic",
        "Union",
        "Nations",
        "Organization",
        "Organisation",
        "Council",
        "Dialogue",
    )
    return f"the {name}" if plural or words[0] == "United" or name in _WITH_ARTICLE else name


def signed(value: float | None, digits: int = 2) -> str:
    """A number with its sign, a true minus, and nothing where there is none.

    >>> signed(0.234), signed(-0.5), signed(0.0), signed(None)
    ('+0.23', '−0.50', '0.00', '')
    """
    if value is None:
        return ""
    text = f"{abs(value):.{digits}f}"
    if float(text) == 0:
        return text
    return ("+" if value > 0 else MINUS) + text


def percent(value: float | None) -> str:
    """A share as a percentage.

    >>> percent(0.256), percent(None)
    ('26%', '')
    """
    return "" if value is None else f"{value:.0%}".replace("-", MINUS)


def interval(found: Any, digits: int = 2) -> str:
    """The bounds of a 95% interval, from anything with `low` and `high`.

    >>> from facta.relations.records import Interval
    >>> interval(Interval(value=0.2, low=-0.1, high=0.5), 1)
    '−0.1 to +0.5'
    """
    if found is None or found.low is None or found.high is None:
        return ""
    return f"{signed(found.low, digits)} to {signed(found.high, digits)}"


def made(told: Any) -> str:
    """How many reports tell it, and how many of them are their own text.

    >>> from types import SimpleNamespace as It
    >>> made(It(independent=1, reports=1)), made(It(independent=2, reports=5))
    ('1 report', '2 independent of 5 reports')
    """
    if told.reports == 1:
        return "1 report"
    if told.independent == told.reports:
        return f"{told.reports} independent reports"
    return f"{told.independent} independent of {told.reports} reports"


def gap_sentence(found: Measures, names: tuple[str, str], directed: bool) -> str:
    """What the say-do gap means, with its uncertainty; why there is none where there is none."""
    one, other = the(names[0]), the(names[1])
    who = one if directed else f"{one} and {other}"
    talk, act_, to = ("talks", "acts", f" towards {other}") if directed else ("talk", "act", " towards each other")
    gap = found.say_do_gap
    if gap is None:
        deeds = found.deed.coop + found.deed.conf
        if found.why_no_gap == "too few deeds":
            return f"Too few deeds to compare with words: {plural(deeds, 'deed')} where at least 10 are needed."
        return "There is no talk to compare the deeds with."
    if gap.low is None or gap.high is None:
        return f"The say-do gap is {signed(gap.value)}, from too few stories for an interval."
    if gap.low <= 0 <= gap.high:
        return f"Words and deeds of {who}{to} do not clearly differ: the interval of the gap includes zero."
    friendlier = "more" if gap.value > 0 else "less"
    return f"{who[0].upper()}{who[1:]} {talk} {friendlier} cooperatively than {'it' if directed else 'they'} {act_}{to}."


def picture_sentence(found: Relation) -> str:
    """What a timeline shows: when most was told, and how much of words and of deeds is cooperation."""
    most = max(found.periods, key=lambda period: period.stories, default=None)
    if most is None or not most.stories:
        return "No story has a date that a timeline can show."
    talk, promised, deed = found.total.talk, found.total.commitment, found.total.deed
    words = (talk.coop + promised.coop, talk.conf + promised.conf)
    told = [
        f"{what}: {cooperative:,} cooperative, {conflictual:,} conflictual"
        for what, (cooperative, conflictual) in (("words", words), ("deeds", (deed.coop, deed.conf)))
    ]
    names = f"{found.names[0]} {'to' if found.directed else 'and'} {found.names[1]}"
    return f"{names}, stories by {found.by}: most in {most.period} ({most.stories:,}). All in all {'; '.join(told)}."


def ledger_sentence(found: Ledger) -> str:
    """What became of all commitments, in a sentence.

    >>> nothing = {"pair": ("CHN", "RUS"), "names": ("China", "Russia"), "observed_until": None, "commitments": (), "curve": ()}
    >>> ledger_sentence(Ledger(**nothing, follow_through={}, counts={"kept": 7, "broken": 1, "open": 0, "expired": 20}))
    'Of 28 commitments 7 were kept, 1 was broken and 20 expired without a deed.'
    """
    verbs = (
        ("kept", "was kept", "were kept"),
        ("broken", "was broken", "were broken"),
        ("open", "is still open", "are still open"),
        ("expired", "expired without a deed", "expired without a deed"),
        ("unobserved", "was made before the first report", "were made before the first report"),
    )
    parts = [plural(n, one, many) for state, one, many in verbs if (n := found.counts.get(state, 0))]
    listed = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else "none is known"
    return f"Of {plural(sum(found.counts.values()), 'commitment')} {listed}."


def follow_sentence(found: Ledger) -> str:
    """How far deeds followed within the longest time that was watched, beside what chance gives; empty without commitments."""
    if not found.commitments:
        return ""
    known = {int(days): share for days, share in found.follow_through.items() if share.share is not None}
    if not known:
        return "How far deeds follow is not known: no commitment has yet been watched long enough."
    days = max(known)
    share = known[days]
    told = f"Within {'a year' if days == 365 else f'{days} days'} a deed followed {percent(share.share)} of them"
    if share.low is not None and share.high is not None:
        told += f" (95% interval {percent(share.low)} to {percent(share.high)})"
    if share.placebo is None:
        return told + "."
    told += f"; with the commitments' dates shuffled it is {percent(share.placebo)}"
    if share.excess_low is None or share.excess_high is None:
        return told + ". They are too few to say whether that is more than chance."
    if share.excess_low <= 0 <= share.excess_high:
        return told + ". The difference is not clear: it may be chance."
    return told + (". More than chance." if share.excess_low > 0 else ". Less than chance.")
