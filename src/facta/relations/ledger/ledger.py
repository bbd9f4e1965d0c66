"""The ledger of a pair: each commitment, what became of it, and why we think so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

import numpy as np

from facta.errors import UsageError
from facta.relations.ledger.answers import Answer
from facta.relations.ledger.dated import Dated, acts_of, committed
from facta.relations.ledger.follow import LONGEST, Watched, follow_through
from facta.relations.ledger.matching import Matches, features, matches
from facta.relations.ledger.verdicts import Verdicts, verdicts
from facta.relations.periods import months
from facta.relations.records import Commitment, Ledger, State
from facta.relations.relate import bounds, pair
from facta.relations.stories import EPOCH, NO_DAY, as_day, stories
from facta.store import Store
from facta.stories.collecting import uncollected

EARLY = 7
"""Days before the day it was announced for that a planned act may be done."""
STATUSES = ("actual", "planned", "historical")
"""Of commitments, and, but for `planned`, of acts: a contract told only when it is fulfilled was a commitment as well."""


@dataclass(frozen=True)
class Found:
    """The act that decided a commitment."""

    act: int
    score: float
    way: Answer
    confirmed: bool


@uncollected()
def ledger(store: Store, a: str, b: str, *, since: str | None = None, until: str | None = None, horizon: int = LONGEST) -> Ledger:
    """Every commitment of two sides to each other, with the deed that kept it, and their follow-through.

    a, b: codes or names of states, or of groups. since, until: bounds on the day of the commitment, both included. horizon: days
    inside which a deed counts as its answer, at most 365 for the curve.

    UsageError when a side does not exist, the two overlap, the horizon is not positive, or the time ends before it begins.
    """
    if horizon < 1:
        raise UsageError(f"A horizon is a day or more, but {horizon} is asked for.")
    one, other = pair(a, b)
    everything = stories(store, one, other, statuses=STATUSES, directed=False, about=True)
    made, acts = committed(everything, *bounds(since, until)), acts_of(everything)
    told = _end(store, made, acts)
    end = told or EPOCH  # where nothing has a day, there is no commitment either
    ruled = verdicts(store)
    found = _decided(made, acts, ruled)
    names = (one.code, other.code)
    book = Book(made, acts, found, names, end, horizon)
    entries = tuple(book.entry(n) for n in range(len(made.stories)))
    shares, curve = follow_through(_watched(made, acts, found, end))
    return Ledger(
        pair=names,
        names=(one.name, other.name),
        observed_until=told,
        commitments=entries,
        follow_through=shares,
        curve=curve,
        counts={state: sum(entry.state == state for entry in entries) for state in get_args(State)},
    )


def _end(store: Store, made: Dated, acts: Dated) -> date | None:
    """The last day that the store has reports of; the last act's where no report has a date."""
    (row,) = store.sql("SELECT max(published_day) AS last FROM pages")
    last: date | None = row["last"]
    return last or max((as_day(int(day)) for day in (*made.day, *acts.day)), default=None)


def answered(store: Store, a: str, b: str) -> Iterator[tuple[str, str, list[float]]]:
    """To fit: every pair of a commitment and a later act whose type may answer it, by their events' ids, with its features."""
    everything = stories(store, *pair(a, b), statuses=STATUSES, directed=False, about=True)
    made, acts = committed(everything, None, None), acts_of(everything)
    if not len(made.stories) or not len(acts.stories):
        return
    x, way = features(made.stories, acts.stories)
    for c, act in zip(*np.nonzero(way != Answer.NONE), strict=True):
        if made.value("id", int(c)) != acts.value("id", int(act)) and _follows(made, acts, int(c), int(act)):
            yield made.value("event", int(c)), acts.value("event", int(act)), x[c, act].tolist()


def _decided(made: Dated, acts: Dated, ruled: Verdicts) -> dict[int, list[Found]]:
    """By commitment, the acts that may answer it, by day; those a person rejected left out, those confirmed put in."""
    found: dict[int, list[Found]] = defaultdict(list)
    pairs: Matches = matches(made.stories, acts.stories)
    ids, act_ids = made.stories.column("id"), acts.stories.column("id")
    said, ways = ruled.rejected | ruled.confirmed, {int(way): way for way in Answer}
    columns = (column.tolist() for column in (pairs.commitment, pairs.act, pairs.score, pairs.way))
    for c, a, score, way in zip(*columns, strict=True):
        if ids[c] != act_ids[a] and (ids[c], act_ids[a]) not in said:
            found[c].append(Found(a, score, ways[way], False))
    where = {str(id_): n for n, id_ in enumerate(act_ids)}
    of = {str(id_): n for n, id_ in enumerate(ids)}
    for commitment, act in ruled.confirmed:
        if commitment in of and act in where:
            found[of[commitment]].append(Found(where[act], 1.0, Answer.KEPT, True))
    day = acts.day.tolist()
    return {c: sorted(some, key=lambda f: (day[f.act], f.act)) for c, some in found.items()}


