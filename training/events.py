"""Train the models of acts (type, status, mode) and of their parties: `python -m training.events [--folds 5]`.

Prints cross-validated figures on the training texts, chooses the thresholds there, then fits on everything and writes
`events.npz`. Seeds are fixed; the development files are never read here.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from facta.language import roles, triggers
from facta.language.chunks import Chunk
from facta.language.linear import Linear, from_arrays, softmax
from facta.language.parse import Parser
from facta.language.reader import LinearReader
from facta.language.triggers import NONE
from facta.values.spans import Range, overlap
from training import times
from training.fit import Keys, fit, keys, logits
from training.gold import Act, Item, items
from training.weights import WEIGHTS, save

STRENGTH = {"trigger": 0.2, "status": 2.0, "mode": 1.0, "party": 0.1, "setting": 0.1}
KEEP = {"trigger": 60_000, "status": 20_000, "mode": 30_000, "party": 60_000, "setting": 40_000}
PARTIES = ("actor", "recipient")


@dataclass
class Word:
    """A word that may carry an act."""

    item: int
    home: int
    at: int
    features: Keys
    label: str = NONE
    left_out: bool = False
    """Another word of the same trigger: neither act nor none."""


def main() -> None:
    """Cross-validate, fit on everything, write the weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folds", type=int, default=5, help="parts of the cross-validation; 0 skips it")
    folds = options.parse_args().folds
    with np.load(WEIGHTS / "tagger.npz") as stored:
        tagger = from_arrays(stored, "tag")
    texts = items(Parser(tagger))
    print(f"events: {len(texts)} texts, {sum(len(i.acts) for i in texts)} acts", flush=True)
    words = candidate_words(texts)
    anchor(texts, words)
    thresholds = cross_validate(texts, words, tagger, folds)
    models = fit_all(texts, words, set(range(len(texts))))
    path = save("events", models, thresholds)
    print(f"events: {path.stat().st_size / 1e6:.2f} MB, thresholds {thresholds}")


def candidate_words(texts: Sequence[Item]) -> list[Word]:
    """Every word that may carry an act, with its features."""
    return [
        Word(n, home, at, keys(triggers.features(v, at)))
        for n, item in enumerate(texts)
        for home, v in enumerate(item.views)
        for at in triggers.candidates(v.s)
    ]


def anchor(texts: Sequence[Item], words: list[Word]) -> None:
    """Label the one word of each trigger that tells the type best.

    Begins with the words that stand in triggers most often for their frequency, then asks a model fitted on that.
    """
    counts, inside = Counter[str](), Counter[str]()
    by_place = {(w.item, w.home, w.at): w for w in words}
    for w in words:
        counts[_stem(texts, w)] += 1
    for n, item in enumerate(texts):
        for act in item.acts:
            inside.update(_stem(texts, by_place[n, act.home, k]) for k in act.words if (n, act.home, k) in by_place)
    _label(texts, by_place, lambda w, _: inside[_stem(texts, w)] / (counts[_stem(texts, w)] + 2))
    model = fit_triggers(words, set(range(len(texts))))
    chances = softmax(logits(model, [w.features for w in words]))
    scores = {id(w): row for w, row in zip(words, chances, strict=True)}
    _label(texts, by_place, lambda w, act: float(scores[id(w)][model.labels.index(act.type)]))


def _label(texts: Sequence[Item], by_place: dict[tuple[int, int, int], Word], score: Callable[[Word, Act], float]) -> None:
    for w in by_place.values():
        w.label, w.left_out = NONE, False
    for n, item in enumerate(texts):
        for act in item.acts:
            inside = [by_place[n, act.home, k] for k in act.words if (n, act.home, k) in by_place]
            for w in sorted(inside, key=lambda w, act=act: (-score(w, act), -w.at))[:1]:  # type: ignore[misc]
                w.label = act.type
            for w in inside:
                w.left_out = w.label == NONE


def _stem(texts: Sequence[Item], w: Word) -> str:
    return texts[w.item].views[w.home].s.stems[w.at]


