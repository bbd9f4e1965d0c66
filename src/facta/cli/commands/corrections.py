"""`facta corrections`: what people said of events and quotations, for reading or as training data."""

import sys

import click

from facta.cli import options


@click.command(short_help="What people said of events and quotations; also as training data.")
@options.form
@options.store
def command(*, form: str, store_path: str | None) -> int:
    """List the events and quotations that a person kept, corrected, rejected or added in the explorer, beside what the machine
    said; and the matches of the ledger that were confirmed or rejected, which jsonl leaves out.

    With jsonl, one line for each text, in the form in which reports are coded by hand, so that it can train the next model: its
    events as the person has them, what was `rejected`, what the `machine` said where it was corrected, which were `added`, how
    many events of the text are still `unjudged`, and the same of its `quotations`. With csv, one line for each judgement: what
    the person and what the machine said, in columns of the same names.

    \b
    facta corrections --store news.duckdb
    facta corrections --format jsonl > corrections.jsonl
    facta corrections --format csv > corrections.csv
    """
    import msgspec

    from facta.cli import correcting, output
    from facta.cli.rows import nothing
    from facta.relations.commitments import verdicts
    from facta.store import open_store
    from facta.store.corrections import Correction, QuoteCorrection, corrections, protocol, quotations

    path = options.store_path(store_path)
    with open_store(path, read_only=True) as store:
        said: list[Correction | QuoteCorrection] = [*corrections(store), *quotations(store)]
        matches = verdicts.said(store)
        if not said and not matches:
            where = "facta serve opens the explorer, where it can be done"
            click.echo(nothing(store, f"nobody has judged anything in {path} yet; {where}."), err=True)
        if form == "jsonl":
            for item in protocol(store):
                sys.stdout.buffer.write(msgspec.json.encode(item) + b"\n")
        elif form == "csv":
            output.sheet(correcting.lines(said, matches), correcting.Line)
        elif form == "json":
            sys.stdout.buffer.write(msgspec.json.encode([*said, *matches]) + b"\n")
        else:
            tables = [correcting.table(said)] * bool(said) + [correcting.matches(matches)] * bool(matches)
            for table in tables:
                output.console().print(output.Harmless(table))
    sys.stdout.buffer.flush()
    return 0
