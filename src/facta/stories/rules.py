"""By which rules a store was folded: stories made by other rules are noticed, and are not mixed with new ones."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

import duckdb

from facta import __version__
from facta.store import Store
from facta.store.schema import MARK
from facta.values.datafile import Form, load

_KIND = "stories "
"""What the marks of rules begin with, beside which a store may have others."""
_TABLES = {
    "language/weights": ("meaning.onnx", "vectors.npy", "vocabulary.txt"),
    "resolve/knowledge": ("words.tsv", "outlets.tsv", "official.tsv"),
}


class _Rules(Form, frozen=True):
    revision: int


@cache
def rules() -> str:
    """Names the rules of this facta: the revision of the code, and 12 digits that change with any weight or table it folds by.

    >>> rules().partition("-")[0]
    '8'
    """
    state = blake2b(digest_size=6)
    for part in _parts():
        state.update(part.read_bytes())
    return f"{load('facta.stories', 'rules.toml', _Rules).revision}-{state.hexdigest()}"


def folded_by(store: Store) -> str | None:
    """The rules that the stories of a store were made by; None where they are older than such marks."""
    rows = store.sql("SELECT name FROM facta_store WHERE version = ? AND starts_with(name, ?)", [MARK, _KIND])
    return next((str(row["name"]).removeprefix(_KIND) for row in rows), None)


def outdated(store: Store) -> bool:
    """Whether a store has stories that other rules than those of this facta made."""
    return folded_by(store) != rules() and any(store.sql("SELECT 1 FROM folds LIMIT 1"))


def remember(con: duckdb.DuckDBPyConnection) -> None:
    """Mark a store as folded by the rules of this facta."""
    con.execute("DELETE FROM facta_store WHERE version = ? AND starts_with(name, ?)", [MARK, _KIND])
    now = datetime.now(UTC).replace(tzinfo=None)
    con.execute("INSERT INTO facta_store VALUES (?, ?, ?, ?)", [MARK, _KIND + rules(), __version__, now])


def _parts() -> Iterator[Traversable]:
    """The files that decide which events are one story, and what it says: those of this room, of words, outlets, intensities."""
    for folder in (files("facta.stories"), files("facta.events") / "types"):
        yield from sorted((one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name)
    for tables, names in _TABLES.items():
        yield from (files("facta") / tables / name for name in names)
