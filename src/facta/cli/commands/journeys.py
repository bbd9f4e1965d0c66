"""`facta journeys`: who stayed in which state, and when."""

from typing import Any

import click

from facta.cli import options


@click.command(short_help="Journeys of persons: who stayed in which state, and when.")
@click.option("--traveller", metavar="STATE|NAME", help="Who travels: a state (USA, Japan), a group (EU) or a name (kerry).")
@click.option("--host", metavar="STATE", help="Where to: a state or a group.")
@click.option("--how", multiple=True, metavar="HOW", help="What tells it: visit, talks or said; may be given again.")
@click.option("--status", multiple=True, metavar="STATUS", help="actual (the default), planned, ...; may be given again.")
@click.option("--min-confidence", type=float, metavar="0..1", help="Leave out less certain ones.")
@options.period
@options.rows
@options.store
def command(
    *,
    store_path: str | None,
    form: str | None,
    count: bool,
    traveller: str | None,
    host: str | None,
    status: tuple[str, ...],
    **asked: Any,
) -> int:
    """List the stays of persons in states that are not their own, each once: visits, talks held there, and what was said there.
    `facta explain ID` leads to the sentence that shows one best.

    \b
    facta journeys --traveller USA --host KOR --since 2012
    facta journeys --traveller "Angela Merkel" --how visit --format csv > merkel.csv
    facta journeys --traveller RUS --status planned
    """
    from facta.cli.folding import folded
    from facta.cli.rows import answer
    from facta.relations.states import side
    from facta.store import JourneyQuery

    query = JourneyQuery(
        traveller=options.party(traveller),
        host=side(host).terms if host is not None else (),
        status=status or ("actual",),
        **asked,
    )
    path = options.store_path(store_path)
    with folded(path):
        pass  # what has come since is folded first, for copies of one text count once
    return answer(path, query, form, (traveller, host), count=count)
