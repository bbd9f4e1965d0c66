"""`facta code`: everything, to stdout or into a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import click

from facta.cli import options
from facta.values.counts import counted

if TYPE_CHECKING:
    from facta.pipeline import Outcome
    from facta.read.raw import Options

FORMS = ("jsonl", "json", "table")


@click.command(short_help="Code pages: events, quotations, actors, with proof.")
@options.sources
@click.option(
    "--into", metavar="FILE", type=options.FILE, help="Put the pages into this store (made if missing) instead of printing them."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="What is printed [default: table on a terminal, else jsonl; with --into nothing].",
)
@click.option("--no-comments", is_flag=True, help="Leave the readers' thread out.")
@click.option(
    "--workers", type=click.IntRange(min=1), metavar="N", help="Processes that code pages [default: setting `workers`, 1]."
)
@click.option(
    "--engine",
    default="local",
    metavar="NAME",
    help="Where pages are coded: local [default], or ray (a cluster; pip install 'facta[ray]').",
)
def command(
    *,
    sources: tuple[str, ...],
    given: Options,
    into: str | None,
    form: str | None,
    no_comments: bool,
    workers: int | None,
    engine: str,
) -> int:
    """Read and code pages: who said and did what to whom, with the sentence that proves it.

    SOURCE is an HTML file, a folder, a pattern, a URL, a feed or sitemap, an e-mail, a WARC, WACZ or ZIP archive, a JSONL, CSV or
    Parquet file, plain text, or - for stdin (docs/sources.md). With --into, inputs that the store already holds in the same form
    are passed over, so a run that was stopped resumes.

    \b
    facta code page.html
    facta code news/ archive.warc.gz --into news.duckdb --workers 2
    facta code reports.csv --columns text=body,published=day --format jsonl
    """
    from facta.cli import output
    from facta.cli.run import Run
    from facta.pipeline import outcomes
    from facta.settings import number

    code = partial(
        outcomes,
        sources,
        options=given,
        comments=not no_comments,
        workers=workers or int(number("workers")),
        engine=engine,
    )
    if into is not None:
        return _into(into, code, form)
    run = Run(code())
    with output.readings(form, person="table") as write:
        for reading, _ in run.good():
            write(reading)
    return run.exit_code


def _into(path: str, code: Callable[..., Iterator[Outcome]], form: str | None) -> int:
    from facta.cli import folding, output
    from facta.cli.run import Run
    from facta.store import open_store

    passed = 0
    with open_store(path) as store, output.readings(form or "none", person="table") as write:

        def skip(digest: str) -> bool:
            nonlocal passed
            known = digest in store.seen([digest])
            passed += known
            return known

        run = Run(code(skip=skip))
        try:
            store.put_many(output.shown(run.good(), write))
        except KeyboardInterrupt:
            click.echo(
                "facta: stopped; the same command goes on where it stopped."
                f" In {path} now: {counted(store.summary().pages, 'page')}.",
                err=True,
            )
            return 130
        folding.fold(store)
    click.echo(f"facta: {run.sentence()}" + (f" {counted(passed, 'input')} in {path} already." if passed else ""), err=True)
    return run.exit_code
