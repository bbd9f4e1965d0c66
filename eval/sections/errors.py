"""The worst errors, so that a person sees at a glance what the reader does not understand."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eval.matching import Act, Acts, Pair
from eval.sections import SIDES
from eval.sections.features import brief_id, sides, swapped
from eval.tables import Section, Table, number

COSTS = {
    "cooperation for conflict, or the reverse": 5,
    "sides swapped": 5,
    "a deed for none, or the reverse": 4,
    "invented": 3,
    "wrong countries": 3,
    "missed": 2,
    "countries missing": 2,
    "other type": 1,
    "other status": 1,
}
"""What an error does to measures of relations: turns a count's sign, puts it on another pair or rung, adds one, loses one.

Times the confidence it was coded with; a miss counts in full."""
AROUND = 160
"""Characters of text shown on either side of an act."""


class Error(NamedTuple):
    """A gold event, what it was coded as, and what is worst about that."""

    cost: float
    item: str
    what: str
    gold: Act | None
    coded: Act | None


def worst(acts: Acts, most: int) -> list[Error]:
    """The costliest errors, at most this many; equal ones in the order of items."""
    found = [e for pair in acts.pairs for e in _error(pair)]
    return sorted(found, key=lambda e: (-e.cost, e.item))[:most]


def _error(pair: Pair) -> Iterator[Error]:
    what = _what(pair.gold, pair.coded)
    if what:
        sure = 1.0 if pair.coded is None or pair.coded["confidence"] is None else pair.coded["confidence"]
        yield Error(COSTS[what] * sure, pair.item, what, pair.gold, pair.coded)


def _what(gold: Act | None, coded: Act | None) -> str | None:
    """What is worst about a pair; None when it is right."""
    if gold is None or coded is None:
        return "invented" if gold is None else "missed"
    checks = {
        "cooperation for conflict, or the reverse": (gold["quad"] < 3) != (coded["quad"] < 3),
        "sides swapped": swapped(gold, coded),
        "a deed for none, or the reverse": (gold["rung"] == "deed") != (coded["rung"] == "deed"),
        "wrong countries": any(coded[side] - gold[side] for side in SIDES),
        "countries missing": any(gold[side] - coded[side] for side in SIDES),
        "other type": gold["type"] != coded["type"],
        "other status": gold["status"] != coded["status"],
    }
    return next((what for what, holds in checks.items() if holds), None)


def listed(errors: Sequence[Error]) -> Section:
    """The errors by item, without a word of the texts, which belong to others."""
    rows = [(brief_id(e.item), e.what, _brief(e.gold), _brief(e.coded), _sure(e.coded)) for e in errors]
    about = (
        "Worst first: to turn cooperation into conflict, or a deed into words, weighs more than a miss, and a sure error more "
        "than a doubtful one. `python -m eval.report` prints them with their sentences where the labelled data are."
    )
    return Section("The worst errors", (about, Table(("item", "what", "gold", "coded", "confidence"), rows, words=True)))


def _brief(act: Act | None) -> str:
    return "nothing" if act is None else f"{_kind(act)}, {act['status']}: {sides(act)}"


def _kind(act: Act) -> str:
    return f"{act['type']} {act['mode']}" if act["mode"] else str(act["type"])


def _sure(act: Act | None) -> str:
    return "" if act is None or act["confidence"] is None else number(act["confidence"])


def told(errors: Sequence[Error], acts: Acts) -> str:
    """The errors with their sentences, for the terminal."""
    return "\n\n".join(_told(n, e, acts.texts[e.item]) for n, e in enumerate(errors, 1))


def _told(n: int, e: Error, text: str) -> str:
    shown = e.gold or e.coded
    assert shown is not None
    lines = [f"{n:3}. {e.item}: {e.what}", f"     {_around(text, shown)}"]
    lines += [f"     {name:5} {_full(act)}" for name, act in (("gold", e.gold), ("coded", e.coded))]
    return "\n".join(lines)


def _full(act: Act | None) -> str:
    if act is None:
        return "nothing"
    words = " → ".join("; ".join(who) or "–" for who in act["who"].values())
    sure = _sure(act)
    return f"{_brief(act)} ({words}), {act['date'] or 'no date'}{f', confidence {sure}' if sure else ''}"


def _around(text: str, act: Act) -> str:
    """The words around an act on one line, its trigger marked."""
    start, end = act["trigger"] or (act["tellings"] or [(0, 0)])[0]
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    marked = f"{text[first:start]}[{text[start:end]}]{text[end:last]}"
    return f"{'…' if first else ''}{' '.join(marked.split())}{'…' if last < len(text) else ''}"
