"""Which class a number is drawn with, so that map, matrix and triangles say the same with the same colour."""

from collections.abc import Sequence

import numpy as np

CLEAR, STRONG = 0.2, 0.6
"""Balances from which on a pair is shown as leaning, and as nearly all on one side."""
STEPS = (
    ("coop-2", "nearly all cooperation"),
    ("coop-1", "more cooperation"),
    ("even", "about even"),
    ("conf-1", "more conflict"),
    ("conf-2", "nearly all conflict"),
)
"""Classes of balance with what they mean, from cooperation to conflict."""
_NICE = (1, 2, 5)


def shade(balance: float | None) -> str:
    """The class of a balance; `none` without stories.

    >>> [shade(b) for b in (1.0, 0.3, 0.0, -0.2, -0.7, None)]
    ['coop-2', 'coop-1', 'even', 'conf-1', 'conf-2', 'none']
    """
    if balance is None:
        return "none"
    side = "coop" if balance > 0 else "conf"
    size = abs(balance)
    return "even" if size < CLEAR else f"{side}-{1 if size < STRONG else 2}"


def hatched(kind: str) -> bool:
    """Whether a class is drawn with lines too, since colour alone must not say it."""
    return kind.startswith("conf")


def breaks(numbers: Sequence[int], steps: int = 5) -> tuple[int, ...]:
    """Round numbers from which on a deeper colour begins, so that each is used about as often; the first is 1.

    >>> breaks([1, 1, 2, 3, 8, 30, 200])
    (1, 2, 5, 20)
    """
    if not numbers:
        return ()
    cuts = np.quantile(np.asarray(numbers, float), [n / steps for n in range(1, steps)])
    return tuple(sorted({1, *(_nice(float(cut)) for cut in cuts)}))


def depth(number: int, cuts: Sequence[int]) -> int:
    """How many of the breaks a number reaches, 0 for none."""
    return sum(number >= cut for cut in cuts)


def _nice(number: float) -> int:
    """The largest of 1, 2, 5, 10, 20, 50, ... that is not above a number."""
    power = 10 ** int(np.floor(np.log10(max(1.0, number))))
    return int(max(step * power for step in _NICE if step * power <= max(1.0, number)))
