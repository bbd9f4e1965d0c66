"""Turn the data folders into one file of training texts: `python -m training.prepare`; needs `training.tagger` first."""

import pickle
import random

from facta.language.pieces import Pieces
from training import tagger
from training.paths import BUILD, WEIGHTS
from training.texts import ARTICLE, Builder, Corpus, Swap, attributed_rows, coded_rows, held_out, pair_rows

VERSIONS = 4
"""The coded texts as they are, and with other states' names."""


def main() -> None:
    """Prepare, say how much there is."""
    corpus = prepare()
    with (BUILD / "texts.pickle").open("wb") as file:
        pickle.dump(corpus, file)
    size = lambda texts: sum(len(p) for t in texts for p in t.at.pieces)  # noqa: E731
    acts = [a for t in corpus.acts[0] for a in t.acts or ()]
    print(f"{len(corpus.acts[0])} coded texts, {len(acts)} acts, {size(corpus.acts[0])} pieces")
    print(f"{len(corpus.pairs)} pairs, {len(corpus.ties)} of coded reports")
    print(f"{len(corpus.said)} attributed articles, {size(corpus.said)} pieces")


def pieces() -> Pieces:
    """The vocabulary that ships with the weights, which is MiniLM's."""
    return Pieces((WEIGHTS / "vocabulary.txt").read_text("utf-8").split("\n"))


def prepare() -> Corpus:
    """Read everything."""
    build = Builder(pieces(), tagger.load())
    rows, swap, rng = coded_rows(), Swap(), random.Random(0)
    acts = [[build.coded(swap(row, rng) if n else row) for row in rows] for n in range(VERSIONS)]
    short = [row for row in rows if len(row["text"]) < ARTICLE and (row.get("item") or row["doc_id"]) not in held_out()]
    return Corpus(
        acts,
        [build.pair(row) for row in pair_rows()],
        [build.attributed(row) for row in attributed_rows()],
        [tie for row in short for tie in build.ties(row)],
    )


if __name__ == "__main__":
    main()
