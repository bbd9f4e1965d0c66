"""Where an article came from and who wrote it, as its own lines say: "Source: Newsweek", "(AP)", "By Jane Roe, Reuters"."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice

from facta.read import calendar, dates, furniture, markup
from facta.records import Credit

_OUTLET = r"(?P<outlet>[^\s\d.,:;(][^:;()\n]{0,58}?)"
_DATELINE = re.compile(
    r"(?P<place>[A-Z][^\s(][^()\n]{0,70}?)\s(?P<mark>\((?P<outlet>[A-Z][\w.&/ -]{0,38})\))\s*(?:[-–—―]+|:)\s",
)
_SLASHED = re.compile(r"(?P<place>[A-Z][^/()\n]{1,70}?)[.,]?\s(?P<mark>/(?P<outlet>[A-Z][\w.& -]{1,38})/)\.?\s")
_SIGNED = re.compile(
    r"(?:reporting|writing|additional reporting|editing|compiled|reported|written) by .{3,200}"
    r"|.{5,150} contributed (?:reporting|to this (?:report|story|article))\b.{0,60}",
    re.IGNORECASE,
)
_NAMES = re.compile(r"[^\d:;()]{2,150}")
_FROM = re.compile(
    r"(?<=\w),? (?:in|from|at|aus|à|au|en|desde) (?:the )?[A-ZÀ-Þ][\w'’-]*(?:[ -][A-ZÀ-Þ][\w'’-]*){0,3}(?:, (?:[A-Z]\.){2,3})?"
    r"(?=$|[,;|/&–—]|\s(?:and|und|et|y|&|[|/–—])\s)"
)
"""Where an author writes from."""
_PARTICLES = frozenset("de del den der dos van von zu da di du la le al el bin ibn ben".split())  # noqa: SIM905
_NAME = re.compile(r"[^\W\d_][\w'’.-]*")
_PLACE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}(?:,\s[A-Z][\w.'-]{1,20}(?:\s[A-Z][\w.'-]{1,20})?)??)"
    r"(?:,\s(?P<date>[^(\n]{3,24}?))?(?:\s\([A-Z][\w.&/ -]{0,38}\))?\s?(?:--+|[–—―]|(?<=\s)-)\s?(?=[A-ZÀ-Þ\d“\"‘'«])"
)
_SHORT_BY = re.compile(r"(?:di|door)\s+", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*[,،、]\s*(?:(?:and|und|et|y)\s+)?|\s+(?:and|und|et|y|и|та|ve|og|och|और|&|/|\|)\s+|\s*[|/–—]\s*|\s+-\s+"
)
_FOR = re.compile(r"\s+(?:for|via)\s+", re.IGNORECASE)
"""What stands before the outlet or agency that somebody wrote for."""
MAX_LINE = 300


_AFTER = (
    r"(?:,? (?:on|am|le|el|il) [^.]{4,30}|,? (?:and (?:is|was|has)|under|where|as part of|with|here) .{0,120}"
    r"|(?<=[^\W\d_]{3})\. .{0,140})?\.?"
)
"""What may follow an outlet's name: a day, terms, an invitation to read the original."""


@cache
def _line() -> re.Pattern[str]:
    phrases = "|".join(f"(?:{p})" for p in furniture.phrases("first_appeared"))
    first = _OUTLET.replace("outlet", "first")
    verb_last = _OUTLET.replace("outlet", "german")
    return re.compile(
        rf"(?:{furniture.alternatives('sources')})\s?[:：]\s?{_OUTLET}\.?"
        rf"|(?:dieser|der) (?:artikel|text|beitrag) (?:ist|wurde) (?:zuerst|zunächst|ursprünglich) (?:in|im|bei|auf)"
        rf" (?:der |dem )?{verb_last} (?:erschienen|veröffentlicht(?: worden)?)\.?"
        rf"|(?:{phrases}) {first}{_AFTER}",
        re.IGNORECASE,
    )


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
    found = _line().fullmatch(text)
    if found:
        outlet = (found["outlet"] or found["german"] or found["first"]).strip()
        return Credit(outlet=outlet, text=text) if len(outlet.split()) <= 7 and not dates.is_date_line(outlet) else None
    found = _bare().fullmatch(text)
    if found:
        return Credit(outlet=found["outlet"], text=text)
    outlets = [part for part in _by(text) or [text] if is_agency(part)]
    return Credit(outlet=outlets[0], text=text) if outlets else None


