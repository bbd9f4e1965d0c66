"""`facta ledger`: each commitment and the deed that kept it, or none yet."""

from collections.abc import Callable

import click

from facta.cli import options

STATES = ("kept", "broken", "open", "expired", "unobserved")
"""Those of `relations.records.State`, which loads numpy: asking for help must not."""


Pair = tuple[str, str]


def _verdict(name: str, help_: str) -> Callable[[options.Decorated], options.Decorated]:
    """An option that says something of a match; given again it is seen, and refused."""
    return click.option(name, nargs=2, multiple=True, metavar="COMMITMENT DEED", help=help_)


@click.command(short_help="Each commitment of a pair of states, and the deed that kept it.")
@click.argument("a", metavar="STATE")
@click.argument("b", metavar="STATE")
@options.period
@click.option(
    "--horizon",
    type=click.IntRange(min=1),
    metavar="DAYS",
    default=365,
    help="Days inside which an act counts as the answer [default: 365].",
)
@click.option(
    "--least",
    type=click.FloatRange(0.1, 0.95),
    metavar="SCORE",
    default=0.3,
    help="Score from which an act is taken for the answer, .1 to .95: the higher, the fewer and surer [default: .3].",
)
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice(STATES),
    help="List only commitments in this state; may be given again. Shares are of all.",
)
@_verdict("--confirm", "Remember that this deed answers this commitment (ids of events).")
@click.option("--kept", is_flag=True, help="With --confirm: it keeps the commitment [default: what the types of both say].")
@click.option("--broken", is_flag=True, help="With --confirm: it breaks the commitment.")
@_verdict("--reject", "Remember that this deed does not answer this commitment.")
@_verdict("--withdraw", "Forget what was confirmed or rejected of the two.")
@options.shown
@options.store
def command(
    *,
    a: str,
    b: str,
    since: str | None,
    until: str | None,
    horizon: int,
    least: float,
    states: tuple[str, ...],
    confirm: tuple[Pair, ...],
    kept: bool,
    broken: bool,
    reject: tuple[Pair, ...],
    withdraw: tuple[Pair, ...],
    plot: str | None,
    form: str,
    store_path: str | None,
) -> int:
    """Follow every commitment of two states to each other: agreements, concessions, threats, signed treaties, announced acts.

    A commitment is kept when a matching act follows inside the horizon, broken when the contrary does, open while there is
    time, expired when there was none; unobserved when it was made before the first report and nothing answers it.
    Follow-through is compared with two placebos: the same commitments with their dates shuffled, and as many days before them.

    \b
    facta ledger CHN RUS --store news.duckdb
    facta ledger CHN RUS --state open --format csv
    facta ledger CHN RUS --confirm e1a2b3c4 e5d6f7a8 --broken
    facta ledger CHN RUS --withdraw e1a2b3c4 e5d6f7a8
    """
    from facta.cli import pictures, relating
    from facta.cli.folding import fold, folded
    from facta.cli.rows import apart, nothing
    from facta.errors import UsageError
    from facta.relations import judge, ledger
    from facta.relations import withdraw as take_back
    from facta.relations.relate import pair
    from facta.relations.wording import the
    from facta.store import open_store

    path = options.store_path(store_path)
    pair(a, b)  # a name that stands for nobody is said at once
    apart((a, b))
    if plot is not None:
        pictures.check(plot)
    if len(confirm) + len(reject) + len(withdraw) > 1:
        raise UsageError("One verdict at a time: --confirm, --reject or --withdraw, with one COMMITMENT and one DEED.")
    if kept and broken:
        raise UsageError("--kept and --broken exclude each other.")
    if (kept or broken) and not confirm:
        raise UsageError("--kept and --broken say how a confirmed act answers; name it by --confirm COMMITMENT DEED.")
    if confirm or reject or withdraw:
        with open_store(path, create=False) as store:
            fold(store)
            for match in withdraw:
                take_back(store, *match)
            for match in confirm or reject:
                judge(store, a, b, *match, answers=bool(confirm), way="kept" if kept else "broken" if broken else None)
    with folded(path) as store:
        found = ledger(store, a, b, since=since, until=until, horizon=horizon, least=least)
        if not found.commitments:
            time = " in this time" if since or until else ""
            one, other = map(the, found.names)
            click.echo(nothing(store, f"{path} has no commitment of {one} and {other}{time}."), err=True)
    relating.write_ledger(found.narrowed(states), form)
    if plot is not None:
        pictures.ledger(found, plot)
    return 0
