"""The member of a page who holds an office or bears a known name: whoever it names so, else whom the tables know, added to it."""

from collections.abc import Iterable

from facta.resolve.candidate import Candidate
from facta.resolve.member import Member
from facta.resolve.members import Members
from facta.resolve.state_office import another_office


def incumbent(cast: Members, portfolio: str, countries: Iterable[str | None], role: str) -> Member | None:
    """Who holds an office in one of some states on the day; None where nobody is known to."""
    states = set(countries)
    held = ((m, m.found) for m in cast.filed.holders(portfolio) if m.found and m.found.country in states)
    on_page = [m for m, found in held if not another_office(found.role or role, role, found.country or "")]
    if on_page:
        return on_page[0]
    for country in sorted(c for c in states if c):
        state = cast.tables.states.get(country)
        found = cast.ask(f"{state.name} {role}") if state and role else []
        if found and found[0].name and found[0].kind == "person":
            return _among(cast, found[0].name) or _added(cast, found[0])
    return None


def bearer(cast: Members, name: str) -> Member | None:
    """Who bears the name of a person in the tables; None where as of the day another is meant by it."""
    found = next((c for c in cast.ask(name) if c.name == name), None)
    return _among(cast, name) or (_added(cast, found) if found else None)


def _among(cast: Members, name: str) -> Member | None:
    return next((m for m in cast.filed.known(name) if m.person), None)


def _added(cast: Members, found: Candidate) -> Member:
    member = cast.new(person=True)
    cast.know(member, found)
    return member
