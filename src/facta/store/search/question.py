"""Understands a question in plain words by rules over our own tables: who speaks or acts, towards whom, about what, when."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import msgspec

from facta.records import Record
from facta.resolve import load_tables
from facta.resolve.facts import STATELIKE
from facta.resolve.words import key
from facta.store.search.documents import Kind
from facta.values import dates
from facta.values.country import STATELESS
from facta.values.datafile import Form, Words, load
from facta.values.words import one_line

MOST_WORDS = 24
"""Words of a question that are looked at."""
_MONTHS = [name.lower() for name in dates.MONTHS]
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_YEAR = r"(?:19|20)\d\d"
_DAY = rf"(?:\d{{1,2}} {_MONTH},? {_YEAR}|{_MONTH} \d{{1,2}},? {_YEAR}|{_MONTH},? {_YEAR}|{_YEAR}(?:-\d\d(?:-\d\d)?)?)"
_TIMES = (
    ("between", re.compile(rf"\b(?:between|from) ({_DAY}) (?:and|to|until|till) ({_DAY})\b", re.I)),
    ("between", re.compile(r"\b((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)\b")),
    ("since", re.compile(rf"\b(?:since|after|from) ({_DAY})\b", re.I)),
    ("until", re.compile(rf"\b(?:before|until|till|by) ({_DAY})\b", re.I)),
    ("in", re.compile(rf"(?:\b(?:in|during|on|of) )?\b({_DAY})\b", re.I)),
)
_PHRASE = re.compile(r"[\"“”«»]([^\"“”«»]+)[\"“”«»]")
_WORD = re.compile(r"[\w'’.-]*\w", re.UNICODE)


class Term(Record, frozen=True, kw_only=True):
    """Something to look for: any of these phrases."""

    said: str
    """As it was asked."""
    phrases: tuple[str, ...]


class Meaning(Record, frozen=True, kw_only=True):
    """How a question is understood; nothing in a field asks for nothing in particular."""

    kind: Kind | None = None
    speaker: Term | None = None
    """Who speaks, by name."""
    by: str | None = None
    """The state that speaks or acts, by code."""
    to: str | None = None
    """The state that is acted upon."""
    types: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    """What it is about: all of them."""
    since: str | None = None
    """First day, ISO."""
    until: str | None = None
    time: str | None = None
    """The time as it was asked."""
    is_question: bool = False
    """Whether it is more than words to look for."""


class _Said(Form, frozen=True):
    say: Words
    about: Words
    words: Words
    stop: Words
    acts: dict[str, Words]
    """By type."""


def understand(text: str, *, plain: bool = False) -> Meaning:
    """What a question asks for; with `plain`, or where no rule fits, its words.

    >>> meant = understand("what did Shoigu say about China in 2018?")
    >>> meant.kind, meant.speaker.said, [t.said for t in meant.terms], meant.since, meant.until
    ('quotation', 'Shoigu', ['China'], '2018-01-01', '2018-12-31')
    """
    text = one_line(text).rstrip("?! ")
    phrases = tuple(Term(said=f"“{found}”", phrases=(found,)) for found in _PHRASE.findall(text) if _WORD.search(found))
    rest = " ".join(_PHRASE.sub(" ", text).split())
    if plain:
        return Meaning(terms=(*phrases, *_plain(rest)))
    rest, time = _time(rest)
    for rule in (_said, _statements, _who_said, _done, _acted, _acts, _on):
        found = rule(rest)
        if found is not None:
            return msgspec.structs.replace(found, terms=(*phrases, *found.terms), is_question=True, **time)
    return Meaning(terms=(*phrases, *_plain(rest)), is_question=bool(time), **time)


def _words() -> _Said:
    return load("facta.store.search", "question.toml", _Said)


# --------------------------------------------------------------------------------------------------------------------------------
# Rules; each takes the question without its time.


def _said(text: str) -> Meaning | None:
    """What did WHO say about TOPIC."""
    found = re.match(
        rf"(?:what|anything|things|how) (?:did|does|do|has|have|had) (.+?) (?:{_any(_words().say)})\b(.*)", text, re.I
    )
    return _speech(found[1], found[2]) if found else None


def _statements(text: str) -> Meaning | None:
    """Statements of WHO about TOPIC."""
    about = _any(w for w in _words().about if w not in ("of", "to"))
    found = re.match(rf"(?:{_any(_words().words)}) (?:by|of|from) (.+?)(?: (?:{about}) (.+))?$", text, re.I)
    return _speech(found[1], found[2] or "") if found else None


def _on(text: str) -> Meaning | None:
    """WHO on TOPIC, where WHO is a person that our tables know."""
    found = re.match(r"(.+?) (?:on|about) (.+)$", text, re.I)
    return _speech(found[1], found[2]) if found and _persons(found[1]) else None


def _who_said(text: str) -> Meaning | None:
    """Who said that TOPIC."""
    found = re.match(rf"who (?:{_any(_words().say)})\b(?: that| about| on)?(.*)", text, re.I)
    return Meaning(kind="quotation", terms=_topic(found[1])) if found else None


def _done(text: str) -> Meaning | None:
    """What did WHO do to WHOM."""
    found = re.match(
        r"(?:what|anything) (?:did|does|do|has|have|had) (.+?) (?:do|done)(?: (?:to|with|against|for|towards) (.+))?$", text, re.I
    )
    return _deed(found[1], found[2], ()) if found else None


def _acted(text: str) -> Meaning | None:
    """Did WHO threaten WHOM; when did WHO visit WHOM; what did WHO promise to WHOM."""
    found = re.match(r"(?:(?:what|when|where|why|how|how often|whom) )?(?:did|does|do|has|have|had|will) (.+)$", text, re.I)
    words = found[1].split() if found else []
    for at in range(1, len(words)):
        types = _types(words[at])
        if types:
            whom = [w for w in words[at + 1 :] if w.lower() not in _words().stop]
            return _deed(" ".join(words[:at]), " ".join(whom), types)
    return None


def _acts(text: str) -> Meaning | None:
    """Threats of WHO against WHOM."""
    found = re.match(r"(\w+) (?:by|of|from) (.+?)(?: (?:against|on|to|at|towards|with|in) (.+))?$", text, re.I)
    types = _types(found[1]) if found else ()
    return _deed(found[2], found[3], types) if found and types else None


def _speech(who: str, about: str) -> Meaning:
    about = re.sub(rf"^\s*(?:{_any(_words().about)})\b", "", about, flags=re.I)
    code = state(who)
    speaker = None if code or not _WORD.search(who) else _speaker(who)
    return Meaning(kind="quotation", by=code, speaker=speaker, terms=_topic(about))


def _deed(who: str, whom: str | None, types: tuple[str, ...]) -> Meaning:
    by, to = state(who), state(whom or "")
    terms = (*([] if by or not _WORD.search(who) else [_speaker(who)]), *(() if to or not whom else _topic(whom)))
    return Meaning(kind="sentence", by=by, to=to, types=types, terms=terms)


# --------------------------------------------------------------------------------------------------------------------------------
# Names, topics, times.


def state(words: str) -> str | None:
    """The code of the state or body that words name."""
    known = load_tables().names.get(key(_bare(words)), ())
    named = [one for one in known if one.country and (one.kind in STATELIKE or one.country in STATELESS)]
    # of states that shared a name or a capital, today's
    return min(named, key=lambda one: bool(one.end)).country if named else None


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|president|minister|prime minister) ", "", words.strip(), flags=re.I)


def _persons(words: str) -> bool:
    named = key(_bare(words))
    return named in load_tables().surnames or named in load_tables().people


def _speaker(words: str) -> Term:
    """A person's name in every spelling that our tables know; as it is written for one they do not know."""
    bare = _bare(words)
    named = key(bare)
    people = load_tables().people.get(named) or load_tables().surnames.get(named, ())
    spelt = {bare}
    if len(people) == 1 and " " not in named:
        parts = [name.split() for name in people[0].names]
        places = {name.index(named) - len(name) for name in parts if named in name}
        spelt |= {name[at] for name in parts for at in places if -at <= len(name) and len(places) == 1}
    elif len(people) == 1:
        spelt |= set(people[0].names)
    return Term(said=bare, phrases=tuple(sorted(spelt, key=lambda s: (s != bare, s))))


