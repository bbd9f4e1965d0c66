"""Let a teacher answer for texts that nobody coded: `python -m training.distil TEACHER [--most N] [--swapped] [--coded N]`.

What it says of each word, and of the pairs of words that matter, is kept for `training.train --soft TEACHER`: its doubts teach a
smaller network more than its choices would (Hinton et al. 2015). The texts are reports, articles and governments' releases, and
as many coded ones as are asked for; no text behind the development files is among them, nor one held out.
"""

import argparse
import pickle
import random
from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
import torch

from facta.language.windows import batch
from training import tagger
from training.answers import ROLES, channels
from training.examples import Example, cut, packed
from training.network import SIZES, Net, restored
from training.paths import BUILD
from training.prepare import pieces
from training.standoff import ARTICLES, RELEASES, REPORTS, lines
from training.texts import ARTICLE, EVENTS, Builder, Swap, Text, coded_rows, held_out, measures

SURE = 0.2
"""Probability of an act from which a word is asked for its roles."""
ROOM = 3000
"""Word pieces in a batch."""


def main() -> None:
    """Ask, keep."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("teacher")
    options.add_argument("--most", type=int, default=16_000)
    options.add_argument("--swapped", action="store_true", help="each text once more, about other states")
    options.add_argument("--coded", type=int, default=0, help="so many of the coded texts too, articles first")
    options.add_argument("--threads", type=int, default=2)
    args = options.parse_args()
    torch.set_num_threads(args.threads)
    net = restored(BUILD / f"{args.teacher}.pt").eval()
    texts = [*unlabelled(args.most, swapped=args.swapped), *coded(args.coded)]
    found = cut(texts, pieces(), random.Random(0))
    done = 0
    for group in packed(found, ROOM, random.Random(0)):
        answer(net, group)
        done += len(group)
        if done // 1000 != (done - len(group)) // 1000:
            print(done, "of", len(found), flush=True)
    with (BUILD / f"{args.teacher}.soft.pickle").open("wb") as file:
        pickle.dump(found, file)


def unlabelled(most: int, *, swapped: bool = False) -> Iterator[Text]:
    """Texts that nobody coded, less those that measure or are held out; swapped: each also with other states' names."""
    hidden = set((EVENTS / "dev_source_ids.txt").read_text("utf-8").split()) | held_out()
    known = {row["text"] for row in coded_rows()}
    rows = [(r.get("id") or r["doc_id"], r["text"]) for path in (REPORTS, ARTICLES, *RELEASES) for r in lines(path)]
    random.Random(1).shuffle(rows)
    build = Builder(pieces(), tagger.load())
    fresh = ((key, text) for key, text in rows if key not in hidden and text not in known and not measures(text))
    swap, rng = Swap(), random.Random(2)
    for key, text in islice(fresh, most):
        yield build.bare(key, text)
        if swapped and (other := swap({"text": text, "events": []}, rng)["text"]) != text:
            yield build.bare(key, other)


def coded(most: int) -> Iterator[Text]:
    """Coded texts to learn from, articles first: their labels say what one reader chose, a teacher how near the choice was."""
    rows = [r for r in coded_rows() if (r.get("item") or r["doc_id"]) not in held_out()]
    random.Random(3).shuffle(rows)
    build = Builder(pieces(), tagger.load())
    for row in sorted(rows, key=lambda r: len(r["text"]) < ARTICLE)[:most]:
        yield build.bare(row.get("item") or row["doc_id"], row["text"])


def answer(net: Net, group: Sequence[Example]) -> None:
    """Fill `soft` of each window: `types` (W, 1 + types), and for words that may carry an act their number, how likely one is,
    `single` answers side by side and `pairs` (R, W, roles), all as probabilities."""
    x = {k: torch.from_numpy(v) for k, v in batch([e.window for e in group]).items()}
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        given = net(x["ids"], x["features"], x["mask"], x["at"])
    single, *views = (t.float() for t in given)
    types, _, statuses, _, modes, datings = single.split(SIZES, -1)
    chances = torch.softmax(types, -1)
    others = torch.cat([torch.softmax(t, -1) for t in (statuses, modes, datings)], -1)
    for n, e in enumerate(group):
        own = chances[n, : len(e.tags)]
        words = torch.nonzero(1 - own[:, 0] >= SURE)[:, 0]
        rows = torch.stack([torch.full_like(words, n), words], 1)
        with torch.no_grad():
            pairs = torch.sigmoid(net.pairs(rows, (views[0], views[1], views[2]), channels(*ROLES)))[:, : len(e.tags)]
        e.soft = {
            "types": own.numpy().astype(np.float16),
            "words": words.numpy(),
            "weight": (1 - own[words, 0]).numpy(),
            "single": others[n, words].numpy().astype(np.float16),
            "pairs": pairs.numpy().astype(np.float16),
        }


if __name__ == "__main__":
    main()
