"""Find attributions in the network's answers: a cue, and the source and content that it asks for."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from facta.language.acts import Spots
from facta.language.network import Answers, Floats, Network, clipped, log_softmax, platt, sigmoid
from facta.language.windows import Layout, covered, in_quotes, together
from facta.records import Attribution
from facta.values.spans import Range

Mask = NDArray[np.bool_]
CHANNELS = ("source", "content", "first", "last")
CLIP = 3.0
"""No word speaks louder than this, in log-odds, for or against a source."""
SPARE = 0.1
"""Probability from which words are the source where no others are."""
MARKED = 0.2
"""Probability from which an attribution counts whose content is all in quotation marks: somebody must have said it. Of those that
would count from .1 on one in six has the right cue and speaker in PolNeAR's training articles. It is never surer than its cue,
so no word that is less is looked at unless a neighbour makes it part of one."""
INSIDE = 0.05
"""Weight of a word inside the content beside the weight of its edges; .03 to .08 do alike."""
NO_PHRASES: Spots = np.zeros((0, 2), np.int64)
_BARE = frozenset([",", ".", ";", ":", "--", "—", "–", "-"])


def attributions(net: Network, at: Layout, a: Answers, phrases: Spots = NO_PHRASES) -> Iterator[Attribution]:
    """The attributions whose cue a window answers for, in the order of their cues.

    phrases: first and last word of each noun phrase of the text that is no part of another; sources are made of whole ones.
    """
    chances = sigmoid(a.cue)
    least = net.about.thresholds["cue"]
    known = Known.of(at, a, phrases)
    own = a.own()
    likely = (chances >= least / 2).tolist()
    end = own.start
    for start in (own.start + np.flatnonzero(chances[own] >= min(least / 2, MARKED))).tolist():
        if start < end:
            continue  # a word of the cue before
        end = start + 1
        while likely[start] and end < own.stop and likely[end] and together(at, a.window, start, end):
            end += 1
        if chances[start:end].max() >= MARKED:
            found = _attribution(net, at, a, Cue(list(range(start, end)), chances[start:end]), known)
            if found:
                yield found


class Cue(NamedTuple):
    """Words that tell of speech or thought, by number in the window, and how sure each is."""

    words: list[int]
    sure: Floats


class Known(NamedTuple):
    """What is known of a window's words, whatever the cue."""

    quoted: Mask
    """Which stand in quotation marks."""
    phrases: Spots
    """Those of the text that lie in the window, by number in it."""

    @classmethod
    def of(cls, at: Layout, a: Answers, phrases: Spots) -> "Known":
        """Of one window."""
        first, last = a.window.first, a.window.last
        here = phrases[(phrases[:, 1] >= first) & (phrases[:, 0] < last)] - first
        return cls(in_quotes(at.features[first:last]), here)


def _attribution(net: Network, at: Layout, a: Answers, cue: Cue, known: Known) -> Attribution | None:
    """The attribution of one cue; None where it is too doubtful."""
    words, sure = cue
    scores = net.pairs(a, words, (sure / sure.sum()).astype(np.float32), net.about.channel(*CHANNELS))
    first, last, trust = stretch(scores[:, 1], log_softmax(scores[:, 2]), log_softmax(scores[:, 3]))
    best = float(sure.max())
    chance, least = best * trust, net.about.thresholds
    firm = best >= least["cue"] and chance >= least["attribution"]
    if not firm and chance < MARKED:
        return None
    parts = _parts(_within(scores[:, 1], known.quoted), first, last, words)
    content = tuple(covered(at, a.window, *_trimmed(at, a, *part)) for part in parts)
    if not firm and not _marked(at, content):
        return None
    source = _source(net, at, a, scores[:, 0], words)
    return Attribution(
        content=content,
        cue=(covered(at, a.window, words[0], words[-1]),),
        source=(covered(at, a.window, *_whole(source, known.phrases, words)),) if source else (),
        score=platt(chance, net.about.slopes["attribution"]),
    )


def stretch(inside: Floats, first: Floats, last: Floats) -> tuple[int, int, float]:
    """First and last word of the best content, and how sure its edges are.

    inside: log-odds of each word to be in it; first, last: log-probabilities of each word to be its edge.
    """
    total = np.concatenate([[0.0], np.cumsum(clipped(inside, 4))]) * INSIDE
    opening, closing = first - total[:-1], last + total[1:]
    b = int((np.maximum.accumulate(opening) + closing).argmax())
    a = int(opening[: b + 1].argmax())
    return a, b, float(np.exp(0.5 * (_near(first, a) + _near(last, b))))


