"""Words against deeds: a point a pair, with the intervals of both balances; positions in percent, so that it fits any width."""

from dataclasses import dataclass

from facta.relations.overview import Point, World
from facta.relations.records import Balance, Interval
from facta.relations.wording import around, side, signed
from facta.values.counts import counted

LEFT, RIGHT, TOP, BOTTOM = 9.0, 98.0, 7.0, 88.0
"""Edges of the plot in percent of the drawing."""
TICKS = (-1.0, -0.5, 0.0, 0.5, 1.0)
_LABELS, _FIRST = 12, 4
_WIDE, _HIGH = 17.0, 5.0
"""Room of a label in percent: no two stand closer."""
_INWARDS = 80.0
"""Where a label begins to stand to the left of its point, since the edge is near."""
_UNDER = 4.0
"""How near the upper edge a label stands below its point: above the edge the axis has its name."""


@dataclass(frozen=True)
class Dot:
    """A pair."""

    point: Point
    x: float
    y: float
    left: float
    right: float
    top: float
    bottom: float
    """Ends of its intervals."""
    radius: float
    kind: str
    """`kinder-words`, `kinder-deeds`, `unclear` or `few`."""
    label: str
    """Empty where it would stand upon another."""
    minor: bool
    """Whether the label is left out where there is little room."""
    anchor: str
    shift: int
    drop: int
    """Pixels from the height of the point down to the foot of its label."""
    told: str


@dataclass(frozen=True)
class Scatter:
    """Points with their axes."""

    dots: tuple[Dot, ...]
    """The least busy first, so that the busiest is drawn upon the others."""
    ticks: tuple[tuple[float, float, str], ...]
    """For each tick its place on either axis, and its number."""
    left: float = LEFT
    right: float = RIGHT
    top: float = TOP
    bottom: float = BOTTOM


def drawn(found: World) -> Scatter:
    """The scatter of an overview."""
    most = max((point.stories for point in found.points), default=1)
    held: list[tuple[float, float]] = []
    dots = [_dot(point, most, held) for point in found.points]
    return Scatter(tuple(reversed(dots)), tuple((_x(t), _y(t), signed(t, 1)) for t in TICKS))


def _x(value: float) -> float:
    return round(LEFT + (value + 1) / 2 * (RIGHT - LEFT), 2)


def _y(value: float) -> float:
    return round(BOTTOM - (value + 1) / 2 * (BOTTOM - TOP), 2)


def _dot(point: Point, most: int, held: list[tuple[float, float]]) -> Dot:
    talk, deed = point.talk.balance or 0.0, point.deed.balance or 0.0
    x, y = _x(talk), _y(deed)
    places = {inwards: x - _WIDE if inwards else x for inwards in (x > _INWARDS, x <= _INWARDS)}
    free = [inwards for inwards, begin in places.items() if _is_free(begin, y, held)]
    inwards = free[0] if free else x > _INWARDS
    if free:
        held.append((places[inwards], y))
    return Dot(
        point=point,
        x=x,
        y=y,
        left=_x(_or(point.talk.low, talk)),
        right=_x(_or(point.talk.high, talk)),
        top=_y(_or(point.deed.high, deed)),
        bottom=_y(_or(point.deed.low, deed)),
        radius=round(4 + 8 * (point.stories / most) ** 0.5, 1),
        kind=_kind(point.say_do_gap),
        label=f"{point.by} → {point.to}" if free else "",
        minor=len(held) > _FIRST,
        anchor="end" if inwards else "start",
        shift=-1 if inwards else 1,
        drop=16 if y < TOP + _UNDER else -6,
        told=_told(point),
    )


def _is_free(begin: float, y: float, held: list[tuple[float, float]]) -> bool:
    """Whether a label from here on stands inside the plot and upon no other."""
    inside = LEFT <= begin <= RIGHT - _WIDE
    return inside and len(held) < _LABELS and all(abs(begin - a) > _WIDE or abs(y - b) > _HIGH for a, b in held)


def _or(bound: float | None, value: float) -> float:
    return value if bound is None else bound


def _kind(gap: Interval | None) -> str:
    if gap is None:
        return "few"
    return {1: "kinder-words", -1: "kinder-deeds"}.get(side(gap.low, gap.high) or 0, "unclear")


def _told(point: Point) -> str:
    def side(name: str, found: Balance) -> str:
        return f"{name}: {signed(found.balance)}{around(found)}, {counted(found.coop + found.conf, 'story', 'stories')}"

    gap = point.say_do_gap
    last = f"say-do gap: {signed(gap.value)}{around(gap)}" if gap else f"say-do gap: {point.why_no_gap}"
    return "\n".join((f"{point.names[0]} → {point.names[1]}", side("talk", point.talk), side("deeds", point.deed), last))
