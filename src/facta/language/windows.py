"""Lay a text out as word pieces in overlapping windows, the same way for training and for reading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from facta.language.pieces import Pieces
from facta.language.quoted import inside, quoted, touching
from facta.language.sentences import sentences
from facta.language.tokens import tokens
from facta.values.spans import Range

PIECES = 512
"""Most word pieces in one window, the two marks at its ends included."""
CONTEXT = 40
"""Pieces of neighbouring text wanted on either side of what a window answers for."""
BLOCK = 128
"""Pieces, roughly, within which the network's first layers look around; a window is a row of blocks of equal length."""
PREFIX = 20
"""Most pieces of the headline before a window that does not hold it."""
FEATURES = (7, 2, 3, 2)
"""Numbers of values of the features of a word: its shape, whether quoted, what it opens (1 a paragraph, 2 a sentence), whether it
is headline prefix. All four are told in one number, which counts them as the digits of a clock: the last one fastest."""
MARK = 0
"""Features of the marks at a window's ends."""

_NUMBER = re.compile(r"\d")


@dataclass
class Layout:
    """A text in words; parallel lists, one entry a word."""

    text: str
    sentences: tuple[Range, ...]
    words: list[Range]
    home: list[int]
    """Number of the sentence of each word."""
    features: list[int]
    pieces: list[tuple[int, ...]]


@dataclass
class Window:
    """A run of words as the encoder sees it, one beginning and one past the end; it answers for `begin` to `end`."""

    first: int
    last: int
    begin: int
    end: int
    ids: list[int] = field(default_factory=list)
    features: list[int] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    """Place of the first piece of each of its words, prefix left out."""


def layout(text: str, regions: Sequence[Range], pieces: Pieces) -> Layout:
    """The words of the regions of a text with what the encoder is told about each."""
    found = sentences(text, regions)
    marks = quoted(text, regions)
    openings = _openings(found, regions)
    out = Layout(text, found, [], [], [], [])
    for n, s in enumerate(found):
        near, loud = touching(marks, s), shouted(text[s.start : s.end])
        for k, r in enumerate(tokens(text, s.start, s.end)):
            word = text[r.start : r.end]
            out.words.append(r)
            out.home.append(n)
            opens = 0 if k else 1 if s.start in openings else 2
            written = shape(word.lower() if loud else word)
            out.features.append(feature_number(written, int(bool(near) and inside(near, r.start) >= 0), opens))
            out.pieces.append(pieces(word))
    return out


def shouted(told: str) -> bool:
    """Whether a sentence is written in capitals alone, as some headlines are: it is read as one in small letters.

    >>> shouted("BIDEN MEETS ZELENSKY IN KYIV"), shouted("NATO"), shouted("Biden meets Zelensky")
    (True, False, False)
    """
    return told.isupper() and len(told.split()) > 2


def _openings(found: Sequence[Range], regions: Sequence[Range]) -> set[int]:
    """Starts of the first sentence of each region; both in order."""
    out, at = set[int](), 0
    for r in sorted(regions):
        while at < len(found) and found[at].start < r.start:
            at += 1
        if at < len(found):
            out.add(found[at].start)
    return out


def feature_number(shape: int, quoted: int, opens: int) -> int:
    """The features of a word in one number; one more is the same word in a headline prefix.

    >>> feature_number(1, 0, 2), feature_number(6, 1, 2)
    (16, 82)
    """
    _, two, three, four = FEATURES
    return ((shape * two + quoted) * three + opens) * four


def covered(at: Layout, window: Window, first: int, last: int) -> Range:
    """Where a run of words of a window stands in the text; words are counted from the window's first."""
    return Range(at.words[window.first + first].start, at.words[window.first + last].end)


def together(at: Layout, window: Window, one: int, other: int) -> bool:
    """Whether two words of a window stand in one sentence."""
    return at.home[window.first + one] == at.home[window.first + other]


def in_quotes(features: Sequence[int]) -> NDArray[np.bool_]:
    """Which of some words, by their features, stand in quotation marks."""
    return np.asarray(features, np.int64) // (FEATURES[2] * FEATURES[3]) % FEATURES[1] == 1  # type: ignore[no-any-return]


