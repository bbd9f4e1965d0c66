"""Pages saved out of a web archive (the Wayback Machine and its like): the address they had, and when they were captured."""

import re
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from lxml import html

from facta.read import markup

_CAPTURE = re.compile(
    r"(?:https?://[^/\s]+)?/(?:(?:[\w.-]+/){0,3}(\d{14}|\d{4}\.\d\d\.\d\d-\d{6})|(?:web|wayback)/(\d{4,13}))(?:[a-z]{2}_)?"
    r"/(https?):/{1,2}([^/\s].*)",
    re.IGNORECASE,
)
"""Every web archive puts the original address behind the moment of its capture: `/web/20180403101112/https://..`."""
_REPLAYED = re.compile(r"__wm\.wombat\(\s*\"(https?://[^\"\s]+)\"\s*,\s*\"(\d{14})\"")
"""What the Wayback Machine writes into a page for its own script."""
_BARS = ("wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato")
"""Ids of what the Wayback Machine puts above a page."""
WHOLE = 14
"""Digits of a moment told to the second; of fewer the archive takes whatever capture is nearest."""
MAX_LINKS = 10_000
"""Links of a page that get back their own addresses."""
MAX_ADDRESS = 4_000


class Capture(NamedTuple):
    """A page as a web archive has it."""

    address: str
    """Of the page itself."""
    at: str | None
    """When it was captured, as an ISO timestamp; None where the archive's address tells it only in part."""


def of(address: str | None) -> Capture | None:
    """What a web archive's address of a page leads to; None for any other address.

    >>> of("https://web.archive.org/web/20180403101112/https://news.example/visit")
    Capture(address='https://news.example/visit', at='2018-04-03T10:11:12Z')
    >>> of("https://archive.example/2018.04.03-101112/http:/news.example/").address
    'http://news.example/'
    >>> of("https://news.example/2018/04/visit"), of("https://news.example/login?to=https://news.example/")
    (None, None)
    """
    found = _CAPTURE.fullmatch((address or "").strip()[: MAX_ADDRESS + 1])
    return Capture(f"{found[3]}://{found[4]}", _moment(found[1] or found[2])) if found else None


def _moment(stamp: str) -> str | None:
    digits = re.sub(r"\D", "", stamp)
    try:
        return f"{datetime.strptime(digits, '%Y%m%d%H%M%S').isoformat()}Z" if len(digits) == WHOLE else None
    except ValueError:
        return None


def restore(tree: html.HtmlElement, known: Capture | None = None) -> Capture | None:
    """What a page says of its capture; its links then lead where they led before, and the archive's bar is gone.

    known: what the address by which it was fetched says of it.
    """
    capture = known or _told(tree)
    if capture is None:
        return None
    for element in islice(tree.iter("a", "link", "meta"), MAX_LINKS):
        for name in ("href", "content"):
            if linked := of(element.get(name)):
                element.set(name, linked.address)
    markup.cut(*(e for e in tree.iter("div") if e.get("id") in _BARS))
    return capture


def _told(tree: html.HtmlElement) -> Capture | None:
    declared = [e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    declared += [e.get("content") for e in tree.iter("meta") if e.get("property") == "og:url"]
    scripts = (_REPLAYED.search(e.text) for e in tree.iter("script") if e.text and "__wm" in e.text)
    replayed = next(filter(None, scripts), None)
    if replayed:
        return Capture(replayed[1], _moment(replayed[2]))
    return next(filter(None, map(of, declared)), None)
