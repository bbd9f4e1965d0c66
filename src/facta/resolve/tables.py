"""Read the knowledge tables once and hold them in the form that look-ups need.

The files in `knowledge/` are tab-separated text: lines that begin with # are comments, the first other line names the columns,
several values in one cell are separated by "; ". They hold facts only; each names its sources.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Literal, NamedTuple

from facta import settings
from facta.errors import DataError
from facta.resolve import own
from facta.resolve.own import Known, Own
from facta.resolve.words import KNOWLEDGE, key
from facta.values.lasting import lasting

EntryKind = Literal["state", "demonym", "people", "capital", "institution", "organisation", "group", "outlet", "blocked"]
Row = Mapping[str, str]


class Entry(NamedTuple):
    """One meaning of a name."""

    kind: EntryKind
    name: str
    """The fullest name of what is meant."""
    country: str | None
    sector: str | None
    start: str = ""
    end: str = ""
    what: str = ""
    """For institutions their kind (seat, region, city, ministry, force, ...), for outlets agency or outlet."""
    weight: float = 1.0
    """Share of news use among the meanings of the same words."""
    upper: bool = False
    """Written in capitals only, so `IS` is not `is`."""
    cap: bool = True
    """Begins with a capital letter."""

    def holds(self, on: str | None) -> bool:
        """Whether this meaning holds on a date (ISO, any precision); when the date is unknown, whether it holds to this day."""
        return not self.end if on is None else within(on, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Office:
    """An office or head noun: what it is called, and what it makes of who is so called."""

    role: str
    portfolio: str
    """Offices of the same portfolio are counterparts; empty for words that tell a sector but no office."""
    sector: str
    unique: bool


class Term(NamedTuple):
    """A person's time in an office."""

    state: str
    office: Office
    start: str
    end: str

    def covers(self, on: str | None) -> bool:
        """Whether the term runs on a date (ISO, any precision)."""
        return on is not None and within(on, self.start, self.end)


class Person(NamedTuple):
    """A known person with all names and terms."""

    name: str
    names: tuple[tuple[str, ...], ...]
    """Each way to write the name, as comparable words."""
    terms: tuple[Term, ...]

    @property
    def states(self) -> frozenset[str]:
        """Every state or body the person held office for."""
        return frozenset([t.state for t in self.terms])


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory with its codes and capital."""

    iso3: str
    cow: int | None
    gw: int | None
    name: str
    start: str
    end: str
    capital: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news agency or outlet."""

    name: str
    country: str
    kind: Literal["agency", "outlet"]
    state_controlled: bool


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
    given_names: frozenset[str]
    """State and city names that are also given names."""
    reach: Mapping[str, int]
    """By first word, the most words of any name or office that begins with it."""

    def numbers(self, code: str | None, on: str | None) -> tuple[int | None, int | None]:
        """Correlates of War and Gleditsch-Ward numbers of a state on a date (ISO, None for any); None where it was none then."""
        state = self.states.get(code or "")
        if state is None or (on is not None and not within(on, state.start, state.end)):
            return None, None
        return state.cow, state.gw


def within(on: str, start: str, end: str) -> bool:
    """Whether a date lies in a span of dates; all ISO at any precision, empty for open.

    >>> within("2018-04", "2018-03-19", ""), within("2018-03-01", "2018-03-19", "")
    (True, False)
    """
    return (not start or on[: len(start)] >= start[: len(on)]) and (not end or on[: len(end)] <= end[: len(on)])


