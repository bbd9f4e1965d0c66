"""`facta demo`: code the samples and show what came of it."""

import sys
from pathlib import Path

import click

from facta.cli import options

STORE = "facta-demo.duckdb"
PAIR = ("CHN", "RUS")
"""Shown at the end: the pair that the demo corpus tells most of."""

SHOWN = 6
"""Commitments shown, with the deeds that answered them."""


def samples() -> list[Path]:
    """The folders of sample pages and of the demo corpus: in the installed package, or in `examples/` of a source tree."""
    package = Path(__file__).parents[2]
    installed = package / "samples"
    root = installed if installed.is_dir() else package.parents[1] / "examples"
    return [root / "pages", root / "demo"]


@click.command(short_help="Code the samples into a demo store and show what was found.")
@click.option(
    "--store",
    "store_path",
    default=STORE,
    metavar="FILE",
    type=options.FILE,
    help=f"Where to put the demo store [default: {STORE}].",
)
@click.option("--no-open", is_flag=True, help="Only print; do not open the explorer.")
def command(*, store_path: str, no_open: bool) -> int:
    """Code eight sample pages and 436 short reports live, from scratch, into a store of their own, and print what they tell.

    On a terminal, the explorer then opens on them in the browser, until you stop it with Ctrl-C.

    \b
    facta demo
    facta demo --store /tmp/try.duckdb
    """
    import msgspec

    from facta.cli import folding, output, relating
    from facta.cli.overview import overview
    from facta.cli.run import Run
    from facta.errors import UsageError
    from facta.pipeline import outcomes
    from facta.relations import ledger, relations
    from facta.store import DEMO, open_store

    with open_store(store_path) as store:
        if store.summary().pages and not store.marked(DEMO):
            raise UsageError(f"{store_path} holds pages that are not the demo's and would be mixed with them: name a new file.")
        store.mark(DEMO)  # before the first page, so that a demo that was stopped can be run again
        run = Run(outcomes([str(folder) for folder in samples()]))
        store.put_many(run.good())
        click.echo(f"facta: {run.sentence()}", err=True)
        folding.fold(store)
        relation, kept = relations(store, *PAIR, by="year", directed=False), ledger(store, *PAIR)
        some = msgspec.structs.replace(kept, commitments=tuple(c for c in kept.commitments if c.deed)[:SHOWN])
        screen = output.console()
        for part in (overview(store, store_path), relating.relation(relation), relating.ledger(some)):
            screen.print(output.Harmless(part))
    if not no_open and sys.stdout.isatty():
        from facta.web.serving import serve  # not before: who only wants the numbers needs no web server

        serve(store_path, tell=lambda line: click.echo(line, err=True))
    return 1 if run.failures else 0  # the German sample is read but not coded, which is as it should be
