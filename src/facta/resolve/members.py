"""Who is on one page, while its mentions are being gathered: each member with its spots, names and what is known of it."""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache, partial
from sys import maxsize

from facta.records import Actor, ActorKind, ActorMention
from facta.resolve.candidate import Candidate
from facta.resolve.filed import Filed
from facta.resolve.member import Member
from facta.resolve.seat import Seat
from facta.resolve.spots import Spot
from facta.resolve.tables import Tables
from facta.resolve.who import candidates
from facta.resolve.words import listed, split
from facta.values.ident import ident
from facta.values.spans import Range

REACH = 20_000
"""Characters back in which somebody is looked for whom a pronoun or a description goes on about."""


class Members:
    """Everybody on one page so far; `at` gives who stands at a spot."""

    def __init__(
        self,
        tables: Tables,
        on: str | None,
        texts: Mapping[str, str],
        acting: Mapping[tuple[str, Range], Range],
        *,
        home: str | None = None,
        seat: Seat | None = None,
    ) -> None:
        """home: the state of the page's paper. seat: the office whose own page it is.

        texts: the article and the comments, by key, in which the spots stand.

        acting: for the speaker of a quotation, who acts in the event of the same clause, by text and place.
        """
        self.acting = acting
        self.tables = tables
        self.texts = texts
        self.on = on
        self.home = home
        self.seat = seat
        self.all: list[Member] = []
        self.at: dict[Spot, Member] = {}
        self.filed = Filed()
        """All of them by what is known of them."""
        self._made = 0
        self._in_full: dict[str, Spot] = {}
        """By surname, the first spot that begins with a given name and it."""
        self._places: dict[tuple[str, Range], Member] = {}
        self._ends: dict[str, list[tuple[int, int, Spot]]] = defaultdict(list)
        """By text, where spots end, in order; the number of a spot keeps those of one end in the order they came."""
        self.ask: Callable[[str], list[Candidate]] = cache(partial(candidates, on=on, tables=tables))

    def standing(self, comment: str, where: Range) -> Member | None:
        """Who is named exactly there."""
        return self._places.get((comment, where))

    def country(self, comment: str, where: Range) -> str | None:
        """The state of whoever is named exactly there, where one is known."""
        member = self.standing(comment, where)
        return member.found.country if member and member.found else None

    def acts(self, spot: Spot) -> Member | None:
        """Who was seen to act where the speaker at a spot speaks."""
        where = self.acting.get((spot.comment, spot.range))
        return self.standing(spot.comment, where) if where else None

    def namesake(self, spot: Spot, given: tuple[str, ...], suits: Callable[[Member], bool] = lambda _: True) -> Member | None:
        """The person on the page who bears the name, of those who suit; of several, the one named last before the spot."""
        return max(filter(suits, self.filed.bearers(given)), key=lambda m: m.nearness(spot), default=None)

    def in_full(self, surname: str) -> Member | None:
        """Who stands first where a spot begins with a given name and that surname (`Mark Cuban, the owner`)."""
        spot = self._in_full.get(surname)
        return self.at[spot] if spot else None

    def new(self, person: bool) -> Member:
        """One more member."""
        self._made += 1
        self.all.append(Member(person=person, number=self._made))
        return self.all[-1]

    def call(self, member: Member, name: tuple[str, ...]) -> None:
        """Let a person bear a name."""
        member.names.append(name)
        self.filed.call(member, name)

    def know(self, member: Member, found: Candidate | None) -> None:
        """Let a member be who it was found to be."""
        self.filed.doubt(member)
        member.found = found
        self.filed.know(member)

    def put(self, spot: Spot, member: Member) -> None:
        """Let a member stand at a spot."""
        if spot not in member.stands:
            member.stand(spot)
            self.filed.write(member, spot.text)
        if spot not in self.at:
            insort(self._ends[spot.comment], (spot.range.end, len(self.at), spot))
            given, surname, *_ = (*(w.norm for w in split(spot.text)[:2]), "", "")
            if given in _given_names():
                self._in_full.setdefault(surname, spot)
        self.at[spot] = member
        self._places[spot.comment, spot.range] = member

    def before(self, spot: Spot) -> list[Spot]:
        """The spots that end before another begins, in the same text and within `REACH`, in order."""
        ends = self._ends[spot.comment]
        first, last = (bisect_right(ends, (at, maxsize)) for at in (spot.range.start - REACH, spot.range.start))
        return [s for _, _, s in ends[first:last]]

    def join(self, member: Member, into: Member) -> None:
        """Make two members one."""
        for spot in member.spots:
            self.put(spot, into)
        for name in member.names:
            self.call(into, name)
        self.filed.drop(member)
        self.all.remove(member)


@cache
def _given_names() -> frozenset[str]:
    """Given names that tell a person, titles left out."""
    return (listed("women") | listed("men")) - listed("titles")


def precedes(one: Spot, other: Spot) -> bool:
    """Whether one spot ends before another begins, in the same text."""
    return one.comment == other.comment and one.range.end <= other.range.start


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
