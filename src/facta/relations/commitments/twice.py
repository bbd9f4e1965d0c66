"""A promise that its page tells once more, as what is now to come, is one commitment: `agreed to talk`, `talks will be held`.
So is a meeting announced in two words: `will visit on Friday for talks`.

Over several pages the two are different commitments more often than one (of 21 such pairs in 399 windows some six were one).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import numpy as np

from facta.events.ontology import ontology
from facta.relations.commitments.dated import Dated, kept
from facta.relations.stories import NO_DAY
from facta.stories.subject import MEETING, stem
from facta.values.datafile import Form, Words, load

_WORD = re.compile(r"\b[a-z]{4,}\b")


def once(made: Dated) -> Dated:
    """The commitments without plans that their page promises as well, whose day the promise gets, and each meeting once."""
    due, told = made.due.copy(), np.ones(len(made.stories), bool)
    told[list(_again(made))] = False
    for plan, promise in _pairs(made):
        told[plan] = False
        if due[promise] == NO_DAY:
            due[promise] = made.due[plan]
    return kept(replace(made, due=due), told)


def _pairs(made: Dated) -> Iterator[tuple[int, int]]:
    """Plans that were promised, each with its promise, by their places; what both sides promise either may announce."""
    promises = defaultdict(list)
    status, pages = (made.stories.column(name) for name in ("status", "page_no"))
    for n, page in enumerate(pages):
        if status[n] != "planned":
            promises[page, made.value("type", n)].append(n)
    for n, page in enumerate(pages):
        promised_as = ontology().type(made.value("type", n)).planned_as if status[n] == "planned" else None
        found = next((m for m in promises.get((page, promised_as), ()) if _of_one(made, n, m) and _alike(made, n, m)), None)
        if found is not None:
            yield n, found


def _again(made: Dated) -> Iterator[int]:
    """Meetings to come that their page announces before, between the same sides and for the same day."""
    met, states = set(), [made.stories.column(name) for name in ("actor", "recipient")]
    meets, planned = (made.stories.holds(name, of.__eq__) for name, of in (("type", MEETING), ("status", "planned")))
    for n in np.flatnonzero(meets & planned).tolist():
        one = made.value("page_no", n), made.due[n], frozenset(side[n] for side in states)
        if one in met:
            yield n
        met.add(one)


def _of_one(made: Dated, plan: int, promise: int) -> bool:
    """Whether the same side makes both, or both sides one of them."""
    joint = made.value("joint", plan) or made.value("joint", promise)
    return bool(joint or made.value("reverse", plan) == made.value("reverse", promise))


def _alike(made: Dated, plan: int, promise: int) -> bool:
    """Whether two commitments are told in a like word."""
    here, there = (set(map(stem, _WORD.findall(made.value("evidence", n) or ""))) for n in (plan, promise))
    return bool((here & there) - _small())


class _Said(Form, frozen=True):
    small: Words


@cache
def _small() -> frozenset[str]:
    """Words that say nothing of what is promised; names, which two acts of one pair share anyway, are written large."""
    return frozenset(map(stem, load("facta.relations.commitments", "twice.toml", _Said).small))
