"""Answers of a store to stdout, in any form that the store exports."""

import sys

import click

from facta import plugins
from facta.cli.options import store_path
from facta.store import Query, open_store

EXPORTS = "facta.store.exports"


def answer(path: str | None, query: Query, form: str | None) -> int:
    """Ask the store and write what it answers; how many rows, and what the export notes, go to stderr."""
    export = plugins.load(EXPORTS, form or "table")
    with open_store(store_path(path), read_only=True) as store:
        written = export.write(store.rows(query, export.SHAPE), sys.stdout.buffer)
    sys.stdout.buffer.flush()
    for note in written.notes:
        click.echo(f"facta: {note}", err=True)
    if not written.rows:
        click.echo(f"facta: nothing in {store_path(path)} answers this.", err=True)
    return 0