def signed(text: str) -> bool:
    """Whether a line only says who reported and edited ("Reporting by A; Editing by B")."""
    return len(text) <= MAX_LINE and _SIGNED.fullmatch(text.strip("()")) is not None


def inside(first: str, last: str) -> Credit | None:
    """The agency marked within the article: in the first paragraph's dateline, or in brackets after the last sentence.

    >>> inside("DALLAS (AP) — A candidate spoke.", "He left.")
    Credit(outlet='AP', text='(AP)')
    """
    found = _agency_dateline(first) or _trailing().search(last[-80:])
    return Credit(outlet=found["outlet"].strip(), text=found["mark"]) if found else None


def dateline(text: str) -> str | None:
    """Place and date with which agencies begin a report's first paragraph; None where it begins otherwise.

    >>> dateline("MOSCOW, April 5, 2018 (Reuters) - A minister spoke."), dateline("A minister spoke.")
    ('MOSCOW, April 5, 2018', None)
    """
    found = _agency_dateline(text)
    return found["place"] if found else None


def _agency_dateline(text: str) -> re.Match[str] | None:
    """The dateline of an agency; a label in capitals is no place: `QUESTION (Reuters): Minister, ..`."""
    found = _DATELINE.match(text[:150]) or _SLASHED.match(text[:150])
    return None if found and _labelled(found["place"]) else found


def _labelled(place: str) -> bool:
    return any(word in furniture.words("labels") for word in re.findall(r"[^\W\d_]+", place))


def place(text: str, year: str | None = None) -> tuple[str, str | None, int] | None:
    """Place, day and length of the dateline of any report, by an agency or not; `year` completes a day told without one.

    >>> place("MOSCOW, April 5, 2018 (Reuters) - A minister spoke."), place("KYIV, 3 March – He spoke.", "2022")
    (('MOSCOW', '2018-04-05', 33), ('KYIV', '2022-03-03', 15))
    >>> place("UPDATE - He spoke."), place("Moscow - A minister spoke.")
    (None, None)
    """
    start = text[:150]
    marked = _agency_dateline(start)
    if marked:
        name, _, rest = marked["place"].partition(",")
        day = dates.day(rest) or (dates.day(f"{rest} {year}") if year and rest else None)
        told = any(map(str.isdigit, rest))
        return (name if told else marked["place"]), day, len(marked.group().rstrip())
    found = _PLACE.match(start)
    if not found or _labelled(found["place"]):
        return None
    day = (dates.day(found["date"]) or (dates.day(f"{found['date']} {year}") if year else None)) if found["date"] else None
    if found["date"] and not day and any(c.isdigit() for c in found["date"]) and year:
        return None
    return found["place"], day, len(found.group().rstrip())


def byline(text: str) -> tuple[str, ...]:
    """Names of a line that says nothing but who wrote the article; empty when it is no such line.

    >>> byline("By Jane Roe and John Q. Public, Reuters"), byline("By force and fraud they won.")
    (('Jane Roe', 'John Q. Public'), ())
    >>> byline("Par Zoé Roy, le 31 janvier 2022 à 18h20"), byline("作者：王小明")
    (('Zoé Roy',), ('王小明',))
    """
    return tuple(p for n, p in enumerate(_by(text)) if is_person(p) and not (n and furniture.is_("outlets", p)))


def signs(line: str, below: str) -> bool:
    """Whether a line is a person's name and the next one says what that one does.

    >>> signs("Priya Rao", "Delhi correspondent"), signs("Priya Rao", "Ministers met in Delhi")
    (True, False)
    """
    short = len(line) <= MAX_NAME and len(below) <= MAX_NAME and below[:1].isupper() and len(below.split()) <= MAX_TITLE
    return short and is_person(line) and furniture.is_("job_titles", below)


