"""The map: how much each country acts, or how one country acts towards each of the others."""

from collections.abc import Mapping
from dataclasses import dataclass

from facta.relations.overview import Acts, State, World
from facta.relations.wording import around, signed
from facta.resolve import load_tables
from facta.values.counts import counted
from facta.web.atlas import outlines, projected
from facta.web.overview.shades import breaks, depth, shade


@dataclass(frozen=True)
class Land:
    """A country as it is drawn."""

    code: str
    name: str
    kind: str
    """Its class: `v-0` to `v-5` by number of stories, or that of a balance."""
    told: str
    """Its name and what is told of it, a line each."""
    path: str | None
    """Its outline; None for one too small to have any."""
    x: float = 0
    y: float = 0
    """Where a dot stands in place of an outline."""


@dataclass(frozen=True)
class Elsewhere:
    """A body or former state, which has no place on the map."""

    code: str
    name: str
    stories: int
    """Of it; of what the chosen state does to it, where one is chosen."""


@dataclass(frozen=True)
class Map:
    """All that the map shows."""

    lands: tuple[Land, ...]
    """Those with an outline first, so that dots are drawn upon them."""
    elsewhere: tuple[Elsewhere, ...]
    """Those of whom the map would show stories if they had a place on it, the busiest first."""
    cuts: tuple[int, ...]
    """Numbers of stories from which on a deeper colour begins; empty where one country's balances are shown."""


def drawn(found: World) -> Map:
    """The map of an overview."""
    states = {one.code: one for one in found.states}
    cuts = () if found.state else breaks([one.stories for one in found.states])
    does = {one.to: one for one in found.does}
    shown = {code: _shown(code, one, found, does, cuts) for code, one in states.items()}
    shapes = [_land(code, path, shown) for code, path in outlines()]
    outlined = {code for code, _ in outlines()}
    dots = {code: _dot(code, *shown[code]) for code in states if code not in outlined}
    stories = {code: one.all.stories for code, one in does.items()} if found.state else {c: s.stories for c, s in states.items()}
    return Map(
        lands=(*shapes, *(dot for dot in dots.values() if dot)),
        elsewhere=tuple(
            Elsewhere(code, states[code].name, number)
            for code, number in stories.items()
            if code in dots and not dots[code] and code != found.state
        ),
        cuts=cuts,
    )


def _land(code: str, path: str, shown: Mapping[str, tuple[str, str]]) -> Land:
    state = load_tables().states.get(code)
    name = state.name if state else ""
    kind, told = shown.get(code, ("none", f"{name}\nno story" if name else ""))
    return Land(code, name, kind, told, path)


def _dot(code: str, kind: str, told: str) -> Land | None:
    state = load_tables().states.get(code)
    if state is None or state.end or (state.lat, state.lon) == (0, 0):
        return None
    x, y = projected(state.lat, state.lon)
    return Land(code, state.name, kind, told, None, round(x), round(y))


def _shown(code: str, one: State, found: World, does: Mapping[str, Acts], cuts: tuple[int, ...]) -> tuple[str, str]:
    """Class and words of a state."""
    balance = f"{signed(one.acts.balance) or 'unknown'}{around(one.acts)}"
    told = f"{one.name}\nacts: {counted(one.acts.stories, 'story', 'stories')}, balance {balance}"
    if not found.state:
        told += f"\nis acted upon: {counted(one.receives.stories, 'story', 'stories')}"
        return f"v-{depth(one.stories, cuts)}", f"{told}\npartners: {one.partners:,}"
    if code == found.state:
        return "chosen", told
    act = does.get(code)
    if act is None:
        return "none", f"{one.name}\nno story"
    stories = counted(act.all.stories, "story", "stories")
    return shade(act.all.balance), f"{one.name}\n{stories}, balance {signed(act.all.balance)}{around(act.all)}"
