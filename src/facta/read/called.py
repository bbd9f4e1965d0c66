"""What sites call the parts of their pages, in classes, ids, addresses and meta elements: `called.toml`, asked by group."""

import re
from functools import cache

from facta.values import datafile


def names(group: str) -> datafile.Words:
    """Of a group, in their order; KeyError when there is none of this name."""
    return datafile.load("facta.read", "called.toml", dict[str, datafile.Words])[group]


def either(group: str) -> str:
    """The patterns of a group as one, to be built into a longer one."""
    return datafile.either(names(group))


@cache
def word(group: str) -> re.Pattern[str]:
    """A pattern for one of a group as a whole word of a class or id, in any case.

    >>> bool(word("beside").search("left side-bar")), bool(word("beside").search("insider"))
    (True, False)
    """
    return re.compile(rf"(?:^|[\s_-]){either(group)}(?:$|[\s_-])", re.IGNORECASE)
