"""Choose thresholds on the held-out texts: `python -m training.tune NAME`; prints what the heads reach there.

Writes `NAME.json` into the build folder for `training.export`. The development files are not looked at.
"""

import argparse
import json
import pickle
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

from facta.language.acts import groups
from facta.language.attributing import attributions, unrivalled
from facta.language.network import Answers, Floats, Network, platt, sigmoid, softmax
from facta.records import Attribution
from training.answers import MODES, ROLES, STATUSES, TYPES, channels
from training.export import about, torch_model
from training.network import restored
from training.paths import BUILD
from training.prepare import pieces
from training.texts import Act, Corpus, Said, Text, apart, covered

GRID = [round(0.1 + 0.05 * n, 2) for n in range(17)]
START = {"trigger": 0.4, "actual": 0.5, "undated": 0.7, "cue": 0.4, "attribution": 0.25, "source": 0.25} | dict.fromkeys(
    ROLES, 0.5
)
PLAIN = (1.0, 0.0)
ALIKE = 0.02
"""Sum of type F1 in reports and articles by which thresholds may differ without being better."""
LONG = 300
"""Words from which a text counts as an article."""
Seen = list[tuple[Text, list[Answers]]]


def main() -> None:
    """Print figures over thresholds; keep the best."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("name")
    options.add_argument("--said", type=int, default=40, help="held-out articles to look at")
    args = options.parse_args()
    with (BUILD / "texts.pickle").open("rb") as file:
        corpus: Corpus = pickle.load(file)
    net = network(args.name, alone(corpus.acts[0]))
    net.about.slopes.update(trigger=PLAIN, attribution=PLAIN)  # thresholds are of raw scores
    tune_acts(net, apart(corpus.acts[0])[1])
    tune_said(net, apart(corpus.said)[1][: args.said])
    chosen = {"thresholds": net.about.thresholds, "slopes": net.about.slopes, "alone": net.about.alone}
    (BUILD / f"{args.name}.json").write_text(json.dumps(chosen, indent=1), "utf-8")
    print(chosen)


def alone(texts: Sequence[Text]) -> list[str]:
    """The modes of acts that mostly have no recipient, among the texts that are learned from."""
    counts, bare = Counter[int](), Counter[int]()
    for act in (a for t in apart(texts)[0] for a in t.acts or ()):
        counts[act.mode] += 1
        bare[act.mode] += not act.roles["recipient"]
    return [name for n, name in enumerate(MODES) if 2 * bare[n] > counts[n]]


def network(name: str, alone: Sequence[str] = ()) -> Network:
    """A checkpoint in the place of the shipped network, with the thresholds chosen for it if there are any."""
    net = restored(BUILD / f"{name}.pt").eval()
    path = BUILD / f"{name}.json"
    known = json.loads(path.read_text("utf-8")) if path.exists() else {}
    chosen = {
        "thresholds": START | known.get("thresholds", {}),
        "slopes": known.get("slopes", {"trigger": PLAIN, "attribution": PLAIN}),
        "alone": alone or known.get("alone", ()),
    }
    return Network(torch_model(net), pieces(), about(net, f"torch-{name}", chosen))


def tune_acts(net: Network, texts: Sequence[Text]) -> None:
    """Thresholds of triggers, of `actual` and of roles; the last two are asked of gold triggers. Then the slope of scores."""
    seen = [(t, list(net.answers(t.at))) for t in texts]
    best = net.about.thresholds
    long = [(t, answers) for t, answers in seen if len(t.at.words) > LONG]
    short = [(t, answers) for t, answers in seen if len(t.at.words) <= LONG]
    results = []
    for value in GRID:
        best["trigger"] = value
        results.append((*(f1(proposed(net, some), "type") for some in (short, long)), value))
    # users read articles as much as reports, of which there are many more here
    # of thresholds that do alike the lowest is taken: who wants fewer and surer acts filters by confidence
    highest = max(r[0] + r[1] for r in results)
    best["trigger"] = min(value for *scores, value in results if sum(scores) >= highest - ALIKE)
    for name, some in (("reports", short), ("articles", long)):
        n = proposed(net, some)
        print(f"trigger at {best['trigger']}, {name}: type F1 {f1(n, 'type'):.3f}, found {f1(n, 'touch'):.3f} of {n['gold']}")
    best["actual"] = tune_status(seen)
    for name in ROLES:
        found = [pair for t, answers in seen for pair in role(net, t, answers, name)]
        score, best[name] = max((whole(found, v), v) for v in GRID)
        print(f"{name} at {best[name]}: whole-set F1 {score:.3f} of {sum(bool(g) for _, g in found)}")
    net.about.slopes["trigger"] = slope(*surely(net, seen))


def f1(n: Counter[str], right: str) -> float:
    """Of coded (`gold`) and proposed (`pred`) acts."""
    return 2 * n[right] / max(1, n["gold"] + n["pred"])


def hits(a: Answers, act: Act) -> list[int]:
    """The words of an act that a window answers for, counted from its first."""
    return [k - a.window.first for k in act.words if a.window.begin <= k < a.window.end]


def proposed(net: Network, seen: Seen) -> Counter[str]:
    """How many acts are coded (`gold`), proposed (`pred`), touch a coded one (`touch`) and have its type (`type`)."""
    n = Counter[str]()
    for t, answers in seen:
        acts = list(t.acts or ())
        n["gold"] += len(acts)
        for right, touched, _ in judged(net, t, answers):
            n.update(pred=1, type=int(right), touch=int(touched))
    return n


def judged(net: Network, t: Text, answers: Sequence[Answers]) -> Iterator[tuple[bool, bool, float]]:
    """For each proposed act: whether it has a coded act's place and type, its place at least, and its raw probability."""
    acts, used = list(t.acts or ()), set[int]()
    for a in answers:
        for words, kind, sure in groups(net, t.at, a):
            at = {a.window.first + k for k in words}
            touched = [k for k, act in enumerate(acts) if k not in used and at & set(act.words)]
            same = [k for k in touched if acts[k].type == kind]
            used.update(same[:1] or touched[:1])
            if not (touched or at <= t.doubtful):
                yield False, False, float(sure.max())
            elif touched:
                yield bool(same), True, float(sure.max())


