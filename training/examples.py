"""Cut texts into windows with their answers, and windows into batches of arrays."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from facta.language.pieces import Pieces
from facta.language.windows import Window, windows
from training.answers import ROLES
from training.texts import Act, Said, Text

LONG = 300
"""Words from which a text is cut at other places in each epoch."""
Arrays = dict[str, NDArray[Any]]


@dataclass
class Example:
    """One window with its answers; words counted from the window's first."""

    window: Window
    tags: list[int]
    types: list[int] | None
    """0 for no act, else type + 1; -1 where the answer is unknown."""
    cues: list[int] | None
    rows: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Word, status, mode, dating of each word of an act."""
    evidence: list[tuple[int, int]] = field(default_factory=list)
    roles: list[tuple[dict[str, set[int]], dict[str, bool]]] = field(default_factory=list)
    homes: list[tuple[int, set[int]]] = field(default_factory=list)
    """A word of a party, and the words that name its state."""
    pair: tuple[list[int], list[int], int] | None = None
    said_rows: list[int] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    soft: Arrays | None = None
    """A teacher's answers, see `distil`."""


def examples(text: Text, pieces: Pieces, shift: int = 0) -> Iterator[Example]:
    """The windows of a text, without overlap, with their answers."""
    for w in windows(text.at, pieces, context=0, shift=shift):
        here = Example(w, text.tags[w.first : w.last], None, None)
        if text.acts is not None:
            here.types = [-1 if k in text.doubtful else 0 for k in range(w.first, w.last)]
            for act in text.acts:
                _place(here, act, w)
                _house(here, act, w, text.states)
        if text.said is not None:
            here.cues = [0] * (w.last - w.first)
            for said in text.said:
                _attribute(here, said, w)
        if text.pair is not None:
            source, target = (
                [k - w.first for k in sorted(side) if w.first <= k < w.last] for side in (text.pair.source, text.pair.target)
            )
            here.pair = (source, target, text.pair.type)
        yield here


def _place(here: Example, act: Act, w: Window) -> None:
    moved = {role: {k - w.first for k in found if w.first <= k < w.last} for role, found in act.roles.items()}
    known = {role: bool(moved[role]) or not found for role, found in act.roles.items()}
    known["time"] &= act.time_known
    first, last = act.evidence or (-1, -1)
    run = (first - w.first, last - w.first) if w.first <= first <= last < w.last else (-1, -1)
    for k in act.words:
        if w.first <= k < w.last and here.types is not None:
            if here.types[k - w.first] <= 0:
                here.types[k - w.first] = act.type + 1
            here.rows.append((k - w.first, act.status, act.mode, act.dating))
            here.roles.append((moved, known))
            here.evidence.append(run)


def _house(here: Example, act: Act, w: Window, states: Mapping[int, str]) -> None:
    """Which words of the window name the states of an act's parties, asked by each party's first and last word.

    No word does when the text names the state nowhere; not known is it when only another window names it.
    """
    for words, country in act.homes:
        named = [k for k, c in states.items() if c == country]
        right = {k - w.first for k in named if w.first <= k < w.last}
        for k in {words[0], words[-1]}:
            if (right or not named) and w.first <= k < w.last:
                here.homes.append((k - w.first, right))


def _attribute(here: Example, said: Said, w: Window) -> None:
    whole = all(w.first <= k < w.last for k in said.content)
    for k in said.cue:
        if w.first <= k < w.last and here.cues is not None:
            here.cues[k - w.first] = 1
            if whole:
                here.said_rows.append(k - w.first)
                here.said.append(Said(*({k - w.first for k in part} for part in (said.cue, said.source, said.content))))


def cut(texts: Sequence[Text], pieces: Pieces, rng: random.Random) -> list[Example]:
    """Windows of all texts, long ones cut at random places."""
    shift = lambda t: rng.randrange(40, 380) if len(t.at.words) > LONG else 0  # noqa: E731
    return [e for t in texts for e in examples(t, pieces, shift(t)) if len(e.tags) > 3]


def packed(found: list[Example], room: int, rng: random.Random) -> Iterator[list[Example]]:
    """Batches of windows of like length; room: most word pieces in one, padding included."""
    found = sorted(found, key=lambda e: len(e.window.ids) + rng.random() * 8)
    group: list[Example] = []
    for e in found:
        if group and (len(group) + 1) * max(len(e.window.ids), len(group[-1].window.ids)) > room:
            yield group
            group = []
        group.append(e)
    if group:
        yield group


def targets(found: Sequence[Example]) -> Arrays:
    """Arrays of a batch of examples of one kind (all coded, all attributed, all pairs, or all with a teacher's answers).

    B windows, W words at most; -1 marks what is not asked, and `real_*` is 1 where a word may be an answer.
    """
    wide = max(len(e.window.at) for e in found)
    out: Arrays = {"tags": _filled([e.tags for e in found], wide)}
    if found[0].types is not None:
        out |= _act_targets(found, wide)
    if found[0].cues is not None:
        out |= _said_targets(found, wide)
    if found[0].pair is not None:
        out |= _pair_targets(found, wide)
    if found[0].soft is not None:
        out |= _soft_targets(found, wide)
    return out


