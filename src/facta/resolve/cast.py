"""The cast of one page: everybody it names, each once, with all the places where it does.

Persons are gathered by name (full name, then surname alone), by title, by office (`the Chinese defence minister`), by relation
(`his Russian counterpart`) and, for speakers, by pronoun; states and bodies by what they are.
"""

from collections.abc import Mapping, Sequence

from facta.resolve.members import Members
from facta.resolve.naming import name
from facta.resolve.phrase import parse
from facta.resolve.pointing import point
from facta.resolve.spots import Spot
from facta.resolve.tables import Tables
from facta.values.spans import Range


def gather(
    spots: Sequence[Spot],
    texts: Mapping[str, str],
    tables: Tables,
    on: str | None,
    acting: Mapping[tuple[str, Range], Range],
) -> Members:
    """Every spot that means somebody given to a member; texts: the article and the comments, by key, that the spots stand in.

    acting: for the speaker of a quotation, who acts in the event of the same clause, by text and place.
    """
    cast = Members(tables, on, texts, acting)
    phrases = {s: parse(s.text, tables, on) for s in spots}
    name(cast, phrases)
    point(cast, phrases)
    return cast
