"""`facta demo`: code the samples and show what came of it."""

from pathlib import Path

import click

STORE = "facta-demo.duckdb"


def samples() -> Path:
    """The folder of sample pages: in the installed package, or in `examples/` of a source tree."""
    package = Path(__file__).parents[2]
    installed = package / "samples"
    return installed if installed.is_dir() else package.parents[1] / "examples" / "pages"


@click.command(short_help="Code the samples into a demo store and show what was found.")
@click.option("--store", "store_path", default=STORE, metavar="FILE", help=f"Where to put the demo store [default: {STORE}].")
@click.option("--no-open", is_flag=True, help="Open nothing afterwards; nothing is opened yet in any case.")
def command(*, store_path: str, no_open: bool) -> int:
    """Code six sample pages live, from scratch, into a store of their own, and print what they tell.

    \b
    facta demo
    facta demo --store /tmp/try.duckdb
    """
    from facta.cli import output
    from facta.cli.overview import overview
    from facta.cli.run import Run
    from facta.pipeline import outcomes
    from facta.store import open_store

    with open_store(store_path) as store:
        run = Run(outcomes([str(samples())]))
        store.put_many(run.good())
        click.echo(f"facta: {run.sentence()}", err=True)
        output.console().print(output.Harmless(overview(store, store_path)))
    return 1 if run.failures else 0  # the German sample is read but not coded, which is as it should be