def _filled(rows: Sequence[Sequence[int]], wide: int) -> NDArray[np.int64]:
    out = np.full((len(rows), wide), -1, np.int64)
    for n, row in enumerate(rows):
        out[n, : len(row)] = row
    return out


def _real(found: Sequence[Example], windows: Sequence[int], wide: int) -> NDArray[np.float32]:
    """1 for each word of the window that a row asks in, (R, W)."""
    sizes = np.array([len(e.tags) for e in found])
    own = sizes[np.asarray(windows, np.int64)] if len(windows) else np.zeros(0, np.int64)
    return (np.arange(wide)[None, :] < own[:, None]).astype(np.float32)


def _act_targets(found: Sequence[Example], wide: int) -> Arrays:
    rows = np.array([(n, *row) for n, e in enumerate(found) for row in e.rows], np.int64).reshape(-1, 5)
    homes = [(n, k, right) for n, e in enumerate(found) for k, right in e.homes]
    out: Arrays = {
        "types": _filled([e.types or [] for e in found], wide),
        "rows": rows,
        "roles": np.zeros((len(rows), wide, len(ROLES)), np.float32),
        "asked": np.zeros((len(rows), wide, len(ROLES)), np.float32),
        "edges_act": np.array([x for e in found for x in e.evidence], np.int64).reshape(-1, 2),
        "real_act": _real(found, rows[:, 0].tolist(), wide),
        "homes": np.array([(n, k) for n, k, _ in homes], np.int64).reshape(-1, 2),
        "home": np.zeros((len(homes), wide), np.float32),
        "real_home": _real(found, [n for n, _, _ in homes], wide),
    }
    for row, (_, _, right) in enumerate(homes):
        out["home"][row, sorted(right)] = 1
    asked = [(len(e.tags), *role) for e in found for role in e.roles]
    for row, (size, roles, known) in enumerate(asked):
        for c, name in enumerate(ROLES):
            out["roles"][row, sorted(roles[name]), c] = 1
            out["asked"][row, :size, c] = known[name]
    return out


def _pair_targets(found: Sequence[Example], wide: int) -> Arrays:
    pairs = [e.pair for e in found if e.pair]
    out: Arrays = {
        "pair_types": np.array([kind for _, _, kind in pairs], np.int64),
        "sides": np.zeros((len(pairs), wide, 2), np.float32),
    }
    for n, sides in enumerate(pairs):
        for c in (0, 1):
            out["sides"][n, sides[c], c] = 1
    return out


def _said_targets(found: Sequence[Example], wide: int) -> Arrays:
    rows = [(n, k) for n, e in enumerate(found) for k in e.said_rows]
    out: Arrays = {
        "cues": _filled([e.cues or [] for e in found], wide),
        "said_rows": np.array(rows, np.int64).reshape(-1, 2),
        "inside": np.zeros((len(rows), wide, 2), np.float32),
        "edges": np.zeros((len(rows), 2), np.int64),
        "real": _real(found, [n for n, _ in rows], wide),
    }
    for row, (size, said) in enumerate([(len(e.tags), said) for e in found for said in e.said]):
        out["inside"][row, [k for k in said.source if 0 <= k < size], 0] = 1
        out["inside"][row, sorted(said.content), 1] = 1
        out["edges"][row] = min(said.content), max(said.content)
    return out


def _soft_targets(found: Sequence[Example], wide: int) -> Arrays:
    """A teacher's answers: `soft_types` (B, W, 1 + types), and for each asking word its answers and its scores of others."""
    soft = [e.soft or {} for e in found]
    types = soft[0]["types"].shape[1]
    out: Arrays = {"soft_types": np.zeros((len(found), wide, types), np.float32)}
    counts = [len(s["words"]) for s in soft]
    out["soft_rows"] = np.array([(n, k) for n, s in enumerate(soft) for k in s["words"]], np.int64).reshape(-1, 2)
    out["soft_weight"] = np.concatenate([s["weight"] for s in soft]).astype(np.float32)
    out["soft_single"] = np.concatenate([s["single"] for s in soft]).astype(np.float32)
    channels = soft[0]["pairs"].shape[2]
    out["soft_pairs"] = np.zeros((sum(counts), wide, channels), np.float32)
    out["real_soft"] = _real(found, out["soft_rows"][:, 0].tolist(), wide)
    row = 0
    for n, s in enumerate(soft):
        out["soft_types"][n, : len(s["types"])] = s["types"]
        out["soft_pairs"][row : row + counts[n], : len(s["types"])] = s["pairs"]
        row += counts[n]
    return out
