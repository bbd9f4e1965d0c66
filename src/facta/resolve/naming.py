"""The first round over a page's spots: the persons it names, gathered by full name, then by surname alone."""

import re
from collections.abc import Iterator, Mapping

from msgspec import structs

from facta.resolve.called import fits
from facta.resolve.candidate import Candidate
from facta.resolve.member import Member
from facta.resolve.members import Members
from facta.resolve.phrase import Phrase, parse
from facta.resolve.spots import Spot, around
from facta.resolve.words import key, listed, split


def name(cast: Members, phrases: Mapping[Spot, Phrase]) -> None:
    """Give every spot that names a person to one, full names first, so that a surname alone finds them wherever it stands."""
    named = [s for s in phrases if _names_person(cast, s, phrases[s])]
    for spot in sorted(named, key=lambda s: (s.headline, len(phrases[s].given) == 1)):
        _name(cast, spot, phrases[spot])
    if named:
        _know_persons(cast)


def _names_person(cast: Members, spot: Spot, phrase: Phrase) -> bool:
    if not phrase.given or spot.kind in ("organisation", "state") or any(w in listed("no person") for w in phrase.given):
        return False
    if {w.norm for w in phrase.words} <= listed("pronouns"):  # "He" is also a Chinese name
        return False
    if phrase.people or spot.kind == "person" or _best_is_person(cast, phrase):
        return True
    title = phrase.title
    office = title is not None and title.office is not None and title.office.sector not in ("BUS", "NGO")
    own = [w for w in phrase.given if w not in listed("particles")]  # Musaad bin Mohammed al-Aiban
    apposed = title is not None and title.first >= phrase.core  # Mark Cuban, an American investor
    return office or ((apposed or not phrase.names) and 2 <= len(own) <= 4 and spot.wanted)


def _best_is_person(cast: Members, phrase: Phrase) -> bool:
    found = cast.ask(phrase.text)
    return bool(found) and found[0].kind == "person" and found[0].name is not None


def _name(cast: Members, spot: Spot, phrase: Phrase) -> None:
    member = cast.namesake(spot, phrase.given, lambda m: _may_be_called(cast, m, phrase))
    if member is None and spot.headline and not _best_is_person(cast, phrase):
        return
    if member is None:
        member = cast.new(person=True)
    if phrase.given not in member.names:
        cast.call(member, phrase.given)
    cast.put(spot, member)


def _may_be_called(cast: Members, member: Member, phrase: Phrase) -> bool:
    """Whether a surname behind a title may be that of a person on the page: `Sergeant Johnson` is not the prime minister.

    Either may be the one whom the tables know.
    """
    if len(phrase.given) > 1 or not phrase.called:
        return True
    spoken = [p for p in (phrase, *(parse(s.text, cast.tables, cast.on) for s in member.spots)) if p.called or len(p.given) > 1]
    titles = [(p.called, p.title.office if p.title else None) for p in spoken if len(p.given) == 1]
    names = {c.name for p in spoken for c in cast.ask(p.text)[:1] if c.kind == "person" and c.name}
    people = [person for name in names for person in cast.tables.people.get(key(name), ())]
    return all(fits(title, office, person) for title, office in titles for person in people)


def _know_persons(cast: Members) -> None:
    """Find out who each person is from all namings together, and join those who turn out to be one."""
    for member in [m for m in cast.all if m.person]:
        found = _asked(cast, member)
        known = [c for c in found if c.name is not None]
        if known and (others := _other_names(cast, member)):
            known = [c for c in known if c.name in others]
            found = known or [c for c in found if c.name is None]
        if not known:
            told = filter(None, (around(s, cast.texts[s.comment], cast.tables, cast.on) for s in member.spots))
            found += [_of_its_own(c, member) for words in told for c in cast.ask(words) if c.kind == "person"]
        best = max(known or found, key=lambda c: (c.country is not None, c.score), default=None)
        cast.know(member, best)
        same = [m for m in cast.filed.known(best.name) if m is not member and m.person] if best and best.name else []
        if same:
            cast.join(member, same[0])


def _of_its_own(found: Candidate, member: Member) -> Candidate:
    """What title or apposition tell of a person, without the name of somebody else in it (`the spokeswoman of Joseph Kabila`)."""
    own = {word for name in member.names for word in name}
    mine = found.name is None or not own.isdisjoint(w.norm for w in split(found.name))
    return found if mine else structs.replace(found, name=None, role=None, portfolio="")


def _asked(cast: Members, member: Member) -> list[Candidate]:
    """Who bears all the names the page gives a person: a surname alone may also be that of somebody else who is known."""
    texts = dict.fromkeys(s.text for s in member.spots)
    asked = {t: [c for c in cast.ask(t) if c.kind == "person"] for t in texts}
    whole = max(map(len, member.names), default=0) < 2
    full = [t for t in texts if whole or len(parse(t, cast.tables, cast.on).given) > 1]
    named = {c.name for t in full for c in asked[t]}
    for title in (t for t in full if whole and parse(t, cast.tables, cast.on).called):
        named &= {c.name for c in asked[title]} | {None}  # nor is who is called captain before (`Captain Lopez`) a minister
    for told in _said_of(cast, member) if whole else ():
        named &= {c.name for c in cast.ask(told)} | {None}  # nor `Kim, a professor,` a state's leader
    return [c for found in asked.values() for c in found if c.name is None or c.name in named]


_MANY = 3
"""Known bearers of a surname from which on what is said of one of them tells which it is not."""


def _said_of(cast: Members, member: Member) -> Iterator[str]:
    """What titles and appositions say of somebody whose surname many bear, where they name a calling and no office."""
    if not any(len(cast.tables.surnames.get(name[-1], ())) >= _MANY for name in member.names if name):
        return
    for spot in member.spots:
        told = around(spot, cast.texts[spot.comment], cast.tables, cast.on)
        title = parse(told, cast.tables, cast.on).title if told else None
        if title and title.office and not title.office.portfolio and title.office.role != "official":
            yield told


_NAME_BEFORE = re.compile(r"(?<![\w'’.-])([A-Z][\w'’-]+)\s(?:[A-Z]\.\s)?$")


def _other_names(cast: Members, member: Member) -> set[str | None]:
    """Who bears the full names that the page gives before a surname that it else writes alone; empty where it gives none.

    In a report of Khizr Khan, `Khan` is not Imran Khan.
    """
    if any(len(n) > 1 for n in member.names) or not member.names:
        return set()
    surname = member.names[0][0]
    told = {(s.comment, s.text) for s in member.spots}
    full = {f for comment, words in told for f in _full_names(cast.texts[comment], words, surname)}
    return {c.name for f in full for c in cast.ask(f) if c.kind == "person"} | ({None} if full else set())


def _full_names(text: str, words: str, surname: str) -> Iterator[str]:
    """Given names of a common kind with the surname behind them, as a text has them; words: how the text writes the surname."""
    written = next((words[w.start : w.end] for w in split(words) if w.norm == surname), "")
    at = text.find(written) if written else -1
    while at >= 0:
        before = _NAME_BEFORE.search(text, max(0, at - 40), at)
        if before and not text[at + len(written) : at + len(written) + 1].isalnum():
            given = split(before[1])
            if given and given[0].norm in (listed("women") | listed("men")) - listed("titles"):
                yield f"{before[1]} {written}"
        at = text.find(written, at + 1)
