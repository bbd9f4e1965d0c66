"""Whether a page's numeric dates name the day or the month first: they share one order, and something on the page mostly decides.

Another date that can be read in only one way decides, else a day that the page tells otherwise, else time zones and language.
"""

import re
from collections.abc import Collection, Iterable
from functools import cache

from facta.read import dates
from facta.read.dates import Order
from facta.values.datafile import load
from facta.values.dates import first_day, precision

NEAR = 2
"""Days by which the same day may differ where one of the two is told in UTC."""
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_]([a-z]{2}))?(?:[-_.@].*)?", re.IGNORECASE)


def of(lines: Collection[str], language: str | None = None, known: Collection[str] = ()) -> Order | None:
    """The order that dates printed in some lines share; None where nothing decides, or they contradict each other.

    language: a tag as pages declare it (`en-US`).
    known: ISO days and months that the page tells otherwise.

    >>> of(["06/08/2017", "Updated: 06/13/2017"]), of(["06/08/2017 4:15 PM ET"]), of(["06/08/2017"], "en-GB")
    ('month', 'month', 'day')
    >>> of(["06/08/2017"], known=["2017-06-08"]), of(["06/08/2017"])
    ('month', None)
    """
    told = set[Order]().union(*map(dates.sure_orders, lines)) or {o for line in lines if (o := beside(line, known))}
    if told:
        return next(iter(told)) if len(told) == 1 else None
    zone, region = _zoned(lines), of_language(language)
    if zone is None or (zone == "month" and region == "day"):
        return region if zone is None else None
    return zone


def beside(text: str, known: Iterable[str]) -> Order | None:
    """The order in which a date that could be read in both is, within a day or two, one of the days or months known.

    >>> beside("06/08/2017", ["2017-06-09"]), beside("06/08/2017", ["2017-08"]), beside("06/08/2017", ["2018-01-01"])
    ('month', 'day', None)
    """
    days = dates.readings(text)
    fits = [any(_fits(day, iso) for iso in known) for day in days]
    if len(fits) != 2 or fits[0] == fits[1]:
        return None
    return "day" if fits[0] else "month"


def _fits(day: str, iso: str) -> bool:
    if precision(iso) != "day":
        return precision(iso) == "month" and day.startswith(iso)
    return abs((first_day(day) - first_day(iso)).days) <= NEAR


def of_language(tag: str | None) -> Order | None:
    """The order that is usual where a page is from, by its language tag.

    >>> of_language("en-US"), of_language("en_GB"), of_language("fr"), of_language("en"), of_language("en-CA")
    ('month', 'day', 'day', None, None)
    """
    found = _TAG.fullmatch((tag or "").strip())
    if not found:
        return None
    language, region = found[1].lower(), (found[2] or "").upper()
    if region in _words("month_first"):
        return "month"
    return None if region in _words("either") or (not region and language in _words("languages_either")) else "day"


def _zoned(lines: Iterable[str]) -> Order | None:
    named = {found[1] for line in lines for found in _zones().finditer(line[: 4 * dates.MAX_LENGTH])}
    orders: set[Order] = {"month" if zone in _words("zones_month") else "day" for zone in named}
    return next(iter(orders)) if len(orders) == 1 else None


@cache
def _zones() -> re.Pattern[str]:
    names = "|".join((*_words("zones_month"), *_words("zones_day")))
    return re.compile(rf"\d(?:[:.h]\d\d|\s?[aApP]\.?\s?[mM]\.?)\s?(?:[aApP]\.?\s?[mM]\.?)?\s?\(?({names})\b")


def _words(name: str) -> frozenset[str]:
    return load("facta.read", "order.toml", dict[str, frozenset[str]])[name]
