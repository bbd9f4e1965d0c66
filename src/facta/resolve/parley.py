"""Who met goes on together: in the account of a meeting `they`, `the leaders` or `it was agreed` are all who met.

Read-outs name the two who talked once, in their first sentence; what both said and promised stands in the others.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import structs

from facta.events.ontology import TOGETHER
from facta.records import ARTICLE, VERBAL, Actor, Event, Party
from facta.resolve.both import as_member
from facta.resolve.member import Member
from facta.resolve.members import Members
from facta.resolve.phrase import parse
from facta.resolve.spots import sentence_around
from facta.resolve.words import listed
from facta.values.spans import Range, overlap, range_of

_ALL = r"they|(?:the|both)(?: (?:two|three|four))?(?: (?:foreign|defen[cs]e|prime))? (?P<head>[a-z]+)"
_GROUP = re.compile(_ALL, re.IGNORECASE)
"""Words for several of whom no name stands."""
_DEFINITE = re.compile(r"\b(?:the|both)(?: (?:two|three|four))? \Z", re.IGNORECASE)
_LONGEST = len("both three ")
"""What may stand before a party that is seen without it."""
_LEAD = re.compile(r"\W*(?:(?:As|At|During|Following|For|In|On|To|Toward|With)\b[^,.]{2,100}, )?", re.IGNORECASE)
"""What may stand before a sentence's subject."""
_ADVERBS = r"(?: (?:also|both|then|further|later))?"
_SUBJECT = re.compile(rf"(?P<who>{_ALL}){_ADVERBS} (?!of\b)[a-z]", re.IGNORECASE)
_RIGHT_BEFORE = re.compile(rf"\b(?P<who>{_ALL}){_ADVERBS} ?\Z", re.IGNORECASE)
_TWO = re.compile(r"\b(?:both|two)\b", re.IGNORECASE)
_IMPERSONAL = re.compile(
    r"\b(?:it (?:was|has been|is) (?:also )?(?:agreed|decided)|agreements? (?:was|were|has been|have been) (?:also )?reached"
    r"|(?:was|were) (?:also )?agreed(?: (?:on|upon))?)\b",
    re.IGNORECASE,
)
"""What is agreed by nobody in particular is agreed by all who met."""
_OPENS = 400
"""Characters within which a text tells of the meeting that it is an account of."""
_SHORT = 2500
"""Characters up to which a text may be the account of one meeting. In longer ones `they` may be anybody: there only the sentence
behind a meeting's own goes on about those who met."""


class Meeting(NamedTuple):
    """A meeting that a page tells of."""

    comment: str
    at: int
    """Where its trigger ends."""
    members: tuple[Member, ...]
    """Who took part, one for each state or body."""


def meetings(events: Iterable[Event], cast: Members) -> list[Meeting]:
    """The meetings of two sides or more among the acts of a page, in their order."""
    found = []
    for e in events:
        if e.type == "CONSULT" and e.status != "negated":
            comment = e.comment or ARTICLE
            there = (cast.standing(comment, range_of(p)) for p in (*e.actors, *e.recipients))
            by_state = {m.found.country: m for m in there if m and m.found and m.found.country}
            if len(by_state) > 1:
                found.append(Meeting(comment, e.trigger.end, tuple(by_state.values())))
    return sorted(found, key=lambda m: (m.comment, m.at))


def together(event: Event, held: Sequence[Meeting], cast: Members, actors: Mapping[int, Actor]) -> Event:
    """The event with all who met where it is told of them together; actors: the records of the members, by `id`."""
    comment = event.comment or ARTICLE
    text, sentence = cast.texts[comment], sentence_around(cast.texts[comment], event.trigger.start)
    group = _told(event, text, sentence, cast) if event.quad in VERBAL else None
    if group is None:
        return event
    of_two = _TWO.search(text, group.start, group.end) is not None
    before = [m for m in held if m.comment == comment and m.at <= group.start]
    fitting = [m for m in before if _goes_on(text, m, group) and (not of_two or len(m.members) == len(("both", "two")))]
    if not fitting:
        return event
    who = Party(text=text[group.start : group.end], start=group.start, end=group.end)
    meeting = fitting[0] if fitting[0].at < _OPENS else fitting[-1]
    all_of_them = tuple(as_member(who, m, actors[id(m)], cast) for m in meeting.members)
    countries = {m.found.country for m in meeting.members if m.found}
    others = tuple(p for p in event.recipients if _aimed_at(p, event, sentence, countries))
    return structs.replace(event, actors=all_of_them, recipients=others)


def _goes_on(text: str, meeting: Meeting, group: Range) -> bool:
    """Whether words for several go on about a meeting told before."""
    if meeting.at < _OPENS and len(text) < _SHORT:
        return True
    return sentence_around(text, meeting.at - 1).end + len("  ") >= sentence_around(text, group.start).start


def _aimed_at(party: Party, event: Event, sentence: Range, own: Container[str | None]) -> bool:
    """Whether what several do together is done to a party: what they agree on, only if their sentence names it."""
    return party.start >= sentence.start and (event.type not in TOGETHER or party.country not in own)


def _told(event: Event, text: str, sentence: Range, cast: Members) -> Range | None:
    """The words for all who met that an act has as its actors: those seen by the reader, or the subject of its sentence."""
    seen = [p for p in event.actors if p.start >= sentence.start]
    for party in seen if len({p.start for p in seen}) == 1 else ():
        article = _DEFINITE.search(text, max(0, party.start - _LONGEST), party.start)
        whole = Range(article.start() if article else party.start, party.end)
        if _is_group(text[whole.start : whole.end], cast) and not text.startswith(" of ", whole.end):
            return whole
    lead = _LEAD.match(text, sentence.start, event.trigger.start)
    subject = _SUBJECT.match(text, lead.end() if lead else sentence.start, sentence.end)
    if subject and subject.end("who") <= event.trigger.start and _is_group(subject["who"], cast):
        who = Range(*subject.span("who"))
        if all(overlap(p, who) for p in seen):
            return who
    near = _RIGHT_BEFORE.search(text, sentence.start, event.trigger.start)
    if near and _is_group(near["who"], cast) and all(p.start >= near.start() for p in seen):
        return Range(*near.span("who"))
    said = _IMPERSONAL.search(text, sentence.start, sentence.end) if event.type == "AGREE" and not seen else None
    return Range(*said.span()) if said else None


def _is_group(words: str, cast: Members) -> bool:
    """Whether words mean several and name nobody."""
    told = _GROUP.fullmatch(words.strip())
    if told is None or (told["head"] and told["head"].lower() not in listed("of two") | {"they"}):
        return False
    return not parse(words, cast.tables, cast.on).names
