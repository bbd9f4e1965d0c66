"""Find the acts in the network's answers: runs of words of one type, and the phrases that fill their roles."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from facta.language.network import Answers, Floats, Network, clipped, platt, sigmoid, softmax
from facta.language.windows import Layout, covered, together
from facta.records import Dating, Role, RoleName, Status, Trigger
from facta.values.spans import Range

Spots = NDArray[np.int64]
"""First and last word of each noun phrase of a text, (P, 2)."""
ROLES: tuple[RoleName, ...] = get_args(RoleName)
"""Side by side among the channels, in this order."""
PARTIES = frozenset({"actor", "recipient"})
CLIP = 3.0
"""No word speaks louder than this, in log-odds, for or against a phrase."""
FURTHER = 0.7
"""Least probability of a side's second and further parties; .6 to .8 do alike on the held-out texts, none costs .04 dyad F1."""
SPARE = {"actor": 0.15, "recipient": 0.2, "time": 0.1}
"""Least probability of the only party of a side; without, .015 dyad F1 less in reports and .06 in articles."""
SECOND = 0.15
"""Least probability of the second party of an act that takes two."""
TOGETHER = frozenset({"CONSULT", "COOPERATE"})
"""Types whose acts without a recipient are done by several."""
TRIED = 3
"""So many of a side's best phrases are tried before it stays empty."""
VAGUE = 0.2
"""Probability from which an act without a told date has the report's month or year: more dates are right than from .1 or .5."""
IDLE = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PUNCT", "SCONJ"})
"""Parts of speech of words that neither open nor close a party."""
WIDEST = 120
"""Most words of an act's evidence on either side of its trigger."""

PASSING = 0.2
"""Probability from which words may mention an act in passing. F1 of pairs of reports that share an act, and of B-cubed, summed
over what stories may be fitted on: 4.35 without, 4.45 from .2 on, 4.46 from .15 on at 2% more time (`stories/recalls.py`)."""
Group = tuple[list[int], int, Floats]
"""The words of an act, by number in the window, its type, and the probability of each word that it carries an act."""

_STATUSES: dict[str, Status] = {s: s for s in get_args(Status)}
_DATINGS: dict[str, Dating] = {d: d for d in get_args(Dating)}


def triggers(
    net: Network, at: Layout, heard: "Heard", a: Answers, acts: Iterable[Group], *, passing: bool = False
) -> Iterator[Trigger]:
    """The records of some acts of a window (`groups`, `faint`), in the order of the text.

    passing: they are mentioned in passing, so that only phrases of their own sentence fill their roles, and the words that name
    the states of their parties are not asked for.
    """
    for words, kind, sure in acts:
        weights = (sure / sure.sum()).astype(np.float32)
        name = net.about.types[kind]
        told = mode(net, a, words, weights, name)
        lone = f"{name}:{told or ''}" in net.about.alone
        dating = _dated(net, softmax(weights @ a.datings[words]))
        yield Trigger(
            **covered(at, a.window, words[0], words[-1])._asdict(),
            type=name,
            mode=told,
            status=_STATUSES[_believed(net, net.about.statuses, "actual", softmax(weights @ a.statuses[words]))],
            dating=dating,
            evidence=evidence(net, at, a, words, weights),
            score=platt(float(sure.max()), net.about.slopes["trigger"]),
            roles=tuple(
                roles(net, at, heard, a, Asking(words, weights, lone, dating == "told", lone and name in TOGETHER, passing))
            ),
        )


def groups(net: Network, at: Layout, a: Answers) -> Iterator[Group]:
    """The acts that a window answers for, in the order of the text."""
    yield from _carried(at, a, a.chances, net.about.thresholds["trigger"])


def faint(at: Layout, a: Answers, told: Iterable[Group]) -> Iterator[Group]:
    """Words beside those of the acts told that may mention an act in passing, though it is too doubtful to be told there."""
    chances = a.chances.copy()
    for words, *_ in told:
        chances[words] = 0
        chances[words, 0] = 1
    yield from _carried(at, a, chances, PASSING)


def _carried(at: Layout, a: Answers, chances: Floats, least: float) -> Iterator[Group]:
    """Runs of words of one type that together carry an act with this probability at least; chances (words, no act and types)."""
    best, sure, own = chances[:, 1:].argmax(1), 1 - chances[:, 0], a.own()
    likely = own.start + np.flatnonzero(sure[own] >= least / 2)
    ends = [
        n
        for n, k in enumerate(likely.tolist()[1:], 1)
        if k > likely[n - 1] + 1 or best[k] != best[k - 1] or not together(at, a.window, k - 1, k)
    ]
    for run in np.split(likely, ends):
        if len(run) and sure[run].max() >= least:
            yield run.tolist(), int(best[run[0]]), sure[run]


