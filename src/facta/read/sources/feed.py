"""A feed (RSS, Atom, JSON Feed): the pages that an outlet announces, fetched one by one, or the feed's own text of them."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from email.utils import parseaddr, parsedate_to_datetime
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from facta.errors import InputError
from facta.read import credit
from facta.read.raw import Failure, Form, Options, Raw
from facta.read.sources import _listing
from facta.read.sources._given import Given, stating
from facta.read.sources._listing import Link
from facta.values import dates
from facta.values.counts import counted

ORDER = 52
SUFFIXES = ()

MAX_BYTES = 10_000_000
"""Of one feed: the parser needs up to four seconds for a megabyte of hostile markup."""
MAX_AUTHORS = 20
_ROOTS = ("rss", "feed", "RDF")
_RSS1 = (b"//purl.org/rss/1.0", b"//my.netscape.com/rdf")
"""What tells RSS 1.0 and 0.90 from other RDF."""
_JSON = b"//jsonfeed.org/version/"
_END = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def claims(given: Given, options: Options) -> bool:
    """By its first element or the version of a JSON Feed, in a file of that kind or on the web."""
    if given.content is None:
        return False
    head, root = given.opened.head, _listing.root(given)
    if root in _ROOTS:
        return root != "RDF" or any(mark in head for mark in _RSS1)
    return _is_json(given)


def _is_json(given: Given) -> bool:
    head = given.opened.head
    named = given.url is not None or "." not in given.name or given.name.endswith(".json")
    return named and _JSON in head.replace(b"\\/", b"/") and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The page of each entry; InputError for a feed that can't be read or has no entry."""
    data = given.opened.whole(MAX_BYTES, "a feed")
    yield from _listing.follow(_json_links(data, given) if _is_json(given) else _xml_links(data, given), given)


def _xml_links(data: bytes, given: Given) -> Iterator[Link]:
    import feedparser

    # the text is read like any page's, so it needs no sanitising; scripts in it are never run
    # as a stream, since other bytes are tried as the name of a file
    parsed = feedparser.parse(BytesIO(data), response_headers={"content-location": _base(given)}, sanitize_html=False)
    entries, base = parsed.entries, _base(given) or _own_address(parsed.feed)
    cut = b"\0" not in data and not _END.search(data, max(0, len(data) - 4096))  # UTF-16 has zeros
    for entry in entries[:-1] if cut else entries:
        yield _xml_link(entry, parsed.feed, base, given)
    if cut:
        raise InputError(
            f"is cut off in the middle after {counted(max(0, len(entries) - 1), 'entry', 'entries')}, which could be read."
        )
    if not entries:
        raise InputError("is a feed without entries.")


def _base(given: Given) -> str:
    return given.url or ""


def _own_address(feed: Mapping[str, Any]) -> str:
    """Where a feed in a file says that it is found, else where its site is: what relative links count from."""
    own = (link.get("href") for link in feed.get("links", ()) if link.get("rel") == "self")
    return _first_address(*own, feed.get("link"))


def _first_address(*told: object) -> str:
    return next((text for text in told if isinstance(text, str) and _ADDRESS.match(text)), "")


def _absolute(url: str | None, base: str) -> str | None:
    try:
        return urljoin(base, url.strip()) if url else None
    except ValueError:
        return url  # whoever follows it says what is wrong with it


def _written_link(entry: Mapping[str, Any]) -> str | None:
    """The address of an entry's page; an id that is no address is none, though the parser puts it in a link's place."""
    url = entry.get("feedburner_origlink") or entry.get("link") or None
    return None if url == entry.get("id") and not _first_address(url) else url


def _xml_link(entry: Mapping[str, Any], feed: Mapping[str, Any], base: str, given: Given) -> Link:
    contents = [c for c in entry.get("content", ()) if c.get("value")]
    form: Form = "text" if contents and contents[0].get("type") == "text/plain" else "html"
    url = _absolute(_written_link(entry), base)
    # a summary is not the text of its page, but where there is no page it is all there is
    body = contents[0]["value"] if contents else entry.get("summary") if url is None else None
    return _link(
        given,
        url=url,
        key=entry.get("id"),
        title=_plain(entry.get("title")),
        dated=(entry.get("published") or entry.get("updated"), entry),
        outlet=_plain(feed.get("title")),
        authors=_authors(entry) or _authors(feed),
        form=form,
        body=body,
    )


