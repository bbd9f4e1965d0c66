"""Errors say what was asked, what exists, and what to do next."""

import inspect

import pytest

from facta import errors
from facta.errors import FactaError, unknown

CHILDREN = [e for _, e in inspect.getmembers(errors, inspect.isclass) if issubclass(e, FactaError)]


@pytest.mark.parametrize("error", CHILDREN)
def test_every_error_says_whose_it_is_and_is_one_of_ours(error):
    """So that surfaces can turn each into one line."""
    assert issubclass(error, FactaError) and error.__doc__
    assert "what happened" == str(error("what happened"))


@pytest.mark.parametrize(
    ("asked", "known", "sentence"),
    [
        ("cvs", ["jsonl", "csv"], "No form 'cvs'. Did you mean 'csv'? Known: csv, jsonl."),
        ("x", ["jsonl", "csv"], "No form 'x'. Known: csv, jsonl."),
        ("x", [], "No form 'x'. Known: none."),
        ("", ["csv"], "No form ''. Known: csv."),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest_and_with_all(asked, known, sentence):
    """In order."""
    assert sentence == unknown("form", asked, known)
