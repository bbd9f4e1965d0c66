"""`facta explain`: from an id back to the words."""

import click

from facta.cli import options


@click.command(short_help="Any event, story, quotation, actor, comment or page back to its words.")
@click.argument("id_", metavar="ID")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text", help="What is printed [default: text]."
)
@options.store
def command(*, id_: str, form: str, store_path: str | None) -> int:
    """Say what stands behind ID: the sentences, the page, the chain of sources, the step that made it.

    The beginning of an id is enough, from six characters on. Of a story, it lists every report that tells it. A page goes by its
    URL or source too.

    \b
    facta explain e3f6a91
    facta explain https://example.org/visit
    """
    from facta.cli import explanation
    from facta.store import open_store
    from facta.stories import explained

    with open_store(options.store_path(store_path), read_only=True) as store:
        explanation.write(explained(store, id_), form)
    return 0
