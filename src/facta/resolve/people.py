"""Persons with their terms of office, ours and those of a user's table, filed by name, by surname and by office."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, groupby, islice
from operator import itemgetter

from facta.errors import DataError
from facta.resolve import own
from facta.resolve.facts import Office, Person, Term
from facta.resolve.own import Own
from facta.resolve.rows import many, picked
from facta.resolve.words import keys
from facta.values.dates import WEEKDAYS

SURNAME_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "KHM"})
"""States whose people the press writes surname first."""
SURNAME_ONLY = SURNAME_FIRST - {"KHM"}
"""Those of them whose last word is never used alone."""
CALLED_FIRST = frozenset({"ETH", "ERI"})
"""States whose people are called by the first name, since what follows is their father's."""
_PARTICLES = frozenset({"al", "el", "de", "von", "van", "bin", "ben", "da", "der", "la", "le", "di", "du", "of"})
_DAYS = frozenset(day.lower() for day in WEEKDAYS)
"""Surnames too, but alone in a newspaper always the day. Months are not among them: May and April are persons as well."""
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "vi", "xiv", "xvi"})


def persons(offices: Mapping[str, Office], mine: Sequence[Own]) -> list[Person]:
    """The persons of the user's table, whose terms go before ours, and those of ours; `offices` by role."""
    theirs, taken = _of_user(offices, mine)
    found = [*theirs.values()]
    rows = picked("holders", "person", "variants", "state", "role", "from", "to")
    for name, group in groupby(rows, itemgetter(0)):
        if name not in theirs:
            own_rows = [*group]
            spellings = [name, *chain.from_iterable([many(row[1]) for row in own_rows if row[1]])]
            terms = [_term(row, offices) for row in own_rows]
            found.append((name, spellings, _left(terms, taken) if taken else terms))
    filed = iter(keys([*chain.from_iterable([spellings for _, spellings, _ in found])]))
    every = [Person(name, tuple(islice(filed, len(spellings))), tuple(terms)) for name, spellings, terms in found]
    return [person for person in every if person.terms] if taken else every


_Found = tuple[str, list[str], list[Term]]
"""A person's name, all spellings with it, the terms."""
_Taken = Mapping[tuple[str, str], list[tuple[str, str]]]


def _term(row: Sequence[str], offices: Mapping[str, Office]) -> Term:
    person, _, state, role, start, end = row
    office = offices.get(role)
    if office is None:
        raise DataError(f"holders.tsv: {person} holds {role!r}, which offices.tsv does not have.")
    return Term(state, office, start, end)


def _left(terms: Iterable[Term], taken: _Taken) -> list[Term]:
    """What the user's persons leave of terms of ours."""
    spans = [(term, own.outside(term.start, term.end, taken.get((term.state, term.office.role), ()))) for term in terms]
    return [term._replace(start=start, end=end) for term, parts in spans for start, end in parts]


def _of_user(offices: Mapping[str, Office], mine: Sequence[Own]) -> tuple[dict[str, _Found], _Taken]:
    """The user's persons by name, and by state and role the spans that they take from ours."""
    found: dict[str, _Found] = {}
    taken: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in mine:
        if row.role or row.kind == "person":
            _, spellings, terms = found.setdefault(row.name, (row.name, [row.name], []))
            held = offices[row.role] if row.role else Office("person", "", row.sector or "CVL", False)
            spellings += row.aliases
            terms.append(Term(row.country, held, row.start, row.end))
            if held.unique:
                taken[row.country, row.role].append((row.start, row.end))
    return found, taken


def surnames(person: Person) -> set[str]:
    """The single words a newspaper may use for a person: last name; first word where surnames stand first or people have none.

    A name with a country (`Fahd of Saudi Arabia`) ends in none.
    """
    states = [t.state for t in person.terms]
    first = not SURNAME_FIRST.isdisjoint(states)
    names = [name for name in person.names if " of " not in name]
    found = {name.rpartition(" ")[2] for name in names}
    if not CALLED_FIRST.isdisjoint(states):
        found |= {name.partition(" ")[0] for name in names}
    if not first and found.isdisjoint(_SUFFIXES):  # nearly all
        return {w for w in found - _PARTICLES - _DAYS if len(w) > 1}
    only = first and not SURNAME_ONLY.isdisjoint(states)
    opening = {name.partition(" ")[0] for name in names}
    found = set[str]()
    for name in names:
        words = name.split(" ")
        core = [w for w in words if w not in _SUFFIXES] or words if words[-1] in _SUFFIXES else words
        turned = core[-1] in opening and len(core) > 1  # `Jong-un Kim` beside `Kim Jong-un`
        if not (only and len(core) > 2) or turned:
            found.add(core[-1])
        if first and len(words) > 1 and not turned:
            found.add(core[0])
    return {w for w in found - _PARTICLES - _DAYS if len(w) > 1}


def by_name(people: Iterable[Person]) -> dict[str, tuple[Person, ...]]:
    """The persons by each full name."""
    return _filed([(name, person) for person in people for name in dict.fromkeys(person.names)])


def by_surname(people: Iterable[Person]) -> dict[str, tuple[Person, ...]]:
    """The persons by any word a newspaper may use alone for them."""
    filed = _filed([(word, person) for person in people for word in surnames(person)])
    for word, several in filed.items():
        if len(several) > 1:
            filed[word] = tuple([p for p in several if not _left_out(word, p)]) or several
    return filed


def _left_out(word: str, person: Person) -> bool:
    """Whether a person goes without the last word of the full name: `Lopez` is not Ovidio Guzmán, of Ovidio Guzmán López."""
    ending = [name for name in person.names if name.rpartition(" ")[2] == word]
    return bool(ending) and all(name.count(" ") > 1 and name.rpartition(" ")[0] in person.names for name in ending)


def _filed(pairs: Iterable[tuple[str, Person]]) -> dict[str, tuple[Person, ...]]:
    found: dict[str, tuple[Person, ...]] = {}
    for word, person in pairs:
        there = found.get(word)
        found[word] = (*there, person) if there else (person,)
    return found


def by_office(people: Iterable[Person]) -> dict[tuple[str, str], tuple[tuple[Term, Person], ...]]:
    """Terms and persons by state and portfolio, of the offices that one person holds at a time."""
    found: dict[tuple[str, str], list[tuple[Term, Person]]] = defaultdict(list)
    for person in people:
        for term in person.terms:
            if term.office.unique:
                found[term.state, term.office.portfolio].append((term, person))
    return {k: tuple(v) for k, v in found.items()}
