"""A linear model over named features, small enough to ship: hashed names, one signed byte a weight, numpy arithmetic.

A feature is a string; what is kept of it is its CRC-32, so unknown features cost nothing and two known ones hardly ever meet
(a hundred thousand features: one in forty thousand unknown ones is taken for a known one).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def key(feature: str) -> int:
    """What stands for a feature's name in a model: its CRC-32."""
    return crc32(feature.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True)
class Linear:
    """Weights of some labels over features; `scores` are logits, `probabilities` their softmax or sigmoid."""

    labels: tuple[str, ...]
    keys: NDArray[np.uint32]
    """Shape (features,)."""
    weights: NDArray[np.int8]
    """Shape (features, labels), in units of `scale`."""
    scale: Floats
    """Shape (labels,)."""
    bias: Floats
    """Shape (labels,)."""
    rows: dict[int, int] = field(init=False, repr=False)
    table: Floats = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the features and spread the weights once, so that scoring is a sum of rows."""
        object.__setattr__(self, "rows", dict(zip(self.keys.tolist(), range(len(self.keys)), strict=True)))
        object.__setattr__(self, "table", self.weights.astype(np.float32) * self.scale)

    def known(self, features: Iterable[str]) -> list[int]:
        """Rows of those features that the model knows."""
        rows = self.rows
        return [rows[k] for k in [crc32(f.encode("utf-8", "surrogatepass")) for f in features] if k in rows]

    def scores(self, features: Iterable[str]) -> Floats:
        """Logits of one example, shape (labels,)."""
        out: Floats = np.add.reduce(self.table[self.known(features)], axis=0) + self.bias
        return out

    def score_all(self, examples: Sequence[Iterable[str]]) -> Floats:
        """Logits of many examples, shape (examples, labels)."""
        if not examples:
            return np.zeros((0, len(self.labels)), np.float32)
        return np.stack([self.scores(e) for e in examples])

    def arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """The model as named arrays, to be stored beside others."""
        parts = {
            "labels": np.array(self.labels),
            "keys": self.keys,
            "weights": self.weights,
            "scale": self.scale,
            "bias": self.bias,
        }
        return {f"{name}.{part}": array for part, array in parts.items()}


def from_arrays(arrays: Mapping[str, NDArray[Any]], name: str) -> Linear:
    """The model stored under a name; KeyError when there is none."""
    part = {p: arrays[f"{name}.{p}"] for p in ("labels", "keys", "weights", "scale", "bias")}
    return Linear(tuple(part["labels"].tolist()), part["keys"], part["weights"], part["scale"], part["bias"])


def softmax(logits: Floats) -> Floats:
    """Probabilities over the last axis."""
    grown = np.exp(logits - logits.max(axis=-1, keepdims=True))
    out: Floats = (grown / grown.sum(axis=-1, keepdims=True)).astype(np.float32)
    return out
