"""Where the reader fails, said in plain words from the figures, so that the words cannot be kinder than the figures are."""

from collections.abc import Iterator, Sequence

from eval import calibration
from eval.calibration import Judged
from eval.matching import Acts, scored, shared
from eval.quotations import Quotations
from eval.sections import ARTICLES, REPORTS, SIDES, TOGETHER, Sets
from eval.sections.confidence import RIGHT, judged
from eval.sections.features import STATUSES, same, status_pairs, status_score, swaps, told
from eval.sections.levels import LEVELS, at, has
from eval.sections.parties import faults
from eval.sections.quoting import KINDS
from eval.tables import number
from facta.events.ontology import ontology

ENOUGH = 5
"""Least gold events of a kind for its figure to be named in words."""
LOWEST = 4


def failings(sets: Sets, quotations: Quotations) -> str:
    """One paragraph."""
    both = sets[TOGETHER]
    return " ".join(
        (
            *_texts(sets),
            *_steps(both),
            *_types(both),
            *_sides(both),
            *_statuses(both),
            *_dates(both),
            *_quotations(quotations),
            *_trust(both),
        )
    )


def _texts(sets: Sets) -> Iterator[str]:
    """How much worse articles are than reports."""
    reports, articles = ([scored(sets[name], right=at(level)).f1 for level in ("type", "dyad")] for name in (REPORTS, ARTICLES))
    yield (
        f"In one-sentence reports, F1 is {number(reports[0])} for acts with the right type and {number(reports[1])} with the "
        f"countries of both sides right too; in whole articles {number(articles[0])} and {number(articles[1])}."
    )


def _steps(acts: Acts) -> Iterator[str]:
    """What is missed altogether, and the level at which most of what is found is lost."""
    found = {level: scored(acts, right=at(level)) for level in LEVELS}
    first = found["trigger"]
    yield f"Of all acts {_percent(1 - first.recall)} are missed; of those coded {_percent(1 - first.precision)} are none."
    if not first.f1:
        return
    drops = {after: found[before].f1 - found[after].f1 for before, after in zip(LEVELS, list(LEVELS)[1:], strict=False)}
    most = max(drops, key=lambda level: drops[level])
    words = {"quad": "the quad class", "type": "the type", "dyad": "the countries of the two sides", "full": "the status"}[most]
    yield f"Of those found, most are lost by {words} (F1 falls by {number(drops[most])} there)."


def _types(acts: Acts) -> Iterator[str]:
    found = {name: scored(acts, has("type", name), at("type")) for name in ontology().types}
    told_of = {name: s for name, s in found.items() if s.asked >= ENOUGH}
    low = sorted(told_of, key=lambda name: told_of[name].f1)[:LOWEST]
    if low:
        yield f"The least reliable types are {_list([f'{name} (F1 {number(found[name].f1)})' for name in low])}."
    rare = [name for name, s in found.items() if s.asked < ENOUGH]
    if rare:
        yield f"Too rare here to judge: {_list(rare)}."


def _sides(acts: Acts) -> Iterator[str]:
    """How often each side is wrong, and by what fault."""
    if not acts.matched("type"):
        return
    wrong = {side: 1 - shared(acts, same(side)).value for side in SIDES}
    parts = []
    for side in SIDES:
        most = faults(acts, side).most_common(1)
        parts.append(f"the {side}s of {_percent(wrong[side])}{f' (most often: {most[0][0]})' if most else ''}")
    swapped = f"swapped in {len(swaps(acts))}" if swaps(acts) else "never swapped"
    yield f"Where the type is right, the countries are wrong for {_list(parts)}; the two sides are {swapped}."


def _statuses(acts: Acts) -> Iterator[str]:
    taken = status_pairs(acts)
    lost = sum(n for (gold, coded), n in taken.items() if gold != "actual" and coded == "actual")
    of = sum(n for (gold, _), n in taken.items() if gold != "actual")
    if of:
        yield f"Of {of} acts that are planned, possible, denied or long past, {lost} are taken for actual."
    found = {status: status_score(acts, status) for status in STATUSES}
    low = min((s for s in STATUSES if found[s].asked >= ENOUGH), key=lambda s: found[s].f1, default=None)
    if low:
        yield f"The least reliable status is {low} (F1 {number(found[low].f1)})."


def _dates(acts: Acts) -> Iterator[str]:
    dates = shared(acts, same("date"), told)
    if dates.of:
        yield f"Where a text tells another date than its own, {_percent(1 - dates.value)} of the dates are wrong."


def _quotations(found: Quotations) -> Iterator[str]:
    scores = {kind: found.scored(kind, "joint") for kind in KINDS[1:]}
    judged_kinds = [kind for kind in scores if scores[kind].asked >= ENOUGH]
    if judged_kinds:
        low = min(judged_kinds, key=lambda kind: scores[kind].f1)
        yield (
            f"Of quotations, the {low} ones are the weakest: F1 {number(scores[low].f1)} with content, cue and speaker right, "
            f"against {number(found.scored('all', 'joint').f1)} of all."
        )


def _trust(acts: Acts) -> Iterator[str]:
    """How far confidence is a probability, and whether it promises too much."""
    claims = {level: judged(acts, level) for level in RIGHT}
    if claims["type"]:
        off = {level: f"{number(calibration.error(of))} ({_lean(of)})" for level, of in claims.items()}
        yield f"As a probability of the right type, confidence is off by {off['type']}; of both sides too, by {off['dyad']}."


def _lean(claims: Sequence[Judged]) -> str:
    return "too high" if sum(c.confidence - c.right for c in claims) > 0 else "too low"


def _percent(value: float) -> str:
    return f"{round(100 * value)}%"


def _list(words: Sequence[str]) -> str:
    """The words as a sentence lists them.

    >>> _list(["A", "B", "C"])
    'A, B and C'
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
