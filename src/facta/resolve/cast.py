"""The cast of one page: everybody it names, each once, with all the places where it does.

Persons are gathered by name (full name, then surname alone), by title, by office (`the Chinese defence minister`), by relation
(`his Russian counterpart`) and, for speakers, by pronoun; states and bodies by what they are.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from facta.records import Actor, ActorKind, ActorMention
from facta.resolve.phrase import Phrase, parse
from facta.resolve.spots import Spot, around
from facta.resolve.tables import Office, Tables
from facta.resolve.who import Candidate, candidates
from facta.resolve.words import key, listed, split, without_article
from facta.values.ident import ident
from facta.values.spans import Range

_CLOSE = 500
"""Characters within which `he` goes on about who spoke last; from further away it means who was named last."""


@dataclass(slots=True)
class Member:
    """Somebody on the page, while mentions are being gathered."""

    spots: list[Spot] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    """A person's name as comparable words, each way the page writes it."""
    found: Candidate | None = None
    person: bool = False

    @property
    def fullest(self) -> str:
        """The longest naming of the member on the page, without article."""
        return without_article(max((s.text for s in self.spots), key=len))


class Cast:
    """Gathers the members of one page; `at` gives who stands at a spot."""

    def __init__(self, tables: Tables, on: str | None, texts: Mapping[str, str]) -> None:
        """texts: the article and the comments, by key, in which the spots stand."""
        self.tables = tables
        self.texts = texts
        self.on = on
        self.members: list[Member] = []
        self.at: dict[Spot, Member] = {}
        self._places: dict[tuple[str, Range], Member] = {}
        self.ask: Callable[[str], list[Candidate]] = cache(partial(candidates, on=on, tables=tables))

    def gather(self, spots: Sequence[Spot]) -> None:
        """Assign every spot to a member: full names first, so that a surname alone finds them wherever it stands."""
        phrases = {s: parse(s.text, self.tables, self.on) for s in spots}
        named = [s for s in spots if self._names_person(s, phrases[s])]
        for spot in sorted(named, key=lambda s: (s.headline, len(phrases[s].given) == 1)):
            self._name(spot, phrases[spot])
        self._know_persons()
        pointing = [s for s in spots if s not in self.at]
        for spot in sorted(pointing, key=lambda s: _points(phrases[s])):
            self._point(spot, phrases[spot])

    def standing(self, comment: str, where: Range) -> Member | None:
        """Who is named exactly there."""
        return self._places.get((comment, where))

    # Names

    def _names_person(self, spot: Spot, phrase: Phrase) -> bool:
        if not phrase.given or spot.kind in ("organisation", "state") or any(w in listed("no person") for w in phrase.given):
            return False
        if {w.norm for w in phrase.words} <= listed("pronouns"):  # "He" is also a Chinese name
            return False
        if phrase.people or spot.kind == "person" or self._best_is_person(phrase):
            return True
        title = phrase.title
        office = title is not None and title.office is not None and title.office.sector not in ("BUS", "NGO")
        return office or (not phrase.names and 2 <= len(phrase.given) <= 4 and spot.wanted)

    def _best_is_person(self, phrase: Phrase) -> bool:
        found = self.ask(phrase.text)
        return bool(found) and found[0].kind == "person" and found[0].name is not None

    def _name(self, spot: Spot, phrase: Phrase) -> None:
        member = self._namesake(spot, phrase.given)
        if member is None and spot.headline and not self._best_is_person(phrase):
            return
        if member is None:
            member = self._new(person=True)
        if phrase.given not in member.names:
            member.names.append(phrase.given)
        self._put(spot, member)

    def _namesake(self, spot: Spot, given: tuple[str, ...]) -> Member | None:
        """The person on the page who bears the name; of several, the one named last before the spot."""
        bearers = [m for m in self.members if m.person and any(_fits(given, n) for n in m.names)]
        return max(bearers, key=lambda m: _nearness(m, spot), default=None)

    def _know_persons(self) -> None:
        """Find out who each person is from all namings together, and join those who turn out to be one."""
        for member in [m for m in self.members if m.person]:
            found = self._asked(member)
            known = [c for c in found if c.name is not None]
            if not known:
                told = filter(None, (around(s, self.texts[s.comment], self.tables, self.on) for s in member.spots))
                found += [c for words in told for c in self.ask(words) if c.kind == "person"]
            member.found = max(known or found, key=lambda c: (c.country is not None, c.score), default=None)
            same = [m for m in self.members if m is not member and m.person and _same_person(m, member)]
            if same:
                self._join(member, same[0])

    def _asked(self, member: Member) -> list[Candidate]:
        """Who bears all the names the page gives a person: a surname alone may also be that of somebody else who is known."""
        texts = dict.fromkeys(s.text for s in member.spots)
        asked = {t: [c for c in self.ask(t) if c.kind == "person"] for t in texts}
        whole = max(map(len, member.names), default=0) < 2
        full = [t for t in texts if whole or len(parse(t, self.tables, self.on).given) > 1]
        named = {c.name for t in full for c in asked[t]}
        return [c for found in asked.values() for c in found if c.name is None or c.name in named]

    def _join(self, member: Member, into: Member) -> None:
        for spot in member.spots:
            self._put(spot, into)
        into.names += member.names
        self.members.remove(member)

    # Everything that is no name of a person

    def _point(self, spot: Spot, phrase: Phrase) -> None:
        words = [w.norm for w in phrase.words]
        if not words:
            return
        if len(words) == 1 and words[0] in listed("pronouns"):
            member = self._antecedent(spot, words[0]) if spot.wanted else None
        elif listed("counterparts") & set(words):
            member = self._counterpart(spot, phrase)
        else:
            namesake = self._namesake(spot, phrase.given) if phrase.given and not phrase.names else None
            member = namesake or self._holder(spot, phrase) or self._described(spot, phrase) or self._body(spot)
        if member is not None:
            self._put(spot, member)

    def _antecedent(self, spot: Spot, pronoun: str) -> Member | None:
        """Who the pronoun of a speaker or party stands for: the person who spoke last close before it, else the last one named.

        `who` goes on about the name right before it; `they` about the several people who spoke or acted last.
        """
        before = [s for s in self.at if _before(s, spot)]
        if pronoun in listed("they"):
            fitting = [s for s in before if not self.at[s].person and s.wanted and _plural(s)]
        else:
            fitting = [s for s in before if self.at[s].person and _may_be(self.at[s], pronoun)]
        return self._going_on(spot, fitting, aloud=pronoun not in listed("who"))

    def _going_on(self, spot: Spot, fitting: list[Spot], *, aloud: bool = True) -> Member | None:
        """Who of those named before a spot it goes on about; aloud: who spoke close by goes before who was named last."""
        spoke = [s for s in fitting if s.speaker and aloud and spot.range.start - s.range.end < _CLOSE]
        last = max(spoke or fitting, key=lambda s: s.range.end, default=None)
        return self.at[last] if last else None

    def _described(self, spot: Spot, phrase: Phrase) -> Member | None:
        """The person whom a description with `the` goes on about: `the businessman`, `the Florida senator`."""
        if not (spot.wanted and spot.definite and phrase.words and phrase.words[phrase.core - 1].norm in listed("descriptions")):
            return None
        countries = {e.country for h in phrase.names for e in h.names}
        office = phrase.title.office if phrase.title else None
        fitting = [s for s in self.at if _before(s, spot) and self.at[s].person and _answers(self.at[s], countries, office)]
        return self._going_on(spot, fitting)

    def _counterpart(self, spot: Spot, phrase: Phrase) -> Member | None:
        """The holder of the same office in the state named: of the person named last before the spot who is not of that state."""
        countries = {e.country for h in phrase.names for e in h.names}
        before = [s for s in self.at if _before(s, spot) and self.at[s].person]
        for other in sorted(before, key=lambda s: -s.range.start):
            found = self.at[other].found
            if found and found.portfolio and found.country not in countries:
                return self._incumbent(found.portfolio, countries, found.role or "")
        return self._body(spot)

    def _holder(self, spot: Spot, phrase: Phrase) -> Member | None:
        """The person on the page, or else in the tables, who holds the one office that a phrase names."""
        title = phrase.title
        if title is None or title.office is None or not title.office.unique or phrase.former:
            return None
        plural = phrase.words[title.last - 1].norm.endswith("s")
        if plural or (title.last < phrase.core and not spot.headline):
            return None
        before_title = [h for h in phrase.names if h.first < title.first]
        countries = {e.country for h in before_title or phrase.names for e in h.names}
        if countries:
            return self._incumbent(title.office.portfolio, countries, title.office.role)
        holders = [s for s in self.at if _before(s, spot) and self._holds(self.at[s], title.office.portfolio)]
        last = max(holders, key=lambda s: s.range.start, default=None)
        return self.at[last] if last else None

    def _holds(self, member: Member, portfolio: str) -> bool:
        return member.person and member.found is not None and member.found.portfolio == portfolio

    def _incumbent(self, portfolio: str, countries: set[str | None], role: str) -> Member | None:
        on_page = [m for m in self.members if self._holds(m, portfolio) and m.found and m.found.country in countries]
        if on_page:
            return on_page[0]
        for country in sorted(c for c in countries if c):
            state = self.tables.states.get(country)
            found = self.ask(f"{state.name} {role}") if state and role else []
            if found and found[0].name and found[0].kind == "person":
                member = self._new(person=True)
                member.found = found[0]
                return member
        return None

    def _body(self, spot: Spot) -> Member | None:
        """The state, body or group a phrase names; None when it is nobody's business here (unknown and not wanted)."""
        found = self.ask(spot.text)
        best = self._likeliest(found)
        if not spot.wanted and not _known(best) and not (spot.kind == "organisation" and _proper(spot)):
            return None
        for member in self.members:
            if not member.person and _same_body(member, best, spot.text):
                return member
        member = self._new(person=False)
        member.found = best
        return member

    def _likeliest(self, found: list[Candidate]) -> Candidate | None:
        """The best candidate; among near equals, one whose country the page also names."""
        if not found:
            return None
        close = [c for c in found if c.score > found[0].score - 0.2]
        if len(close) == 1:
            return found[0]
        here = {m.found.country for m in self.members if m.found}
        return next((c for c in close if c.country in here), found[0])

    def _new(self, person: bool) -> Member:
        self.members.append(Member(person=person))
        return self.members[-1]

    def _put(self, spot: Spot, member: Member) -> None:
        if spot not in member.spots:
            member.spots.append(spot)
        self.at[spot] = member
        self._places[spot.comment, spot.range] = member