def _near(log: Floats, k: int) -> float:
    """Logarithm of the probability that an edge lies within one word of a place."""
    return float(np.log(np.exp(log[max(0, k - 1) : k + 2]).sum()))


def _within(inside: Floats, quoted: Mask) -> Floats:
    """Scores of words to be inside the content, raised where they stand in quotation marks."""
    return np.where(quoted, np.maximum(inside, 0), inside)


def _parts(inside: Floats, first: int, last: int, cue: list[int]) -> list[tuple[int, int]]:
    """The content in one part, or in two around its cue, leaving out what next to the cue is not inside."""
    if first <= cue[-1] < last and cue[0] <= first:
        return [(cue[-1] + 1, last)]
    if first < cue[0] <= last <= cue[-1]:
        return [(first, cue[0] - 1)]
    if not first < cue[0] <= cue[-1] < last:
        return [(first, last)]
    left, right = cue[0], cue[-1]
    while left - 1 > first and inside[left - 1] < 0:
        left -= 1
    while right + 1 < last and inside[right + 1] < 0:
        right += 1
    return [(first, left - 1), (right + 1, last)]


def _source(net: Network, at: Layout, a: Answers, scores: Floats, cue: list[int]) -> tuple[int, int] | None:
    """The words with the most evidence to be the source; less will do where there would be none."""
    least = net.about.thresholds["source"]
    return _run(at, a, scores - np.log(least / (1 - least)), cue) or _run(at, a, scores - np.log(SPARE / (1 - SPARE)), cue)


def _run(at: Layout, a: Answers, margin: Floats, cue: list[int]) -> tuple[int, int] | None:
    """The run of words within one sentence, outside the cue, whose margins sum to the most; None when no sum is positive."""
    margin = clipped(margin, CLIP)
    margin[cue[0] : cue[-1] + 1] = -1e4
    best, found, values, k = 0.0, None, margin.tolist(), 0
    for first in np.flatnonzero(margin > 0).tolist():  # the best run begins with a word that speaks for it
        if first < k:
            continue  # a run that has begun before and is not used up is better
        run, k = 0.0, first
        while k < len(values) and together(at, a.window, first, k):
            run += values[k]
            if run <= 0:
                break
            if run > best:
                best, found = run, (first, k)
            k += 1
    return found


def _whole(source: tuple[int, int], phrases: Spots, cue: list[int]) -> tuple[int, int]:
    """The source with the rest of the phrases that its first and last word belong to, unless the cue stands there."""
    first, last = source
    clear = phrases[(phrases[:, 1] < cue[0]) | (phrases[:, 0] > cue[-1])]
    left, right = (clear[(clear[:, 0] <= k) & (k <= clear[:, 1])] for k in source)
    return int(left[:, 0].min(initial=first)), int(right[:, 1].max(initial=last))


def _marked(at: Layout, content: Sequence[Range]) -> bool:
    """Whether all words of a content stand in quotation marks."""
    return all(in_quotes(at.features[_word(at, c.start) : _word(at, c.end)]).all() for c in content)


def _word(at: Layout, offset: int) -> int:
    """Number of the first word that begins at an offset or after it."""
    return bisect_left(at.words, offset, key=lambda w: w.start)


def _trimmed(at: Layout, a: Answers, first: int, last: int) -> tuple[int, int]:
    """Words without the bare punctuation at their edges; at least one."""
    while last > first and _bare(at, a.window.first + last):
        last -= 1
    while last > first and _bare(at, a.window.first + first):
        first += 1
    return first, last


def _bare(at: Layout, k: int) -> bool:
    return at.text[at.words[k].start : at.words[k].end] in _BARE and not in_quotes(at.features[k : k + 1])[0]


def unrivalled(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Without those whose content mostly belongs to a better one; in the order of their contents."""
    kept: list[Attribution] = []
    starts: list[tuple[int, int]] = []  # of the contents of those kept, with their places; a long page has thousands
    for a in sorted(found, key=lambda a: (-a.score, a.content)):
        first, end = a.content[0].start, a.content[-1].end
        # a rival shares more than half of the longer content, so it is less than twice as long
        near = starts[bisect_left(starts, (2 * first - end, 0)) : bisect_left(starts, (end, 0))]
        if not any(_rivals(a, kept[n]) for _, n in near):
            insort(starts, (first, len(kept)))
            kept.append(a)
    return tuple(sorted(kept, key=lambda a: (a.content, a.cue)))


def _rivals(a: Attribution, b: Attribution) -> bool:
    (p, q), (r, s) = (a.content[0].start, a.content[-1].end), (b.content[0].start, b.content[-1].end)
    return 2 * (min(q, s) - max(p, r)) > max(q - p, s - r)
