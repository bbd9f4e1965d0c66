"""Lines that print when an article was published and when it was changed: `Updated: June 9, 2017 | Published: June 8, 2017`."""

import re
from functools import cache

from facta.read import ago, bylines, credit, dates, furniture
from facta.read.dates import Order

_EDGE = " \t\n|·•–—-(/.,;:"
_AND = re.compile(r"\s(?:and|und|et|y|e)\s*$")
"""What stands between the days of publication and of change."""
_UPRIGHT = re.compile(r"\s[|·•]\s")
MAX_LINE = 2 * dates.MAX_LENGTH
"""Characters of a line that prints both days."""

MAX_NAME = 5
"""Words of an author's name."""


@cache
def _bars() -> re.Pattern[str]:
    """What parts the pieces of a line: bars, and blanks before a label such as "Author:"."""
    labels = "|".join((*furniture.phrases("by_labels"), furniture.alternatives("sources")))
    return re.compile(rf"\s+[|·•–—-]\s+|\s+(?=(?:{labels})\s?[:：])", re.IGNORECASE)


@cache
def _labels() -> re.Pattern[str]:
    issued, changed = ("|".join(furniture.phrases(name)) for name in ("issued", "changed"))
    return re.compile(rf"(?<!\w)(?:(?P<changed>{changed})|(?:{issued}))(?!\w)", re.IGNORECASE)


def _pieces(line: str) -> tuple[list[str], list[str], list[str]]:
    """What a line says of the publication, of a change, and without a word for either."""
    line = line[:MAX_LINE]
    found = list(_labels().finditer(line))
    ends = [*(label.start() for label in found[1:]), len(line)]
    told: tuple[list[str], list[str], list[str]] = ([], [], [line[: found[0].start()] if found else line])
    for label, end in zip(found, ends, strict=True) if found else ():
        told[label["changed"] is not None].append(line[label.start() : end])
    issued, changed, rest = ([p for piece in pieces if (p := _AND.sub("", piece).strip(_EDGE))] for pieces in told)
    return issued, changed, rest


def issued(line: str) -> list[str]:
    """The pieces of a line that can tell the day of publication: those that say so, else those that say nothing of a change.

    >>> issued("Updated: June 9, 2017 | Published: June 8, 2017"), issued("June 8, 2017 (updated June 9, 2017)")
    (['Published: June 8, 2017'], ['June 8, 2017'])
    """
    told, _, rest = _pieces(line)
    return [piece for piece in told if any(map(str.isdigit, piece))] or rest


def changed(line: str, order: Order | None = None) -> str | None:
    """The ISO day of a change that a line prints with a word for it.

    >>> changed("Updated: June 9, 2017 | Published: June 8, 2017"), changed("June 8, 2017")
    ('2017-06-09', None)
    """
    return next((day for piece in _pieces(line)[1] if (day := dates.line_day(piece, order))), None)


def day(line: str, order: Order | None = None) -> tuple[str, str] | None:
    """The piece of a line that tells the earliest day of publication, and that day.

    >>> day("Posted on June 9, 2017 | Filed on June 8, 2017"), day("By Ada Lo | 08/06/2017", "day")
    (('Filed on June 8, 2017', '2017-06-08'), ('By Ada Lo | 08/06/2017', '2017-06-08'))
    """
    told = [(piece, day) for piece in pieces(line) if (day := dates.day(piece, order))]
    return min(told, key=lambda one: one[1], default=None)


def pieces(line: str) -> list[str]:
    """The pieces that can tell the day of publication, those between bars too."""
    return [part for piece in issued(line) for part in dict.fromkeys((piece, *_bars().split(piece)))]


def since(line: str, fetched: str | None, *, marked: bool = False) -> tuple[str, str] | None:
    """The piece of a line that says how long ago the article was published, and the date of that.

    fetched: as for `ago.day`. marked: whether the page marks it as a time; else a day's name or a letter for the unit ("Today",
    "2h") counts only behind a word such as "Published".

    >>> since("By Ada Lo | 2 hours ago", "2024-03-14T12:00Z"), since("Posted yesterday", "2024-03-14")
    (('2 hours ago', '2024-03-14'), ('Posted yesterday', '2024-03-13'))
    >>> since("Updated 2 hours ago", "2024-03-14"), since("Today", "2024-03-14"), since("2h", "2024-03-14T12:00Z", marked=True)
    (None, None, ('2h', '2024-03-14'))
    """
    if not fetched or len(line) > MAX_LINE:
        return None
    said, _, rest = _pieces(line)
    found = [(part, True) for piece in said for part in _bars().split(piece)]
    found += [(part, marked or _is_plain(part)) for piece in rest for part in _bars().split(piece)]
    days = ((part, ago.day(part, fetched)) for part, sure in found if sure and ago.is_(part))
    return next(((part, day) for part, day in days if day), None)