def _answers(member: Member, countries: set[str | None], office: Office | None) -> bool:
    """Whether what is known of a person agrees with the state and the kind of office in a description."""
    found = member.found
    if found is None or found.name is None:
        return not countries
    sectors = {found.sector, "BUS", "UNK"} if found.sector else {office.sector if office else None}
    return (not countries or found.country in countries) and (office is None or office.sector in sectors or found.sector == "ELI")


def _plural(spot: Spot) -> bool:
    """Whether several people are named: `Mexican officials`."""
    words = split(spot.text)
    return bool(words) and words[-1].norm.endswith("s") and not words[-1].upper


def _may_be(member: Member, pronoun: str) -> bool:
    """Whether a person may be the one that a pronoun means, by titles and given names."""
    known = (member.found.name or "") if member.found else ""
    said = {w.norm for text in (known, *(s.text for s in member.spots)) for w in split(text)[:2]}
    other = "men" if pronoun in listed("she") else "women" if pronoun in listed("he") else None
    mine = {"men": "women", "women": "men"}
    return other is None or not said & listed(other) or bool(said & listed(mine[other]))


def _points(phrase: Phrase) -> int:
    """Order of the second round: what names a body, then what points to an office, then to a relation, then pronouns."""
    words = {w.norm for w in phrase.words}
    return 3 if words <= listed("pronouns") else 2 if words & listed("counterparts") else 1 if phrase.title else 0


