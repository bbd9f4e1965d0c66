"""`facta triads`: whether the relations of three sides fit together."""

import click

from facta.cli import options


@click.command(short_help="Whether the relations between three states fit together.")
@click.argument("a", metavar="STATE")
@click.argument("b", metavar="STATE")
@click.argument("c", metavar="STATE")
@options.period
@options.form
@options.store
def command(*, a: str, b: str, c: str, since: str | None, until: str | None, form: str, store_path: str | None) -> int:
    """Say whether three relations are balanced: the product of their signs is positive (three friends, or two against one).

    \b
    facta triads CHN RUS USA --since 2022 --store news.duckdb
    """
    from facta.cli import relating
    from facta.cli.folding import folded
    from facta.cli.rows import apart, nothing
    from facta.relations.triads import triad

    path = options.store_path(store_path)
    apart((a, b, c))
    with folded(path) as store:
        found = triad(store, a, b, c, since=since, until=until)
        if not any(found.stories.values()):
            time = " in this time" if since or until else ""
            click.echo(nothing(store, f"{path} has no story of any two of {', '.join(found.sides)}{time}."), err=True)
    relating.write_triad(found, form)
    return 0
