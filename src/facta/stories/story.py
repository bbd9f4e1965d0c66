"""Make one story of the tellings of one act: what most of them say, how surely, and who tells it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from itertools import product
from math import prod
from typing import Any, TypeVar

from facta.events.ontology import ontology
from facta.stories.contexts import contexts
from facta.stories.standing import ALLEGED, DENIAL
from facta.stories.subject import bystanders, together, whole
from facta.values.ident import ident

Row = dict[str, Any]
T = TypeVar("T", bound=Hashable)

_PRECISE = {"day": 0, "month": 1, "year": 2, "decade": 3, "reported": 4, None: 5}
"""Which date is taken first: what a text tells comes before the day of a report."""
REFUSAL = "REJECT"
"""What breaks a promise in words, as a visit that is called off does."""


def named(rows: Sequence[Row]) -> str:
    """The id of a story: by its first telling, so that later ones do not change it."""
    first = min(rows, key=order)
    return ident("s", first["key"], first["id"])


Order = tuple[str, str, str, str, str, str, int]
"""What tellings are sorted by."""
Shape = tuple[str, tuple[str, ...], tuple[str, ...], bool]
"""Type, actors' and recipients' countries, and whether it is symmetric: who did what to whom."""


def order(row: Row) -> Order:
    """Sorts tellings: by the day of their page, by what it and they say, and of like ones by its key; undated pages last.

    A key may come from the folder that a page was read from, and which of the tellings of one day counts as the first must not
    hang on that.
    """
    day = row["published_day"]
    return (day.isoformat() if day else "9999", *content(row), row["key"], row["n"])


def content(row: Row) -> tuple[str, str, str, str]:
    """What tells events apart wherever their pages were read from: the page's own id, its address and title, the words around."""
    return row["page"], row["url"] or "", row["title"] or "", row["around"] or ""


def merged(rows: Sequence[Row], copy_of: dict[int, str]) -> Row:
    """The row of `stories` for tellings of one act, in their order (`order`); copy_of: by page number.

    Who did what to whom is voted on as a whole, each copy of a text having one vote of its tellings' greatest confidence; who
    names no other side does not deny that there is one.
    """
    votes = _of_texts(rows, copy_of)
    shape = _elected(votes, _shape)
    if fuller := [row for row in votes if _completes(_shape(row), shape)]:
        shape = _elected(fuller, _shape)
    alike = [row for row in rows if _shape(row) == shape]
    status = _elected(votes, lambda r: r["status"])
    status = "actual" if any(r["status"] == "actual" for r in rows) else status
    best = max(alike, key=lambda r: (r["status"] == status, r["confidence"]))  # of equals the earliest
    told = _of_texts(alike, copy_of)
    mode = _elected([r for r in told if r["mode"]] or told, lambda r: r["mode"])
    when = _dated(rows, status)
    return {
        "id": named(rows),
        "type": shape[0],
        "mode": mode,
        "quad": ontology().quad(shape[0]),
        "rung": _elected([r for r in told if r["status"] == status] or told, lambda r: r["rung"]),
        "status": status,
        "actor_countries": list(shape[1]),
        "recipient_countries": list(shape[2]),
        "symmetric": shape[3],
        "first_day": when["first_day"],
        "last_day": when["last_day"],
        "date_precision": when["precision"],
        "place_country": _elected(
            _of_texts([r for r in rows if r["place_country"]] or rows, copy_of), lambda r: r["place_country"]
        ),
        "told_day": min((row["published_day"] for row in rows if row["published_day"]), default=None),
        "intensity": ontology().intensity(shape[0], mode),
        "page_no": best["page_no"],
        "event": best["id"],
        "evidence": best["evidence"],
        "contexts": contexts(best),
        "sentence": whole(best),
        "bystanders": bystanders(best),
        "terms": together([row["terms"] for row in told]),
        "confidence": 1.0 - prod(1.0 - vote["confidence"] for vote in votes),
        "n_independent": len(votes),
        "standing": _standing(votes),
        **_told_by(rows),
    }


