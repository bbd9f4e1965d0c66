"""Whoever the pronoun before a verb means acts: in `He asked Angela Merkel to wait. She declined` it is not he who declines.

Only where the person whom a reader took for the actor cannot be meant by it is it sure enough.
"""

import re
from collections.abc import Collection

from msgspec import structs

from facta.records import ARTICLE, Event, Party
from facta.resolve.member import Member
from facta.resolve.members import Members
from facta.resolve.pointing import antecedent, may_be
from facta.resolve.spots import Spot
from facta.resolve.words import listed
from facta.values.spans import Range, range_of

_PRONOUN = re.compile(r"\b(he|she)\s(?:(?:also|later|then|again|has|had)\s)*\Z", re.IGNORECASE)
_NEAR = 24
"""Characters before a verb in which its pronoun stands."""
_OBJECT = re.compile(r"\b(?:him|her|them|other)\b")
_NEXT = 80
"""Characters from a verb on in which a pronoun may mean the other."""
_WORDS = 5
"""Most words of a name with its office."""


def subject(event: Event, cast: Members) -> Event:
    """The event with whom the pronoun right before it means as actor, where its only actor is of the other sex.

    Of several that stand before the pronoun, who are of the other sex act not, unless it goes on about them (`agreed with him`).
    Where whoever was taken for the actor would do it to the own state, it is who says so (`Biden said he would send Kenya jets`).
    """
    comment, at = event.comment or ARTICLE, event.trigger.start
    text = cast.texts[comment]
    found = _PRONOUN.search(text, max(0, at - _NEAR), at) if event.actors else None
    if found is None:
        return event
    if (speaker := _speaker(event, text, found.start(), cast)) is not None:
        return structs.replace(event, actors=(Party(text=speaker.text, start=speaker.range.start, end=speaker.range.end),))
    word = found[1].lower()
    others = [p for p in event.actors if p.start < found.start() and _is_other(p, word, comment, cast)]
    if others and len(event.actors) > 1 and (event.type == "CONSULT" or _OBJECT.search(text[event.trigger.start :][:_NEXT])):
        return event
    if len(others) < len(event.actors):
        return structs.replace(event, actors=tuple(p for p in event.actors if p not in others))
    actor = _member(others[0], comment, cast)
    spot = Spot(comment, Range(*found.span(1)), found[1], wanted=True)
    meant = antecedent(cast, spot, word)
    last = _naming(meant, cast.before(spot)) if meant else None
    if last is None or meant is actor or any(_member(p, comment, cast) is meant for p in event.recipients):
        return event
    return structs.replace(event, actors=(Party(text=last.text, start=last.range.start, end=last.range.end),))


_SAYING = re.compile(
    r" (?:has |had |also |later )?"
    r"(?:said|says|told reporters|announce[ds]|confirm(?:ed|s)|add(?:ed|s)|declare[ds]|pledge[ds]|promise[ds]|vow(?:ed|s))"
    r"(?: that)? \Z"
)
"""What stands between a speaker and the pronoun that means him."""


def _speaker(event: Event, text: str, at: int, cast: Members) -> Spot | None:
    """Who says right before a pronoun that he does it, where who was taken for the actor is of the very state acted upon."""
    comment = event.comment or ARTICLE
    saying = _SAYING.search(text, max(0, at - 2 * _NEAR), at)
    own, meant = ({cast.country(comment, range_of(p)) for p in side} for side in (event.actors, event.recipients))
    if saying is None or own != meant or len(own) > 1 or None in own:
        return None
    spot = next((s for s in cast.before(Spot(comment, Range(at, at), "")) if s.range.end == saying.start()), None)
    said_by = cast.standing(comment, spot.range) if spot else None
    if spot is None or said_by is None or not said_by.person:
        return None
    return None if cast.country(comment, spot.range) in {None, *own} else spot


def _naming(member: Member, before: Collection[Spot]) -> Spot | None:
    """Where a person is named last, by a pronoun or in a longer phrase only where nothing shorter does so."""
    here = [s for s in before if s in member.stands]
    short = [s for s in here if len(s.text.split()) <= _WORDS and s.text.lower() not in listed("pronouns")]
    return max(short or here, key=lambda s: s.range, default=None)


def _is_other(party: Party, word: str, comment: str, cast: Members) -> bool:
    """Whether a party is a person whom a pronoun cannot mean."""
    member = _member(party, comment, cast)
    return member is not None and member.person and not may_be(member, word)


def _member(party: Party, comment: str, cast: Members) -> Member | None:
    return cast.standing(comment, range_of(party))
