"""What sites call the parts of their pages, in classes, ids, addresses and meta elements: `called.toml`, asked by group."""

import re
from functools import cache

from facta.values.listed import Listed

_LISTED = Listed("facta.read", "called.toml")
names, either = _LISTED.names, _LISTED.either
"""The names of a group, and its patterns as one to be built into a longer one (`values.listed`)."""


@cache
def word(group: str) -> re.Pattern[str]:
    """A pattern for one of a group as a whole word of a class or id, in any case.

    >>> bool(word("beside").search("left side-bar")), bool(word("beside").search("insider"))
    (True, False)
    """
    return re.compile(rf"(?:^|[\s_-]){either(group)}(?:$|[\s_-])", re.IGNORECASE)
