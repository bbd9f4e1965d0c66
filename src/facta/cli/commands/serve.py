"""`facta serve`: the explorer and the HTTP API of a store, on this machine."""

import click

from facta.cli import options


@click.command(short_help="Look at a store in the browser.")
@options.store
@click.option(
    "--host",
    default="127.0.0.1",
    metavar="HOST",
    help="Address to listen at [default: 127.0.0.1]; any but this machine's own needs a token.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8100,
    metavar="N",
    help="Port to listen at [default: 8100]; 0 for any that is free.",
)
@click.option(
    "--token", metavar="WORD", help="What visitors have to bring; where --host needs one and none is given, it is made up."
)
@click.option("--no-open", is_flag=True, help="Do not open the browser.")
def command(*, store_path: str | None, host: str, port: int, token: str | None, no_open: bool) -> int:
    """Open the explorer: pairs over time, the ledger of commitments, the sentences behind every number, and an HTTP API.

    \b
    facta serve --store news.duckdb
    facta serve --store news.duckdb --host 0.0.0.0 --port 80
    """
    from facta.cli.folding import folded
    from facta.web.serving import serve  # here, since no other command waits for a web server to be loaded

    path = options.store_path(store_path)
    with folded(path, renewed=True):
        """What has come since the store was last folded is folded now; the pages show stories, and corrections fold at once."""
    serve(path, host=host, port=port, token=token, open_browser=not no_open, tell=lambda line: click.echo(line, err=True))
    return 0
