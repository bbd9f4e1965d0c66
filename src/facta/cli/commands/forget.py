"""`facta forget`: take a page out of a store."""

import click

from facta.cli import options

ONE = {"pages": "page", "events": "event", "quotes": "quote", "comments": "comment", "actors": "actor"}
PASSING = ("passing mention", "passing mentions")


@click.command(short_help="Take a page and all that was made of it out of a store.")
@click.argument("page")
@options.store
def command(*, page: str, store_path: str | None) -> int:
    """Forget PAGE, named by its id, URL or source, with its events, quotations, actors and comments.

    \b
    facta forget https://example.org/visit --store news.duckdb
    """
    from facta.cli import folding
    from facta.store import open_store

    path = options.store_path(store_path)
    with open_store(path, create=False) as store:
        lost = store.forget(page)
        folding.fold(store)  # the stories forget it too
    names = {table: (ONE.get(table, table), table) for table in lost} | {"passing": PASSING}
    parts = ", ".join(f"{count} {names[table][count > 1]}" for table, count in lost.items() if count)
    click.echo(f"facta: {path} has forgotten {page}: {parts}.", err=True)
    return 0
