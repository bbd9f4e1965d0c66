"""Whether an office that a phrase names is a state's own, so that whoever holds it on the day is meant.

`Bavaria's premier`, `the president of Iran's parliament`, `the president-elect` and `the British chancellor` are none of these,
and to name the state's leader for them would be the worst of errors.
"""

from facta.resolve.facts import STATELIKE
from facta.resolve.hits import Hit
from facta.resolve.phrase import Phrase
from facta.resolve.words import key, listed

_OWN_SEATS = frozenset({"seat", "government"})
"""Kinds of institutions whose names stand for a state itself (`Kremlin`)."""
_PARTS = frozenset({"region", "people"})
"""Kinds of what lies or lives within a state."""
_BODIES = frozenset({"LEG", "JUD", "BUS", "PTY", "OPP", "CVL", "EDU", "LAB", "NGO", "REB", "MED", "JRN"})
"""Sectors whose bodies have presidents and chancellors of their own."""
_MANY = 3
"""States from which on the meanings of one name are those of a people, as with `Kurdish`; `Korean` has two."""


def of_state(phrase: Phrase) -> bool:
    """Whether the head's office is a state's own, so that its holder is meant: not of a region, a parliament, a group.

    Nor of a people in several states, of a body that a state presides over (`the Belgian EU presidency`), nor one that is
    not held yet or no longer, or only said to be (`president-elect`).
    """
    own = [e for e in phrase.whose if e.country]
    other = any(e.kind not in STATELIKE and e.what not in _OWN_SEATS and e.kind != "organisation" for e in own)
    presiding = {e.kind == "organisation" for e in own} == {True, False}
    outside = any(w.norm in listed("not in office") for w in phrase.words[: phrase.core])
    body = of_part(phrase) or _of_a_part(phrase) or any(_of_a_body(phrase, h) for h in phrase.offices)
    return not (other or presiding or outside or body)


def of_part(phrase: Phrase) -> bool:
    """Whether what the head leads is a part of a state, or a people in it or in several (`the Catalan leader`)."""
    told = any(w.norm in listed("of a part") for w in phrase.words[: phrase.core])
    several = any(len({e.country for e in h.names}) >= _MANY for h in phrase.names)
    return told or several or any(e.what in _PARTS for e in phrase.whose[:1])


def _of_a_part(phrase: Phrase) -> bool:
    """Whether the title is of something that is a state's, not of the state (`president of Iran's football federation`).

    So with what only bodies other than states are called (`the president of the association of German banks`).
    """
    rest = range(phrase.core, len(phrase.words))
    end = next((i for i in rest if _breaks(phrase, i) and phrase.words[i].norm != "of"), len(phrase.words))
    named = {i for h in phrase.names for i in range(h.first, h.last)}
    if any(w.norm in listed("no person") and i not in named for i, w in enumerate(phrase.words[:end])):
        return True
    if phrase.title and not phrase.owner and 0 < phrase.title.first < phrase.core and phrase.title.first - 1 not in named:
        before = phrase.words[phrase.title.first - 1]
        if before.possessive and before.norm not in listed("states themselves"):
            return True  # `the region's prime minister`
    owner = next((h for h in phrase.names if phrase.core < h.first <= _behind_article(phrase)), None)
    if owner is None and _of_a_region(phrase):
        return True
    if owner is None or owner.last >= end or _breaks(phrase, owner.last):
        return False
    owns = owner.names[0].kind == "demonym" or phrase.words[owner.last - 1].possessive
    return owns and listed("states themselves").isdisjoint(w.norm for w in phrase.words[owner.last : end])


def _of_a_region(phrase: Phrase) -> bool:
    """Whether `of` and a word for a part of a state stand behind the head (`prime minister of the region`)."""
    at = _behind_article(phrase)
    part = at < len(phrase.words) and phrase.words[at].norm in listed("divisions") - listed("states themselves")
    return part and phrase.words[phrase.core].norm == "of"


def _behind_article(phrase: Phrase) -> int:
    """Index of the first word that is no determiner behind the word at which the head's part ends."""
    rest = range(phrase.core + 1, len(phrase.words))
    return next((i for i in rest if phrase.words[i].norm not in listed("determiners")), len(phrase.words))


def _breaks(phrase: Phrase, at: int) -> bool:
    """Whether a preposition or a comma sets a word apart from those before it."""
    return phrase.words[at].norm in listed("breaks") or "," in phrase.text[phrase.words[at - 1].end : phrase.words[at].start]


def _of_a_body(phrase: Phrase, hit: Hit) -> bool:
    """Whether a head noun beside the title is a body's, of which the title is then (`president of Iran's parliament`)."""
    beside = phrase.title is None or hit.first != phrase.title.first
    return beside and not phrase.lends(hit) and hit.office is not None and hit.office.sector in _BODIES


def whose_part(phrase: Phrase) -> frozenset[str | None]:
    """The states of which a name means but a part where it is another's own (of `Georgia` the United States)."""
    out: set[str | None] = set()
    for hit in phrase.names:
        words = {w.norm for w in phrase.words[hit.first : hit.last]}
        own = {e.country for e in hit.names if words & set(key(e.name).split())}
        out |= {e.country for e in hit.names} - own if own else set()
    return frozenset(out)


def may_be_crowned(name: str | None, title: str) -> bool:
    """Whether one of a name reigns under a title; a king's wife is queen too (`Queen of Jordan`)."""
    woman = key(name or "").partition(" ")[0] in listed("women")
    return not (title == "queen" and not woman) and not (title == "king" and woman)


_NOWHERE_ELSE = frozenset({"chancellor", "secretary of state"})
"""Offices that are lower ones in states whose leader or foreign minister is called otherwise (`British chancellor`)."""


def another_office(held: str, named: str, country: str) -> bool:
    """Whether one called by the second of two offices of the same portfolio does not hold the first in a state.

    No state has a king and a president at a time; in some the secretaries of ministries are officials under the minister.
    """
    if held == named:
        return False
    official = named.endswith(" secretary") and country in listed("secretaries under ministers")
    return {held, named} == {"king", "president"} or named in _NOWHERE_ELSE or official
