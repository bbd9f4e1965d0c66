"""`facta read`: page, article and thread, nothing coded."""

import click

from facta.cli import options
from facta.read.raw import Options

FORMS = ("jsonl", "json", "text")


@click.command(short_help="Page, article and thread only.")
@options.sources
@click.option("--format", "form", type=click.Choice(FORMS), help="What is printed [default: text on a terminal, else jsonl].")
def command(*, sources: tuple[str, ...], given: Options, form: str | None) -> int:
    """Read pages into articles and threads, without coding them. A SOURCE is what facta code takes.

    \b
    facta read page.html
    facta read archive.warc.gz --format jsonl | head -1
    """
    from facta.cli import output
    from facta.cli.run import Run
    from facta.pipeline import outcomes

    run = Run(outcomes(sources, options=given, only_read=True))
    with output.readings(form, person="text") as write:
        for reading, _ in run.good():
            write(reading)
    return run.exit_code
