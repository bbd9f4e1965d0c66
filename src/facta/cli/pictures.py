"""Draws relations and ledgers into files; the drawing itself is `relations.pictures`."""

from os import getpid
from pathlib import Path
from typing import get_args

import click

from facta.cli.output import check_folder
from facta.errors import FactaError, UsageError
from facta.relations.pictures import Form
from facta.relations.records import Ledger, Relation

ENDINGS = tuple(f".{form}" for form in get_args(Form))


def check(path: str) -> None:
    """UsageError for a file whose ending says no form we draw, or whose folder is missing, before anything is measured."""
    if Path(path).suffix.lower() not in ENDINGS:
        raise UsageError(f"--plot {path!r}: end the file's name in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}.")
    check_folder("--plot", path)


def relation(found: Relation, path: str, *, since: str | None = None) -> None:
    """Draw a relation; from its first story on where a beginning was asked for, else the years that hold nearly all stories."""
    from facta.relations.pictures import relation as drawn
    from facta.relations.spans import apart_sentence, crowd_of

    _keep(path, drawn(found, _form(path), whole=bool(since)))
    crowd = crowd_of(found)
    if crowd.before and not since:
        click.echo(f"facta: {apart_sentence(crowd)}; --since {min(crowd.before):04} draws all.", err=True)


def ledger(found: Ledger, path: str) -> None:
    """Draw a ledger."""
    from facta.relations.pictures import ledger as drawn

    _keep(path, drawn(found, _form(path)))


def _form(path: str) -> str:
    return Path(path).suffix.lower().removeprefix(".")


def _keep(path: str, drawn: bytes) -> None:
    """Write the file whole or not at all: on a full disk an older picture of the name stays."""
    target = Path(path).resolve()
    part = target.with_name(f".facta-{getpid()}.part")  # of a length that fits wherever the name itself does
    try:
        part.write_bytes(drawn)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise FactaError(f"The picture {path} cannot be written: {error.strerror}.") from None
    click.echo(f"facta: drawn into {path}.", err=True)
