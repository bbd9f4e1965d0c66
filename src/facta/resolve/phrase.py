"""Take a noun phrase apart: which of its words name a state, a body, an office or a person, and which of them is the head.

Only the tables' words are known here; what the phrase as a whole means is for `who` to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from facta.resolve.facts import PLACES, STATELIKE, Entry, Office
from facta.resolve.hits import Hit, is_opposed, known, of_one_state
from facta.resolve.rows import many, rows
from facta.resolve.tables import Tables
from facta.resolve.words import Word, key, listed, split

_WEAK = frozenset({"official", "leader", "spokesman", "workers"})
"""Heads that leave the sector to the office word before them (`police officials`, `embassy staff`)."""

_SERVED = frozenset({"CVL", "REF"})
"""Sectors of people whom officials and agencies are for (`refugee agency`)."""


@dataclass(frozen=True)
class Phrase:
    """A noun phrase taken apart."""

    text: str
    words: Sequence[Word]
    names: list[Hit] = field(default_factory=list)
    offices: list[Hit] = field(default_factory=list)
    people: list[Hit] = field(default_factory=list)
    given: tuple[str, ...] = ()
    """The comparable words of a person's name, when capitalised words stand where one would."""
    called: str = ""
    """Those of the title right before that name (`captain`)."""
    owner: tuple[str, ...] = ()
    """The same of a person whose the head is, with titles behind it (`Trump's opponents`, `troops loyal to President Hadi`)."""
    core: int = 0
    """Index after the head's part of the phrase: what follows begins with a preposition or a comma."""
    former: bool = False
    """Says that the office is held no longer."""

    @cached_property
    def title(self) -> Hit | None:
        """The office or head noun of the phrase; of whoever heads a body (`president of the university`) that body's."""
        named = self._titled
        sector = _headed(self, named) if named else None
        return replace(named, office=Office(HEAD, "", sector, unique=False)) if named and sector else named

    @property
    def _titled(self) -> Hit | None:
        """The last office or head noun of the head's part, or the one before where the last says little."""
        inside = [h for h in self.offices if h.first < self.core and not self.lends(h) and not _beside(self.words, h.last - 1)]
        inside = inside or self._in_apposition
        strong = [h for h in inside if h.office and h.office.role not in _WEAK and h.office.sector not in _SERVED]
        last = inside[-1] if inside else None
        if last is None or last.office is None or last.office.role not in _WEAK:
            return self._deputised(last) if last else None
        if not strong:
            return inside[0] if last.office.role == "workers" else last  # `consulate employees` are the consulate's
        return _spoken_for(strong[-1], last.office) if last.office.role == "spokesman" else self._deputised(strong[-1])

    @property
    def _in_apposition(self) -> list[Hit]:
        """The offices behind a name and a comma (`Ann Berg, president of the institute`), but one that is held no longer.

        Of 73,000 coded parties they give 103 the right sector and take it from 3.
        """
        words, core = self.words, self.core
        if not self.given or core >= len(words) or "," not in self.text[words[core - 1].end : words[core].start]:
            return []
        if words[core].norm in listed("breaks"):
            return []  # `Ann Berg, who`
        told = range(core, next((i for i in range(core + 1, len(words)) if _parted(self, i)), len(words)))
        if any(words[i].norm in listed("former") | listed("not in office") or words[i].possessive for i in told):
            return []
        inside = [h for h in self.offices if h.first in told and words[h.first].norm != "deputy"]
        return [] if inside and inside[-1].office and inside[-1].office.role in ("leader", "official") else inside

    def _deputised(self, hit: Hit) -> Hit:
        """The office of a deputy, where a word before one says so (`deputy defence minister`); several hold such ones."""
        named = next((h.first for h in self.names if h.last == hit.first), hit.first)  # `assistant US secretary of state`
        deputy = named > 0 and self.words[named - 1].norm in listed("deputies")
        if not deputy or hit.office is None or not hit.office.portfolio:
            return hit
        role, portfolio = f"deputy {hit.office.role}", f"deputy {hit.office.portfolio}"
        return replace(hit, office=replace(hit.office, role=role, portfolio=portfolio, unique=False))

    def lends(self, hit: Hit) -> bool:
        """Whether `deputy` only stands before the office or head noun that it is a deputy of (`deputy chief`)."""
        return (
            hit.last < self.core
            and not self.words[hit.last].cap
            and [w.norm for w in self.words[hit.first : hit.last]] == ["deputy"]
        )

    @cached_property
    def whose(self) -> list[Entry]:
        """The names that may tell whose the head is, likeliest first: in the head's part, then after it; joined ones last."""
        near = [h for h in self.names if h.first < self.core and not h.distant]
        after = [h for h in self.names if h.first >= self.core and not h.distant and not self._elsewhere(h)]
        joined = [h for h in self.names if h.distant]
        if self._of_citizens:
            near, after = after, near
        return [e for h in (*_without_descent(near), *after, *joined) for e in h.names]

    @property
    def _of_citizens(self) -> bool:
        """Whether the head says that what follows is the state (`Palestinian citizens of Israel`)."""
        at = self.core
        return 0 < at < len(self.words) and self.words[at].norm == "of" and self.words[at - 1].norm in listed("citizens")

    def _elsewhere(self, hit: Hit) -> bool:
        """Whether a name behind the head does not tell whose that is: `envoy to Iran`, `envoy for Iran`, `embassy in Cairo`."""
        norms = [w.norm for w in self.words]
        if self.core < len(norms) and norms[self.core] in listed("not whose after"):
            return True
        at = next((i for i in range(hit.first - 1, self.core - 1, -1) if norms[i] in listed("breaks")), None)
        if at is None or at == 0:
            return False
        if norms[at] == "by":
            return norms[at - 1] in listed("not whose by")
        return norms[at] != "to" and any(is_sent(mission, norms[at]) for mission in norms[:at])


