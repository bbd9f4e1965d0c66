"""Whoever is spoken to is another: in `“We have come to support you,” the Chinese minister said` it is not China.

Only where one other state is named in the paragraph is it sure enough who that is.
"""

import re

from msgspec import structs

from facta.records import ARTICLE, Event, Party
from facta.resolve.members import Members
from facta.resolve.spots import Spot
from facta.values.spans import Range, range_of

_YOU = re.compile(r"(?:^|.*\s)you\Z", re.DOTALL)
_YOU_NEXT = re.compile(r"\s+(?:all\s+|both\s+)?you\b")


def recipient(event: Event, cast: Members) -> Event:
    """The event with the one other state of its paragraph as recipient, where a reader took the speaker's own for `you`."""
    comment, trigger = event.comment or ARTICLE, event.trigger
    text = cast.texts[comment]
    if not (_YOU.match(trigger.text) or _YOU_NEXT.match(text, trigger.end)):
        return event
    own, meant = ({cast.country(comment, range_of(p)) for p in side} for side in (event.actors, event.recipients))
    other = _other(cast, comment, trigger.start, own) if own == meant and None not in own else None
    if other is None:
        return event
    return structs.replace(event, recipients=(Party(text=text[other.start : other.end], start=other.start, end=other.end),))


def _other(cast: Members, comment: str, at: int, own: set[str | None]) -> Range | None:
    """Where the only other state that the paragraph names before a place is named last."""
    line = cast.texts[comment].rfind("\n", 0, at)
    before = (s for s in cast.before(Spot(comment, Range(at, at), "")) if s.range.start > line)
    found = {country: s.range for s in before if (country := cast.country(comment, s.range)) and country not in own}
    return next(iter(found.values())) if len(found) == 1 else None
