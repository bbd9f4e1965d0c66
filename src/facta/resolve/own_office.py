"""Whom `the President` means on a page of the presidency, or `the Minister` on one of the foreign ministry: its own.

A paper says whose an office is once it has told of another state; an official site says so of others and never of its own.
"""

import re
from collections.abc import Mapping

from facta.records import ARTICLE
from facta.resolve.candidate import Candidate
from facta.resolve.facts import Office, Person
from facta.resolve.member import Member
from facta.resolve.members import Members
from facta.resolve.phrase import Phrase
from facta.resolve.seat import Seat
from facta.resolve.spots import Spot, sentence_around
from facta.resolve.words import key
from facta.values.spans import Range

_WHOSE = re.compile(r"\b(?:our|your|my|his|her|its|their|whose)\s\Z", re.IGNORECASE)
"""Before an office that is the speaker's or another's."""
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
        if _WHOSE.search(text, max(0, spot.range.start - 8), spot.range.start):
            continue
        phrase = phrases[spot]
        holder = _holder(cast, seat, spot, phrase)
        met = holder and any(cast.standing(ARTICLE, at) is holder for at in seat.beside.get(spot.range, ()))
        own = (_just_told_of(cast, spot, holder) or holder) if holder and not met else None
        if member := own or _last_other(cast, seat, spot, phrase):
            cast.put(spot, member)


def _holder(cast: Members, seat: Seat, spot: Spot, phrase: Phrase) -> Member | None:
    """Who holds the office, where a phrase is but its name; of another of the state's, where none else's was told of."""
    words = key(phrase.text).removeprefix("the ")
    if words == _HEAD and seat.country not in cast.tables.states:
        return _head(cast, seat)
    office = _named(phrase, words)
    portfolio = office.portfolio if office else seat.portfolio
    terms = cast.tables.holders.get((seat.country, portfolio), ())
    held = [(term.office, person) for term, person in terms if term.covers(cast.on)]
    if portfolio != seat.portfolio and (_others(cast, spot, portfolio, seat.country) or _is_met(cast, seat, spot)):
        return None
    called = (who for theirs, who in held if theirs == office or (words in _SHORT and words in theirs.role.split()))
    return next(filter(None, (_person(cast, who) for who in called)), None)


def _is_met(cast: Members, seat: Seat, spot: Spot) -> bool:
    """Whether somebody of the page's own state acts on a party, or beside it: then it is mostly the other side's."""
    return any(cast.country(ARTICLE, at) == seat.country for at in seat.beside.get(spot.range, ()))


def _named(phrase: Phrase, words: str) -> Office | None:
    """The office that one person holds at a time and that some words are but the name of."""
    office = phrase.title.office if phrase.title else None
    return office if office and office.unique and words in _ALSO | {office.role} else None


def _person(cast: Members, person: Person) -> Member | None:
    """A holder among those whom the page names, or added to them."""
    there = next((m for m in cast.filed.known(person.name) if m.person), None)
    found = next((c for c in cast.ask(person.name) if c.name == person.name), None)
    if there or found is None:
        return there
    member = cast.new(person=True)
    cast.know(member, found)
    return member


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


def _last_other(cast: Members, seat: Seat, spot: Spot, phrase: Phrase) -> Member | None:
    """Whoever in another state has the office that a phrase is but the name of, if it is of the kind of the page's own."""
    office = _named(phrase, key(phrase.text).removeprefix("the "))
    if office is None or office.portfolio != seat.portfolio:
        return None
    others = (cast.at[s] for s in reversed(_others(cast, spot, office.portfolio, seat.country)))
    return next((m for m in others if m.found and m.found.role == office.role), None)


def _just_told_of(cast: Members, spot: Spot, holder: Member) -> Member | None:
    """Another of the holder's office who opens the spot's sentence, or the one before, the holder not being named since."""
    text, office = cast.texts[ARTICLE], holder.found.portfolio if holder.found else ""
    others = _others(cast, spot, office, holder.found.country or "") if holder.found else []
    own = sentence_around(text, spot.range.start)
    before = sentence_around(text, max(text.rfind("\n", 0, own.start) + 1, own.start - 2))
    opening = [s for s in others if any(_opens(text, sentence, s.range.start) for sentence in (own, before))]
    since = [s for s in cast.before(spot) if opening and s.range.start > opening[-1].range.start]
    return cast.at[opening[-1]] if opening and all(cast.at[s] is not holder for s in since) else None


def _opens(text: str, sentence: Range, at: int) -> bool:
    """Whether no more than a title stands between the beginning of a sentence and a place in it."""
    return sentence.start <= at < sentence.end and _TITLE.fullmatch(text, sentence.start, at) is not None
