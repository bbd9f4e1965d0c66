"""SQL conditions with their parameters: values, days and pages, and above all who acts or is acted upon.

Who is asked for is a country code (three capital letters: `RUS`, `NAT`), several codes or dated members of a group (`Term`) for
any of them, or a name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple
from unicodedata import combining, normalize

from facta.store.days import bounds
from facta.values.country import well_formed

Comments = Literal["article", "readers", "all"]
"""Whose claims: the article's (the default), the reader comments', or both side by side."""


class Term(NamedTuple):
    """A country in the days, both included, in which it belonged to a group; what has no day is asked of today's members."""

    country: str
    since: date = date.min
    until: date = date.max


Asked = str | Sequence[str | Term]


@dataclass
class Conditions:
    """SQL conditions with their parameters, in step."""

    sql: list[str] = field(default_factory=list)
    parameters: list[object] = field(default_factory=list)

    def add(self, sql: str, *parameters: object) -> None:
        """Demand one more thing."""
        self.sql.append(sql)
        self.parameters += parameters

    def one_of(self, column: str, values: Sequence[str]) -> None:
        """Demand one of several values; none named demands nothing.

        By a function and not by `IN (SELECT ..)`, a join, behind which DuckDB first computes all of `JOURNEYS`.
        """
        if values:
            self.add(f"list_contains(?::VARCHAR[], {column})", list(values))

    def between(self, first: str, last: str, since: str | None, until: str | None) -> None:
        """Demand that the days from column `first` to column `last` touch the inclusive bounds; what has no date is out."""
        begin, end = bounds(since, until)
        if begin is not None:
            self.add(f"{last} >= ?", begin)
        if end is not None:
            self.add(f"{first} <= ?", end)

    def whose(self, comments: Comments) -> None:
        """Demand the article's claims, the readers', or neither in particular."""
        if comments != "all":
            self.add("comment IS NULL" if comments == "article" else "comment IS NOT NULL")

    def page(self, page: str | None) -> None:
        """Demand one page, by key, id, url or source."""
        if page is not None:
            self.add("page_no IN (SELECT no FROM pages WHERE ? IN (key, id, url, source))", page)

    def called(self, name: str, *told: str) -> None:
        """Demand that one of several columns, or other SQL, names somebody so: whole words, in any case and without accents."""
        self.add(" OR ".join(_NAMED.format(one) for one in told), *[_pattern(name)] * len(told))

    def country(self, column: str, asked: Asked | None) -> None:
        """Demand that a column is one of the codes; a name demands nothing here."""
        self.one_of(column, codes(asked))
        if _dated(asked):
            self.add(f"list_contains({_AS_OF}, {column})", *_listed(asked)[1])

    def side(self, countries: str, asked: Asked) -> None:
        """Demand that a list holds one of the codes; for one code DuckDB has a form that takes a quarter of the time."""
        wanted = codes(asked)
        if len(wanted) == 1:
            self.add(f"list_contains({countries}, ?)", wanted[0])
        else:
            self.add(f"list_has_any({countries}, ?::VARCHAR[])", wanted)
        if _dated(asked):
            listed, parameters = _listed(asked)
            self.add(f"list_has_any({countries}, {listed})", *parameters)

    def parties(self, actor: Asked | None, recipient: Asked | None) -> None:
        """Demand who acts and who is acted upon or, in a symmetric event, the other side; of both, that they are a pair."""
        if actor and codes(actor):
            self.side("actor_countries", actor)
        elif isinstance(actor, str):
            self.add(_IN_NAMES.format("actors"), _pattern(actor))
        if recipient and codes(recipient):
            self.side(OTHERS, recipient)
        elif isinstance(recipient, str):
            either = f'{_IN_NAMES.format("recipients")} OR ("symmetric" AND {_IN_NAMES.format("actors")})'
            self.add(either, *[_pattern(recipient)] * 2)
        if actor and recipient:
            self._pair(actor, recipient)

    def clause(self) -> str:
        """The WHERE of a SELECT; nothing where nothing is demanded."""
        return " WHERE " + " AND ".join(f"({one})" for one in self.sql) if self.sql else ""

    def _pair(self, actor: Asked, recipient: Asked) -> None:
        """Beyond each side: a country with itself is no pair, and the two of a symmetric event are of different countries."""
        ones, twos = codes(actor), codes(recipient)
        if len(ones) == len(twos) == 1:
            self.add("? <> ?", *ones, *twos)  # each side is demanded already, so a look into the lists would only cost time
            return
        if ones and twos:
            (one, first), (two, second) = _listed(actor), _listed(recipient)
            other = f"len(list_filter({OTHERS}, lambda r: list_contains({two}, r) AND a <> r)) > 0"
            self.add(f"len(list_filter(actor_countries, lambda a: list_contains({one}, a) AND {other})) > 0", *first, *second)
            return
        is_actor, actor_parameters = _party("a", actor)
        is_recipient, recipient_parameters = _party("r", recipient)
        others = f"list_filter(actors, lambda r: {is_recipient} AND a.country <> r.country)"
        pairs = f"list_filter(actors, lambda a: {is_actor} AND len({others}) > 0)"
        self.add(f'NOT "symmetric" OR len({pairs}) > 0', *actor_parameters, *recipient_parameters)


