"""A quick tagger of parts of speech for training texts: its tags teach the tag head, and phrases of time hang on them.

    python -m training.tagger        # trains it on UD English EWT in a minute; prints accuracy on EWT's development part

An averaged perceptron (Collins 2002) over a word, its form and its neighbours, six passes, seed fixed.
"""

import gzip
import pickle
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from facta.language.tokens import tokens
from training.paths import BUILD, SHARED

VOWELS = frozenset("aeiouy")
PASSES = 6
PAD = ("", "")
MODEL = BUILD / "tagger.pickle"
Tagged = tuple[list[str], list[str]]
_DIGITS = re.compile(r"\d")


def main() -> None:
    """Train, measure, keep."""
    path = SHARED / "syntax" / "en_ewt-train.conllu.gz"
    train = [*read(path), *read(path, present=True)]
    model = Perceptron(sorted({t for _, tags in train for t in tags}))
    model.train(train)
    tagger = model.average()
    BUILD.mkdir(parents=True, exist_ok=True)
    MODEL.write_bytes(pickle.dumps((tagger.labels, tagger.weights)))
    print(f"accuracy on EWT's development part {accuracy(tagger, read(SHARED / 'syntax' / 'en_ewt-dev.conllu.gz')):.4f}")


class Tagger:
    """Tags words from left to right."""

    def __init__(self, labels: Sequence[str], weights: dict[str, NDArray[np.float32]]) -> None:
        """labels: the tags; weights: of each feature, one a tag."""
        self.labels, self.weights = labels, weights

    def __call__(self, words: Sequence[str], lows: Sequence[str]) -> list[str]:
        """A UPOS tag for each word of a sentence."""
        before, last = PAD
        out: list[str] = []
        for features in static_features(words, lows):
            rows = [self.weights[k] for k in features + tag_features(before, last, features[0]) if k in self.weights]
            choice = self.labels[int(np.add.reduce(rows).argmax())] if rows else self.labels[0]
            out.append(choice)
            before, last = last, choice
        return out


def load() -> Tagger:
    """The tagger that `main` trained."""
    return Tagger(*pickle.loads(MODEL.read_bytes()))


def tag_features(before: str, last: str, word: str) -> list[str]:
    """Features from the two tags already given."""
    return ["t" + last, "u" + before + last, "v" + last + word]


def static_features(words: Sequence[str], lows: Sequence[str]) -> Iterator[list[str]]:
    """For each word, the features that no tag is needed for; the first is the word itself."""
    all_capitals = sum(w.isupper() for w in words) > len(words) / 2
    norm = ["^", "^", *(_DIGITS.sub("0", low) for low in lows), "$", "$"]
    shapes = ["^", *map(shape, words), "$"]
    for i in range(len(words)):
        low, before, after = norm[i + 2], norm[i + 1], norm[i + 3]
        yield [
            "w" + low,
            "3" + low[-3:],
            "2" + low[-2:],
            "5" + low[-5:],
            "s" + stem(low),
            "p" + low[:2],
            "h" + shapes[i + 1] + ("A" if all_capitals else "") + ("1" if i == 0 else ""),
            "H" + shapes[i] + shapes[i + 1] + shapes[i + 2],
            "b" + before,
            "a" + after,
            "B" + norm[i],
            "N" + norm[i + 4],
            "bw" + before + " " + low,
            "aw" + low + " " + after,
            "b3" + before[-3:],
            "a3" + after[-3:],
            "*",
        ]


def shape(word: str) -> str:
    """A coarse look at a word: small, Capital, CAPITALS, 0 digits, hyphen, mark.

    >>> shape("Kim"), shape("U.S."), shape("2018"), shape("state-run"), shape(",")
    ('Xx', 'X', '0', 'x-x', ',')
    """
    if word.isalpha():
        return "x" if word.islower() else "X" if word.isupper() else "Xx" if word[0].isupper() else "xX"
    if not any(map(str.isalnum, word)):
        return word[:1]
    if any(map(str.isdigit, word)):
        return "0" if word[0].isdigit() else "x0"
    if "-" in word:
        return "-".join("X" if part[:1].isupper() else "x" for part in word.split("-")[:2])
    return "X" if word.isupper() else "Xx" if word[0].isupper() else "x"


