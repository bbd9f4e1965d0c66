"""Counts of all pairs of one time: one question to `story_dyads`, its answer as arrays."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from facta.records import RUNGS
from facta.relations.measure import KINDS
from facta.relations.overview.records import Acts, Counts
from facta.relations.overview.spread import Bounds
from facta.store import Store

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

KIND = f"2 * list_position([{', '.join(repr(rung) for rung in RUNGS)}], rung) - 2 + (quad > 2)::TINYINT"
"""Number of a story's kind in `KINDS`, in SQL."""


@dataclass(frozen=True)
class Time:
    """Inclusive bounds of a time; None for open ones."""

    first: date | None = None
    last: date | None = None

    def sql(self) -> tuple[str, list[object]]:
        """Conditions on `story_dyads` with their parameters: what happened, inside the time."""
        given = [("first_day >= ?", self.first), ("first_day <= ?", self.last)]
        asked = [(condition, day) for condition, day in given if day is not None]
        return " AND ".join(["status = 'actual'", *(condition for condition, _ in asked)]), [day for _, day in asked]


@dataclass(frozen=True)
class Tally:
    """Every ordered pair with stories, the busiest first."""

    codes: tuple[str, ...]
    """Everybody who occurs."""
    by: Ints
    """Numbers in `codes`, of each pair."""
    to: Ints
    kinds: Ints
    """(pairs, 6): stories by `measure.KINDS`."""
    intensity: Floats
    """Sum over the pair's stories."""

    @classmethod
    def of(cls, store: Store, time: Time) -> "Tally":
        """One scan of the table."""
        where, parameters = time.sql()
        columns = ", ".join(f"count(*) FILTER (kind = {n})" for n in range(len(KINDS)))
        rows = store.sql(
            f"""
            SELECT actor, recipient, [{columns}] AS kinds, sum(intensity) AS intensity
            FROM (SELECT actor, recipient, intensity, {KIND} AS kind FROM story_dyads WHERE {where})
            GROUP BY ALL ORDER BY count(*) DESC, actor, recipient
            """,
            parameters,
        )
        table = pa.Table.from_batches(rows.batches(), rows.schema)
        both = pc.dictionary_encode(pa.chunked_array([*table["actor"].chunks, *table["recipient"].chunks], pa.string()))
        whole = both.combine_chunks()
        numbers = np.asarray(whole.indices, np.int64)
        kinds = np.asarray(pc.list_flatten(table["kinds"]), np.int64).reshape(-1, len(KINDS))
        at = table.num_rows
        intensity = np.asarray(table["intensity"], np.float64)
        return cls(tuple(whole.dictionary.to_pylist()), numbers[:at], numbers[at:], kinds, intensity)

    def __len__(self) -> int:
        """How many pairs."""
        return len(self.by)

    def code(self, name: str) -> int:
        """The number of a state; -1 for one without stories."""
        return self.codes.index(name) if name in self.codes else -1

    def acts(self, pair: int, bounds: Bounds = (None, None)) -> Acts:
        """The record of a pair; bounds: of the balance of all its stories."""
        kinds = self.kinds[pair]
        rungs = {rung: Counts.of(*kinds[2 * n : 2 * n + 2].tolist()) for n, rung in enumerate(RUNGS)}
        return Acts(
            by=self.codes[self.by[pair]],
            to=self.codes[self.to[pair]],
            all=Counts.of(int(kinds[0::2].sum()), int(kinds[1::2].sum()), bounds),
            net=round(float(self.intensity[pair] / kinds.sum()), 4) + 0.0,
            **rungs,
        )

    def sums(self, of: Ints) -> Ints:
        """(codes, 2): cooperation and conflict of each state, `of` being `by` or `to`."""
        out = np.zeros((len(self.codes), 2), np.int64)
        np.add.at(out, of, np.stack([self.kinds[:, 0::2].sum(1), self.kinds[:, 1::2].sum(1)], 1))
        return out
