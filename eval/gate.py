"""Floors: a pinned score for each measure, with a fingerprint of the data it was measured on.

A score under its floor fails. Raising floors to what was measured takes `--raise`; lowering one takes `--lower NAME`, by hand,
with a reason in the commit. Other data than the floor's is an error, never a silent pass.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from eval.measures import Measure, Scores

FLOORS = Path(__file__).with_name("floors.json")
MARGIN = 0.003
"""A floor stands this far under the measured score: library builds differ in the last digits and may move one or two items."""


@dataclass(frozen=True)
class Verdict:
    """One score against its floor."""

    measure: str
    score: str
    value: float
    floor: float | None

    @property
    def failed(self) -> bool:
        """Whether the score fell under its floor."""
        return self.floor is not None and self.value < self.floor


def fingerprint(paths: Iterable[Path]) -> str:
    """SHA-256 over names and bytes of the gold files, folders walked in order."""
    state = sha256()
    for path in paths:
        for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            state.update(file.name.encode())
            state.update(file.read_bytes())
    return state.hexdigest()


def load() -> dict[str, Any]:
    """Floors by measure: `{"data": fingerprint, "floors": {score: floor}}`."""
    floors: dict[str, Any] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    return floors


def compare(measure: Measure, scores: Scores, floors: dict[str, Any]) -> list[Verdict]:
    """A verdict for each score; ValueError when the gold is not the gold that the floors were measured on."""
    pinned = floors.get(measure.name, {})
    if pinned and pinned["data"] != fingerprint(measure.data):
        raise ValueError(
            f"{measure.name}: the data changed since its floors were measured; measure again with --raise or --lower"
        )
    known = pinned.get("floors", {})
    gone = sorted(set(known) - set(scores))
    if gone:
        raise ValueError(f"{measure.name}: no longer measures {', '.join(gone)}, which has a floor")
    return [Verdict(measure.name, name, value, known.get(name)) for name, value in scores.items()]


def pin(measure: Measure, scores: Scores, floors: dict[str, Any], *, lower: bool) -> dict[str, Any]:
    """Floors with this measure's raised to what was measured, less the margin; fallen ones lowered only when `lower`.

    A floor that holds stays, though it stand nearer to the score than the margin.
    """
    known = floors.get(measure.name, {}).get("floors", {})
    new = {name: max(0.0, round(value - MARGIN, 4)) for name, value in scores.items()}
    fell = {name for name, value in scores.items() if lower and value < known.get(name, 0.0)}
    kept = {name: value if name in fell else max(value, known.get(name, 0.0)) for name, value in new.items()}
    return floors | {measure.name: {"data": fingerprint(measure.data), "floors": kept}}


def save(floors: dict[str, Any]) -> None:
    """Write the floors, sorted, so that a change of one shows as one line."""
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
