"""Whose a party is that names no state (`police`, `its forces`), by what surrounds it: its act, its paragraph, its page.

What the act itself leaves little doubt of goes first, then what the reader saw named for the party, then what the paragraph and
the article name.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache

from facta.records import ARTICLE, Event, Party, Reading, Source
from facta.resolve import at_home, crowds
from facta.resolve.adjective import state_before
from facta.resolve.borne_by_many import anothers
from facta.resolve.candidate import Candidate
from facta.resolve.hits import known
from facta.resolve.mediators import body_of, of_neither
from facta.resolve.members import Members
from facta.resolve.named_states import NamedStates
from facta.resolve.opposed import foreign, hosts, opposed, sender
from facta.resolve.phrase import parse
from facta.resolve.spots import regions, sentence_around
from facta.resolve.tables import Tables
from facta.resolve.words import key, listed, split
from facta.values.spans import Range, inside, range_of

_THERE = frozenset({"CVL", "COP", "REB", "MIL", "JUD", "MED", "LEG", "OPP", "CRM"})
"""Sectors whose people, with no state named, belong to the state where the act happens (right for 80% or more of CVL, COP and REB
parties of our coded reports, 60% of MIL)."""
_ABROAD = frozenset({"REF", "UAF", "BUS", "CRM", "NGO", "IGO"})
"""Sectors whose people, with no state named, are from elsewhere or from nowhere known (right for 30% or less of their parties);
for the others the place of the act tells it for 67% to 90%. The state named most around them is right for half, and a wrong state
costs a dyad where an unknown one may cost none, so there it stays unknown."""
_HOME = frozenset({"COP", "JUD", "LEG", "OPP", "MED", "MIL", "GOV"})
"""Sectors of a state's own bodies: with no state named, that of the first state the paragraph names (COP 84%, JUD 77%, MIL 69%,
GOV 62% of the same reports; nearest-named does worse)."""
_LOCAL = frozenset({"CVL", "COP"})
"""Sectors whose people are of the place of the act, even where the reader saw another state named in another sentence."""
_WANDERING = frozenset({"REF", "UAF", "REB", "CRM", "NGO", "IGO"})
"""Sectors whose people need not be of the state that an article is mostly about: it is right for half of them or less."""
_PLAIN = frozenset({"CVL"})
"""Sectors for which that state is surer than the one the reader sees (84% against 72% of coded articles' parties); for the others
both are as good."""
_FEW = 3
"""Namings from which the state that makes up more than half of them serves where a paragraph names none (right for 92% of such
parties in coded articles, for 90% in our own texts)."""
_NAMINGS = 12
"""So often does an article name states before the one named most can be called its subject."""
_FLED = frozenset({"REF"})
"""Sectors of people who are not where they belong: of 25 such parties in our coded reports that name no state, the reader's and
the paragraph's were wrong for 18."""
_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""Acts that hurt whoever receives them."""
_HOLDERS = {"PSE": "ISR"}
"""Whose soldiers stand in a state that has no army (`the army` of a report from Gaza or Nablus)."""
_HALVES = {"north": "PRK", "south": "KOR"}
_ITS = re.compile(r"\b(?:its|our) (?!own\b)", re.IGNORECASE)
"""Before what is the teller's: `their` may be that of those who suffered."""


class Surroundings:
    """Which states a party's paragraph names, for parties that say no state of their own (`police`, `its forces`)."""

    def __init__(self, reading: Reading, tables: Tables, cast: Members) -> None:
        self.cast = cast
        self.reading = reading
        self.texts = reading.texts()
        self.regions = defaultdict[str, list[Range]](list)
        for comment, region in regions(reading):
            self.regions[comment].append(region)
        sent = reading.page.dateline
        self.dateline = range_of(sent) if sent else Range(0, 0)
        self.tables = tables
        self.on = reading.page.published
        self.named = lru_cache(maxsize=None)(self._named)
        self.homes = dict(_homes(reading))

    def country(self, event: Event, party: Party, sector: str | None, *, guess: bool) -> str | None:
        """The likeliest state of a party that names none: the one the reader saw named for it, else one named around it.

        None where a guess would often be wrong.
        """
        if sector in _FLED or _of_a_faith(party):
            return None
        if certain := self._certain(event, party, sector):
            return certain
        if sector in _PLAIN and event.comment is None and self.subject and not _own(party):
            return self.subject
        if sector in _LOCAL and (there := self._there(event, party)):
            return there
        home = self._home(event, party)
        seen = None if home in foreign(event, party, self.cast) else home
        found = seen or self._owner(event, party) or self._around(event, party, sector, guess=guess)
        own = self.paper.state if self.paper.is_body(party) else None
        if own and found in opposed(event, party, self.cast) - {own}:
            return own
        held = sector == "MIL" and not parse(party.text, self.tables, self.on).given
        return _HOLDERS.get(found or "", found) if held else found

    def _certain(self, event: Event, party: Party, sector: str | None) -> str | None:
        """The state that the rest of the act, or of the page, leaves little doubt of."""
        return (
            state_before(party, self.texts[event.comment or ARTICLE], self.tables, self.on)
            or self._of_the_actor(event, party)
            or self._of_the_teller(event, party)
            or self._at_home(event, party)
            or sender(event, party, self.cast)
            or crowds.state_of(event, party, sector, self.reading.events, self.cast)
            or body_of(event, party, self.cast)
        )

    def _at_home(self, event: Event, party: Party) -> str | None:
        """The state of the page's paper, where a body of it is meant."""
        return self.paper.state if self.paper.owns(event, party) and not _own(party) else None

    def _of_the_actor(self, event: Event, party: Party) -> str | None:
        """The state of the only actor whose `its citizens` or `its own people` receive the act.

        Of force a mere `its` may be the other side's: who shells its citizens does not shell his own.
        """
        norms = [w.norm for w in split(party.text)]
        if party not in event.recipients or norms[:1] not in (["its"], ["their"]) or len(event.actors) != 1:
            return None
        own = norms[1:2] == ["own"]
        if not own and (event.type in _FORCE or listed("citizens").isdisjoint(norms)):
            return None
        actor = self.cast.standing(event.comment or ARTICLE, range_of(event.actors[0]))
        return actor.found.country if actor and actor.found else None

    def _of_the_teller(self, event: Event, party: Party) -> str | None:
        """The state of whoever tells that another used force on `its villages`: not that of who used it."""
        comment = event.comment or ARTICLE
        before = self.texts[comment][max(0, party.start - 6) : party.start]
        its = _ITS.match(party.text) or _ITS.search(before)
        if its is None or party not in event.recipients or event.type not in _FORCE:
            return None
        agents = {self.cast.country(comment, range_of(p)) for p in event.actors}
        tellers = [self.cast.standing(comment, self._naming(comment, s)) for s in event.assertion if s.start is not None]
        several = "its" in its[0].lower()  # whose something is `their`
        told = [m.found for m in tellers if m and m.found and not (several and m.found.kind == "group" and m.fullest[-1:] == "s")]
        states = [found.country for found in told if found.country in self.tables.states]
        return states[-1] if states and agents.isdisjoint({None, states[-1]}) else None

    def _naming(self, comment: str, source: Source) -> Range:
        """Where a source stands with its article, as speakers do."""
        start, end = source.start or 0, source.end or 0
        return Range(start - 4 if self.texts[comment][max(0, start - 4) : start].lower() == "the " else start, end)

    def half(self, event: Event, party: Party) -> Candidate | None:
        """The Korea that `the North` or `the South` means where a paragraph names either."""
        code = _HALVES.get(key(party.text))
        named = self.named(event.comment or ARTICLE, self._paragraph(event, party))
        if code is None or set(named).isdisjoint(_HALVES.values()):
            return None
        name = self.tables.states[code].name
        return Candidate(
            name=name, country=code, sector="GOV", role=None, score=0.5, reason=f"half of Korea: {name}", kind="state"
        )

    @cached_property
    def subject(self) -> str | None:
        """The state that an article is about: more than half of its namings of states are that one's; None in short texts.

        Of the officials, parties, courts and forces of 120 coded articles that name no state of their own, it is right for 90%;
        the paragraph they stand in tells it for 60%.
        """
        return self._prevailing(_NAMINGS)

    def _prevailing(self, least: int) -> str | None:
        """The state of more than half of an article's namings of states, if there are so many."""
        (best, times), *_ = [*self.counts.most_common(1), ("", 0)]
        return best if self.counts.total() >= least and 2 * times > self.counts.total() else None

    @cached_property
    def paper(self) -> at_home.Paper:
        """The page's paper."""
        return at_home.Paper(self.reading, self.cast, self.known_persons)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often the article names each state."""
        told = (self.named(ARTICLE, region) for region in self.regions[ARTICLE])
        counts = Counter[str]()
        for named in told:
            counts.update({country: named.times(country) for country in named})
        return counts

    def _home(self, event: Event, party: Party) -> str | None:
        comment = event.comment or ARTICLE
        home = self.homes.get((comment, party.start, party.end))
        return self.named(comment, home).first() if home is not None else None

    def _there(self, event: Event, party: Party) -> str | None:
        """The state of the act's own place, where its sentence names that and the reader saw a home named in another sentence."""
        comment, place = event.comment or ARTICLE, event.place
        home = self.homes.get((comment, party.start, party.end))
        if home is None or place is None:
            return None
        sentence = sentence_around(self.texts[comment], party.start)
        near = place.text in self.texts[comment][sentence.start : sentence.end] if place.text else False
        return place.country if near and not inside(home, sentence) else None

    def _owner(self, event: Event, party: Party) -> str | None:
        """The state named last before `its forces`."""
        if not _own(party):
            return None
        named = self.named(event.comment or ARTICLE, self._paragraph(event, party))
        return named.without(hosts(event, party, self.cast)).last_before(party.start)

    def _around(self, event: Event, party: Party, sector: str | None, *, guess: bool) -> str | None:
        named = self.named(event.comment or ARTICLE, self._paragraph(event, party))
        if abroad := hosts(event, party, self.cast):  # nor is an envoy of the state where he meets others
            there = {event.place.country} if event.place and event.place.country else set[str]()
            named = named.without(abroad | there)
        named = named.without(of_neither(event, party, self.cast))
        others = opposed(event, party, self.cast) if sector in _HOME else frozenset()
        if elsewhere := named.without(others):
            named = elsewhere
        if sector == "GOV" and event.comment is None and party.text[-1:] == "s":
            # who meets where a report was sent from is mostly from elsewhere (`BRUSSELS - Foreign ministers`)
            named = named.outside(self.dateline)
        subject = self.subject if event.comment is None and sector not in _WANDERING else None
        if subject and sector and not (elsewhere and subject in others):
            return subject
        person = self._person(event, party, named) if sector not in _ABROAD else None
        if person or len(named) == 1:
            return person or named.first()
        place = event.place.country if event.place else None
        if sector in _THERE and place:
            return place
        if not named and event.comment is None and sector not in _WANDERING:
            return subject or self._prevailing(_FEW)
        if subject or not guess or not named or sector in _ABROAD:
            return subject
        return named.first() if sector in _HOME else place

    def _person(self, event: Event, party: Party, named: NamedStates) -> str | None:
        """The state of the known persons in a party's sentence that names no state, if it is the same of all."""
        comment = event.comment or ARTICLE
        sentence = sentence_around(self.texts[comment], party.start)
        if named.any_in(sentence):
            return None
        first, last = (bisect_left(self.known_persons, (comment, at, "")) for at in sentence)
        states = {country for _, _, country in self.known_persons[first:last]}
        return states.pop() if len(states) == 1 else None

    @cached_property
    def known_persons(self) -> list[tuple[str, int, str]]:
        """Text, place and state of each naming of a person whom the tables know, in order."""
        return sorted(
            (s.comment, s.range.start, m.found.country)
            for s, m in self.cast.at.items()
            if m.person and m.found and m.found.name and m.found.country and m.found.country in self.tables.states
        )

    def _paragraph(self, event: Event, party: Party) -> Range:
        comment, spot = event.comment or ARTICLE, range_of(party)
        own = self.regions[comment]
        last = bisect_right(own, spot.start, key=lambda r: r.start) - 1
        return own[last] if last >= 0 and inside(spot, own[last]) else spot

    def _named(self, comment: str, region: Range) -> NamedStates:
        text = self.texts[comment][region.start : region.end]
        words = split(text)
        named = [(words[h.first : h.last], h.names[0]) for h in known(text, self.tables, self.on) if h.names]
        return NamedStates.of(
            (region.start + told[0].start, entry.country)
            for told, entry in named
            if entry.country
            and entry.country in self.tables.states
            and entry.kind != "outlet"
            and not anothers(" ".join(w.norm for w in told), entry.country, comment, self.cast)
        )


def _homes(reading: Reading) -> Iterator[tuple[tuple[str, int, int], Range]]:
    """Where the reader saw the state of a party named, by text and place of the party; the surest act's word goes last."""
    analyses = reading.analyses if isinstance(reading.analyses, dict) else {}
    for comment, analysis in analyses.items():
        for trigger in sorted(analysis.triggers, key=lambda t: t.score):
            for role in trigger.roles:
                if role.home is not None:
                    yield (comment, role.start, role.end), role.home


def _of_a_faith(party: Party) -> bool:
    """Whether a faith's people as such are meant (`all Muslims`), who are of no state."""
    words = {w.norm for w in split(party.text)}
    faiths = listed("faiths") - listed("peoples here and there")
    return bool(words & faiths) and words <= listed("faiths") | listed("determiners")


def _own(party: Party) -> bool:
    """Whether a party is said to be that of somebody named before (`its forces`)."""
    return any(w.norm in listed("own") for w in split(party.text)[:1])
