"""Whose a party is before which a reader left a people's name out: of `Greek lawmakers` it may see `lawmakers` alone.

In our coded texts such parties are of that state 49 times in 52; two of the others stand behind a joined name (`pro-Russian`).
"""

import re

from facta.records import Party
from facta.resolve.hits import known
from facta.resolve.tables import Tables
from facta.resolve.words import split

_NAME = re.compile(r"(?<![\w-])[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? \Z")
_ROOM = 40
"""Characters before a party in which such a name stands."""


def state_before(party: Party, text: str, tables: Tables, on: str | None) -> str | None:
    """The state whose people's name stands right before a party; text: of the article or comment."""
    told = _NAME.search(text, max(0, party.start - _ROOM), party.start) if party.text[:1].islower() else None
    if told is None:
        return None
    words = split(told[0])
    last = next((h for h in known(told[0], tables, on) if h.last == len(words)), None)
    entry = last.names[0] if last and last.names and not last.distant else None
    return entry.country if entry and entry.kind == "demonym" and entry.country in tables.states else None
