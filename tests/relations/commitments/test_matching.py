"""Whether an act answers a commitment: who does it, of what type, about what."""

import numpy as np
import pyarrow as pa
import pytest

from facta.events.ontology import ontology
from facta.relations.commitments import matching
from facta.relations.commitments.answers import Answer
from facta.relations.commitments.matching import FEATURES, FOUGHT, LEAST, OFF, features, matches
from facta.relations.stories import Stories

WIDTH = 4


def stories(*rows):
    """Stories with the columns that are compared."""
    texts, kinds = pa.list_(pa.string()), dict.fromkeys(("reverse", "joint", "aside", "undoes"), pa.bool_())
    kinds |= {"contexts": texts, "terms": texts, "subject": pa.list_(pa.int8())}
    names = ("type", "status", "mode", "standing", "rung", "date_precision", *kinds)
    columns = {name: pa.array([row[name] for row in rows], kinds.get(name, pa.string())) for name in names}
    return Stories(pa.table(columns), np.zeros(len(rows), np.int64))


def one(kind="AGREE", **told):
    """A story on the rung of its type."""
    row = {
        **{"type": kind, "status": "actual", "mode": None, "standing": None, "rung": ontology().rung(kind, None, "actual", "")},
        "date_precision": "day",
        **dict.fromkeys(("reverse", "joint", "aside", "undoes"), False),
        **{"contexts": ["military"], "terms": ["s-400"], "subject": [127, 0, 0, 0]},
    }
    assert not told.keys() - row.keys()
    return row | told


def compared(commitment, act):
    """Features by name, and the way."""
    x, way = features(stories(commitment), stories(act))
    return dict(zip(FEATURES, x[0, 0].round(4).tolist(), strict=True)), Answer(way[0, 0])


def test_acts_about_the_same_thing_have_every_likeness():
    """The same direction of subject, a rare word and a context in common."""
    x, way = compared(one(), one("COOPERATE"))
    want = {"subject": 1, "terms": 1, "rarest": 1, "context": 1}
    assert (dict.fromkeys(FEATURES, 0) | want, Answer.KEPT) == (x, way)


def test_acts_about_other_things_have_none():
    """Other words, and contexts of which none is the same."""
    x, way = compared(one(), one("COOPERATE", contexts=["aid"], terms=["tents"], subject=(0, 127, 0, 0)))
    assert (dict.fromkeys(FEATURES, 0) | {"other_context": 1}, Answer.KEPT) == (x, way)


def test_the_form_of_a_deal_makes_it_about_nothing_else():
    """A pact on arms and an act about arms are no two things, whatever the pact is called."""
    found = [
        compared(one(contexts=made), one("COOPERATE", contexts=["military"]))[0] for made in (["treaty"], ["trade", "treaty"])
    ]
    assert [0, 1] == [x["other_context"] for x in found]


def test_the_forms_of_a_word_are_the_same_word():
    """Expelled is what was to be expelled."""
    x, _ = compared(one(terms=["expel"]), one("COOPERATE", terms=["Expelled"]))
    assert (1, 1) == (x["terms"], x["rarest"])


def test_a_word_of_many_acts_is_rare_no_more(monkeypatch):
    """It still counts among the words shared."""
    monkeypatch.setattr(matching, "MANY", 1)
    acts = stories(one("COOPERATE", terms=["SYR", "s-400"]), one("COOPERATE", terms=["SYR", "tents"]))
    x, _ = features(stories(one(terms=["SYR", "s-400"]), one(terms=["SYR", "wheat"])), acts)
    rarest, shared = (x[..., FEATURES.index(name)].tolist() for name in ("rarest", "terms"))
    assert ([[1, 0], [0, 0]], [[1, 0.5], [0.5, 0.5]]) == (rarest, shared)


def test_what_names_nothing_is_neither_alike_nor_other():
    """No context, no word, no vector."""
    nothing = one("COOPERATE", contexts=[], terms=[], subject=(0, 0, 0, 0))
    x, _ = compared(one(), nothing)
    assert {0.0} == set(x.values())


def test_words_are_shared_as_a_part_of_the_shorter_list():
    """One of two; rarest are the first four of each."""
    five = ["a1", "b1", "c1", "d1", "s-400"]
    x, _ = compared(one(terms=five), one("COOPERATE", terms=["s-400", "other"]))
    assert (0.5, 0.0) == (x["terms"], x["rarest"])


@pytest.mark.parametrize(
    ("made", "done", "way"),
    [
        ({}, {}, Answer.KEPT),
        ({}, {"reverse": True}, Answer.NONE),
        ({"reverse": True}, {"reverse": True}, Answer.KEPT),
        ({}, {"reverse": False, "joint": True}, Answer.KEPT),
        ({"reverse": True}, {"joint": True}, Answer.KEPT),
        ({"joint": True}, {"reverse": True}, Answer.KEPT),
        ({}, {"reverse": True, "standing": "hosted"}, Answer.KEPT),
        ({"standing": "hosted"}, {"reverse": True}, Answer.KEPT),
        ({"standing": "concluded"}, {}, Answer.KEPT),
    ],
)
def test_whoever_committed_itself_must_act(made, done, way):
    """The other side's deed is no answer, unless the promise or the deed is of both, as a visit is of guest and host, or it means
    something like."""
    unlike = one("COOPERATE", **done) | {"subject": [0, 127, 0, 0]}
    assert way is compared(one(**made), unlike)[1]


