"""Every error a user can cause, so that surfaces can turn each into one clear line.

A message says what was asked, what exists, and what to do next. Only these cross room borders on purpose; anything else that
escapes a step is a bug, and the pipeline keeps it as a Problem on the record it happened to.
"""

from collections.abc import Iterable
from difflib import get_close_matches


class FactaError(Exception):
    """Base of all errors meant for a person; its text is the line the person reads."""


class UsageError(FactaError):
    """The command or call itself is off (unknown option value, contradictory arguments); exit code 2."""


class InputError(FactaError):
    """One input cannot be read (missing, empty, binary, too large); the other inputs go on; exit code 1."""


class StoreError(FactaError):
    """A store cannot be opened, read or written (locked, corrupt, newer than this facta); exit code 1."""


class OldStoreError(StoreError):
    """A store that an older facta wrote is opened for reading only; any writing brings it up to date; exit code 1."""


class NotFoundError(FactaError):
    """A store that can be read holds nothing by the id, key or address asked for, or several; exit code 1."""


class DataError(FactaError):
    """A data file of ours or of the user's breaks its own rules; the text names file, row and field; exit code 2."""


def unknown(kind: str, asked: str, known: Iterable[str]) -> str:
    """The standard sentence for a name that does not exist: what was asked, the nearest, what there is.

    >>> unknown("export", "cvs", ["csv", "jsonl"])
    "No export 'cvs'. Did you mean 'csv'? Known: csv, jsonl."
    """
    names = sorted(known)
    near = get_close_matches(asked, names, n=1, cutoff=0.6)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return f"No {kind} {asked!r}.{hint} Known: {', '.join(names) or 'none'}."
