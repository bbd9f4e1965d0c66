"""Make the table of word vectors that compares what texts are about: `python -m training.vectors`.

Each word piece of all-MiniLM-L6-v2 goes through that encoder alone, its states are averaged, the whole vocabulary is turned to
its principal axes, and frequent pieces are made short (Tulkens and van Dongen 2024, Model2Vec; weights by Zipf's law as in
Arora et al. 2017, since the vocabulary stands in the order of frequency). A text's vector is then the mean of its pieces' and
costs no pass through a network: 30,522 rows of `WIDTH` whole numbers.
"""

import hashlib

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.network import BEGIN, END, Net, pretrained
from training.paths import MINILM, WEIGHTS

WIDTH = 64
RARE = 1e-4
"""Share of all text below which a piece keeps its full length (Arora et al. 2017)."""
FILE = "vectors.npy"
FIRST_WORD = 1996
"""Number of `the`, the most frequent piece; before it stand marks, unused places and single signs."""
_AT_ONCE = 512


def main() -> None:
    """Write the table and say its hash, for the model card."""
    table = whole(principal(states(pretrained(MINILM, large=False))))
    np.save(WEIGHTS / FILE, table)
    print(FILE, table.shape, table.dtype, hashlib.sha256((WEIGHTS / FILE).read_bytes()).hexdigest())


def states(net: Net) -> Tensor:
    """The mean state of each piece of the vocabulary between the two marks, (pieces, width)."""
    net.eval()
    with torch.no_grad():
        return torch.cat([_states(net, some) for some in torch.arange(len(net.words.weight)).split(_AT_ONCE)])


def _states(net: Net, some: Tensor) -> Tensor:
    ids = torch.stack([torch.full_like(some, BEGIN), some, torch.full_like(some, END)], 1)
    x = net.norm(net.words(ids) + net.kind + net.places.weight[:3])
    for layer in net.layers:
        x = layer(x, torch.zeros(1, 1, 1, 3))
    return x.mean(1)


def principal(x: Tensor) -> Tensor:
    """The first `WIDTH` principal axes of the rows, each row as long as its piece is rare; (pieces, WIDTH)."""
    x = x - x.mean(0)
    _, _, axes = torch.linalg.svd(x, full_matrices=False)
    x = torch.nn.functional.normalize(x @ axes[:WIDTH].T, dim=1)
    rank = (torch.arange(len(x)) - FIRST_WORD + 1).clamp(min=1).float()
    share = (1 / rank) / (1 / rank).sum()
    return x * (RARE / (RARE + share))[:, None]


def whole(x: Tensor) -> NDArray[np.int8]:
    """The rows as whole numbers between -127 and 127."""
    rows: NDArray[np.int8] = (x / x.abs().max() * 127).round().to(torch.int8).numpy()
    return rows


if __name__ == "__main__":
    main()
