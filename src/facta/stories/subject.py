"""What an act is about: the rare words that tell it, without those that name the parties, and a short vector of what it means."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from facta.language.meaning import Encoder
from facta.language.vectors import vectors
from facta.resolve import load_tables
from facta.resolve.facts import STATELIKE
from facta.resolve.words import listed, plain
from facta.stories.contexts import named
from facta.stories.wording import ended, sentence
from facta.values.dates import MONTHS, WEEKDAYS

Row = dict[str, Any]
"""A row of `acts.SELECT`."""

FIRST_WORD = 1996
"""Place of the most frequent word in the vocabulary."""
STEM = 6
"""Letters of a word that its forms share as a rule."""
_ROOT = 3
"""Fewest letters that are left of a word."""
_ENDINGS = ("ing", "ed", "es", "s", "e")
MEETING, MEETS, PROMISE = "CONSULT", "meet", "AGREE"
"""The type of acts that are told by who takes part, the mode of those that ask for or refuse one, and the type of promises."""
AHEAD = 6
"""Most words from a promise to what is promised."""
TERMS = 16
"""Most terms of an act."""
COMMON = 1200
"""So many of the most frequent words of English are no terms."""
SCALE = 127
"""A vector is stored as whole numbers of this size at most."""
_WORD = re.compile(r"\w+(?:-\w+)*")
_STOPS = ".;!?"
_CALENDAR = frozenset(word.lower() for word in (*WEEKDAYS, *MONTHS, "today", "yesterday", "tomorrow"))
_NO_NAMES: frozenset[str] = frozenset()


@cache
def _states() -> dict[str, tuple[str, frozenset[str]]]:
    """What names states, their people or their capitals, in one word or several: what stands for each (nothing where it does
    itself), and the codes of the states."""
    out = {}
    for word, meanings in load_tables().names.items():
        meant = [m for m in meanings if m.kind in STATELIKE]
        if meant:
            codes = frozenset(m.country for m in meant if m.country)
            place = all(m.kind == "capital" for m in meant)
            out[word] = ("" if place else "+".join(sorted(codes)), codes)
    return out


def terms(row: Row) -> list[str]:
    """The rarest words around an act and in its page's title as they are written, rarest first; for a third state its code.

    Of words of one stem there is one. The parties' own names and those of their states and of persons in office are left out:
    what both sides are called tells nothing of what they agreed on; so are outlets. But who meets whom tells a meeting, also one
    that is promised, asked for or called off, and comes first.
    """
    own, names = _sides(row)
    meets = _meets(row)
    found: dict[str, _Word] = {}
    for part in ("evidence", "around", "title"):
        for word in filter(None, map(_RARE.__getitem__, _telling(row[part] or "", row["outlet"]))):
            told = meets if word.person else word.low not in names and own.isdisjoint(word.states)
            if told and (word.stem not in found or word.rank > found[word.stem].rank):
                found[word.stem] = word
    return [word.written for word in sorted(found.values(), key=lambda word: (not word.person, -word.rank, word.stem))[:TERMS]]


def _meets(row: Row) -> bool:
    """Whether who takes part tells an act: a meeting, a promise to meet, or a refusal."""
    if row["type"] == PROMISE:
        _, promise, promised = (row["evidence"] or "").partition(row["trigger"] or " ")
        return "meeting" in named(" ".join([promise, *promised.split()[:AHEAD]]))
    return bool(row["type"] == MEETING or row["mode"] == MEETS)


def together(told: Sequence[Sequence[str]]) -> list[str]:
    """The terms of several tellings: those that most of them have, and of equals the rarest first."""
    if len(told) == 1:
        return list(told[0])
    written: dict[str, str] = {}
    count: Counter[str] = Counter()
    rank: dict[str, float] = defaultdict(lambda: 1.0)
    for some in told:
        for n, word in enumerate(some):
            of = stem(word)
            written.setdefault(of, word)
            count[of] += 1
            rank[of] = min(rank[of], n / len(some))
    best = sorted(written, key=lambda of: (-count[of], rank[of], of))
    return [written[of] for of in best[:TERMS]]


@lru_cache(500_000)
def stem(word: str) -> str:
    """What the forms of a word share as a rule: its beginning, without the endings of nouns and verbs.

    >>> stem("Expelled"), stem("expel"), stem("lifts"), stem("visiting"), stem("agreement")
    ('expel', 'expel', 'lift', 'visit', 'agreem')
    """
    low = word.lower()
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _ROOT and not low.endswith("ss"):
            low = low.removesuffix(ending)
            break
    if len(low) > _ROOT and low[-1] == low[-2]:
        low = low[:-1]
    return low[:STEM]


def _telling(text: str, outlet: str | None) -> Iterator[str]:
    """The words of a text but for the names of outlets and the particles of names (`von der Leyen`); a name of several words
    of a state or a capital (`Addis Ababa`) is one."""
    words = _WORD.findall(text)
    own = tuple(map(plain, _WORD.findall(outlet or "")))
    n = 0
    while n < len(words):
        word = words[n]
        capital = word[0].isupper()
        passed = _outlet(words, n, own) if capital else int(_is_particle(words, n))
        length = 1 if passed or not capital else _state_name(words, n)
        if not passed:
            yield word if length == 1 else " ".join(words[n : n + length])
        n += passed or length


def _outlet(words: Sequence[str], n: int, own: tuple[str, ...]) -> int:
    """How many words from the n-th on name an outlet, or the page's own; 0 for none."""
    first = plain(words[n])
    if own and own[0] == first and _stands(words, n, own):
        return len(own)
    known = _openers().get(first)
    if known is None:
        return 0
    second = plain(words[n + 1]) if n + 1 < len(words) else ""
    return next((len(name) for name in known.get(second, ()) if _stands(words, n, name)), int("" in known))


