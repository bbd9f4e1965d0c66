"""Teach the encoder which deed answers which commitment: `python -m training.answering [--epochs N]`, after `training.meaning`.

`deeds/*.jsonl` (ours) has a line a commitment: two reports of the deed that keeps or breaks it, told in other words, and acts of
the same two states that do neither. The vector of a commitment comes to lie near those of its answers and away from the others
of its batch (the multiple negatives ranking of Henderson et al. 2017, with the negatives that were written for it), and a linear
head learns from the vector of an answer whether it undoes what was promised. Both are written as ONNX, int8 per channel, and the
hash is printed for the model card. A part of the commitments is held out, to see that what is learned holds for others.
"""

import argparse
import hashlib
import json
import random
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as f

from facta.language.meaning import WIDTH, Encoder
from training.meaning import FILE, Student, padded, splitter
from training.network import BEGIN, END, pretrained
from training.paths import BUILD, DEEDS, MINILM, WEIGHTS

HELD = 12
"""One commitment of so many is held out."""
BATCH = 24
"""Commitments of a batch."""
SHARP = 20.0
"""What cosines are multiplied by before they compete."""
RATE = 1.5e-4
WARM = 20
"""Batches until the full rate."""
SEEN = 25
"""Batches between two lines of progress."""
WEIGHTS_FILE = "meaning.onnx"

Row = dict[str, Any]
"""A commitment of `deeds/`."""


class Answering(nn.Module):
    """The student, and a head on its vectors: (B, WIDTH), and the log-odds that a text tells of undoing, (B,)."""

    def __init__(self, student: Student) -> None:
        super().__init__()
        self.student = student
        self.undoing = nn.Linear(WIDTH, 1)

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """mask (B, T): which are pieces; None for all, as exported."""
        meaning = self.student(ids, mask)
        return meaning, self.undoing(meaning)[:, 0]


def commitments() -> list[Row]:
    """All of them, shuffled."""
    rows = [json.loads(line) for path in sorted(DEEDS.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    random.Random(0).shuffle(rows)
    return rows


def loss(model: Answering, encoder: Encoder, some: Sequence[Row]) -> Tensor:
    """How badly answers are found among the answers of all and the acts that are none, and told to keep or to break."""
    chosen = [random.choice(row["answers"]) for row in some]
    texts = [row["commitment"] for row in some] + chosen + [other for row in some for other in row["others"]]
    meaning, undoing = model(*padded([encoder.numbers(text) for text in texts]))
    n = len(some)
    promised, done = meaning[:n], meaning[n:]
    ways = torch.tensor([row["how"] == "broken" for row in some]).float()
    own = torch.arange(n)
    return (
        f.cross_entropy(SHARP * promised @ done.T, own)
        + 0.5 * f.cross_entropy(SHARP * done[:n] @ promised.T, own)
        + 0.5 * f.binary_cross_entropy_with_logits(SHARP * undoing[n : 2 * n], ways)
    )


def learn(model: Answering, encoder: Encoder, rows: list[Row], held: Sequence[Row], epochs: float) -> None:
    """Train."""
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01)
    per_epoch = len(rows) // BATCH
    steps = int(epochs * per_epoch)
    for step in range(steps):
        if step % per_epoch == 0:
            random.shuffle(rows)
            print(f"{step} of {steps}:", measured(model, encoder, held), flush=True)
            torch.save(model.state_dict(), BUILD / "answering.pt")
        model.train()
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1.0, step / WARM) * max(0.02, 1 - step / steps)
        start = step % per_epoch * BATCH
        off = loss(model, encoder, rows[start : start + BATCH])
        optimiser.zero_grad()
        off.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        if step % SEEN == 0:
            print(step, f"{off.item():.3f}", flush=True)
    torch.save(model.state_dict(), BUILD / "answering.pt")


def measured(model: Answering, encoder: Encoder, held: Sequence[Row]) -> str:
    """The share of answers that are likelier than each act of theirs that is none, and of those whose way is told right."""
    model.eval()

    def told(texts: Sequence[str]) -> tuple[Tensor, Tensor]:
        with torch.no_grad():
            parts = [model(*padded([encoder.numbers(t) for t in texts[n : n + 64]])) for n in range(0, len(texts), 64)]
        return torch.cat([one for one, _ in parts]), torch.cat([one for _, one in parts])

    nearer, right = [], []
    for row in held:
        meaning, undoing = told([row["commitment"], *row["answers"], *row["others"]])
        like, n = meaning[1:] @ meaning[0], 1 + len(row["answers"])
        nearer += [bool(one > like[n - 1 :].max()) for one in like[: n - 1]]
        right += [bool(one > 0) == (row["how"] == "broken") for one in undoing[1:n]]
    return f"answers before all others {np.mean(nearer):.3f}, kept or broken {np.mean(right):.3f}"


def export(model: Answering, into: Path) -> None:
    """Write the weights."""
    model.eval()
    ids = torch.tensor([[BEGIN, 2000, 3000, 4000, END]])
    whole = BUILD / "meaning-full.onnx"
    with torch.no_grad():
        torch.onnx.export(
            model,
            (ids,),
            str(whole),
            input_names=["ids"],
            output_names=["meaning", "undoing"],
            dynamic_axes={"ids": {1: "t"}},
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
    small = BUILD / WEIGHTS_FILE
    quantize_dynamic(
        whole, small, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather", "Gemm"]
    )
    shutil.copy(small, into / WEIGHTS_FILE)
    weights = small.read_bytes()
    print(WEIGHTS_FILE, f"{len(weights) / 1e6:.1f} MB", hashlib.sha256(weights).hexdigest())


def main() -> None:
    """Train, or only export what was trained."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--epochs", type=float, default=5.0)
    options.add_argument("--export", action="store_true", help="only write the last checkpoint")
    asked = options.parse_args()
    random.seed(0)
    torch.manual_seed(0)
    student = Student(pretrained(MINILM, large=False))
    student.load_state_dict(torch.load(BUILD / FILE))
    model = Answering(student)
    if not asked.export:
        rows = commitments()
        held, rows = rows[::HELD], [row for n, row in enumerate(rows) if n % HELD]
        encoder = splitter()
        learn(model, encoder, rows, held, asked.epochs)
        print("at the end:", measured(model, encoder, held))
    model.load_state_dict(torch.load(BUILD / "answering.pt"))
    export(model, WEIGHTS)


if __name__ == "__main__":
    main()
