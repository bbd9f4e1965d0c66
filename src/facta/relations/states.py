"""Say which states a user means: a code, a name as people write it, or a group of states with dated members."""

import re
import shlex
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files
from pathlib import Path

from facta.errors import DataError, UsageError
from facta.resolve import load_tables
from facta.resolve.facts import Entry
from facta.resolve.words import key
from facta.settings import text
from facta.store import Term
from facta.values.country import STATELESS

_SHOWN = 4
_CODE = 3
"""Letters of a state's code."""
_SHARED = frozenset({"IGO", "NGO", "INT"})
"""Codes that many bodies and regions share: what all of them do would be taken for what the one asked for does."""
_SLIP = 0.75
"""How like a state's name a word must be to be taken for a slip: `Germny` is, `Putin` is not like Spain."""


@dataclass(frozen=True)
class Member:
    """A state's time in a group."""

    country: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Side:
    """One side of a relation: a state, a body, or a group of states."""

    code: str
    """As printed: `CHN`, `EU`."""
    name: str
    members: tuple[Member, ...]

    @property
    def countries(self) -> list[str]:
        """Every code that was ever on this side."""
        return sorted({member.country for member in self.members})

    @property
    def terms(self) -> list[str | Term]:
        """Its members as a query takes them: codes, with the days of those who joined or left."""
        return [
            Term(one.country, one.since or date.min, one.until or date.max) if one.since or one.until else one.country
            for one in self.members
        ]

    def without(self, country: str) -> "Side":
        """The side less one of its members."""
        return replace(self, members=tuple(member for member in self.members if member.country != country))


class UnknownSideError(UsageError):
    """Nobody goes by this name; `near` has the codes of those whose names are like it, likeliest first."""

    def __init__(self, asked: str, told: str, near: tuple[str, ...]) -> None:
        super().__init__(told)
        self.asked = asked
        self.near = near


def side(asked: str) -> Side:
    """The side that a user's word stands for; UnknownSideError with the nearest names when there is none.

    A body that has no code of its own (the African Union) is no side.

    >>> side("CHN").code, side("china").code, len(side("G7").members)
    ('CHN', 'CHN', 7)
    """
    word = _word(asked)
    known = groups()
    if word.upper() in known:
        return known[word.upper()]
    states = load_tables().states
    code = word if word in states or word in STATELESS else _named(word)
    if code is None:
        raise _without_code(word) or _nobody(word)
    return Side(code, STATELESS.get(code) or states[code].name, (Member(code),))


def party(asked: str | None) -> str | list[str | Term] | None:
    """Who is asked for among those who act or speak, as a query takes it: a state's code, a group's members, else the name given.

    Of a body without a code of its own, its full name.

    >>> party("Russia"), party("Lavrov"), len(party("G7")), party("ECOWAS")
    ('RUS', 'Lavrov', 7, 'Economic Community of West African States')
    """
    if not asked:
        return asked
    terms = _terms(asked)
    if terms is None:
        body = sharing(asked)
        return body.name if body else asked
    return terms[0] if len(terms) == 1 and isinstance(terms[0], str) else terms


def misspelt(asked: Iterable[str | None]) -> list[UnknownSideError]:
    """For each who is no state but spelt much like one what to say of it, to go with an answer that has no rows."""
    names = [name for name in asked if name and _terms(name) is None]
    return [
        UnknownSideError(name, f"no state or group is called {name!r}; nearest: {_shown(near)}.", near)
        for name in names
        if (near := nearest(name, _SLIP))
    ]


def _word(asked: str) -> str:
    return re.sub(r"^the\s+", "", asked.strip(), flags=re.IGNORECASE)


def apart(asked: Iterable[str | None]) -> list[str]:
    """For each group asked for whose own body has no code of its own, that what the body does itself is not among its members'.

    >>> apart(["EU", "CHN", None])
    []
    """
    found = [group for name in asked if name and (group := groups().get(_word(name).upper()))]
    bodies = [(group, sharing(group.code) or sharing(group.name)) for group in found]
    return [
        f"{group.code} is its members here; what is told of it as a whole is coded {body.country}: "
        f"facta events --actor {shlex.quote(body.name)}"
        for group, body in bodies
        if body and body.country not in group.countries
    ]


def _terms(asked: str) -> list[str | Term] | None:
    """A state or the members of a group; None for other words, which name a person."""
    try:
        return side(asked).terms
    except UnknownSideError:
        return None


def _named(word: str) -> str | None:
    """The code of a state that goes by this name, in any case, or by its code of two letters in capitals."""
    meanings = load_tables().names.get(key(word), ())
    if word.upper() in load_tables().states or word.upper() in STATELESS:
        return word.upper()
    if (own := next((code for code in _SHARED if key(STATELESS[code]) == key(word)), None)) is not None:
        return own
    named = next((m.country for m in meanings if m.kind == "state" or m.country in STATELESS.keys() - _SHARED), None)
    return named or _alpha2().get(word)


def sharing(asked: str) -> Entry | None:
    """The body or region of this name that shares its code with others; None for all else.

    >>> sharing("the African Union").country, sharing("NATO")
    ('IGO', None)
    """
    meanings = load_tables().names.get(key(_word(asked)), ())
    return next((m for m in meanings if m.country in _SHARED and m.kind != "outlet"), None)