def _topic(text: str) -> tuple[Term, ...]:
    """What a question is about; a state stands for its names, its people and its capital."""
    words = _WORD.findall(text)[:MOST_WORDS]
    found: list[Term] = []
    at = 0
    while at < len(words):
        size = next((n for n in range(min(4, len(words) - at), 0, -1) if state(" ".join(words[at : at + n]))), 0)
        said = " ".join(words[at : at + max(size, 1)])
        if size and not (size == 1 and said.lower() in _words().stop):
            found.append(Term(said=said, phrases=(said, *_names(state(said) or "", said))))
        elif said.lower() not in _words().stop:
            found.append(Term(said=said, phrases=(said,)))
        at += max(size, 1)
    return tuple(found)


@cache
def _names(code: str, beside: str) -> tuple[str, ...]:
    known = load_tables().names.items()
    names = {name for name, some in known for e in some if e.country == code and e.kind in STATELIKE and not e.upper}
    return tuple(sorted(name for name in names if name != beside.lower() and len(name) > 2))


def _plain(text: str) -> tuple[Term, ...]:
    """Every word, without those that stand everywhere where there are others."""
    words = list(dict.fromkeys(_WORD.findall(text)))[:MOST_WORDS]
    telling = [w for w in words if w.lower() not in _words().stop]
    return tuple(Term(said=w, phrases=(w,)) for w in telling or words)


def _types(word: str) -> tuple[str, ...]:
    word = word.lower()
    return tuple(name for name, stems in _words().acts.items() if any(word.startswith(stem) for stem in stems))


def _time(text: str) -> tuple[str, dict[str, Any]]:
    """The question without its time, and the time."""
    for kind, pattern in _TIMES:
        found = pattern.search(text)
        days = [day for part in found.groups() if (day := _iso(part))] if found else []
        if not found or len(days) < len(found.groups()):
            continue
        rest = " ".join((text[: found.start()] + " " + text[found.end() :]).split())
        return rest, {"time": found[0].strip(), **dict(_bounds(kind, days))}
    return text, {}


def _bounds(kind: str, days: Sequence[str]) -> Iterator[tuple[str, str]]:
    if kind != "until":
        yield "since", dates.first_day(days[0]).isoformat()
    if kind != "since":
        yield "until", dates.last_day(days[-1]).isoformat()


def _iso(said: str) -> str | None:
    """A date of a question as ISO, at its own precision.

    >>> _iso("3 April 2018"), _iso("April 2018"), _iso("2018-04"), _iso("31 February 2018")
    ('2018-04-03', '2018-04', '2018-04', None)
    """
    parts = said.lower().replace(",", " ").split()
    if len(parts) == 1:
        return dates.clean(parts[0])
    month = next(n for n, name in enumerate(_MONTHS, 1) if name in parts)
    day = next((int(p) for p in parts[:-1] if p.isdigit()), None)
    return dates.clean(f"{parts[-1]}-{month:02}" + (f"-{day:02}" if day else ""))


def _any(words: Sequence[str] | Iterator[str]) -> str:
    return "|".join(map(re.escape, words))
