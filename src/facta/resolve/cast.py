"""The cast of one page: everybody it names, each once, with all the places where it does.

Persons are gathered by name (full name, then surname alone), by title, by office (`the Chinese defence minister`), by relation
(`his Russian counterpart`) and, for speakers, by pronoun; states and bodies by what they are.
"""

import re
from collections.abc import Mapping, Sequence

from facta.resolve import own_office
from facta.resolve.hits import known
from facta.resolve.members import Members
from facta.resolve.naming import name
from facta.resolve.phrase import parse
from facta.resolve.pointing import point
from facta.resolve.seat import Seat
from facta.resolve.spots import Spot
from facta.resolve.tables import Tables
from facta.resolve.whole_office import whole
from facta.resolve.words import split
from facta.values.spans import Range


def gather(
    spots: Sequence[Spot],
    texts: Mapping[str, str],
    tables: Tables,
    on: str | None,
    acting: Mapping[tuple[str, Range], Range],
    *,
    home: str | None = None,
    seat: Seat | None = None,
) -> Members:
    """Every spot that means somebody given to a member; texts: the article and the comments, by key, that the spots stand in.

    acting: for the speaker of a quotation, who acts in the event of the same clause, by text and place. home: the paper's state.
    seat: the office whose own page it is.
    """
    cast = Members(tables, on, texts, acting, home=home, seat=seat)
    join(cast, spots)
    return cast


def join(cast: Members, spots: Sequence[Spot]) -> None:
    """Give spots to members of a cast, or to new ones where they mean somebody else."""
    phrases = {s: parse(_told(s, cast.texts[s.comment], cast.tables, cast.on), cast.tables, cast.on) for s in spots}
    name(cast, phrases)
    if cast.seat:
        own_office.name(cast, cast.seat, phrases)
    point(cast, phrases)


_LAST_WORD = re.compile(r"[A-Z]\w+")
LONG = 20
"""Characters on either side of a party in which the rest of its state's name is looked for."""


def _told(spot: Spot, text: str, tables: Tables, on: str | None) -> str:
    """The words of a spot; of a party that is only the end of an armed group's name, with all of it (`Islamic | State`).

    In a headline, whose capitals hide where names end, any part of a state's. Of an office, with whose it is.
    """
    if not spot.wanted:
        return spot.text
    if not (spot.headline or _LAST_WORD.fullmatch(spot.text)):
        return whole(spot, text, tables, on)
    at = spot.range
    first = max(0, at.start - LONG, text.rfind("\n", 0, at.start) + 1)
    near = text[first : at.end + LONG].partition("\n\n")[0]
    words = split(near)
    for hit in known(near, tables, on):
        name = Range(first + words[hit.first].start, first + words[hit.last - 1].end)
        told = any(e.kind == ("state" if spot.headline else "group") for e in hit.names)
        part = name.start <= at.start <= at.end <= name.end if spot.headline else name.start < at.start and at.end == name.end
        if told and name != at and part:
            return text[name.start : name.end]
    return whole(spot, text, tables, on)
