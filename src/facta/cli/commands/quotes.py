"""`facta quotes`: ask a store who said what."""

from typing import Any

import click

from facta.cli import options


@click.command(short_help="Quotations of a store: who said what, on whose word.")
@click.option(
    "--actor",
    "--speaker",
    "speaker",
    metavar="STATE|NAME",
    help="Who speaks: a state (CHN, China), a group (EU) or a name (lavrov).",
)
@click.option("--words", metavar="WORDS", help="Words that stand in what was said.")
@click.option("--kind", multiple=True, metavar="KIND", help="direct, indirect or mixed; may be given again.")
@click.option("--act", multiple=True, metavar="ACT", help="said, wrote, thought or other; may be given again.")
@click.option("--min-confidence", type=float, metavar="0..1", help="Leave out less certain ones.")
@options.period
@options.page
@options.comments
@options.rows
@options.store
def command(*, store_path: str | None, form: str | None, count: bool, speaker: str | None, **asked: Any) -> int:
    """List the quotations of a store with their speakers and chains of sources.

    \b
    facta quotes --speaker shoigu --words china
    facta quotes --actor CHN --since 2018-04 --format jsonl
    """
    from facta.cli.rows import answer
    from facta.store import QuoteQuery

    return answer(store_path, QuoteQuery(speaker=options.party(speaker), **asked), form, (speaker,), count=count)
