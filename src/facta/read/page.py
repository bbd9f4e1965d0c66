"""One raw input to one Reading: article and thread told apart, every offset true; later rooms fill the rest."""

import re
from dataclasses import replace
from typing import NoReturn

from facta import settings
from facta.errors import InputError
from facta.read import archived, encoding, plain, posts, stamps
from facta.read.archived import Capture
from facta.read.draft import BARRED, Draft
from facta.read.raw import Raw
from facta.records import READ, Page, Paragraph, Problem, Reading, Stamp
from facta.values import dates
from facta.values.counts import counted
from facta.values.ident import ident


def read_page(raw: Raw) -> Reading:
    """The page and thread of a raw input; quotes, events and actors are left to later rooms.

    Raises InputError, one line for a person, where there is no page: empty, binary, too large, neither article nor thread.
    A page that shows a thread or words but no article is a Reading with a Problem.
    """
    _check_size(raw)
    capture = archived.of(raw.url)
    if capture:
        raw = replace(raw, url=capture.address, fetched=capture.at)
    draft = _html(raw, capture) if raw.form == "html" else plain.read(_given_text(raw), raw.title, raw.fetched)
    return _checked(_reading(raw, draft))


def _check_size(raw: Raw) -> None:
    limit = int(settings.number("max_bytes"))
    if len(raw.data) > limit:
        _refuse(f"is too large to be one page ({len(raw.data):,} bytes; the setting max_bytes allows {limit:,})")
    if not raw.data.strip():
        _refuse("is empty")
    if isinstance(raw.data, bytes) and encoding.is_binary(raw.data):
        _refuse("is binary, not text; give a text file, an HTML page or an archive of pages")


def _refuse(why: str) -> NoReturn:
    raise InputError(f"{why}.")  # whoever shows it puts the source in front


def _given_text(raw: Raw) -> str:
    text = encoding.decode_text(raw.data, raw.encoding) if isinstance(raw.data, bytes) else raw.data
    if not text.strip("\ufeff \t\r\n"):
        _refuse("is empty")
    if len(text) > _max_chars():
        _refuse(f"is too long to be one article ({len(text):,} characters; the setting max_chars allows {_max_chars():,})")
    return encoding.without_surrogates(text)


def _max_chars() -> int:
    return int(settings.number("max_chars"))


def _html(raw: Raw, capture: Capture | None) -> Draft:
    from facta.read import article  # lxml and trafilatura load only for pages that need them

    try:
        draft = article.read(
            raw.data, encoding=raw.encoding, url=raw.url, max_chars=_max_chars(), fetched=raw.fetched, capture=capture
        )
    except InputError as error:
        _refuse(str(error))
    if not draft.parts and not draft.posts and not draft.barred:
        _refuse("shows no article and no thread; it may be a list of articles, or need a browser")
    return draft


def _reading(raw: Raw, draft: Draft) -> Reading:
    url, site = raw.url or draft.url, _said(raw, "outlet", draft.site) or _host(raw.url)
    published = dates.clean(_said(raw, "published", draft.published))
    thread = posts.comments(draft.posts, draft.order, published, draft.captured or raw.fetched)
    content = ident("p", url or site or "", draft.text, *(c.text for c in thread))
    page = Page(
        id=content if raw.id is None else raw.id,
        key=_key(raw, content),
        source=raw.source,
        url=url,
        title=_said(raw, "title", draft.title),
        dek=draft.dek,
        byline=draft.byline or raw.byline,
        published=published,
        published_by=_stamp(raw, draft, published),
        modified=draft.modified,
        site=site,
        canonical=draft.canonical,
        view=draft.view,
        credit=draft.credit,
        language=draft.language,
        section=draft.section,
        dateline=draft.dateline,
        corrections=draft.corrections,
        updates=draft.updates,
        text=draft.text,
        paragraphs=tuple(
            Paragraph(id=f"p{n}", kind=p.kind, start=p.start, end=p.end) for n, p in enumerate(draft.parts, start=1)
        ),
    )
    told = raw.problems if published is None or not dates.is_to_come(published) else (*raw.problems, _TO_COME.format(published))
    source = tuple(Problem(step="read.source", message=m) for m in told)
    return Reading(page=page, thread=thread, problems=(*source, *draft.problems))


_TO_COME = "It is said to be published on {}, which is still to come; a day put too late makes promises look long over."


_HOST = re.compile(r"https?://(?:www\.)?([^/?#:]+)", re.IGNORECASE)


def _host(url: str | None) -> str | None:
    """The host of a page's address, its outlet where nothing else names one."""
    found = _HOST.match(url or "")
    return found[1] if found else None


def _stamp(raw: Raw, draft: Draft, published: str | None) -> Stamp | None:
    """How the day is known: as the page says, or on the word of the source."""
    if published is None:
        return None
    if draft.published_by and published == draft.published and "published" not in raw.stated:
        return draft.published_by
    return Stamp(text=raw.published or published, origin="source", confidence=stamps.CONFIDENCE["source"])


def _key(raw: Raw, content: str) -> str:
    """By source and own id; by address for a page from the web, which changes when readers comment; else by content."""
    if raw.id is not None:
        return ident("p", raw.key_source, raw.id)
    fetched = raw.key_source.startswith(("http://", "https://"))
    return ident("p", raw.key_source) if fetched else content


def _said(raw: Raw, name: str, found: str | None) -> str | None:
    """What the source states goes before what the page says, and that before what the user supplied for silent pages."""
    given: str | None = getattr(raw, name)
    return given if name in raw.stated else found or given


def _checked(reading: Reading) -> Reading:
    barred = any(p.step == BARRED for p in reading.problems)
    if barred or any(p.kind in READ for p in reading.page.paragraphs):
        return reading
    but = f", only a thread of {counted(len(reading.thread), 'post')}" if reading.thread else ""
    return reading.with_problem("read.article", f"No article was found on this page{but}.")
