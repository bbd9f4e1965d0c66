"""A person says whether a deed answers a commitment."""

import pytest

from facta.errors import FactaError, UsageError
from facta.relations import judge, withdraw
from facta.stories import update
from tests.relations.commitments.ledger_makers import delivered, filled, halted, only, promised, told
from tests.stories.story_makers import act, event_id, prose, put, report

UNLIKE = "Russian engineers repaired a dam near Harbin."


def test_a_rejected_match_is_no_answer_any_more(store):
    """The next one is looked for, and there is none."""
    filled(store, promised(), delivered())
    judge(store, "CHN", "RUS", event_id("a"), event_id("b"), answers=False)
    assert ("open", None) == (only(store).state, only(store).deed)


def test_a_confirmed_match_is_the_answer_though_nothing_in_it_is_alike(store):
    """A person knows better, whatever the score and the horizon."""
    filled(store, promised(), delivered("2018-05-01", UNLIKE, "AID"))
    assert "open" == only(store).state
    judge(store, "CHN", "RUS", event_id("a"), event_id("b"), answers=True)
    for horizon in (365, 10):
        one = only(store, horizon=horizon)
        assert ("kept", event_id("b"), 1.0, "confirmed", "AID: a person said so") == (
            one.state,
            one.deed,
            one.score,
            one.verdict,
            one.reason,
        )


def test_an_answer_that_only_names_the_other_state_may_be_judged(store):
    """It stands in the ledger, so a person may say what it is."""
    words = "Russia took its last S-400 systems out of China."
    made = act("CONCEDE", "RUS", "CHN", "Russia agreed to take its S-400 systems out of China.", date="2018-01-10")
    filled(store, made, act("RETREAT", "RUS", words=words, date="2018-03-01", mode="withdraw"))
    assert event_id("b") == only(store).deed
    judge(store, "CHN", "RUS", event_id("a"), event_id("b"), answers=False)
    assert ("open", None) == (only(store).state, only(store).deed)
    judge(store, "CHN", "RUS", event_id("a"), event_id("b"), answers=True)
    assert ("kept", "confirmed") == (only(store).state, only(store).verdict)


SENT, HALTED = "Russia sent China a squad of sappers.", "Russia halted the dispatch of sappers to China."


@pytest.mark.parametrize(
    ("kind", "words", "state"),
    [
        *(("MOBILIZE", SENT, "kept"), ("MOBILIZE", HALTED, "broken"), ("ASSAULT", HALTED, "broken")),
        *(("SANCTION", SENT, "broken"), ("SANCTION", HALTED, "broken"), ("REJECT", SENT, "broken")),
    ],
)
def test_a_confirmed_deed_goes_by_its_sentence_where_its_type_is_no_answer(store, kind, words, state):
    """As the ledger itself takes it; what breaks by its type does."""
    filled(
        store,
        promised(words="Russia will give China sappers.", kind="AID", status="planned"),
        delivered(words=words, kind=kind),
    )
    judge(store, "CHN", "RUS", event_id("a"), event_id("b"), answers=True)
    assert (state, "confirmed") == (only(store).state, only(store).verdict)


def test_a_confirmed_breach_stays_one(store):
    """What the types of both say holds; a person may say otherwise, and change their mind."""
    filled(store, promised(), halted())
    found = []
    for way in (None, "kept", "broken", None):
        judge(store, "CHN", "RUS", event_id("a"), event_id("b"), answers=True, way=way)
        found.append((only(store).state, only(store).verdict))
    assert [(state, "confirmed") for state in ("broken", "kept", "broken", "broken")] == found


def test_an_act_of_no_answering_type_may_be_said_to_break(store):
    """Else one that is confirmed keeps."""
    filled(store, promised(), act("ACCUSE", "RUS", "CHN", UNLIKE, date="2018-03-01"))
    states = []
    for way in (None, "broken"):
        judge(store, "CHN", "RUS", event_id("a"), event_id("b"), answers=True, way=way)
        states.append(only(store).state)
    assert ["kept", "broken"] == states


def test_what_is_confirmed_goes_before_what_is_first(store):
    """Also before an act that would have broken it."""
    filled(store, promised(), halted("2018-02-01"), delivered("2018-05-01", UNLIKE, "AID"))
    judge(store, "CHN", "RUS", event_id("a"), event_id("c"), answers=True)
    assert ("kept", event_id("c")) == (only(store).state, only(store).deed)


