"""Labels on texts that stand elsewhere, other people's and our own: the text's key, a hash of it, and offsets.

    python -m training.standoff add NAME ITEMS.jsonl CODED.jsonl    # writes training/labels/NAME.jsonl
    python -m training.standoff check                               # do all labels still fit the texts beside the project?

A line: `{"key", "crc", "date", "events": [{"type", "mode", "status", "actor": [[start, end, country, sector], ..], "recipient",
"trigger": [start, end], "evidence", "date", "place", "speaker", "also": [[start, end], ..]}]}`.
"""

import gzip
import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from training.paths import DEEDS, ROOT, SHARED

LABELS = ROOT / "training" / "labels"
REPORTS = SHARED / "corpus" / "wce_dyad_lines.jsonl.gz"
ARTICLES = SHARED / "quotes" / "polnear_train.jsonl"
RELEASES = sorted(path for path in (SHARED / "corpus").glob("*.jsonl.gz") if path != REPORTS)
"""Read-outs and statements of governments."""


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSON Lines file, packed or plain."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


@cache
def texts() -> Mapping[str, str]:
    """The texts that labels may point into, by key."""
    named = {row["id"]: row["text"] for path in (REPORTS, *RELEASES) for row in lines(path)}
    return named | {row["doc_id"]: row["text"] for row in lines(ARTICLES)} | dict(deeds())


def deeds() -> Iterator[tuple[str, str]]:
    """The sentences of `deeds/` by file, line and place: `powers-1-000-c0` the commitment, `a0` an answer, `o0` another act."""
    for path in sorted(DEEDS.glob("*.jsonl")):
        for n, row in enumerate(lines(path)):
            for kind, told in (("c", [row["commitment"]]), ("a", row["answers"]), ("o", row["others"])):
                yield from ((f"{path.stem}-{n:03}-{kind}{k}", text) for k, text in enumerate(told))


def coded() -> Iterator[dict[str, Any]]:
    """All labelled texts in the form of the shared training files; one whose text has changed or is missing is left out."""
    for path in sorted(LABELS.glob("*.jsonl")):
        for row in lines(path):
            text = texts().get(row["key"])
            if text is not None and crc32(text.encode()) == row["crc"]:
                yield whole(row, text)


def whole(row: Mapping[str, Any], text: str) -> dict[str, Any]:
    """A label with the words that its offsets mean."""
    words = lambda r: text[r[0] : r[1]] if r else None  # noqa: E731
    events = [
        {
            **{k: e[k] for k in ("type", "mode", "status", "date")},
            **{side: [[words(p), *p[2:]] for p in e[side]] for side in ("actor", "recipient")},
            **{k: words(e[k]) for k in ("trigger", "evidence", "place", "speaker")},
            "also": [words(r) for r in e.get("also", [])],
        }
        for e in row["events"]
    ]
    return {"item": row["key"], "date": row["date"], "text": text, "events": events}


def apart(row: Mapping[str, Any], text: str, date: str) -> dict[str, Any]:
    """A coded text as offsets: each string where it stands in its evidence, else nearest before the trigger, else first."""
    events = []
    for e in row["events"]:
        evidence = _find(text, e["evidence"], None, 0)
        trigger = _find(text, e["trigger"], evidence, evidence[0])
        near = lambda piece: _find(text, piece, evidence, trigger[0]) if piece else None  # noqa: B023, E731
        events.append(
            {
                **{k: e.get(k) for k in ("type", "mode", "status", "date")},
                **{side: [[*near(p[0]), *p[1:]] for p in e[side]] for side in ("actor", "recipient")},  # type: ignore[misc]
                "trigger": trigger,
                "evidence": evidence,
                "place": near(e.get("place")),
                "speaker": near(e.get("speaker")),
            }
            | ({"also": [_find(text, a, None, 0) for a in e["also"]]} if e.get("also") else {})
        )
    return {"key": row["item"], "crc": crc32(text.encode()), "date": date, "events": events}


def _find(text: str, piece: str, within: list[int] | None, before: int) -> list[int]:
    at = text.find(piece, *within) if within else -1
    if at < 0:
        at = text.rfind(piece, 0, before)
    if at < 0:
        at = text.index(piece)
    return [at, at + len(piece)]


def add(name: str, items: Path, answers: Path) -> int:
    """Turn coded items into a file of labels; how many there are."""
    dates = {row["item"]: row["date"] for row in lines(items)}
    rows = [apart(row, texts()[row["item"]], dates[row["item"]]) for row in lines(answers)]
    LABELS.mkdir(exist_ok=True)
    packed = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    (LABELS / f"{name}.jsonl").write_text("".join(f"{line}\n" for line in packed), "utf-8")
    return len(rows)


def check() -> int:
    """How many labels no longer fit their texts."""
    labelled = sum(1 for path in LABELS.glob("*.jsonl") for _ in lines(path))
    return labelled - sum(1 for _ in coded())


if __name__ == "__main__":
    if sys.argv[1:2] == ["add"]:
        print(add(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])), "texts labelled")
    else:
        print(check(), "labels no longer fit their texts")
