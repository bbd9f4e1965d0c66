"""Fit a linear model: multinomial logistic regression over hashed features (scikit-learn), rare features left out."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from facta.language.linear import Linear, key
from training.weights import quantised

Keys = list[int]


def keys(features: Sequence[str]) -> Keys:
    """What stands for an example's features: each once, so that training and use agree."""
    return [key(f) for f in dict.fromkeys(features)]


def fit(
    examples: Sequence[Keys],
    labels: Sequence[str],
    *,
    strength: float,
    least: int = 2,
    keep: int = 60_000,
    weights: Sequence[float] | None = None,
    rounds: int = 80,
) -> Linear:
    """A Linear from examples and their labels.

    strength: inverse of the L2 penalty; least: how often a feature must occur; keep: how many features the model may hold.
    """
    counts = Counter(k for e in examples for k in e)
    vocabulary = np.array(sorted(k for k, n in counts.items() if n >= least), np.uint32)
    model = LogisticRegression(C=strength, max_iter=rounds, tol=1e-3, random_state=0)
    model.fit(matrix(examples, vocabulary), np.array(labels), sample_weight=None if weights is None else np.array(weights))
    table, bias = model.coef_.T, model.intercept_
    if len(model.classes_) == 2:
        table, bias = np.hstack([-table, table]) / 2, np.array([-bias[0], bias[0]]) / 2
    return quantised(list(map(str, model.classes_)), vocabulary, table, bias, keep=keep)


def matrix(examples: Sequence[Keys], vocabulary: np.ndarray) -> csr_matrix:
    """Examples as rows of zeros and ones over the vocabulary (sorted keys)."""
    row = {int(k): n for n, k in enumerate(vocabulary)}
    columns = [[row[k] for k in e if k in row] for e in examples]
    starts = np.cumsum([0, *map(len, columns)])
    flat = np.fromiter((c for e in columns for c in e), np.int32, int(starts[-1]))
    return csr_matrix((np.ones(len(flat), np.float32), flat, starts), shape=(len(examples), len(vocabulary)))


def logits(model: Linear, examples: Sequence[Keys]) -> np.ndarray:
    """Scores of many examples at once, shape (examples, labels)."""
    found: np.ndarray = matrix(examples, model.keys) @ model.table + model.bias
    return found
