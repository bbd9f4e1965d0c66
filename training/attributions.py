"""Train the attribution models on PolNeAR's training half: `python -m training.attributions [--check]`.

`--check` holds every eighth article out and writes predictions for them beside their gold form instead of shipping weights, so
that a change is judged on articles that neither trained the models nor are the development half.
"""

import argparse
import json
import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from facta.language import attribution_features as look
from facta.language import attributions as run
from facta.language.attribution_features import NONE, Frame, View
from facta.language.chunks import chunks, mention
from facta.language.linear import Linear, from_arrays, key
from facta.language.sentence import sentence
from facta.language.sentences import sentences
from facta.language.tagger import tag
from facta.language.tokens import tokens
from facta.records import Mention, Token
from facta.values.spans import Range
from training.weights import SHARED, WEIGHTS, quantised, save

KEEP = {"cue": 60_000, "trust": 12_000}
"""Features kept of each model; the pointers have `POINTER` each."""
POINTER = 40_000
SEEN = 3
"""Features seen in fewer examples are left out."""
CUE_SHARE = 0.02
"""A word that is no verb is asked for a cue when it carries one at least this often."""
FOLDS = 2

Floats = NDArray[np.float64]
Ints = NDArray[Any]


@dataclass
class Gold:
    """A gold attribution in token numbers of its view, its content as a hull with the gap around the cue."""

    frame: Frame
    anchor: int
    gap: tuple[int, int] | None
    tokens: frozenset[int]


@dataclass
class Article:
    """One article of the corpus as the models see it."""

    id: str
    text: str
    raw: list[dict[str, Any]]
    view: View
    gold: list[Gold] = field(default_factory=list)


def main() -> None:
    """Read, train, then either ship the weights or write held-out predictions."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", type=Path, metavar="FOLDER", help="hold articles out; write gold.jsonl and pred.jsonl there")
    folder = options.parse_args().check
    articles = read(SHARED / "quotes" / "polnear_train.jsonl")
    held = articles[::8] if folder else []
    train = [a for n, a in enumerate(articles) if n % 8] if folder else articles
    shares = cue_shares(train)
    asked = asked_words(train, shares)
    for article in articles:
        align(article, shares)
    models = fit(train, asked)
    if folder:
        write_predictions(held, run.Models(models, asked), folder)
        return
    (WEIGHTS / "attributions_cues.txt").write_text("\n".join(sorted(asked)) + "\n", "utf-8")
    print(f"attributions: {save('attributions', models).stat().st_size} bytes")


def read(path: Path) -> list[Article]:
    """The corpus through our own tokeniser, tagger and chunker, without the articles that measure events."""
    measured = json_lines(SHARED / "events" / "dev_docs.jsonl")
    hidden = [str(row["doc_id"]).removeprefix("pn-") for row in measured]
    rows = [
        row for row in json_lines(path) if not any(row["doc_id"].startswith(h) or h.startswith(row["doc_id"]) for h in hidden)
    ]
    return [Article(row["doc_id"], row["text"], row["attributions"], view(row["text"])) for row in rows]


def json_lines(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def view(text: str) -> View:
    """A text as the reader will show it to the models."""
    regions = paragraphs(text)
    sentences, tokens, mentions = prepared(text, regions)
    return View(text, sentences, tokens, mentions, regions)


def paragraphs(text: str) -> list[Range]:
    """The lines of a text that hold anything."""
    return [Range(*m.span()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def prepared(text: str, regions: Sequence[Range]) -> tuple[list[Range], list[Token], list[Mention]]:
    """Sentences, tagged tokens and noun phrases of a text."""
    found = [sentence(text, r, tokens(text, r.start, r.end)) for r in sentences(text, regions)]
    model = tagger_model()
    for s in found:
        s.tags = tag(model, s.words, s.lows)
    tagged = [Token(start=r.start, end=r.end, tag=t) for s in found for r, t in zip(s.ranges, s.tags, strict=True)]
    return [s.range for s in found], tagged, [mention(s, c) for s in found for c in chunks(s)]


@cache
def tagger_model() -> Linear:
    """The shipped tagger."""
    with np.load(WEIGHTS / "tagger.npz") as arrays:
        return from_arrays(arrays, "tag")


def cue_shares(articles: Iterable[Article]) -> dict[str, float]:
    """For each word, how often it stands inside a gold cue."""
    seen: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for a in articles:
        seen.update(a.view.lows[:-1])
        for row in a.raw:
            for start, end in row["cue"]:
                inside.update(a.view.lows[slice(*token_range(a.view, start, end))])
    return {w: n / (seen[w] + 2) for w, n in inside.items()}


def asked_words(articles: Sequence[Article], shares: dict[str, float]) -> frozenset[str]:
    """Words and marks, tagged as no verb, that carry a cue often enough to be asked."""
    carrying: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for a in articles:
        seen.update(w for w, t in zip(a.view.lows, a.view.tags, strict=False) if t != "VERB")
        for row in a.raw:
            if row["cue"]:
                i = anchor(a.view, token_range(a.view, *row["cue"][0]), shares)
                carrying[a.view.lows[i]] += a.view.tags[i] != "VERB"
    return frozenset(w for w, n in carrying.items() if n >= SEEN and n >= CUE_SHARE * seen[w])


def anchor(v: View, cue: tuple[int, int], shares: dict[str, float]) -> int:
    """The token that carries a cue: of its words the one most at home in cues, a verb before others."""
    return max(range(*cue), key=lambda i: (shares.get(v.lows[i], 0.0) * (3 if v.tags[i] == "VERB" else 1), -i))


def token_range(v: View, start: int, end: int) -> tuple[int, int]:
    """Tokens that share a character with `text[start:end]`; at least one."""
    inside = [i for i in range(*near(v, start, end)) if v.tokens[i].start < end and v.tokens[i].end > start]
    at = near(v, start, end)[0]
    return (inside[0], inside[-1] + 1) if inside else (at, at + 1)


def near(v: View, start: int, end: int) -> tuple[int, int]:
    """A stretch of tokens that surely holds those of `text[start:end]`."""
    last = len(v.tokens) - 1
    lo, hi = bisect_left(v.tokens, start, key=lambda t: t.end), bisect_left(v.tokens, end, key=lambda t: t.start)
    return min(lo, last), min(max(hi, lo) + 1, last + 1)


def align(article: Article, shares: dict[str, float]) -> None:
    """Fill the article's gold; attributions without cue or content have nothing to learn from."""
    v = article.view
    for row in article.raw:
        if not row["cue"] or not row["content"]:
            continue
        cue = token_range(v, *row["cue"][0])
        parts = [run.trimmed(v, *token_range(v, s, e)) for s, e in sorted(row["content"])]
        hull = (parts[0][0], parts[-1][1])
        gap = next(((x[1], y[0]) for x, y in pairwise(parts) if x[1] <= cue[0] and cue[1] <= y[0]), None)
        source = run.trimmed(v, *token_range(v, *sorted(row["source"])[0])) if row["source"] else (NONE, NONE)
        tokens = frozenset(i for p in parts for i in range(*p))
        article.gold.append(Gold(Frame(cue, source, hull), anchor(v, cue, shares), gap, tokens))


