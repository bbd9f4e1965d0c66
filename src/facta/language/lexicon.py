"""Closed word lists of English (pronouns, abbreviations, words of time, head nouns), read once from `lexicon.toml`."""

from functools import cache

from facta.values.datafile import load


@cache
def words(table: str, name: str) -> frozenset[str]:
    """One list of the lexicon, in lower case; KeyError for a list that is not there.

    >>> "monday" in words("time", "names")
    True
    """
    return load("facta.language", "lexicon.toml", dict[str, dict[str, frozenset[str]]])[table][name]
