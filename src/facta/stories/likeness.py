"""How likely two events tell the same act: a logistic regression over what two tellings of one act share.

The weights (`likeness.toml`) were fitted by `eval.likeness` on labelled windows of real reports and two parts of the demo
corpus, none of which measures. What each feature is stands at its line in `FEATURES`.
"""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from facta.stories.acts import Acts
from facta.stories.regression import fitted

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.uint64]

FEATURES = (
    "other_type",  # the types differ, the quad class does not
    "other_quad",  # the quad classes differ
    "other_mode",  # both have a mode, not the same
    "days",  # between their dates, which do not touch
    "stay",  # visits of the same to the same, so few days apart that they are days of one stay
    "coarse",  # one is dated by month or year only
    "year",  # one is dated by year only
    "both_years",  # both are dated by year only
    "fresh",  # both are told without a day, by pages of different days, as news is; or both with a day, not the same
    "retold",  # one is background of its report (`historical`)
    "recalled",  # the later page leads back to it: `after the raid`
    "alone",  # one names no pair of states
    "actors",  # share of the actors' countries that both have, -1 where one names none
    "turned",  # one's actors are the other's recipients
    "other_place",  # both have a place, not the same
    "around",  # cosine of the words around
    "triggers",  # cosine of the triggers
    "names",  # share of the words of the parties' names that the shorter list has in common
    "rare",  # share of the rarest words around that both have
    "words",  # the same of all words, each by how much it says
    "other_names",  # both name others than the parties around, nobody the same
    "same_number",  # both tell numbers, one the same
    "other_number",  # both tell numbers, none the same
    "copies",  # the pages tell the same text
)
WINDOW = 14
"""Most days between the dates of two tellings of one act."""
STAY = 3
"""Days apart that two days of one visit lie at most; leaders stay one to four days as a rule."""
YEAR = 364
"""Days from the first to the last of a year."""
NEAR = 2
"""The same where one of them names no pair of states."""
_AT_ONCE = 200_000


@cache
def weights() -> tuple[Floats, float]:
    """The weight of each feature, and the constant."""
    weight, constant = fitted("facta.stories", "likeness.toml", FEATURES)
    return np.array(weight), constant


def probability(acts: Acts, i: Ints, j: Ints) -> Floats:
    """That events i[k] and j[k] tell one act, between 0 and 1."""
    return likely(acts, i, j, 0.0)[2]


def likely(acts: Acts, i: Ints, j: Ints, least: float) -> tuple[Ints, Ints, Floats]:
    """Those of the pairs i[k], j[k] that tell one act with this probability or more, and that probability.

    Features are taken in the order of what they cost; a pair leaves as soon as no value of the others could bring it there.
    """
    parts = [_likely(acts, i[n : n + _AT_ONCE], j[n : n + _AT_ONCE], least) for n in range(0, len(i), _AT_ONCE)]
    parts = parts or [(i, j, np.empty(0))]
    return tuple(np.concatenate(column) for column in zip(*parts, strict=True))  # type: ignore[return-value]


def apart(acts: Acts, i: Ints, j: Ints) -> NDArray[np.bool_]:
    """Which pairs cannot be one act, in however like words."""
    return np.asarray(_exchanged(acts, i, j) | _other_days(acts, i, j) | _other_officers(acts, i, j))


def _exchanged(acts: Acts, i: Ints, j: Ints) -> NDArray[np.bool_]:
    """News of different days, every actor of each of which is a recipient of the other, and no actor of both: tit for tat.

    Visits and sales are among them; on one day these are told from either side, so there the weights decide. Acts with a
    direction are kept apart on any day, by `acts.ways`.
    """
    actors, recipients = acts.flags
    swapped = _within(actors[i], recipients[j]) & _within(actors[j], recipients[i])
    news = _fresh(acts, i, j) & ~acts.retold[i] & ~acts.retold[j]
    return np.asarray(news & swapped & ~_any_shared(actors[i], actors[j]))


