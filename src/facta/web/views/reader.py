"""The reader: a page with who did what marked in its text, beside it the events as cards, and the readers' thread apart."""

from collections.abc import Callable
from typing import Any

from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.params import URLEncodedBody
from litestar.response import Redirect, Template

from facta.errors import InputError, UsageError
from facta.records import Event, Reading
from facta.relations.listing import choices
from facta.store import Store, corrections
from facta.stories import story_of, update
from facta.values.country import STATELESS
from facta.web import correcting, quoting, reading
from facta.web.handed import MayAsk, OneShelf, OpenStore, Word
from facta.web.pages import address, page
from facta.web.places import Text
from facta.web.shelf import Shelf

Form = URLEncodedBody[dict[str, str]]
Asked = Request[Any, Any, Any]

SAID = {
    "add": "Added: the event counts on your word.",
    "keep": "Kept: a person confirms this event.",
    "reject": "Rejected: this event counts nowhere any more.",
    "undo": "Taken back: the machine’s coding stands again.",
    "correct": "Corrected: your version counts, the machine’s is kept beside it.",
}
SAID_OF_QUOTE = {
    "keep": "Kept: a person confirms this quotation.",
    "reject": "Rejected: this is no quotation.",
    "undo": "Taken back: the machine’s coding stands again.",
    "correct": "Corrected: your version stands, the machine’s is kept beside it.",
}
_DEEDS: dict[str, Callable[[Store, str, str], None]] = {
    "keep": corrections.keep,
    "reject": corrections.reject,
    "undo": corrections.take_back,
}


@get("/page/{key:str}", sync_to_thread=True)
def view(store: OpenStore, key: Word, thread: MayAsk = None) -> Template:
    """A page of the store."""
    return _reader("reader.html", store, key, all_posts=thread == "all")


@get("/page/{key:str}/story/{event:str}", sync_to_thread=True)
def story(request: Asked, store: OpenStore, key: Word, event: Word) -> Template:
    """Every report that tells the act of an event; part of its card, or a page of its own where no script asks."""
    found, held = story_of(store, event), _reading(store, key)
    template = "_reader_story.html" if request.headers.get("hx-request") else "reader_story.html"
    return page(template, section="reader", found=found, key=key, event=event, title=reading.title(held.page))


@get("/page/{key:str}/event/{event:str}/correct", sync_to_thread=True)
def form(request: Asked, store: OpenStore, key: Word, event: Word) -> Template:
    """The form that corrects an event; part of its card, or a page of its own."""
    held = _reading(store, key)
    card = reading.card(held, event, {}, corrections.corrections(store, key))
    if card is None:
        raise NotFoundException
    template = "_reader_form.html" if request.headers.get("hx-request") else "reader_form.html"
    return page(template, card=card, action=address("page", key, "event", event), do="correct", **_form(held, card.event))


@get("/page/{key:str}/new", sync_to_thread=True)
def blank(
    *,
    request: Asked,
    store: OpenStore,
    key: Word,
    words: MayAsk = None,
    nth: MayAsk = None,
    start: MayAsk = None,
    end: MayAsk = None,
) -> Template:
    """The form of an event that the machine missed, about words that were selected; where none are, it asks for them first."""
    held = _reading(store, key)
    asked = {"words": words or "", "nth": nth or "", "start": start or "", "end": end or ""}
    event, why = None, None
    try:
        event = correcting.missed(held, asked) if any(asked.values()) else None
    except InputError as error:
        why = str(error)
    template = "_reader_new.html" if request.headers.get("hx-request") else "reader_new.html"
    form = _form(held, event) if event else {"key": key, "title": reading.title(held.page), "section": "reader"}
    places = len(Text(held.page.text).all(words or ""))
    made = page(
        template, event=event, why=why, words=words or "", places=places, action=address("page", key, "new"), do="add", **form
    )
    made.status_code = 400 if why else 200
    return made


@post("/page/{key:str}/new", sync_to_thread=True, status_code=200)
def add(request: Asked, shelf: OneShelf, key: Word, data: Form) -> Template | Response[None]:
    """Store an event that the machine missed."""
    with shelf.writing() as store:
        held = _reading(store, key)
        event = corrections.add(store, key, correcting.corrected(held, correcting.missed(held, data), data))
        update(store)
    return _judged(request, shelf, key, event, "add")