def rows(name: str) -> Iterator[Row]:
    """The rows of one knowledge file, as column -> cell; DataError names file and line of a row with a wrong number of cells."""
    columns: list[str] = []
    for number, line in enumerate((KNOWLEDGE / f"{name}.tsv").read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not columns:
            columns = cells
        elif len(cells) != len(columns):
            raise DataError(f"{name}.tsv, line {number}: {len(cells)} cells where the header has {len(columns)}.")
        else:
            yield dict(zip(columns, cells, strict=True))


def many(cell: str) -> list[str]:
    """The values of one cell."""
    return [v for v in cell.split("; ") if v]


@lru_cache(maxsize=1)
def load_tables() -> Tables:
    """All tables, read on the first call and shared by the process (about a tenth of a second).

    A user's own table, named by the setting `actors`, goes before ours; DataError names its row and column where it is wrong.
    """
    with lasting():
        return _load()


def _load() -> Tables:
    names = _Names()
    states = {row["iso3"]: _state(row, names) for row in rows("states")}
    _bodies(names)
    outlets = _outlets(names)
    given = _traps(names, states)
    offices = {key(w): office for office, words in _offices() for w in words}
    mine = _own(states, offices)
    for row in mine:
        names.override(row)
    people = _people({o.role: o for o in offices.values()}, mine)
    by_name = _by_name(people)
    return Tables(
        states=states,
        names=names.frozen(),
        offices=offices,
        people=by_name,
        surnames=_by_surname(people),
        holders=_by_office(people),
        outlets=outlets,
        given_names=given,
        reach=_reach(names.found, offices, by_name),
    )


def _reach(*filed: Iterable[str]) -> dict[str, int]:
    reach: dict[str, int] = {}
    for name in chain.from_iterable(filed):
        first, _, rest = name.partition(" ")
        size = rest.count(" ") + 2 if rest else 1
        if size > reach.get(first, 0):
            reach[first] = size
    return reach


PLACES = frozenset({"seat", "region", "city"})
"""Kinds of institutions whose names are places, which stand for their state."""


class _Names:
    """Collects the meanings of names while the files are read."""

    def __init__(self) -> None:
        self.found: dict[str, list[Entry]] = defaultdict(list)

    def add(
        self, alias: str, kind: EntryKind, name: str, country: str, sector: str, *, what: str = "", row: Row | None = None
    ) -> str:
        """File one meaning of an alias, and say under what; a row with the columns from and to dates it."""
        filed = key(alias)
        if filed.startswith("the ") and kind != "outlet":
            filed = filed[4:]
        upper = alias.isupper() and sum(map(str.isalpha, alias)) < 6
        start, end = (row.get("from", ""), row.get("to", "")) if row else ("", "")
        entry = Entry(kind, name, country or None, sector or None, start, end, what, upper=upper, cap=alias[0].isupper())
        meanings = self.found[filed]
        if not meanings or entry not in meanings:
            meanings.append(entry)
        return filed

    def weigh(self, words: str, country: str, weight: float, name: str) -> None:
        """Keep only the named states as meanings of ambiguous words, each with its share."""
        filed = key(words)
        kept = [e for e in self.found[filed] if e.weight != 1.0]
        like = next(iter(self.found[filed]), None)
        kind: EntryKind = like.kind if like and like.kind in ("state", "demonym", "institution") else "demonym"
        self.found[filed] = [*kept, Entry(kind, name, country, "GOV", weight=weight, what=like.what if like else "")]

    def override(self, row: Own) -> None:
        """Make a user's body or group the only meaning of its names."""
        if row.role or row.kind == "person":
            return
        for alias in (row.name, *row.aliases):
            dated = {"from": row.start, "to": row.end}
            self.found[key(alias)] = []
            self.add(alias, row.kind, row.name, row.country, row.sector, row=dated)

    def frozen(self) -> dict[str, tuple[Entry, ...]]:
        return {k: tuple(v) for k, v in self.found.items()}


def _state(row: Row, names: _Names) -> State:
    code, name = row["iso3"], row["name"]
    for alias in (name, *many(row["names"])):
        names.add(alias, "state", name, code, "GOV", row=row)
    for word in many(row["demonyms"]):
        if word.startswith("+"):
            names.add(word[1:], "people", name, code, "CVL", row=row)
        else:
            names.add(word, "demonym", name, code, "GOV", row=row)
        if not word.endswith(("s", "sh", "ch", "ese", "x", "men")):
            names.add(word.lstrip("+") + "s", "people", name, code, "CVL", row=row)
    for capital in many(row["capital"]):
        names.add(capital, "capital", name, code, "GOV", row=row)
    return State(
        code, int(row["cow"] or 0) or None, int(row["gw"] or 0) or None, name, row["from"], row["to"],
        many(row["capital"])[0], float(row["lat"]), float(row["lon"]),
    )  # fmt: skip


def _bodies(names: _Names) -> None:
    for row in rows("institutions"):
        for alias in (row["name"], *many(row["aliases"])):
            names.add(alias, "institution", row["name"], row["country"], row["sector"], what=row["kind"], row=row)
    for row in rows("places"):
        for place in many(row["names"]):
            spellings = place.split(" = ")
            for alias in spellings:
                names.add(alias, "institution", spellings[0], row["country"], "GOV", what=row["kind"])
    for row in rows("organisations"):
        for alias in (row["name"], *many(row["aliases"])):
            names.add(alias, "organisation", row["name"], row["code"], row["sector"])
    for row in rows("groups"):
        for alias in (row["name"], *many(row["aliases"])):
            names.add(alias, "group", row["name"], row["country"], row["sector"], row=row)


def _outlets(names: _Names) -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for row in rows("outlets"):
        outlet = Outlet(row["name"], row["country"], _kind(row["kind"]), row["state_controlled"] == "yes")
        for alias in (row["name"], *many(row["aliases"])):
            found[names.add(alias, "outlet", row["name"], row["country"], "JRN", what=row["kind"])] = outlet
        for domain in many(row["domains"]):
            found[domain] = outlet
    return found


def _kind(word: str) -> Literal["agency", "outlet"]:
    return "agency" if word == "agency" else "outlet"


def _traps(names: _Names, states: Mapping[str, State]) -> frozenset[str]:
    given: set[str] = set()
    for row in rows("traps"):
        if row["kind"] == "given name":
            given.add(key(row["words"]))
        elif row["kind"] == "blocked":
            names.found[key(row["words"])] = [Entry("blocked", row["words"], None, None)]
        else:
            names.weigh(row["words"], row["country"], float(row["weight"]), states[row["country"]].name)
    return frozenset(given)


def _offices() -> Iterator[tuple[Office, list[str]]]:
    for row in rows("offices"):
        yield Office(row["role"], row["portfolio"], row["sector"], row["unique"] == "yes"), [row["role"], *many(row["words"])]


def _own(states: Mapping[str, State], offices: Mapping[str, Office]) -> list[Own]:
    """The user's rows, if there is such a table."""
    path = settings.text("actors")
    if not path:
        return []
    bodies = {row["code"] for row in rows("organisations")} | {row["country"] for row in rows("groups")}
    known = Known(frozenset(states) | (bodies - {""}), {o.role: o.unique for o in offices.values()})
    return own.read(Path(path).expanduser(), known)


def _people(offices: Mapping[str, Office], mine: Sequence[Own]) -> list[Person]:
    """The persons of the user's table, whose terms go before ours, and those of ours."""
    written: dict[str, list[str]] = {}
    terms: dict[str, list[Term]] = defaultdict(list)
    taken: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for given in mine:
        if given.role or given.kind == "person":
            written.setdefault(given.name, [given.name]).extend(given.aliases)
            held = offices[given.role] if given.role else Office("person", "", given.sector or "CVL", False)
            terms[given.name].append(Term(given.country, held, given.start, given.end))
            if held.unique:
                taken[given.country, given.role].append((given.start, given.end))
    replaced = frozenset(written)
    for row in rows("holders"):
        person, office, spans = row["person"], offices.get(row["role"]), [(row["from"], row["to"])]
        if office is None:
            raise DataError(f"holders.tsv: {person} holds {row['role']!r}, which offices.tsv does not have.")
        if person in replaced:
            continue
        written.setdefault(person, [person]).extend(many(row["variants"]))
        if (row["state"], row["role"]) in taken:
            spans = own.outside(*spans[0], taken[row["state"], row["role"]])
        terms[person] += [Term(row["state"], office, *span) for span in spans]
    named = ((n, variants) for n, variants in written.items() if terms[n])
    return [Person(n, tuple(tuple(key(v).split()) for v in variants), tuple(terms[n])) for n, variants in named]


def _by_name(people: list[Person]) -> dict[str, tuple[Person, ...]]:
    found: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for name in set(person.names) if len(person.names) > 1 else person.names:
            found[" ".join(name)].append(person)
    return {k: tuple(v) for k, v in found.items()}


SURNAME_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "KHM"})
"""States whose people the press writes surname first."""
SURNAME_ONLY = SURNAME_FIRST - {"KHM"}
"""Those of them whose last word is never used alone."""
_PARTICLES = frozenset({"al", "el", "de", "von", "van", "bin", "ben", "da", "der", "la", "le", "di", "du", "of"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "vi", "xiv", "xvi"})


