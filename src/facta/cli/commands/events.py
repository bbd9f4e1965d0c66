"""`facta events`: ask a store who did what to whom."""

from typing import Any

import click

from facta.cli import options


@click.command(short_help="Events of a store: who did what to whom.")
@click.option("--actor", metavar="STATE|NAME", help="Who acts: a state (RUS, Russia), a group (EU) or a name (shoigu).")
@click.option("--recipient", metavar="STATE|NAME", help="Who is acted upon, or the other side of a meeting.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="PLOVER type, e.g. CONSULT; may be given again.")
@click.option("--rung", multiple=True, metavar="RUNG", help="talk, commitment or deed; may be given again.")
@click.option(
    "--status", multiple=True, metavar="STATUS", help="actual, planned, possible, negated or historical; may be given again."
)
@click.option("--min-confidence", type=float, metavar="0..1", help="Leave out less certain ones.")
@options.period
@options.page
@options.comments
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
    **asked: Any,
) -> int:
    """List the events of a store; a meeting of two states is found in either order.

    \b
    facta events --actor RUS --recipient CHN --since 2018
    facta events --rung deed --format csv > deeds.csv
    """
    from facta.cli.rows import answer
    from facta.events.ontology import ontology
    from facta.store import EventQuery

    known = [ontology().type(name.upper()).name for name in types]
    query = EventQuery(type=known, actor=options.party(actor), recipient=options.party(recipient), **asked)
    return answer(store_path, query, form, (actor, recipient), count=count)
