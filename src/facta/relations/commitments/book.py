"""The ledger of a pair: each commitment, what became of it, and why we think so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, get_args

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from facta.errors import UsageError
from facta.relations.commitments.answers import Answer
from facta.relations.commitments.compared import FIGHT
from facta.relations.commitments.dated import Dated, acts_of, committed
from facta.relations.commitments.decided import TRUCE_LASTS, Decided, Found, decided, follows, found
from facta.relations.commitments.follow import LONGEST, Watched, follow_through
from facta.relations.commitments.scoring import HIGHEST, LEAST, LOWEST, features
from facta.relations.commitments.twice import once
from facta.relations.commitments.verdicts import verdicts
from facta.relations.periods import months
from facta.relations.records import Commitment, Ledger, Share, State, Step
from facta.relations.relate import pair
from facta.relations.states import Side
from facta.relations.stories import COMMITTED, EPOCH, Stories, as_day, stories
from facta.store import Store
from facta.store.days import bounds
from facta.stories.standing import TRUCE
from facta.stories.subject import stem
from facta.values import dates
from facta.values.collecting import uncollected

Ints = NDArray[np.int64]
STATUSES = ("actual", "planned", "historical")
"""Of commitments, and, but for `planned`, of acts: a contract told only when it is fulfilled was a commitment as well."""
FURTHEST = 36_525
"""Days of a century, the longest horizon."""
_COPIED = ("event", "symmetric", "type", "mode", "status")
_ACT = {"deed": "event", "deed_type": "type", "deed_rung": "rung", "deed_words": "evidence"}
_UNANSWERED = dict.fromkeys((*_ACT, "deed_date", "days", "score"))


@uncollected()
def ledger(
    store: Store,
    a: str,
    b: str,
    *,
    since: str | None = None,
    until: str | None = None,
    horizon: int = LONGEST,
    least: float = LEAST,
) -> Ledger:
    """Every commitment of two sides to each other, with the deed that kept it, and their follow-through.

    a, b: codes or names of states, or of groups. since, until: bounds on the day of the commitment, both included. horizon: days
    inside which an act counts as its answer, at most 365 for the curve. least: score from which an act is taken for the answer,
    .1 to .95: the higher, the fewer and the surer.

    UsageError when a side does not exist, the two overlap, the horizon is not positive or longer than a century, the score is no
    such one, or the time ends before it begins.
    """
    if not 1 <= horizon <= FURTHEST:
        raise UsageError(f"A horizon is a day or more, {FURTHEST:,} at most, but {horizon} is asked for.")
    if not LOWEST <= least <= HIGHEST:
        raise UsageError(f"The least score of an answer is from {LOWEST} to {HIGHEST}, but {least} is asked for.")
    one, other = pair(a, b)
    everything = looked_at(store, one, other)
    made, acts = once(committed(everything, *bounds(since, until))), acts_of(everything)
    told = _observed(store, made, acts)
    start, end = told or (EPOCH, EPOCH)  # where nothing has a day, there is no commitment either
    pairs = found(made, acts, verdicts(store), least)
    names = (one.code, other.code)
    book = Book(made, acts, pairs, decided(made, acts, pairs, horizon), names, (start, end), horizon, least)
    entries = tuple(book.entries())
    shares, curve = _followed((start - EPOCH).days, (end - EPOCH).days, _columns(made, acts, pairs, (start - EPOCH).days))
    return Ledger(
        pair=names,
        names=(one.name, other.name),
        horizon=horizon,
        least=least,
        observed_until=told and end,
        commitments=entries,
        follow_through=shares,
        curve=curve,
        counts={state: sum(entry.state == state for entry in entries) for state in get_args(State)},
    )


def looked_at(store: Store, one: Side, other: Side) -> Stories:
    """All that a ledger of two sides looks at: their acts on each other, and those of one that name the other."""
    return stories(store, one, other, statuses=STATUSES, directed=False, asides=True, columns=COMMITTED)


NEWS = timedelta(days=7)
"""Days before the first report that it may tell as its news."""


def _observed(store: Store, made: Dated, acts: Dated) -> tuple[date, date] | None:
    """The first and the last day that the store's reports tell of; those of acts where no report has a date."""
    if told := store.published():
        first, last = told
        return first - min(NEWS, first - date.min), last
    days = np.concatenate([made.day, acts.day])
    return (as_day(int(days.min())), as_day(int(days.max()))) if len(days) else None


