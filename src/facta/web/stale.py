"""Whether what a form was made from still stands: where two people judge one thing, nothing is undone unseen."""

from collections.abc import Mapping
from hashlib import sha256

import msgspec

from facta.errors import UsageError

FIELD = "seen"
"""The form's field with the mark of what it shows."""


def mark(*parts: object) -> str:
    """Twelve digits that change when what was shown does: records, words, times, or None.

    >>> mark("kept", None) == mark("kept", None), mark("kept", None) == mark("rejected", None)
    (True, False)
    """
    return sha256(msgspec.json.encode(parts)).hexdigest()[:12]


def changed(form: Mapping[str, str], now: str) -> bool:
    """Whether a form was made from something else than what stands now; UsageError where it does not say what from."""
    if not form.get(FIELD):
        raise UsageError(f"The form does not say what it was made from (its field {FIELD!r}). Load the page again and send that.")
    return form[FIELD] != now