def _beside(words: Sequence[Word], at: int) -> bool:
    """Whether a possessive and a word for somebody beside a person follow each other (`the Turkish president's | rival`)."""
    return words[at].possessive and at + 1 < len(words) and words[at + 1].norm in listed("beside a person")


def _spoken_for(whose: Hit, spokesman: Office) -> Hit:
    """Who speaks for the holder of an office or for a body: of its sector, but no holder (`the president's spokesman`)."""
    return replace(whose, office=replace(spokesman, sector=whose.office.sector if whose.office else spokesman.sector))


def is_sent(mission: str, preposition: str) -> bool:
    """Whether a mission is sent to what stands behind it and a preposition: an `envoy for Iran`, but no `ambassador for Iran`."""
    others = preposition == "for" and mission.startswith("ambassador")
    return mission in listed("missions") and preposition in ("to", "in", "at", "for") and not others


def _without_descent(near: Sequence[Hit]) -> list[Hit]:
    """The names without an adjective that only tells where Americans come from (`an Iranian-American pastor`)."""
    descent = [
        one
        for one, other in pairwise(near)
        if one.last == other.first and one.names[0].kind == "demonym" and other.names[0].name == "United States"
        and other.names[0].kind in ("demonym", "people")
    ]  # fmt: skip
    return [h for h in near if h not in descent]


@lru_cache(maxsize=8192)
def parse(text: str, tables: Tables, on: str | None = None) -> Phrase:
    """A phrase taken apart, with the meanings that hold on a date (ISO, or None for any); not to be changed by who gets it."""
    words, found = split(text), known(text, tables, on)
    core = _core(text, words, found)
    person, owner = _persons(text, words, found, core)
    return Phrase(
        text=text,
        words=words,
        names=[h for h in found if h.names] or list(of_one_state(words, found, tables)),
        offices=[h for h in found if h.office],
        people=[h for h in found if h.people and h.first == person[0] and any(person)],
        given=tuple(w.norm for w in words[slice(*person)]),
        called=_called(words, found, person[0]),
        owner=tuple(w.norm for w in words[slice(*owner)]),
        core=core,
        former=any(w.norm in listed("former") for w in words[:core]),
    )