def fit(articles: Sequence[Article], asked: frozenset[str]) -> dict[str, Linear]:
    """All models; the last one learns from what the others make of articles they were not trained on."""
    everyone = np.arange(len(articles))
    parts = [everyone[everyone % FOLDS != n] for n in range(FOLDS)] + [everyone]
    models: list[dict[str, Linear]] = [{} for _ in parts]
    for name in ("cue", *POINTERS):
        questions = cue_questions(articles, asked) if name == "cue" else pointer_questions(name, articles)
        for part, out in zip(parts, models, strict=True):
            out[name] = questions.fit(part)
    trust = Binary("trust", 4.0)
    for n in range(FOLDS):
        for article in articles[n::FOLDS]:
            trust.add(0, judged(article, run.Models({**models[n], "trust": EMPTY}, asked)))
    return {**models[-1], "trust": trust.fit(np.zeros(1))}


def cue_questions(articles: Sequence[Article], asked: frozenset[str]) -> "Binary":
    """What the cue model learns from."""
    out = Binary("cue", 2.0)
    for owner, a in enumerate(articles):
        out.add(owner, cue_examples(a, asked))
    return out


def pointer_questions(name: str, articles: Sequence[Article]) -> "Pointer":
    """What one pointer learns from: the questions that gold attributions answer."""
    out = Pointer(name, 2.0)
    for owner, a in enumerate(articles):
        out.add(owner, (e for g in a.gold for e in POINTERS[name](a.view, g)))
    return out


def cue_examples(a: Article, asked: frozenset[str]) -> Iterator[tuple[list[str], bool]]:
    """Every token worth asking, and whether it carries a cue."""
    carriers = {g.anchor for g in a.gold}
    for i in range(len(a.view.tokens)):
        if run.may_carry(a.view, i, asked):
            yield look.cue_features(a.view, i), i in carriers


