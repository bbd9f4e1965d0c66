"""Root type of what one marked party does to another: `python -m eval.plv FILE.tsv`, a file in the form of PLV.

The columns used are `marked_sentence` (`<s>` source, `<t>` target), else `sentence` with `source` and `target`, and `gold_root`.
PLV (PLOVER validation) has one root, YIELD, for CONCEDE and RETREAT. The last line printed is JSON: `{"root_macro_f1": ..}`.
"""

import argparse
import csv
import io
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np

from eval.asking import command, reading
from facta.errors import InputError
from facta.language.network import Answers, Floats, Network, sigmoid, stored
from facta.language.windows import Layout, layout
from facta.values.spans import Range

MERGED = ("CONCEDE", "RETREAT")


def roots(net: Network) -> tuple[str, ...]:
    """The roots of PLV in the order of the network's `prior`."""
    return (*(t for t in net.about.types if t not in MERGED), "YIELD")


def between(net: Network, a: Answers, source: Sequence[int], target: Sequence[int]) -> Floats:
    """Scores (roots,) of what the first party does to the second, summed over all words that may tell it.

    The same sum as `training.network.Net.between`; in a meeting or a deal the second party is an actor as well.
    """
    size = len(a.types)
    pair = net.about.channel("actor", "recipient")
    away = np.clip(np.arange(size)[None, :] - np.arange(size)[:, None], -net.reach, net.reach) + net.reach
    scores = np.einsum("kcd,wcd->kwc", a.asking[:, pair], a.answering[:, pair]) + a.lean[None, :, pair]
    scores = scores + np.moveaxis(net.distance[pair][:, away], 0, -1)
    first, second = (scores[:, list(side)].mean(1) if side else np.zeros((size, 2)) for side in (source, target))
    party = np.log(sigmoid(first[:, 0])) + np.log1p(-np.minimum(sigmoid(-second).prod(-1), 1 - 1e-6))
    types = a.types - np.logaddexp.reduce(a.types, axis=1, keepdims=True)
    told = np.logaddexp.reduce(types[:, 1:] + party[:, None], axis=0)
    at = net.about.types.index
    gave = np.logaddexp(told[at(MERGED[0])], told[at(MERGED[1])])
    kept = [told[n] for n, t in enumerate(net.about.types) if t not in MERGED]
    return np.array([*kept, gave], np.float32) + np.array(net.about.prior, np.float32)


def predict(net: Network, row: Mapping[str, str]) -> str:
    """The root of one row."""
    text, source, target = places(row)
    at = layout(text, [Range(0, len(text))], net.pieces)
    a = next(net.answers(at), None)
    if a is None:
        return roots(net)[0]
    best = between(net, a, _words(at, a, source), _words(at, a, target))
    return roots(net)[int(best.argmax())]


def places(row: Mapping[str, str]) -> tuple[str, Range, Range]:
    """The sentence without marks, and where its source and target stand; an empty range for a side that is not there."""
    marked = row.get("marked_sentence") or ""
    text = re.sub(r"</?[st]>", "", marked) or row["sentence"]
    source, target = (_marked(marked, side[0]) or _named(text, row.get(side) or "") for side in ("source", "target"))
    return text, source, target


def _marked(text: str, name: str) -> Range | None:
    """Where what a pair of marks encloses stands once all marks are gone."""
    if f"<{name}>" not in text or f"</{name}>" not in text:
        return None
    return Range(*(len(re.sub(r"</?[st]>", "", text[: text.index(mark)])) for mark in (f"<{name}>", f"</{name}>")))


def _named(text: str, words: str) -> Range:
    """Where words stand first; an empty range where they do not, as of a party that the sentence leaves out."""
    at = text.find(words) if words else -1
    return Range(at, at + len(words)) if at >= 0 else Range(0, 0)


def _words(at: Layout, a: Answers, r: Range) -> list[int]:
    """Words of a window that a range touches."""
    return [
        k - a.window.first
        for k in range(a.window.first, a.window.last)
        if at.words[k].start < r.end and at.words[k].end > r.start
    ]


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """Mean over the roots in the gold of each one's F1."""
    right = Counter(g for g, p in zip(gold, found, strict=True) if g == p)
    asked, given = Counter(gold), Counter(found)
    return sum(2 * right[t] / (asked[t] + given[t]) for t in asked) / len(asked)


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a file; InputError where it is none of this kind."""
    with reading(path):
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), delimiter="\t"))
    if not rows or not {"marked_sentence", "sentence"} & set(rows[0]) or "gold_root" not in rows[0]:
        raise InputError(f"{path} has no rows with the columns marked_sentence (or sentence, source, target) and gold_root.")
    return rows


def main(arguments: Sequence[str]) -> int:
    """Print the score; InputError for a file that has none."""
    parser = argparse.ArgumentParser(prog="python -m eval.plv", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.tsv")
    rows = [row for path in parser.parse_args(arguments).files for row in rows_of(path)]
    net = stored(files("facta.language").joinpath("weights"))
    gold = ["YIELD" if row["gold_root"] in MERGED else row["gold_root"] for row in rows]
    found = [predict(net, row) for row in rows]
    print(json.dumps({"root_macro_f1": round(macro_f1(gold, found), 4), "rows": len(rows)}))
    return 0


if __name__ == "__main__":
    command(main)
