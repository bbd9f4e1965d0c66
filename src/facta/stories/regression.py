"""The weights of a logistic regression, which `eval` fits and a room keeps in a TOML file beside its modules."""

from collections.abc import Sequence

from facta.errors import DataError
from facta.values.datafile import Form, load


class _Fitted(Form, frozen=True):
    constant: float
    weights: dict[str, float]
    """By feature."""


def fitted(package: str, file: str, features: Sequence[str]) -> tuple[list[float], float]:
    """The log-odds that each feature adds, in their order, and the constant; DataError where the file's features are others."""
    found = load(package, file, _Fitted)
    if found.weights.keys() != set(features):
        odd = ", ".join(sorted(found.weights.keys() ^ set(features)))
        raise DataError(f"{file}: the weights must be of the features that are computed; these are only on one side: {odd}.")
    return [found.weights[name] for name in features], found.constant