def _follows(made: Dated, acts: Dated, n: int, act: int) -> bool:
    """Whether an act comes after a commitment, and not long before the day it was announced for."""
    after = acts.day[act] > made.day[n]
    same_day = acts.day[act] == made.day[n] and made.told[n] != NO_DAY and acts.told[act] > made.told[n]
    return bool((after or same_day) and (made.due[n] == NO_DAY or acts.day[act] >= made.due[n] - EARLY))


@dataclass(frozen=True)
class Book:
    """What the entries of a ledger are written from."""

    made: Dated
    acts: Dated
    found: Mapping[int, list[Found]]
    names: tuple[str, str]
    end: date
    horizon: int

    def entry(self, n: int) -> Commitment:
        """What became of one commitment."""
        made, acts = self.made, self.acts
        after = [f for f in self.found.get(n, []) if f.confirmed or _follows(made, acts, n, f.act)]
        until = max(int(made.day[n]), int(made.due[n])) + self.horizon  # a plan's time runs from the day it is for
        answer = _answer([f for f in after if f.confirmed or acts.day[f.act] <= until])
        state = _state(answer, over=(self.end - EPOCH).days >= until)
        by, to = self.names[::-1] if made.value("reverse", n) else self.names
        return Commitment(
            event=made.value("event", n),
            story=made.value("id", n),
            by=by,
            to=to,
            symmetric=made.value("symmetric", n),
            type=made.value("type", n),
            mode=made.value("mode", n),
            status=made.value("status", n),
            direction="cooperation" if made.value("quad", n) <= 2 else "conflict",
            subject=made.value("evidence", n) or "",
            contexts=tuple(made.value("contexts", n)),
            date=as_day(int(made.day[n])),
            due=None if made.due[n] == NO_DAY else as_day(int(made.due[n])),
            state=state,
            **self._deed(n, answer),
            reason=self._reason(n, answer, after, state),
            verdict="confirmed" if answer and answer.confirmed else None,
            reports=made.value("n_reports", n),
            independent=made.value("n_independent", n),
            confidence=round(made.value("confidence", n), 3),
        )

    def _wait(self, n: int, act: int) -> int:
        return int(self.acts.day[act] - self.made.day[n])

    def _deed(self, n: int, answer: Found | None) -> dict[str, Any]:
        """What an entry says of the act that decided it."""
        if answer is None:
            return dict.fromkeys(("deed", "deed_type", "deed_rung", "deed_date", "deed_words", "days", "score"))
        names = {"deed": "event", "deed_type": "type", "deed_rung": "rung", "deed_words": "evidence"}
        return {field: self.acts.value(name, answer.act) for field, name in names.items()} | {
            "deed_date": as_day(int(self.acts.day[answer.act])),
            "days": self._wait(n, answer.act),
            "score": round(answer.score, 3),
        }

    def _reason(self, n: int, answer: Found | None, after: list[Found], state: State) -> str:
        if answer is None:
            late = next((f for f in after if f.way is not Answer.BROKEN), None)
            told = f"; one like it came after {self._wait(n, late.act):,} days" if late else ""
            return (f"no matching act within {self.horizon} days" if state == "expired" else "no matching act yet") + told
        kind = " ".join(filter(None, (self.acts.value(name, answer.act) for name in ("type", "mode"))))
        if answer.confirmed:
            return f"{kind}: a person said so"
        both, words = ([w for w in self.made.value(c, n) if w in self.acts.value(c, answer.act)] for c in ("contexts", "terms"))
        about = f"both about {', '.join(both[:3])}" if both else "alike in words"
        shared = f", naming {', '.join(words[:3])}" if words else ""
        verb = "breaks" if answer.way is Answer.BROKEN else "keeps"
        return f"{kind} {verb} {self.made.value('type', n)}: {about}{shared}"


def _answer(found: list[Found]) -> Found | None:
    """What decides: what a person confirmed, else the first act that keeps or breaks."""
    return next((f for f in found if f.confirmed), None) or next(iter(found), None)


def _state(answer: Found | None, *, over: bool) -> State:
    if answer is None:
        return "expired" if over else "open"
    return "broken" if answer.way is Answer.BROKEN else "kept"


def _watched(made: Dated, acts: Dated, found: Mapping[int, list[Found]], end: date) -> Watched:
    """What the curve is drawn from: every act that would keep a commitment, whatever its day."""
    pairs = [(n, f.act) for n, some in found.items() for f in some if f.way is not Answer.BROKEN]
    commitment = np.array([n for n, _ in pairs], np.int64)
    act_day = acts.day[np.array([act for _, act in pairs], np.int64)] if pairs else np.empty(0, np.int64)
    return Watched(made.day, months(made.day), (end - EPOCH).days, commitment, act_day)
