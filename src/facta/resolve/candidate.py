"""One answer to who is meant by a mention: the record, and what it is as actor of an event."""

from msgspec import structs

from facta.records import ActorKind, Record
from facta.resolve.facts import Office
from facta.resolve.words import key, listed


class Candidate(Record, frozen=True, kw_only=True):
    """One answer to who is meant."""

    name: str | None
    """The fullest name known; null when the words name nobody in particular (`Chinese police`)."""
    country: str | None
    """ISO 3166-1 alpha-3 or a code of the codebook's; null when unknown."""
    sector: str | None
    role: str | None
    """Office held on the date."""
    score: float
    """Between 0 and 1; orders the candidates, and is no probability."""
    reason: str
    """Why, in a few words for a person."""
    kind: ActorKind = "group"
    portfolio: str = ""
    """What the office or ministry deals with; offices of the same portfolio are counterparts."""


def for_act(found: Candidate, event_type: str, mode: str | None = None, *, vessel: bool = False) -> Candidate:
    """The candidate as actor of an event: a defence minister or ministry is MIL for armed acts, otherwise GOV (codebook).

    Ships and planes of a state that show force are its forces', and so are a vessel that uses it and all of NATO's. A group that
    governs (Hamas) is REB for armed acts, else GOV.
    """
    armed = event_type in ("MOBILIZE", "ASSAULT") or (event_type == "COERCE" and mode == "seize")
    if found.sector == "REB" and not armed and key(found.name or "") in listed("governing groups"):
        return structs.replace(found, sector="GOV")
    force = event_type == "MOBILIZE" or found.country == "NAT" or (vessel and event_type in ("ASSAULT", "COERCE"))
    if force and found.sector == "BUS" and found.name is None:
        return structs.replace(found, sector="MIL")
    if found.portfolio.removeprefix("deputy ") != "defence" or found.sector not in ("GOV", "MIL"):
        return found
    return structs.replace(found, sector="MIL" if armed else "GOV")


def role_of(office: Office | None) -> str | None:
    """The role of an office; None for head nouns that are none."""
    return office.role if office and office.portfolio else None
