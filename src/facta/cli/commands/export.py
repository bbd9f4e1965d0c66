"""`facta export`: a store in the schemas that users already read."""

from typing import TYPE_CHECKING, Any

import click

from facta.cli import options

if TYPE_CHECKING:
    from facta.store import StoryQuery

OF_EVENTS = ("min_confidence", "page", "comments")
"""Filters that stories have no use for."""


@click.command(short_help="A store as POLECAT, GDELT, ICEWS, CSV, Parquet or JSON lines.")
@click.option(
    "--format", "form", required=True, metavar="FORMAT", help="polecat, gdelt, icews, csv, parquet, json, jsonl or table."
)
@click.option(
    "--unit",
    type=click.Choice(("story", "event")),
    default="story",
    help="What a row is: a story [default], or an event as one report tells it.",
)
@click.option("--actor", metavar="STATE", help="Who acts: a state (RUS, Russia) or a group (EU); of events a name too (shoigu).")
@click.option("--recipient", metavar="STATE", help="Who is acted upon, or the other side of a meeting.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="PLOVER type, e.g. CONSULT; may be given again.")
@click.option("--rung", multiple=True, metavar="RUNG", help="talk, commitment or deed; may be given again.")
@click.option(
    "--status",
    multiple=True,
    metavar="STATUS",
    help="actual, planned, possible, negated or historical; may be given again "
    "[default: all; for polecat, gdelt and icews actual, since they say of every act that it happened].",
)
@click.option("--min-confidence", type=float, metavar="0..1", help="Leave out less certain ones (events only).")
@options.period
@options.page
@options.comments
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most this many stories or events.")
@options.store
def command(*, store_path: str | None, form: str, unit: str, types: tuple[str, ...], **asked: Any) -> int:
    """Write stories (each act once, however many reports tell it) or events in a form that other programs read, to stdout.

    What a schema wants and facta does not know stays empty; docs/exports.md says column by column what stands where.

    \b
    facta export --format polecat --since 2018 --store news.duckdb > acts.tsv
    facta export --format gdelt --unit event --actor RUS > rus.export.csv
    """
    from facta.cli.folding import folded
    from facta.cli.rows import answer
    from facta.events.ontology import ontology
    from facta.store import EventQuery, exports

    exports.load(form)  # one that does not exist is said before anything is folded
    asked["type"] = [ontology().type(name.upper()).name for name in types]
    path = options.store_path(store_path)
    parties = asked["actor"], asked["recipient"]
    if unit == "event":
        asked |= {name: options.party(asked[name]) for name in ("actor", "recipient")}
        return answer(path, EventQuery(**asked), form, parties)
    query = _of_stories(asked)
    with folded(path):
        pass  # what has come since is folded first
    return answer(path, query, form, parties)


def _of_stories(asked: dict[str, Any]) -> "StoryQuery":
    """The question about stories; UsageError when only events can answer."""
    from facta.errors import UsageError
    from facta.relations.states import side
    from facta.store import StoryQuery

    strange = [name for name in OF_EVENTS if asked.pop(name) not in (None, "article")]
    if strange:
        raise UsageError(f"--{strange[0].replace('_', '-')} asks about single reports: add --unit event.")
    for name in ("actor", "recipient"):
        asked[name] = () if asked[name] is None else side(asked[name]).terms
    return StoryQuery(**asked)