def test_the_last_word_on_a_match_holds(store):
    """A person may change their mind."""
    filled(store, promised(), delivered())
    states = []
    for kept in (False, True, False):
        judge(store, "CHN", "RUS", event_id("a"), event_id("b"), answers=kept)
        states.append((only(store).state, only(store).verdict))
    assert [("open", None), ("kept", "confirmed"), ("open", None)] == states


def test_verdicts_outlive_coding_again_and_folding_again(store):
    """They are kept by the ids of events, which are the same each time."""
    filled(store, promised(), delivered())
    judge(store, "CHN", "RUS", event_id("a"), event_id("b"), answers=False)
    put(store, told("a", promised()))
    put(store, told("b", delivered()))
    assert "open" == only(store).state
    store.forget("b")
    update(store)
    put(store, told("b", delivered()))
    assert "open" == only(store).state


def test_a_verdict_holds_for_every_telling_of_the_two_acts(store):
    """What was said of one report's telling is said of the story."""
    filled(store, promised(), delivered())
    put(
        store,
        report("y", delivered(), text=prose(3), published="2018-03-01"),
        report("x", promised(), text=prose(4), published="2018-01-10"),
    )
    judge(store, "CHN", "RUS", event_id("x"), event_id("y"), answers=False)
    assert ("open", 2) == (only(store).state, only(store).reports)


def test_the_beginning_of_an_id_is_enough_for_a_verdict(store):
    """From six characters on."""
    filled(store, promised(), delivered())
    judge(store, "CHN", "RUS", event_id("a")[:9], event_id("b")[:6], answers=False)
    assert "open" == only(store).state


@pytest.mark.parametrize(("asked", "says"), [("e00000000", "e00000000"), ("e0", "e0"), ("a", "is not an event but page a")])
def test_a_verdict_on_what_is_no_event_is_refused(store, asked, says):
    """Nothing is remembered."""
    filled(store, promised(), delivered())
    with pytest.raises(FactaError, match=says):
        judge(store, "CHN", "RUS", event_id("a"), asked, answers=True)
    assert "kept" == only(store).state and not only(store).verdict


@pytest.mark.parametrize(
    ("pair", "match", "says"),
    [
        (("CHN", "RUS"), "cb", "is no commitment of China and Russia"),
        (("CHN", "RUS"), "ba", "is no commitment of China and Russia"),
        (("CHN", "RUS"), "ac", "is no act that could answer a commitment of China and Russia"),
        (("IND", "JPN"), "ab", "is no commitment of India and Japan"),
        (("CHN", "RUS"), "aa", "tell the same act"),
    ],
)
def test_a_verdict_on_what_the_ledger_of_the_pair_could_not_hold_is_refused(store, pair, match, says):
    """Acts of others, the two the wrong way round, another pair, an act as its own answer; nothing is remembered."""
    filled(store, promised(), delivered(), act("AGREE", "IND", "JPN", "India agreed to lend Japan a tiger.", date="2018-02-02"))
    with pytest.raises(UsageError, match=says):
        judge(store, *pair, *map(event_id, match), answers=True)
    assert [{"n": 0}] == list(store.sql("SELECT count(*) AS n FROM verdicts"))


def test_a_refusal_leads_to_what_the_event_is_taken_for(store):
    """Its story, which other tellings may have made one of other states."""
    filled(store, promised(), delivered())
    (told,) = store.sql("SELECT story FROM tellings WHERE event = ?", [event_id("a")])
    with pytest.raises(UsageError, match=f"India and Japan. `facta explain {told['story']}` shows the act that it tells."):
        judge(store, "IND", "JPN", event_id("a"), event_id("b"), answers=True)


def test_what_was_said_may_be_withdrawn(store):
    """By any telling of the two acts; a second time there is nothing to withdraw."""
    filled(store, promised(), delivered())
    put(store, report("x", promised(), text=prose(4), published="2018-01-10"))
    judge(store, "CHN", "RUS", event_id("a"), event_id("b"), answers=False)
    withdraw(store, event_id("x"), event_id("b"))
    assert ("kept", None) == (only(store).state, only(store).verdict)
    with pytest.raises(UsageError, match="Nobody has said whether"):
        withdraw(store, event_id("a"), event_id("b"))
