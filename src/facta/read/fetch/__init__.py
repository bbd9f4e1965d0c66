"""Fetches pages from the web as a guest does.

It asks robots.txt first, waits between two requests, asks again only for what has changed, and never follows an address into this
machine or its network.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urljoin, urlsplit, urlunsplit

from facta.errors import InputError
from facta.read.fetch import robots
from facta.read.fetch.cache import Cache, Entry
from facta.read.fetch.connect import Limits, Reply, TransientError, UnreachableError, request, tidy
from facta.read.fetch.hosts import Hosts
from facta.settings import number, text

__all__ = ["Fetched", "Fetcher", "tidy"]

TRIES = 3
MAX_HOPS = 10
MAX_WAIT = 120.0
"""Longest `Retry-After` in seconds that is waited for; beyond it the user is told instead."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRANSIENT = frozenset({408, 429, 500, 502, 503, 504})
_FEEDS = "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9"
_ACCEPT = f"text/html,application/xhtml+xml,{_FEEDS},text/plain;q=0.8,*/*;q=0.1"


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """A page as its server sent it."""

    url: str
    """Where it was found in the end, redirects followed."""
    content_type: str | None = None
    coding: str | None = None
    """The Content-Encoding its body is still in."""
    body: bytes = b""
    date: str | None = None
    """When its server made it, or else when it came, as ISO timestamp."""


def _introduction(agent: str, contact: str) -> dict[str, str]:
    """Who asks, and where that one can be reached, as programs are to say it (RFC 9110, 10.1.2 and 10.1.5).

    >>> _introduction("facta/0.1 (obeys robots.txt)", "ada@example.org")
    {'User-Agent': 'facta/0.1 (obeys robots.txt; +ada@example.org)', 'From': 'ada@example.org'}
    """
    if not contact:
        return {"User-Agent": agent}
    named = f"{agent[:-1]}; +{contact})" if agent.endswith(")") else f"{agent} (+{contact})"
    return {"User-Agent": named, **({"From": contact} if "@" in contact and "/" not in contact else {})}


