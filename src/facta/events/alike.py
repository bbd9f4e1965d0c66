"""Acts of one kind that may be one: found by what two tellings of an act cannot but share, as a page may tell thousands."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import count, islice

from facta.events.headline import FrontPage, stands_in_front
from facta.events.same import OFFICIAL, is_person
from facta.records import Actor, Event, Party

_BLOCK = 64
"""Characters: parties that have a character in common have one of these stretches of the text in common."""

_Key = tuple[bool, str]
"""Of a party: whether it acts, and its actor, a name or its state."""
_NOBODY = ""
"""The key of a side on which nobody is named."""
_Place = tuple[bool, int]
"""Of a party: whether it acts, and a stretch of the text that it stands in."""
_Telling = tuple[Hashable, ...]
"""All that `same.same_act` compares of an act, but for where it stands."""


class Acts:
    """Acts of one type, text and status, in the order in which they were added."""

    def __init__(self, front: FrontPage | None, actors: Mapping[str, Actor]) -> None:
        """front: where the page's headline and its first paragraphs stand; actors: the page's, by id."""
        self._front, self._actors = front, actors
        self._numbers = count()
        self._acts: dict[int, Event] = {}
        self._alike: defaultdict[_Telling, dict[int, None]] = defaultdict(dict)
        self._filed: defaultdict[_Key, set[int]] = defaultdict(set)
        """Of those that are told alike, the first."""
        self._standing: defaultdict[_Place, dict[int, None]] = defaultdict(dict)
        self._before_all: dict[int, None] = {}

    def all(self) -> Iterator[tuple[int, Event]]:
        """All of them, by number."""
        return iter(self._acts.items())

    def add(self, act: Event) -> None:
        """One more."""
        number = next(self._numbers)
        self._acts[number] = act
        alike = self._alike[_telling(act)]
        alike[number] = None
        if len(alike) == 1:
            for key in self._keys(act):
                self._filed[key].add(number)
        for place in _places(act):
            self._standing[place][number] = None
        if stands_in_front(act, self._front):
            self._before_all[number] = None

    def drop(self, number: int) -> None:
        """One less."""
        act = self._acts.pop(number)
        alike = self._alike[_telling(act)]
        first = next(iter(alike))
        del alike[number]
        if number == first:
            for key in self._keys(act):
                self._filed[key].remove(number)
                self._filed[key].update(islice(alike, 1))
        for place in _places(act):
            del self._standing[place][number]
        self._before_all.pop(number, None)

    def near(self, act: Event) -> Iterator[tuple[int, Event]]:
        """Those that may tell the same act, by number: no others can, but later ones in the very words of one of these."""
        by, to = (self._named(side, acts) for acts, side in _sides(act))
        if act.actors and act.recipients:
            found = by & (to | self._filed[False, _NOBODY]) | to & self._filed[True, _NOBODY]
        else:
            found = by | to
        found.update(number for place in _places(act) for number in self._standing.get(place, ()))
        if stands_in_front(act, self._front):
            found.update(self._before_all)
        return ((number, self._acts[number]) for number in sorted(found))

    def _named(self, side: Sequence[Party], acts: bool) -> set[int]:
        """Those that perhaps name one of these on the same side."""
        keys = {key for party in side for key in self._of(party, asked=True)}
        return {number for key in keys for number in self._filed.get((acts, key), ())}

    def _keys(self, act: Event) -> set[_Key]:
        """What an act is filed by."""
        return {
            (acts, key)
            for acts, side in _sides(act)
            for key in ([key for party in side for key in self._of(party, asked=False)] if side else [_NOBODY])
        }

    def _of(self, party: Party, *, asked: bool) -> Iterator[str]:
        """What two parties have one of who are not different in the sense of `same.party`; asked: what the other is filed by."""
        yield party.text.casefold()
        if party.name:
            yield party.name.casefold()
        if party.actor:
            yield f"actor {party.actor}"
        if party.country and party.sector in OFFICIAL:
            # two persons of a state are never one for that, and a page may name a thousand
            own, others = ("person", ("state",)) if is_person(party, self._actors) else ("state", ("state", "person"))
            yield from (f"{kind} of {party.country}" for kind in (others if asked else (own,)))


def _sides(act: Event) -> tuple[tuple[bool, Sequence[Party]], tuple[bool, Sequence[Party]]]:
    """Who acts and upon whom, each with whether it acts."""
    return (True, act.actors), (False, act.recipients)


def _places(act: Event) -> set[_Place]:
    return {
        (acts, block)
        for acts, side in _sides(act)
        for party in side
        for block in range(party.start // _BLOCK, (party.end - 1) // _BLOCK + 1)
    }


def _telling(act: Event) -> _Telling:
    parties = ((acts, p.text, p.name, p.actor, p.country, p.sector) for acts, side in _sides(act) for p in side)
    return act.mode, act.quad, act.date, act.place, act.trigger.text, *parties
