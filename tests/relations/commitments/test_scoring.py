"""Whether an act answers a commitment: who does it, of what type, about what."""

import pytest

from facta.relations.commitments.answers import Answer
from facta.relations.commitments.scoring import FEATURES
from tests.relations.commitments.match_makers import one, one_pair


def test_acts_about_the_same_thing_have_every_likeness():
    """The same direction of subject, a rare word and a context in common."""
    x, way = one_pair(one(), one("COOPERATE"))
    want = {"subject": 1, "terms": 1, "rarest": 1, "context": 1}
    assert (dict.fromkeys(FEATURES, 0) | want, Answer.KEPT) == (x, way)


def test_acts_about_other_things_have_none():
    """Other words, and contexts of which none is the same."""
    x, way = one_pair(one(), one("COOPERATE", contexts=["aid"], terms=["tents"], subject=(0, 127, 0, 0)))
    assert (dict.fromkeys(FEATURES, 0) | {"other_context": 1}, Answer.KEPT) == (x, way)


def test_what_names_nothing_is_neither_alike_nor_other():
    """No context, no word, no vector."""
    nothing = one("COOPERATE", contexts=[], terms=[], subject=(0, 0, 0, 0))
    x, _ = one_pair(one(), nothing)
    assert {0.0} == set(x.values())


def test_words_are_shared_as_a_part_of_the_shorter_list():
    """One of two; rarest are the first four of each."""
    five = ["a1", "b1", "c1", "d1", "s-400"]
    x, _ = one_pair(one(terms=five), one("COOPERATE", terms=["s-400", "other"]))
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
    assert way is one_pair(one(**made), unlike)[1]


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
    x, found = one_pair(one("AID", status="planned"), done)
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
    assert way is one_pair(one("THREATEN", mode="violence"), done)[1]


def test_giving_way_breaks_a_threat_however_it_is_told():
    """Sanctions that `are lifted` keep no threat of them."""
    assert [Answer.BROKEN] * 2 == [one_pair(one("THREATEN", mode="restrict"), one("RETREAT", undoes=u))[1] for u in (False, True)]


def test_some_types_answer_only_in_the_same_context():
    """A visit keeps an agreement about the same, or of like meaning, and is nothing to another."""
    other = {"subject": [0, 127, 0, 0]}
    told = ((["military"], other), (["aid"], other), ([], {}))
    found = [one_pair(one(), one("CONSULT", contexts=contexts, **more)) for contexts, more in told]
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
    assert way is one_pair(one(standing="invited"), one("CONSULT", **done))[1]


def test_an_invitation_is_broken_by_calling_it_off():
    """The guest declines."""
    assert Answer.BROKEN is one_pair(one(standing="invited"), one("REJECT", reverse=True, mode="meet"))[1]


def test_what_is_agreed_on_is_kept_by_signing_it():
    """What is signed already is not kept by signing something else."""
    signed = one(standing="concluded")
    assert [Answer.KEPT, Answer.NONE] == [one_pair(made, signed)[1] for made in (one(), signed)]
    assert Answer.NONE is one_pair(one(), one())[1]


def test_the_contrary_breaks():
    """A sanction breaks an agreement, and so does an attack, however it is told; an accusation is nothing to it."""
    assert Answer.BROKEN is one_pair(one(), one("ASSAULT"))[1]
    assert [Answer.BROKEN, Answer.NONE] == [one_pair(one(), one(kind, undoes=True))[1] for kind in ("SANCTION", "ACCUSE")]