class Fetcher:
    """Fetches one page after the other; remembers each host's rules and when it was asked last.

    allow_private: also fetch from addresses that the internet doesn't reach; for servers of one's own, never set by a page.
    cache: folder of the pages kept.
    delay: seconds between requests to a host; the setting `fetch_delay` by default, as the others have theirs.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        cache: Path | None = None,
        delay: float | None = None,
        timeout: float | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._limits = Limits(
            timeout=number("fetch_timeout") if timeout is None else timeout,
            max_bytes=int(number("max_bytes")),
            allow_private=allow_private,
        )
        self._delay = number("fetch_delay") if delay is None else delay
        self._agent, self._contact = text("user_agent"), text("contact").strip()
        self._cache, self._hosts = Cache(cache), Hosts(sleep)
        self._rules: dict[str, robots.Rules | str] = {}

    def get(self, url: str) -> Fetched:
        """The page at an address. Raises InputError, one line for a person, where there is none to be had."""
        return self._follow(tidy(url), self._page)

    def _follow(self, url: str, ask: Callable[[str], Fetched | str]) -> Fetched:
        """What `ask` brings, from wherever it says that it has moved; every address on the way is checked like the first."""
        for _ in range(MAX_HOPS):
            answer = ask(url)
            if isinstance(answer, Fetched):
                return answer
            url = tidy(urljoin(url, answer))
        raise InputError(f"leads on more than {MAX_HOPS} times, last to {url}.")

    def _page(self, url: str) -> Fetched | str:
        rules, parts = self._rules_of(url), urlsplit(url)
        if not rules.allows(urlunsplit(("", "", parts.path, parts.query, ""))):
            raise InputError(f"is closed to programs by {parts.netloc}/robots.txt; save the page in a browser and give the file.")
        known = self._cache.get(url)
        reply = self._ask(url, {"Accept-Encoding": "gzip", **(known.conditions() if known else {})}, rules.delay)
        if reply.status == HTTPStatus.NOT_MODIFIED and known:
            return Fetched(url=url, content_type=known.content_type, coding=known.coding, body=known.body, date=known.date)
        answer = _answer(url, reply)
        if isinstance(answer, Fetched) and "no-store" not in reply.headers.get("Cache-Control", ""):
            self._keep(answer, reply)
        return answer

    def _keep(self, page: Fetched, reply: Reply) -> None:
        self._cache.put(
            Entry(
                url=page.url,
                etag=reply.headers.get("ETag"),
                modified=reply.headers.get("Last-Modified"),
                content_type=page.content_type,
                coding=page.coding,
                body=page.body,
                date=page.date,
            )
        )

    def _rules_of(self, url: str) -> robots.Rules:
        """The host's rules, asked for once; as RFC 9309 has it, none when there are none, everything closed when it can't say."""
        parts = urlsplit(url)
        origin = urlunsplit((parts.scheme, parts.netloc, "", "", ""))
        if origin not in self._rules:
            self._rules[origin] = self._fetch_rules(origin)
        rules = self._rules[origin]
        if isinstance(rules, str):
            raise InputError(rules)
        return rules

    def _fetch_rules(self, origin: str) -> robots.Rules | str:
        def ask(url: str) -> Fetched | str:
            reply = self._ask(url, {"Accept-Encoding": "identity"}, 0.0)
            missing = HTTPStatus.BAD_REQUEST <= reply.status < HTTPStatus.INTERNAL_SERVER_ERROR
            return Fetched(url=url) if missing else _answer(url, reply)

        try:
            body = self._follow(f"{origin}/robots.txt", ask).body
        except UnreachableError as error:
            return str(error)
        except InputError as error:
            return f"is left alone, since {origin}/robots.txt {error}"
        return robots.parse(body[: robots.MAX_BYTES].decode("utf-8", "replace"), self._agent.partition("/")[0].strip())

    def _ask(self, url: str, headers: Mapping[str, str], delay: float) -> Reply:
        """One answer, asked for up to TRIES times while the fault may pass."""
        host = urlsplit(url).netloc
        for attempt in range(TRIES):
            self._hosts.wait(host, max(delay, self._delay))
            pause = 2.0**attempt
            try:
                reply = request(url, {**_introduction(self._agent, self._contact), "Accept": _ACCEPT, **headers}, self._limits)
            except TransientError as fault:
                why = str(fault)
            else:
                if reply.status not in _TRANSIENT:
                    self._hosts.answered(host)
                    return reply
                why, pause = _said(reply.status), max(pause, _retry_after(reply))
            if pause > MAX_WAIT:
                self._hosts.close(host, pause)
                raise InputError(f"{why} and asks to come back in {pause:.0f} seconds.")
            if attempt < TRIES - 1:
                self._hosts.sleep(pause)
        self._hosts.failed(host)
        raise InputError(f"{why}, {TRIES} times.")


def _answer(url: str, reply: Reply) -> Fetched | str:
    """The page, or the address it has moved to."""
    if reply.status in _REDIRECTS and reply.headers.get("Location"):
        return reply.headers["Location"]
    if reply.status != HTTPStatus.OK:
        raise InputError(f"{_said(reply.status)}.")
    return Fetched(
        url=url,
        content_type=reply.headers.get("Content-Type"),
        coding=reply.headers.get("Content-Encoding"),
        body=reply.body,
        date=_made(reply),
    )


def _made(reply: Reply) -> str:
    """When an answer was made by its server's clock, which a cache on the way keeps; by ours where it does not say."""
    try:
        return parsedate_to_datetime(reply.headers.get("Date", "")).isoformat()
    except (ValueError, TypeError, OverflowError):
        return datetime.now(UTC).isoformat(timespec="seconds")


def _said(status: int) -> str:
    """How a status is told to a person."""
    phrase = f" {HTTPStatus(status).phrase}" if status in set(HTTPStatus) else ""
    return f"answered {status}{phrase}"


def _retry_after(reply: Reply) -> float:
    value = reply.headers.get("Retry-After", "").strip()
    try:
        return float(value) if value.isdigit() else parsedate_to_datetime(value).timestamp() - time.time()
    except (ValueError, TypeError, OverflowError):
        return 0.0
