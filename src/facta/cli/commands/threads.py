"""`facta threads`: ask a store what readers wrote under its pages."""

from typing import Any

import click

from facta.cli import options


@click.command(short_help="Reader comments of a store, as threads.")
@click.option("--author", metavar="NAME", help="Who posted.")
@click.option("--words", metavar="WORDS", help="Words that stand in the comment.")
@click.option("--kind", multiple=True, metavar="KIND", help="comment, pingback or trackback; may be given again.")
@options.period
@options.page
@options.rows
@options.store
def command(*, store_path: str | None, form: str | None, count: bool, **asked: Any) -> int:
    """List reader comments, replies below what they answer.

    \b
    facta threads --page https://example.org/visit
    facta threads --words sanctions --format csv
    """
    from facta.cli.rows import answer
    from facta.store import ThreadQuery

    return answer(store_path, ThreadQuery(**asked), form, count=count)
