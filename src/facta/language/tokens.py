"""Words and punctuation marks of a text with their offsets, split the way Universal Dependencies splits English.

Clitics stand alone (`Wei` `'s`, `do` `n't`), abbreviations and initials keep their full stop, hyphenated words stay whole
because names such as `Kim Jong-un` are one word to everything that reads them here.
"""

import re
from functools import cache, lru_cache

from facta.language.lexicon import words
from facta.values.spans import Range

_CLITIC = re.compile(r"(?i)(?<=\w)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$")
_CANNOT = len("cannot")


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Range]:
    """Ranges of the tokens of `text[start:end]`, in order, never overlapping; every character but white space is in one.

    >>> [r for r in tokens("Xi's")]
    [Range(start=0, end=2), Range(start=2, end=4)]
    """
    out: list[Range] = []
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        left, right = match.span()
        cut = _clitic(match.group())
        if cut:
            out.append(Range(left, left + cut))
            left += cut
        out.append(Range(left, right))
    return out


@lru_cache(maxsize=8192)
def _clitic(word: str) -> int:
    """Where a word is cut before its clitic; 0 when it has none."""
    if "'" in word or "’" in word:
        match = _CLITIC.search(word)
        return match.start() if match else 0
    return len("can") if len(word) == _CANNOT and word.lower() == "cannot" else 0


@cache
def _pattern() -> re.Pattern[str]:
    known = words("abbreviations", "before_name") | words("abbreviations", "other")
    short = "|".join(map(re.escape, sorted(known, key=lambda w: (-len(w), w))))
    return re.compile(
        rf"""
        [A-Za-z]++(?=[ ,])                                    # most words; the rest takes the regular way
      | (?:https?://|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)\]'’]    # addresses, without the sentence's punctuation
      | [\w.+-]++@[\w-]+(?:\.[\w-]+)+
      | (?:[^\W\d_]\.){{2,}}                                  # U.S., a.m.
      | (?=[^\W\d_]++\.)(?i:{short})\.(?=\W|$)                # the list only where a full stop follows: a fifth of the time
      | \b[A-Z]\.(?=[\s-]*[A-Z])                              # initials
      | \d+(?:[.,:/]\d+)*(?:\w+)?(?:-\w+)*
      | \w+(?:['’.&/-]?\w+)*
      | \.{{2,}} | ` ` | '' | -{{2,}} | ``
      | \S
        """,
        re.VERBOSE,
    )
