"""Whom `the President` means on a page of the presidency, or `the Minister` on one of the foreign ministry: its own.

A paper says whose an office is once it has told of another state; an official site says so of others and never of its own.
"""

import re
from collections.abc import Mapping, Sequence

from facta.records import ARTICLE
from facta.resolve.candidate import Candidate
from facta.resolve.facts import Office
from facta.resolve.incumbent import bearer
from facta.resolve.member import Member
from facta.resolve.members import Members
from facta.resolve.phrase import Phrase
from facta.resolve.seat import Seat
from facta.resolve.spots import Spot, sentence_around
from facta.resolve.words import key
from facta.values.spans import Range

_WHOSE = re.compile(r"\b(?:our|your|my|his|her|its|their|whose)\s\Z", re.IGNORECASE)
"""Before an office that is the speaker's or another's."""
_GOES_ON = re.compile(r"\s\[?(?:of\s|[A-Z])")
"""Behind an office whose holder or state the words leave out (`President | [of France] Hollande`)."""
_TITLE = re.compile(r"\s*(?:(?:[A-Z][\w.’'-]*|of|the)\s+)*")
_HEAD = "secretary general"
"""Who speaks for a body of states."""
_LEADING = "intergovernmental body"
"""The role of whoever leads one."""
_ALSO = frozenset({"head of state", "head of government", "premier"})
"""What an office is called beside its own name."""
_SHORT = frozenset({"minister", "secretary"})
"""What those of a longer title are called on their own ministry's pages."""


def name(cast: Members, seat: Seat, phrases: Mapping[Spot, Phrase]) -> None:
    """Give the words that name but the page's own office to whoever holds it, once the page's persons are known.

    They are another's of that office where its holder acts on them or beside them, or where that other alone was just told of; so
    are those for what only others have (`the King` on a president's page).
    """
    text = cast.texts[ARTICLE]
    for spot in sorted((s for s in phrases if s.comment == ARTICLE and s not in cast.at), key=lambda s: s.range):
        if _WHOSE.search(text, max(0, spot.range.start - 8), spot.range.start) or _GOES_ON.match(text, spot.range.end):
            continue
        if member := _meant(cast, seat, spot, phrases[spot]):
            cast.put(spot, member)


def _meant(cast: Members, seat: Seat, spot: Spot, phrase: Phrase) -> Member | None:
    """Whose an office is, where a phrase is but the name of one."""
    words = key(phrase.text).removeprefix("the ")
    if words == _HEAD and seat.country not in cast.tables.states:
        return _head(cast, seat)
    office = _named(phrase, words)
    if office is None and words not in _SHORT:
        return None
    portfolio = office.portfolio if office else seat.portfolio
    others = [s for s in _others(cast, spot, portfolio, seat.country) if _called(cast.at[s], office, words)]
    beside = [cast.standing(ARTICLE, at) for at in seat.beside.get(spot.range, ())]
    if portfolio != seat.portfolio and (others or any(m and m.found and m.found.country == seat.country for m in beside)):
        return None  # a guest has been told of, or is mostly meant where one of the page's own acts on the party
    holder = _holder(cast, seat, portfolio, office, words)
    apart = [s for s in others if cast.at[s] not in beside]
    if holder and holder not in beside:
        return _just_told_of(cast, spot, holder, apart) or holder
    return cast.at[apart[-1]] if apart else None


def _holder(cast: Members, seat: Seat, portfolio: str, office: Office | None, words: str) -> Member | None:
    """Who of the page's own state holds an office on the day."""
    terms = cast.tables.holders.get((seat.country, portfolio), ())
    held = (person for term, person in terms if term.covers(cast.on) and _is_called(term.office.role, office, words))
    return next(filter(None, (bearer(cast, person.name) for person in held)), None)


def _named(phrase: Phrase, words: str) -> Office | None:
    """The office that one person holds at a time and that some words are but the name of."""
    office = phrase.title.office if phrase.title else None
    return office if office and office.unique and words in _ALSO | {office.role} else None


def _is_called(role: str | None, office: Office | None, words: str) -> bool:
    """Whether some words, or the office that they name, are what those of a role are called."""
    return role == office.role if office else role is not None and words in role.split()


def _called(member: Member, office: Office | None, words: str) -> bool:
    return member.found is not None and _is_called(member.found.role, office, words)


def _head(cast: Members, seat: Seat) -> Member:
    """Whoever leads the body of states whose page it is."""
    there = next((m for m in cast.filed.written(_HEAD) if m.found and m.found.portfolio == _LEADING), None)
    if there:
        return there
    member = cast.new(person=False)
    found = Candidate(
        name=None, country=seat.country, sector="IGO", role=None, score=0.8, reason="page of that body", portfolio=_LEADING
    )  # fmt: skip
    cast.know(member, found)
    return member


def _others(cast: Members, spot: Spot, portfolio: str, own: str) -> list[Spot]:
    """Where those of such an office in other states are named before a spot."""
    found = ((s, cast.at[s].found) for s in cast.before(spot) if cast.at[s].person)
    return [s for s, who in found if who and who.portfolio == portfolio and who.country != own]


def _just_told_of(cast: Members, spot: Spot, holder: Member, others: Sequence[Spot]) -> Member | None:
    """Another of the holder's office who opens the spot's sentence, or the one before, the holder not being named since."""
    text = cast.texts[ARTICLE]
    own = sentence_around(text, spot.range.start)
    before = sentence_around(text, max(text.rfind("\n", 0, own.start) + 1, own.start - 2))
    opening = [s for s in others if any(_opens(text, sentence, s.range.start) for sentence in (own, before))]
    since = [s for s in cast.before(spot) if opening and s.range.start > opening[-1].range.start]
    return cast.at[opening[-1]] if opening and all(cast.at[s] is not holder for s in since) else None


def _opens(text: str, sentence: Range, at: int) -> bool:
    """Whether no more than a title stands between the beginning of a sentence and a place in it."""
    return sentence.start <= at < sentence.end and _TITLE.fullmatch(text, sentence.start, at) is not None
