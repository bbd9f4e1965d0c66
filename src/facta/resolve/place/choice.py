"""Which of the places that bear a name is meant; every choice keeps its reason."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from facta.resolve.place.fame import fame
from facta.resolve.place.holders import pairs
from facta.resolve.place.marks import Mark
from facta.resolve.place.site import Site, distance
from facta.resolve.place.text import PlaceText, among

_NEAR = 300.0
"""Km within which places that the text names make each other likelier."""


class Choice(NamedTuple):
    """A place for a name."""

    site: Site
    score: float
    """0 to 1: how sure it is that this is the place meant."""
    reason: str
    """Why this one, in words."""


def choose(page: PlaceText, kept: Sequence[Mark], holders: Mapping[Mark, Mark]) -> dict[Mark, Choice]:
    """The place of each mark, one for a name; what the text settles first, since it tells where the others may lie."""
    anchors: list[Site] = []
    chosen: dict[tuple[str, bool], Choice] = {}
    found: dict[Mark, Choice] = {}
    holding = set(holders.values())
    for mark in sorted(kept, key=lambda m: (m not in holders, len(m.options) > 1, m.first)):
        options = _as_region(page, mark, mark in holding) or mark.options
        which = (page.norms(mark), options is mark.options)
        if mark in holders:
            choice = _held(page, mark, holders[mark])
            chosen.setdefault(which, Choice(choice.site, 0.9, "the text says elsewhere where it lies"))
        else:
            choice = chosen.get(which) or _likeliest(page, mark, options, anchors)
            chosen[which] = choice
        if choice.site.kind not in ("state", "world") and choice.site not in anchors:
            anchors.append(choice.site)
        found[mark] = choice
    return found


def _as_region(page: PlaceText, mark: Mark, holds: bool) -> tuple[Site, ...]:
    """The regions of the name, where the text shows that it means one (`New York state`, `Buffalo, New York`)."""
    after = page.after(mark)
    if holds or (after is not None and among(after, "bodies of regions")):
        return tuple(s for s in mark.options if s.kind == "region")
    return ()


def _held(page: PlaceText, mark: Mark, holder: Mark) -> Choice:
    """The place that lies in what the text says holds it, in a region rather than in a state, and near its middle."""
    site, inside = min(
        pairs(page, mark, holder),
        key=lambda p: (p[1].kind == "state", 0.0 if p[1].kind == "state" else distance(*p), -_weight(page, mark, p[0], ())),
    )
    return Choice(site, 0.95, f"the text puts it in {inside.name}")


def _likeliest(page: PlaceText, mark: Mark, options: Sequence[Site], anchors: Sequence[Site]) -> Choice:
    """The most likely of the places, given the `anchors` already chosen."""
    if len(options) == 1:
        known = mark.filed or options[0].kind != "city"
        return Choice(options[0], 0.9 if known else 0.7, "nothing else of that name is known")
    weights = sorted(((_weight(page, mark, s, anchors), -i) for i, s in enumerate(options)), reverse=True)
    best = options[-weights[0][1]]
    share = 1 / sum(10 ** (w - weights[0][0]) for w, _ in weights)
    reason = "the text is about its state" if best.country in page.told else "the best known of that name"
    return Choice(best, round(0.9 * share, 2), reason)


def _weight(page: PlaceText, mark: Mark, site: Site, anchors: Sequence[Site]) -> float:
    """How well a place is known and how well it fits the text, on the scale of a decimal logarithm."""
    weight = fame(mark, site)
    told = page.told[site.country]
    if told or not site.country:
        weight += 1.0 + 1.5 * told / (page.told.total() or 1)
    if any(distance(site, a) < _NEAR for a in anchors):
        weight += 0.5
    return weight