def mode(net: Network, a: Answers, words: list[int], weights: Floats, kind: str) -> str | None:
    """The mode of an act among those of its type; None where none fits."""
    allowed = net.of_type[kind]
    best = int((weights @ a.modes[words][:, allowed]).argmax())
    return net.about.modes[allowed[best]].partition(":")[2] or None


def _believed(net: Network, names: Sequence[str], doubted: str, chances: Floats) -> str:
    """The most probable answer; one that is often said too soon only when it is likelier than its threshold."""
    best = names[int(chances.argmax())]
    if best != doubted or chances.max() >= net.about.thresholds[doubted]:
        return best
    return max((name for name in names if name != doubted), key=lambda name: chances[names.index(name)])


def _dated(net: Network, chances: Floats) -> Dating:
    """How an act's date is known; a month or a year rather than the report's day where either is at all likely."""
    names = net.about.datings
    best = _believed(net, names, "undated", chances)
    vague = max(("month", "year"), key=lambda name: chances[names.index(name)])
    return _DATINGS[vague if best == "reported" and chances[names.index(vague)] >= VAGUE else best]


def evidence(net: Network, at: Layout, a: Answers, words: list[int], weights: Floats) -> Range:
    """The run of words, around the trigger, that the network would prove the act with."""
    scores = net.pairs(a, words, weights, net.about.channel("opens", "closes"))
    low, high = max(0, words[0] - WIDEST), min(len(scores), words[-1] + WIDEST)
    first = low + int(scores[low : words[0] + 1, 0].argmax())
    last = words[-1] + int(scores[words[-1] : high, 1].argmax())
    return covered(at, a.window, first, last)


class Asking(NamedTuple):
    """An act that asks for its roles."""

    words: list[int]
    """Of its trigger, by number in the window."""
    weights: Floats
    alone: bool
    """Whether such an act mostly has no recipient."""
    told: bool
    """Whether some phrase tells its date."""
    together: bool
    """Whether it takes two, as a meeting does."""
    passing: bool
    """Whether it is mentioned in passing."""


class Heard(NamedTuple):
    """What is known of a window's words, whatever the act."""

    near: Spots
    """The noun phrases that lie in it, by number in it."""
    idle: list[bool]
    """Which words open and close no party."""
    sentence: NDArray[np.int64]
    """The number of each one's sentence."""
    opens: NDArray[np.bool_]
    """Which words open a sentence, or the window."""
    least: Floats
    """The log-odds from which a word speaks for each role."""

    @classmethod
    def of(cls, net: Network, at: Layout, spots: Spots, a: Answers) -> "Heard":
        """Of one window; spots: noun phrases of the text."""
        near = spots[(spots[:, 0] >= a.window.first) & (spots[:, 1] < a.window.last)] - a.window.first
        idle = np.array([tag in IDLE for tag in net.about.tags])[a.tags.argmax(1)]
        home = np.array(at.home[a.window.first : a.window.last], np.int64)
        least = np.array([net.about.thresholds[role] for role in ROLES], np.float32)
        return cls(near, idle.tolist(), home, np.diff(home, prepend=-1) != 0, np.log(least / (1 - least)))

    def within(self, first: int, end: int) -> "Heard":
        """Of the words of a stretch, counted from its first."""
        inside = (self.near[:, 0] >= first) & (self.near[:, 1] < end)
        here = slice(first, end)
        return Heard(self.near[inside] - first, self.idle[here], self.sentence[here], self.opens[here], self.least)


def roles(net: Network, at: Layout, heard: Heard, a: Answers, act: Asking) -> Iterator[Role]:
    """The phrases that fill the roles of an act."""
    scores = net.pairs(a, act.words, act.weights, net.about.channel(*ROLES))
    home, begin = heard.sentence[act.words[0]], 0
    if act.passing:
        begin, end = np.searchsorted(heard.sentence, (home, home + 1)).tolist()
        scores, heard = scores[begin:end], heard.within(begin, end)
    words = clipped(scores - heard.least, CLIP)
    near = _with_runs(heard.near, _runs(words, heard))
    size = near[:, 1:] - near[:, :1] + 1
    value = _sums(words, near)
    chance = sigmoid(_sums(scores, near) / size)
    away = heard.sentence[near[:, 0]] - home
    time = ROLES.index("time")
    value[away > 0, time] = -1  # "Uganda denied it. In 2009 ...": a later sentence dates its own acts
    chance[away != 0, time] = 0  # and a doubtful time is the act's only in its own sentence
    for n, c in _chosen(near, value, chance, act):
        first, last = (begin + int(k) for k in near[n])
        home_of = state(net, at, a, first, last) if not act.passing and ROLES[c] in PARTIES else None
        told = covered(at, a.window, first, last)._asdict()
        yield Role(role=ROLES[c], **told, score=round(float(chance[n, c]), 4), home=home_of)