@lru_cache(maxsize=50_000)
def stem(low: str) -> str:
    """A word without its inflection, roughly: good enough that the forms of one verb or noun share a feature.

    >>> [stem(w) for w in ("visits", "visited", "visiting", "stopped", "parties", "agrees", "agree", "signing")]
    ['visit', 'visit', 'visit', 'stop', 'parti', 'agr', 'agr', 'sign']
    """
    if len(low) < 4 or not low.isalpha():
        return low
    base = _without_suffix(low)
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "sle":
        base = base[:-1]
    base = base.rstrip("e") if len(base) > 3 else base
    return base[:-1] + "i" if len(base) > 3 and base[-1] == "y" and base[-2] not in VOWELS else base


def _without_suffix(low: str) -> str:
    if low.endswith("ies"):
        return low[:-2]
    for suffix in ("ing", "ed", "es", "s"):
        if low.endswith(suffix) and not low.endswith(("ss", "us", "is")):
            base = low[: -len(suffix)]
            if len(base) >= 3 and not VOWELS.isdisjoint(base):
                return base
    return low


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


def accuracy(tagger: Tagger, sentences: Iterator[Tagged]) -> float:
    """Share of words tagged right."""
    right = total = 0
    for words, gold in sentences:
        right += sum(a == b for a, b in zip(tagger(words, [w.lower() for w in words]), gold, strict=True))
        total += len(gold)
    return right / total


class Perceptron:
    """Averaged perceptron with one weight vector a feature; the average is kept lazily."""

    def __init__(self, labels: list[str]) -> None:
        """Start from nothing for these labels."""
        self.labels = labels
        self.steps = 0
        self.weights: dict[str, NDArray[Any]] = {}
        self.sums: dict[str, NDArray[Any]] = defaultdict(lambda: np.zeros(len(labels)))

    def train(self, sentences: list[Tagged]) -> None:
        """Passes over the sentences in shuffled order; the tagger sees its own guesses as context, as it will in use."""
        index = {label: n for n, label in enumerate(self.labels)}
        data = [(list(static_features(w, [x.lower() for x in w])), [index[t] for t in tags]) for w, tags in sentences]
        order = random.Random(20)
        for number in range(PASSES):
            order.shuffle(data)
            wrong = sum(self._sentence(rows, tags) for rows, tags in data)
            print(f"pass {number + 1}, {wrong} corrections", flush=True)

    def _sentence(self, rows: list[list[str]], gold: list[int]) -> int:
        before, last = PAD
        wrong = 0
        for features, right in zip(rows, gold, strict=True):
            keys = features + tag_features(before, last, features[0])
            found = [self.weights[k] for k in keys if k in self.weights]
            guess = int(np.add.reduce(found).argmax()) if found else 0
            self.steps += 1
            if guess != right:
                wrong += 1
                self._correct(keys, right, guess)
            before, last = last, self.labels[guess]
        return wrong

    def _correct(self, keys: list[str], right: int, guess: int) -> None:
        for k in keys:
            weight = self.weights.setdefault(k, np.zeros(len(self.labels)))
            weight[right] += 1
            weight[guess] -= 1
            self.sums[k][right] += self.steps
            self.sums[k][guess] -= self.steps

    def average(self) -> Tagger:
        """The averaged weights: the sum over steps of the weight in force."""
        return Tagger(self.labels, {k: (w - self.sums[k] / (self.steps + 1)).astype(np.float32) for k, w in self.weights.items()})


if __name__ == "__main__":
    main()
