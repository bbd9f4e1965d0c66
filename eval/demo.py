"""Measures on the demo corpus: stories, and which act answers which commitment, from facta's own coding and from the gold events.

`python -m eval.demo` prints what stands wrong and, last, one line of JSON. Gold events (`examples/expected/demo/`) name the act
they tell (`story`) and the commitment they answer or break; half of the parts are for fitting (`eval.ledgers`), half measure.
"""

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from eval.gold import find, nearest
from eval.stories import Window, folded, scores
from facta.events.ontology import ontology
from facta.pipeline import outcomes
from facta.read.raw import Failure
from facta.records import Event, Made, Page, Paragraph, Party, Reading, Status, When, Where, span
from facta.relations import ledger
from facta.relations.commitments.book import answered
from facta.store import Store, open_store
from facta.stories import update

SAMPLES = Path(__file__).resolve().parent.parent / "examples"
CORPUS, GOLD = SAMPLES / "demo", SAMPLES / "expected" / "demo"
FITTED, SCORED = ("china-russia", "russia-west"), ("china-us", "neighbours")
"""Parts whose answers the weights were fitted on, and parts that measure."""

Row = dict[str, Any]
_PRECISION = {4: "year", 7: "month", 10: "day"}
_MADE = Made(step="gold", version="1")


@dataclass(frozen=True)
class Part:
    """One part of the corpus: its reports and its gold."""

    name: str
    reports: list[Row]
    gold: list[Row]

    @property
    def window(self) -> Window:
        """The acts each report tells."""
        told = {row["item"]: row["events"] for row in self.gold}
        every = {item: frozenset(e["story"] for e in events) for item, events in told.items()}
        news = {item: frozenset(e["story"] for e in events if e["status"] != "historical") for item, events in told.items()}
        return Window(self.name, "demo", every, news)


def parts(names: Iterable[str] = (*FITTED, *SCORED)) -> list[Part]:
    """The parts of these names."""
    return [Part(name, _lines(CORPUS / f"{name}.jsonl"), _lines(GOLD / f"{name}.gold.jsonl")) for name in names]


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def coded(folder: Path, names: Sequence[str] = (*FITTED, *SCORED)) -> Store:
    """A store in this folder with parts of the corpus as facta codes them, folded."""
    store = open_store(folder / f"coded-{'-'.join(names)}.duckdb")
    store.put_many(reading for name in names for reading in _coded(name))
    update(store)
    return store


@cache
def _coded(name: str) -> list[tuple[Reading, str]]:
    """The reports of a part as facta codes them, with their digests; once a process, since two stores may hold a part."""
    told = outcomes([str(CORPUS / f"{name}.jsonl")])
    return [(result, digest or "") for digest, result in told if not isinstance(result, Failure)]


def golden(folder: Path, asked: Sequence[Part]) -> Store:
    """A store in this folder with the gold events of these parts, folded; the id of an event is `ITEM#N`."""
    store = open_store(folder / "gold.duckdb")
    store.put_many((reading(*pair), "") for part in asked for pair in zip(part.reports, part.gold, strict=True))
    update(store)
    return store


def reading(report: Row, gold: Row) -> Reading:
    """A report with its gold events as facta would have them, were it never wrong."""
    text = report["text"]
    page = Page(
        id=report["id"],
        key=report["id"],
        source="-",
        title=report["title"],
        site=report["site"],
        published=report["published"],
        text=text,
        paragraphs=(Paragraph(id="p0", kind="body", start=0, end=len(text)),),
    )
    return Reading(page=page, events=tuple(_event(f"{report['id']}#{n}", text, page, e) for n, e in enumerate(gold["events"])))


def _event(name: str, text: str, page: Page, gold: Row) -> Event:
    evidence = find(text, gold["evidence"], None)
    trigger = find(text, gold["trigger"], evidence)
    if evidence is None or trigger is None:
        raise ValueError(f"{name}: evidence or trigger does not stand in the text")
    status: Status = gold["status"]
    shown = span(text, *trigger)
    sides = [tuple(_party(text, p, evidence, trigger) for p in gold[side]) for side in ("actor", "recipient")]
    return Event(
        id=name,
        type=gold["type"],
        mode=gold["mode"],
        quad=ontology().quad(gold["type"]),
        rung=ontology().rung(gold["type"], gold["mode"], status, shown.text),
        status=status,
        actors=sides[0],
        recipients=sides[1],
        trigger=shown,
        evidence=span(text, *evidence),
        date=_when(gold["date"], page.published),
        place=Where(name=gold["place"], text=gold["place"]) if gold["place"] else None,
        confidence=1.0,
        made_by=_MADE,
    )


