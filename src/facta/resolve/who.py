"""Say who is meant by a mention as of a date: the one place that turns words into a country, a sector, an office and a name."""

from collections.abc import Iterable

from facta.resolve.candidate import Candidate, for_act
from facta.resolve.meant_bodies import bodies
from facta.resolve.meant_persons import name_match, persons
from facta.resolve.phrase import parse
from facta.resolve.tables import Tables, load_tables

__all__ = ["Candidate", "candidates", "for_act", "name_match"]


def candidates(mention: str, on: str | None = None, *, tables: Tables | None = None) -> list[Candidate]:
    """Who may be meant by a mention on a date (ISO at any precision, None when unknown), best first; empty when nobody is known.

    >>> candidates("Chinese Defense Minister Wei Feng", "2018-04")[0].name
    'Wei Fenghe'
    >>> [c.country for c in candidates("Korea")]
    ['KOR', 'PRK']
    """
    tables = tables or load_tables()
    phrase = parse(mention, tables, on)
    found = [*persons(phrase, on, tables), *bodies(phrase, on, tables)]
    return sorted(_distinct(found), key=lambda c: -c.score)


def _distinct(found: Iterable[Candidate]) -> list[Candidate]:
    """The best-scored one of candidates that say the same."""
    best: dict[tuple[str | None, str | None, str | None], Candidate] = {}
    for c in found:
        same = (c.name, c.country, c.sector)
        if same not in best or best[same].score < c.score:
            best[same] = c
    return list(best.values())