def _called(words: Sequence[Word], found: Sequence[Hit], name: int) -> str:
    """The office or, where the tables have none of the word, the title that ends where a name begins."""
    offices = [h.first for h in found if h.office and h.last == name]
    title = name > 0 and words[name - 1].norm in listed("titles")
    first = offices[0] if offices else name - 1 if title else name
    return " ".join(w.norm for w in words[first:name])


HEAD = "head of a body"
"""Role of whoever heads a body that is no state."""
_HEADING = frozenset({"president", "vice president", "chancellor", "deputy chancellor", "leader", "deputy leader"})
"""Roles of states that heads of bodies are called by too."""
_OF_SECTORS = frozenset({"EDU", "JUD", "LEG", "BUS", "PTY", "OPP", "LAB", "JRN", "MED", "REL", "NGO", "REB"})
"""Sectors whose people and bodies have heads of their own."""
STATES_OWN = frozenset({"GOV", "IGO", "MIL", "REB", "OPP"})
"""Sectors of named bodies whose heads hold an office of such a name."""
_OF_TOWNS = {"president": "BUS", "vice president": "BUS", "chancellor": "EDU"}
"""Whose heads are named by a town, which has a mayor: a club's (`Barcelona president`), a university's (`Oxford chancellor`)."""


def _headed(phrase: Phrase, title: Hit) -> str | None:
    """The sector of the body that a title heads by the words right before it (`Senate president`) or behind `of`, if any."""
    if title.office is None or title.office.role not in _HEADING:
        return None
    role, words, of = title.office.role, phrase.words, title.last
    found = _body_at(phrase, title.first, role)
    if found or of + 1 >= len(words) or words[of].norm not in ("of", "at"):
        return found
    end = next((i for i in range(of + 1, len(words)) if _parted(phrase, i)), len(words))
    ends = (i for i in range(end, of + 1, -1) if not words[i - 1].possessive)  # not `of the Union's institutions`
    return next(filter(None, (_body_at(phrase, i, role) for i in ends)), None)


def _parted(phrase: Phrase, at: int) -> bool:
    """Whether a preposition or a comma parts a word from those before it."""
    comma = "," in phrase.text[phrase.words[at - 1].end : phrase.words[at].start]
    inside = any(h.first < at < h.last for h in (*phrase.names, *phrase.offices))
    return (comma or phrase.words[at].norm in listed("breaks")) and not inside


def _body_at(phrase: Phrase, end: int, role: str) -> str | None:
    """The sector of the body whose words end before one; role: what its head is called."""
    entry = next((h.names[0] for h in phrase.names if h.first < end <= h.last), None)
    if entry and entry.what == "city":
        return _OF_TOWNS.get(role)
    if entry and entry.kind not in STATELIKE and entry.what not in PLACES:
        own = entry.sector in STATES_OWN and entry.what != "agency"
        return entry.sector if role in _OF_TOWNS and not own else None
    norms = [w.norm for w in phrase.words]
    words = next(filter(None, (_bodies().get(" ".join(norms[first:end])) for first in range(max(0, end - 3), end))), None)
    offices = (h.office for h in phrase.offices if h.last == end and h.office and not phrase.lends(h))
    return words or next((o.sector for o in offices if not o.portfolio and o.sector in _OF_SECTORS), None)


@cache
def _bodies() -> dict[str, str]:
    """The sectors of bodies by comparable words, of one and of several."""
    one = {key(word): row["sector"] for row in rows("bodies") for word in many(row["words"])}
    return one | {f"{word[:-1]}ies" if word.endswith("ty") else f"{word}s": sector for word, sector in one.items()}


def office(phrase: Phrase, tables: Tables) -> Office | None:
    """The office or head noun of a phrase; of one that is held no longer the one that it was (`former president`)."""
    title = phrase.title
    if title is None or title.office is None or title.office.role == HEAD or not phrase.former:
        return title.office if title else None
    held = [w.norm for w in phrase.words[title.first : title.last] if w.norm not in listed("former")]
    return tables.offices.get(" ".join(held), title.office)


