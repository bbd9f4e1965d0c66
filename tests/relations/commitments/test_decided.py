"""Which act decides a commitment."""

import numpy as np
import pyarrow as pa
import pytest

from facta.relations.commitments.answers import Answer
from facta.relations.commitments.dated import Dated
from facta.relations.commitments.decided import CALLED_OFF, EARLY, LATE, TRUCE_LASTS, Found, decided, follows
from facta.relations.stories import NO_DAY, Stories
from tests.relations.commitments.ledger_makers import delivered, entries, halted, promised, told
from tests.stories.story_makers import moved, put


def dated(*rows, kind="AGREE", standing=None):
    """Stories of (day, day announced for, day told), all of a type and standing."""
    day, due, told = (np.array(column, np.int64) for column in (zip(*rows, strict=True) if rows else ((), (), ())))
    held = {"type": pa.array([kind] * len(rows), pa.string()), "standing": pa.array([standing] * len(rows), pa.string())}
    return Dated(Stories(pa.table(held), day), day, due, told)


def pairs(*rows):
    """(commitment, act, way, whether a person said so), in order."""
    c, a, way, said = (zip(*rows, strict=True)) if rows else ((), (), (), ())
    ones = np.ones(len(rows), np.float32)
    return Found(np.array(c, np.int64), np.array(a, np.int64), ones, np.array(way, np.int8), np.array(said, bool))


@pytest.mark.parametrize(
    ("made", "act", "way", "expected"),
    [
        ((10, NO_DAY, 10), (11, NO_DAY, 11), Answer.KEPT, True),
        ((10, NO_DAY, 10), (9, NO_DAY, 11), Answer.KEPT, False),
        ((10, NO_DAY, 10), (10, NO_DAY, 11), Answer.KEPT, True),
        ((10, NO_DAY, 10), (10, NO_DAY, 10), Answer.KEPT, False),
        ((10, NO_DAY, NO_DAY), (10, NO_DAY, 11), Answer.KEPT, False),
        ((10, 40, 10), (40 - EARLY, NO_DAY, 33), Answer.KEPT, True),
        ((10, 40, 10), (39 - EARLY, NO_DAY, 33), Answer.KEPT, False),
        ((10, 40, 10), (11, NO_DAY, 33), Answer.BROKEN, True),
    ],
)
def test_an_answer_comes_after(made, act, way, expected):
    """On the same day only if it is told later; what is announced is kept a week early at most, and called off at any time."""
    one = np.zeros(1, np.int64)
    assert [expected] == follows(dated(made), dated(act), one, one, np.array([way], np.int8)).tolist()


@pytest.mark.parametrize(
    ("kind", "due", "after", "way", "expected"),
    [
        ("CONSULT", 40, LATE, Answer.KEPT, True),
        ("CONSULT", 40, LATE + 1, Answer.KEPT, False),
        ("CONSULT", 40, CALLED_OFF, Answer.BROKEN, True),
        ("CONSULT", 40, CALLED_OFF + 1, Answer.BROKEN, False),
        ("COOPERATE", 40, CALLED_OFF + 1, Answer.BROKEN, True),
        ("CONSULT", NO_DAY, 900, Answer.KEPT, True),
        ("COOPERATE", 40, LATE + 1, Answer.KEPT, True),
    ],
)
def test_a_visit_long_after_its_day_is_another(kind, due, after, way, expected):
    """It may have been put off for weeks, but is not called off when its day is over; what comes late is what was promised."""
    one, act = np.zeros(1, np.int64), dated((max(due, 10) + after, NO_DAY, 10**4), kind="CONSULT")
    assert [expected] == follows(dated((10, due, 10), kind=kind), act, one, one, np.array([way], np.int8)).tolist()


@pytest.mark.parametrize(
    ("made", "act", "expected"), [("AGREE", "CONSULT", False), ("AGREE", "AID", True), ("CONSULT", "CONSULT", True)]
)
def test_the_talks_of_the_day_do_not_keep_what_was_agreed_in_them(made, act, expected):
    """However late they are told; a visit announced in the morning may be paid in the afternoon."""
    one, ways = np.zeros(1, np.int64), np.array([Answer.KEPT], np.int8)
    told_later = dated((10, NO_DAY, 11), kind=act)
    assert [expected] == follows(dated((10, NO_DAY, 10), kind=made), told_later, one, one, ways).tolist()


@pytest.mark.parametrize(
    ("standing", "kind", "after", "expected"),
    [
        ("truce", "ASSAULT", TRUCE_LASTS, True),
        ("truce", "ASSAULT", TRUCE_LASTS + 1, False),
        ("truce", "SANCTION", TRUCE_LASTS + 1, True),
        (None, "ASSAULT", TRUCE_LASTS + 1, True),
    ],
)
def test_an_attack_long_after_a_truce_does_not_break_it(standing, kind, after, expected):
    """It begins another fight."""
    one, act = np.zeros(1, np.int64), dated((10 + after, NO_DAY, 10**4), kind=kind)
    made = dated((10, NO_DAY, 10), standing=standing)
    assert [expected] == follows(made, act, one, one, np.array([Answer.BROKEN], np.int8)).tolist()


KEPT, BROKEN = Answer.KEPT, Answer.BROKEN
MADE = dated((0, NO_DAY, 0))
ACTS = dated((-5, NO_DAY, -5), (5, NO_DAY, 5), (9, NO_DAY, 9), (50, NO_DAY, 50))


@pytest.mark.parametrize(
    ("found", "answer", "late"),
    [
        ([(0, 1, KEPT, False), (0, 2, BROKEN, False)], 0, 0),
        ([(0, 1, BROKEN, False), (0, 2, KEPT, False)], 0, 1),
        ([(0, 0, KEPT, False), (0, 2, KEPT, False)], 1, 1),
        ([(0, 1, KEPT, False), (0, 3, KEPT, True)], 1, 0),
        ([(0, 0, KEPT, True)], 0, 0),
        ([(0, 3, KEPT, False)], -1, 0),
        ([(0, 0, KEPT, False)], -1, -1),
        ([], -1, -1),
    ],
)
def test_the_first_act_decides_or_what_a_person_said(found, answer, late):
    """Inside the horizon; the first like act is known at any time."""
    told = decided(MADE, ACTS, pairs(*found), 10)
    assert ([answer], [late], [10]) == (told.answer.tolist(), told.late.tolist(), told.until.tolist())


@pytest.mark.parametrize("folder", ["here", "there", "elsewhere"])
def test_of_acts_of_one_day_the_likeliest_answer_decides(store, folder):
    """Whatever folder their pages were read from."""
    near = delivered(words="Russia delivered to China the S-400 missile systems it had agreed to sell.")
    acts = (promised(), near, halted(), delivered(words="Russia sent China rice and an S-400 stamp."))
    put(store, *(moved(told(key, one), folder) for key, one in zip("abcd", acts, strict=True)))
    (one,) = entries(store)
    assert ("kept", near.words) == (one.state, one.deed_words)


def test_the_time_of_a_plan_runs_from_the_day_it_is_for():
    """Not from its announcement."""
    assert [40, 10] == decided(dated((0, 30, 0), (0, NO_DAY, 0)), ACTS, pairs(), 10).until.tolist()


def test_the_first_pair_of_each_commitment_is_found():
    """-1 for none."""
    found = pairs((0, 1, KEPT, False), (0, 2, KEPT, False), (2, 1, KEPT, False))
    assert [1, -1, 2] == found.first(np.array([False, True, True]), 3).tolist()