def _party(text: str, gold: Sequence[str], evidence: Any, trigger: Any) -> Party:
    at = nearest(text, gold[0], evidence, trigger)
    start, end = at or (0, 0)
    return Party(text=gold[0], start=start, end=end, country=gold[1], sector=gold[2])


def _when(iso: str | None, published: str | None) -> When | None:
    if iso is None:
        return None
    return When(iso=iso, precision="reported" if iso == published else _PRECISION[len(iso)])  # type: ignore[arg-type]


Truth = dict[tuple[str, str], bool]
"""Commitment and act, by their slugs: whether the act keeps it (else it breaks it)."""


def truth(asked: Iterable[Part]) -> Truth:
    """Which act answers which commitment."""
    out: Truth = {}
    for event in (e for part in asked for row in part.gold for e in row["events"]):
        for key, kept in (("answers", True), ("breaks", False)):
            if event.get(key):
                out[event[key], event["story"]] = kept
    return out


def slugs(store: Store, asked: Sequence[Part]) -> dict[str, frozenset[str]]:
    """By the id of each event of a store, the acts it may be: its own in a gold store, all its report tells in a coded one."""
    gold = {row["item"]: row["events"] for part in asked for row in part.gold}
    rows = store.sql("SELECT e.id, p.id AS page FROM events e JOIN pages p ON p.no = e.page_no")
    out = {}
    for row in rows:
        own = row["id"].partition("#")[2]
        told = gold.get(row["page"], [])
        out[row["id"]] = frozenset(e["story"] for e in ([told[int(own)]] if own else told))
    return out


def pairs_of(asked: Iterable[Part]) -> list[tuple[str, str]]:
    """Every pair of states with an act between them in the gold."""
    found = set()
    for event in (e for part in asked for row in part.gold for e in row["events"]):
        actors, recipients = ({p[1] for p in event[side]} - {"---"} for side in ("actor", "recipient"))
        found |= {tuple(sorted(pair)) for pair in product(actors, recipients or actors) if pair[0] != pair[1]}
    return sorted((a, b) for a, b in found)


def answers(store: Store, asked: Sequence[Part], horizon: int = 3650) -> dict[str, float]:
    """Precision, recall and F1 of the acts that the ledger names as answers, and of whether they keep or break."""
    known, of = truth(asked), slugs(store, asked)
    found: dict[tuple[str, str], bool] = {}
    wrong = 0
    for pair in pairs_of(asked):
        for entry in ledger(store, *pair, horizon=horizon).commitments:
            if entry.deed is None:
                continue
            hits = [p for p in product(of[entry.event], of[entry.deed]) if p in known]
            wrong += not hits
            found |= {p: known[p] == (entry.state == "kept") for p in hits}
            if not hits:
                print("wrong:", entry.subject, ">", entry.deed_words, entry.score, file=sys.stderr)
    for pair in known.keys() - found.keys():
        print("missed:", *pair, file=sys.stderr)
    answered_ones = {c for c, _ in known}
    precision = len(found) / max(1, len(found) + wrong)
    recall = len({c for c, _ in found}) / max(1, len(answered_ones))
    return {
        "answer_precision": round(precision, 4),
        "answer_recall": round(recall, 4),
        "answer_f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
        "kept_or_broken": round(sum(found.values()) / max(1, len(found)), 4),
    }


def compared(store: Store, asked: Sequence[Part]) -> Iterator[tuple[list[float], bool]]:
    """To fit the match: every commitment beside each later act of its pair that may answer it, and whether that one does."""
    known, of = truth(asked), slugs(store, asked)
    for pair in pairs_of(asked):
        for commitment, act, features in answered(store, *pair):
            yield features, any(p in known for p in product(of[commitment], of[act]))


def measured() -> dict[str, float]:
    """Every score, on the parts that measure; `gold_` from perfect events, to tell the ledger's errors from the reader's."""
    asked = parts(SCORED)
    with tempfile.TemporaryDirectory() as folder:
        with golden(Path(folder), asked) as store:
            of_gold = scores([part.window for part in asked], folded(store)) | answers(store, asked)
            gold = {f"gold_{name}": value for name, value in of_gold.items()}
        with coded(Path(folder)) as whole, coded(Path(folder), SCORED) as store:
            found = scores([part.window for part in parts()], folded(whole))
            return found | answers(store, asked) | gold


def main() -> None:
    """Score."""
    print(json.dumps(measured()))


if __name__ == "__main__":
    main()
