"""A store says by which rules its stories were made, and is folded again where they have changed."""

import json
from hashlib import sha256

import pytest

from facta.relations import judge, ledger
from facta.store import corrections, open_store
from facta.stories import outdated, pending, rules, update
from tests.stories.story_makers import act, event_id, mark_of_old_rules, prose, put, report, snapshot

SALE = "China agreed to sell the harbour cranes of Dalian to Russia."
DELIVERY = "China delivered the harbour cranes of Dalian to Russia."
SHAPE = "904bc7c55441"
"""Of `pinned`, under revision 8. Where a change of code makes another: raise `revision` in rules.toml, put the new one here."""


def filled(store):
    """A commitment, the deed that keeps it, told twice, acts that stay apart, and an invitation."""
    return put(
        store,
        report("a", act("AGREE", "CHN", "RUS", SALE, date="2018-01-10"), text=prose(1), published="2018-01-10"),
        report("b", act("COOPERATE", "CHN", "RUS", DELIVERY, date="2018-03-01"), text=prose(2), published="2018-03-01"),
        report("c", act("COOPERATE", "CHN", "RUS", DELIVERY, date="2018-03-01"), text=prose(3), published="2018-03-02"),
        report("d", act("SANCTION", "USA", "CHN", date="2018-02-01"), text=prose(4)),
        report("e", act("CONSULT", "CHN RUS", date="2018-04-03"), act("CONSULT", "DEU FRA", date="2018-04-03")),
        report("f", act("CONSULT", "RUS CHN", date="2018-04-03"), site="Star", text=prose(5)),
        report("g", act("AGREE", "CHN", "RUS", "China invited Vladimir Putin to Harbin.", date="2018-04-20"), text=prose(6)),
    )


def pinned(store):
    """What stories say, but for what the encoder makes of it, whose last digits are the machine's."""
    told = [{k: v for k, v in one.items() if k not in ("subject", "undoes")} for one in snapshot(store)["stories"]]
    return sha256(json.dumps(told, default=str, sort_keys=True).encode()).hexdigest()[:12]


def test_the_revision_stands_for_what_the_code_makes_of_events(store):
    """A change of code that makes other stories without a new number would leave old stores as they are, and nobody told."""
    assert ("8", SHAPE) == (rules.rules().partition("-")[0], pinned(filled(store)))


def test_a_store_is_marked_by_the_rules_it_was_folded_by(store):
    """One mark, however often it is folded; one without stories is never outdated."""
    assert not outdated(store)
    filled(store)
    put(store, report("h", act("AID", "JPN", "IND", date="2018-05-01")))
    assert (rules.rules(), False) == (rules.folded_by(store), outdated(store))
    assert 1 == len(list(store.sql("SELECT 1 FROM facta_store WHERE starts_with(name, 'stories ')")))


def test_stories_without_a_mark_are_of_other_rules(store):
    """A store folded before there were marks."""
    filled(store)
    with store.changing() as con:
        con.execute("DELETE FROM facta_store WHERE starts_with(name, 'stories ')")
    assert (None, True) == (rules.folded_by(store), outdated(store))


def test_the_next_update_folds_all_again_where_the_rules_have_changed(store):
    """What older rules made goes, whatever it was; the same stories come as in a new store."""
    whole = snapshot(filled(store))
    with mark_of_old_rules(store).changing() as con:
        con.execute("UPDATE stories SET intensity = 99")
        con.execute("UPDATE tellings SET story = 's-of-old' WHERE page_no = (SELECT min(no) FROM pages)")
    assert 0 == pending(store)
    assert 7 == update(store).pages
    assert (whole, False) == (snapshot(store), outdated(store))
    assert 0 == update(store).pages


def test_who_asks_for_it_has_all_folded_again_by_the_same_rules(store):
    """Nothing is other than before."""
    whole = snapshot(filled(store))
    assert (7, whole) == (update(store, again=True).pages, snapshot(store))


def test_what_a_person_said_outlives_folding_again(store):
    """A match that was rejected, an event that was corrected, and one that was rejected."""
    filled(store)
    (kept,) = [c for c in ledger(store, "CHN", "RUS").commitments if c.event == event_id("a")]
    assert "kept" == kept.state
    judge(store, "CHN", "RUS", event_id("a"), event_id("b"), answers=False)
    corrections.reject(store, "d", event_id("d"))
    update(mark_of_old_rules(store))
    (now,) = [c for c in ledger(store, "CHN", "RUS").commitments if c.event == event_id("a")]
    assert ("open", None) == (now.state, now.deed)
    assert ["rejected"] == [one.verdict for one in corrections.corrections(store)]
    assert [] == list(store.sql("SELECT 1 FROM stories WHERE \"type\" = 'SANCTION'"))


def test_folding_again_that_is_stopped_leaves_the_old_stories(store, monkeypatch):
    """And the mark that says so: all of it happens or nothing."""
    whole = snapshot(filled(store))
    mark_of_old_rules(store)

    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("facta.stories.fold._fold", stopped)
    with pytest.raises(KeyboardInterrupt):
        update(store)
    assert (whole, True) == (snapshot(store), outdated(store))


def test_the_mark_goes_along_into_a_folder_of_parquet_files(tmp_path):
    """Whoever opens the folder is told as well."""
    with open_store(tmp_path / "a.duckdb") as store:
        mark_of_old_rules(filled(store)).to_parquet(tmp_path / "folder")
    with open_store(tmp_path / "folder") as copy:
        assert ("0-old", True) == (rules.folded_by(copy), outdated(copy))