def surnames(person: Person) -> set[str]:
    """The single words a newspaper may use for a person: last name, or first word where the surname stands first."""
    found: set[str] = set()
    first = any(t.state in SURNAME_FIRST for t in person.terms)
    only = any(t.state in SURNAME_ONLY for t in person.terms) if first else False
    for name in person.names:
        core = [w for w in name if w not in _SUFFIXES] or name if name[-1] in _SUFFIXES else name
        found.add(core[-1])
        if first and len(name) > 1:
            found.add(core[0])
            if only and len(core) > 2:
                found.discard(core[-1])
    return {w for w in found if len(w) > 1 and w not in _PARTICLES}


def _by_surname(people: list[Person]) -> dict[str, tuple[Person, ...]]:
    found: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for word in surnames(person):
            found[word].append(person)
    return {k: tuple(v) for k, v in found.items()}


def _by_office(people: list[Person]) -> dict[tuple[str, str], tuple[tuple[Term, Person], ...]]:
    found: dict[tuple[str, str], list[tuple[Term, Person]]] = defaultdict(list)
    for person in people:
        for term in person.terms:
            if term.office.unique:
                found[term.state, term.office.portfolio].append((term, person))
    return {k: tuple(v) for k, v in found.items()}


__all__ = ["Entry", "Office", "Outlet", "Person", "State", "Tables", "Term", "load_tables", "many", "rows", "surnames"]