MAX_TITLE = 5
"""Words of a line under a name that says what its bearer does."""


def is_byline(text: str) -> bool:
    """Whether a line says nothing but who wrote the article, be it a desk.

    >>> is_byline("By Jane Roe, Middle East Editor"), is_byline("By staff and agencies"), is_byline("By force they won.")
    (True, True, False)
    >>> is_byline("Words by Jane Roe in London"), is_byline("Jane Roe and agencies"), is_byline("Jane Roe and Ada Lo")
    (True, True, False)
    """
    return bool(_by(text))


def marks_author(text: str) -> bool:
    """Whether a line begins with a word such as "by"."""
    return _by_words().match(text) is not None


def is_title(text: str) -> bool:
    """Whether a line is nothing but what its author does, or the desk, as it stands under a name.

    >>> is_title("Middle East Editor"), is_title("Our correspondent in Ankara"), is_title("Gunmen kill embassy staff")
    (True, True, False)
    """
    if not furniture.is_("job_titles", text):
        return False
    small = (w for w in text.split() if not w[0].isupper())
    return text.casefold().startswith("our ") or all(len(w) <= MAX_PARTICLE for w in small)


MAX_PARTICLE = 3
"""Letters of the words that are written small among capitals: "in", "and"."""


def is_agency(name: str) -> bool:
    """Whether a name is an agency's, as known or by its form.

    >>> is_agency("Reuters"), is_agency("Nile Press Agency"), is_agency("the press agency"), is_agency("Jane Roe")
    (True, True, False, False)
    """
    if name in furniture.words("agencies"):
        return True
    capital = (w[0].isupper() for w in name.split() if w not in _PARTICLES)
    return furniture.is_("agency_forms", name) and all(capital)


def is_person(name: str) -> bool:
    """Whether a string has the form of a person's name: two to five words with a capital, particles apart.

    >>> is_person("Žofia van der Łaba"), is_person("Staff reporter"), is_person("Ada has written since 1999.")
    (True, False, False)
    >>> is_person("Staff Writer"), is_person("Middle East Editor"), is_person("Nile Press Agency")
    (False, False, False)
    >>> is_person("王小明"), is_person("أحمد سالم"), is_person("两国外长在曼谷会晤")
    (True, True, False)
    """
    if len(name) > MAX_NAME:
        return False
    if name and not _CASED.search(name):
        return _WITHOUT_CASE.fullmatch(name) is not None
    words = name.split()
    own = [w for w in words if w not in _PARTICLES]
    formed = 2 <= len(own) <= 5 and words[0] == own[0] and words[-1] == own[-1] and all(map(_capital, own))
    return formed and not furniture.is_("job_titles", name) and not is_agency(name)


MAX_NAME = 60
"""Characters of a person's name."""
_CASED = re.compile(r"[A-Za-zÀ-ɏͰ-ԯა-ჿԱ-և\d]")
_WITHOUT_CASE = re.compile(
    rf"[{markup.HAN}]{{2,4}}|[{markup.HAN}]{{1,3}}[ \u3000][{markup.HAN}]{{1,3}}|[가-힣]{{2,4}}"
    rf"|(?:(?![{markup.WIDE}]){calendar.LETTER}){{2,15}}(?: (?:(?![{markup.WIDE}]){calendar.LETTER}){{2,15}}){{1,3}}"
)
"""A name in a script without capitals: two to four characters, or as many words."""


def _capital(word: str) -> bool:
    return _NAME.fullmatch(word) is not None and word[0].isupper()


def names(text: str) -> tuple[str, ...]:
    """The persons in a list of authors as pages write it in one string; empty where it holds anything else.

    >>> names("Jane Roe, John Q. Public and Reuters"), names("Our staff")
    (('Jane Roe', 'John Q. Public'), ())
    """
    told = text[:MAX_LINE].strip()
    marked = _by_words().match(told) or _SHORT_BY.match(told)
    parts = _parts(_FROM.sub("", told[marked.end() :] if marked else told))
    people = tuple(dict.fromkeys(p for p in parts if not is_agency(p) and not furniture.is_("job_titles", p)))
    return people if all(map(is_person, people)) else ()


