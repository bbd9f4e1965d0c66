"""Find in some words the stretches that the tables know: names of states and bodies, offices, persons; the longest goes first.

What names no state after all, as a given name or a thing called after a state, is left out; what the phrase around it
means is for `phrase` to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from facta.resolve.facts import PLACES, STATELIKE, Entry, Office, Person
from facta.resolve.rows import many, rows
from facta.resolve.tables import Tables
from facta.resolve.words import Word, key, listed, split


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of words with what the tables know of it."""

    first: int
    last: int
    """Index after the last word."""
    names: tuple[Entry, ...] = ()
    office: Office | None = None
    people: tuple[Person, ...] = ()
    distant: bool = False
    """Joined to the phrase in a way that does not say whose the head is (`U.S.-backed`)."""


@lru_cache(maxsize=4096)
def known(text: str, tables: Tables, on: str | None) -> list[Hit]:
    """`hits` of a text's words, remembered, since a paragraph is asked about more than once; not to be changed."""
    return hits(split(text), tables, on)


def hits(words: Sequence[Word], tables: Tables, on: str | None) -> list[Hit]:
    """What the tables know in a run of words, longest first from the left, none overlapping, as of a date."""
    out: list[Hit] = []
    at = 0
    while at < len(words):
        reach = tables.reach.get(words[at].norm)
        hit = _longest(words, at, at + reach, tables, on) if reach else None
        if hit is None:
            at += 1
            continue
        beside = out[-1] if out and out[-1].last == hit.first else None
        surname = beside is None and _is_surname(words, hit)
        if not surname and not _is_trap(words, hit, tables) and not _is_another_s(words, hit, beside):
            out.append(hit)
        at = hit.last
    return out


def _longest(words: Sequence[Word], at: int, end: int, tables: Tables, on: str | None) -> Hit | None:
    """What the most words from here on name, none beyond `end`; a person before a body before an office of equal length."""
    norms = [w.norm for w in words[at:end]]
    for last in range(at + len(norms), at, -1):
        filed = " ".join(norms)
        norms.pop()
        if last - at > 1 and filed in tables.people and words[at].cap and not _goes_on(words, at, last):
            return Hit(at, last, people=tables.people[filed])
        entries = tables.names.get(filed)
        names = _meanings(entries, words[at:last], on) if entries else ()
        if names:
            return Hit(at, last, names=names, distant=_joined(words, last, listed("distant")))
        if filed in tables.offices:
            return Hit(at, last, office=tables.offices[filed])
    return None


_SON = frozenset({"bin", "ibn"})


