"""Find the times that an English newspaper text tells, each with its TIMEX3 type and value.

What words mean is for `time_rules`; here is where they stand: whether a word tells a time at all ("May", "second", "2000 men"),
whether a weekday or a month lies behind or ahead, and which words around it belong to it ("early June").
"""

import re
from collections.abc import Callable

from facta.records import Record
from facta.resolve.time_rules import Found, Lean, Match, scan
from facta.resolve.time_units import Kind
from facta.resolve.time_words import compiled
from facta.values import dates as iso_dates
from facta.values.spans import Range


class Time(Record, frozen=True, kw_only=True):
    """A time told in a text."""

    at: Range
    """Offsets in Unicode code points."""
    text: str
    """The words, as written."""
    kind: Kind
    """TIMEX3 type: a point of the calendar, a time of day, a length, or something that comes back."""
    value: str
    """TIMEX3 value, reckoned from publication and from what was told before; `X` for what is not known."""


def times(text: str, published: str | None) -> list[Time]:
    """The times of a text in reading order; none overlap.

    `published` is ISO at any precision, None when unknown: then what must be reckoned has a value with `X`, such as `XXXX-WXX-2`.

    >>> [(t.text, t.kind, t.value) for t in times("The weekly met on Tuesday, two days earlier than in 2017.", "2018-04-05")]
    [('weekly', 'SET', 'P1W'), ('Tuesday', 'DATE', '2018-04-03'), ('two days earlier', 'DATE', '2018-04-01'), ('2017', 'DATE', '2017')]
    """
    base = iso_dates.first_day(published) if published else None
    found = scan(text, base, _tells_time, _leaning)
    out: list[Time] = []
    for f in found:
        start = _opening(text, f, out[-1].at.end if out else 0)
        out.append(Time(at=Range(start, f.end), text=text[start : f.end], kind=f.told.kind, value=f.told.value))
    return out


_BELONGS = compiled(
    r"\b(?:(?:the )?(?:very )?(?:end|beginning|start|middle|close|rest|remainder|eve|turn) of (?:the )?"
    r"|(?:the )?(?:early|late|mid)[- ](?:in )?(?:the )?|(?:later|earlier)(?: in| on)? "
    r"|(?:just |a little )?(?:about|around|almost|nearly|roughly|approximately) |(?:no )?(?:more|less|fewer) than |at least |up to )$"
)


def _opening(text: str, found: Found, after: int) -> int:
    """Where a time begins with the words before it that belong to it: `early June`, `the end of last year`, `almost three years`."""
    if found.rule == "reference":
        return found.start
    match = _BELONGS.search(text, max(after, found.start - 40), found.start)
    return match.start() if match else found.start


# -- which way --------------------------------------------------------------------------------------------------------------------

_AHEAD = re.compile(
    r"\b(?:will|[’']ll|shall|would|wo(?=n)|can|may|might|could|should|must|due|plan(?:s|ned|ning)?|scheduled|slated"
    r"|expect(?:s|ed)?|intend(?:s|ed)?|hop(?:es|ed|ing)|promised|vowed|agreed|deadline|upcoming|forthcoming|coming"
    r"|(?:is|are|be|has|have|set|going|ready|likely|poised|wants?|needs?) to)\b|\b(?:by|until|till)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|since|(?<!be )(?<!been )(?<!is )(?<!are )[a-z]+ed|began|came|went|took|made|met|won|lost|saw"
    r"|rose|fell|gave|got|held|led|left|sent|spoke|wrote|became|hit|struck|shot|drove|flew|sold|bought|paid|brought|found|kept|put)\b"
)
_CLAUSE = re.compile(r"[.!?;:]['”\"]?\s|\n|\bwhile\b|\bwhen\b|\bafter\b|\bwhich\b|\bwho\b|\bthat\b|\balthough\b|\bbut\b")


def _leaning(rule: str, match: Match) -> Lean:
    """`ahead` where the nearest word that says so before the time, else after it, looks ahead."""
    text, start, end = match.string, *match.span()
    before = _CLAUSE.split(text[max(0, start - 120) : start])[-1]
    behind = max((m.start() for m in _BEHIND.finditer(before)), default=-1)
    ahead = max((m.start() for m in _AHEAD.finditer(before)), default=-1)
    if behind < 0 and ahead < 0 and len(before.split()) <= 2:
        after = _CLAUSE.split(text[end : end + 60])[0]
        behind, ahead = (-m.start() if (m := p.search(after)) else -len(text) for p in (_BEHIND, _AHEAD))
    if ahead == behind:
        return "near"
    return "forward" if ahead > behind else "backward"


