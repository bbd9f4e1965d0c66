"""Make the encoder that says what a sentence means: `python -m training.meaning [--minutes N]`.

all-MiniLM-L6-v2 (Wang et al. 2020) gives sentences of like meaning like vectors, but it is too large and too slow to stand beside
the reader. A student of three of its layers, with a word table a third as wide, learns the first `WIDTH` principal axes of its
vectors from the sentences of the training texts alone, without any label (Reimers and Gurevych 2020): the vectors themselves, and
how like each two of a batch are. It is written as ONNX, int8 per channel, and its hash is printed for the model card.
"""

import argparse
import hashlib
import pickle
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as f

from facta.language.meaning import LONGEST, WIDTH, Encoder
from training.network import BEGIN, END, PAD, Layer, Net, pretrained
from training.paths import BUILD, MINILM, WEIGHTS
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
FILE = "meaning.onnx"


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
        for part in parts:
            ids = torch.full((len(part), max(map(len, part))), PAD)
            for row, numbers in zip(ids, part, strict=True):
                row[: len(numbers)] = torch.tensor(numbers)
            yield ids, (ids != PAD).float()


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
            torch.save(student.state_dict(), BUILD / "meaning.pt")
    torch.save(student.state_dict(), BUILD / "meaning.pt")


def export(student: Student, into: Path) -> None:
    """Write the weights."""
    student.eval()
    ids = torch.tensor([[BEGIN, 2000, 3000, 4000, END]])
    whole = BUILD / "meaning-full.onnx"
    with torch.no_grad():
        torch.onnx.export(
            student,
            (ids,),
            str(whole),
            input_names=["ids"],
            output_names=["meaning"],
            dynamic_axes={"ids": {1: "t"}},
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
    small = BUILD / FILE
    quantize_dynamic(
        whole, small, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather", "Gemm"]
    )
    shutil.copy(small, into / FILE)
    weights = small.read_bytes()
    print(FILE, f"{len(weights) / 1e6:.1f} MB", hashlib.sha256(weights).hexdigest())


def _no_model(_: object) -> NDArray[np.float32]:
    """Nothing is asked of an encoder that only splits words."""
    raise NotImplementedError


def main() -> None:
    """Train, or only export what was trained."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=25.0)
    options.add_argument("--export", action="store_true", help="only write the last checkpoint")
    asked = options.parse_args()
    teacher = pretrained(MINILM, large=False).eval()
    student = Student(teacher)
    if not asked.export:
        torch.manual_seed(0)
        found = sentences()
        print(len(found), "sentences and parts", flush=True)
        learned(student, teacher, Encoder(pieces(), _no_model), found, 60 * asked.minutes)
    student.load_state_dict(torch.load(BUILD / "meaning.pt"))
    export(student, WEIGHTS)


if __name__ == "__main__":
    main()
