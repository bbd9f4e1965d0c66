"""Who is on one page, while its mentions are being gathered: each member with its spots, names and what is known of it."""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from sys import maxsize

from facta.records import Actor, ActorKind, ActorMention
from facta.resolve.candidate import Candidate
from facta.resolve.spots import Spot
from facta.resolve.tables import Tables
from facta.resolve.who import candidates
from facta.resolve.words import split, without_article
from facta.values.ident import ident
from facta.values.spans import Range

REACH = 20_000
"""Characters back in which somebody is looked for whom a pronoun or a description goes on about."""


@dataclass(slots=True, eq=False)
class Member:
    """Somebody on the page, while mentions are being gathered: one and the same, whatever another is called."""

    spots: list[Spot] = field(default_factory=list)
    stands: set[Spot] = field(default_factory=set)
    """The same, for a quick look: a state may stand at thousands of spots of a page."""
    words: set[str] = field(default_factory=set)
    """What stands at them."""
    names: list[tuple[str, ...]] = field(default_factory=list)
    """A person's name as comparable words, each way the page writes it."""
    found: Candidate | None = None
    person: bool = False

    @property
    def fullest(self) -> str:
        """The longest naming of the member on the page, without article."""
        return without_article(max((s.text for s in self.spots), key=len))


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
    ) -> None:
        """home: the state of the page's paper.

        texts: the article and the comments, by key, in which the spots stand.

        acting: for the speaker of a quotation, who acts in the event of the same clause, by text and place.
        """
        self.acting = acting
        self.tables = tables
        self.texts = texts
        self.on = on
        self.home = home
        self.all: list[Member] = []
        self.at: dict[Spot, Member] = {}
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

    def namesake(self, spot: Spot, given: tuple[str, ...]) -> Member | None:
        """The person on the page who bears the name; of several, the one named last before the spot."""
        bearers = [m for m in self.all if m.person and any(_fits(given, n) for n in m.names)]
        return max(bearers, key=lambda m: _nearness(m, spot), default=None)

    def new(self, person: bool) -> Member:
        """One more member."""
        self.all.append(Member(person=person))
        return self.all[-1]

    def put(self, spot: Spot, member: Member) -> None:
        """Let a member stand at a spot."""
        if spot not in member.stands:
            member.stands.add(spot)
            member.spots.append(spot)
            member.words.add(spot.text)
        if spot not in self.at:
            insort(self._ends[spot.comment], (spot.range.end, len(self.at), spot))
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
        into.names += member.names
        self.all.remove(member)


def _fits(given: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether one naming may be a shorter form of another: all its words are among the other's."""
    short, long = sorted((given, name), key=len)
    return set(short) <= set(long)


def precedes(one: Spot, other: Spot) -> bool:
    """Whether one spot ends before another begins, in the same text."""
    return one.comment == other.comment and one.range.end <= other.range.start


def _nearness(member: Member, spot: Spot) -> tuple[bool, int]:
    before = [s.range.start for s in member.spots if precedes(s, spot)]
    return (bool(before), max(before, default=-min((s.range.start for s in member.spots), default=0)))


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