def _without_code(word: str) -> UnknownSideError | None:
    """What to say of a body or region that cannot be told from others by its code; None for other words."""
    body = sharing(word)
    if body is None or body.country is None:
        return None
    told = (
        f"{body.name} has no code of its own: it is coded {body.country}, as others of its kind are. `{body.country}` asks "
        f"for all of them together, and `facta events --actor {shlex.quote(body.name)}` for what it does itself."
    )
    return UnknownSideError(word, told, (body.country,))


@cache
def _alpha2() -> dict[str, str]:
    """States by their codes of two letters, in capitals: in small letters they are words and names of people."""
    lines = (files("facta.relations") / "alpha2.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {short: country for short, country in rows if short != "alpha2"}


def _nobody(word: str) -> UnknownSideError:
    """What to say of a word that stands for nobody: the nearest names, and which groups there are."""
    near = nearest(word)
    told = (
        (f"No state or group of states {word!r}." if word else "No state or group of states is named.")
        + (f" Nearest: {_shown(near)}." if near else "")
        + f" Name one by its ISO code (CHN) or name; groups: {', '.join(sorted(groups()))}."
    )
    return UnknownSideError(word, told, near)


def nearest(word: str, least: float = 0.6) -> tuple[str, ...]:
    """The codes of states and groups that a word looks like, likeliest first. least: likeness, up to 1.

    Likeness is that of difflib to any name people use; a word of a code's length is compared with codes too, and with
    names as an abbreviation of them.

    >>> nearest("Turky"), nearest("BRZ")[0], nearest("Grate Britain")
    (('TUR',), 'BRA', ('GBR',))
    """
    asked = word.casefold().strip()
    found: dict[str, float] = {}
    for spelling, code in _spellings().items():
        # a long word is no misspelt code
        if len(spelling) > _CODE or len(asked) <= _CODE:
            found[code] = max(found.get(code, 0), _likeness(asked, spelling))
    best = sorted((-share, _called(code), code) for code, share in found.items() if share >= least)
    return tuple(code for *_, code in best[:_SHOWN])


def _shown(codes: Iterable[str]) -> str:
    """States by name and code, groups by their short names."""
    return ", ".join(map(_called, codes))


def _called(code: str) -> str:
    if code in groups():
        return code
    return f"{STATELESS.get(code) or load_tables().states[code].name} ({code})"


@cache
def _spellings() -> dict[str, str]:
    """The code of each state or group by each of its names in small letters."""
    tables = load_tables()
    names = {name: m.country for name, some in tables.names.items() for m in some[:1] if m.kind == "state"}
    own = {state.name: code for code, state in tables.states.items()} | {name: code for code, name in STATELESS.items()}
    codes = {code: code for code in (*tables.states, *STATELESS)}
    known = {name.casefold(): code for name, code in (names | own | codes).items() if code in codes}
    return known | {name.casefold(): name for name in groups()}


def _likeness(asked: str, spelling: str) -> float:
    """Of two words, up to 1: of those alike letter by letter, or of an abbreviation (`brz`) by how much of the name it has."""
    alike = SequenceMatcher(None, spelling, asked).ratio()
    letters = iter(spelling)
    if len(asked) <= _CODE < len(spelling) and spelling[0] == asked[:1] and all(c in letters for c in asked):
        return max(alike, 0.5 + 0.5 * len(asked) / len(spelling))
    return alike


@cache
def groups() -> dict[str, Side]:
    """Every group by its short name in capitals; the user's file (setting `groups`) goes before ours.

    DataError names what is wrong with that file, and where.
    """
    ours = _read((files("facta.relations") / "groups.tsv").read_text("utf-8"), "groups.tsv")
    path = text("groups")
    if not path:
        return ours
    try:
        theirs = Path(path).expanduser().read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise DataError(f"The file of groups {path} cannot be read: {why}; see docs/relations.md.") from None
    return ours | _read(theirs, path)


def _read(table: str, source: str) -> dict[str, Side]:
    members: dict[str, list[Member]] = {}
    names: dict[str, str] = {}
    for number, line in enumerate(table.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [field.strip() for field in line.split("\t")]
        if [field.casefold() for field in fields[:2]] == ["group", "name"]:
            continue  # the names of the columns, which spreadsheets write
        if len(fields) < 3 or not re.fullmatch(r"[A-Z]{3}", fields[2]):
            raise DataError(f"{source}, line {number}: expected group, name, country code, from, to, separated by tabs.")
        group, name, country, since, until = (*fields, "", "")[:5]
        if not _is_code(country):
            raise DataError(f"{source}, line {number}: no state has the code {country!r}.")
        if _is_code(group.upper()):
            raise DataError(f"{source}, line {number}: {group!r} is a state's code, and would hide it; call the group otherwise.")
        days = [_day(day, f"{source}, line {number}") for day in (since, until)]
        if days[0] and days[1] and days[1] < days[0]:
            raise DataError(f"{source}, line {number}: {country} leaves on {until}, before it joins on {since}.")
        members.setdefault(group.upper(), []).append(Member(country, *days))
        names[group.upper()] = name or group
    return {group: Side(group, names[group], tuple(some)) for group, some in members.items()}


def _is_code(word: str) -> bool:
    return word in load_tables().states or word in STATELESS


def _day(written: str, where: str) -> date | None:
    """A day of a table; DataError for what is none."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise DataError(f"{where}: {written!r} is no day; one is written as 2004-05-01 or left empty.") from None