_NAMED = "coalesce(regexp_matches(strip_accents(lower({})), ?), false)"
"""Whether a name matches a pattern of `_pattern`, whatever its case and accents."""
OTHERS = 'CASE WHEN "symmetric" THEN actor_countries ELSE recipient_countries END'
"""The countries on the other side of the actors."""

_IN_NAMES = _NAMED.format("array_to_string(list_transform({}, lambda p: concat_ws(' | ', p.name, p.text)), ' | ')")
"""Whether a list of parties names one: one string an event, since a pattern on each party takes six times as long."""


def _pattern(name: str) -> str:
    """A regular expression (RE2) that finds the name, lowered and without accents, as whole words."""
    plain = "".join(c for c in normalize("NFD", name.lower()) if not combining(c))
    words = [re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", word) for word in plain.split()]  # RE2 takes no escape of other signs
    return r"(^|[^\pL\pN])" + r"\s+".join(words) + r"($|[^\pL\pN])"


_AS_OF = """list_transform(
    list_filter(
        ?::STRUCT(country VARCHAR, since DATE, until DATE)[],
        lambda m: coalesce(first_day, current_date) BETWEEN m.since AND m.until
    ),
    lambda m: m.country
)"""
"""The members of a group on the day of a row."""


def codes(asked: Asked | None) -> list[str]:
    """The country codes that are asked for, whenever they belonged; none for a name."""
    if isinstance(asked, str):
        return [asked] if well_formed(asked) else []
    return [term if isinstance(term, str) else term.country for term in asked or ()]


def _dated(asked: Asked | None) -> bool:
    return not isinstance(asked, str) and any(isinstance(term, Term) for term in asked or ())


def _listed(asked: Asked | None) -> tuple[str, list[object]]:
    """The codes that are asked for as a list in SQL, with its parameter; those of a group as of the row's day."""
    if not _dated(asked):
        return "?::VARCHAR[]", [codes(asked)]
    terms = [Term(term) if isinstance(term, str) else term for term in asked or ()]
    return _AS_OF, [[term._asdict() for term in terms]]


def _party(variable: str, asked: Asked) -> tuple[str, list[object]]:
    """The condition that one party is the one asked for."""
    if not isinstance(asked, str) or well_formed(asked):
        listed, parameters = _listed(asked)
        return f"list_contains({listed}, {variable}.country)", parameters
    return f"({_NAMED.format(f'{variable}.name')} OR {_NAMED.format(f'{variable}.text')})", [_pattern(asked)] * 2