@post("/page/{key:str}/event/{event:str}", sync_to_thread=True, status_code=200)
def judge(request: Asked, shelf: OneShelf, key: Word, event: Word, data: Form) -> Template | Response[None]:
    """Keep, reject or correct an event, or take that back; the page as it is now."""
    done = _done(data)
    with shelf.writing() as store:
        held = _reading(store, key)
        card = reading.card(held, event, {}, corrections.corrections(store, key))
        if card is None:
            raise NotFoundException
        if done == "correct":
            corrections.correct(store, key, correcting.corrected(held, card.event, data))
        else:
            _DEEDS[done](store, key, event)
        update(store)
    return _judged(request, shelf, key, event, done)


@get("/page/{key:str}/quote/{quote:str}/correct", sync_to_thread=True)
def quote_form(request: Asked, store: OpenStore, key: Word, quote: Word) -> Template:
    """The form that corrects a quotation; part of the margin, or a page of its own."""
    held = _reading(store, key)
    said = reading.said(held, quote, corrections.quotations(store, key))
    if said is None:
        raise NotFoundException
    template = "_reader_quote.html" if request.headers.get("hx-request") else "reader_quote.html"
    return page(
        template,
        section="reader",
        key=key,
        title=reading.title(held.page),
        said=said,
        parts=[*map(quoting.flat, said.quote.content), *[""] * quoting.SPARE],
        speaker=" ".join(map(quoting.flat, said.quote.speaker)),
        acts=quoting.ACTS,
        phrases=correcting.phrases(held, said.quote.comment),
    )


@post("/page/{key:str}/quote/{quote:str}", sync_to_thread=True, status_code=200)
def judge_quote(request: Asked, shelf: OneShelf, key: Word, quote: Word, data: Form) -> Template | Response[None]:
    """Keep, reject or correct a quotation, or take that back; the page as it is now."""
    done = _done(data)
    with shelf.writing() as store:
        held = _reading(store, key)
        said = reading.said(held, quote, corrections.quotations(store, key))
        if said is None:
            raise NotFoundException
        if done == "correct":
            corrections.correct(store, key, quoting.corrected(held, said.quote, data))
        else:
            _DEEDS[done](store, key, quote)
        update(store)
    return _judged(request, shelf, key, quote, done, of_quote=True)


def _done(data: dict[str, str]) -> str:
    done = data.get("do", "")
    if done not in (*_DEEDS, "correct"):
        raise UsageError("Say what to do with it: keep, correct, reject or undo.")
    return done


def _judged(request: Asked, shelf: Shelf, key: str, id_: str, done: str, *, of_quote: bool = False) -> Template | Response[None]:
    """The page as it is now, with what was done."""
    if not request.headers.get("hx-request"):
        return Redirect(address("page", key) + f"#{id_}", status_code=303)
    with shelf.reading() as store:
        made = _reader("_reader.html", store, key, told=(SAID_OF_QUOTE if of_quote else SAID)[done], judged=id_)
    made.headers.update({"hx-retarget": "#reader", "hx-reswap": "outerHTML"})
    return made


def _form(held: Reading, event: Event) -> dict[str, Any]:
    """What the form of an event asks for."""
    return {
        "section": "reader",
        "key": held.page.key,
        "title": reading.title(held.page),
        "e": event,
        "acts": correcting.acts(),
        "chosen": correcting.chosen(event),
        "statuses": correcting.STATUSES,
        "sectors": correcting.SECTOR_WORDS,
        "sides": [(name, label, _rows(event, name)) for name, label in correcting.SIDES.items()],
        "phrases": correcting.phrases(held, event.comment),
        "states": [one for one in choices() if not one.group or one.code in STATELESS],
        "date": correcting.shown_date(event.date),
    }


def _reader(
    template: str, store: Store, key: str, *, all_posts: bool = False, told: str | None = None, judged: str | None = None
) -> Template:
    held = _reading(store, key)
    said, requoted = corrections.corrections(store, key), corrections.quotations(store, key)
    found = reading.shown(held, reading.counted(store, key), said, requoted, all_posts=all_posts)
    return page(
        template,
        section="reader",
        found=found,
        key=key,
        title=reading.title(held.page),
        web=reading.web_address(held.page),
        told=told,
        judged=judged,
    )


def _reading(store: Store, key: str) -> Reading:
    found = next(store.readings([key]), None)
    if found is None:
        raise NotFoundException
    return found


def _rows(event: Event, side: str) -> list[Any]:
    """The parties of a side, and empty rows for more."""
    parties = event.actors if side == "actor" else event.recipients
    return [*parties, *[None] * correcting.SPARE]


handlers = [view, story, form, judge, blank, add, quote_form, judge_quote]
