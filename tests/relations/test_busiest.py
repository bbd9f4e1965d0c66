"""Which pairs most is told of, with their years."""

import pytest

from facta.relations.busiest import busiest
from facta.store import open_store
from tests.web.demo import coded


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(coded(tmp_path_factory), read_only=True) as store:
        yield store


def test_years_of_a_busy_pair_add_up(store):
    """To its dated stories."""
    pair = busiest(store, 1)[0]
    (row,) = store.sql(
        """
        SELECT count(DISTINCT id) AS n FROM story_dyads
        WHERE status = 'actual' AND first_day IS NOT NULL AND actor IN (?, ?) AND recipient IN (?, ?)
        """,
        [pair.a, pair.b, pair.a, pair.b],
    )
    assert row["n"] == sum(y.words_coop + y.words_conf + y.deeds_coop + y.deeds_conf for y in pair.years)