def _core(text: str, words: Sequence[Word], found: Sequence[Hit]) -> int:
    """Where the head's part ends: before the first preposition or comma that no name or office spans."""
    spanned = {i for h in found for i in range(h.first + 1, h.last)}
    named = [h.first for h in found if h.names or h.people]
    for i, word in enumerate(words):
        if not i or i in spanned:
            continue
        part = words[i - 1].norm in listed("parts") and i - 1 not in spanned  # not `chief of staff of`
        counted = word.norm == "of" and part and not any(first < i for first in named)
        if counted and not (words[i - 1].norm in _SIDING and _person_behind(words, i, found)):
            continue
        if _only_counted(words, i):
            continue
        named_so = word.cap and not text[word.start : word.end].isascii()  # Tô Lâm
        if (word.norm in listed("breaks") and not word.joined and not named_so) or "," in text[words[i - 1].end : word.start]:
            return i
    return len(words)


_SIDING = frozenset({"supporters", "staff"})
"""Words for the people of a person (`supporters of Morsi`), while those of a body are part of it."""
_OWNING = frozenset({"of", "to", "for"})
"""Prepositions before a person whose the head is, or to whom it belongs (`troops loyal to`, `spokesman for`)."""


def _person_behind(words: Sequence[Word], at: int, found: Sequence[Hit]) -> bool:
    """Whether a person's name, with at most titles and a people's adjective before it, follows the word there, or an office."""
    known = (h.first for h in found if h.people or (h.office and h.office.unique))
    starts = {*known, *(n[0] for n in _unknown(words, found))}
    return any(at < n <= _titled(words, at, found) for n in starts)


def _titled(words: Sequence[Word], at: int, found: Sequence[Hit]) -> int:
    """Index of the first word behind one there that belongs to no title of a person (`ousted Malian president`)."""
    before = {h.first: h.last for h in found if _is_title(h)}
    small = listed("determiners") | listed("former") | listed("titles")
    i = at + 1
    while i in before or (i < len(words) and words[i].norm in small):
        i = before.get(i, i + 1)
    return i


def _is_title(hit: Hit) -> bool:
    """Whether a hit is an office, a former one or a people's adjective, as they stand before names."""
    office = hit.office is not None and bool(hit.office.portfolio or hit.office.sector == "ELI")
    return office or any(e.kind == "demonym" for e in hit.names)


def _only_counted(words: Sequence[Word], at: int) -> bool:
    """Whether a participle stands before the head, with no more than a number in front: `57 suspected militants`."""
    count = listed("lead in") | listed("numbers")
    participle = words[at].norm.endswith("ed") or words[at].norm == "held"
    return participle and at + 1 < len(words) and all(w.norm in count or w.norm[0].isdigit() for w in words[:at])


_BESIDE = frozenset({" ", ". "})
"""What stands between a title and the name (`Homeland Security Dr. Liz Sherwood-Randall`)."""