def _other_days(acts: Acts, i: Ints, j: Ints) -> NDArray[np.bool_]:
    """Those of different days of which two of three hold: both texts tell the day; more than one day lies between; other things.

    These are other numbers, or other places together with other names or told days. One night's strike is often told of two days,
    and a report without a day is often a day late. Days of one visit are one stay.
    """
    gap = _gap(acts, i, j)
    told = (acts.day_of[i] == 1) & (acts.day_of[j] == 1)
    words, place = _of_words(acts, i, j), _of_place(acts, i, j)
    other = words["other_number"] | place["other_place"] & (words["other_names"] | told)
    speaking = told.astype(np.int8) + (gap > 1) + other
    return np.asarray(_fresh(acts, i, j) & ~_stays(acts, i, j, gap) & (speaking > 1))


def _other_officers(acts: Acts, i: Ints, j: Ints) -> NDArray[np.bool_]:
    """What persons in office of one state say, or with whom they meet, where neither a name nor an office is the same."""
    same_state = _contained(acts.governed, acts.sizes["governed"], i, j) > 0
    return np.asarray(same_state & (_contained(acts.officers, acts.sizes["officers"], i, j) == 0))


def _fresh(acts: Acts, i: Ints, j: Ints) -> NDArray[np.bool_]:
    """Whether the days of two events are known in one way, by the texts or by the pages, and differ."""
    return np.asarray((acts.day_of[i] == acts.day_of[j]) & (acts.day_of[i] > 0) & (_gap(acts, i, j) > 0))


def _gap(acts: Acts, i: Ints, j: Ints) -> Ints:
    """Days between the dates of events; nothing or less where they touch."""
    return np.maximum(acts.first[i], acts.first[j]) - np.minimum(acts.last[i], acts.last[j])


def _likely(acts: Acts, i: Ints, j: Ints, least: float) -> tuple[Ints, Ints, Floats]:
    weight, constant = weights()
    by_name = dict(zip(FEATURES, weight.tolist(), strict=True))
    open_ = {name: max(by_name[name] * end for end in _range(name)) for name in FEATURES}
    needed = np.log(least / (1 - least)) - _SLACK if least > 0 else -np.inf
    odds = np.full(len(i), constant)
    for step in _STEPS:
        columns = step(acts, i, j)
        for name, values in columns.items():
            odds += by_name[name] * np.asarray(values, np.float64)
            del open_[name]
        kept = odds + sum(open_.values()) >= needed
        if not kept.all():
            i, j, odds = i[kept], j[kept], odds[kept]
    p = 1 / (1 + np.exp(-odds))
    kept = p >= least
    return i[kept], j[kept], p[kept]


def _range(name: str) -> tuple[float, float]:
    """Between which values a feature lies."""
    low = -1.0 if name in ("actors", "around", "triggers") else 0.0
    return low, float(np.log1p(WINDOW)) if name == "days" else 1.0


def features(acts: Acts, i: Ints, j: Ints) -> Floats:
    """(pairs, FEATURES)"""
    columns = {name: values for step in _STEPS for name, values in step(acts, i, j).items()}
    return np.stack([np.asarray(columns[name], np.float64) for name in FEATURES], axis=1)


Columns = dict[str, NDArray[Any]]


def _of_kinds(acts: Acts, i: Ints, j: Ints) -> Columns:
    same_kind, same_quad = acts.kind[i] == acts.kind[j], acts.quad[i] == acts.quad[j]
    gap = _gap(acts, i, j)
    later = acts.published[i] - acts.published[j]
    return {
        "other_type": ~same_kind & same_quad,
        "other_quad": ~same_quad,
        "days": _DAYS[np.clip(gap, 0, WINDOW)],
        "stay": _stays(acts, i, j, gap),
        "coarse": acts.last[i] - acts.first[i] + acts.last[j] - acts.first[j] > 0,
        "year": np.maximum(acts.last[i] - acts.first[i], acts.last[j] - acts.first[j]) >= YEAR,
        "both_years": np.minimum(acts.last[i] - acts.first[i], acts.last[j] - acts.first[j]) >= YEAR,
        "fresh": _fresh(acts, i, j),
        "retold": acts.retold[i] | acts.retold[j],
        "recalled": acts.recalled[i] & (later >= 0) | acts.recalled[j] & (later <= 0),
        "alone": acts.alone[i] | acts.alone[j],
        "copies": acts.copy[i] == acts.copy[j],
    }


