"""The stories that count for a pair of sides, as columns: one query of `story_dyads`, whatever is measured then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from facta.relations.states import Side
from facta.store import Store

Ints = NDArray[np.int64]
EPOCH = date(1970, 1, 1)

_COLUMNS = """
    id, actor, recipient, "symmetric", "type", mode, quad, rung, status, first_day, last_day, date_precision, told_day,
    intensity, page_no, event, evidence, contexts, terms, subject, confidence, n_events, n_reports, n_outlets, n_independent,
    outlets, told_by
"""


@dataclass(frozen=True)
class Stories:
    """Stories of a directed pair, each once, by day."""

    table: pa.Table
    """Columns of `story_dyads`, with `reverse`: whether the first side is the one acted upon (undirected queries only)."""
    day: Ints
    """Days since 1970 of the first day of each; `first_day` of those without one is the least integer."""

    def __len__(self) -> int:
        """How many stories."""
        return int(self.table.num_rows)

    def column(self, name: str) -> list[object]:
        """Values of a column."""
        values: list[object] = self.table.column(name).to_pylist()
        return values

    def numbers(self, name: str) -> NDArray[np.float64]:
        """Values of a numeric column."""
        return np.asarray(self.table.column(name).to_numpy(), np.float64)

    def holds(self, name: str, test: Callable[[object], bool]) -> NDArray[np.bool_]:
        """Of which stories a test of the value of a column holds; asked once for each value that occurs."""
        coded = pc.dictionary_encode(self.table.column(name).combine_chunks(), null_encoding="encode")
        held = np.array([test(value) for value in coded.dictionary.to_pylist()], bool)
        of: NDArray[np.bool_] = held[coded.indices.to_numpy()]
        return of

    def chosen(self, which: NDArray[np.bool_]) -> "Stories":
        """Only some of them."""
        return Stories(self.table.filter(pa.array(which)), self.day[which])


NO_DAY = np.iinfo(np.int64).min


def stories(
    store: Store, a: Side, b: Side, *, statuses: Sequence[str] = ("actual",), directed: bool = True, about: bool = False
) -> Stories:
    """The stories in which side `a` acts upon side `b` (a meeting counts either way), or, undirected, either upon the other.

    A story counts once, however many members of a group take part, and only while they belonged. `about`: with what each is
    about, which makes the answer larger.
    """
    ways = [(a, b)] if directed else [(a, b), (b, a)]
    columns = _COLUMNS if about else _COLUMNS.replace("evidence, contexts, terms, subject, ", "")
    parts = []
    for n, (one, other) in enumerate(ways):
        sql = f"""
            SELECT {columns}, {n == 1} AS reverse FROM story_dyads
            WHERE {_of("actor")} AND {_of("recipient")} AND status IN ({_marks(statuses)})
        """
        rows = store.sql(sql, [one.countries, other.countries, *statuses])
        table = pa.Table.from_batches(rows.batches(), rows.schema)
        parts.append(table.filter(pa.array(_belonged(table, "actor", one) & _belonged(table, "recipient", other))))
    return _once(pa.concat_tables(parts))


def either(there: Stories, back: Stories) -> Stories:
    """The stories of both directions, as an undirected query gives them; back: what the second side does to the first."""
    at = back.table.schema.get_field_index("reverse")
    turned = back.table.set_column(at, "reverse", pa.array(np.ones(len(back), bool)))
    return _once(pa.concat_tables([there.table, turned]))


def _of(column: str) -> str:
    return f"{column} IN (SELECT unnest(?::VARCHAR[]))"


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" for _ in values)


def _once(table: pa.Table) -> Stories:
    """Each story once, by day and id."""
    day = table.column("first_day").cast(pa.int32()).fill_null(np.iinfo(np.int32).min)
    table = table.append_column("day", day).sort_by([("day", "ascending"), ("id", "ascending"), ("reverse", "ascending")])
    ids = table.column("id").combine_chunks()
    first = np.ones(len(ids), bool)
    first[1:] = np.asarray(pc.not_equal(ids[1:], ids[:-1]))
    table = table.filter(pa.array(first))
    days = np.asarray(table.column("day").to_numpy(), np.int64)
    return Stories(table.drop_columns(["day"]), np.where(days == np.iinfo(np.int32).min, NO_DAY, days))


def _belonged(table: pa.Table, column: str, one: Side) -> NDArray[np.bool_]:
    """Whether the state of each row was a member on its day; what has no day is taken by today's members."""
    out = np.zeros(table.num_rows, bool)
    if all(member.since is None and member.until is None for member in one.members):
        return ~out  # only states of this side were asked for
    codes, day = table.column(column), pc.fill_null(table.column("first_day"), date.today())
    for member in one.members:
        since, until = member.since or date.min, member.until or date.max
        inside = pc.and_(pc.greater_equal(day, since), pc.less_equal(day, until))
        out |= np.asarray(pc.and_(pc.equal(codes, member.country), inside))
    return out


def as_day(number: int) -> date:
    """The day of a number of days since 1970."""
    return EPOCH + timedelta(int(number))
