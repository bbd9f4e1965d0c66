"""Whose `MPs`, `the government` or `the opposition` are in a paper that has told of no other state yet: its own.

A paper says whose a body is when it first names it, but not of those of its own country.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain, pairwise, zip_longest

from facta.records import ARTICLE, Event, Party, Reading
from facta.resolve.borne_by_many import anothers
from facta.resolve.facts import LEADING, PLACES, Outlet
from facta.resolve.hits import Hit, known
from facta.resolve.members import Members
from facta.resolve.phrase import parse
from facta.resolve.spots import regions
from facta.resolve.tables import Tables
from facta.resolve.words import Word, key, listed, split

_GAP = re.compile(r"(?:['’]s?)? (?P<of>of (?:the )?)?")
"""What stands between a state and its body."""
NEVER = 1 << 60
"""Where a text that tells of no other state first does."""
_RULING = frozenset({"GOV", "LEG", "OPP", "JUD", "PTY", "COP", "MIL"})
"""Sectors of the bodies that belong to a state."""


class Paper:
    """A page's paper with the state it is of, and where its article first tells of another."""

    def __init__(self, reading: Reading, cast: Members, persons: Iterable[tuple[str, int, str]]) -> None:
        """persons: text, place and state of each naming of a known person."""
        self.cast = cast
        self.tables = cast.tables
        self.on = reading.page.published
        self.state = cast.home
        self._texts = [(r.start, reading.page.text[r.start : r.end]) for c, r in regions(reading) if c == ARTICLE]
        self._persons = [at for comment, at, country in persons if comment == ARTICLE and country != self.state]

    def owns(self, event: Event, party: Party) -> bool:
        """Whether a party that says no state is a body of the paper's own."""
        if self.state is None or event.comment is not None or not self.is_body(party):
            return False
        if event.place and event.place.country not in (None, self.state):
            return False
        return party.start < self._first_state or (self._own_news and party.start < self._first_body)

    def is_body(self, party: Party) -> bool:
        """Whether a party is named by no more than what each state has (`MPs`, `the government`)."""
        phrase = parse(party.text, self.tables, self.on)
        named = phrase.names or phrase.given or phrase.people or phrase.former
        head = phrase.words[: phrase.core]
        alone = (w for w, after in zip_longest(head, head[1:]) if not (after and after.joined))  # not `military-backed opponents`
        return not named and self._has(phrase.title) and any(w.norm in listed("home bodies") for w in alone)

    def _has(self, title: Hit | None) -> bool:
        """Whether the paper's state has an office: the United States no prime minister, Britain no president."""
        office = title.office if title else None
        if office is None or office.portfolio not in LEADING:
            return True
        return any(t.office.role == office.role for t, _ in self.tables.holders.get((self.state or "", office.portfolio), ()))

    @cached_property
    def _first_state(self) -> int:
        """Where another state, a place or a body of it, or one of its people is named first."""
        named = (start + word for start, text in self._texts for word in self._abroad(text))
        return min([*named, self._first_body], default=NEVER)

    @cached_property
    def _first_body(self) -> int:
        """Where a body of another state or one of its people is named first."""
        named = (start + word for start, text in self._texts for word in self._bodies(text))
        return min([*named, *self._persons], default=NEVER)

    @cached_property
    def _own_news(self) -> bool:
        """Whether a body that says no state, or the paper's state with its own, is named before all that."""
        words = ((start + w.start, w.norm) for start, text in self._texts for w in split(text))
        mine = (start + at for start, text in self._texts for at in self._mine(text))
        bare = (at for at, norm in words if norm in listed("home bodies"))
        return min(chain(mine, bare), default=NEVER) < self._first_state

    def _mine(self, text: str) -> Iterable[int]:
        words = split(text)
        for hit in known(text, self.tables, self.on):
            if any(e.country == self.state and e.kind != "outlet" for e in hit.names):
                yield words[hit.first].start

    def _abroad(self, text: str) -> Iterable[int]:
        words = split(text)
        found = known(text, self.tables, self.on)
        for hit, after in zip_longest(found, found[1:]):
            if self._is_foreign(hit, words) and (_bare(hit) or (after and after.first == hit.last and _people(after))):
                yield words[hit.first].start

    def _bodies(self, text: str) -> Iterable[int]:
        """Where a people's adjective or a state's possessive stands before a body, or the body before `of` and the state."""
        words = split(text)
        found = known(text, self.tables, self.on)
        for hit in found:
            if self._is_foreign(hit, words) and hit.names[0].kind == "institution" and hit.names[0].what not in PLACES:
                yield words[hit.first].start
        for one, other in pairwise(found):
            gap = _GAP.fullmatch(text, words[one.last - 1].end, words[other.first].start)
            body, state = (one, other) if gap and gap["of"] else (other, one)
            if gap and self._is_foreign(state, words) and _rules(body, words):
                yield words[one.first].start

    def _is_foreign(self, hit: Hit, words: Sequence[Word]) -> bool:
        country = hit.names[0].country if hit.names and not hit.distant else None
        name = " ".join(w.norm for w in words[hit.first : hit.last])
        return country in self.tables.states and country != self.state and not anothers(name, country, ARTICLE, self.cast)


def state_of(found: Outlet | None, tables: Tables) -> str | None:
    """The state of the paper or the government whose a page is; None for agencies and for those that write for the world."""
    if found is None or found.kind != "outlet" or key(found.name).replace(" ", "-") in listed("world press"):
        return None
    return found.country if found.country in tables.states else None


def _rules(hit: Hit, words: Sequence[Word]) -> bool:
    """Whether a body that belongs to a state is meant; its envoys are abroad."""
    named = {w.norm for w in words[hit.first : hit.last]}
    return hit.office is not None and hit.office.sector in _RULING and named.isdisjoint(listed("missions"))


def _bare(hit: Hit) -> bool:
    """Whether a state, its people or a place in it are named by themselves."""
    return hit.names[0].kind in ("state", "capital", "people") or hit.names[0].what in PLACES


def _people(hit: Hit) -> bool:
    """Whether people are meant, who are of the state that is named before them; not goods and firms."""
    return hit.office is not None and hit.office.sector in ("CVL", "LAB", "REF", "EDU", "OPP", "REB")
