"""`facta export-site`: a static, read-only copy of the explorer."""

import click

from facta.cli import options
from facta.values.counts import counted


@click.command("export-site", short_help="A still copy of the explorer as a folder of pages.")
@click.argument("folder", metavar="DIR", type=options.FILE)
@click.option(
    "--pairs", type=click.IntRange(1, 200), default=12, metavar="N", help="How many of the busiest pairs, 1 to 200 [default: 12]."
)
@options.store
def command(*, folder: str, pairs: int, store_path: str | None) -> int:
    """Write start, world, the busiest pairs and ledgers, and the pages that they cite into DIR, which must be new or empty.

    The pages need no server and load nothing from elsewhere: open DIR/index.html, or put DIR on any web host. Charts are still;
    correcting and adding need facta serve.

    \b
    facta export-site site/ --store news.duckdb
    """
    from facta.cli.folding import folded
    from facta.web.site import export  # here, since no other command waits for a web server to be loaded

    path = options.store_path(store_path)
    with folded(path):
        pass  # what has come since is folded first
    done = export(path, folder, pairs=pairs, tell=lambda line: click.echo(f"facta: {line}", err=True))
    click.echo(
        f"facta: {counted(done.pages, 'page')} ({done.bytes / 1e6:.1f} MB) in {done.folder}; open {done.folder}/index.html",
        err=True,
    )
    return 0
