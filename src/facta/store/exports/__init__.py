"""Forms in which rows leave a store, one module a form (`Export`), found by its being here.

Another distribution adds one through the entry point group `facta.store.exports`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from facta import plugins
from facta.errors import UsageError, unknown

if TYPE_CHECKING:
    from facta.store.rowset import Rows
    from facta.store.shapes import Shape

PARTS = ("SHAPE", "write")


@dataclass(frozen=True)
class Written:
    """What an export did."""

    rows: int
    notes: Sequence[str] = field(default=())
    """What a person should know about the result, a line each, for stderr."""


class Export(Protocol):
    """A form: a module of this package, or one that another distribution adds."""

    SHAPE: "Shape"
    """The shape of the rows that it takes from `Store.rows`."""

    def write(self, rows: "Rows", out: BinaryIO) -> Written:
        """Write the rows, one at a time, to a binary stream that cannot seek."""


def load(name: str, *, acts: bool = True) -> Export:
    """The form of this name; UsageError names those that exist. acts: whether events or stories are to be written.

    Other records cannot be written in a form of acts, so it is not among those that are named for them.
    """
    known = plugins.names(__name__)
    found = cast(Export, plugins.load(__name__, name)) if acts or name in known else None
    if found and (acts or not of_acts(found)):
        return found
    fit = [one for one in known if not of_acts(load(one))]
    if found:
        raise UsageError(
            f"The form {name} holds events and stories only: facta export --format {name}. Known here: {', '.join(fit)}."
        )
    raise UsageError(unknown("export", name, fit))


def of_acts(export: Export) -> bool:
    """Whether a form says of every act that it happened, as the module's `OF_ACTS` tells (nothing told: no).

    Such a form gets only `actual` acts unless others are asked for, and of each story the telling that shows it best.
    """
    return bool(getattr(export, "OF_ACTS", False))
