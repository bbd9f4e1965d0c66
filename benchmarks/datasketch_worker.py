"""The peer's end of the benchmark of copies: datasketch groups the same texts by the same word pairs, bands and rows.

Runs under the Python that has datasketch and imports nothing of facta. Told a list of texts, it answers how many groups there
are.
"""

import re
from itertools import pairwise
from time import process_time

from benchmarks.lines import answer, peak, questions

BANDS, ROWS, SHORTEST = 16, 8, 8
_WORDS = re.compile(r"\w+")


def pairs(text: str) -> list[bytes]:
    """Neighbouring words of a text, each pair once."""
    words = _WORDS.findall(text.lower())
    return [f"{a} {b}".encode() for a, b in sorted(set(pairwise(words)))]


def groups(texts: list[str]) -> int:
    """How many groups of texts share a bucket, directly or through others."""
    from datasketch import MinHash, MinHashLSH

    index, leader = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS)), list(range(len(texts)))

    def first(n: int) -> int:
        while leader[n] != n:
            leader[n] = leader[leader[n]]
            n = leader[n]
        return n

    for n, text in enumerate(texts):
        shingles = pairs(text)
        if len(shingles) < SHORTEST:
            continue
        sketch = MinHash(num_perm=BANDS * ROWS)
        sketch.update_batch(shingles)
        for other in index.query(sketch):
            leader[first(n)] = first(int(other))
        index.insert(str(n), sketch)
    return len({first(n) for n in range(len(texts))})


def main() -> None:
    """Answer until there are no more questions."""
    for texts in questions():
        start = process_time()
        try:
            found = groups(texts)
        except ImportError as error:
            answer({"missing": str(error)})
            continue
        answer({"groups": found, "cpu": process_time() - start, "peak": peak()})


if __name__ == "__main__":
    main()
