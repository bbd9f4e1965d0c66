"""What is right about acts whose type is right: status, mode, date, evidence, sector, direction."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from eval.figures import Score, Share
from eval.matching import Act, Acts, Pair, scored, shared
from eval.scorers import load
from eval.sections import SIDES, TOGETHER, Sets
from eval.sections.levels import has
from eval.tables import SCORE, Section, Table, cells, interval, number

ID = 24
"""Characters of an id that tell all items apart."""
STATUSES = ("actual", "planned", "possible", "negated", "historical")


def same_type(pair: Pair) -> bool:
    """Whether a pair is one that the scorer counts as type-matched."""
    return bool(pair.right.get("type"))


def told(gold: Act) -> bool:
    """Whether the text tells another date than its own, so that answering its own is wrong."""
    return bool(gold["date"]) and gold["date"] != gold["published"]


def swapped(gold: Act, coded: Act) -> bool:
    """Whether who did it and to whom it was done are exchanged."""
    exchanged = (gold["actor"], gold["recipient"]) == (coded["recipient"], coded["actor"])
    return exchanged and gold["actor"] != gold["recipient"]


def proven(gold: Act, coded: Act) -> bool:
    """Whether intersection over union of the evidence with a telling in the gold is at least one half."""
    return bool(load("score_events").iou(gold, coded) >= 0.5)


def same(field: str) -> Callable[[Act, Act], bool]:
    """Whether two events say the same; null and empty are one."""
    return lambda gold, coded: (gold[field] or None) == (coded[field] or None)


def not_actual(acts: Acts) -> Share:
    """F1 of planned, possible, negated and historical among events whose type is right."""
    found = scored(
        acts,
        lambda act: bool(act["status"] != "actual"),
        lambda pair: pair.both is not None and same("status")(*pair.both),
        same_type,
    )
    return Share(found.f1, found.low, found.high, found.asked)


FEATURES: Mapping[str, Callable[[Acts], Share]] = {
    "status": lambda acts: shared(acts, same("status")),
    "mode": lambda acts: shared(acts, same("mode")),
    "mode, where the gold has one": lambda acts: shared(acts, same("mode"), lambda gold: bool(gold["mode"])),
    "date": lambda acts: shared(acts, same("date"), lambda gold: bool(gold["date"])),
    "date, where the text tells another than its own": lambda acts: shared(acts, same("date"), told),
    "evidence (intersection over union at least .5)": lambda acts: shared(acts, proven),
    "actor sectors": lambda acts: shared(acts, same("sector")),
    "direction (sides not swapped)": lambda acts: shared(acts, lambda gold, coded: not swapped(gold, coded)),
    "F1 of the statuses other than actual": not_actual,
}
"""What is asked of events whose type is right, as the scorer asks it."""


def features(sets: Sets) -> Section:
    """What is right about events whose type is, for each set of texts."""
    rows = []
    for words, of in FEATURES.items():
        values = [of(acts) for acts in sets.values()]
        rows.append((words, *(x for v in values for x in (str(v.of), number(v.value), interval(v)))))
    head = ("what", *(x for name in sets for x in (name, "right", "95%")))
    about = "Under the name of each set of texts: of how many."
    return Section("Of the events whose type is right", (about, Table(head, rows), *_swaps(sets[TOGETHER])))


def swaps(acts: Acts) -> list[tuple[str, Act, Act]]:
    """Item, gold and coded event of every exchange of the two sides."""
    return [pair for pair in acts.matched("type") if swapped(*pair[1:])]


def _swaps(acts: Acts) -> Iterator[str | Table]:
    found = swaps(acts)
    yield f"Swapped sides: {len(found)}."
    if found:
        rows = [(brief_id(item), gold["type"], sides(gold), sides(coded)) for item, gold, coded in found]
        yield Table(("item", "type", "gold", "coded"), rows, words=True)


def brief_id(item: str) -> str:
    """An item's id; of a long one the beginning, since articles' ids go on with their headlines, which belong to others."""
    return item if len(item) <= ID else f"{item[:ID]}…"


def sides(act: Act) -> str:
    """The countries of both sides, e.g. `CHN, RUS → USA`; a dash for none."""
    return " → ".join(", ".join(sorted(act[side])) or "–" for side in SIDES)


def statuses(acts: Acts) -> Section:
    """What each status was taken for, and how well it is told."""
    taken = status_pairs(acts)
    rows = []
    for status in STATUSES:
        rows.append((status, *(str(taken[status, other]) for other in STATUSES), *cells(status_score(acts, status))))
    about = "Events whose type is right: a row is the gold's status, a column what it was coded as."
    return Section("Statuses", (about, Table(("gold", *STATUSES, *SCORE), rows)))


def status_pairs(acts: Acts) -> Counter[tuple[str, str]]:
    """How often a gold status was coded as which, among events whose type is right."""
    return Counter((gold["status"], coded["status"]) for _, gold, coded in acts.matched("type"))


def status_score(acts: Acts, status: str) -> Score:
    """How well a status is told among events whose type is right."""
    return scored(acts, has("status", status), among=same_type)
