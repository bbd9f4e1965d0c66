"""Root types of PLV by five-fold cross-validation: `python -m training.plv BASE`, a checkpoint that has not seen PLV.

Each fold goes on from the base, trained with `--pairs 0`, with four fifths of the sentences among coded texts, and answers for
the last fifth. What ships has seen all of PLV_train, so `python -m eval.plv` on that file flatters it; this is the honest figure.
"""

import argparse
import pickle
import random
from collections.abc import Sequence

import numpy as np
import torch

from eval.plv import macro_f1
from facta.language.windows import batch
from training.answers import PLV
from training.examples import Example, cut, packed, targets
from training.network import SIZES, Net, restored
from training.paths import BUILD
from training.prepare import pieces
from training.texts import Corpus
from training.train import PAIR_FOLDS, ROOM, fit, options, schedule


def main() -> None:
    """Train the folds, print the score with its bootstrap interval over sentences."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("base")
    asked.add_argument("--pairs", type=float, default=9)
    asked.add_argument("--acts", type=float, default=0)
    asked.add_argument("--rate", type=float, default=1e-4)
    given = asked.parse_args()
    gold: list[str] = []
    found: list[str] = []
    for fold in range(PAIR_FOLDS):
        line = [f"{given.base}.plv{fold}", "--start", given.base, "--said", "0", "--ties", "0", "--pair-fold", str(fold)]
        line += [f"--{k}={getattr(given, k)}" for k in ("pairs", "acts", "rate")]
        args = options().parse_args(line)
        torch.manual_seed(fold)
        net = restored(BUILD / f"{given.base}.pt").train()
        fit(net, schedule(args, random.Random(fold)), args, "cpu")
        right, said = answers(net.eval(), fold)
        gold, found = gold + right, found + said
        print(f"fold {fold}: root macro-F1 {macro_f1(right, said):.3f}", flush=True)
    print(f"root macro-F1 {macro_f1(gold, found):.3f}, 95% {interval(gold, found)}")


def answers(net: Net, fold: int) -> tuple[list[str], list[str]]:
    """Gold and found roots of the sentences that a fold leaves out."""
    with (BUILD / "texts.pickle").open("rb") as file:
        corpus: Corpus = pickle.load(file)
    held = [p for p in corpus.pairs if int(p.id) % PAIR_FOLDS == fold]
    gold: list[str] = []
    found: list[str] = []
    for group in packed(cut(held, pieces(), random.Random(0)), ROOM, random.Random(0)):
        best = _between(net, group).argmax(-1)
        gold += [PLV[e.pair[2]] for e in group if e.pair]
        found += [PLV[int(n)] for n in best]
    return gold, found


def _between(net: Net, group: Sequence[Example]) -> torch.Tensor:
    x = {k: torch.from_numpy(v) for k, v in batch([e.window for e in group]).items()}
    with torch.no_grad():
        single, *views = net(x["ids"], x["features"], x["mask"], x["at"])
        sides = torch.from_numpy(targets(group)["sides"])
        return net.between(single.split(SIZES, -1)[0], (views[0], views[1], views[2]), sides)


def interval(gold: Sequence[str], found: Sequence[str], rounds: int = 500) -> str:
    """The middle 95% of scores over sentences drawn again."""
    rng = np.random.default_rng(0)
    scores = []
    for _ in range(rounds):
        drawn = rng.integers(0, len(gold), len(gold))
        scores.append(macro_f1([gold[k] for k in drawn], [found[k] for k in drawn]))
    low, high = np.quantile(scores, (0.025, 0.975))
    return f"{low:.3f} to {high:.3f}"


if __name__ == "__main__":
    main()