def surely(net: Network, seen: Seen) -> tuple[list[float], list[bool]]:
    """Raw probabilities of proposed acts, and whether they are right."""
    found = [(sure, right) for t, answers in seen for right, _, sure in judged(net, t, answers)]
    return [s for s, _ in found], [r for _, r in found]


def tune_status(seen: Seen) -> float:
    """How likely `actual` must be to be believed: the most F1 of all other statuses and accuracy, over coded triggers."""
    rows = [
        (softmax(a.statuses[own].mean(0)), act)
        for t, answers in seen
        for a in answers
        for act in t.acts or ()
        if (own := hits(a, act))
    ]
    gold = np.array([act.status for _, act in rows])
    chances = np.stack([c for c, _ in rows])
    actual = STATUSES.index("actual")
    results = []
    for value in GRID:
        free = chances.copy()
        free[free[:, actual] < value, actual] = 0
        found = free.argmax(1)
        right = ((found == gold) & (gold != actual)).sum()
        results.append((2 * right / max(1, (found != actual).sum() + (gold != actual).sum()), value, (found == gold).mean()))
    score, value, accuracy = max(results, key=lambda r: r[0] + r[2])
    print(f"actual at {value}: F1 of other statuses {score:.3f} of {(gold != actual).sum()}, accuracy {accuracy:.3f}")
    others(seen)
    return value


def others(seen: Seen) -> None:
    """Print how often mode and dating are right, over coded triggers."""
    n = Counter[str]()
    for t, answers in seen:
        for a, act in ((a, act) for a in answers for act in t.acts or ()):
            if own := hits(a, act):
                allowed = [k for k, m in enumerate(MODES) if m.startswith(f"{TYPES[act.type]}:")]
                n.update(asked=1, mode=int(allowed[int(a.modes[own][:, allowed].mean(0).argmax())] == act.mode))
                if act.dating > 0:
                    n.update(dated=1, dating=int(int(a.datings[own].mean(0).argmax()) == act.dating))
    print(
        f"mode {n['mode'] / max(1, n['asked']):.3f}; dating {n['dating'] / max(1, n['dated']):.3f} of {n['dated']} not reported"
    )


def role(net: Network, t: Text, answers: Sequence[Answers], name: str) -> Iterator[tuple[Floats, set[int]]]:
    """Each coded act's chances of every word to fill a role, and the words that do."""
    for a in answers:
        for act in t.acts or ():
            own = hits(a, act)
            if own and (name != "time" or act.time_known):
                scores = net.pairs(a, own, np.full(len(own), 1 / len(own), np.float32), channels(name))
                yield sigmoid(scores[:, 0]), {k - a.window.first for k in act.roles[name]}