def people(declared: Iterable[str]) -> tuple[str, ...]:
    """The persons among declared authors, each once; the rest are biographies, addresses, desks.

    >>> people(["By Jane Roe and Ada Lo", "Newsroom", "https://social.example/jane", "Ada Lo"])
    ('Jane Roe', 'Ada Lo')
    """
    told = (name.strip() for text in declared for name in (names(text) or (text,)))
    return tuple(dict.fromkeys(name for name in told if is_person(name)))


def _by(text: str) -> list[str]:
    """Whom a line of authors names, persons and desks, without the places they write from; empty for other lines.

    Without a word such as "by" there are persons first, and an agency or a desk is among those after them.
    """
    if len(text) > MAX_LINE:
        return []
    line, *rest = (part.strip() for part in text.split("|"))
    told = line if all(map(_is_beside, rest)) else text.strip()
    marked = _by_words().match(told)
    named = _undated(told[marked.end() :]) if marked else told
    if not _NAMES.fullmatch(named):
        return []
    if marked and (placed := _PLACED.fullmatch(named)) and not _is_desk(placed["place"]):
        named = placed["names"]
    parts = [name for p in _parts(_FROM.sub("", named)) for name in _joined(p)]
    if marked and len(parts) > 1 and _capital(parts[-1]) and is_person(parts[0]) and not _is_desk(parts[-1]):
        parts.pop()  # the place alone: "By Jane Roe, London"
    known = [_is_desk(p) or (n > 0 and marked is not None and furniture.is_("outlets", p)) for n, p in enumerate(parts)]
    signed = marked or (len(parts) > 1 and is_person(parts[0]) and any(known))
    return parts if signed and all(desk or is_person(p) for desk, p in zip(known, parts, strict=True)) else []


def _parts(named: str) -> list[str]:
    """The names of a list; for whom they wrote is one of them only where it is an agency: "Jane Roe for Reuters"."""
    told, *outlets = _FOR.split(named, maxsplit=1)
    return [*filter(None, _BETWEEN.split(told)), *filter(_is_desk, outlets)]


_ENDS = re.compile(r"\s*[,·•|–—]\s+|\s+-\s+|\s+(?=on\s)")
MAX_ENDS = 8


def _undated(named: str) -> str:
    """What a line of authors says before its date: "Jane Roe, May 5, 2021"."""
    ends = islice(_ENDS.finditer(named), MAX_ENDS) if any(map(str.isdigit, named)) else ()
    told = next((named[: end.start()] for end in ends if dates.is_date_line(named[end.end() :])), named)
    before, _, last = told.rpartition(" ")
    dated = told != named and last.casefold() in calendar.weekdays() and names(before.rstrip(" ,"))  # "Sun" is a surname too
    return before.rstrip(" ,") if dated else told


_PLACED = re.compile(r"(?P<names>[^—–]{3,120}?)\s+[—–-]\s+(?P<place>[^—–]{2,40})")
"""Authors, and behind a dash where they write from."""


def _joined(part: str) -> list[str]:
    """Two names between which an "e" stands, which is also a part of names: "Ana Rosa e Rui Reis", "Rui Costa e Silva"."""
    names_ = part.split(" e ")
    return names_ if len(names_) > 1 and all(map(is_person, names_)) else [part]


def _is_beside(part: str) -> bool:
    """Whether a part of a line of authors says but when or where the article was published, or how long it takes to read."""
    return dates.line_day(part) is not None or furniture.is_("other", part) or furniture.is_("outlets", part)


def _is_desk(name: str) -> bool:
    return is_agency(name) or furniture.is_("job_titles", name)


@cache
def _by_words() -> re.Pattern[str]:
    words, labels = ("|".join(furniture.phrases(name)) for name in ("by", "by_labels"))
    return re.compile(rf"(?:(?:{words})\s+|(?:{labels})\s*[:：]\s*)", re.IGNORECASE)