_WORD = re.compile(r"[^\W\d_]{2}")


def _is_plain(part: str) -> bool:
    """Whether a time ago can be nothing else: not one word without a figure, nor a figure with one letter ("3D")."""
    return _WORD.search(part) is not None and (" " in part or any(map(str.isdigit, part)))


def today(line: str) -> tuple[str, str] | None:
    """The day that a line says it is, and that as an ISO day, as newsletters begin; only with the day of the week.

    >>> today("Good morning. It’s Friday, June 7, 2024, and this is your briefing.")
    ('Friday, June 7, 2024', '2024-06-07')
    >>> today("It was Friday, June 7, 2024, when they met."), today("It is June 4, 1989.")
    (None, None)
    """
    found = _today().match(line[:MAX_LINE])
    return dates.weekday_first(line[found.end() :]) if found else None


@cache
def _today() -> re.Pattern[str]:
    return re.compile(rf"(?:[^.!?,]{{2,40}}[.!?,]\s+)?(?:{'|'.join(furniture.phrases('todays'))})\s+", re.IGNORECASE)


def is_filed(line: str) -> bool:
    """Whether a line is a day or hour and day behind the name of a section or an outlet.

    >>> is_filed("All News 21:04 March 18, 2024"), is_filed("March 18, 2024"), is_filed("They met on March 18, 2024")
    (True, False, False)
    >>> is_filed("Article updated on March 18, 2024")
    False
    """
    words = line.split() if len(line) <= MAX_LINE and any(map(str.isdigit, line)) else []
    rests = ((n, " ".join(words[n:])) for n in range(1, min(MAX_LABEL + 1, len(words))))
    first = next((n for n, rest in rests if dates.is_date_line(rest) and dates.bare(rest) == rest), 0)
    return first > 0 and all(word[0].isupper() or not word[0].isalpha() for word in words[:first])


MAX_LABEL = 3
"""Words of a section's or an outlet's name before a day."""


def is_stamp(line: str) -> bool:
    """Whether a line is nothing but days and hours of publication and change, and who wrote the article.

    >>> is_stamp("Published 9:14 PM EDT, Thu June 8, 2017 | Updated 10 pm"), is_stamp("By Ada Lo | Updated 14:05")
    (True, True)
    >>> is_stamp("Ada Lo | Ankara | June 8, 2017"), is_stamp("Talks in Ankara | June 8, 2017")
    (True, False)
    >>> is_stamp("Posted by Ada at 10:11 AM"), is_stamp("Posted by Ada at the gate on May 5 was a note.")
    (True, False)
    >>> is_stamp("Updated guidance was sent on June 8, 2017."), is_stamp("By Ada Lo"), is_stamp("14:05")
    (False, False, False)
    """
    if poster(line):
        return True
    rest = beside(line)
    if rest is None:
        return len(line) <= MAX_LINE and any(map(str.isdigit, line)) and credit.is_byline(line)
    if all(credit.is_byline(part) or credit.line(part) for part in rest):
        return True
    timed = sum(map(dates.is_time, _bars().split(line))) > 0  # "Ankara - 8 June 2017 - 19:30"
    parted = timed or _UPRIGHT.search(line) is not None
    return parted and all(map(_is_named, (piece for part in rest for piece in _UPRIGHT.split(part))))


_DATE_BEHIND = re.compile(r"(?P<name>.{3,50}?),\s+(?P<date>.*\d.*)")


def poster(line: str) -> str | None:
    """Who put an article on a page, by a line that tells but that and the day or hour.

    >>> poster("Posted by Ada at June 8, 2017 09:14 AM"), poster("Ada Lo at 09:14 AM")
    ('Ada', None)
    """
    told = bylines.posted(line)
    return (
        told[0] if told and len(told[0].split()) <= MAX_NAME and (dates.is_date_line(told[1]) or dates.is_time(told[1])) else None
    )