def _authors(said: Mapping[str, Any]) -> list[str]:
    """The authors that an entry, or a feed for all its entries, names."""
    one, several = said.get("author"), said.get("authors")
    if isinstance(one, str) and "@" in one:  # RSS: "jane@news.example (Jane Roe)", whose longer domains the parser cuts in two
        return [name for name in (_plain(parseaddr(one)[0]),) if name]
    people = several if isinstance(several, list) and any(several) else [one]
    told = (person.get("name") if isinstance(person, dict) else person for person in people[:MAX_AUTHORS])
    return [name for text in told if isinstance(text, str) and (name := _plain(text))]


def _json_links(data: bytes, given: Given) -> Iterator[Link]:
    try:
        feed = json.loads(data)
        entries = [entry for entry in feed["items"] if isinstance(entry, dict)]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise InputError(f"is a JSON Feed that can't be read ({type(error).__name__}: {error}); get it again.") from None
    base = _base(given) or _first_address(feed.get("feed_url"), feed.get("home_page_url"))
    for entry in entries:
        said = {name: value for name, value in entry.items() if isinstance(value, str)}
        yield _link(
            given,
            url=_absolute(said.get("url") or said.get("external_url"), base),
            key=said.get("id") or (str(entry["id"]) if isinstance(entry.get("id"), int) else None),
            title=_plain(said.get("title")),
            dated=(said.get("date_published"), {}),
            outlet=_plain(feed.get("title") if isinstance(feed.get("title"), str) else None),
            authors=_authors(entry) or _authors(feed),
            form="html" if said.get("content_html") else "text",
            body=said.get("content_html") or said.get("content_text"),
        )
    if not entries:
        raise InputError("is a feed without entries.")


def _link(
    given: Given,
    *,
    url: str | None,
    key: str | None,
    title: str | None,
    dated: tuple[str | None, Mapping[str, Any]],
    outlet: str | None,
    authors: list[str],
    form: Form,
    body: str | None,
) -> Link:
    """dated: the date as it is written, and the entry as it is parsed."""
    text, byline, published = None, credit.people(authors), _day(*dated)
    if body and body.strip():
        part = key or title or ""
        text = stating(
            Raw(
                source=f"{given.spec}#{part}",
                key_source=given.key_source,
                form=form,
                data=body if form == "text" else _page(body, title).encode("utf-8", "replace"),
                encoding="utf-8" if form == "html" else None,
                id=key,
                title=title,
                published=published,
                outlet=outlet,
                byline=byline,
                problems=_undated(dated[0], published),
            )
        )
    return Link(url=url, title=title, published=published, outlet=outlet, byline=byline, text=text)


def _page(body: str, title: str | None) -> str:
    head = f"<head><title>{html.escape(title or '')}</title></head>"
    return f"<!DOCTYPE html><html>{head}<body><article>{body}</article></body></html>"


def _plain(title: str | None) -> str | None:
    """A title without its markup, on one line."""
    return " ".join(html.unescape(_TAG.sub(" ", title or "")).split())[:1000] or None


def _undated(written: str | None, day: str | None) -> tuple[str, ...]:
    """What is told of a date that is none."""
    if day or not (written or "").strip():
        return ()
    return (f"The feed's date {str(written)[:100]!r} is not understood and left out; --published gives one.",)


def _day(written: str | None, entry: Mapping[str, Any]) -> str | None:
    """The day where it was written, as the page shows it; in the date of a mail's form that is not the day in Greenwich."""
    if clean := dates.clean(written):
        return clean
    try:
        return parsedate_to_datetime(written or "").date().isoformat()
    except (ValueError, TypeError, OverflowError):
        parsed = entry.get("published_parsed") or entry.get("updated_parsed")
        return "{:04}-{:02}-{:02}".format(*parsed[:3]) if parsed else None
