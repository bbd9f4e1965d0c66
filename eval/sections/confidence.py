"""How far confidence is a probability, and which filter keeps what."""

from collections.abc import Sequence

from eval import calibration
from eval.calibration import Judged
from eval.matching import Acts, scored
from eval.quotations import Quotations
from eval.sections import TOGETHER, Sets
from eval.sections.levels import at
from eval.tables import Section, Table, number

FILTERS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
RIGHT = {"type": "type right", "dyad": "both sides too"}
"""What confidence might stand for, by level of the scorer."""


def judged(acts: Acts, level: str) -> list[Judged]:
    """Every coded event with a confidence: whether it agrees with the gold up to a level."""
    found = [(p.coded, bool(p.right.get(level))) for p in acts.pairs if p.coded]
    return [Judged(act["confidence"], right) for act, right in found if act["confidence"] is not None]


def confidence(sets: Sets, quotations: Quotations) -> Section:
    """Expected calibration error, reliability tables, what filters keep."""
    errors = [(f"events, {name}: {words}", judged(acts, level)) for name, acts in sets.items() for level, words in RIGHT.items()]
    errors += [(f"quotations: {words}", quotations.judged(joint=joint)) for words, joint in QUOTATIONS.items()]
    rows = [(words, str(len(claims)), number(calibration.error(claims))) for words, claims in errors]
    about = "Expected calibration error over ten bins: how far, on average, confidence is from the share that is right."
    blocks: list[Table | str] = [about, Table(("confidence of", "coded", "error"), rows)]
    for level, words in RIGHT.items():
        blocks += [f"Events by confidence, {words}:", _reliability(judged(sets[TOGETHER], level))]
    blocks += ["Quotations by confidence, content right:", _reliability(quotations.judged(joint=False))]
    blocks += ["What keeping only events of at least some confidence leaves (`--min-confidence`):", _filters(sets[TOGETHER])]
    blocks += ["And only quotations:", _quotation_filters(quotations)]
    return Section("Confidence", blocks)


QUOTATIONS = {"content right": False, "cue and speaker too": True}


def _reliability(claims: Sequence[Judged]) -> Table:
    rows = [
        (f"{number(b.low)} to {number(b.high)}", str(b.claims), number(b.confidence), number(b.right))
        for b in calibration.bins(claims)
    ]
    return Table(("confidence", "coded", "mean", "right"), rows)


def _filters(acts: Acts) -> Table:
    rows = []
    for least in FILTERS:
        kept = acts.least(least)
        found = [scored(kept, right=at(level)) for level in RIGHT]
        rows.append((f"at least {number(least)}", str(found[0].found), *(number(x) for s in found for x in s[:2])))
    head = ("keep", "events", *(f"{column}, {words}" for words in RIGHT.values() for column in "PR"))
    return Table(head, rows)


def _quotation_filters(quotations: Quotations) -> Table:
    rows = []
    for least in FILTERS:
        kept = quotations.least(least)
        found = [kept.scored("all", of) for of in ("ov", "joint")]
        rows.append((f"at least {number(least)}", str(found[0].found), *(number(x) for s in found for x in s[:2])))
    head = ("keep", "quotations", *(f"{column}, {words}" for words in QUOTATIONS for column in "PR"))
    return Table(head, rows)
