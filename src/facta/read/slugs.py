"""What agencies print beside a headline without its being one: "UPDATE 2-", "(LEAD)", "EXCLUSIVE:"."""

import re
from functools import cache

from facta.read import furniture


def without(line: str) -> str:
    """A headline without what an agency or a desk says of its text beside it: that it is urgent, a second version, corrected.

    >>> without("UPDATE 2-Peru closes port"), without("(2nd LD) Peru closes port"), without("Peru updates law: UPDATE 3 is out")
    ('Peru closes port', 'Peru closes port', 'Peru updates law: UPDATE 3 is out')
    """
    start, end = headline_range(line)
    return line[start:end]


def headline_range(line: str) -> tuple[int, int]:
    """Where in a line its headline stands, the marks beside it left out; all of the line where they are all it says."""
    start, end = 0, len(line)
    for _ in range(MAX_MARKS):
        before = _mark().match(line, start, end)
        start = before.end() if before else start
        behind = _mark_behind().search(line, start, end) if not before else None
        end = behind.start() if behind else end
        if not before and not behind:
            break
    told = line[start:end].strip()
    return (start, end) if len(told.split()) > 1 or (len(told) >= LEAST and not told.isascii()) else (0, len(line))


MAX_MARKS = 4
"""Marks that one headline may have: `RPT-UPDATE 2-`."""
LEAST = 4
"""Characters of a headline in a script that parts no words."""


@cache
def _in_brackets() -> str:
    words, notes = "|".join(furniture.phrases("mark_words")), "|".join(furniture.phrases("mark_notes"))
    return rf"[(\[（【](?:{notes}|(?:{words})(?: ?\d{{1,4}})?(?:[,;:] [^()\[\]（）【】]{{1,80}})?)[)\]）】]"


@cache
def _mark() -> re.Pattern[str]:
    words, own = "|".join(furniture.phrases("mark_words")), "|".join(furniture.phrases("marks"))
    return re.compile(
        rf"(?:{own}|(?:{words})(?: ?\d{{1,2}})?(?: ?[:|]\s|：|\.{{1,3}}\s|[!！]\s?| [–—] )|{_in_brackets()}[:：]?)\s*",
        re.IGNORECASE,
    )


@cache
def _mark_behind() -> re.Pattern[str]:
    words = "|".join(furniture.phrases("mark_words"))
    return re.compile(rf"\s*(?:{_in_brackets()}|\s[-–—|] (?:{words})(?: ?\d{{1,2}})?)$", re.IGNORECASE)
