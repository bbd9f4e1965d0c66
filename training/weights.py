"""Where trained models go and how they are made small: one signed byte a weight, the weakest features left out."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facta.language.linear import Linear

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
WEIGHTS = ROOT / "src" / "facta" / "language" / "weights"


def quantised(
    labels: Sequence[str], keys: NDArray[np.uint32], table: NDArray[np.float64], bias: NDArray[np.float64], *, keep: int
) -> Linear:
    """A Linear of the `keep` features with the largest weights; `table` has shape (features, labels)."""
    size = np.abs(table).max(axis=1)
    strong = np.sort(np.argsort(-size, kind="stable")[:keep])
    table = table[strong]
    scale = np.maximum(np.abs(table).max(axis=0), 1e-6) / 127
    small = np.rint(table / scale).astype(np.int8)
    used = np.abs(small).max(axis=1) > 0
    return Linear(tuple(labels), keys[strong][used], small[used], scale.astype(np.float32), bias.astype(np.float32))


def save(name: str, models: Mapping[str, Linear], thresholds: Mapping[str, float] | None = None) -> Path:
    """Write models and thresholds into one compressed file without pickles; the same weights give the same bytes."""
    path = WEIGHTS / f"{name}.npz"
    path.parent.mkdir(exist_ok=True)
    arrays = {k: v for n, m in models.items() for k, v in m.arrays(n).items()}
    if thresholds:
        arrays["thresholds.labels"] = np.array(list(thresholds))
        arrays["thresholds.values"] = np.array(list(thresholds.values()))
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]
    return path
