"""What an act is about: the rare words that tell it, and a short vector of all, without those that name the parties."""

import re
from calendar import day_name, month_name
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from facta.language.vectors import Vectors, vectors
from facta.resolve import load_tables

Row = dict[str, Any]
"""A row of `acts.SELECT`."""

FIRST_WORD = 1996
"""Place of the most frequent word in the vocabulary."""
STEM = 6
"""Letters of a word that its forms share as a rule."""
MEETING = "CONSULT"
"""The type of acts that are told by who takes part."""
TERMS = 16
"""Most terms of an act."""
COMMON = 1200
"""So many of the most frequent words of English are no terms."""
SCALE = 127
"""A vector is stored as whole numbers of this size at most."""
_WORD = re.compile(r"\w+(?:-\w+)*")
_CALENDAR = frozenset(word.lower() for word in (*day_name, *month_name, "today", "yesterday", "tomorrow") if word)
_NO_NAMES: frozenset[str] = frozenset()
_NAMING = frozenset({"state", "demonym", "people", "capital"})


@cache
def _states() -> dict[str, tuple[str, frozenset[str]]]:
    """Single words that name states, their people or their capitals: what stands for the word, and the codes of the states."""
    out = {}
    for word, meanings in load_tables().names.items():
        meant = [m for m in meanings if m.kind in _NAMING]
        if " " not in word and meant:
            codes = frozenset(m.country for m in meant if m.country)
            place = all(m.kind == "capital" for m in meant)
            out[word] = (word[:STEM] if place else "+".join(sorted(codes)), codes)
    return out


def terms(row: Row) -> list[str]:
    """The rarest words around an act and in its page's title, the beginnings of them, rarest first; for a third state its code.

    The parties' own names and those of their states and of persons in office are left out: what both sides are called tells
    nothing of what they agreed on. But who meets whom tells a meeting.
    """
    own, names = _sides(row)
    found: dict[str, int] = {}
    words = _WORD.findall(f"{row['evidence'] or ''} {row['around'] or ''} {row['title'] or ''}")
    for word in filter(None, map(_RARE.__getitem__, words)):
        told = row["type"] == MEETING if word.person else word.low not in names and own.isdisjoint(word.states)
        if told and word.rank > found.get(word.stem, 0):
            found[word.stem] = word.rank
    return [stem for _, stem in sorted([(-rank, stem) for stem, rank in found.items()])[:TERMS]]


def proper(row: Row) -> list[str]:
    """The rarer words around an act that are written as names, their beginnings; names of states, of persons in office and of the
    parties are left out."""
    _, names = _sides(row)
    written = (word for word in _WORD.findall(row["around"] or "") if word[0].isupper())
    found = filter(None, map(_RARE.__getitem__, written))
    return [word.stem for word in found if word.low not in names and not word.states and not word.person]


def _sides(row: Row) -> tuple[set[str], set[str]]:
    """The states of an act's parties, and the words of the parties' names."""
    names = {w for name in (*row["actor_names"], *row["recipient_names"]) for w in _plain(name)}
    return {*row["actor_countries"], *row["recipient_countries"]}, names


def _plain(name: str) -> list[str]:
    return _WORD.findall(name.lower())


class _Word(NamedTuple):
    """A word that may be a term."""

    low: str
    stem: str
    """Its beginning; of a state's name, the state's code."""
    rank: int
    """How rare it is."""
    states: frozenset[str]
    """The states that it names."""
    person: bool
    """Whether it is of the name of somebody in office."""


class _Rare(dict[str, _Word | None]):
    """Words that may be terms; nothing of the others. Found once."""

    def __missing__(self, word: str) -> _Word | None:
        if len(self) > 500_000:
            self.clear()
        low, rank = _known(word)
        stem, states = _states().get(low, (low[:STEM], _NO_NAMES))
        person = word[0].isupper() and low in _personal()
        self[word] = _Word(low, stem, rank, states, person) if rank > COMMON else None
        return self[word]


_RARE = _Rare()


def _known(word: str) -> tuple[str, int]:
    """A word in small letters, and how rare it is: its place in the vocabulary; beyond it for one of several pieces (`s-400`);
    0 for what is no term."""
    low, table = word.lower(), vectors()
    if len(low) < 3 or low.isdigit() or low in _CALENDAR:
        return low, 0
    pieces = table.pieces(low)
    return low, int(pieces[0]) - FIRST_WORD if len(pieces) == 1 else len(table.table)


@cache
def _personal() -> frozenset[str]:
    """Every word of the names of persons in office."""
    return frozenset(word for person in chain(*load_tables().people.values()) for name in person.names for word in name.split())


def subjects(rows: Sequence[Row], table: Vectors) -> NDArray[np.int8]:
    """(rows, width): the evidence counts twice, the words around and the title once; names of the parties and their states not at
    all."""
    numbers = []
    for row in rows:
        own, parties = _sides(row)
        names = _names_of(frozenset(own)) | parties
        evidence, around, title = (table.numbers(row[k] or "", names) for k in ("evidence", "around", "title"))
        numbers.append([*evidence, *evidence, *around, *title])
    found: NDArray[np.int8] = np.rint(table.of(numbers) * SCALE).astype(np.int8)
    return found


@lru_cache(10_000)
def _names_of(states: frozenset[str]) -> frozenset[str]:
    """The words that name some states."""
    return frozenset(word for word, (_, codes) in _states().items() if codes & states)