def main_word(item: Item, act: Act, labelled: dict[tuple[int, int], str]) -> int | None:
    """Number of the word that stands for an act, if one does."""
    return next((k for k in act.words if labelled.get((act.home, k)) == act.type), None)


def fit_triggers(words: Sequence[Word], among: set[int]) -> Linear:
    """The model of types over the words of some texts."""
    chosen = [w for w in words if w.item in among and not w.left_out]
    return fit([w.features for w in chosen], [w.label for w in chosen], strength=STRENGTH["trigger"], keep=KEEP["trigger"])


def fit_all(texts: Sequence[Item], words: Sequence[Word], among: set[int]) -> dict[str, Linear]:
    """All models over some texts."""
    acts = [(texts[n], act, at) for n in sorted(among) for act, at in anchored(texts[n], words_of(words, n))]
    kinds = [act.type for _, act, _ in acts]
    views = [(item.views[act.home], at) for item, act, at in acts]
    status = [keys(triggers.status_features(v, at, k)) for (v, at), k in zip(views, kinds, strict=True)]
    mode = [keys(triggers.mode_features(v, at, k)) for (v, at), k in zip(views, kinds, strict=True)]
    parties = [p for item, act, at in acts for p in party_examples(item, act, at)]
    settings = [p for item, act, at in acts for p in setting_examples(item, act, at)]
    return {
        "trigger": fit_triggers(words, among),
        "status": fit(status, [act.status for _, act, _ in acts], strength=STRENGTH["status"], keep=KEEP["status"]),
        "mode": fit(mode, [f"{act.type}:{act.mode or ''}" for _, act, _ in acts], strength=STRENGTH["mode"], keep=KEEP["mode"]),
        "party": fit(*split(parties), strength=STRENGTH["party"], least=3, keep=KEEP["party"]),
        "setting": fit(*split(settings), strength=STRENGTH["setting"], least=3, keep=KEEP["setting"]),
    }


def words_of(words: Sequence[Word], n: int) -> dict[tuple[int, int], str]:
    """Labels of the words of one text by place."""
    low, high = _bounds(words)[n]
    return {(w.home, w.at): w.label for w in words[low:high]}


_cache: dict[int, dict[int, tuple[int, int]]] = {}


def _bounds(words: Sequence[Word]) -> dict[int, tuple[int, int]]:
    if id(words) not in _cache:
        out: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
        for k, w in enumerate(words):
            out[w.item] = (out[w.item][0] if w.item in out else k, k + 1)
        _cache[id(words)] = out
    return _cache[id(words)]


def anchored(item: Item, labelled: dict[tuple[int, int], str]) -> Iterator[tuple[Act, int]]:
    """Acts of a text that have a word to stand for them."""
    for act in item.acts:
        at = main_word(item, act, labelled)
        if at is not None:
            yield act, at


def split(examples: Sequence[tuple[Keys, str]]) -> tuple[list[Keys], list[str]]:
    """Features and labels apart."""
    return [f for f, _ in examples], [label for _, label in examples]


def party_examples(item: Item, act: Act, at: int) -> Iterator[tuple[Keys, str]]:
    """Every phrase near an act and whether it is its actor or recipient; phrases that overlap one are left out."""
    options = list(roles.pairs(item.views, act.home))
    gold = [(role, r) for role, r in act.roles if role in PARTIES]
    best = {id(c): role for role, c in matched(item, gold, options)}
    for home, c in options:
        label = best.get(id(c), NONE)
        near = label == NONE and any(_nested(_range(item, home, c), r) >= 0.5 for _, r in gold)
        if not near and c.kind != "time":
            yield keys(roles.features(item.views, act.home, roles.Anchor(at, act.type), home, c)), label


