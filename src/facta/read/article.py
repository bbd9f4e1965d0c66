"""The article of an HTML page: threads are cut out, trafilatura finds the text, the page's own words name its parts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lxml import html

from facta.errors import InputError
from facta.read import (
    about,
    archived,
    bare,
    barriers,
    beside,
    credit,
    dates,
    live,
    markup,
    order,
    plain,
    signs,
    slugs,
    stamps,
    threads,
)
from facta.read import body as bodies
from facta.read import encoding as encodings
from facta.read.about import About
from facta.read.archived import Capture
from facta.read.draft import BARRED, Draft, Part
from facta.read.lines import Line, in_order
from facta.read.live import Entry
from facta.read.posts import Post
from facta.read.stamps import Said
from facta.records import Credit, Dateline, Problem, Update

FAST_ABOVE = 15_000
"""Elements above which trafilatura's second opinions, which cost several times the first, are left out."""
GAP = "\n\n"
"""Between the paragraphs of a page's text."""
_NO_DAY = "The page says that it was published on {}, which no calendar has; say the day with --published."


def read(
    data: bytes | str,
    encoding: str | None = None,
    url: str | None = None,
    *,
    max_chars: int,
    fetched: str | None = None,
    capture: Capture | None = None,
) -> Draft:
    """The article and the threads of a page; no parts where no article is found; `max_chars` bounds the text beside the threads.

    fetched: when the page was, as for `ago.day`. capture: what is known of the web archive that it was fetched from.

    Raises InputError, without the source's name, for markup that cannot be read within seconds.
    """
    text = encodings.undoubled(encodings.decode(data, encoding)) if isinstance(data, bytes) else data
    tree, cut_short = markup.parse(text)
    _bound(tree, markup.MAX_PARSED)
    if capture := archived.restore(tree, capture):
        url, fetched = url or capture.address, capture.at
    marks = signs.of(tree)
    shown = live.take(tree, marks)  # before anything takes them for a thread
    posts = threads.take(tree, marks)
    size = _bound(tree, markup.MAX_ELEMENTS)
    # the characters with those of scripts are counted at once, and few pages have too many even so
    if len(tree.text_content()) > max_chars and (chars := markup.visible_size(tree)) > max_chars:
        raise InputError(f"is too long to be one article ({chars:,} characters; the setting max_chars allows {max_chars:,})")
    markup.flatten(tree)
    bare.part(tree)
    answered = {day for post in posts for text in (post.stamp, post.date_text) if text and (day := dates.day(text))}
    usual = order.of([text for post in posts for text in (post.stamp, post.date_text) if text])
    known = about.read(tree, url, answered, usual, fetched)
    entries = shown or live.told(known.data)
    lines, wall = _lines(tree, known, entries, fast=size > FAST_ABOVE, thread=bool(posts))
    damage = encodings.damage(data, text) if isinstance(data, bytes) else None
    problems = [Problem(step="read.article", message=m) for m in (cut_short, damage, known.doubt) if m]
    if wall:
        problems.append(Problem(step=BARRED, message=wall))
    draft = _draft(lines, known, posts, entries, tuple(problems), barred=wall is not None)
    if known.no_day and draft.published is None:
        draft = replace(draft, problems=(*draft.problems, Problem(step="read.article", message=_NO_DAY.format(known.no_day))))
    return replace(draft, captured=capture.at if capture else None)


def _bound(tree: html.HtmlElement, most: int) -> int:
    size = markup.size(tree)
    if size > most:
        raise InputError(f"is too large to find an article in ({size:,} elements; the most is {most:,})")
    return size


def _lines(
    tree: html.HtmlElement, known: About, entries: Sequence[Entry], *, fast: bool, thread: bool
) -> tuple[list[Line], str | None]:
    """The lines of a page's text, and why the article cannot be read where a wall keeps it: then they are no part of one."""
    dek, captions, notes = beside.dek(known), beside.captions(tree), beside.notes(tree)
    barriers.take_dialogs(tree)
    beside.take_links(tree)
    bodies.hush(tree)
    bare.wrap(tree)
    body = bodies.find(tree, known, fast)
    body += [note for note in notes if body and note not in body]
    wall = None if entries else barriers.find(tree, known, body, thread=thread)
    lines = list(in_order(known, dek, body, entries, captions)) if body or entries else []
    return [line._replace(kind="other") for line in lines] if wall else lines, wall


def _draft(
    lines: Sequence[Line],
    known: About,
    posts: tuple[Post, ...],
    entries: Sequence[Entry],
    problems: tuple[Problem, ...],
    *,
    barred: bool,
) -> Draft:
    text = GAP.join(line.text for line in lines)
    parts = tuple(_parts(lines))
    body = [line.text for line in lines if line.kind == "body"]
    dateline = plain.dateline(text, parts, _year(known))
    day, stamp = stamps.weigh(stamps.with_dateline(_settled(known, dateline), dateline))
    return Draft(
        text=text,
        parts=parts,
        posts=posts,
        title=slugs.without(known.headline) if known.headline else None,
        dek=next((line.text for line in lines if line.kind == "dek"), None),
        byline=known.byline,
        published=day,
        published_by=stamp,
        modified=known.modified,
        site=known.site,
        url=known.url,
        canonical=known.canonical,
        view=known.view,
        credit=_credit(lines, known, body),
        language=known.language,
        section=known.section,
        dateline=dateline,
        order=known.order,
        corrections=plain.corrections(text, parts),
        updates=tuple(_updates(lines, parts, entries, day)),
        barred=barred,
        problems=problems,
    )


def _year(known: About) -> str | None:
    """The year of publication, which completes the day of a dateline; it is known where day and month could be swapped, too."""
    if known.published:
        return known.published[0].iso[:4]
    days = dates.readings(known.undecided or "")
    return days[0][:4] if days else None


def _settled(known: About, dateline: Dateline | None) -> tuple[Said, ...]:
    """The statements about the day of publication; a printed one with two readings has that of its dateline."""
    text, sent = known.undecided, dateline.date if dateline else None
    first = order.beside(text, [sent]) if text and sent else None
    day = dates.day(text, first) if text and first else None
    return (Said("text", text, day),) if text and day else known.published


def _parts(lines: Sequence[Line]) -> Iterator[Part]:
    at = 0
    for line in lines:
        yield Part(at, at + len(line.text), line.kind)
        at += len(line.text) + len(GAP)


def _credit(lines: Sequence[Line], known: About, body: Sequence[str]) -> Credit | None:
    """The credit that a line of the page is, else the agency marked in its text, else the one it declares."""
    named = next(filter(None, (credit.line(line.text) for line in lines if line.kind == "credit")), None)
    marked = named or (credit.inside(body[0], body[-1]) if body else None)
    return marked or (Credit(outlet=known.agency, text=known.agency) if known.agency else None)


def _updates(lines: Sequence[Line], parts: Sequence[Part], entries: Sequence[Entry], day: str | None) -> Iterator[Update]:
    """The entries of a live blog at their places in the text; those of which no line was kept are left out."""
    placed = ((line.entry, part) for line, part in zip(lines, parts, strict=True) if line.entry is not None)
    for count, (number, group) in enumerate(groupby(placed, key=lambda pair: pair[0]), start=1):
        own = [part for _, part in group]
        entry = entries[number]
        yield Update(
            id=f"u{count}",
            start=own[0].start,
            end=own[-1].end,
            headline=entry.headline,
            date_text=entry.date_text,
            date=live.day(entry, day),
            at=live.moment(entry),
        )