# -- whether --------------------------------------------------------------------------------------------------------------------


def _tells_time(rule: str, match: Match) -> bool:
    """Whether words that a rule fits tell a time where they stand."""
    test = _TESTS.get(rule)
    return (test is None or test(match)) and not _title(match)


def _title(match: Match) -> bool:
    """The whole of a name in quotation marks, as of a broadcast."""
    return bool(
        re.search(r"[“\"‘]$", _before(match))
        and re.match(r"[,.]?[”\"’]", _after(match))
        and match.group()[-1:].isalpha()
        and match.group()[:1].isupper()
    )


def _before(match: Match, width: int = 40) -> str:
    return match.string[max(0, match.start() - width) : match.start()]


def _after(match: Match, width: int = 40) -> str:
    return match.string[match.end() : match.end() + width]


_OF_MONTH = re.compile(
    r"\b(?:in|of|last|next|this|since|by|until|till|from|to|for|during|early|late|mid|before|after|through|every|and|between)[\s-]+$",
    re.I,
)


def _month(match: Match) -> bool:
    """A month stands with a capital; `May` and `March` only after a preposition, since they are verbs and names too."""
    name = match["month"]
    if not name[0].isupper() or len(name.rstrip(".")) < 4 and name.lower() not in ("may",) and not name.endswith("."):
        return False
    certain = name not in ("May", "March", "Mar.")
    return bool(certain or match["which"] or match["of"] or _OF_MONTH.search(_before(match)))


_COUNTED = re.compile(
    r"[- ](?:million|billion|trillion|percent|per cent|people|men|women|troops|soldiers|jobs|workers|employees|members|homes|units"
    r"|miles|kilomet\w+|metres|meters|feet|tons|tonnes|dollars|euros|pounds|seats|votes|shares|copies|points)\b|%|[,.]\d|-[a-z]",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"(?:[$€£¥#]|\b(?:USD?|EUR|GBP|[Nn]o\.?|[Nn]umber|[Rr]oom|[Ff]light|[Aa]bout|[Tt]han|[Ss]ome|[Nn]early|[Aa]lmost)) ?$|[\d.,]$|\d[,.]$"
)


def _year(match: Match) -> bool:
    """Four digits are a year unless they count something: `2000 troops`, `$1999`, `about 1600`."""
    if len(match.group()) > 4:
        return True
    return not (_SUM.search(_before(match)) or _COUNTED.match(_after(match)))


_FOR = re.compile(
    r"\b(?:for|over|in|within|about|nearly|almost|than|after|took|takes?|lasts?|lasted|least|every|spent|spend|just|only|of|during)[\s-]+$",
    re.I,
)
_LATER = re.compile(r"\s+(?:after|before|later|earlier|ago|behind|ahead|long|away|apart)\b")


def _length(match: Match) -> bool:
    """`a day` is a length only after a word that asks for one; `two-second` is, `a second` is not."""
    said, unit = match["n"].lower(), match["unit"].lower()
    if (
        unit == "quarter"
        and not re.search(r"straight|consecutive|successive|full|last|past|next", match.group(), re.I)
        or unit == "second"
        and not re.search(r"\ds|seconds", match.group())
    ):
        return False
    if said in ("a", "an"):
        return bool(
            _FOR.search(_before(match)) or _LATER.match(_after(match)) or "old" in match.group() or match["half"]
        ) and not _rate(match)
    return not (said in ("some", "many") and not match.group().lower().endswith("s"))


_NUMBER_BEFORE = re.compile(
    r"(?:\b(?:once|twice|times|[\d,.]*\d|million|billion|trillion|dozen|hundred|thousand|%|percent|cents)(?:\)?\s+[a-z]+){0,2}|\brate of \S+)\)?\s+$",
    re.I,
)
_STANDALONE = re.compile(r"\s+(?:after|before|later|earlier|ago|of|to|from)\b")


def _rate(match: Match) -> bool:
    """`15 a year`, `twice a week`, `per day`; not a speed."""
    if match.group().lower().startswith("per"):
        return not re.search(r"\b(?:miles|kilomet\w+|km|metres|feet)\s+$", _before(match))
    return bool(_NUMBER_BEFORE.search(_before(match)) and not _STANDALONE.match(_after(match)))


