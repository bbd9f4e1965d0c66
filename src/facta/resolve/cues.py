"""The words of English news by which rules tell whose an act is, when it was and on whose word: `cues.toml`, asked by group."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def either(group: str) -> str:
    """The patterns of a group as one that fits any of them, to be built into a longer one.

    >>> either("formerly")
    '(?:previously|formerly|earlier)'
    """
    return f"(?:{'|'.join(_groups()[group])})"


@cache
def _groups() -> dict[str, list[str]]:
    return tomllib.loads(files("facta.resolve").joinpath("cues.toml").read_text("utf-8"))