@lru_cache(maxsize=8192)
def shape(word: str) -> int:
    """What an uncased vocabulary forgets: 0 small, 1 Capital, 2 ALL, 3 mIxed, 4 numb3r, 5 mark, 6 One letter.

    >>> [shape(w) for w in ("talks", "Xi", "NATO", "iPhone", "2018", "--", "A")]
    [0, 1, 2, 3, 4, 5, 6]
    """
    if word.islower() and word.isalpha():
        return 0
    if _NUMBER.search(word):
        return 4
    if not any(map(str.isalpha, word)):
        return 5
    if word[0].isupper():
        return 6 if len(word) == 1 else 2 if word.isupper() else 1
    return 0 if word.islower() else 3


def windows(at: Layout, pieces: Pieces, *, context: int = CONTEXT, shift: int = 0) -> Iterator[Window]:
    """Windows that together answer for every word once.

    context: pieces of overlap on either side (0 for training). shift: the first window's size in pieces, for other cuts.
    """
    sizes = [len(p) for p in at.pieces]
    prefix = _prefix(at)
    begin = 0
    while begin < len(sizes):
        first = _back(sizes, begin, context)
        head = prefix if first >= len(prefix) else []
        room = PIECES - 2 - sum(sizes[k] for k in head) - sum(sizes[first:begin])
        room = min(room, shift) if shift and begin == 0 else room
        last = _forth(sizes, begin, room)
        end = last if last >= len(sizes) else _cut(at, begin, last, context)
        last = last if context else end
        yield _window(at, head, pieces, Window(first, last, begin, end))
        begin = end


def _prefix(at: Layout) -> list[int]:
    """Numbers of the words of the first sentence, as many as fit."""
    used, out = 0, list[int]()
    for k, home in enumerate(at.home):
        used += len(at.pieces[k])
        if home > 0 or used > PREFIX:
            break
        out.append(k)
    return out


def _back(sizes: Sequence[int], begin: int, context: int) -> int:
    first, used = begin, 0
    while first > 0 and used + sizes[first - 1] <= context:
        first -= 1
        used += sizes[first]
    return first


def _forth(sizes: Sequence[int], begin: int, room: int) -> int:
    """One past the last word that fits; at least one does."""
    last, used = begin, 0
    while last < len(sizes) and used + sizes[last] <= room:
        used += sizes[last]
        last += 1
    return max(last, begin + 1)


def _cut(at: Layout, begin: int, last: int, context: int) -> int:
    """Where a window stops answering: at the end of a sentence that leaves it some context, if one does."""
    used, end = 0, last
    while end > begin + 1 and used < context:
        end -= 1
        used += len(at.pieces[end])
    for k in range(end, begin, -1):
        if at.home[k - 1] != at.home[k] and k - begin > (end - begin) // 2:
            return k
    return end


def _window(at: Layout, head: Sequence[int], pieces: Pieces, w: Window) -> Window:
    w.ids.append(pieces.begin)
    w.features.append(MARK)
    for k in head:
        w.ids += at.pieces[k]
        w.features += [at.features[k] + 1] * len(at.pieces[k])
    for k in range(w.first, w.last):
        w.at.append(len(w.ids))
        w.ids += at.pieces[k]
        w.features += [at.features[k]] * len(at.pieces[k])
    w.ids.append(pieces.end)
    w.features.append(MARK)
    return w


def batch(found: Sequence[Window]) -> dict[str, NDArray[np.int64]]:
    """Arrays of a batch, each window a row of N blocks of S pieces, padded with zeros.

    ids, features and mask (B, N, S); at (B, W), places in the whole row.
    """
    long, wide = max(len(w.ids) for w in found), max(len(w.at) for w in found)
    blocks = max(1, round(long / BLOCK))
    shape = (len(found), blocks, -(-long // blocks))
    out = {name: np.zeros((len(found), shape[1] * shape[2]), np.int64) for name in ("ids", "features", "mask")}
    at = np.zeros((len(found), wide), np.int64)
    for n, w in enumerate(found):
        out["ids"][n, : len(w.ids)] = w.ids
        out["features"][n, : len(w.ids)] = w.features
        out["mask"][n, : len(w.ids)] = 1
        at[n, : len(w.at)] = w.at
    return {name: array.reshape(shape) for name, array in out.items()} | {"at": at}