def _stands(words: Sequence[str], n: int, name: tuple[str, ...]) -> bool:
    return tuple(map(plain, words[n : n + len(name)])) == name


def _state_name(words: Sequence[str], n: int) -> int:
    """How many words from the n-th on name a state, its people or its capital, if several do; 1 otherwise."""
    return next((m for m in _lengths().get(words[n].lower(), ()) if " ".join(words[n : n + m]).lower() in _states()), 1)


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """How many words the longer names have that begin with a word, the longest first."""
    found = defaultdict[str, set[int]](set)
    for name in _states():
        if " " in name:
            found[name.partition(" ")[0]].add(name.count(" ") + 1)
    return {first: tuple(sorted(some, reverse=True)) for first, some in found.items()}


@cache
def _openers() -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """The names of outlets as words, by the first and the second (empty for one word), the longest first."""
    found = defaultdict[str, dict[str, list[tuple[str, ...]]]](lambda: defaultdict(list))
    names = (tuple(name.split()) for name in load_tables().outlets if "." not in name)
    for words in sorted(names, key=len, reverse=True):
        found[words[0]]["".join(words[1:2])].append(words)
    return {first: dict(behind) for first, behind in found.items()}


def _is_particle(words: Sequence[str], n: int) -> bool:
    """Whether a word leads to the rest of a name."""
    behind = next((word for word in words[n + 1 :] if word not in listed("particles")), "")
    return words[n] in listed("particles") and behind[:1].isupper()


def proper(row: Row) -> list[str]:
    """The rarer words around an act that are written as names, their beginnings; names of states, of persons in office and of the
    parties are left out."""
    _, names = _sides(row)
    written = (word for word in _WORD.findall(row["around"] or "") if word[0].isupper())
    found = filter(None, map(_RARE.__getitem__, written))
    return [word.stem for word in found if word.low not in names and not word.states and not word.person]


def bystanders(row: Row) -> list[str]:
    """The states that the sentence of an act names, or whose people or capital, without telling them as parties of it."""
    own = {*row["actor_countries"], *row["recipient_countries"]}
    named = (_states().get(word.lower(), ("", _NO_NAMES))[1] for word in _telling(whole(row), row["outlet"]))
    return sorted(set[str]().union(*(codes for codes in named if len(codes) == 1)) - own)


def whole(row: Row) -> str:
    """The whole sentence of an act, as far as the words around it go."""
    evidence, around = row["evidence"] or "", row["around"] or ""
    before, told, after = around.partition(evidence)
    return f"{sentence(before)}{told}{'' if told[-1:] in _STOPS else ended(after)}"


def _sides(row: Row) -> tuple[set[str], set[str]]:
    """The states of an act's parties, and the words of the parties' names: those with a capital, since others (`labourers`,
    `captured pilot`) say who is concerned."""
    words = (word for name in (*row["actor_names"], *row["recipient_names"]) for word in _WORD.findall(name))
    names = {word.lower() for word in words if not word.islower()}
    return {*row["actor_countries"], *row["recipient_countries"]}, names


class _Word(NamedTuple):
    """A word that may be a term."""

    low: str
    written: str
    """As it stands in the text; of a state's name, the state's code."""
    stem: str
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
        written, states = _states().get(low, (word, _NO_NAMES))
        person = word[0].isupper() and low in _personal()
        self[word] = _Word(low, written or word, stem(written or word), rank, states, person) if rank > COMMON else None
        return self[word]


_RARE = _Rare()


def _known(word: str) -> tuple[str, int]:
    """A word in small letters, and how rare it is: its place in the vocabulary; beyond it for one of several pieces (`s-400`);
    0 for what is no term. Of several words the rarest."""
    if " " in word:
        return word.lower(), max(_known(part)[1] for part in word.split())
    low, table = word.lower(), vectors()
    if len(low) < 3 or low.isdigit() or low in _CALENDAR:
        return low, 0
    pieces = table.pieces(low)
    return low, int(pieces[0]) - FIRST_WORD if len(pieces) == 1 else len(table.table)


@cache
def _personal() -> frozenset[str]:
    """Every word of the names of persons in office."""
    return frozenset(word for person in chain(*load_tables().people.values()) for name in person.names for word in name.split())


def subjects(texts: Sequence[str], encoder: Encoder) -> tuple[NDArray[np.int8], NDArray[np.bool_]]:
    """What the sentences of acts mean, (texts, width), zeros for none; and whether each tells of undoing, (texts,)."""
    once = {text: n for n, text in enumerate(dict.fromkeys(texts))}  # a sentence may tell several acts
    which = np.array([once[text] for text in texts], np.int64)
    meant = encoder.of(list(once))
    return np.rint(meant.vectors[which] * SCALE).astype(np.int8), meant.undoing[which]
