"""Members of a page's cast filed by what is known of them, so that a page of many names is not gone through for each of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, combinations

from facta.resolve.member import Member
from facta.resolve.words import key, without_article

LONGEST = 5
"""More words than these are no name but a row of names; each of fewer may be a shorter form by any of its words."""

Some = dict[Member, None]
"""Members, none twice."""


class Filed:
    """Finds members by name, by office and by the words that stand for them, each time in the order in which they came in."""

    def __init__(self) -> None:
        self._by_word: defaultdict[str, Some] = defaultdict(dict)
        self._by_name: defaultdict[frozenset[str], Some] = defaultdict(dict)
        self._known: defaultdict[str | None, Some] = defaultdict(dict)
        self._holding: defaultdict[str | None, Some] = defaultdict(dict)
        self._written: defaultdict[str, Some] = defaultdict(dict)
        self.namings: Counter[str | None] = Counter()
        """How often the page names each state, by itself, its bodies or its people."""

    def call(self, member: Member, name: tuple[str, ...]) -> None:
        """File a person by a name."""
        for word in name:
            self._by_word[word][member] = None
        self._by_name[frozenset(name)][member] = None

    def write(self, member: Member, text: str) -> None:
        """File a member by words that stand at one more spot of it."""
        self._written[bare(text)][member] = None
        if member.found:
            self.namings[member.found.country] += 1

    def know(self, member: Member) -> None:
        """File a member by who it is found to be."""
        if member.found:
            self._known[member.found.name][member] = None
            self._holding[member.found.portfolio][member] = None
            self.namings[member.found.country] += len(member.spots)

    def doubt(self, member: Member) -> None:
        """Forget who a member was found to be."""
        if member.found:
            self._known[member.found.name].pop(member, None)
            self._holding[member.found.portfolio].pop(member, None)
            self.namings[member.found.country] -= len(member.spots)

    def drop(self, member: Member) -> None:
        """Forget a member."""
        self.doubt(member)
        for name in member.names:
            for some in (*(self._by_word[word] for word in name), self._by_name[frozenset(name)]):
                some.pop(member, None)
        for text in member.words:
            self._written[bare(text)].pop(member, None)

    def bearers(self, given: tuple[str, ...]) -> list[Member]:
        """The persons with a name of which the given one may be a shorter form, or that may be a shorter form of it."""
        words = frozenset(given)
        longer = min((self._by_word.get(word, {}) for word in words), key=len, default={})
        parts = _parts(words) if len(words) <= LONGEST else ()
        shorter = chain.from_iterable(self._by_name.get(part, ()) for part in parts)
        if len(words) > LONGEST:
            shorter = chain.from_iterable(self._by_word.get(word, ()) for word in words)
        return [m for m in _ordered(chain(longer, shorter)) if any(fits(given, name) for name in m.names)]

    def surnamed(self, word: str) -> list[Member]:
        """The persons with a given name and that surname."""
        return [m for m in _ordered(self._by_word.get(word, ())) if any(len(n) > 1 and n[-1] == word for n in m.names)]

    def known(self, name: str) -> list[Member]:
        """Who is found to be called so."""
        return _ordered(self._known.get(name, ()))

    def holders(self, portfolio: str) -> list[Member]:
        """The persons who are found to hold such an office."""
        return [m for m in _ordered(self._holding.get(portfolio, ())) if m.person]

    def written(self, text: str) -> list[Member]:
        """Those for whom the same words stand somewhere, an article apart."""
        return _ordered(self._written.get(bare(text), ()))


def fits(given: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether one naming may be a shorter form of another: all its words are among the other's."""
    short, long = sorted((given, name), key=len)
    return set(short) <= set(long)


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """Comparable words without article; remembered, as the same words stand at many spots.

    >>> bare("the U.N. Council")
    'un council'
    """
    return key(without_article(text))


def _parts(words: frozenset[str]) -> Iterator[frozenset[str]]:
    """Every choice of one or more of some words."""
    return (frozenset(some) for size in range(1, len(words) + 1) for some in combinations(words, size))


def _ordered(members: Iterable[Member]) -> list[Member]:
    return sorted(dict.fromkeys(members), key=lambda m: m.number)