def _goes_on(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a person's name has a father's behind it (`Crown Prince Mohammed | bin Zayed`): the shorter one is another's.

    A grandfather behind the father changes nothing (`Mohammed bin Salman | bin Abdulaziz`).
    """
    fathered = any(w.norm in _SON for w in words[first:last])
    return not fathered and last < len(words) and words[last].norm in _SON and not words[last - 1].possessive


def _written(entry: Entry, words: Sequence[Word]) -> bool:
    """Whether capitals stand where this name has them."""
    if entry.upper:
        # A lone letter and a number are as good as capitals: `MS-13`, `G-7`.
        return all(w.upper or w.norm.isdigit() or (w.cap and len(w.norm) == 1) for w in words)
    return words[0].cap or not entry.cap


def _meanings(entries: Sequence[Entry], words: Sequence[Word], on: str | None) -> tuple[Entry, ...]:
    """The meanings of the words on a date; of a state not yet or no longer there, the name still means it."""
    written = [e for e in entries if _written(e, words)]
    return tuple([e for e in written if e.holds(on)] or [e for e in written if e.kind in STATELIKE])


def _joined(words: Sequence[Word], last: int, after: frozenset[str]) -> bool:
    return last < len(words) and words[last].joined and words[last].norm in after


def _is_trap(words: Sequence[Word], hit: Hit, tables: Tables) -> bool:
    """Whether the words name no state after all: blocked ones, and given names before another capitalised name."""
    if any(e.kind == "blocked" for e in hit.names) or (hit.names and _joined(words, hit.last, listed("not whose"))):
        return True
    if not hit.office and (is_opposed(words, hit.first) or names_thing(words, hit)):
        return True
    if (
        hit.last - hit.first > 1
        or not hit.names
        or words[hit.first].norm not in tables.given_names
        or words[hit.first].possessive
        or _of_office(words, hit.first, tables)
    ):
        return False
    after = words[hit.last] if hit.last < len(words) else None
    return after is not None and after.cap and not after.upper and not _known(after, tables)


def _is_another_s(words: Sequence[Word], hit: Hit, beside: Hit | None) -> bool:
    """Whether a name that bodies of several states bear is but the end of a longer one: `European Jewish Congress`.

    beside: what is known right before it; a state or region there tells whose the body is.
    """
    at = hit.first
    if beside and beside.office and beside.office.portfolio and _bears_office(words, hit, beside):
        return True
    if not hit.names or at == 0 or "-".join(w.norm for w in words[at : hit.last]) not in listed("borne by many"):
        return False
    before = words[at - 1]
    if beside and beside.names:
        return not any(e.kind in STATELIKE or e.what in PLACES or e.country == "USA" for e in beside.names)
    plain = listed("openers") | listed("determiners") | listed("calendar") | listed("breaks") | listed("of a body's side")
    adjoins = words[at].start - before.end == 1
    return adjoins and before.cap and not before.possessive and before.norm not in plain and not before.norm[0].isdigit()


def _bears_office(words: Sequence[Word], hit: Hit, office: Hit) -> bool:
    """Whether an outlet's name is the surname of whoever has the title before it (`Mayor Bloomberg`)."""
    name, title = words[hit.first], words[office.last - 1]
    outlet = bool(hit.names) and hit.last - hit.first == 1 and all(e.kind == "outlet" for e in hit.names)
    return outlet and title.cap and not name.upper and name.start - title.end == 1


def names_thing(words: Sequence[Word], hit: Hit) -> bool:
    """Whether the name of a state or a place is part of what a water, a disease, a war, a leak or a treaty is called."""
    if not hit.names or not all(e.kind in STATELIKE or e.what in PLACES for e in hit.names) or words[hit.last - 1].possessive:
        return False
    town = all(e.kind == "capital" or e.what in PLACES for e in hit.names)
    before = words[max(hit.first - 2, 0) : hit.first]
    if before and before[-1].cap and before[-1].norm in ("lake", "river"):
        return True
    if len(before) > 1 and before[1].norm == "of" and before[0].cap and _of_thing(before[0], town=town):
        return True
    after = words[hit.last] if hit.last < len(words) else None
    if after is None or after.joined:
        return False
    ailment = after.norm in listed("ailments") - listed("treaties")
    return ailment or _of_thing(after, town=town) or (after.cap and after.norm == "war" and not town)


def _of_thing(word: Word, *, town: bool) -> bool:
    """Whether a word is that of a water, a leak or a treaty; treaties are called by towns, or signed by states."""
    named = word.cap and word.norm in listed("waters") | listed("leaks")
    return named or (town and word.norm in listed("treaties"))


def _of_office(words: Sequence[Word], at: int, tables: Tables) -> bool:
    """Whether an office and `of` or `to` stand before a name, which is then a state's (`President of Israel Shimon ..`)."""
    return at > 1 and words[at - 1].norm in ("of", "to") and words[at - 2].norm in tables.offices


def _is_surname(words: Sequence[Word], hit: Hit) -> bool:
    """Whether a single word is the surname of whose given name or `Mr.` stands right before it: `Mark Cuban`, `Paul Singer`."""
    at = hit.first
    if at == 0 or hit.last - at > 1 or hit.people or not words[at].cap or words[at].upper:
        return False
    before, word = words[at - 1], words[at]
    if before.norm in _SON and hit.office:  # Khalid bin Sultan
        return True
    if at > 1 and before.cap and len(before.norm) == 1 and word.start - before.end == 2:  # `Lisa O. Monaco`
        before = words[at - 2]
        return before.cap and not before.possessive and before.norm in (listed("women") | listed("men")) - listed("titles")
    if before.possessive or word.joined or not before.cap or word.start - before.end > 2:
        return False
    named = before.norm in listed("forms of address") or (
        word.start - before.end == 1 and before.norm not in listed("titles") and before.norm in listed("women") | listed("men")
    )
    return named and (word.norm in listed("callings") if hit.office else any(e.kind in _BORNE for e in hit.names))


_BORNE = STATELIKE | {"institution", "outlet"}
"""Kinds of what is named by words that persons bear as surnames."""


def is_opposed(words: Sequence[Word], at: int) -> bool:
    """Whether the name that begins here only says for or against whom (`anti-Trump delegates`)."""
    return at > 0 and words[at].joined and words[at - 1].norm in listed("not of")


def _known(word: Word, tables: Tables) -> bool:
    return word.norm in tables.names or word.norm in tables.offices


def of_one_state(words: Sequence[Word], found: Sequence[Hit], tables: Tables) -> Iterator[Hit]:
    """The states that offices tell which no other state has (`the taoiseach`), where no other office is in a row with them."""
    if sum(h.office is not None for h in found) > 1 and any(w.norm in ("and", "or") for w in words):
        return  # not whose the president of `the President and the Taoiseach` is
    for hit in found:
        country = one_state().get(" ".join(w.norm for w in words[hit.first : hit.last])) if hit.office else None
        if country:
            yield Hit(hit.first, hit.last, names=(Entry("people", tables.states[country].name, country, "CVL"),))


@cache
def one_state() -> dict[str, str]:
    """The states of the offices and bodies that one alone calls so, by comparable words."""
    return {key(word): row["country"] for row in rows("one_state") for word in many(row["words"])}