def _stays(acts: Acts, i: Ints, j: Ints, gap: Ints) -> NDArray[np.bool_]:
    out: NDArray[np.bool_] = acts.visit[i] & acts.visit[j] & (gap > 0) & (gap <= STAY)
    visits = np.flatnonzero(out)
    for side in acts.flags:
        out[visits] &= (side[i[visits]] == side[j[visits]]).all(axis=1)
    return out


def _of_sides(acts: Acts, i: Ints, j: Ints) -> Columns:
    actors, recipients = acts.flags
    crossed = _any_shared(actors[i], recipients[j]) | _any_shared(actors[j], recipients[i])
    return {"actors": _alike(actors, i, j), "turned": crossed}


def _of_place(acts: Acts, i: Ints, j: Ints) -> Columns:
    moded = (acts.kind[i] == acts.kind[j]) & (acts.mode[i] >= 0) & (acts.mode[j] >= 0)
    placed = (acts.place[i] >= 0) & (acts.place[j] >= 0)
    return {
        "other_mode": moded & (acts.mode[i] != acts.mode[j]),
        "other_place": placed & (acts.place[i] != acts.place[j]),
    }


def _of_around(acts: Acts, i: Ints, j: Ints) -> Columns:
    return {"around": np.einsum("ij,ij->i", acts.wide[i], acts.wide[j])}


def _of_triggers(acts: Acts, i: Ints, j: Ints) -> Columns:
    return {"triggers": np.einsum("ij,ij->i", acts.trigger[i], acts.trigger[j])}


def _of_words(acts: Acts, i: Ints, j: Ints) -> Columns:
    numbers = _contained(acts.numbers, acts.sizes["numbers"], i, j)
    return {
        "names": np.maximum(_contained(acts.names, acts.sizes["names"], i, j), 0),
        "rare": np.maximum(_contained(acts.terms, acts.sizes["terms"], i, j), 0),
        "words": _overlap(acts.words, acts.sizes["words"], i, j),
        "other_names": _contained(acts.proper, acts.sizes["proper"], i, j) == 0,
        "same_number": numbers > 0,
        "other_number": numbers == 0,
    }


_STEPS = (_of_kinds, _of_sides, _of_place, _of_around, _of_triggers, _of_words)
_DAYS = np.log1p(np.arange(WINDOW + 1))
_SLACK = 1e-4  # cosines are of single precision


def _alike(flags: Flags, i: Ints, j: Ints) -> Floats:
    """Members shared of all members; -1 where a set is empty."""
    a, b = flags[i], flags[j]
    one, other, shared = (np.bitwise_count(some).sum(axis=1, dtype=np.int64) for some in (a, b, a & b))
    return np.where((one > 0) & (other > 0), shared / np.maximum(one + other - shared, 1), -1.0)


def _any_shared(a: Flags, b: Flags) -> NDArray[np.bool_]:
    return np.asarray((a & b).any(axis=1))


def _within(a: Flags, b: Flags) -> NDArray[np.bool_]:
    """Whether a set has members, and all of them are in another."""
    return np.asarray(a.any(axis=1) & ~(a & ~b).any(axis=1))


def _contained(sets: csr_array, sizes: Floats, i: Ints, j: Ints) -> Floats:
    """Members shared of the smaller set's; -1 where that is empty."""
    least = np.minimum(sizes[i], sizes[j])
    shared = np.asarray(sets[i].multiply(sets[j]).sum(axis=1), np.float64)
    return np.where(least > 0, shared / np.maximum(least, 1), -1.0)


def _overlap(words: csr_array, weight: Floats, i: Ints, j: Ints) -> Floats:
    """Weight of the words shared, as a share of the lighter text's."""
    shared = np.asarray(words[i].minimum(words[j]).sum(axis=1), np.float64)
    return shared / np.maximum(np.minimum(weight[i], weight[j]), 1e-9)