def _with_runs(near: Spots, runs: Spots) -> Spots:
    """Phrases, and runs of words that are none."""
    return np.concatenate([near, runs[~(near[:, None] == runs).all(2).any(0)]])


def _runs(words: Floats, heard: Heard) -> Spots:
    """Unbroken runs of words of one sentence that speak for one role, by number in the window, none twice: a fifth of all parties
    are no phrase that the tags would find (`Yukiya Amano, director general of the agency`). Idle words open and close none."""
    speaks = np.flatnonzero(words.T > 0)  # role by role
    k = speaks % len(words)
    opens = heard.opens[k] | (np.diff(speaks, prepend=-2) > 1)
    closes = np.append(opens[1:], True)[: len(opens)]
    found = dict[tuple[int, int], None]()
    for first, last in zip(k[opens].tolist(), k[closes].tolist(), strict=True):
        left = next((k for k in range(first, last + 1) if not heard.idle[k]), last + 1)
        right = next((k for k in range(last, left - 1, -1) if not heard.idle[k]), left - 1)
        if left <= right:
            found[left, right] = None
    return np.array(list(found), np.int64).reshape(-1, 2)


def _sums(scores: Floats, near: Spots) -> Floats:
    """Sums (P, roles) over the words of each phrase."""
    total = np.concatenate([np.zeros((1, scores.shape[1]), np.float32), scores.cumsum(0)])
    return total[near[:, 1] + 1] - total[near[:, 0]]  # type: ignore[no-any-return]


def _chosen(near: Spots, value: Floats, chance: Floats, act: Asking) -> Iterator[tuple[int, int]]:
    """Phrase and role by number: of overlapping ones, those with the most evidence in their words first.

    Parties exclude each other, and so do place and time; a host is often both a party and the place. A side's further parties
    must be surer than its first, and a side that would stay empty takes a less sure one, as does the time of an act that some
    phrase dates.
    """
    wanted = {"actor": True, "recipient": not act.alone, "time": act.told}
    taken = [0, 0]  # a bit a word, of places and times and of parties
    filled = Counter[int]()

    def take(n: int, c: int) -> bool:
        first, last = near[n].tolist()
        words, kind = (2 << last) - (1 << first), int(ROLES[c] in PARTIES)
        if taken[kind] & words:
            return False
        taken[kind] |= words
        filled[c] += 1
        return True

    for n, c in sorted(np.argwhere(value > 0).tolist(), key=lambda nc: -value[nc[0], nc[1]]):
        further = filled[c] > 0 and ROLES[c] in PARTIES
        if (not further or chance[n, c] >= FURTHER) and take(n, c):
            yield n, c
    for c, least in ((ROLES.index(role), least) for role, least in SPARE.items() if wanted[role]):
        order = [] if filled[c] else np.argsort(-chance[:, c])[:TRIED].tolist()
        yield from [(n, c) for n in order if chance[n, c] >= least and not filled[c] and take(n, c)]
    actor = ROLES.index("actor")
    if act.together and filled[actor] == 1:
        order = np.argsort(-chance[:, actor]).tolist()
        yield from [(n, actor) for n in order if chance[n, actor] >= SECOND and filled[actor] == 1 and take(n, actor)]


def state(net: Network, at: Layout, a: Answers, first: int, last: int) -> Range | None:
    """The words that name the state of a party, by the network's reading; None when it sees none."""
    ends = sorted({first, last})
    scores = net.pairs(a, ends, np.full(len(ends), 1 / len(ends), np.float32), net.about.channel("home"))[:, 0]
    best = int(scores.argmax())
    if scores[best] < 0:
        return None
    left = right = best
    while left > 0 and scores[left - 1] >= 0 and together(at, a.window, left - 1, best):
        left -= 1
    while right + 1 < len(scores) and scores[right + 1] >= 0 and together(at, a.window, best, right + 1):
        right += 1
    return covered(at, a.window, left, right)
