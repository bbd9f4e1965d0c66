"""Whether the title before a bare surname speaks against a person: no minister is called captain, no Syrian general prince.

A surname that an office holder shares with half a nation says nothing by itself; what stands before it tells who it may be.
"""

from collections.abc import Mapping
from functools import cache

from facta.resolve.facts import Office, Person
from facta.resolve.rows import many, rows
from facta.resolve.words import key


def fits(title: str, office: Office | None, person: Person, *, alone: bool = False) -> bool:
    """Whether somebody called so may be a person; title: comparable words, office: what the tables make of them.

    alone: nobody else known bears the surname; then a calling may be what he was before (`economist Draghi`), a title may not.
    """
    known = known_titles()
    wanted = known.get(title) or (None if alone or office is None else known.get(office.sector))
    if wanted is None or any(name.startswith(f"{title} ") for name in person.names):
        return True
    return any({t.sector, t.office.role, t.state} & wanted for t in person.terms)


@cache
def known_titles() -> Mapping[str, frozenset[str]]:
    """What an office of whoever is called so must be: by comparable words, or by sector."""
    found: dict[str, frozenset[str]] = {}
    for row in rows("titles"):
        found |= dict.fromkeys([*map(key, many(row["words"])), *many(row["sector"])], frozenset(many(row["fits"])))
    return found