Example = tuple[list[list[str]], int]
"""Features of each boundary that may be chosen, and the number of the right one."""


def example(v: View, places: Sequence[int], right: int, asked: Callable[[int], list[str]]) -> Iterator[Example]:
    """One question to a pointer; none when the right boundary is not among those that would be offered."""
    if right in places and len(places) > 1:
        yield [(look.edge(v, p) if p != NONE else []) + asked(p) for p in places], list(places).index(right)


def _cue_start(v: View, g: Gold) -> Iterator[Example]:
    return example(v, look.cue_edges(v, g.anchor)[0], g.frame.cue[0], lambda p: look.cue_edge(v, g.anchor, p))


def _cue_end(v: View, g: Gold) -> Iterator[Example]:
    return example(v, look.cue_edges(v, g.anchor)[1], g.frame.cue[1], lambda p: look.cue_edge(v, g.anchor, p))


def _source_start(v: View, g: Gold) -> Iterator[Example]:
    return example(v, look.source_starts(v, g.frame), g.frame.source[0], lambda p: look.source_start(v, g.frame, p))


def _source_end(v: View, g: Gold) -> Iterator[Example]:
    if g.frame.source[0] != NONE:
        yield from example(v, look.source_ends(v, g.frame), g.frame.source[1], lambda p: look.source_end(v, g.frame, p))


def _content_start(v: View, g: Gold) -> Iterator[Example]:
    return example(v, look.content_starts(v, g.frame), g.frame.content[0], lambda p: look.content_start(v, g.frame, p))


def _content_end(v: View, g: Gold) -> Iterator[Example]:
    return example(v, look.content_ends(v, g.frame), g.frame.content[1], lambda p: look.content_end(v, g.frame, p))


def _gap_start(v: View, g: Gold) -> Iterator[Example]:
    if g.gap:
        yield from example(v, look.gaps(v, g.frame)[0], g.gap[0], lambda p: look.gap_start(v, g.frame, p))


def _gap_end(v: View, g: Gold) -> Iterator[Example]:
    if g.gap:
        yield from example(v, look.gaps(v, g.frame)[1], g.gap[1], lambda p: look.gap_end(v, g.frame, p))


POINTERS: dict[str, Callable[[View, Gold], Iterator[Example]]] = {
    "cue_start": _cue_start,
    "cue_end": _cue_end,
    "source_start": _source_start,
    "source_end": _source_end,
    "content_start": _content_start,
    "content_end": _content_end,
    "gap_start": _gap_start,
    "gap_end": _gap_end,
}


EMPTY = Linear(("yes",), np.zeros(0, np.uint32), np.zeros((0, 1), np.int8), np.ones(1, np.float32), np.zeros(1, np.float32))
"""A model that knows nothing yet."""


def judged(a: Article, models: run.Models) -> Iterator[tuple[list[str], bool]]:
    """Every reading the models offer of an article, and whether a gold attribution has its cue and nearly its content."""
    reader = run.Finder(a.view, models)
    for i, log in reader.cues():
        near_gold = [g for g in a.gold if g.frame.cue[0] <= i < g.frame.cue[1]]
        for c in reader.readings(i, log):
            yield run.weigh(a.view, c), any(_same(a.view, c, g) for g in near_gold)


def _same(v: View, c: run.Candidate, g: Gold) -> bool:
    """Whether four fifths of the words are shared, the measure the field scores by."""
    gap = range(*c.gap) if c.gap else ()
    tokens = {i for i in range(*c.frame.content) if i not in gap and v.words[i][:1].isalnum()}
    gold = {i for i in g.tokens if v.words[i][:1].isalnum()}
    return bool(tokens) and len(tokens & gold) >= 0.8 * max(len(tokens), len(gold))


class Table:
    """Rows of named features as one sparse matrix; columns are numbered as names come."""

    def __init__(self) -> None:
        """Start empty."""
        self.columns: dict[int, int] = {}
        self.indices = array("i")
        self.ends = array("q", [0])

    def add(self, features: Iterable[str]) -> None:
        """One more row."""
        columns = self.columns
        self.indices.extend([columns.setdefault(key(f), len(columns)) for f in features])
        self.ends.append(len(self.indices))

    def matrix(self, chosen: Ints) -> tuple[csr_matrix, Ints]:
        """The chosen rows with the features seen often enough in them, and the features' keys."""
        data = np.ones(len(self.indices), np.float64)
        full = csr_matrix((data, np.array(self.indices), np.array(self.ends)), (len(self.ends) - 1, len(self.columns)))[chosen]
        often = np.flatnonzero(np.asarray(full.sum(axis=0)).ravel() >= SEEN)
        return full[:, often].tocsr(), np.array(list(self.columns), np.uint32)[often]


