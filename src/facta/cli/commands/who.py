"""`facta who`: who is meant by a mention as of a date."""

from collections.abc import Iterator
from pathlib import Path

import click

from facta.cli import options

FORMS = ("table", "jsonl", "json", "csv")


@click.command(short_help="Who is meant by a mention on a date, and why.")
@click.argument("mention", required=False)
@click.option("--on", metavar="DATE", help="The day, month or year of the mention (2018-04-03) [default: any].")
@click.option(
    "--from", "path", metavar="FILE.tsv", type=options.FILE, help="Lines of mention TAB date instead of one MENTION; - for stdin."
)
@click.option("--format", "form", type=click.Choice(FORMS), help="What is printed [default: table on a terminal, else jsonl].")
def command(*, mention: str | None, on: str | None, path: str | None, form: str | None) -> int:
    """Say who may be meant, best first: name, country with its Correlates of War (COW) and Gleditsch-Ward
    (GW) numbers of the day, sector, office, and why. With csv, one line for each of them; a mention
    of nobody known has a line without a name.

    \b
    facta who "the Russian defence minister" --on 2018-04-03
    facta who --from mentions.tsv --format jsonl
    facta who --from mentions.tsv --format csv > who.csv
    """
    from facta.cli import candidates

    if bool(mention and mention.strip()) == (path is not None):
        raise click.UsageError("Give one MENTION, which is not empty, or a file of them with --from.")
    asked: Iterator[tuple[str, str | None]] = _lines(path) if path else iter([(mention or "", on)])
    day = _date(on)
    candidates.write(((words, date or day) for words, date in asked), form, typed=path is None)
    return 0


def _lines(path: str) -> Iterator[tuple[str, str | None]]:
    """Mention and checked date of each line that is not empty."""
    try:
        with click.open_file(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                words, _, date = line.rstrip("\r\n").partition("\t")
                if words.strip():
                    yield words, _date(date.strip(), f"{path}, line {number}: ")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise click.UsageError(f"The mentions in {Path(path)} cannot be read: {why}. Lines must be mention TAB date.") from None


def _date(value: str | None, where: str = "") -> str | None:
    from facta.values import dates

    clean = dates.clean(value) if value else None
    if value and clean is None:
        raise click.UsageError(f"{where}{value!r} is no date; write 2018, 2018-04 or 2018-04-03.")
    return clean