def setting_examples(item: Item, act: Act, at: int) -> Iterator[tuple[Keys, str]]:
    """Every phrase near an act and whether it tells its place or, judged by the coded date, its time."""
    options = list(roles.pairs(item.views, act.home))
    gold = [(role, r) for role, r in act.roles if role == "place"]
    best = {id(c): role for role, c in matched(item, gold, options)}
    for home, c in options:
        label: str | None = best.get(id(c), NONE)
        if c.kind == "time":
            label = when(item, act, item.text[slice(*_range(item, home, c))])
        elif label == NONE and any(_nested(_range(item, home, c), r) >= 0.5 for _, r in gold):
            label = None
        if label:
            yield keys(roles.features(item.views, act.home, roles.Anchor(at, act.type), home, c)), label


def when(item: Item, act: Act, phrase: str) -> str | None:
    """`time` if a phrase tells the act's coded date, `none` if another one, null when that cannot be seen."""
    told = times.read(phrase, item.date)
    if told is None or act.date is None:
        return None
    return "time" if act.date.startswith(told) or told.startswith(act.date) else NONE


def matched(item: Item, gold: Sequence[tuple[str, Range]], options: Sequence[tuple[int, Chunk]]) -> Iterator[tuple[str, Chunk]]:
    """For each coded phrase the one of ours that covers it best, if half of both agree."""
    for role, wanted in gold:
        scored = [(_agree(_range(item, home, c), wanted), c) for home, c in options]
        best = max(scored, key=lambda x: x[0], default=(0.0, None))
        if best[1] is not None and best[0] >= 0.5:
            yield role, best[1]


def _range(item: Item, home: int, c: Chunk) -> Range:
    ranges = item.views[home].s.ranges
    return Range(ranges[c.first].start, ranges[c.last].end)


def _agree(a: Range, b: Range) -> float:
    """Intersection over union."""
    return overlap(a, b) / (max(a.end, b.end) - min(a.start, b.start)) if overlap(a, b) else 0.0


def _nested(a: Range, b: Range) -> float:
    """Intersection over the shorter one: a name and the same name with its titles agree wholly."""
    return overlap(a, b) / max(1, min(a.end - a.start, b.end - b.start))


def cross_validate(texts: Sequence[Item], words: Sequence[Word], tagger: Linear, folds: int) -> dict[str, float]:
    """Thresholds that do best over held-out parts; prints what they reach."""
    thresholds = {"trigger": 0.35, "slope": 1.0, "shift": 0.0, "actor": 0.4, "recipient": 0.4, "place": 0.4, "time": 0.4}
    if not folds:
        return thresholds
    tally = Tally()
    for fold in range(folds):
        held = {n for n in range(len(texts)) if n % folds == fold}
        models = fit_all(texts, words, set(range(len(texts))) - held)
        reader = LinearReader({"tag": tagger, **models}, {**dict.fromkeys(thresholds, 0.0), "slope": 1.0}, "training")
        for n in sorted(held):
            tally.read(reader, texts[n], words_of(words, n))
        print(f"events: fold {fold + 1} of {folds} done", flush=True)
    return tally.thresholds(thresholds)


