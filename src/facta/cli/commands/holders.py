"""`facta holders`: a fresh table of office holders from the result of a Wikidata query."""

import click

from facta.cli import options
from facta.values.counts import counted


@click.command(short_help="A table of office holders from a Wikidata query result.")
@click.argument("result", metavar="RESULT.csv", type=options.FILE)
@click.option(
    "--into",
    metavar="FILE.csv",
    type=options.FILE,
    required=True,
    help="Where to write the table; the setting `actors` makes facta use it.",
)
def command(*, result: str, into: str) -> int:
    """Turn the result of the query in docs/actors.md, saved as CSV, into a table of actors that goes before the built-in one.

    Rows whose state or office facta does not know, or without a beginning, are left out and counted.

    \b
    facta holders query.csv --into holders.csv
    FACTA_ACTORS=holders.csv facta who "the French prime minister" --on 2026-10
    """
    from facta.resolve.wikidata import convert

    done = convert(result, into)
    for reason, (times, example) in sorted(done.left_out.items()):
        click.echo(f"facta: {counted(times, 'row')} left out: {reason}, for instance {example!r}.", err=True)
    click.echo(f"facta: {counted(done.rows, 'term')} written to {into}. Set FACTA_ACTORS={into} to use them.", err=True)
    return 0 if done.rows else 1
