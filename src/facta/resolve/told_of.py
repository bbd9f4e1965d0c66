"""Whoever is told of acts, not who tells of it: in `Baerbock said Poland would send tanks` it is Poland.

Only the bare name of another state right before the verb, in the speaker's sentence, is sure enough; where an agency tells of it,
also that of its own, or a capital (`Kyodo said Tokyo would send`).
"""

import re

from msgspec import structs

from facta.records import ARTICLE, Event, Party
from facta.resolve.cast import join
from facta.resolve.cues import CUES
from facta.resolve.hits import known
from facta.resolve.members import Members
from facta.resolve.spots import Spot, sentence_around
from facta.resolve.words import split
from facta.values.datafile import either
from facta.values.spans import Range, overlap, range_of

_OWN_WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT"})
"""What is done by saying it: whoever says that a state must act asks for it."""
_ACTIVE = re.compile(rf"(?:{either(CUES.active_helpers)}\s)*(?!{either(CUES.not_active)}\b)[a-z]\w+")
_PASSIVE = re.compile(r"\b(?:be|been|being|is|was)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn)\b")
_BEFORE = re.compile(r"(?:\b(?:that|said|says|and|,)\s+(?:the\s+)?|[“\"])\Z")
_GAP = re.compile(r"\s+(?:itself\s+|also\s+)?(?:(?:will|would|had|has|have)\s+)?")
_NEAR = 60
"""Characters before a verb in which its subject is looked for."""


def subject(event: Event, cast: Members) -> Event:
    """The event with the other state right before its verb as actor, where only whoever tells of it was taken for that."""
    text, comment = cast.texts[event.comment or ARTICLE], event.comment or ARTICLE
    speakers = [Range(s.start, s.end) for s in event.assertion if s.start is not None and s.end is not None]
    told = event.type not in _OWN_WORDS and event.actors and all(_is_of(p, speakers) for p in event.actors)
    if not told or _ACTIVE.match(event.trigger.text) is None or _PASSIVE.search(event.trigger.text):
        return event
    media = all(_is_media(cast, comment, range_of(p)) for p in event.actors)
    at = _state_before(event.trigger.start, text, cast, capitals=media)
    if at is None or any(overlap(at, p) for p in (*event.actors, *event.recipients)):
        return event
    homes = {cast.country(comment, range_of(p)) for p in event.actors}
    if cast.standing(comment, at) is None:  # a capital is nobody until it acts
        join(cast, [Spot(comment, at, text[at.start : at.end], wanted=True)])
    state = cast.country(comment, at)
    if state is None or not (media or homes.isdisjoint({None, state})):
        return event  # whoever speaks for a state is the one to be coded
    return structs.replace(event, actors=(Party(text=text[at.start : at.end], start=at.start, end=at.end),))


def _is_media(cast: Members, comment: str, where: Range) -> bool:
    """Whether an agency or outlet itself is named there."""
    member = cast.standing(comment, where)
    return member is not None and not member.person and member.found is not None and member.found.sector == "JRN"


def _is_of(party: Party, speakers: list[Range]) -> bool:
    return any(overlap(party, at) for at in speakers)


def _state_before(at: int, text: str, cast: Members, *, capitals: bool) -> Range | None:
    """Where the bare name of a state, or its capital, stands that is the subject of a verb at a place."""
    start = max(sentence_around(text, at).start, at - _NEAR)
    words = split(text[start:at])
    kinds = ("state", "capital") if capitals else ("state",)
    for hit in known(text[start:at], cast.tables, cast.on):
        named = Range(start + words[hit.first].start, start + words[hit.last - 1].end)
        is_state = bool(hit.names) and hit.names[0].kind in kinds and not words[hit.last - 1].possessive
        if is_state and _GAP.fullmatch(text, named.end, at) and _BEFORE.search(text, start, named.start):
            return named
    return None
