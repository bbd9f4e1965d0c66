"""Which acts may answer which commitments, however many there are."""

import pytest

from facta.relations.commitments import compared, matching
from facta.relations.commitments.answers import Answer
from facta.relations.commitments.matching import matches
from facta.relations.commitments.scoring import FOUGHT, LEAST, OFF
from tests.relations.commitments.match_makers import one, stories


@pytest.mark.parametrize("least", [0.01, LEAST])
def test_an_attack_breaks_a_truce_whatever_words_tell_it(least):
    """No word, no context need be shared; of another agreement neither an attack is an answer nor is a delivery of a truce."""
    nothing = {"contexts": [], "terms": [], "subject": (0, 0, 0, 0)}
    made = stories(one(joint=True, standing="truce"), one(joint=True))
    found = matches(made, stories(one("ASSAULT", **nothing), one("COOPERATE", **nothing)), least)
    assert [(0, 0, Answer.BROKEN, FOUGHT)] == list(
        zip(found.commitment.tolist(), found.act.tolist(), found.way.tolist(), found.score.tolist(), strict=True)
    )
    alike = matches(made, stories(one("ASSAULT", joint=True)), least)
    assert [0, 1] == alike.commitment.tolist()
    assert FOUGHT == alike.score[0] < alike.score[1]


def test_who_calls_a_meeting_off_that_is_announced_names_it_in_few_other_words():
    """A rare word in common will do, as the name of who meets; not of a plan without a day, nor where nobody is the same."""
    plan = {"kind": "CONSULT", "status": "planned", "terms": ["boluarte", "visit"], "contexts": ["meeting"]}
    off = {"kind": "REJECT", "mode": "meet", "terms": ["boluarte", "trip"], "contexts": ["meeting"], "subject": (30, 123, 0, 0)}
    acts = stories(one(**off), one(**off | {"terms": ["arce"]}))
    found = matches(stories(one(**plan), one(**plan | {"date_precision": "reported"})), acts)
    assert [(0, 0, Answer.BROKEN, OFF)] == list(
        zip(found.commitment.tolist(), found.act.tolist(), found.way.tolist(), found.score.tolist(), strict=True)
    )


def test_like_meaning_will_do_without_a_word_in_common(monkeypatch):
    """From `LIKE` on; other words of another meaning make no candidate, nor of many acts the other side."""
    told = (("tents",), (127, 0, 0, 0)), (("tents",), (60, 112, 0, 0)), (("s-400",), (60, 112, 0, 0))
    acts = stories(*(one("COOPERATE", terms=terms, subject=subject) for terms, subject in told))
    for made in (one(), one(joint=True)):
        assert [0, 2] == matches(stories(made), acts, 0.01).act.tolist()
    assert [0] == matches(stories(one(reverse=True)), acts, 0.01).act.tolist()
    monkeypatch.setattr(compared, "FEW", 0)
    assert [] == matches(stories(one(reverse=True)), acts, 0.01).act.tolist()


def test_matches_are_the_pairs_that_score_enough(monkeypatch):
    """In blocks of any size the same, parted by kinds or not, by commitment."""
    away = [64, 0, 110, 0]  # not like enough to the others to answer by meaning
    made = stories(one(), one(terms=["tents"], contexts=["aid"], subject=(0, 127, 0, 0)), one("THREATEN", subject=away))
    acts = stories(
        one("COOPERATE"), one("AID", terms=["tents"], contexts=["aid"], subject=(0, 127, 0, 0)), one("SANCTION", subject=away)
    )
    found = []
    for cells, few in ((1, 0), (4, 0), (10**6, 0), (10**6, 10**6)):
        monkeypatch.setattr(matching, "_CELLS", cells)
        monkeypatch.setattr(compared, "FEW", few)
        m = matches(made, acts)
        assert (m.score >= LEAST).all() and (m.score <= 1).all()
        found.append(list(zip(m.commitment.tolist(), m.act.tolist(), m.way.tolist(), strict=True)))
    assert found[0] == found[1] == found[2] == found[3]
    assert {(0, 0, Answer.KEPT), (1, 1, Answer.KEPT), (2, 2, Answer.KEPT), (0, 2, Answer.BROKEN)} == set(found[0])


@pytest.mark.parametrize(("made", "done"), [((), ()), ((one(),), ()), ((), (one(),))])
def test_nothing_matches_nothing(made, done):
    """A commitment without any act after it, too."""
    assert 0 == len(matches(stories(*made), stories(*done)).commitment)


def test_of_countless_pairs_only_words_make_candidates(monkeypatch):
    """A large group's ledger would take minutes otherwise."""
    acts = stories(one("COOPERATE"), one("COOPERATE", terms=["tents"]))
    assert [0, 1] == matches(stories(one()), acts, 0.01).act.tolist()
    monkeypatch.setattr(matching, "COUNTLESS", 1)
    assert [0] == matches(stories(one()), acts, 0.01).act.tolist()
