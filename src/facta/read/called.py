"""What sites call the parts of their pages, in classes, ids, addresses and meta elements: `called.toml`, asked by group."""

import re
import tomllib
from functools import cache
from importlib.resources import files


def names(group: str) -> list[str]:
    """The names of a group, in their order."""
    return _groups()[group]


@cache
def either(group: str) -> str:
    """The patterns of a group as one that fits any of them, to be built into a longer one.

    >>> either("print_folders")
    '(?:print|drucken|imprimer)'
    """
    return f"(?:{'|'.join(names(group))})"


@cache
def word(group: str) -> re.Pattern[str]:
    """A pattern for one of a group as a whole word of a class or id, in any case.

    >>> bool(word("beside").search("left side-bar")), bool(word("beside").search("insider"))
    (True, False)
    """
    return re.compile(rf"(?:^|[\s_-]){either(group)}(?:$|[\s_-])", re.IGNORECASE)


@cache
def _groups() -> dict[str, list[str]]:
    return tomllib.loads(files(__package__).joinpath("called.toml").read_text("utf-8"))
