"""Find the acts in the network's answers: runs of words of one type, and the phrases that fill their roles."""

from collections.abc import Iterator
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from facta.language.network import Answers, Floats, Network, log_softmax, platt, sigmoid, softmax
from facta.language.windows import Layout
from facta.records import Dating, Role, RoleName, Status, Trigger
from facta.values.spans import Range

Spots = NDArray[np.int64]
"""First and last word of each noun phrase of a text, (P, 2)."""
ROLES: tuple[RoleName, ...] = get_args(RoleName)
"""Side by side among the channels, in this order."""
CLIP = 3.0
"""No word speaks louder than this, in log-odds, for or against a phrase."""
WIDEST = 120
"""Most words of an act's evidence."""

_STATUSES: dict[str, Status] = {s: s for s in get_args(Status)}
_DATINGS: dict[str, Dating] = {d: d for d in get_args(Dating)}


def triggers(net: Network, at: Layout, spots: Spots, a: Answers) -> Iterator[Trigger]:
    """The acts that a window answers for, in the order of the text."""
    for words, kind, sure in groups(net, at, a):
        weights = (sure / sure.sum()).astype(np.float32)
        name = net.about.types[kind]
        yield Trigger(
            **_span(at, a, words[0], words[-1])._asdict(),
            type=name,
            mode=mode(net, a, words, weights, name),
            status=_STATUSES[net.about.statuses[_status(net, weights @ a.statuses[words])]],
            dating=_DATINGS[net.about.datings[int((weights @ a.datings[words]).argmax())]],
            evidence=evidence(net, at, a, words, weights),
            score=platt(float(sure.max()), net.about.slopes["trigger"]),
            roles=tuple(roles(net, at, spots, a, (words, weights))),
        )


def groups(net: Network, at: Layout, a: Answers) -> Iterator[tuple[list[int], int, Floats]]:
    """Runs of words of one type that together carry an act: their numbers in the window, the type, each one's probability."""
    chances = softmax(a.types)
    best, sure = chances[:, 1:].argmax(1), 1 - chances[:, 0]
    least = net.about.thresholds["trigger"]
    own = a.own()
    k = own.start
    while k < own.stop:
        start = k
        while k < own.stop and sure[k] >= least / 2 and best[k] == best[start] and _together(at, a, start, k):
            k += 1
        if k > start and sure[start:k].max() >= least:
            yield list(range(start, k)), int(best[start]), sure[start:k]
        k = max(k, start + 1)


def mode(net: Network, a: Answers, words: list[int], weights: Floats, kind: str) -> str | None:
    """The mode of an act among those of its type; None where none fits."""
    allowed = [n for n, m in enumerate(net.about.modes) if m.startswith(f"{kind}:")]
    best = int((weights @ a.modes[words][:, allowed]).argmax())
    return net.about.modes[allowed[best]].partition(":")[2] or None


def _status(net: Network, scores: Floats) -> int:
    """The most probable status; `actual` only when it is likelier than a threshold, since it is what goes without saying."""
    chances = softmax(scores)
    actual = net.about.statuses.index("actual")
    if chances[actual] < net.about.thresholds["actual"]:
        chances[actual] = 0
    return int(chances.argmax())


def evidence(net: Network, at: Layout, a: Answers, words: list[int], weights: Floats) -> Range:
    """The run of words, around the trigger, that the network would prove the act with."""
    scores = net.pairs(a, words, weights, net.about.channel("opens", "closes"))
    low, high = max(0, words[0] - WIDEST), min(len(scores), words[-1] + WIDEST)
    first = low + int(log_softmax(scores[low : words[0] + 1, 0]).argmax())
    last = words[-1] + int(log_softmax(scores[words[-1] : high, 1]).argmax())
    return _span(at, a, first, last)


def roles(net: Network, at: Layout, spots: Spots, a: Answers, asking: tuple[list[int], Floats]) -> Iterator[Role]:
    """The phrases that fill roles of an act: of overlapping ones, the phrase and role with the most evidence in its words.

    asking: the trigger's words and their weights.
    """
    scores = net.pairs(a, *asking, net.about.channel(*ROLES))
    least = np.array([net.about.thresholds[role] for role in ROLES], np.float32)
    margin = np.clip(scores - np.log(least / (1 - least)), -CLIP, CLIP)
    total = np.concatenate([np.zeros((1, len(ROLES)), np.float32), margin.cumsum(0)])
    near = spots[(spots[:, 0] >= a.window.first) & (spots[:, 1] < a.window.last)] - a.window.first
    value = total[near[:, 1] + 1] - total[near[:, 0]]
    taken = np.zeros(len(scores), bool)
    for n, c in sorted(np.argwhere(value > 0), key=lambda nc: -value[nc[0], nc[1]]):
        first, last = (int(k) for k in near[n])
        if not taken[first : last + 1].any():
            taken[first : last + 1] = True
            score = float(sigmoid(scores[first : last + 1, c]).mean())
            home = state(net, at, a, first, last) if ROLES[c] in ("actor", "recipient") else None
            yield Role(role=ROLES[c], **_span(at, a, first, last)._asdict(), score=round(score, 4), home=home)


def state(net: Network, at: Layout, a: Answers, first: int, last: int) -> Range | None:
    """The words that name the state of a party, by the network's reading; None when it sees none."""
    ends = sorted({first, last})
    scores = net.pairs(a, ends, np.full(len(ends), 1 / len(ends), np.float32), net.about.channel("home"))[:, 0]
    best = int(scores.argmax())
    if scores[best] < 0:
        return None
    left = right = best
    while left > 0 and scores[left - 1] >= 0 and _together(at, a, left - 1, best):
        left -= 1
    while right + 1 < len(scores) and scores[right + 1] >= 0 and _together(at, a, best, right + 1):
        right += 1
    return _span(at, a, left, right)


def _span(at: Layout, a: Answers, first: int, last: int) -> Range:
    return Range(at.words[a.window.first + first].start, at.words[a.window.first + last].end)


def _together(at: Layout, a: Answers, one: int, other: int) -> bool:
    """Whether two words of a window stand in one sentence."""
    return at.home[a.window.first + one] == at.home[a.window.first + other]
