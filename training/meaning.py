"""Make the encoder that says what a sentence means: `python -m training.meaning [--minutes N]`; `training.answering` goes on.

all-MiniLM-L6-v2 (Wang et al. 2020) gives sentences of like meaning like vectors, but it is too large and too slow to stand beside
the reader. A student of three of its layers, with a word table a third as wide, learns the first `WIDTH` principal axes of its
vectors from the sentences of the training texts alone, without any label (Reimers and Gurevych 2020): the vectors themselves, and
how like each two of a batch are.
"""

import argparse
import pickle
import random
import time
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as f

from facta.language.meaning import LONGEST, WIDTH, Encoder
from training.network import PAD, Layer, Net, pretrained
from training.paths import BUILD, MINILM
from training.prepare import pieces

KEPT = (0, 2, 5)
"""Layers of MiniLM that the student begins with."""
NARROW = 128
"""Width of its word table."""
BATCH = 64
RATE = 4e-4
WARM = 40
"""Batches until the full rate."""
AXES = 4000
"""Sentences that the principal axes are taken from."""
FILE = "meaning.pt"


class Student(nn.Module):
    """Word pieces of one length (B, T) to a vector of length one each, (B, WIDTH)."""

    def __init__(self, teacher: Net) -> None:
        super().__init__()
        with torch.no_grad():
            table = teacher.words.weight
            _, _, axes = torch.linalg.svd(table - table.mean(0), full_matrices=False)
            self.words = nn.Embedding.from_pretrained(((table - table.mean(0)) @ axes[:NARROW].T).clone(), freeze=False)
            self.up = nn.Linear(NARROW, table.shape[1])
            self.up.weight.copy_(axes[:NARROW].T)
            self.up.bias.copy_(table.mean(0) + teacher.kind)
        self.places = nn.Embedding.from_pretrained(teacher.places.weight[: LONGEST + 2].clone(), freeze=False)
        self.norm = nn.LayerNorm(table.shape[1], eps=1e-12)
        self.norm.load_state_dict(teacher.norm.state_dict())
        self.layers = nn.ModuleList(Layer(384, 12, 32, 1536) for _ in KEPT)
        for layer, n in zip(self.layers, KEPT, strict=True):
            layer.load_state_dict(teacher.layers[n].state_dict())
            layer.drop.share = 0.0
        self.out = nn.Linear(384, WIDTH)

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> Tensor:
        """mask (B, T): which are pieces; None for all, as exported."""
        x = self.norm(self.up(self.words(ids)) + self.places.weight[: ids.shape[1]])
        bias = None if mask is None else (1 - mask[:, None, None, :]) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        mean = x.mean(1) if mask is None else (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return f.normalize(self.out(mean), dim=1)


def sentences() -> list[str]:
    """Those of the training texts, whole and in parts, shuffled."""
    with (BUILD / "texts.pickle").open("rb") as file:
        corpus = pickle.load(file)
    found: dict[str, None] = {}
    for text in corpus.acts[0]:
        for s in text.at.sentences:
            whole = " ".join(text.at.text[s.start : s.end].split())
            found[whole] = None
            found.update(dict.fromkeys(part.strip() for part in whole.split(", ") if part.count(" ") > 4))
    out = [one for one in found if 4 < one.count(" ") < 60]
    random.Random(0).shuffle(out)
    return out


def batches(encoder: Encoder, found: list[str]) -> Iterator[tuple[Tensor, Tensor]]:
    """Sentences of like length as ids and mask, (B, T); in the order of a shuffle."""
    for start in range(0, len(found), BATCH * 16):
        some = sorted((encoder.numbers(one) for one in found[start : start + BATCH * 16]), key=len)
        parts = [some[n : n + BATCH] for n in range(0, len(some), BATCH)]
        random.Random(start).shuffle(parts)
        yield from map(padded, parts)


def padded(texts: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Numbers of pieces as ids and mask, (B, T)."""
    ids = torch.full((len(texts), max(map(len, texts))), PAD)
    for row, numbers in zip(ids, texts, strict=True):
        row[: len(numbers)] = torch.tensor(numbers)
    return ids, (ids != PAD).float()


def taught(teacher: Net, ids: Tensor, mask: Tensor) -> Tensor:
    """The teacher's vectors, (B, 384), of length one."""
    with torch.no_grad():
        x = teacher.norm(teacher.words(ids) + teacher.kind + teacher.places.weight[: ids.shape[1]])
        for layer in teacher.layers:
            x = layer(x, (1 - mask[:, None, None, :]) * -1e4)
        return f.normalize((x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=1)


def loss(student: Tensor, teacher: Tensor) -> Tensor:
    """How far the vectors are, and the likenesses of each two."""
    near = (1 - (student * teacher).sum(1)).mean()
    return near + 2 * f.mse_loss(student @ student.T, teacher @ teacher.T)


def learned(student: Student, teacher: Net, encoder: Encoder, found: list[str], seconds: float) -> None:
    """Train for a time, or for all sentences once."""
    first = batches(encoder, found[:AXES])
    seen = torch.cat([taught(teacher, *one) for one in first])
    mean = seen.mean(0)
    _, _, axes = torch.linalg.svd(seen - mean, full_matrices=False)
    optimiser = torch.optim.AdamW(student.parameters(), lr=RATE, weight_decay=0.01)
    student.train()
    begun = time.monotonic()
    for n, (ids, mask) in enumerate(batches(encoder, found)):
        done = (time.monotonic() - begun) / seconds
        if done >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1.0, n / WARM) * max(0.02, 1 - done)
        target = f.normalize((taught(teacher, ids, mask) - mean) @ axes[:WIDTH].T, dim=1)
        off = loss(student(ids, mask), target)
        optimiser.zero_grad()
        off.backward()
        nn.utils.clip_grad_norm_(student.parameters(), 1.0)
        optimiser.step()
        if n % 50 == 0:
            print(n, f"{off.item():.4f}", f"{done:.0%}", flush=True)
            torch.save(student.state_dict(), BUILD / FILE)
    torch.save(student.state_dict(), BUILD / FILE)


def splitter() -> Encoder:
    """An encoder that is only asked for the numbers of pieces."""

    def none(_: object) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        raise NotImplementedError

    return Encoder(pieces(), none)


def main() -> None:
    """Train."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=25.0)
    asked = options.parse_args()
    teacher = pretrained(MINILM, large=False).eval()
    torch.manual_seed(0)
    found = sentences()
    print(len(found), "sentences and parts", flush=True)
    learned(Student(teacher), teacher, splitter(), found, 60 * asked.minutes)


if __name__ == "__main__":
    main()