def answered(store: Store, a: str, b: str) -> Iterator[tuple[str, str, list[float]]]:
    """To fit: every pair of a commitment and a later act that may answer it, by their events' ids, with its features."""
    everything = looked_at(store, *pair(a, b))
    made, acts = once(committed(everything, None, None)), acts_of(everything)
    if not len(made.stories) or not len(acts.stories):
        return
    x, way = features(made.stories, acts.stories)
    c, act = np.nonzero(way != Answer.NONE)
    later = follows(made, acts, c, act, way[c, act])
    for n, m in zip(c[later].tolist(), act[later].tolist(), strict=True):
        if made.value("id", n) != acts.value("id", m):
            yield made.value("event", n), acts.value("event", m), x[n, m].tolist()


@dataclass(frozen=True)
class Book:
    """What the entries of a ledger are written from."""

    made: Dated
    acts: Dated
    pairs: Found
    decided: Decided
    names: tuple[str, str]
    observed: tuple[date, date]
    """First and last day that reports tell of."""
    horizon: int
    least: float

    def entries(self) -> Iterator[Commitment]:
        """What became of each commitment."""
        days, dues = (_dates(some) for some in (self.made.day, self.made.due))
        start, end = ((day - EPOCH).days for day in self.observed)
        over = np.where(self.made.day < start, "unobserved", np.where(end >= self.decided.until, "expired", "open")).tolist()
        late = self._waits(self.decided.late)
        rows = zip(_rows(self.made.stories.table), days, dues, self._answers(), late, over, strict=True)
        for made, day, due, act, wait, ended in rows:
            state = _state(act) if act else ended
            by, to = self.names[::-1] if made["reverse"] else self.names
            yield Commitment(
                story=made["id"],
                by=by,
                to=to,
                direction="cooperation" if made["quad"] <= 2 else "conflict",
                subject=made["evidence"] or "",
                contexts=tuple(made["contexts"]),
                date=day,
                dated=_told(day, made),
                due=due,
                state=state,
                **(_deed(act) if act else _UNANSWERED),
                reason=_because(made, act) if act else self._unanswered(made, state, wait),
                verdict="confirmed" if act and act["confirmed"] else None,
                reports=made["n_reports"],
                independent=made["n_independent"],
                confidence=round(made["confidence"], 3),
                **{name: made[name] for name in _COPIED},
            )

    def _answers(self) -> Iterator[dict[str, Any] | None]:
        """Of each commitment the act that decides it, with what is known of the pair."""
        which = self.decided.answer[self.decided.answer >= 0]
        act = self.pairs.act[which]
        rows = iter(_rows(self.acts.stories.table, act))
        days, waits = _dates(self.acts.day[act]), (self.acts.day[act] - self.made.day[self.pairs.commitment[which]]).tolist()
        more = zip(
            days, waits, *(some[which].tolist() for some in (self.pairs.score, self.pairs.way, self.pairs.confirmed)), strict=True
        )
        for has_one in (self.decided.answer >= 0).tolist():
            if has_one:
                day, days_after, score, way, confirmed = next(more)
                yield next(rows) | {"day": day, "days": days_after, "score": score, "way": way, "confirmed": confirmed}
            else:
                yield None

    def _waits(self, pair: Ints) -> list[int | None]:
        """Days from each commitment to the act of its pair; None for no pair."""
        waits = self.acts.day[self.pairs.act[pair]] - self.made.day if len(self.pairs.act) else np.zeros_like(pair)
        return [wait if known else None for wait, known in zip(waits.tolist(), (pair >= 0).tolist(), strict=True)]

    def _unanswered(self, made: dict[str, Any], state: State, late: int | None) -> str:
        """late: days to a like act that came when time was over."""
        if state == "unobserved":
            return "made before the first report, so that an answer may have come unseen"
        truce = made["standing"] == TRUCE  # kept by what does not happen, so that silence speaks for it
        days = min(self.horizon, TRUCE_LASTS) if truce else self.horizon
        match = "no matching act" if self.least == LEAST else f"no act that matches by {self.least:g} or more"
        what, like = ("no attack that breaks it is told", "another answer") if truce else (match, "one like it")
        when = f"within {days} day{'s' * (days != 1)}" if state == "expired" else "so far" if truce else "yet"
        told = f"; {like} came after {late:,} day{'s' * (late != 1)}" if late is not None else ""
        return f"{what} {when}{told}"


