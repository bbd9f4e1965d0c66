"""Some words are searched for what the tables know."""

from itertools import pairwise

import pytest

from facta.resolve import Tables
from facta.resolve.hits import known


def test_hits_do_not_overlap_and_the_longest_counts(tables: Tables) -> None:
    """`South Korea` is no Korea with something before it."""
    text = "the foreign ministers of South Korea and the United Arab Emirates"
    found = known(text, tables, None)
    assert all(a.last <= b.first for a, b in pairwise(found))
    assert ["South Korea", "United Arab Emirates"] == [h.names[0].name for h in found if h.names]


@pytest.mark.parametrize(("text", "names"), [("IS", ["Islamic State"]), ("is", []), ("turkey", []), ("Turkey", ["Turkey"])])
def test_a_name_is_known_only_as_it_is_written(tables: Tables, text: str, names: list[str]) -> None:
    """A verb and a bird are no parties."""
    assert names == [hit.names[0].name for hit in known(text, tables, None)]