def _plural(match: Match) -> bool:
    """`years` without a number: after a preposition or before `of`, `in` and the like."""
    return bool(
        re.search(
            r"\b(?:for|in|over|over the|of|within|than|only|just|mere|many|takes?|took|spent|after|through the|lasted|last)\s+$",
            _before(match),
            re.I,
        )
        or re.match(r"\s+(?:of|in the|after|before|later|earlier|ago)\b", _after(match))
        or match.group().endswith("long")
    )


def _story(match: Match) -> bool:
    """`the year` is a time after a preposition and where nothing follows that says which."""
    if re.match(r"\s+(?:of|that|when|before|after|to|in\s+which|ahead|\d|[a-z]+ed\b)", _after(match)):
        return False
    return bool(match["whole"] or re.search(r"\b(?:in|for|of|during|over|at|later|earlier)\s+$", _before(match), re.I))


def _part_of_day(match: Match) -> bool:
    """`night` only with a day or an article before it, `morning` everywhere but in a greeting."""
    if re.search(r"\b(?:good|every|each)\s+$", _before(match), re.I) or match["part"][0].isupper():
        return False
    return " " in match.group() or bool(re.search(r"day\s+$|\b(?:in|at|late|early)\s+$", _before(match), re.I))


def _weekday(match: Match) -> bool:
    """A weekday has a capital, and no name of its own such as Super Tuesday."""
    return match["weekday"][0].isupper() and not re.search(r"\b(?:Super|Black|Ash|Palm|Bloody)\s+$", _before(match))


def _adverb(match: Match) -> bool:
    """Not the capitals of a newspaper's name."""
    return not (match.group()[0].isupper() and re.match(r"\s+[A-Z]", _after(match)))


def _season(match: Match) -> bool:
    """`fall` and `spring` are verbs and springs too."""
    name = match["season"].lower()
    if match["year"] or match["which"] or name in ("summer", "winter", "autumn"):
        return not match["season"][0].isupper() or bool(match["year"] or match["which"])
    return bool(
        re.search(
            r"\b(?:in|by|this|during|until|since|early|late|mid)[- ](?:the )?$",
            _before(match) + match.group()[: -len(name)],
            re.I,
        )
    )


def _clock(match: Match) -> bool:
    """Not a score, a ratio or a verse."""
    return bool(
        match["zone"]
        or match["noon"]
        or re.search(r"\b(?:at|by|until|from|to|around|about|before|after|and|since|,)\s+$", _before(match), re.I)
    )


def _part_of_year(match: Match) -> bool:
    """A half needs its year, since games have halves; `the last quarter` is for another rule."""
    dated = bool(match["year"] or match["rel"])
    return (
        dated or match["unit"].lower() != "half" and not (match["unit"].lower() == "quarter" and match["nth"].lower() == "last")
    )


def _reference(match: Match) -> bool:
    """`now` and its like; not parts of compounds, nor `as soon as`, nor `shortly after`."""
    said = match.group().lower()
    if re.match(r"[-–]\w", _after(match)) or re.search(r"(?:\w-|\b(?:as|too|until|till|how)\s+)$", _before(match), re.I):
        return False
    if said in ("soon", "shortly", "recently"):
        return not re.match(r"\s+(?:after|before|as)\b", _after(match))
    if said.endswith("past") or said.endswith("future") and not said.startswith("the"):
        return said.startswith("the") and not re.match(r"\s+[a-z]*(?:\d|few|two|three)", _after(match))
    return True


_TESTS: dict[str, Callable[[Match], bool]] = {
    "month": _month,
    "month day": lambda match: match["month"][0].isupper(),
    "month year": lambda match: match["month"][0].isupper(),
    "month of range": lambda match: match["month"][0].isupper(),
    "year": _year,
    "duration": _length,
    "number of range": _length,
    "in": _length,
    "rate": _rate,
    "plural": _plural,
    "story": _story,
    "part": _part_of_day,
    "weekday": _weekday,
    "weekdays": _weekday,
    "adverb": _adverb,
    "season": _season,
    "part of year": _part_of_year,
    "reference": _reference,
}
"""What more than its pattern a rule asks for in running text."""
