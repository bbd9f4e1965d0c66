"""Closed word lists of English (pronouns, abbreviations, words of time, head nouns), read once from `lexicon.toml`."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(table: str, name: str) -> frozenset[str]:
    """One list of the lexicon, in lower case; KeyError for a list that is not there.

    >>> "monday" in words("time", "names")
    True
    """
    return frozenset(_tables()[table][name])


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("facta.language").joinpath("lexicon.toml").read_text("utf-8"))
