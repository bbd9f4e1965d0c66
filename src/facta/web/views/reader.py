"""The reader: a page with who did what marked in its text, beside it the events as cards, and the readers' thread apart."""

from collections.abc import Callable
from typing import Any

from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.params import URLEncodedBody
from litestar.response import Redirect, Template

from facta.errors import UsageError
from facta.records import Event, Reading
from facta.relations.listing import choices
from facta.store import Store, corrections
from facta.stories import story_of, update
from facta.values.country import STATELESS
from facta.web import correcting, reading
from facta.web.handed import MayAsk, OneShelf, OpenStore, Word
from facta.web.pages import address, page

Form = URLEncodedBody[dict[str, str]]
Asked = Request[Any, Any, Any]

SAID = {
    "keep": "Kept: a person confirms this event.",
    "reject": "Rejected: this event counts nowhere any more.",
    "undo": "Taken back: the machine’s coding stands again.",
    "correct": "Corrected: your version counts, the machine’s is kept beside it.",
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
    return page(
        template,
        section="reader",
        key=key,
        card=card,
        title=reading.title(held.page),
        acts=correcting.acts(),
        chosen=correcting.chosen(card.event),
        statuses=correcting.STATUSES,
        sectors=correcting.SECTOR_WORDS,
        sides=[(name, label, _rows(card.event, name)) for name, label in correcting.SIDES.items()],
        phrases=correcting.phrases(held, card.event.comment),
        states=[one for one in choices() if not one.group or one.code in STATELESS],
        date=correcting.shown_date(card.event.date),
    )


@post("/page/{key:str}/event/{event:str}", sync_to_thread=True, status_code=200)
def judge(request: Asked, shelf: OneShelf, key: Word, event: Word, data: Form) -> Template | Response[None]:
    """Keep, reject or correct an event, or take that back; the page as it is now."""
    done = data.get("do", "")
    if done not in SAID:
        raise UsageError("Say what to do with the event: keep, correct, reject or undo.")
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
    if not request.headers.get("hx-request"):
        return Redirect(address("page", key) + f"#{event}", status_code=303)
    with shelf.reading() as store:
        made = _reader("_reader.html", store, key, told=SAID[done])
    made.headers.update({"hx-retarget": "#reader", "hx-reswap": "outerHTML"})
    return made


def _reader(template: str, store: Store, key: str, *, all_posts: bool = False, told: str | None = None) -> Template:
    held = _reading(store, key)
    found = reading.shown(held, reading.counted(store, key), corrections.corrections(store, key), all_posts=all_posts)
    return page(
        template,
        section="reader",
        found=found,
        key=key,
        title=reading.title(held.page),
        web=reading.web_address(held.page),
        told=told,
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


handlers = [view, story, form, judge]
