"""A phrase that names several persons with their titles is of as many: `Secretary Blinken, Defense Secretary Austin`.

Commas and `and` also stand inside one person's titles (`Minister of Justice and Law Nestor Osuna`, `Foreign Minister and
Alternate Prime Minister Yair Lapid`) and before what else somebody is (`President Tshisekedi, Chair of the African Union`), so
that every part must name a person.
"""

import re

from facta.resolve.phrase import Phrase, parse
from facta.resolve.tables import Tables
from facta.resolve.words import listed
from facta.values.spans import Range

_AND = re.compile(r"(?:,|,? and)(?: the)? (?=[A-ZÀ-Þ])")
_LEADS = frozenset({"president", "vice president", "prime minister"})
"""Offices that are named without their holder beside another leader (`the Vice President and President Macron`)."""
_BOTH = frozenset({("vice president", "prime minister")})
"""Of these with a leader's office, what one person may hold."""
SHORTEST = 3
"""Words of a title with a name of two."""
_LED = frozenset({"state", "government"})


def members(text: str, tables: Tables, on: str | None) -> list[Range]:
    """Where the persons of a row stand in a phrase; empty for any other phrase. on: ISO day, None when unknown.

    >>> from facta.resolve.tables import load_tables
    >>> members("President Joe Biden and Prime Minister Rishi Sunak", load_tables(), "2023-05")
    [Range(start=0, end=19), Range(start=24, end=50)]
    """
    found: list[Range] = []
    begin = 0
    for gap in _AND.finditer(text):
        part = parse(text[begin : gap.start()], tables, on)
        rest = parse(text[gap.end() :], tables, on)
        if _titled(part) or (found and part.people) or (not found and _leads(part, rest)):
            found.append(Range(begin, gap.start()))
            begin = gap.end()
    last = parse(text[begin:], tables, on)
    return [*found, Range(begin, len(text))] if found and (_titled(last) or _is_name(last)) else []


def _titled(phrase: Phrase) -> bool:
    """Whether a phrase is a person's name with a title before it."""
    named = bool(phrase.given) or _ends_named(phrase)
    if not named or phrase.owner or not phrase.words[0].cap:
        return False
    title = phrase.title is not None and phrase.title.office is not None and phrase.title.office.sector != "CVL"
    return title or phrase.words[0].norm in listed("titles") | listed("forms of address")


def _ends_named(phrase: Phrase) -> bool:
    """Whether the phrase ends in a common given name and a surname (`Adviser to the President Emmanuel Bonne`)."""
    if len(phrase.words) < SHORTEST:
        return False
    given, surname = phrase.words[-2:]
    common = (listed("women") | listed("men")) - listed("titles")
    return given.cap and surname.cap and given.norm in common and phrase.text[given.end : surname.start] == " "


def _is_name(phrase: Phrase) -> bool:
    """Whether a phrase is no more than a known person's name."""
    return bool(phrase.people) and phrase.people[0].last - phrase.people[0].first == len(phrase.words)


def _leads(phrase: Phrase, other: Phrase) -> bool:
    """Whether a phrase is a leader's office alone, and the other an office with its holder that is another's."""
    one, two = (p.title.office if p.title else None for p in (phrase, other))
    if one is None or two is None or not _titled(other) or phrase.title is None:
        return False
    alone = phrase.title.last - phrase.title.first == len(phrase.words) and phrase.words[0].cap
    return alone and one.role in _LEADS and two.portfolio in _LED and one.role != two.role and (one.role, two.role) not in _BOTH