def _persons(text: str, words: Sequence[Word], found: Sequence[Hit], core: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the name of the person meant stands, and of the person whose the head is (`Trump's opponents`); (0, 0) for none.

    A person behind `of`, `to` or `for` is whose the head is, with or without a title (`government of Nicolas Maduro`).
    A name in the head's part goes before one that follows (`Ari Fleischer, former press secretary to George W. Bush`); that one
    counts only behind a comma or another name (`President of Chile Sebastián Piñera`), not behind a preposition. A known
    person's name goes before the longest run of capitalised words that the tables do not know.
    """
    known = {(h.first, h.last) for h in found if h.people}
    things = [n for n in (*known, *_unknown(words, found)) if _named_for(words, *n)]
    names = [n for n in (*known, *_unknown(words, found)) if not _pronoun(words, *n) and n not in things]
    owners = [n for n in names if n[1] < core and (words[n[1] - 1].possessive or _before_noun(words, n[1], found))]
    owners += [n for n in things if n[1] < core and not _aboard(words, n[0])]
    theirs = _theirs(text, words, found, core, names)
    inside = [n for n in names if n[0] < core and n not in owners]
    ends = {h.last for h in found}
    apart = {n for n in names if n[0] >= core and (n[0] in ends or "," in text[words[n[0] - 1].end : words[n[0]].start])}
    titled = {
        n for n in known if n[0] > core and words[n[0] - 1].cap and text[words[n[0] - 1].end : words[n[0]].start] in _BESIDE
    }
    behind = [n for n in names if n in apart | titled and n not in theirs]
    if titled.intersection(behind) and known.isdisjoint(inside) and "," not in text[: words[max(titled)[0]].start]:
        inside, theirs = [], []  # `Assistant to the President for National Security Affairs Jake Sullivan`
    best = max(inside or behind, key=lambda n: (n in known, n[1] - n[0], -n[0]), default=(0, 0))
    if theirs and not owners and _surely_named(words, core, max(theirs)):
        return best, (core + 1, max(theirs)[1])
    return best, max(owners, default=(0, 0))


def _named_for(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a thing bears a person's name: a ship, or what a noun behind it says (`USS Gerald Ford`, `Reagan Airport`)."""
    thing = last < len(words) and words[last].cap and not words[last - 1].possessive and words[last].norm in listed("no person")
    return thing or _aboard(words, first)


def _aboard(words: Sequence[Word], first: int) -> bool:
    """Whether a name is a ship's, which says nothing of whose that is (`MV Rachel Corrie`)."""
    return first > 0 and words[first - 1].norm in listed("ships")


def _before_noun(words: Sequence[Word], at: int, found: Sequence[Hit]) -> bool:
    """Whether a noun for somebody else stands right behind a name, written small (`Putin spokesman`, `Trump supporters`)."""
    if words[at].cap or words[at].joined:
        return False
    noun = any(h.first == at and h.office and not h.office.unique for h in found)
    return noun or words[at].norm in listed("beside a person")


def _pronoun(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a word that is a surname too is a pronoun beside another's name (`He and Vladimir Putin`)."""
    alone = first == 0 and last == 1 and words[0].norm in listed("pronouns")
    return alone and len(words) > 1 and words[1].norm == "and"


def _theirs(
    text: str, words: Sequence[Word], found: Sequence[Hit], core: int, names: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The persons behind the head's part whose the head is."""
    if core >= len(words) or words[core].norm not in _OWNING or "," in text[words[core - 1].end : words[core].start]:
        return []
    first = _titled(words, core, found)
    return [n for n in names if core < n[0] <= first]


def _surely_named(words: Sequence[Word], core: int, name: tuple[int, int]) -> bool:
    """Whether a name behind the head's part is a person's and no place's: two words, a title, or a head that takes sides."""
    return name[1] - name[0] > 1 or name[0] > core + 1 or words[core - 1].norm in _SIDING | {"loyal"}


def _unknown(words: Sequence[Word], found: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """Runs of words that may be a name the tables do not know, by their first word and the one after the last."""
    taken = {i for h in found for i in range(h.first, h.last)}
    run: list[Word] = []
    for i, word in enumerate(words):
        if i in taken or is_opposed(words, i) or not _name_like(word, run):
            if _may_name(run) and not (word.joined and word.norm[0].isdigit()):  # `Il-76` is a machine
                yield i - len(run), i
            run = []
        elif word.norm not in listed("titles") or run:
            run.append(word)
    if _may_name(run):
        yield len(words) - len(run), len(words)


def _may_name(run: Sequence[Word]) -> bool:
    """Whether a run of capitalised words may be a name: of faiths and peoples alone it is none (`Muslim protesters`)."""
    return any(w.norm not in listed("faiths") for w in run)


def _name_like(word: Word, run: Sequence[Word]) -> bool:
    """Whether a word may belong to a person's name; initials (`Mark A. Milley`), particles, hyphenated parts only inside one."""
    initial = bool(run) and word.cap and len(word.norm) == 1
    if (word.norm in listed("determiners") | listed("own") and not initial) or word.norm in listed("numbers"):
        return False
    if word.norm[0].isdigit():
        return False
    if word.upper and len(word.norm) < 4 and not run:
        return False
    return word.cap or (bool(run) and (word.joined or word.norm in listed("particles")))
