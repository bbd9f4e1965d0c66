"""Options that several commands share, so that they are spelt and explained once."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from facta.read.raw import Options

if TYPE_CHECKING:
    from facta.store import Term

Decorated = Callable[..., Any]
FILE = click.Path(readable=False)
"""The name of a file, which a shell completes; whether it can be used is said by what uses it."""


def sources(command: Decorated) -> Decorated:
    """SOURCE... and what the user knows about them; the command receives `sources` and `given`, the checked Options."""

    @wraps(command)
    def received(
        *, columns: str | None, published: str | None, outlet: str | None, title: str | None, fetched: str | None, **rest: Any
    ) -> Any:
        return command(given=_given(columns, published, outlet, title, fetched), **rest)

    decorated: Decorated = received
    for decorate in (
        click.option(
            "--fetched",
            metavar="WHEN",
            help="When the files were saved, where they do not say so (2018-04-03 or 2018-04-03T14:30+02:00): from then "
            '"2 hours ago" is reckoned.',
        ),
        click.option("--title", help="Title of a text that has none."),
        click.option("--outlet", help="Outlet of a text that names none."),
        click.option(
            "--published", metavar="DATE", help="Publication date of a text that has none (2018-04-03, 2018-04 or 2018)."
        ),
        click.option(
            "--columns",
            metavar="FIELD=COL,...",
            help="Which column holds which field of a CSV, JSONL or Parquet file, e.g. text=body,published=day,outlet=paper; "
            "fields: id, text, html, title, published, outlet, url, fetched.",
        ),
        click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=FILE),
    ):
        decorated = decorate(decorated)
    return decorated


def _given(columns: str | None, published: str | None, outlet: str | None, title: str | None, fetched: str | None) -> Options:
    from facta.errors import UsageError
    from facta.read import ago
    from facta.read.sources import parse_columns
    from facta.values import dates

    if published and not dates.clean(published):
        raise UsageError(f"--published {published!r} is no date; write it as 2018-04-03, 2018-04 or 2018.")
    if fetched is not None and not ago.moment(fetched):
        raise UsageError(f"--fetched {fetched!r} is no day or time; write it as 2018-04-03 or 2018-04-03T14:30+02:00.")
    return Options(
        columns=parse_columns(columns) if columns else {},
        published=dates.clean(published),
        outlet=outlet,
        title=title,
        fetched=fetched,
    )


def shown(command: Decorated) -> Decorated:
    """--plot FILE and --format NAME, of commands that tell how a pair gets on; the command receives `plot` and `form`."""
    return click.option("--plot", metavar="FILE", type=FILE, help="Draw it: .svg, .png or .html.")(form(command))


def form(command: Decorated) -> Decorated:
    """--format of commands that print a few records rather than rows of the store; the command receives `form`."""
    forms = click.Choice(("table", "json", "jsonl", "csv"))
    return click.option("--format", "form", type=forms, default="table", help="What is printed [default: table].")(command)


def store(command: Decorated) -> Decorated:
    """--store FILE, falling back to $FACTA_STORE, the settings file, and facta.duckdb here."""
    text = "The store [default: $FACTA_STORE, else facta.duckdb]."
    return click.option("--store", "store_path", metavar="FILE", type=FILE, help=text)(command)


def store_path(given: str | None) -> str:
    """The store a command is to ask."""
    from facta.settings import text

    return given or text("store")


def party(asked: str | None) -> "str | list[str | Term] | None":
    """Who is asked for, as a query takes it (`states.party`); nobody costs no loading of what knows states."""
    if not asked:
        return asked
    from facta.relations import states

    return states.party(asked)


def period(command: Decorated) -> Decorated:
    """--since and --until, both inclusive."""
    for decorate in (
        click.option("--until", metavar="DATE", help="Up to and with this day, month or year."),
        click.option("--since", metavar="DATE", help="From this day, month or year on."),
    ):
        command = decorate(command)
    return command


def comments(command: Decorated) -> Decorated:
    """--comments: whose claims; readers' are never mixed with the article's unasked."""
    choice = click.Choice(["article", "readers", "all"])
    text = "Whose claims: the article's [default], those in readers' comments, or both."
    return click.option("--comments", type=choice, default="article", help=text)(command)


def page(command: Decorated) -> Decorated:
    """--page, to ask about one page only."""
    return click.option("--page", metavar="PAGE", help="Only this page, by id, URL or source.")(command)


def rows(command: Decorated) -> Decorated:
    """--format, --limit and --count of commands that print rows from a store."""
    for decorate in (
        click.option("--count", is_flag=True, help="Print only how many rows there are."),
        click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most this many rows."),
        click.option("--format", "form", metavar="FORMAT", help="table, csv, json, jsonl or parquet [default: table]."),
    ):
        command = decorate(command)
    return command
