"""What the words of a telling show beside what it is about: its numbers, and whether it goes back to what is not its news."""

import re
from functools import cache

from facta.values.datafile import Form, Words, either, load

BETWEEN = 5
"""Most words between one that recalls and the trigger it leads to."""
_NUMERAL = re.compile(r"(?<![\w.-])(?:\d(?:[\d,]*\d)?(?:\.\d+)?|[^\W\d_]+)(?![\w-])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE = re.compile(r"[.;!?]\s")


def numbers(text: str) -> list[str]:
    """The numbers from two on that a text tells, in figures or words, each once; years are none.

    >>> numbers("Two drones killed at least 1,200 people, one of them a child, in 2021")
    ['1200', '2']
    """
    words = said().numbers
    found = {_plain(word) if word[0].isdigit() else str(words.get(word.lower(), "")) for word in _NUMERAL.findall(text)}
    return sorted(found - {"", "0", "1"})


def _plain(figure: str) -> str:
    """A figure without its commas; nothing for a year."""
    return "" if _YEAR.fullmatch(figure) else figure.replace(",", "")


def recalled(before: str) -> bool:
    """Whether the words before a trigger, in its sentence, lead back to an act that is not the report's news.

    >>> recalled("Moscow recalls its envoy after the "), recalled("After the talks. Police ")
    (True, False)
    """
    return bool(_recalling().search(sentence(before)))


def sentence(before: str) -> str:
    """Of the words before a trigger those that stand in its sentence."""
    return _SENTENCE.split(before)[-1]


def ended(after: str) -> str:
    """Of the words after an act those that stand in its sentence."""
    return _SENTENCE.split(after)[0]


@cache
def _recalling() -> re.Pattern[str]:
    words = either(map(re.escape, said().recalling))
    return re.compile(rf"\b{words}\W+(?:\w+\W+){{0,{BETWEEN}}}$", re.IGNORECASE)


class Said(Form, frozen=True):
    """What each list is for stands in the file."""

    recalling: Words
    charges: Words
    reports: Words
    denials: Words
    refusals: Words
    refused: Words
    restoring: Words
    suing: Words
    hosting: Words
    inviting: Words
    truces: Words
    no_charges: Words
    concluding: Words
    numbers: dict[str, int]


def said() -> Said:
    """The lists of `wording.toml`."""
    return load("facta.stories", "wording.toml", Said)