def authors(line: str) -> tuple[str, ...]:
    """The persons that a line of authors names, or a part of a line beside its date.

    >>> authors("By Ada Lo"), authors("June 8, 2017 | Harbour Herald | by Ada Lo"), authors("Ada Lo | June 8, 2017")
    (('Ada Lo',), ('Ada Lo',), ())
    """
    return next(filter(None, map(credit.byline, (line, *(beside(line) or ())))), ())


def outlet(line: str) -> str | None:
    """The outlet that a line names beside its date, if the name says that it is one.

    >>> outlet("By Ada Lo | Harbour Herald | June 8, 2017"), outlet("Ankara, 8 June 2017")
    ('Harbour Herald', None)
    """
    if len(line) > MAX_LINE or not any(map(str.isdigit, line)):
        return None
    parts = _bars().split(" ".join(line.split()))
    behind = [m for part in parts if (m := _DATE_BEHIND.fullmatch(part)) and dates.is_date_line(m["date"])]
    if not behind and not any(map(dates.is_date_line, parts)):
        return None
    names = (*parts, *(m["name"] for m in behind))
    return next((name for name in names if furniture.is_("outlets", name) and not furniture.is_("sections", name)), None)


def beside(line: str) -> list[str] | None:
    """What else stands in a line of days and hours; None where it holds no such thing, or prose about it.

    >>> beside("Ada Lo, Ankara | Updated: June 9, 2017"), beside("Ada Lo, Ankara"), beside("Updated rules came June 9, 2017.")
    (['Ada Lo, Ankara'], None, None)
    >>> beside("By Ada Lo | April 13, 2023 | 5 min read")
    ['By Ada Lo']
    >>> beside("15 May 2024 | 05:30 PM | Ankara"), beside("Le 25 mars 2024 à 08h40 par Ada Lo")
    (['Ankara'], ['par Ada Lo'])
    """
    if len(line) > MAX_LINE or not any(map(str.isdigit, line)):
        return None
    if dates.is_date_line(line):
        return []
    if author := _author_behind(line) or _author_before(line):
        return [author]
    parts = _bars().split(" ".join(line.split()))
    kept = [part for part in parts if not furniture.is_("other", part)]
    told, altered, rest = _pieces(" ".join(line.split()) if kept == parts else " | ".join(kept))
    if not all(map(_is_dated, (*told, *altered))):
        return None
    parts = [part for piece in rest for part in _bars().split(piece)]
    others = [part for part in parts if not dates.is_date_line(part) and not ago.is_(part)]
    if not told and not altered and len(others) == len(parts):
        return None
    return [part for part in others if not dates.is_time(part)]


def _author_behind(line: str) -> str | None:
    """Who wrote the article, where that stands behind the day: `June 8, 2017 by Ada Lo`."""
    found = _signed().fullmatch(line)
    return found["by"] if found and dates.is_date_line(found["date"]) and credit.is_byline(found["by"]) else None


def _author_before(line: str) -> str | None:
    """Who wrote the article, where nothing but a blank parts it from the day: `By ADA LO JUNE 8, 2017`."""
    words = line.split() if credit.marks_author(line) else []
    heads = ((" ".join(words[:n]), " ".join(words[n:])) for n in range(2, min(MAX_AUTHORS, len(words))))
    return next((head for head, rest in heads if dates.is_date_line(rest) and credit.is_byline(head)), None)


MAX_AUTHORS = 12
"""Words of "by" and the names behind it before a day."""


@cache
def _signed() -> re.Pattern[str]:
    """A day, and behind it who wrote the article."""
    return re.compile(rf"(?P<date>.*\d.*?)\s+(?P<by>(?:{'|'.join(furniture.phrases('by'))})\s+\S.*)", re.IGNORECASE)


def _is_named(part: str) -> bool:
    """Whether a part between bars is short and all capitals: an author, an agency, a place; or says who wrote."""
    words = part.split()
    if credit.is_byline(part):
        return True
    return len(words) <= MAX_NAME and all(w[0].isupper() or w in ("of", "and", "the") for w in words)


def _is_dated(piece: str) -> bool:
    """Whether a piece with a word like "Updated" tells but a day, an hour, or how long ago, and who did it."""
    author, by_author = bylines.split(piece)
    if author and by_author and len(author.split()) <= MAX_NAME and dates.is_date_line(by_author):
        return True
    rest = dates.bare(piece)
    return dates.is_date_line(piece) or dates.is_time(rest) or ago.is_(rest)
