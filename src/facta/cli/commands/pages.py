"""`facta pages`: what a store holds."""

from typing import Any

import click

from facta.cli import options


@click.command(short_help="Pages of a store, with how much was found in each.")
@click.option("--outlet", metavar="NAME", help="Which outlet published it, by whole words of its name.")
@click.option("--words", metavar="WORDS", help="Words that stand in the title or the address.")
@options.period
@options.page
@options.rows
@options.store
def command(*, store_path: str | None, form: str | None, count: bool, **asked: Any) -> int:
    """List the pages of a store by the day they were published, those without a day last, each with the number of its events,
    quotations and comments. Its key stands at the end: what --page, facta explain and facta forget take.

    \b
    facta pages --store news.duckdb
    facta pages --outlet courier --since 2018-04 --format csv > pages.csv
    facta pages --words ceasefire --count
    """
    from facta.cli.rows import answer
    from facta.store import PageQuery

    return answer(store_path, PageQuery(**asked), form, count=count)
