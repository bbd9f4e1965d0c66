"""Forms in which rows leave a store, one module a form.

An export has `SHAPE`, the shape of rows it takes from `Store.rows`, and `write(rows, out) -> Written`, which writes to a binary
stream; another distribution adds one through the entry point group `facta.store.exports`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Written:
    """What an export did."""

    rows: int
    notes: Sequence[str] = field(default=())
    """What a person should know about the result, a line each, for stderr."""
