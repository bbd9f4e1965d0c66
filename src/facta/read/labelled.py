"""Lines above a text that tell what it is, as official pages print them: a label and its value, in one line or in two."""

import re
from collections.abc import Sequence
from functools import cache

from facta.read import dates, furniture

TOP = 12
"""Lines at the top of a page among which they stand."""
MAX_VALUE = 150
"""Characters of a value; what is longer, or ends as a sentence does, is the text's own."""
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")


def above(lines: Sequence[str]) -> frozenset[int]:
    """Which of a page's lines, by their places, are labels or the values below them.

    >>> sorted(above(["Two sign", "From:", "Foreign Office", "Published", "11 January 2023", "Location: London", "They signed."]))
    [1, 2, 3, 4, 5]
    >>> sorted(above(["From: here on all is quiet.", "Published", "Location: unknown to all of them.", "From London"]))
    []
    """
    found: set[int] = set()
    for place, line in enumerate(lines[:TOP]):
        below = lines[place + 1] if place + 1 < len(lines) else ""
        told = _label().fullmatch(" ".join(line.split())) if len(line) <= 2 * MAX_VALUE else None
        if told and told["value"]:
            found |= {place} if _is_value(told["value"]) else set()
        elif told:
            found |= {place, place + 1} if _is_value(below) else {place}
        elif dates.is_date_line(below) and not dates.bare(line).strip():
            found |= {place, place + 1}
    return frozenset(found)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(furniture.phrases('page_labels'))}) ?:(?: ?(?P<value>\S.*))?", re.IGNORECASE)


def _is_value(text: str) -> bool:
    return 0 < len(text) <= MAX_VALUE and not _SENTENCE_END.search(text)