@pytest.mark.parametrize(
    ("done", "way", "flags"),
    [
        (one("COOPERATE"), Answer.KEPT_IF, set()),
        (one("MOBILIZE"), Answer.KEPT, {"untyped"}),
        (one("MOBILIZE", undoes=True), Answer.BROKEN, {"untyped", "broken"}),
        (one("MOBILIZE", standing="alleged"), Answer.NONE, {"untyped"}),
        (one("MOBILIZE", subject=[70, 106, 0, 0]), Answer.NONE, {"untyped"}),
        (one("PROTEST"), Answer.NONE, {"untyped"}),
        (one("ACCUSE"), Answer.NONE, {"untyped"}),
        (one("SANCTION", undoes=True), Answer.BROKEN, {"broken"}),
        (one("SANCTION"), Answer.BROKEN, {"broken"}),
        (one("REJECT"), Answer.BROKEN, {"broken"}),
        (one("AID", reverse=True), Answer.KEPT, {"other"}),
        (one("AID", reverse=True, undoes=True), Answer.NONE, {"other"}),
        (one("SANCTION", reverse=True), Answer.NONE, {"other"}),
        (one("AID", aside=True), Answer.KEPT, {"aside"}),
        (one("AID", aside=True, undoes=True), Answer.KEPT, {"aside"}),
    ],
)
def test_a_deed_of_like_meaning_may_answer_whatever_its_type_and_side(done, way, flags):
    """It keeps or breaks by what its sentence says; where the type says which, that holds. Words are no deed of a state, nor are
    protests; and the other side is told to do only what it is given."""
    x, found = compared(one("AID", status="planned"), done)
    assert (way, flags) == (found, {name for name in ("aside", "untyped", "other", "broken") if x[name]})


@pytest.mark.parametrize(
    ("done", "way"),
    [
        (one("SANCTION"), Answer.KEPT),
        (one("SANCTION", undoes=True), Answer.NONE),
        (one("COOPERATE"), Answer.NONE),
        (one("COOPERATE", undoes=True), Answer.NONE),
        (one("COOPERATE", reverse=True), Answer.NONE),
        (one("RETREAT", reverse=True), Answer.NONE),
    ],
)
def test_a_threat_is_kept_by_what_harms_alone_where_types_say_nothing(done, way):
    """Nor is what the threatened side gives an answer of whoever threatened."""
    assert way is compared(one("THREATEN", mode="violence"), done)[1]


def test_giving_way_breaks_a_threat_however_it_is_told():
    """Sanctions that `are lifted` keep no threat of them."""
    assert [Answer.BROKEN] * 2 == [compared(one("THREATEN", mode="restrict"), one("RETREAT", undoes=u))[1] for u in (False, True)]


def test_some_types_answer_only_in_the_same_context():
    """A visit keeps an agreement about the same, or of like meaning, and is nothing to another."""
    other = {"subject": [0, 127, 0, 0]}
    told = ((["military"], other), (["aid"], other), ([], {}))
    found = [compared(one(), one("CONSULT", contexts=contexts, **more)) for contexts, more in told]
    assert [Answer.KEPT_IF, Answer.NONE, Answer.KEPT_IF] == [way for _, way in found]
    assert [1.0] * 3 == [x["kept_if"] for x, _ in found]


@pytest.mark.parametrize(
    ("done", "way"),
    [
        ({"reverse": True, "mode": "visit"}, Answer.KEPT),
        ({"mode": "visit"}, Answer.NONE),
        ({"mode": "visit", "standing": "hosted"}, Answer.KEPT),
        ({"joint": True}, Answer.NONE),
    ],
)
def test_an_invitation_is_kept_by_its_guest(done, way):
    """By a visit, of which guest or host may be told to act; that both meet somewhere keeps none."""
    assert way is compared(one(standing="invited"), one("CONSULT", **done))[1]


def test_an_invitation_is_broken_by_calling_it_off():
    """The guest declines."""
    assert Answer.BROKEN is compared(one(standing="invited"), one("REJECT", reverse=True, mode="meet"))[1]


def test_what_is_agreed_on_is_kept_by_signing_it():
    """What is signed already is not kept by signing something else."""
    signed = one(standing="concluded")
    assert [Answer.KEPT, Answer.NONE] == [compared(made, signed)[1] for made in (one(), signed)]
    assert Answer.NONE is compared(one(), one())[1]


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
    monkeypatch.setattr(matching, "FEW", 0)
    assert [] == matches(stories(one(reverse=True)), acts, 0.01).act.tolist()


def test_the_contrary_breaks():
    """A sanction breaks an agreement, and so does an attack, however it is told; an accusation is nothing to it."""
    assert Answer.BROKEN is compared(one(), one("ASSAULT"))[1]
    assert [Answer.BROKEN, Answer.NONE] == [compared(one(), one(kind, undoes=True))[1] for kind in ("SANCTION", "ACCUSE")]


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
        monkeypatch.setattr(matching, "FEW", few)
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