def whole(found: Sequence[tuple[Floats, set[int]]], least: float) -> float:
    """F1 of sets of words that are right when at least half of what is marked or coded is both."""
    right = asked = 0
    for chances, gold in found:
        marked = {int(k) for k in np.flatnonzero(chances >= least)}
        right += bool(gold) and len(marked & gold) / len(marked | gold) >= 0.5
        asked += bool(gold) + bool(marked)
    return 2 * right / max(1, asked)


def tune_said(net: Network, texts: Sequence[Text]) -> None:
    """Thresholds of cues, attributions and sources by F1 of contents with their cues and sources; then the slope of scores."""
    seen = [(t, list(net.answers(t.at))) for t in texts]
    best = net.about.thresholds
    results = []
    for best["cue"], best["source"] in product((0.3, 0.4, 0.5), (0.15, 0.25, 0.4)):
        best["attribution"] = 0.0
        found = [(t, [x for a in answers for x in attributions(net, t.at, a)]) for t, answers in seen]
        for least in (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4):
            n = said(found, least)
            results.append((2 * n["joint"] / max(1, n["gold"] + n["pred"]), n, best | {"attribution": least}))
    score, n, chosen = max(results, key=lambda r: r[0])
    best.update(chosen)
    print(f"attributions: joint F1 {score:.3f}, overlap {2 * n['right'] / max(1, n['gold'] + n['pred']):.3f} of {n['gold']}")
    pairs = [
        (x.score, bool(match(t, x)))
        for t, answers in seen
        for x in unrivalled([x for a in answers for x in attributions(net, t.at, a)])
    ]
    if any(r for _, r in pairs):  # a teacher that has learned no quotations has none to be measured by
        net.about.slopes["attribution"] = slope([s for s, _ in pairs], [r for _, r in pairs])


def said(found: Sequence[tuple[Text, list[Attribution]]], least: float) -> Counter[str]:
    """How many attributions are coded, proposed, have the content right, and the cue and source as well."""
    n = Counter[str]()
    for t, proposals in found:
        kept = unrivalled([x for x in proposals if x.score >= least])
        n.update(gold=len(t.said or ()), pred=len(kept))
        used: list[Said] = []
        for x in kept:
            hit = next((s for s in match(t, x) if s not in used), None)
            if hit:
                used.append(hit)
                cue, source = ({k for r in part for k in covered(t.at, r)} for part in (x.cue, x.source))
                n.update(right=1, joint=int(bool(cue & hit.cue) and (bool(source & hit.source) if hit.source else not source)))
    return n


def match(t: Text, x: Attribution) -> list[Said]:
    """The coded attributions whose content shares four fifths of its words with a proposed one's."""
    content = {k for r in x.content for k in covered(t.at, r)}
    return [s for s in t.said or () if len(content & s.content) / max(len(content), len(s.content)) >= 0.8]


def slope(chances: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """Platt scaling (Platt 1999) by Newton's method: slope and shift of the log-odds; prints the error before and after."""
    p = np.clip(np.array(chances), 1e-6, 1 - 1e-6)
    x, y = np.stack([np.log(p / (1 - p)), np.ones_like(p)], 1), np.array(right, float)
    w = np.array([0.5, 0.0])  # networks are surer than they are right, so Newton's method begins below one
    for _ in range(30):
        q = sigmoid(x @ w)
        step = np.linalg.solve((x * (q * (1 - q))[:, None]).T @ x + 1e-3 * np.eye(2), x.T @ (y - q))
        w = w + step * min(1.0, 0.5 / float(np.abs(step).max()))
    found = (round(float(w[0]), 4), round(float(w[1]), 4))
    print(
        f"calibration error {error(chances, right):.3f} -> {error([platt(c, found) for c in chances], right):.3f}, slope {found}"
    )
    return found


def error(chances: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Expected calibration error (Guo et al. 2017) over bins of equal width."""
    p, y = np.array(chances), np.array(right, float)
    at = np.minimum((p * bins).astype(int), bins - 1)
    return float(sum(abs(p[at == b].mean() - y[at == b].mean()) * (at == b).mean() for b in range(bins) if (at == b).any()))


if __name__ == "__main__":
    main()
