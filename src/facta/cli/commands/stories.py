"""`facta stories`: acts, each once, however many reports tell them."""

from typing import Any

import click

from facta.cli import options


@click.command(short_help="Stories of a store: each act once, with how many reports tell it.")
@click.option("--actor", metavar="STATE", help="Who acts: a code (RUS), a name (Russia) or a group (EU).")
@click.option("--recipient", metavar="STATE", help="Who is acted upon, or the other side of a meeting.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="PLOVER type, e.g. CONSULT; may be given again.")
@click.option("--rung", multiple=True, metavar="RUNG", help="talk, commitment or deed; may be given again.")
@click.option(
    "--status", multiple=True, metavar="STATUS", help="actual, planned, possible, negated or historical; may be given again."
)
@click.option(
    "--min-independent",
    type=click.IntRange(min=1),
    metavar="N",
    help="Told by so many texts or more that are no copies of each other.",
)
@click.option("--refold", is_flag=True, help="List nothing: fold all reports again by the rules of this facta.")
@options.period
@options.rows
@options.store
def command(
    *,
    store_path: str | None,
    form: str | None,
    count: bool,
    types: tuple[str, ...],
    actor: str | None,
    recipient: str | None,
    refold: bool,
    **asked: Any,
) -> int:
    """List acts with the number of reports, outlets and independent texts that tell each; `facta explain ID` shows them all.

    \b
    facta stories --actor RUS --recipient CHN --since 2018
    facta stories --rung deed --min-independent 2 --format csv > deeds.csv
    facta stories --refold
    """
    from facta.cli.folding import fold, folded
    from facta.cli.rows import answer
    from facta.events.ontology import ontology
    from facta.relations.states import side
    from facta.store import StoryQuery, open_store

    known = [ontology().type(name.upper()).name for name in types]
    codes = {name: () if word is None else side(word).terms for name, word in (("actor", actor), ("recipient", recipient))}
    path = options.store_path(store_path)
    if refold:
        with open_store(path, create=False) as store:
            fold(store, again=True)
        return 0
    with folded(path):
        pass  # what has come since is folded first
    query = StoryQuery(type=known, actor=codes["actor"], recipient=codes["recipient"], **asked)
    return answer(path, query, form, (actor, recipient), count=count)