def _rows(table: pa.Table, which: Ints | None = None) -> list[dict[str, Any]]:
    """Rows as dicts, without the vectors, which nobody reads."""
    table = table.drop_columns(["subject"])
    rows: list[dict[str, Any]] = (table if which is None else table.take(pa.array(which))).to_pylist()
    return rows


def _dates(days: Ints) -> list[date | None]:
    """Days since 1970 as dates; None for `NO_DAY`."""
    known: list[date | None] = days.astype("datetime64[D]").tolist()  # to numpy the least integer is no day either
    return known


def _told(day: date, made: dict[str, Any]) -> str:
    """A day as far as the text tells it; an announcement was made on the day of its report."""
    return dates.known(day.isoformat(), None if made["status"] == "planned" else made["date_precision"])


def _state(act: dict[str, Any]) -> State:
    return "broken" if act["way"] == Answer.BROKEN else "kept"


def _deed(act: dict[str, Any]) -> dict[str, Any]:
    """What an entry says of the act that decided it."""
    copied = {field: act[name] for field, name in _ACT.items()}
    return copied | {"deed_date": act["day"], "days": act["days"], "score": round(act["score"], 3)}


def _because(made: dict[str, Any], act: dict[str, Any]) -> str:
    """Why an act decides a commitment."""
    kind = f"{act['type']} {act['mode']}" if act["mode"] else act["type"]
    if act["confirmed"]:
        return f"{kind}: a person said so"
    both = [context for context in made["contexts"] if context in act["contexts"]]
    theirs = set(map(stem, act["terms"]))
    words = [word for word in made["terms"] if stem(word) in theirs]
    fought = made["standing"] == TRUCE and act["type"] == FIGHT
    alike = "alike in words" if words else "alike in meaning"
    about = f"both about {', '.join(both[:3])}" if both else "the fighting goes on" if fought else alike
    shared = f", naming {', '.join(words[:3])}" if words else ""
    return f"{kind} {'breaks' if act['way'] == Answer.BROKEN else 'keeps'} {made['type']}: {about}{shared}"


def _columns(made: Dated, acts: Dated, pairs: Found, start: int) -> tuple[bytes, ...]:
    """What the curve is drawn from: the commitments made since the first report, and every act that would keep one, whatever its
    day."""
    watched = made.day >= start
    place = np.cumsum(watched) - 1
    keeps = (pairs.way != Answer.BROKEN) & watched[pairs.commitment]
    day = made.day[watched]
    columns = day, months(day), place[pairs.commitment[keeps]], acts.day[pairs.act[keeps]]
    return tuple(np.asarray(column, np.int64).tobytes() for column in columns)


@lru_cache(maxsize=64)
def _followed(start: int, end: int, columns: tuple[bytes, ...]) -> tuple[dict[str, Share], tuple[Step, ...]]:
    """Remembered by all it depends on, since a correction of a store changes the histories of few pairs; not to be changed."""
    day, month, commitment, act_day = (np.frombuffer(column, np.int64) for column in columns)
    return follow_through(Watched(day, month, start, end, commitment, act_day))
