"""Which act answers which commitment is written in terms that exist."""

from itertools import product

import pytest

from facta.events.ontology import ontology
from facta.relations.commitments.answers import Answer, answer, entries

TYPES = ontology().types
TOLD = {"SUPPORT:restored", "ACCUSE:sued", "AGREE:concluded", "AGREE:invited"}
"""Acts that their words tell."""
NAMED = TOLD | set(TYPES) | {f"{name}:{mode}" for name, kind in TYPES.items() for mode in kind.modes}


def test_the_table_names_only_types_and_modes_that_exist():
    """As commitments and as acts."""
    assert set() == {name.removeprefix("planned:") for name in entries()} - NAMED
    assert set() == {act for e in entries().values() for act in (*e.kept, *e.kept_if, *e.broken)} - NAMED


def test_every_kind_of_commitment_has_answers():
    """All that the ontology calls a commitment, and every type that may be announced."""
    made = {
        (n, m) for n, kind in TYPES.items() for m in (None, *kind.modes) if ontology().rung(n, m, "actual", "") == "commitment"
    }
    assert [] == [pair for pair in sorted(made, key=str) if f"{pair[0]}:{pair[1]}" not in entries() and pair[0] not in entries()]
    assert set() == {f"planned:{name}" for name in TYPES} - set(entries())


def test_no_act_both_keeps_and_breaks():
    """Each act stands in one list of an entry."""
    twice = [(name, act) for name, e in entries().items() for act in (*e.kept, *e.kept_if, *e.broken)]
    assert len(twice) == len(set(twice))


@pytest.mark.parametrize(
    ("made", "done", "want"),
    [
        (("actual", "AGREE", None), ("COOPERATE", None), Answer.KEPT),
        (("actual", "AGREE", None), ("CONSULT", "visit"), Answer.KEPT_IF),
        (("actual", "AGREE", None), ("SANCTION", "discontinue"), Answer.BROKEN),
        (("actual", "AGREE", None), ("ACCUSE", None), Answer.NONE),
        (("actual", "THREATEN", "violence"), ("SANCTION", None), Answer.NONE),
        (("actual", "THREATEN", None), ("SANCTION", None), Answer.KEPT),
        (("historical", "AGREE", None), ("AID", None), Answer.KEPT),
        (("planned", "CONSULT", "visit"), ("CONSULT", None), Answer.KEPT),
        (("actual", "CONSULT", "visit"), ("CONSULT", None), Answer.NONE),
        (("actual", "SUPPORT", "sign"), ("COOPERATE", None), Answer.KEPT),
        (("actual", "SUPPORT", None), ("COOPERATE", None), Answer.NONE),
        (("actual", "AGREE", None), ("SUPPORT", None), Answer.NONE),
        (("actual", "AGREE", None), ("SUPPORT", "restored"), Answer.KEPT),
        (("actual", "AGREE", None), ("RETREAT", None), Answer.KEPT_IF),
        (("actual", "AGREE", None), ("RETREAT", "ceasefire"), Answer.KEPT),
        (("actual", "THREATEN", None), ("ACCUSE", "allege"), Answer.NONE),
        (("actual", "THREATEN", None), ("ACCUSE", "sued"), Answer.KEPT),
        (("planned", "THREATEN", None), ("SANCTION", None), Answer.KEPT),
    ],
)
def test_the_most_particular_entry_holds(made, done, want):
    """A type in a mode before the type, an announcement by its own entry."""
    assert want is answer(*made, *done)


def test_whatever_is_announced_is_kept_by_being_done():
    """In any mode."""
    done = {(n, m) for n, kind in TYPES.items() for m in (None, *kind.modes)}
    assert [] == [(n, m) for n, m in sorted(done, key=str) if answer("planned", n, m, n, m) is not Answer.KEPT]


def test_every_answer_is_of_a_kind_that_exists():
    """For every commitment and act; none raises."""
    some = list(product(("actual", "planned"), TYPES, TYPES))
    assert set(Answer) >= {answer(status, made, None, done, None) for status, made, done in some}