def _told_by(rows: Sequence[Row]) -> Row:
    """How often the act is told, and by whom; `told_by`: the states whose own media alone tell it."""
    outlets = sorted({row["outlet"] for row in rows if row["outlet"]})
    states = {row["own_state"] for row in rows}
    return {
        "n_events": len(rows),
        "n_reports": len({row["page_no"] for row in rows}),
        "n_outlets": len(outlets),
        "outlets": outlets,
        "told_by": [] if None in states else sorted(state for state in states if state),
    }


def dyads(story: Row) -> list[Row]:
    """The rows of `story_dyads` of a story; the rule is that of `events.dyads`."""
    actors = story["actor_countries"]
    others = actors if story["symmetric"] else story["recipient_countries"]
    pairs = sorted({(a, b) for a, b in product(actors, others) if a != b})
    return [{"actor": a, "recipient": b, **story} for a, b in pairs]


def asides(story: Row) -> list[Row]:
    """The rows of `story_asides` of a deed, commitment or refusal: each state that acts with each that its
    sentence only names.

    Of what nobody is told to do (`two envoys of Iran were told to leave Norway`) any state named may be the one that acts.
    """
    if story["rung"] not in ("deed", "commitment") and story["type"] != REFUSAL:
        return []
    actors, recipients, bystanders = story["actor_countries"], story["recipient_countries"], story["bystanders"]
    pairs = product(actors, bystanders) if actors else product(bystanders, recipients or bystanders)
    return [{"actor": a, "recipient": b, **story} for a, b in pairs if a != b]


def _dated(rows: Sequence[Row], status: str) -> Row:
    """The telling whose date is the story's: the most precise one told, the earliest of those.

    Where only a month or a year is told, the day of the first report that gives none narrows it if it lies inside, as reports
    follow soon; an announced act is always as far off as is told.
    """
    order = sorted(rows, key=lambda r: (_PRECISE[r["precision"]], r["first_day"].isoformat() if r["first_day"] else "9999"))
    told = order[0]
    reported = next((row for row in order if row["precision"] == "reported"), told)
    may = told["precision"] != "day" and status != "planned" and reported is not told
    return reported if may and told["first_day"] <= reported["first_day"] <= told["last_day"] else told


def _of_texts(rows: Sequence[Row], copy_of: dict[int, str]) -> list[Row]:
    """One telling of each text, since copies say nothing more: the surest, of equals the earliest."""
    texts: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        texts[copy_of[row["page_no"]]].append(row)
    return [max(some, key=lambda r: r["confidence"]) for some in texts.values()]


def _standing(votes: Sequence[Row]) -> str | None:
    """That of all tellings together: who tells an act flatly needs no charge, nor who tells a refusal a denial; else what most of
    them say, as not every report of a truce or a signing has the word."""
    told = Counter(row["standing"] for row in votes)
    best = min(told, key=lambda of: (of is None, -told[of], of or ""))
    if best in (ALLEGED, DENIAL):
        return best if len(told) == 1 else None
    return best if 2 * told[best] > len(votes) else None


def _shape(row: Row) -> Shape:
    return row["type"], tuple(row["actor_countries"]), tuple(row["recipient_countries"]), row["symmetric"]


def _completes(told: Shape, elected: Shape) -> bool:
    """Whether a telling has the act of the same kind and actors with another side, where what is elected names none."""
    kind, actors, recipients, symmetric = told
    one_sided = not elected[2] and not elected[3]
    return one_sided and bool(recipients or symmetric) and kind == elected[0] and set(elected[1]) <= set(actors)


def _elected(rows: Sequence[Row], what: Callable[[Row], T]) -> T:
    """What the rows with the most confidence together say; of equals, what the earliest says."""
    if len(rows) == 1:
        return what(rows[0])
    votes: Counter[T] = Counter()
    for row in rows:
        votes[what(row)] += row["confidence"]
    return max(votes, key=lambda value: votes[value])
