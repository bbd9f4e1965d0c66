"""Train the part-of-speech tagger on UD English EWT: `python -m training.tagger`.

An averaged perceptron, five passes, seed fixed; prints accuracy on EWT's development part, which nothing here is tuned on.
"""

import gzip
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from facta.language.linear import Linear, key
from facta.language.tagger import PAD, static_features, tag, tag_features
from facta.language.tokens import tokens
from training.weights import SHARED, quantised, save

PASSES = 6
Tagged = tuple[list[str], list[str]]


def main() -> None:
    """Train, measure, write `tagger.npz`."""
    path = SHARED / "syntax" / "en_ewt-train.conllu.gz"
    train = [*read(path), *read(path, present=True)]
    model = Perceptron(sorted({t for _, tags in train for t in tags}))
    model.train(train)
    small = model.linear()
    measured = accuracy(small, read(SHARED / "syntax" / "en_ewt-dev.conllu.gz"))
    print(f"tagger: {len(small.keys)} features, dev accuracy {measured:.4f}")
    save("tagger", {"tag": small})


def read(path: Path, *, present: bool = False) -> Iterator[Tagged]:
    """Sentences of a treebank as our tokeniser cuts them; a word of ours over several of theirs gets the head's tag.

    present: retell each sentence that has a past tense in the present ("visited" -> "visits"), as news summaries do and the
    treebank rarely does, and give only those.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        text, rows = "", []
        for line in lines:
            if line.startswith("# text = "):
                text = line[9:].rstrip("\n")
            elif line[:1].isdigit():
                rows.append(line.split("\t"))
            elif not line.strip() and rows:
                words = [r for r in rows if r[0].isdigit()]
                rows = []
                if not present:
                    yield aligned(text, words)
                elif any(_past(r) for r in words):
                    yield aligned(*retold(words))


def _past(row: list[str]) -> bool:
    return row[3] == "VERB" and row[4] == "VBD" and row[2].isalpha()


def retold(rows: list[list[str]]) -> tuple[str, list[list[str]]]:
    """A sentence's text and rows with its past tenses in the third person of the present."""
    new = [[r[0], third_person(r[2].lower()), *r[2:]] if _past(r) else r for r in rows]
    return "".join(r[1] + ("" if "SpaceAfter=No" in r[9] else " ") for r in new).rstrip(), new


def third_person(verb: str) -> str:
    """The `-s` form of a verb.

    >>> third_person("visit"), third_person("carry"), third_person("push"), third_person("have")
    ('visits', 'carries', 'pushes', 'has')
    """
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def aligned(text: str, rows: list[list[str]]) -> Tagged:
    """Words as our tokeniser sees them, each with the tag of the treebank token that heads it."""
    places, at = [], 0
    for row in rows:
        found = text.find(row[1], at)
        start = found if found >= 0 else at
        at = start + len(row[1])
        places.append((start, at))
    words, tags = [], []
    for r in tokens(text):
        inside = [i for i, (s, e) in enumerate(places) if s < r.end and e > r.start]
        ids = {rows[i][0] for i in inside}
        head = next((i for i in inside if rows[i][6] not in ids), inside[0] if inside else 0)
        words.append(text[r.start : r.end])
        tags.append(rows[head][3])
    return words, tags


def accuracy(model: Linear, sentences: Iterator[Tagged]) -> float:
    """Share of words tagged right."""
    right = total = 0
    for words, gold in sentences:
        found = tag(model, words, [w.lower() for w in words])
        right += sum(a == b for a, b in zip(found, gold, strict=True))
        total += len(gold)
    return right / total


class Perceptron:
    """Averaged perceptron with one weight vector a feature; the average is kept lazily."""

    def __init__(self, labels: list[str]) -> None:
        """Start from nothing for these labels."""
        self.labels = labels
        self.steps = 0
        self.weights: dict[int, np.ndarray] = {}
        self.sums: dict[int, np.ndarray] = defaultdict(lambda: np.zeros(len(labels)))

    def train(self, sentences: list[Tagged]) -> None:
        """Passes over the sentences in shuffled order; the tagger sees its own guesses as context, as it will in use."""
        index = {label: n for n, label in enumerate(self.labels)}
        data = []
        for words, tags in sentences:
            lows = [w.lower() for w in words]
            data.append(([[key(f) for f in fs] for fs in static_features(words, lows)], lows, tags))
        order = random.Random(20)
        for number in range(PASSES):
            order.shuffle(data)
            wrong = sum(self._sentence(rows, words, [index[t] for t in tags]) for rows, words, tags in data)
            print(f"tagger: pass {number + 1}, {wrong} corrections", flush=True)

    def _sentence(self, rows: list[list[int]], words: list[str], gold: list[int]) -> int:
        before, last = PAD
        wrong = 0
        for features, word, right in zip(rows, words, gold, strict=True):
            keys = features + [key(f) for f in tag_features(before, last, "w" + word)]
            guess = self._guess(keys)
            self.steps += 1
            if guess != right:
                wrong += 1
                self._correct(keys, right, guess)
            before, last = last, self.labels[guess]
        return wrong

    def _guess(self, keys: list[int]) -> int:
        found = [self.weights[k] for k in keys if k in self.weights]
        return int(np.add.reduce(found).argmax()) if found else 0

    def _correct(self, keys: list[int], right: int, guess: int) -> None:
        for k in keys:
            weight = self.weights.setdefault(k, np.zeros(len(self.labels)))
            weight[right] += 1
            weight[guess] -= 1
            self.sums[k][right] += self.steps
            self.sums[k][guess] -= self.steps

    def linear(self) -> Linear:
        """The averaged weights (sum over steps of the weight in force), without the features that hardly matter."""
        keys = np.array(sorted(self.weights), np.uint32)
        table = np.stack([self.weights[k] - self.sums[k] / (self.steps + 1) for k in keys.tolist()])
        return quantised(self.labels, keys, table, np.zeros(len(self.labels)), keep=60_000)


if __name__ == "__main__":
    main()
