"""Answers of a store to stdout, in any form that the store exports."""

import sys
from collections.abc import Iterable
from dataclasses import replace

import click

from facta.cli.options import store_path
from facta.errors import UsageError
from facta.store import EventQuery, Query, Store, StoryQuery, exports, open_store
from facta.store.best import best_tellings
from facta.store.rowset import Rows

USAGE = 2
"""Exit code where a state is misspelt, as of commands that take states alone."""


def answer(path: str | None, query: Query, form: str | None, parties: Iterable[str | None] = (), *, count: bool = False) -> int:
    """Ask the store and write what it answers; what the export notes, and that nothing answers, go to stderr.

    A form that says of every act that it happened has only actual ones unless others are asked for.

    parties: who was asked for, in the user's words, so that a misspelt state can be told where nothing answers.
    count: write how many rows answer instead of the rows.
    """
    if count and form:
        raise UsageError("--count prints a number and nothing else: leave --format out.")
    export = exports.load(form or "table", acts=isinstance(query, EventQuery | StoryQuery))
    if isinstance(query, EventQuery | StoryQuery) and exports.of_acts(export):
        query = replace(query, status=query.status or ("actual",))
    with open_store(store_path(path), read_only=True) as store:
        store.demand(getattr(query, "page", None))
        if count:
            written = exports.Written(store.count(query))
            sys.stdout.buffer.write(f"{written.rows}\n".encode())
        else:
            written = export.write(_rows(store, query, export), sys.stdout.buffer)
        why = None if written.rows else nothing(store)
    sys.stdout.buffer.flush()
    for note in written.notes:
        click.echo(f"facta: {note}", err=True)
    if parties := [party for party in parties if party]:  # then what knows states is loaded already
        apart(parties)
    if why is None:
        return 0
    click.echo(why, err=True)
    from facta.relations.states import misspelt  # with all that relations load, for which a full answer need not wait

    hints = misspelt(parties)
    for hint in hints:
        click.echo(f"facta: {hint}", err=True)
    return USAGE if hints else 0


def _rows(store: Store, query: Query, export: exports.Export) -> Rows:
    """What answers, in the shape that a form takes; of stories in forms of acts the telling that shows each best."""
    if isinstance(query, StoryQuery) and exports.of_acts(export):
        return store.sql(*best_tellings(query))
    return store.rows(query, export.SHAPE)


def apart(parties: Iterable[str | None]) -> None:
    """Say on stderr of which groups asked for the answer has the members alone, without what the body itself does."""
    from facta.relations import states

    for note in states.apart(parties):
        click.echo(f"facta: {note}", err=True)


def nothing(store: Store, told: str | None = None) -> str:
    """What to say where a question has no answer: `told`, if that says more, but of an empty store that it is empty."""
    if not store.summary().pages:
        return f"facta: {store.path} is empty: no page has been added to it yet."
    return f"facta: {told or f'nothing in {store.path} answers this.'}"
