"""Who did it and to whom: how often each side is right, and what is wrong with it where it is not."""

from collections import Counter

from eval.figures import Score, Tally, score
from eval.matching import Act, Acts, shared
from eval.sections import SIDES
from eval.sections.features import same
from eval.tables import SCORE, Section, Table, cells, interval, number

FAULTS = ("nobody coded", "somebody coded, none in the gold", "too few", "too many", "others")
SHOWN = 12
"""Countries listed."""


def fault(gold: Act, coded: Act, side: str) -> str | None:
    """What is wrong with the countries of a side; None when they are right."""
    asked, found = gold[side], coded[side]
    if asked == found:
        return None
    if not found or not asked:
        return FAULTS[0] if asked else FAULTS[1]
    return FAULTS[2] if found < asked else FAULTS[3] if found > asked else FAULTS[4]


def faults(acts: Acts, side: str) -> Counter[str]:
    """How often which fault happens on a side, among events whose type is right."""
    seen = (fault(gold, coded, side) for _, gold, coded in acts.matched("type"))
    return Counter(f for f in seen if f)


def parties(acts: Acts) -> Section:
    """Both sides: right as a whole, and country by country."""
    wholes, singles = [], []
    for side in SIDES:
        right, wrong = shared(acts, same(side)), faults(acts, side)
        wholes.append((side, str(right.of), number(right.value), interval(right), *(str(wrong[f]) for f in FAULTS)))
        found = single(acts, side)
        singles.append((f"{side} countries", str(found.asked), str(found.found), *cells(found)))
    about = "Events whose type is right. A side is right when its set of countries is; where not, what is wrong with it:"
    return Section(
        "Who did it, and to whom",
        (
            about,
            Table(("side", "events", "right", "95%", *FAULTS), wholes),
            Table(("one by one", "gold", "coded", *SCORE), singles),
        ),
    )


def single(acts: Acts, side: str) -> Score:
    """How well the countries of a side are found, each counted alone, among events whose type is right."""
    tallies = dict.fromkeys(sorted(acts.texts), Tally())
    for item, gold, coded in acts.matched("type"):
        right = len(gold[side] & coded[side])
        more = (right, len(coded[side]), right, len(gold[side]))
        tallies[item] = Tally(*(a + b for a, b in zip(tallies[item], more, strict=True)))
    return score(list(tallies.values()))


def countries(acts: Acts) -> Section:
    """The countries most often missing from a side or put there wrongly."""
    asked, missed, extra = (Counter[str]() for _ in range(3))
    for _, gold, coded in acts.matched("type"):
        for side in SIDES:
            asked.update(gold[side])
            missed.update(gold[side] - coded[side])
            extra.update(coded[side] - gold[side])
    worst = sorted(missed | extra, key=lambda code: (-missed[code] - extra[code], code))[:SHOWN]
    rows = [(code, str(asked[code]), str(missed[code]), str(extra[code])) for code in worst]
    about = "The countries and bodies most often missing from a side, or put there wrongly, among events whose type is right."
    return Section("Countries", (about, Table(("country", "sides in the gold", "missing", "wrongly there"), rows)))
