"""Who suffers force without being said to be anything: a mere number of people, or one of a people, is civilian.

Of the mere numbers (`killed several`) that suffer force in our coded training texts 96 of 147 are civilians and 18 soldiers; of
those told as one of a people (`abducted a Filipino`) 14 of 20.
"""

import re

from facta.records import ARTICLE, Event, Party
from facta.resolve.candidate import Candidate
from facta.resolve.members import Members
from facta.resolve.phrase import parse
from facta.resolve.words import listed, split

FORCE = frozenset({"ASSAULT", "COERCE"})
_ONE = re.compile(r"\b(?:an?|another|one|second|third) \Z", re.IGNORECASE)
_NOUN = re.compile(
    r"['’-]|\s(?!(?:and|as|at|by|for|from|in|is|near|of|on|or|to|was|when|while|who|with)\b)[a-z0-9]", re.IGNORECASE
)
"""What makes a people's name before it an adjective (`a Filipino sailor`)."""


def sector_of(event: Event, party: Party, found: Candidate, cast: Members) -> str | None:
    """`CVL` for such a recipient of force, else what is known of it."""
    if event.type not in FORCE or party not in event.recipients:
        return found.sector
    words = {w.norm for w in split(party.text) if not w.norm[0].isdigit()}
    number = found.sector is None and words <= listed("numbers") | listed("lead in")
    return "CVL" if number or _is_one(event, party, found, cast) else found.sector


def _is_one(event: Event, party: Party, found: Candidate, cast: Members) -> bool:
    """Whether a party is a people's bare name for one of it."""
    if found.kind != "state" or " " in party.text:
        return False
    names = parse(party.text, cast.tables, cast.on).names
    text = cast.texts[event.comment or ARTICLE]
    people = bool(names) and any(e.kind == "demonym" for e in names[0].names)
    before = text[max(0, party.start - 10) : party.start]
    return people and _ONE.search(before) is not None and _NOUN.match(text, party.end) is None
