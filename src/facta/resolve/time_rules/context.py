"""What the words around a time say of it: whether it is one at all, whether it lies behind or ahead, and where it begins.

For running text only; whoever asks about words that are known to tell a time needs none of it.
"""

import re
from collections.abc import Callable

from facta.resolve.cues import CUES
from facta.resolve.time_rules.ground import Lean, Match
from facta.resolve.time_rules.words import compiled
from facta.values.datafile import either

WIDTH = 40
"""Characters on either side that are looked at."""


def _before(match: Match, pattern: str) -> bool:
    """Whether the words right before a match fit a pattern, without regard to case."""
    return bool(re.search(rf"(?:{pattern})$", match.string[max(0, match.start() - WIDTH) : match.start()], re.IGNORECASE))


def _after(match: Match, pattern: str) -> bool:
    """Whether the words right after a match fit a pattern, in their case."""
    return bool(re.match(pattern, match.string[match.end() : match.end() + WIDTH]))


# -- where it begins ---------------------------------------------------------------------------------------------------------

_BELONGS = compiled(
    r"\b(?:(?:the )?(?:very )?(?:end|beginning|start|middle|close|rest|remainder|eve|turn) of (?:the )?"
    r"|(?:the )?(?:early|late|mid)[- ](?:in )?(?:the )?|(?:later|earlier)(?: in| on)? |(?:no )?(?:more|less|fewer) than "
    r"|(?:just |a little )?(?:about|around|almost|nearly|roughly|approximately) |at least |up to )$"
)


def opening(text: str, start: int, least: int) -> int:
    """Where a time that starts here begins with the words that belong to it: `early June`, `almost three years`.

    It never begins before `least`.
    """
    match = _BELONGS.search(text, max(least, start - WIDTH), start)
    return match.start() if match else start


# -- which way ---------------------------------------------------------------------------------------------------------------

_AHEAD = re.compile(rf"\b{either(CUES.ahead)}\b|\b(?:by|until|till)\s+(?:\w+\s+)?$", re.IGNORECASE)
_BEHIND = re.compile(rf"\b{either(CUES.behind)}\b")
_CLAUSE = re.compile(r"[.!?;:]['”\"]?\s|\n|\b(?:while|when|after|which|who|that|although|but)\b")
CLAUSE = 120
"""Characters back to which the verb of a time may stand."""
SHORT = 2
"""Words before a time up to which it opens its clause, so that its verb comes after it."""


