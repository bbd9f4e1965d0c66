import pytest

from facta.language.lexicon import words


def test_words_are_in_lower_case() -> None:
    """Lists are compared with lower-case words, so they hold nothing else."""
    lists = [("abbreviations", "other"), ("time", "names"), ("heads", "role"), ("pronouns", "person"), ("sentences", "starters")]
    assert [w for table, name in lists for w in words(table, name) if w != w.lower()] == []


def test_an_unknown_list_is_an_error() -> None:
    """A list that is not there is a mistake of the caller."""
    with pytest.raises(KeyError):
        words("time", "nonsense")