def _known(found: Candidate | None) -> bool:
    """Whether somebody in particular is meant: a name, or at least a state it belongs to."""
    return found is not None and (found.name is not None or found.country not in (None, "INT"))


def _proper(spot: Spot) -> bool:
    """Whether an unknown body goes by a name of its own: two capitalised words, not shouted, not in a headline."""
    words = [w for w in split(spot.text) if w.cap]
    return len(words) > 1 and not spot.headline and not all(w.upper for w in words)


def _fits(given: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether one naming may be a shorter form of another: all its words are among the other's."""
    short, long = sorted((given, name), key=len)
    return set(short) <= set(long)


def _before(one: Spot, other: Spot) -> bool:
    return one.comment == other.comment and one.range.end <= other.range.start


def _nearness(member: Member, spot: Spot) -> tuple[bool, int]:
    before = [s.range.start for s in member.spots if _before(s, spot)]
    return (bool(before), max(before, default=-min((s.range.start for s in member.spots), default=0)))


def _same_person(one: Member, other: Member) -> bool:
    return bool(one.found and other.found and one.found.name and one.found.name == other.found.name)


def _same_body(member: Member, found: Candidate | None, text: str) -> bool:
    if found and found.name and member.found and member.found.name:
        return (found.name, found.country, found.kind) == (member.found.name, member.found.country, member.found.kind)
    return not (found and found.name) and any(key(without_article(s.text)) == key(without_article(text)) for s in member.spots)


def actor(member: Member, page: str) -> Actor:
    """The record of a member; its id hashes page, kind, name and country."""
    found = member.found
    kind: ActorKind = "person" if member.person else found.kind if found else "organisation"
    name = (found.name if found and found.name else None) or (_person_name(member) if member.person else member.fullest)
    country = found.country if found else None
    spots = sorted(member.spots, key=lambda s: (s.comment, s.range))
    return Actor(
        id=ident("a", page, kind, name, country or ""),
        name=name,
        kind=kind,
        country=country,
        sector=found.sector if found else None,
        role=found.role if found else None,
        mentions=tuple(ActorMention(start=s.range.start, end=s.range.end, text=s.text, comment=s.comment or None) for s in spots),
    )


def _person_name(member: Member) -> str:
    """The longest name the page writes for a person whom the tables do not know."""
    best = max(member.names, key=len, default=())
    for spot in member.spots:
        words = [w for w in split(spot.text) if w.norm in best]
        if len(words) == len(best) and words:
            return spot.text[words[0].start : words[-1].end]
    return member.fullest
