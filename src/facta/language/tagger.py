"""Parts of speech (UPOS) from left to right: an averaged perceptron (Collins 2002) over a word, its form and its neighbours."""

import re
from collections.abc import Iterator, Sequence

from facta.language.linear import Linear
from facta.language.sentence import stem

PAD = ("", "")
_DIGITS = re.compile(r"\d")


def tag(model: Linear, words: Sequence[str], lows: Sequence[str]) -> list[str]:
    """A UPOS tag for each word of a sentence."""
    before, last = PAD
    out: list[str] = []
    for features in static_features(words, lows):
        choice = model.labels[int(model.scores(features + tag_features(before, last, features[0])).argmax())]
        out.append(choice)
        before, last = last, choice
    return out


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
