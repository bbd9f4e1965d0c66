"""Who held an office before: `the deposed prime minister` among those on a page, and the one whom `his predecessor` means."""

from collections.abc import Iterable

from facta.resolve.candidate import Candidate
from facta.resolve.facts import LEADING, Term
from facta.resolve.incumbent import bearer
from facta.resolve.member import Member
from facta.resolve.members import Members
from facta.resolve.phrase import Phrase, office


def deposed(cast: Members, phrase: Phrase) -> Member | None:
    """The one known person on the page who once led as the phrase says (`the ousted president`); None for none or several."""
    portfolios = _lost(cast, phrase)
    countries = {e.country for h in phrase.names for e in h.names}
    if not portfolios or phrase.given:
        return None
    fitting = [m for m in cast.all if (not countries or (m.found and m.found.country in countries)) and _led(cast, m, portfolios)]
    return fitting[0] if len(fitting) == 1 else None


def _lost(cast: Members, phrase: Phrase) -> frozenset[str]:
    """The leading portfolios that a phrase says are held no longer."""
    title = phrase.title
    if title is None or title.office is None or not phrase.former or title.last != len(phrase.words):
        return frozenset()
    held = office(phrase, cast.tables)
    if held is None:
        return frozenset()
    return LEADING if held.role == "leader" else LEADING & {held.portfolio}


def _led(cast: Members, member: Member, portfolios: Iterable[str]) -> bool:
    found = member.found
    if not member.person or found is None or found.name is None or cast.on is None:
        return False
    terms = [t for p in portfolios for t, who in cast.tables.holders.get((found.country or "", p), ()) if who.name == found.name]
    return any(t.end and t.end <= cast.on for t in terms) and not any(t.covers(cast.on) and t.end != cast.on for t in terms)


def predecessor(cast: Members, holder: Candidate | None) -> Member | None:
    """Who held the office before a known holder of it, on the page or added to it; None where the tables do not tell."""
    if holder is None or not holder.portfolio:
        return None
    row = sorted(cast.tables.holders.get((holder.country or "", holder.portfolio), ()), key=lambda held: held[0].start)
    begun = [i for i, (term, who) in enumerate(row) if who.name == holder.name and _by(term, cast.on)]
    before = next((who for _, who in reversed(row[: begun[-1]]) if who.name != holder.name), None) if begun else None
    return bearer(cast, before.name) if before else None


def _by(term: Term, on: str | None) -> bool:
    return on is None or term.start[: len(on)] <= on[: len(term.start)]
