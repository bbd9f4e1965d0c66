"""`facta relations`: words, commitments and deeds of a pair over time."""

import click

from facta.cli import options

PERIODS = ("day", "week", "month", "quarter", "year")


@click.command(short_help="Words, commitments and deeds of a pair of states over time.")
@click.argument("a", metavar="STATE")
@click.argument("b", metavar="STATE")
@click.option("--by", type=click.Choice(PERIODS), default="month", help="Length of a period [default: month].")
@click.option("--both", is_flag=True, help="What either does to the other; without it, what the first does to the second.")
@options.period
@options.shown
@options.store
def command(
    *,
    a: str,
    b: str,
    by: str,
    both: bool,
    since: str | None,
    until: str | None,
    plot: str | None,
    form: str,
    store_path: str | None,
) -> int:
    """Measure what the first STATE says, promises and does to the second: counts of stories, balances and their 95% intervals.

    STATE is a code (CHN), a name ("South Korea") or a group (EU, G7, NATO, WEST). A meeting or a deal counts for both sides. Only
    what has happened counts (status actual), once a story however many reports tell it.

    \b
    facta relations CHN RUS --store news.duckdb
    facta relations USA EU --by year --since 2015 --plot us-eu.svg
    """
    from facta.cli import pictures, relating
    from facta.cli.folding import folded
    from facta.cli.rows import apart, nothing
    from facta.relations import relations
    from facta.relations.relate import pair
    from facta.relations.wording import the

    path = options.store_path(store_path)
    pair(a, b)  # a name that stands for nobody is said at once
    apart((a, b))
    if plot is not None:
        pictures.check(plot)
    with folded(path) as store:
        found = relations(store, a, b, by=by, since=since, until=until, directed=not both)
        if not found.total.stories:
            time = " in this time" if since or until else ""
            one, other = map(the, found.names)
            click.echo(nothing(store, f"{path} has no story of {one} and {other}{time}."), err=True)
    relating.write(found, form)
    if plot is not None:
        pictures.relation(found, plot, since=since)
    return 0
