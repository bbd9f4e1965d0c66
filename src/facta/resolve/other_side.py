"""The other side that only the words behind an act name: Sweden in `Peru signed to buy ten jets from Sweden`.

A reader may see no recipient there. The only other state that the clause names is one where a word leads to it that does so for
acts of the type, or none stands between (`suspends US imports`). Who helps, visits or cuts off where another state is does it to
that state. Of 3,678 coded acts whose recipients were hidden 3,351 have a right one so, 284 another, and 43 one too many.
"""

import re
from collections.abc import Iterator

from msgspec import structs

from facta.records import ARTICLE, Event, Party
from facta.resolve.cast import join
from facta.resolve.cues import CUES
from facta.resolve.hits import known
from facta.resolve.members import Members
from facta.resolve.spots import Spot, sentence_around
from facta.resolve.words import split
from facta.values.datafile import either
from facta.values.spans import Range, overlap

_END = re.compile(rf"[;:“”\"(]|\s[–—-]\s|\b(?:{either(CUES.opens)}|{either(CUES.tells)})\b")
_TOLD = re.compile(rf",[^,]{{0,80}}\b(?:{either(CUES.tells)})\b")
"""Who tells of it, behind a comma (`.., Peru's minister announced`)."""
_ASIDE = re.compile(r",[^,.;]{1,60},(?= (?:back|over|to|from|with)\b)")
"""What is put in before the words that go on (`four villages, held since 1992, back to Georgia`)."""
_TOGETHER = re.compile(r"\b(?:both|mutual(?:ly)?|the two|each other)\b", re.IGNORECASE)
_BEFORE = 40
"""Characters before an act in which such words tell that its other side acts too."""
_AT_HOME = frozenset({("AID", None), ("CONSULT", "visit"), ("SANCTION", "discontinue")})
"""Acts done to the state where they are done: so 488 of 508 coded ones that name no other recipient or that state."""
_NAMES = frozenset({"state", "demonym", "capital"})
_NONE = ""
"""Leads to a state that no preposition stands before."""
_NOT_ITSELF = ("$", "£", "-", "–")
"""Behind the name of a state that is not meant for itself (`US$9 million`, `Soviet-era`)."""


def told(event: Event, cast: Members) -> Event:
    """The event with the other side as recipient, where it has none and one actor of a state."""
    home = event.actors[0].country if len(event.actors) == 1 else None
    if event.recipients or home is None or home not in cast.tables.states:
        return event
    text = cast.texts[event.comment or ARTICLE]
    if _TOGETHER.search(text, max(0, event.trigger.start - _BEFORE), event.trigger.end):
        return event
    at = _behind(event, home, cast) or _where(event, home, cast)
    if at is None or any(overlap(at, p) for p in event.actors):
        return event
    return structs.replace(event, recipients=(Party(text=text[at.start : at.end], start=at.start, end=at.end),))


def _behind(event: Event, home: str, cast: Members) -> Range | None:
    """Where the only other state that an act's clause names stands, if its words lead there."""
    comment = event.comment or ARTICLE
    kind = f"{event.type}:{event.mode}"
    leads = CUES.other_side[kind] if kind in CUES.other_side else CUES.other_side.get(event.type, ())
    named = [(at, country, lead) for at, country, lead in _named(event, cast) if country != home] if leads else []
    at = next((at for at, _, lead in named if lead in leads), None)
    if at is None or len({country for _, country, _ in named}) != 1:
        return None
    if cast.standing(comment, at) is None:
        join(cast, [Spot(comment, at, cast.texts[comment][at.start : at.end], wanted=True)])
    return at


def _where(event: Event, home: str, cast: Members) -> Range | None:
    """Where an act's place stands in its sentence, which is then put down for its state, if that is another than the actor's."""
    place, comment = event.place, event.comment or ARTICLE
    state = cast.tables.states.get((place and place.country) or "")
    if place is None or not place.text or state is None or state.iso3 == home or (event.type, event.mode) not in _AT_HOME:
        return None
    text = cast.texts[comment]
    start = text.find(place.text, sentence_around(text, event.trigger.start).start)
    start = start if start >= 0 else text.rfind(place.text, 0, event.trigger.start)
    if start < 0:
        return None
    at = Range(start, start + len(place.text))
    if cast.standing(comment, at) is None:
        member = next((m for m in cast.filed.known(state.name) if not m.person), None) or cast.new(person=False)
        cast.put(Spot(comment, at, place.text), member)
        cast.know(member, member.found or cast.ask(state.name)[0])
    return at


def _named(event: Event, cast: Members) -> Iterator[tuple[Range, str, str | None]]:
    """Where an act's clause names states from its own words on, which, and what leads there; None for what does not lead."""
    text, act = cast.texts[event.comment or ARTICLE], event.trigger
    clause = _clause(text, Range(act.start, act.end))
    words = split(clause)
    for hit in known(clause, cast.tables, cast.on):
        entry = hit.names[0] if hit.names else None
        state = cast.tables.states.get(entry.country or "") if entry and entry.kind in _NAMES else None
        if state is None or hit.distant:
            continue
        at = Range(act.start + words[hit.first].start, act.start + words[hit.last - 1].end)
        if not text.startswith(_NOT_ITSELF, at.end):
            yield at, state.iso3, _lead(text[act.start : at.start])


def _clause(text: str, act: Range) -> str:
    """An act's words and those of its clause behind them; what is put in between is blanked out."""
    end = sentence_around(text, act.start).end
    behind = _ASIDE.sub(lambda m: " " * len(m.group()), text[act.end : end])
    ends = [m.start() for pattern in (_END, _TOLD) if (m := pattern.search(behind))]
    return text[act.start : act.end] + behind[: min(ends, default=len(behind))]


_PREPOSITION = re.compile(rf"(?:{either(CUES.outside_noun)}|towards?|into)")
_ELSEWHERE = re.compile(rf"(?:{either(CUES.whose_own)}|{either(CUES.regions)})")
_LAST = re.compile(r"(?:^|(?P<word>[\w’'-]+) )(?:(?:the|an?) )?\Z", re.IGNORECASE)


def _lead(before: str) -> str | None:
    """The word before a name if it is a preposition; that none is there; None for any other that tells something else of it."""
    last = _LAST.search(before)
    if last is None:
        return None
    word = (last["word"] or "").lower()
    if _ELSEWHERE.fullmatch(word):
        return None
    return word if _PREPOSITION.fullmatch(word) else _NONE
