"""Lists of words or patterns of a room's TOML file, asked by group."""

import tomllib
from functools import cached_property
from importlib.resources import files


class Listed:
    """The groups of one file, read when first asked for.

    >>> Listed("facta.resolve", "cues.toml").either("formerly")
    '(?:previously|formerly|earlier)'
    """

    def __init__(self, package: str, file: str) -> None:
        """file: a TOML file of lists beside the modules of a package."""
        self.package, self.file = package, file

    @cached_property
    def _groups(self) -> dict[str, list[str]]:
        return tomllib.loads(files(self.package).joinpath(self.file).read_text("utf-8"))

    def names(self, group: str) -> list[str]:
        """A group's, in their order; KeyError when there is none of this name."""
        return self._groups[group]

    def either(self, group: str) -> str:
        """The patterns of a group as one that fits any of them, to be built into a longer one."""
        return f"(?:{'|'.join(self.names(group))})"
