"""Which acts may answer each commitment, and which of them decides it: of all at once, since each has many acts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facta.relations.commitments.answers import Answer, answer, told_by
from facta.relations.commitments.compared import FIGHT, friendly
from facta.relations.commitments.dated import Dated
from facta.relations.commitments.matching import matches
from facta.relations.commitments.scoring import LEAST
from facta.relations.commitments.verdicts import Verdicts
from facta.relations.stories import NO_DAY
from facta.stories.standing import TRUCE
from facta.stories.subject import MEETING

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

EARLY = 7
"""Days before the day it was announced for that a planned act may be done; it may be called off at any time before."""
CALLED_OFF = 7
"""Days after the day that a visit or talks were announced for up to which they are told to be called off; later it is others that
are: of eight candidates of a corpus of real reports that came later, one was about the same meeting."""
LATE = 60
"""Days after the day that a visit or talks were announced for up to which they were only put off; later ones are others."""
TRUCE_LASTS = 365
"""Days after a truce up to which an attack breaks it; a later one begins another fight."""
RIVAL = 0.7
"""Share of the score of the likeliest answer in time that an earlier act needs to be taken for the answer instead."""


@dataclass(frozen=True)
class Found:
    """Pairs of a commitment and an act that may answer it: by commitment, and the acts of each by day, of one day the likeliest
    answer first."""

    commitment: Ints
    act: Ints
    score: NDArray[np.float32]
    way: NDArray[np.int8]
    """`Answer` of each pair."""
    confirmed: Mask
    """Whether a person said so."""

    def first(self, which: Mask, commitments: int) -> Ints:
        """The first of some of these pairs for each commitment; -1 for none."""
        out = np.full(commitments, -1)
        at = np.flatnonzero(which)[::-1]
        out[self.commitment[at]] = at  # the last written is the first pair
        return out


def found(made: Dated, acts: Dated, ruled: Verdicts, least: float = LEAST) -> Found:
    """The acts that may answer each commitment, whatever their dates; with those a person confirmed, without those rejected.

    least: score from which an act may be the answer.
    """
    pairs = matches(made.stories, acts.stories, least)
    of, where = ({id_: n for n, id_ in enumerate(some.stories.column("id"))} for some in (made, acts))
    width = max(1, len(where))
    itself = np.array([of[id_] * width + n for id_, n in where.items() if id_ in of], np.int64)
    said, confirmed = (_numbers(some, of, where, width) for some in (ruled.rejected | ruled.confirmed.keys(), ruled.confirmed))
    kept = ~np.isin(pairs.commitment * width + pairs.act, np.concatenate([itself, said]))
    new = len(confirmed)
    commitment = np.concatenate([pairs.commitment[kept], confirmed // width])
    act = np.concatenate([pairs.act[kept], confirmed % width])
    score = np.concatenate([pairs.score[kept], np.ones(new, np.float32)])
    way = np.concatenate([pairs.way[kept], np.fromiter(_ways(made, acts, confirmed // width, confirmed % width, ruled), np.int8)])
    by_a_person = np.arange(len(act)) >= len(act) - new
    order = np.lexsort((act, -score, acts.day[act], commitment))
    return Found(commitment[order], act[order], score[order], way[order], by_a_person[order])


def _ways(made: Dated, acts: Dated, commitment: Ints, act: Ints, ruled: Verdicts) -> Iterator[Answer]:
    """What each confirmed act is to its commitment: what a person said, else what the types say, else what the sentence says of a
    deed after a promise to cooperate; any other of no answering type keeps it."""
    for c, a in zip(commitment.tolist(), act.tolist(), strict=True):
        said = ruled.confirmed[made.value("id", c), acts.value("id", a)]
        promised = told_by(made.value("mode", c), made.value("standing", c))
        kind = made.value("status", c), made.value("type", c), promised, acts.value("type", a)
        told = answer(*kind, told_by(acts.value("mode", a), acts.value("standing", a)))
        by_sentence = told is Answer.NONE and acts.value("rung", a) == "deed" and friendly(made.value("type", c))
        undone = bool(acts.value("undoes", a)) if by_sentence else told is Answer.BROKEN
        breaks = said == "broken" if said else undone
        yield Answer.BROKEN if breaks else Answer.KEPT


def _numbers(said: Iterable[tuple[str, str]], of: dict[object, int], where: dict[object, int], width: int) -> Ints:
    """Pairs of stories as one number each; those that are no commitment and act of this ledger left out."""
    return np.array(sorted(of[c] * width + where[a] for c, a in said if c in of and a in where), np.int64)


def follows(made: Dated, acts: Dated, n: Ints, act: Ints, way: NDArray[np.int8]) -> Mask:
    """Whether acts come after commitments: those that keep them not long before the days these were announced for, visits and
    talks not long after, what calls these off only a few days after, attacks not long after a truce. Talks of the day on which
    something was agreed are those in which it was, and keep nothing of it.

    n, act, way: pairs, and the `Answer` of each.
    """
    day, other = made.day[n], acts.day[act]
    meeting, talks = (some.stories.holds("type", lambda kind: kind == MEETING)[pick] for some, pick in ((made, n), (acts, act)))
    same_day = (other == day) & (made.told[n] != NO_DAY) & (acts.told[act] > made.told[n]) & (meeting | ~talks)
    after: Mask = (other > day) | same_day
    dated, breaks = made.due[n] != NO_DAY, way == Answer.BROKEN
    early: Mask = dated & (other < made.due[n] - EARLY) & ~breaks
    truce = made.stories.holds("standing", lambda standing: standing == TRUCE)[n]
    late: Mask = meeting & dated & (other > made.due[n] + np.where(breaks, CALLED_OFF, LATE))
    fight = acts.stories.holds("type", lambda kind: kind == FIGHT)[act]
    return after & ~early & ~late & ~(truce & fight & (other > day + TRUCE_LASTS))


@dataclass(frozen=True)
class Decided:
    """What became of each commitment."""

    until: Ints
    """Its last day; a plan's time runs from the day it is for."""
    answer: Ints
    """The pair that decides: what a person confirmed, else the first act in time that scores nearly as high as the likeliest; -1
    for none."""
    late: Ints
    """The first pair in which a like act came, at any time; -1 for none."""


def decided(made: Dated, acts: Dated, pairs: Found, horizon: int) -> Decided:
    """horizon: days inside which an act counts as the answer."""
    number, n = len(made.stories), pairs.commitment
    until = np.maximum(made.day, made.due) + horizon
    after = pairs.confirmed | follows(made, acts, n, pairs.act, pairs.way)
    said = pairs.first(pairs.confirmed, number)
    within = after & (acts.day[pairs.act] <= until[n])
    best = np.zeros(number, np.float32)
    np.maximum.at(best, n[within], pairs.score[within])
    done = pairs.first(within & (pairs.score >= RIVAL * best[n]), number)
    return Decided(until, np.where(said >= 0, said, done), pairs.first(after & (pairs.way != Answer.BROKEN), number))
