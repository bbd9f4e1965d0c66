"""Author and date of a post where a platform prints both in one line ("Submitted by NAME on DATE"); words in `bylines.toml`."""

import re
from functools import cache

from facta.read import furniture
from facta.values.datafile import Form, Words, load

MAX_LINE = 300
"""A longer line is no heading; not reading it bounds the time a hostile page can cost."""
_PUNCTUATION = " \t\n,;:.·•|/–—-"


def split(line: str) -> tuple[str | None, str | None]:
    """Author and date of a heading that marks up neither.

    >>> split("Submitted by Ada Lo (not verified) on Fri, 04/04/2008 - 10:11.")
    ('Ada Lo', 'Fri, 04/04/2008 - 10:11')
    >>> split("Fri, 04/04/2008 - 10:11 — Ada Lo"), split("5 mars 2009, par Ada"), split("Ada")
    (('Ada Lo', 'Fri, 04/04/2008 - 10:11'), ('Ada', '5 mars 2009'), (None, None))
    """
    line = " ".join(line.split())
    if len(line) > MAX_LINE:
        return None, None
    if found := _pattern("heading").match(line):
        return name(found["name"]), date(found["date"])
    before, dash, after = line.partition(" — ")
    if not dash and (last := list(_pattern("by").finditer(line))):
        before, after = line[: last[-1].start()], line[last[-1].end() :]
    return (name(after), date(before)) if after and _has_digit(before) else (None, None)


def posted(line: str) -> tuple[str, str] | None:
    """Who put an article on a page, and the day or hour: a line that says nothing else.

    >>> posted("Posted by Ada at 10:11 AM"), posted("Submitted by Ada Lo on Fri, 04/04/2008"), posted("Posted by Ada")
    (('Ada', '10:11 AM'), ('Ada Lo', 'Fri, 04/04/2008'), None)
    """
    line = " ".join(line[: MAX_LINE + 1].split())
    found = _pattern("posted").fullmatch(line) if len(line) <= MAX_LINE else None
    return (found["name"], found["date"]) if found else None


def date(text: str) -> str | None:
    """A date as written, without the words and signs that tie it to what stands around it.

    >>> date(", le lundi 29 octobre 2012 à 15h46."), date(" a répondu le mardi 30 octobre 2012"), date("3 days ago"), date("says")
    ('lundi 29 octobre 2012 à 15h46', 'mardi 30 octobre 2012', '3 days ago', None)
    """
    text = " ".join(text.split()).strip(_PUNCTUATION)
    digit = re.search(r"\d", text)
    if digit is None or len(text) > MAX_LINE:
        return None
    tie = _pattern("on").search(text, 0, digit.start())
    begins = tie is not None and tie.start() == 0 and text[0].isupper()  # "Le 5 mars": the date's own word, tied to nothing
    return text if tie is None or begins else text[tie.end() :]


def beside(line: str, author: str | None) -> str | None:
    """The date of a heading whose author is known: what stands after the name, else what stands before it.

    >>> beside("Soumis par Ada, le 29 octobre 2012", "Ada"), beside("5 mars 2009, 12:34, par Ada", "Ada")
    ('29 octobre 2012', '5 mars 2009, 12:34')
    """
    line = " ".join(line.split())
    if len(line) > MAX_LINE:
        return None
    if not author or author not in line:
        return split(line)[1] or date(line)
    before, _, after = line.partition(author)
    return date(_pattern("unverified").sub("", after)) or (
        date(_pattern("by_last").sub("", before)) if _has_digit(before) else None
    )


def name(text: str) -> str | None:
    """An author's name without "said..." after it and without a remark that nobody has proved it.

    >>> name("Ada Lo said..."), name("Ben hat gesagt…"), name("Cem (not verified)"), name("Ada"), name(" ")
    ('Ada Lo', 'Ben', 'Cem', 'Ada', None)
    """
    text = " ".join(text.split())[:MAX_LINE]
    return _pattern("unverified").sub("", _pattern("said").sub("", text)).strip(" ,:·•|—") or None


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


class _Small(Form, frozen=True):
    by: Words
    on: Words
    said: Words
    unverified: Words
    posted: Words


@cache
def _pattern(name: str) -> re.Pattern[str]:
    small = load("facta.read", "bylines.toml", _Small)
    lists = (small.by, small.on, small.said, small.unverified, small.posted)
    by, on, said, unverified, posted = ("|".join(sorted(map(re.escape, words), key=len, reverse=True)) for words in lists)
    return re.compile(
        {
            "heading": rf"(?:\D{{0,60}}?\s)?(?:{by})\s+(?P<name>\S.*?),?\s+(?:{on})\s+(?P<date>.*\d.*)$",
            "on": rf"(?:(?<=\s)|^)(?:{on})\s+(?!y a\b)",  # "il y a 3 jours" is a date
            "by": rf"(?<=[\s,])(?:{by})\s+",
            "by_last": rf"[\s,]+(?:{by})\s*$",
            "said": rf"(?<=\S)\s+(?:{said}|{furniture.alternatives('says')})\s*(?:…|\.\.\.|:)*$",
            "posted": rf"(?:{posted})\s*:?\s+(?P<name>\S.{{0,58}}?),?\s+(?:{on})\s+(?P<date>.*\d.*)",
            "unverified": rf"\s*\((?:{unverified})\)",
        }[name],
        re.IGNORECASE,
    )