class Binary:
    """Questions answered yes or no, for logistic regression with a quadratic penalty of some strength."""

    def __init__(self, name: str, strength: float) -> None:
        """Start empty."""
        self.name, self.strength = name, strength
        self.table, self.labels, self.owners = Table(), array("b"), array("i")

    def add(self, owner: int, examples: Iterable[tuple[list[str], bool]]) -> None:
        """Add examples that belong to one article."""
        for features, label in examples:
            self.table.add(features)
            self.labels.append(label)
            self.owners.append(owner)

    def fit(self, owners: Ints) -> Linear:
        """The model of the examples of some articles."""
        chosen = np.flatnonzero(np.isin(np.array(self.owners), owners))
        x, keys = self.table.matrix(chosen)
        y = np.where(np.array(self.labels)[chosen] > 0, 1.0, -1.0)

        def loss(w: Floats) -> tuple[float, Floats]:
            margin = y * (x @ w[:-1] + w[-1])
            pull = -y / (1 + np.exp(np.clip(margin, -30, 30)))
            grad = np.append(x.T @ pull, pull.sum()) + self.strength * np.append(w[:-1], 0)
            return float(np.logaddexp(0, -margin).sum() + self.strength / 2 * (w[:-1] @ w[:-1])), grad

        w = minimize(loss, np.zeros(len(keys) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 100}).x
        print(
            f"attributions: {self.name}, {len(y)} examples, {int((y > 0).sum())} of them right, {len(keys)} features", flush=True
        )
        return linear(self.name, keys, w[:-1], w[-1])


class Pointer:
    """Questions answered by one of several boundaries, for a log-linear choice among them."""

    def __init__(self, name: str, strength: float) -> None:
        """Start empty."""
        self.name, self.strength = name, strength
        self.table, self.sizes, self.right, self.owners = Table(), array("i"), array("i"), array("i")

    def add(self, owner: int, examples: Iterable[Example]) -> None:
        """Add questions that belong to one article."""
        for rows, right in examples:
            for features in rows:
                self.table.add(features)
            self.sizes.append(len(rows))
            self.right.append(right)
            self.owners.append(owner)

    def fit(self, owners: Ints) -> Linear:
        """The model of the questions of some articles."""
        asked = np.isin(np.array(self.owners), owners)
        every = np.array(self.sizes)
        x, keys = self.table.matrix(np.flatnonzero(np.repeat(asked, every)))
        sizes = every[asked]
        starts = np.append(0, np.cumsum(sizes)[:-1])
        right = starts + np.array(self.right)[asked]
        gold = np.asarray(x[right].sum(axis=0)).ravel()

        def loss(w: Floats) -> tuple[float, Floats]:
            scores = x @ w
            scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
            grown = np.exp(scores)
            total = np.add.reduceat(grown, starts)
            share = grown / np.repeat(total, sizes)
            value = np.log(total).sum() - scores[right].sum() + self.strength / 2 * (w @ w)
            return float(value), x.T @ share - gold + self.strength * w

        w = minimize(loss, np.zeros(len(keys)), jac=True, method="L-BFGS-B", options={"maxiter": 60}).x
        print(f"attributions: {self.name}, {len(right)} choices, {len(keys)} features", flush=True)
        return linear(self.name, keys, w, 0.0)


def linear(name: str, keys: Ints, w: Floats, bias: float) -> Linear:
    """The small form that ships."""
    order = np.argsort(keys)
    return quantised(("yes",), keys[order], w[order, None], np.array([bias]), keep=KEEP.get(name, POINTER))


def write_predictions(held: Sequence[Article], models: run.Models, folder: Path) -> None:
    """Gold and predictions of the held-out articles, in the form the quotation scorer reads."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "gold.jsonl").open("w", encoding="utf-8") as gold, (folder / "pred.jsonl").open("w", encoding="utf-8") as pred:
        for a in held:
            gold.write(json.dumps({"doc_id": a.id, "text": a.text, "attributions": a.raw}) + "\n")
            found = [{"content": f.content, "cue": f.cue, "source": f.source} for f in run.attributions(a.view, models)]
            pred.write(json.dumps({"doc_id": a.id, "attributions": found}) + "\n")


if __name__ == "__main__":
    main()
