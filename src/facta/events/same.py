"""Decide whether two events of a page are two tellings of one act: when nothing they say differs and enough of it agrees.

Full agreement is on type, mode, both parties by name, status, date and place. Where parties only share their country, or one is
not named, or only one telling has a mode, tellings of one act are no more frequent than different acts, and the two must share a
word of the act as well. So judged, 9 of the 267 different acts annotated in 24 training articles are wrongly joined, where 88
further tellings wait to be; of 5,067 acts in short reports, 11.

Two triggers whose parties are the very same words stand in one phrase and tell one act (`staged protests that blocked the
road`): of 56 such pairs in one sentence, with one type and mode and at least one of them labelled, 53 were one act, 3 were two.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import IntEnum
from functools import lru_cache
from os.path import commonprefix

from facta.events.ontology import ontology
from facta.records import VERBAL, Actor, Event, Party, When, Where
from facta.values.dates import first_day, last_day

OFFICIAL = frozenset({"GOV", "MIL", None})
"""Sectors whose members act for their state; null because an unresolved party may be one."""
NEWS_DAYS = 7
"""How far from the report's own date an act may lie to be what another sentence tells without a date."""
CLOSE = 40
"""Characters between two triggers of one phrase."""
STEM, ENDING = 4, 3
"""Least letters that two words begin with in common, and most letters of either after them, to be forms of one word."""


class Match(IntEnum):
    """How far two tellings agree on one side."""

    DIFFERENT = 0
    OPEN = 1
    """One of them names nobody."""
    LOOSE = 2
    """The same countries' officials, or some of the same parties."""
    SAME = 3


def same_act(one: Event, other: Event, actors: Mapping[str, Actor]) -> bool:
    """Whether two events tell one act; `actors` are the page's, by id."""
    if (one.type, one.comment, one.status) != (other.type, other.comment, other.status):
        return False
    if not (modes_agree(one, other) and dates_agree(one.date, other.date) and _places_agree(one, other)):
        return False
    if one.mode == other.mode and _one_phrase(one, other):
        return True
    low, high = sorted((side(one.actors, other.actors, actors), side(one.recipients, other.recipients, actors)))
    if low is Match.DIFFERENT or high is Match.OPEN:
        return False
    joint = not one.recipients and not other.recipients and min(len(one.actors), len(other.actors)) > 1
    alike = high is Match.SAME and (low is Match.SAME or joint) and one.mode == other.mode
    # a mode of talk is as telling as a word: "his trip" and "the visit" of one guest are one
    moded = one.mode == other.mode is not None and one.quad == 1
    return alike or moded or shares_word(one.trigger.text, other.trigger.text)


def _one_phrase(one: Event, other: Event) -> bool:
    """Whether two triggers have the very words of their parties in common, or, where nobody is acted upon, stand close."""
    if not (_same_words(one.actors, other.actors) or not (one.actors or other.actors)):
        return False
    if one.recipients or other.recipients:
        return _same_words(one.recipients, other.recipients)
    first, second = sorted((one.trigger, other.trigger), key=lambda t: t.start)
    return bool(one.actors) and 0 <= second.start - first.end <= CLOSE


def _same_words(one: Sequence[Party], other: Sequence[Party]) -> bool:
    return any(p.start < q.end and q.start < p.end for p in one for q in other)


def side(one: Sequence[Party], other: Sequence[Party], actors: Mapping[str, Actor]) -> Match:
    """How far two lists of parties agree; a list is loosely the same as a longer one that holds all of it."""
    if not one or not other:
        return Match.OPEN
    fewer, more = sorted((one, other), key=len)
    found = _covered(fewer, more, actors)
    return min(found, Match.LOOSE) if len(fewer) < len(more) else min(found, _covered(more, fewer, actors))


def _covered(one: Sequence[Party], other: Sequence[Party], actors: Mapping[str, Actor]) -> Match:
    """How well the worst matched party of `one` is found in `other`."""
    return min(max(party(p, q, actors) for q in other) for p in one)


def party(one: Party, other: Party, actors: Mapping[str, Actor]) -> Match:
    """Whether two parties are one: by actor, by name, or loosely as officials of one country who are not two persons."""
    if one.actor and other.actor and one.actor == other.actor:
        return Match.SAME
    if _names(one.name, one.text) & _names(other.name, other.text):
        return Match.SAME
    if (is_person(one, actors) and is_person(other, actors)) or one.country is None or one.country != other.country:
        return Match.DIFFERENT
    return Match.LOOSE if {one.sector, other.sector} <= OFFICIAL else Match.DIFFERENT


def is_person(party: Party, actors: Mapping[str, Actor]) -> bool:
    """Whether a party is known to be a person."""
    return party.actor is not None and party.actor in actors and actors[party.actor].kind == "person"


@lru_cache(maxsize=65536)
def _names(*names: str | None) -> frozenset[str]:
    return frozenset(name.casefold() for name in names if name)


def shares_word(one: str, other: str) -> bool:
    """Whether two triggers have a word in common, whatever its ending.

    >>> shares_word("pledged its support", "supports"), shares_word("bombing", "bombed"), shares_word("met", "talks")
    (True, True, False)
    """
    return any(_one_word(v, w) for v in _words(one) for w in _words(other))


def _one_word(one: str, other: str) -> bool:
    begin = len(commonprefix((one, other)))  # noqa: RUF071 - words, not paths
    return begin >= STEM and max(len(one), len(other)) - begin <= ENDING


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def modes_agree(one: Event, other: Event) -> bool:
    """Whether two events of one type have one mode, or one of them none where the ontology leaves it open."""
    return one.mode == other.mode or (ontology().type(one.type).open_mode and None in (one.mode, other.mode))


def dates_agree(one: When | None, other: When | None) -> bool:
    """Whether two dates may be one act's: they meet, or one is told and the other the report's a few days apart."""
    if one is None or other is None:
        return True
    if not one.iso or not other.iso:
        return not (one.text and other.text) or one.text.casefold() == other.text.casefold()
    slack = NEWS_DAYS if (one.precision == "reported") != (other.precision == "reported") else 0
    (_, first_end), (second_start, _) = sorted((_days(one), _days(other)))
    return (second_start - first_end).days <= slack


def _days(when: When) -> tuple[date, date]:
    """First and last day that a date covers."""
    start = first_day(when.iso)
    if when.end:
        return start, last_day(when.end)
    return start, last_day(f"{start.year // 10 * 10 + 9}" if when.precision == "decade" else when.iso)


def _places_agree(one: Event, other: Event) -> bool:
    """Whether the places may be one; words are said once in a country, while deeds happen in many places of it."""
    here, there = one.place, other.place
    if here is None or there is None or _same_place(here, there):
        return True
    return one.quad in VERBAL and here.country is not None and here.country == there.country


def _same_place(here: Where, there: Where) -> bool:
    fewer, more = sorted((set(_words(w.name)) for w in (here, there)), key=len)
    return fewer <= more
