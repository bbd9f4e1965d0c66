"""Pages to put into stores, and the same store behind every backend."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facta.records import (
    Actor,
    ActorMention,
    Comment,
    Credit,
    Event,
    Made,
    Page,
    Paragraph,
    Party,
    Problem,
    Quote,
    Reading,
    Source,
    Span,
    When,
    span,
)
from facta.store import Store, open_store

MACHINE = Made(step="events", version="1")
PERSON = Made(step="correction", version="1", kind="human")
TEXT = "Wei Fenghe met Sergei Shoigu in Moscow on Tuesday. “The ties are firm,” Wei said. The United States fined Erdoğan."


def party(words: str, country: str | None, **more: object) -> Party:
    """A party as TEXT writes it."""
    start = TEXT.index(words)
    return Party(text=words, start=start, end=start + len(words), country=country, **more)


def event(id_: str, type_: str = "CONSULT", **fields: object) -> Event:
    """An event whose trigger is TEXT's "met", as far as the fields don't say otherwise."""
    known = {
        "quad": 1,
        "rung": "talk",
        "trigger": span(TEXT, 11, 14),
        "evidence": span(TEXT, 0, 38),
        "confidence": 0.9,
        "made_by": MACHINE,
    }
    return Event(id=id_, type=type_, **(known | fields))


def words(text: str, part: str) -> Span:
    """The first place of `part` in `text`."""
    return span(text, text.index(part), text.index(part) + len(part))


@pytest.fixture(scope="session")
def visit() -> Reading:
    """A page with a meeting, a fine, a quotation, and two comments of which one claims an event."""
    wei = Actor(
        id="a00000000wei", name="Wei Fenghe", kind="person", country="CHN", role="defence minister",
        mentions=(ActorMention(start=0, end=10, text="Wei Fenghe"),),
    )  # fmt: skip
    meeting = event(
        "e000000000meet",
        actors=(party("Wei Fenghe", "CHN", actor=wei.id), party("Sergei Shoigu", "RUS")),
        date=When(iso="2018-04-03", precision="day", text="Tuesday"),
        assertion=(Source(name="Newsweek", kind="outlet"), Source(name="Tass", kind="agency", start=0, end=3)),
        also=(words(TEXT, "The ties are firm"),),
    )
    fine = event(
        "e000000000fine", "SANCTION", quad=4, rung="deed", confidence=0.4, trigger=words(TEXT, "fined"),
        evidence=words(TEXT, "The United States fined Erdoğan"),
        actors=(party("United States", "USA"),), recipients=(party("Erdoğan", "TUR", name="Recep Tayyip Erdoğan"),),
        date=When(iso="2018-05", precision="month"),
    )  # fmt: skip
    claim = event(
        "e00000000claim", comment="c0000000000a", trigger=words("Russia attacked Ukraine", "attacked"), evidence=None,
        actors=(Party(text="Russia", start=0, end=6, country="RUS"),),
        recipients=(Party(text="Ukraine", start=16, end=23, country="UKR"),),
    )  # fmt: skip
    quote = Quote(
        id="q0000000000wei", kind="direct", act="said", content=(words(TEXT, "The ties are firm"),), cue=(words(TEXT, "said"),),
        speaker=(words(TEXT, "Wei"),), speaker_actor=wei.id, chain=(Source(name="Newsweek", kind="outlet"),), confidence=0.8,
        made_by=MACHINE,
    )  # fmt: skip
    return Reading(
        page=Page(
            id="1", key="p0000000visit", source="visit.html", url="https://news.example/visit", title="A visit", site="Newsweek",
            published="2018-04-04", language="en", byline=("A. Writer",), credit=Credit(outlet="Tass", text="(Tass)"), text=TEXT,
            paragraphs=(Paragraph(id="r1", kind="body", start=0, end=len(TEXT)),),
        ),
        thread=(
            Comment(
                id="c0000000000a", author="Ann Johns", text="Russia attacked Ukraine", date="2018-04-05", date_text="5 April"
            ),
            Comment(id="c0000000000b", parent="c0000000000a", author="Bo", text="=1+1"),
        ),
        quotes=(quote,),
        events=(meeting, fine, claim),
        actors=(wei,),
        problems=(Problem(step="read", message="no date in the credit line"),),
    )  # fmt: skip


@pytest.fixture(scope="session")
def another() -> Reading:
    """A page about something else, of another outlet."""
    text = "Russia visited China."
    trip = event(
        "e000000000trip", trigger=words(text, "visited"), evidence=words(text, "Russia visited China"),
        actors=(Party(text="Russia", start=0, end=6, country="RUS"),),
        recipients=(Party(text="China", start=15, end=20, country="CHN"),),
        status="planned", rung="commitment",
    )  # fmt: skip
    return Reading(page=Page(id="1", key="p0000000trip", source="trip.html", site="AP", text=text), events=(trip,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a new store may be made."""
    return tmp_path / "news.duckdb"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new empty store."""
    with open_store(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory, visit: Reading, another: Reading) -> dict[str, Path]:
    """Where a store of two pages lies, by backend."""
    folder = tmp_path_factory.mktemp("stores")
    with open_store(folder / "news.duckdb") as made:
        made.put_many([(visit, "digest-visit"), (another, "digest-trip")])
        return {"duckdb_file": folder / "news.duckdb", "parquet": made.to_parquet(folder / "parquet")}


@pytest.fixture(scope="session", params=["duckdb_file", "parquet"])
def filled(request: pytest.FixtureRequest, written: dict[str, Path]) -> Iterator[Store]:
    """A store of two pages, read only, behind each backend."""
    with open_store(written[request.param], read_only=True) as opened:
        yield opened
