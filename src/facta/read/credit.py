"""Where an article came from and who wrote it, as its own lines say: "Source: Newsweek", "(AP)", "By Jane Roe, Reuters"."""

import re
from functools import cache

from facta.read import dates, furniture
from facta.records import Credit

_OUTLET = r"(?P<outlet>[^\s\d.,:;(][^:;()\n]{0,58}?)"
_LINE = re.compile(
    rf"(?:source|sources|quelle|via|credit|courtesy(?: of)?)\s?:\s?{_OUTLET}\.?"
    rf"|(?:this (?:article|story|report|post|piece) (?:was )?)?(?:originally|first) (?:appeared|published|posted|reported)"
    rf" (?:in|on|at|by|with) {_OUTLET.replace('outlet', 'first')}\.?",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"(?P<place>[A-Z][^\s(][^()\n]{0,70}?)\s(?P<mark>\((?P<outlet>[A-Z][\w.&/ -]{0,38})\))\s*(?:[-–—―]+|:)\s",
)
_SLASHED = re.compile(r"(?P<place>[A-Z][^/()\n]{1,70}?)[.,]?\s(?P<mark>/(?P<outlet>[A-Z][\w.& -]{1,38})/)\.?\s")
_SIGNED = re.compile(r"(?:reporting|writing|additional reporting|editing|compiled|reported|written) by .{3,200}", re.IGNORECASE)
_BY = re.compile(r"(?:by|von|par|por)\s+(?P<names>[^\d:;()]{3,150}?)", re.IGNORECASE)
_PERSON = re.compile(
    r"[A-ZÀ-ÞА-Я][\w'’.-]*(?:\s+(?:(?:de|del|der|van|von|da|di|du|la|le|al|el|bin|ibn|and)\s+)*[A-ZÀ-ÞА-Я][\w'’.-]*){1,4}"
)
_BETWEEN = re.compile(r"\s*,\s*|\s+(?:and|und|et|y|&|for|/|\|)\s+|\s*[|/–—]\s*")
MAX_LINE = 220


@cache
def _bare() -> re.Pattern[str]:
    names = furniture.alternatives("agencies")
    return re.compile(rf"[(\[]?(?:—|–|-)?\s?(?P<outlet>{names})[)\]]?\.?")


@cache
def _trailing() -> re.Pattern[str]:
    return re.compile(rf"[.!?”\"]\s*(?P<mark>[(\[](?P<outlet>{furniture.alternatives('agencies')})[)\]])\s*$")


def line(text: str) -> Credit | None:
    """The credit that a whole line is; None when the line is something else, or names nobody.

    >>> line("Source: Newsweek").outlet, line("(AP)").outlet, line("Source close to the talks: they failed.")
    ('Newsweek', 'AP', None)
    """
    if len(text) > MAX_LINE:
        return None
    found = _LINE.fullmatch(text)
    if found:
        outlet = (found["outlet"] or found["first"]).strip()
        return Credit(outlet=outlet, text=text) if len(outlet.split()) <= 7 else None
    found = _bare().fullmatch(text)
    if found:
        return Credit(outlet=found["outlet"], text=text)
    outlets = [part for part in _by(text) if part in furniture.words("agencies")]
    return Credit(outlet=outlets[0], text=text) if outlets else None


def signed(text: str) -> bool:
    """Whether a line only says who reported and edited ("Reporting by A; Editing by B")."""
    return len(text) <= MAX_LINE and _SIGNED.fullmatch(text.strip("()")) is not None


def inside(first: str, last: str) -> Credit | None:
    """The agency marked within the article: in the first paragraph's dateline, or in brackets after the last sentence.

    >>> inside("DALLAS (AP) — A candidate spoke.", "He left.")
    Credit(outlet='AP', text='(AP)')
    """
    found = _DATELINE.match(first[:150]) or _SLASHED.match(first[:150]) or _trailing().search(last[-80:])
    return Credit(outlet=found["outlet"].strip(), text=found["mark"]) if found else None


def dateline(text: str) -> str | None:
    """Place and date with which agencies begin a report's first paragraph; None where it begins otherwise.

    >>> dateline("MOSCOW, April 5, 2018 (Reuters) - A minister spoke."), dateline("A minister spoke.")
    ('MOSCOW, April 5, 2018', None)
    """
    found = _DATELINE.match(text[:150]) or _SLASHED.match(text[:150])
    return found["place"] if found else None


def byline(text: str) -> tuple[str, ...]:
    """Names of a line that says nothing but who wrote the article; empty when it is no such line.

    >>> byline("By Jane Roe and John Q. Public, Reuters"), byline("By force and fraud they won.")
    (('Jane Roe', 'John Q. Public'), ())
    """
    parts = _by(text)
    return tuple(p for p in parts if p not in furniture.words("agencies"))


def is_person(name: str) -> bool:
    """Whether a string has the form of a person's name: two to five capitalised words."""
    return len(name) <= 60 and _PERSON.fullmatch(name) is not None


def _by(text: str) -> list[str]:
    line, mark, rest = text.partition("|")
    found = _BY.fullmatch((line if mark and dates.line_day(rest) else text).strip()) if len(text) <= MAX_LINE else None
    if not found:
        return []
    parts = [p for p in _BETWEEN.split(found["names"].strip()) if p]
    agencies = furniture.words("agencies")
    return parts if all(p in agencies or _PERSON.fullmatch(p) for p in parts) else []
