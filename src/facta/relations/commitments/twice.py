"""A promise that its page tells once more, as what is now to come, is one commitment: `agreed to talk`, `talks will be held`.

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
from facta.stories.subject import stem
from facta.values.datafile import Form, Words, load

_WORD = re.compile(r"\b[a-z]{4,}\b")


def once(made: Dated) -> Dated:
    """The commitments without plans that their page promises as well; the promise gets the day that they are for."""
    due, told = made.due.copy(), np.ones(len(made.stories), bool)
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
