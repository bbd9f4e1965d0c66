"""Find pages that tell the same text: MinHash signatures of word pairs, cut into bands (Broder 1997; Leskovec et al. 2014).

Pages that share a bucket (all rows of one band) are taken as copies, without a further check: at 8 rows in each of 16 bands
two texts with a Jaccard likeness of .3 meet with a chance of .001, of .6 with .24, of .8 with .95. So grouping is a matter of
connected buckets, linear in the number of pages, and the same whatever order they come in.
"""

import re
from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np
import rensa
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

Ints = NDArray[np.int64]
BANDS, ROWS = 16, 8
SHORTEST = 8
"""Different pairs of neighbouring words below which a text is nobody's copy: headlines and stock phrases repeat by themselves."""
_SEED = 20180911
_WORDS = re.compile(r"\w+")
_ODD = np.uint64(0x9E3779B97F4A7C15)


def buckets(texts: Sequence[str]) -> Ints:
    """(texts, BANDS): the bucket of each text in each band, no two bands sharing one; all -1 for a text too short."""
    hashed = [_pairs(text) for text in texts]
    offsets = np.concatenate([[0], np.cumsum([len(h) for h in hashed])]).astype(np.uint64)
    flat = np.concatenate(hashed) if hashed else np.empty(0, np.uint64)
    matrix = rensa.RMinHash.digest_matrix_from_flat_token_hashes(flat, offsets, BANDS * ROWS, _SEED)
    rows = np.array(matrix.to_rows(), np.uint64).reshape(len(texts), BANDS, ROWS)
    found = _mixed(rows)
    found[[len(h) < SHORTEST for h in hashed]] = -1
    return found


def groups(pages: Sequence[Sequence[int]]) -> NDArray[np.int32]:
    """The number of each page's group, (pages,); pages: their buckets, -1 for none."""
    matrix = np.asarray(pages, np.int64).reshape(len(pages), BANDS)
    page, band = np.nonzero(matrix != -1)
    if not len(page):
        return np.arange(len(pages), dtype=np.int32)
    _, bucket = np.unique(matrix[page, band], return_inverse=True)
    size = len(pages) + int(bucket.max()) + 1
    graph = csr_array((np.ones(len(page), np.int8), (page, len(pages) + bucket)), shape=(size, size))
    _, label = connected_components(graph, directed=False)
    return np.asarray(label[: len(pages)], np.int32)


def _pairs(text: str) -> NDArray[np.uint64]:
    """A number for each pair of neighbouring words of a text."""
    found = _WORDS.findall(text.lower())
    words = np.fromiter(map(_HASHES.__getitem__, found), np.uint64, len(found))
    return np.unique(words[:-1] * _ODD + words[1:])


class _Hashes(dict[str, int]):
    """A number for each word, found once."""

    def __missing__(self, word: str) -> int:
        if len(self) > 500_000:
            self.clear()
        number = self[word] = crc32(word.encode())
        return number


_HASHES = _Hashes()


def _mixed(rows: NDArray[np.uint64]) -> Ints:
    """One number for the rows of each band; rows (texts, BANDS, ROWS)."""
    out = np.broadcast_to(np.arange(rows.shape[1], dtype=np.uint64), rows.shape[:2]).copy()
    for n in range(rows.shape[2]):
        out = (out ^ rows[:, :, n]) * _ODD
        out ^= out >> np.uint64(29)
    return (out >> np.uint64(1)).astype(np.int64)


def names(label: Iterable[int], keys: Sequence[str]) -> list[str]:
    """The least key of each page's group."""
    least: dict[int, str] = {}
    numbered = list(label)
    for number, key in zip(numbered, keys, strict=True):
        least[number] = min(key, least.get(number, key))
    return [least[number] for number in numbered]
