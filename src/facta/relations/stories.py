"""The stories that count for a pair of sides, as columns: one query of `story_dyads`, whatever is measured then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from facta.relations.states import Side
from facta.store import Store

Ints = NDArray[np.int64]
UNDIRECTED = """(actor < recipient OR NOT ("symmetric" OR (
    list_contains(actor_countries, recipient) AND list_contains(recipient_countries, actor))))"""
"""SQL that keeps one row of a story that stands in `story_dyads` in either order of two states."""
EPOCH = date(1970, 1, 1)

DATED = ("date_precision", "rung")
"""Columns from which it is told whether a story lies in a time and on a rung."""
MEASURED = (*DATED, "symmetric", "quad", "intensity", "n_events", "n_independent", "outlets", "told_by")
"""Columns that measures are made of."""
LISTED = (
    *("symmetric", "type", "mode", "quad", "rung", "last_day", "date_precision", "intensity", "event"),
    *("confidence", "n_reports", "n_independent", "outlets"),
)
"""Columns that are shown of a story."""
COMMITTED = (
    *("symmetric", "type", "mode", "quad", "rung", "status", "last_day", "date_precision", "told_day", "event", "evidence"),
    *("contexts", "terms", "subject", "standing", "confidence", "n_reports", "n_independent", "page_no"),
    *("joint", "alone", "undoes"),
)
"""Columns from which commitments are followed."""
ALONE = "(len(actor_countries) = 1 AND len(recipient_countries) = 0 AND len(bystanders) = 1)"
"""SQL: whether one state acts, on no state, and its sentence names one other, so that a promise is taken as made to that."""
_NOBODY = "(len(actor_countries) = 0 AND len(recipient_countries) = 0)"
_MADE = {"joint": f'("symmetric" OR list_contains(actor_countries, recipient) OR {_NOBODY})', "alone": ALONE}
"""Columns that `story_dyads` has not: `joint`, whether both states act, also where one of them is named as the recipient too, or
may do so, since the sentence only names both."""


@dataclass(frozen=True)
class Stories:
    """Stories of a directed pair, each once, by day."""

    table: pa.Table
    """Columns of `story_dyads`: those asked for, `id`, `actor`, `recipient`, `first_day`; and `reverse`: whether the first side
    is the one acted upon (undirected queries only), and `aside`: whether the other side is only named."""
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

    def kinds(self, *names: str) -> tuple[list[tuple[Any, ...]], Ints]:
        """The combinations of values of some columns that occur, and which of them each story has."""
        code = np.zeros(len(self), np.int64)
        for name in names:
            coded = pc.dictionary_encode(self.table.column(name).combine_chunks(), null_encoding="encode")
            code = code * len(coded.dictionary) + coded.indices.to_numpy()
        _, first, of = np.unique(code, return_index=True, return_inverse=True)
        values = self.table.select(names).take(pa.array(first)).to_pydict()
        return list(zip(*(values[name] for name in names), strict=True)), np.asarray(of, np.int64)

    def chosen(self, which: NDArray[np.bool_]) -> "Stories":
        """Only some of them."""
        return Stories(self.table.filter(pa.array(which)), self.day[which])


NO_DAY = np.iinfo(np.int64).min


def stories(
    store: Store,
    a: Side,
    b: Side,
    *,
    statuses: Sequence[str] = ("actual",),
    directed: bool = True,
    asides: bool = False,
    columns: Sequence[str] = MEASURED,
) -> Stories:
    """The stories in which side `a` acts upon side `b` (a meeting counts either way), or, undirected, either upon the other.

    A story counts once, however many members of a group take part, and only while they belonged. asides: with those too in which
    a side acts and the other is only named (the column `aside`). columns: those needed; the fewer, the faster.
    """
    ways = [(a, b)] if directed else [(a, b), (b, a)]
    tables = ("story_dyads", "story_asides") if asides else ("story_dyads",)
    named = ", ".join(f'{_MADE.get(name, "")} "{name}"' for name in ("id", "actor", "recipient", "first_day", *columns))
    parts = []
    for (n, (one, other)), table_name in product(enumerate(ways), tables):
        sql = f"""
            SELECT {named}, {n == 1} AS reverse, {table_name == "story_asides"} AS aside FROM {table_name}
            WHERE {_of("actor")} AND {_of("recipient")} AND status IN ({_marks(statuses)})
        """
        rows = store.sql(sql, [one.countries, other.countries, *statuses])
        table = pa.Table.from_batches(rows.batches(), rows.schema)
        parts.append(_among(table, {"actor": one, "recipient": other}))
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


_SAID = {
    **{"told_day": "ascending", "n_reports": "descending", "confidence": "descending", "evidence": "ascending"},
    **dict.fromkeys(("type", "mode", "status"), "ascending"),
}
"""Columns by which stories of one day stand: the ones told first, by most and for surest, come first. Their ids may come from the
folder that a page was read from, so that no choice may hang on these alone."""


def _once(table: pa.Table) -> Stories:
    """Each story once, by day; on one day by what is known of it, and only then by id."""
    day = pc.fill_null(table.column("first_day").cast(pa.int32()), np.iinfo(np.int32).min).combine_chunks()
    names = [*(name for name in _SAID if name in table.column_names), "id", "aside", "reverse"]
    keys = pa.table({"day": day, **{name: table.column(name).combine_chunks() for name in names}})
    order = pc.sort_indices(keys, [(name, _SAID.get(name, "ascending")) for name in keys.column_names])
    ids = keys.column("id").combine_chunks().take(order)
    first = np.ones(len(ids), bool)
    first[1:] = np.asarray(pc.not_equal(ids[1:], ids[:-1]))
    order = np.asarray(order)[first]
    days = np.asarray(day, np.int64)[order]
    return Stories(table.take(pa.array(order)), np.where(days == np.iinfo(np.int32).min, NO_DAY, days))


def _among(table: pa.Table, sides: dict[str, Side]) -> pa.Table:
    """Rows whose states belonged to their sides, by column; all where nobody ever joined or left."""
    dated = {column: one for column, one in sides.items() if any(member.since or member.until for member in one.members)}
    if not dated:
        return table  # only states of these sides were asked for
    return table.filter(pa.array(np.logical_and.reduce([_belonged(table, column, one) for column, one in dated.items()])))


def _belonged(table: pa.Table, column: str, one: Side) -> NDArray[np.bool_]:
    """Whether the state of each row was a member on its day; what has no day is taken by today's members."""
    out = np.zeros(table.num_rows, bool)
    codes, day = table.column(column), pc.fill_null(table.column("first_day"), date.today())
    for member in one.members:
        since, until = member.since or date.min, member.until or date.max
        inside = pc.and_(pc.greater_equal(day, since), pc.less_equal(day, until))
        out |= np.asarray(pc.and_(pc.equal(codes, member.country), inside))
    return out


def as_day(number: int) -> date:
    """The day of a number of days since 1970."""
    return EPOCH + timedelta(int(number))
