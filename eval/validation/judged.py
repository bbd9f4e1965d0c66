"""Whether the ledger's answers are right in real reports: pairs of a commitment and an act of the corpus that readers judged.

`eval/judged.jsonl` has a line a pair: `{"pair", "half", "made", "done", "answers", "commitment"}`: the two states, the report and
the characters that tell the commitment and the act, what each reader takes the act for (keeps, breaks, neither), and whether each
takes the former for a commitment at all. How they were drawn and judged stands in `eval/LEDGERS.md`. The half `fit` is for the
weights of the match (`eval.ledgers --fit`), `later` for those to come; `measure`, of other pairs of states, for this section.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.tables import Section, Table
from eval.validation.statistics import share
from facta.relations import ledger
from facta.relations.commitments.book import answered
from facta.relations.commitments.scoring import FEATURES
from facta.relations.records import Commitment
from facta.store import Store

TITLE = "The ledger's answers in real reports"
FILE = Path(__file__).resolve().parents[1] / "judged.jsonl"
STATES = {"kept": "keeps", "broken": "breaks"}
"""What a reader has to say for the state of an entry to be right."""

Place = tuple[str, int, int]
"""A report and the characters of it that tell an act."""


@dataclass(frozen=True)
class Judged:
    """A commitment, an act, and what readers take the act for."""

    pair: tuple[str, str]
    half: str
    made: Place
    done: Place
    answers: tuple[str, ...]
    commitment: tuple[bool, ...]

    def is_(self, answer: str) -> bool:
        """Whether all readers say so."""
        return set(self.answers) == {answer}


def judged(half: str) -> list[Judged]:
    """The pairs of one half."""
    rows = map(json.loads, FILE.read_text("utf-8").splitlines())
    told = (
        Judged(
            (row["pair"][0], row["pair"][1]),
            row["half"],
            tuple(row["made"]),
            tuple(row["done"]),
            tuple(row["answers"]),
            tuple(row["commitment"]),
        )
        for row in rows
    )
    return [one for one in told if one.half == half]


class Told:
    """Which story of a store is told where."""

    def __init__(self, store: Store) -> None:
        """By reports, and by events."""
        sql = """
            SELECT t.story, t.event, p.id AS report, coalesce(e.evidence."start", e."trigger"."start") AS first,
                   coalesce(e.evidence."end", e."trigger"."end") AS last
            FROM tellings t JOIN events e ON e.id = t.event JOIN pages p ON p.no = e.page_no
        """
        self._in: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self.of: dict[str, str] = {}
        """The story of each event."""
        for row in store.sql(sql):
            self._in[row["report"]].append((row["first"], row["last"], row["story"]))
            self.of[row["event"]] = row["story"]

    def at(self, place: Place) -> set[str]:
        """The stories told by words that overlap these."""
        report, first, last = place
        return {story for start, end, story in self._in.get(report, ()) if start < last and first < end}


def pairs(half: str, told: Told) -> Mapping[tuple[str, str], Mapping[tuple[str, str], Judged]]:
    """By two states: what was judged, by the stories of commitment and act."""
    found: dict[tuple[str, str], dict[tuple[str, str], Judged]] = defaultdict(dict)
    for one in judged(half):
        for commitment in sorted(told.at(one.made)):
            for act in sorted(told.at(one.done)):
                found[one.pair][commitment, act] = one
    return found


def compared(store: Store) -> Iterator[tuple[list[float], bool]]:
    """To fit: the judged pairs of the half for it that the match compares, with their features, and whether they answer so."""
    told = Told(store)
    for sides, known in pairs("fit", told).items():
        for commitment, act, features in answered(store, *sides):
            one = known.get((told.of[commitment], told.of[act]))
            if one is not None:
                yield features, one.is_("breaks" if features[FEATURES.index("broken")] else "keeps")


def section(store: Store) -> Section:
    """How many of the answers that were judged are right, and how many right ones are named."""
    told, n = Told(store), Counter[str]()
    for sides, known in pairs("measure", told).items():
        right = {key for key, one in known.items() if one.is_("keeps") or one.is_("breaks")}
        n["right"] += len({commitment for commitment, _ in right})
        for entry in ledger(store, *sides).commitments:
            if entry.deed:
                n.update(_counts(entry, known, (told.of[entry.event], told.of[entry.deed])))
    rows = [
        ("answers named that were judged", f"{n['judged']:,} of {n['named']:,}"),
        ("right: kept or broken, as readers say", str(share(n["hits"], n["judged"]))),
        ("an answer, but the other way round", str(share(n["turned"], n["judged"]))),
        ("commitments with a right answer that have it named", str(share(n["hits"], n["right"]))),
        ("entries that readers take for a commitment", str(share(n["commitments"], n["judged"]))),
    ]
    return Section(
        TITLE,
        (
            "Pairs of a commitment and the act that the ledger names as its answer, or nearly named, in the busiest pairs of"
            " states; of those set apart for measuring. Readers saw both reports and not what the ledger says. Shares with their"
            " 95% interval.",
            Table(("", "measured"), rows),
        ),
    )


def _counts(entry: Commitment, known: Mapping[tuple[str, str], Judged], at: tuple[str, str]) -> Iterator[str]:
    yield "named"
    one = known.get(at)
    if one is None:
        return
    yield "judged"
    if all(one.commitment):
        yield "commitments"
    if one.is_(STATES[entry.state]):
        yield "hits"
    elif any(answer != "neither" for answer in one.answers):
        yield "turned"
