"""Acts of one kind that may be one: found by what two tellings of an act cannot but share, as a page may tell thousands."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import count

from facta.events.headline import FrontPage, stands_in_front
from facta.events.same import OFFICIAL
from facta.records import Event, Party

_BLOCK = 64
"""Characters: parties that have a character in common have one of these stretches of the text in common."""

_Key = tuple[bool, str | int]
"""Of a party: whether it acts, and its actor, a name, its state, or a stretch of the text that it stands in."""


class Acts:
    """Acts of one type, text and status, in the order in which they were added."""

    def __init__(self, front: FrontPage | None) -> None:
        """front: where the page's headline and its first paragraphs stand."""
        self._front = front
        self._numbers = count()
        self._acts: dict[int, Event] = {}
        self._filed: defaultdict[_Key, dict[int, None]] = defaultdict(dict)
        self._before_all: dict[int, None] = {}

    def all(self) -> Iterator[tuple[int, Event]]:
        """All of them, by number."""
        return iter(self._acts.items())

    def add(self, act: Event) -> None:
        """One more."""
        number = next(self._numbers)
        self._acts[number] = act
        for key in _keys(act):
            self._filed[key][number] = None
        if stands_in_front(act, self._front):
            self._before_all[number] = None

    def drop(self, number: int) -> None:
        """One less."""
        for key in _keys(self._acts.pop(number)):
            del self._filed[key][number]
        self._before_all.pop(number, None)

    def near(self, act: Event) -> Iterator[tuple[int, Event]]:
        """Those that may tell the same act, by number: no others can."""
        found = {number for key in _keys(act) for number in self._filed.get(key, ())}
        if stands_in_front(act, self._front):
            found.update(self._before_all)
        return ((number, self._acts[number]) for number in sorted(found))


def _keys(act: Event) -> set[_Key]:
    """What another telling has one of, in the sense of `same.same_act`."""
    return {(acts, key) for acts, side in ((True, act.actors), (False, act.recipients)) for party in side for key in _of(party)}


def _of(party: Party) -> Iterator[str | int]:
    yield party.text.casefold()
    if party.name:
        yield party.name.casefold()
    if party.actor:
        yield f"actor {party.actor}"
    if party.country and party.sector in OFFICIAL:
        yield f"state {party.country}"
    yield from range(party.start // _BLOCK, (party.end - 1) // _BLOCK + 1)
