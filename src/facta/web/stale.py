"""Whether what a form was made from still stands: where two people judge one thing, nothing is undone unseen."""

from hashlib import sha256

import msgspec

FIELD = "seen"
"""The form's field with the mark of what it shows."""


def mark(*parts: object) -> str:
    """Twelve digits that change when what was shown does: records, words, times, or None.

    >>> mark("kept", None) == mark("kept", None), mark("kept", None) == mark("rejected", None)
    (True, False)
    """
    return sha256(msgspec.json.encode(parts)).hexdigest()[:12]
