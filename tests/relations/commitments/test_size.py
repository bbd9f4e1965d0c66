"""How many commitments the ledgers of pairs hold."""

from facta.relations.commitments.size import sizes
from tests.relations.commitments.ledger_makers import delivered, entries, filled, promised
from tests.stories.story_makers import act


def test_a_pair_counts_what_its_ledger_tells(store):
    """In either direction, announced acts too; deeds, and what is only possible, are none."""
    filled(
        store,
        promised(),
        delivered(),
        act("THREATEN", "CHN", "RUS", "China threatened Russia with tariffs.", date="2018-02-01"),
        act("CONSULT", "RUS", "CHN", "Russia will visit China in May.", date="2018-05-02", mode="visit", status="planned"),
        promised("2018-02-03", "Russia may sell China tea.", status="possible"),
    )
    assert {("CHN", "RUS"): 3} == dict(sizes(store))
    assert 3 == len(entries(store))


def test_an_empty_store_has_no_ledgers(store):
    """No pair has a key."""
    assert {} == dict(sizes(store))
