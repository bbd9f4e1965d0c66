"""The corpus of short reports that the relations are validated on: read, coded, folded, and counted by pair and year."""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.scorers import DATA
from facta.events.ontology import QUADS
from facta.pipeline import outcomes
from facta.read.raw import Failure
from facta.store import Store, open_store
from facta.stories import pending, update

CORPUS = DATA / "corpus" / "wce_dyad_lines.jsonl.gz"
VALIDATION = DATA / "validation"
CACHE = Path.home() / ".cache" / "facta"
ROOMS = ("events", "language", "quotes", "read", "relations", "resolve", "store", "stories", "values")
"""What a coded and folded corpus depends on."""
Pair = tuple[str, str]
"""Two states by ISO code, in the order of the alphabet."""
PairYear = tuple[Pair, int]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Report:
    """One report of the corpus."""

    id: str
    day: date
    text: str
    countries: frozenset[str]
    outlet: str | None


@cache
def reports() -> tuple[Report, ...]:
    """Every report; of those that share an id the first, as the coder does."""
    found: dict[str, Report] = {}
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            site = next(iter(row["reported_by"]), None)
            report = Report(row["id"], date.fromisoformat(row["date"]), row["text"], frozenset(row["countries"]), site)
            found.setdefault(report.id, report)
    return tuple(found.values())


def pair(a: str, b: str) -> Pair:
    """Two states in order.

    >>> pair("USA", "CHN")
    ('CHN', 'USA')
    """
    return (a, b) if a < b else (b, a)


def together() -> Counter[PairYear]:
    """In how many reports of each year both states of a pair are named."""
    found: Counter[PairYear] = Counter()
    for report in reports():
        for a, b in combinations(sorted(report.countries), 2):
            found[(a, b), report.day.year] += 1
    return found


def counted(store: Store, statuses: Sequence[str] = ("actual",)) -> dict[PairYear, Floats]:
    """How many stories of each quad class each pair has in each year, either way: those dated to a year, each once."""
    rows = store.sql(
        """
        SELECT least(actor, recipient) AS a, greatest(actor, recipient) AS b, year(first_day) AS y, quad, count(DISTINCT id) AS n
        FROM story_dyads
        WHERE status IN (SELECT unnest(?::VARCHAR[])) AND first_day IS NOT NULL AND date_precision IS DISTINCT FROM 'decade'
        GROUP BY ALL
        """,
        [list(statuses)],
    )
    found: dict[PairYear, Floats] = defaultdict(lambda: np.zeros(len(QUADS)))
    for row in rows:
        found[(row["a"], row["b"]), row["y"]][row["quad"] - 1] = row["n"]
    return dict(found)


def cached() -> Path:
    """Where the corpus as this very code makes it is kept; what other code made is cleared away."""
    state = sha256()
    for room in ROOMS:
        for path in sorted(p for p in Path(str(files(f"facta.{room}"))).rglob("*") if p.is_file() and p.suffix != ".pyc"):
            state.update(path.read_bytes())
    here = CACHE / f"validation-{state.hexdigest()[:12]}.duckdb"
    for other in CACHE.glob("validation*.duckdb"):
        if other != here:
            other.unlink()
    return here


def stored(path: Path) -> Store:
    """The store at `path`; coded (four minutes on one core) where it lacks reports, and folded where that is not done."""
    store = open_store(path)
    (row,) = store.sql("SELECT count(*) AS n FROM pages")
    if row["n"] < len(reports()):
        texts = path.with_suffix(".jsonl")
        texts.write_text("".join(_lines()), "utf-8")
        coded = ((digest or "", result) for digest, result in outcomes([str(texts)]))
        store.put_many((result, digest) for digest, result in coded if not isinstance(result, Failure))
    if pending(store):
        update(store)
    return store


def _lines() -> Iterator[str]:
    for report in reports():
        row = {"id": report.id, "text": report.text, "published": report.day.isoformat(), "site": report.outlet}
        yield json.dumps(row, ensure_ascii=False) + "\n"
