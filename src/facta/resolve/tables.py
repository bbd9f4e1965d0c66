"""Everything known, read once from the files of `knowledge/` and held in the form that look-ups need."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from pathlib import Path

from facta import settings
from facta.resolve import own, people
from facta.resolve.facts import Entry, Office, Outlet, Person, State, Term, within
from facta.resolve.names import Names, add_bodies, add_outlets, add_states, official_sites, set_traps
from facta.resolve.own import Known, Own
from facta.resolve.rows import many, rows
from facta.resolve.words import key
from facta.values.collecting import uncollected


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """All knowledge, filed for look-up under comparable words (`words.key`)."""

    states: Mapping[str, State]
    names: Mapping[str, tuple[Entry, ...]]
    offices: Mapping[str, Office]
    people: Mapping[str, tuple[Person, ...]]
    """By full name."""
    surnames: Mapping[str, tuple[Person, ...]]
    """By any word a newspaper may use alone for the person."""
    holders: Mapping[tuple[str, str], tuple[tuple[Term, Person], ...]]
    """By state and portfolio."""
    outlets: Mapping[str, Outlet]
    """By name and by domain."""
    official: Mapping[str, Outlet]
    """Official sites by name and by host."""
    given_names: frozenset[str]
    """State and city names that are also given names."""
    reach: Mapping[str, int]
    """By first word, the most words of any name or office that begins with it."""

    def numbers(self, code: str | None, on: str | None) -> tuple[int | None, int | None]:
        """Correlates of War and Gleditsch-Ward numbers of a state on a date (ISO, None for any); None where it was none then."""
        state = self.states.get(code or "")
        if state is None or (on is not None and not within(on, state.start, state.end)):
            return None, None
        held = next((n for n in state.once if n.covers(on)), None)
        return (held.cow, held.gw) if held else (state.cow, state.gw)


@lru_cache(maxsize=1)
def load_tables() -> Tables:
    """All tables, read on the first call and shared by the process (about an eighth of a second).

    A user's own table, named by the setting `actors`, goes before ours; DataError names its row and column where it is wrong.
    """
    with uncollected():
        return _load()


def _load() -> Tables:
    names = Names()
    states = add_states(names)
    add_bodies(names)
    outlets = add_outlets(names)
    given = set_traps(names, states)
    offices = {key(w): office for office, words in _offices() for w in words}
    mine = _own(states, offices)
    for row in mine:
        names.override(row)
    known = people.persons({o.role: o for o in offices.values()}, mine)
    by_name = people.by_name(known)
    return Tables(
        states=states,
        names=names.found,
        offices=offices,
        people=by_name,
        surnames=people.by_surname(known),
        holders=people.by_office(known),
        outlets=outlets,
        official=official_sites(),
        given_names=given,
        reach=_reach(names.found, offices, by_name),
    )


def _reach(*filed: Iterable[str]) -> dict[str, int]:
    names = {*chain.from_iterable(filed)}
    reach = dict.fromkeys([n for n in names if " " not in n], 1)
    # the most words come last, and so remain
    reach.update(sorted([(n[: n.index(" ")], n.count(" ") + 1) for n in names if " " in n], key=itemgetter(1)))
    return reach


def _offices() -> Iterator[tuple[Office, list[str]]]:
    for row in rows("offices"):
        yield Office(row["role"], row["portfolio"], row["sector"], row["unique"] == "yes"), [row["role"], *many(row["words"])]


def _own(states: Mapping[str, State], offices: Mapping[str, Office]) -> list[Own]:
    """The user's rows, if there is such a table."""
    path = settings.text("actors")
    if not path:
        return []
    bodies = {row["code"] for row in rows("organisations")} | {row["country"] for row in rows("groups")}
    spans = {code: (s.start, s.end) for code, s in states.items() if s.start or s.end}
    known = Known(frozenset(states) | (bodies - {""}), {o.role: o.unique for o in offices.values()}, spans)
    return own.read(Path(path).expanduser(), known)