class Tally:
    """Scores on held-out texts, kept until all are in, so that thresholds can be chosen over all."""

    def __init__(self) -> None:
        """Start empty."""
        self.gold = 0
        self.found: list[tuple[float, bool, bool]] = []
        """For each act proposed: its score, whether a trigger is there, whether of that type."""
        self.sure: list[tuple[float, bool]] = []
        self.status, self.mode = Counter[bool](), Counter[bool]()
        self.roles: dict[str, list[tuple[float, bool]]] = defaultdict(list)
        self.role_gold = Counter[str]()

    def read(self, reader: LinearReader, item: Item, labelled: dict[tuple[int, int], str]) -> None:
        """Compare a reader's proposals for one text with what was coded."""
        self.gold += len(item.acts)
        open_acts = list(item.acts)
        proposed = [(score, home, at, kind) for home, v in enumerate(item.views) for at, kind, score in reader.acts(v)]
        for score, home, at, kind in sorted(proposed, reverse=True):
            here = [a for a in open_acts if a.home == home and at in a.words]
            right = next((a for a in here if a.type == kind), here[0] if here else None)
            self.found.append((score, right is not None, right is not None and right.type == kind))
            if right:
                open_acts.remove(right)
        for act, at in anchored(item, labelled):
            v = item.views[act.home]
            self.status[reader.status(v, at, act.type) == act.status] += 1
            self.mode[reader.mode(v, at, act.type) == act.mode] += 1
            self._roles(reader, item, act, at)

    def _roles(self, reader: LinearReader, item: Item, act: Act, at: int) -> None:
        self.role_gold.update(role for role, _ in act.roles)
        own = [(home, c) for home, c in roles.pairs(item.views, act.home) if c.kind == "time"]
        self.role_gold["time"] += any(when(item, act, item.text[slice(*_range(item, home, c))]) == "time" for home, c in own)
        for role, home, c, score in reader.parties(item.views, act.home, roles.Anchor(at, act.type)):
            if role == "time":
                seen = when(item, act, item.text[slice(*_range(item, home, c))])
                self.roles[role] += [(score, seen == "time")] if seen else []
                continue
            right = any(r == role and _nested(_range(item, home, c), g) >= 0.5 for r, g in act.roles)
            self.roles[role].append((score, right))

    def thresholds(self, before: dict[str, float]) -> dict[str, float]:
        """The thresholds with the best F1, over those given; prints scores at each."""
        out = dict(before)
        out["slope"], out["shift"] = platt([(s, t) for s, _, t in self.found])
        self.found = [(_sigmoid(out["slope"] * _odds(s) + out["shift"]), d, t) for s, d, t in self.found]
        typed = [(s, t) for s, _, t in self.found]
        out["trigger"], best = _best(typed, self.gold)
        detection = _f1([(s, d) for s, d, _ in self.found], self.gold, out["trigger"])
        print(f"events: type {_show(best)}, detection {_show(detection)} at {out['trigger']:.2f}")
        for role, found in sorted(self.roles.items()):
            out[role], best = _best(found, self.role_gold[role])
            print(f"events: {role} {_show(best)} at {out[role]:.2f}; {_reliability(found)}")
        for name, counter in (("status", self.status), ("mode", self.mode)):
            print(f"events: {name} accuracy {counter[True] / counter.total():.3f}")
        print(f"events: type; {_reliability(typed)}")
        return out


def platt(found: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and shift on the log-odds that make probabilities agree with how often they are right (Platt scaling)."""
    kept = [(s, right) for s, right in found if s >= 0.02]
    model = LogisticRegression(C=1e6).fit(np.array([[_odds(s)] for s, _ in kept]), np.array([right for _, right in kept]))
    return round(float(model.coef_[0, 0]), 4), round(float(model.intercept_[0]), 4)


def _odds(chance: float) -> float:
    return float(np.log(max(chance, 1e-6) / max(1 - chance, 1e-6)))


def _sigmoid(x: float) -> float:
    return float(1 / (1 + np.exp(-x)))


Scores = tuple[float, float, float]


def _best(found: Sequence[tuple[float, bool]], gold: int) -> tuple[float, Scores]:
    options = [round(0.1 + 0.02 * n, 2) for n in range(35)]
    best = max(options, key=lambda t: _f1(found, gold, t)[2])
    return best, _f1(found, gold, best)


def _f1(found: Sequence[tuple[float, bool]], gold: int, threshold: float) -> Scores:
    kept = [right for score, right in found if score >= threshold]
    precision, recall = sum(kept) / max(len(kept), 1), sum(kept) / max(gold, 1)
    return precision, recall, 2 * sum(kept) / max(len(kept) + gold, 1)


def _reliability(found: Sequence[tuple[float, bool]]) -> str:
    """How often probabilities of each tenth are right."""
    tenths = [[t for s, t in found if low <= s * 10 < low + 1] for low in range(10)]
    return "right by tenth of probability: " + " ".join(f"{np.mean(t):.2f}" if t else "-" for t in tenths)


def _show(scores: Scores) -> str:
    return "P {:.3f} R {:.3f} F1 {:.3f}".format(*scores)


if __name__ == "__main__":
    main()