def leaning(match: Match) -> Lean:
    """Which way the nearest word looks that stands before a time in its clause, or after it where it opens its clause."""
    text, (start, end) = match.string, match.span()
    before = _CLAUSE.split(text[max(0, start - CLAUSE) : start])[-1]
    behind, ahead = (max((m.start() for m in p.finditer(before)), default=-1) for p in (_BEHIND, _AHEAD))
    if behind == ahead and len(before.split()) <= SHORT:
        after = _CLAUSE.split(text[end : end + CLAUSE // 2])[0]
        behind, ahead = (-m.start() if (m := p.search(after)) else -CLAUSE for p in (_BEHIND, _AHEAD))
    if ahead == behind:
        return "near"
    return "forward" if ahead > behind else "backward"


# -- whether -----------------------------------------------------------------------------------------------------------------


def tells_time(rule: str, match: Match) -> bool:
    """Whether words that the rule of this name fits tell a time where they stand."""
    test = _TESTS.get(rule)
    return (test is None or test(match)) and not _title(match)


def _title(match: Match) -> bool:
    """The whole of a name in quotation marks, as of a broadcast."""
    words = match.group()
    return words[0].isupper() and words[-1].isalpha() and _before(match, r"[“\"‘]") and _after(match, r"[,.]?[”\"’]")


def _named_month(match: Match) -> bool:
    return match["month"][0].isupper()


_OF_MONTH = (
    r"\b(?:in|of|last|next|this|since|by|until|till|from|to|for|during|early|late|mid|before|after|through|every|and|between"
    r"|an?|her|his|its|their|our|began|begins|ended)[\s-]+|['’]s\s+"
)


def _month(match: Match) -> bool:
    """A month stands with a capital, and with a dot where it is cut.

    `May` and `March`, which are verbs and names too, stand only after a preposition.
    """
    name = match["month"]
    if not name[0].isupper() or (len(name) == 3 and name != "May"):
        return False
    return name not in ("May", "March", "Mar.") or bool(match["which"] or match["of"]) or _before(match, _OF_MONTH)


_SUM = r"(?:[$€£¥#]|\b(?:usd?|eur|gbp|no\.?|number|room|flight|about|(?:more|less|fewer) than|some|nearly|almost)) ?|[\d.,]"
_COUNTED = rf"[- ]{either(CUES.counted)}\b|%|[,.]\d|-[a-z]"


def _year(match: Match) -> bool:
    """Four digits are a year unless they count something: `2000 troops`, `$1999`, `about 1600`."""
    return len(match.group()) > len("2018") or not (_before(match, _SUM) or _after(match, _COUNTED))


_ASKS_FOR_LENGTH = (
    r"\b(?:for|over|in|within|about|nearly|almost|than|after|took|takes?|lasts?|lasted|least|every|spent|spend|just|only|of|during)"
    r"[\s-]+"
)
_FURTHER = r"\s+(?:after|before|later|earlier|ago|behind|ahead|long|away|apart)\b"
_IN_A_ROW = re.compile(r"straight|consecutive|successive|full|last|past|next", re.IGNORECASE)


def _length(match: Match) -> bool:
    """`a day` is a length only beside a word that asks for one; a second and a quarter are ordinals and shares as well."""
    said, unit, words = match["n"].lower(), match["unit"].lower(), match.group().lower()
    if unit == "quarter":
        return bool(_IN_A_ROW.search(words))
    if unit == "second":
        return words.endswith("seconds") or said.isdigit()
    if said in ("a", "an"):
        asked = _before(match, _ASKS_FOR_LENGTH) or _after(match, _FURTHER) or words.endswith("old") or bool(match["half"])
        return asked and not _rate(match)
    return said not in ("some", "many") or words.endswith("s")


_NUMBER = (
    r"(?:\b(?:once|twice|times|[\d,.]*\d|million|billion|trillion|dozen|hundred|thousand|%|percent|cents)(?:\)?\s+[a-z]+){0,2}"
    r"|\brate of \S+)\)?\s+"
)


def _rate(match: Match) -> bool:
    """`15 a year`, `twice a week`, `per day`; not a speed, nor `a year` after a number that `later` goes with."""
    if match.group().lower().startswith("per"):
        return not _before(match, r"\b(?:miles|kilomet\w+|km|metres|feet)\s+")
    return _before(match, _NUMBER) and not _after(match, r"\s+(?:after|before|later|earlier|ago|of|to|from)\b")


def _plural(match: Match) -> bool:
    """`years` without a number: after a preposition or before `of`, `in the` and the like."""
    asked = r"\b(?:for|in|over|over the|of|within|than|only|just|mere|many|takes?|took|spent|after|through the|lasted|last)\s+"
    return (
        _before(match, asked)
        or _after(match, r"\s+(?:of|in the|after|before|later|earlier|ago)\b")
        or match.group().endswith("long")
    )


def _story(match: Match) -> bool:
    """`the year` is a time after a preposition and where nothing follows that says which."""
    if _after(match, r"\s+(?:of|that|when|before|after|to|in\s+which|ahead|\d|[a-z]+ed\b)"):
        return False
    return bool(match["whole"]) or _before(match, r"\b(?:in|for|of|during|over|at|later|earlier)\s+")


def _part_of_day(match: Match) -> bool:
    """A morning or a night stands after an article, a day or a preposition; not in a greeting or a title."""
    if match["part"][0].isupper() or _before(match, r"\b(?:good|every|each)\s+"):
        return False
    return " " in match.group() or _before(match, r"day\s+|\b(?:in|at|late|early)\s+")


def _weekday(match: Match) -> bool:
    """A weekday has a capital, and no name of its own such as Super Tuesday."""
    return match["weekday"][0].isupper() and not _before(match, r"\b(?:super|black|ash|palm|bloody)\s+")


def _adverb(match: Match) -> bool:
    """Not the capitals of a newspaper's name."""
    return not (match.group()[0].isupper() and _after(match, r"\s+[A-Z]"))


def _season(match: Match) -> bool:
    """A season has no capital, and a year or a preposition before it: `winter coats` are none, nor do all that fall."""
    said, name = match.group(), match["season"]
    if match["year"] or match["which"]:
        return True
    article = said[: -len(name)]
    asked = _before(match, r"\b(?:in|by|during|until|since|early|late|mid)[- ]") or article
    return name.islower() and bool(asked)


def _clock(match: Match) -> bool:
    """Two numbers with a colon are a time after a preposition, else a score."""
    score = re.fullmatch(r"\d+:\d+", match.group())
    return not score or _before(match, r"\b(?:at|by|until|from|to|around|about|before|after|since)\s+")


def _part_of_year(match: Match) -> bool:
    """A half needs its year, since games have halves; so does `the last quarter`, which else is the one before this."""
    return bool(match["year"] or match["rel"]) or (match["unit"].lower() != "half" and match["nth"].lower() != "last")


def _reference(match: Match) -> bool:
    """`now` and its like; not parts of compounds, nor `as soon as`, `shortly after`, `the past two`."""
    said = match.group().lower()
    if _after(match, r"[-–]\w") or _before(match, r"\w-|\b(?:as|too|until|till|how)\s+"):
        return False
    if said in ("soon", "shortly", "recently"):
        return not _after(match, r"\s+(?:after|before|as)\b")
    if said.endswith(("past", "future")):
        return said.startswith("the") and not _after(match, r"\s+(?:\d|few|two|three)")
    return True


def _feast(match: Match) -> bool:
    """`Christmas Island` and `Easter Rising` are names of something else."""
    return not _after(match, r"\s+[A-Z]\w+")


_TESTS: dict[str, Callable[[Match], bool]] = {
    "month": _month,
    "month day": _named_month,
    "month year": _named_month,
    "month of range": _named_month,
    "year": _year,
    "duration": _length,
    "number of range": _length,
    "in": _length,
    "rate": _rate,
    "plural": _plural,
    "story": _story,
    "clock": _clock,
    "part": _part_of_day,
    "weekday": _weekday,
    "weekdays": _weekday,
    "adverb": _adverb,
    "season": _season,
    "feast": _feast,
    "part of year": _part_of_year,
    "reference": _reference,
}
"""What more than its pattern a rule asks for in running text."""
