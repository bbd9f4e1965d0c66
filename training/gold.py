"""The coded reports and articles as the models train on them: sentences parsed, triggers, parties and places located."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facta.language.parse import Parser
from facta.language.triggers import View
from facta.values.spans import Range
from training.weights import ROOT, SHARED

OWN = ROOT / "training" / "own"


@dataclass
class Act:
    """A coded event with its places in the text."""

    type: str
    mode: str | None
    status: str
    trigger: Range
    roles: list[tuple[str, Range]]
    date: str | None
    home: int = -1
    """Number of the sentence that holds the trigger."""
    words: list[int] = field(default_factory=list)
    """Numbers of the trigger's tokens in that sentence."""


@dataclass
class Item:
    """A coded text, parsed."""

    name: str
    date: str
    text: str
    views: list[View]
    acts: list[Act]
    whole: bool
    """Whether it is a whole article."""


def items(parser: Parser, *paths: Path) -> list[Item]:
    """All coded texts of some files (default: the shared training files and our own), in order."""
    paths = paths or (SHARED / "events" / "train.jsonl", SHARED / "events" / "train_docs.jsonl", *sorted(OWN.glob("*.jsonl")))
    return [item(parser, json.loads(line)) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]


def item(parser: Parser, line: dict[str, Any]) -> Item:
    """One coded text with the events located as the scorer locates them."""
    text = line["text"]
    views = parser.views(text, paragraphs(text))
    acts = [a for e in line["events"] for a in _acts(text, e)]
    for act in acts:
        _place(act, views)
    return Item(line.get("item") or line["doc_id"], line["date"], text, views, acts, "doc_id" in line)


def paragraphs(text: str) -> list[Range]:
    """Ranges between empty lines, as an article's paragraphs are."""
    out, at = [], 0
    for part in text.split("\n\n"):
        out.append(Range(at, at + len(part)))
        at += len(part) + 2
    return out


def _acts(text: str, event: dict[str, Any]) -> Iterator[Act]:
    evidence = find(text, event["evidence"], None)
    trigger = find(text, event["trigger"], evidence)
    if trigger is None:
        return
    roles = [(side, find(text, party[0], evidence)) for side in ("actor", "recipient") for party in event[side]]
    if event.get("place"):
        roles.append(("place", find(text, event["place"], evidence)))
    yield Act(event["type"], event.get("mode"), event["status"], trigger, [(n, r) for n, r in roles if r], event.get("date"))


def find(text: str, piece: str, near: Range | None) -> Range | None:
    """Where a verbatim piece stands, inside `near` if it occurs there."""
    at = text.find(piece, near.start) if near else -1
    if near is None or at < 0 or at >= near.end:
        at = text.find(piece)
    return Range(at, at + len(piece)) if at >= 0 else None


def _place(act: Act, views: list[View]) -> None:
    for n, v in enumerate(views):
        if v.s.range.start <= act.trigger.start < v.s.range.end:
            act.home = n
            act.words = [i for i, r in enumerate(v.s.ranges) if r.start < act.trigger.end and r.end > act.trigger.start]
