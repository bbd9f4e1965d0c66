"""The reader: a page with who did what marked in its text, beside it the events as cards, and the readers' thread apart."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from litestar import Request, Response, get, post
from litestar.params import QueryParameter, URLEncodedBody
from litestar.response import Redirect, Template

from facta.errors import InputError, NotFoundError, UsageError
from facta.records import Event, Quote, Reading
from facta.relations.sides import choices
from facta.resolve.sectors import sectors
from facta.store import Store, corrections
from facta.stories import story_of, update
from facta.values.country import STATELESS
from facta.web import correcting, margin, quoting, reading, stale
from facta.web.handed import MayAsk, OnePages, OneShelf, OpenStore, Word
from facta.web.held import Held, Pages
from facta.web.pages import address, page
from facta.web.places import Text
from facta.web.shelf import Shelf

Form = URLEncodedBody[dict[str, str]]
Asked = Request[Any, Any, Any]
Part = Annotated[int | None, QueryParameter(ge=1, le=100_000)]
"""Of a thread."""

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
C = TypeVar("C", Event, Quote)
_SO: dict[str, str | None] = {"keep": "kept", "reject": "rejected", "undo": None}
"""What stands once it is done."""
_DEEDS: dict[str, Callable[[Store, str, str], None]] = {
    "keep": corrections.keep,
    "reject": corrections.reject,
    "undo": corrections.take_back,
}


@get("/page/{key:str}", sync_to_thread=True)
def view(*, store: OpenStore, pages: OnePages, key: Word, thread: Part = None, at: MayAsk = None) -> Template:
    """A page of the store with a part of its thread: the one of this number, or the one that holds what `at` names."""
    return _reader("reader.html", store, pages.of(store, key), thread=thread, at=at)


@get("/page/{key:str}/story/{event:str}", sync_to_thread=True)
def story(*, request: Asked, store: OpenStore, pages: OnePages, key: Word, event: Word) -> Template:
    """Every report that tells the act of an event; part of its card, or a page of its own where no script asks."""
    found, held = story_of(store, event), pages.of(store, key).reading
    template = "_reader_story.html" if request.headers.get("hx-request") else "reader_story.html"
    return page(template, section="reader", found=found, key=key, event=event, title=reading.title(held.page))


@get("/page/{key:str}/event/{event:str}/correct", sync_to_thread=True)
def form(*, request: Asked, store: OpenStore, key: Word, event: Word, thread: Part = None) -> Template:
    """The form that corrects an event; part of its card, or a page of its own."""
    held = store.reading(key)
    return _event_form(request, held, _card(store, held, event), thread)


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
    held = store.reading(key)
    asked = {"words": words or "", "nth": nth or "", "start": start or "", "end": end or ""}
    event, why = None, None
    try:
        event = correcting.missed(held, asked) if any(asked.values()) else None
    except InputError as error:
        why = str(error)
    template = "_reader_new.html" if request.headers.get("hx-request") else "reader_new.html"
    form = (
        _form(held, event, correcting.held(event))
        if event
        else {"key": key, "title": reading.title(held.page), "section": "reader"}
    )
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
        held = store.reading(key)
        event = corrections.add(store, key, correcting.corrected(held, correcting.missed(held, data), data))
        update(store)
    return _judged(request, shelf, key, event, "add")


@post("/page/{key:str}/event/{event:str}", sync_to_thread=True, status_code=200)
def judge(
    *, request: Asked, shelf: OneShelf, key: Word, event: Word, data: Form, thread: Part = None
) -> Template | Response[None]:
    """Keep, reject or correct an event, or take that back; the page, or where only that changes the card, as it is now."""
    done = _done(data)
    with shelf.writing() as store:
        held = store.reading(key)
        before = _card(store, held, event)
        if _is_stale(before, done, data):
            if done == "correct":
                return _event_form(request, held, before, thread, data)
            return _changed(request, held, thread, card=before)
        if done == "correct":
            changed = correcting.corrected(held, before.event, data)
            done = _corrected(store, key, before, before.event, changed)
        else:
            _DEEDS[done](store, key, event)
        update(store)
    if request.headers.get("hx-request") and _is_of_card(before, done):
        with shelf.reading() as store:
            card = _card(store, store.reading(key), event)
        return _alone("_reader_card.html", event, key=key, thread=thread, card=card, said=None, told=SAID[done], changed=False)
    return _judged(request, shelf, key, event, done, thread=thread)


@get("/page/{key:str}/quote/{quote:str}/correct", sync_to_thread=True)
def quote_form(*, request: Asked, store: OpenStore, key: Word, quote: Word, thread: Part = None) -> Template:
    """The form that corrects a quotation; part of the margin, or a page of its own."""
    held = store.reading(key)
    return _quote_form(request, held, _said(store, held, quote), thread)


@post("/page/{key:str}/quote/{quote:str}", sync_to_thread=True, status_code=200)
def judge_quote(
    *, request: Asked, shelf: OneShelf, key: Word, quote: Word, data: Form, thread: Part = None
) -> Template | Response[None]:
    """Keep, reject or correct a quotation, or take that back; the page, or where only that changes its entry, as it is now."""
    done = _done(data)
    with shelf.writing() as store:
        held = store.reading(key)
        before = _said(store, held, quote)
        if _is_stale(before, done, data):
            if done == "correct":
                return _quote_form(request, held, before, thread, data)
            return _changed(request, held, thread, said=before)
        if done == "correct":
            done = _corrected(store, key, before, before.quote, quoting.corrected(held, before.quote, data))
        else:
            _DEEDS[done](store, key, quote)
        update(store)
    if request.headers.get("hx-request") and _is_of_card(before, done):
        with shelf.reading() as store:
            said = _said(store, store.reading(key), quote)
        told = SAID_OF_QUOTE[done]
        return _alone("_reader_card.html", quote, key=key, thread=thread, card=None, said=said, told=told, changed=False)
    return _judged(request, shelf, key, quote, done, of_quote=True, thread=thread)


def _corrected(store: Store, key: str, before: margin.Card | margin.Said, own: C, changed: C) -> str:
    """Store a correction; what was done: who saves a form as it was has kept what it shows."""
    if changed != own:
        corrections.correct(store, key, changed)
        return "correct"
    if before.correction is None:
        corrections.keep(store, key, own.id)
    return "keep"


def _done(data: dict[str, str]) -> str:
    done = data.get("do", "")
    if done not in (*_DEEDS, "correct"):
        raise UsageError("Say what to do with it: keep, correct, reject or undo.")
    return done


def _is_stale(before: margin.Card | margin.Said, done: str, data: dict[str, str]) -> bool:
    """Whether the form was made from something else than what stands now; the same word said twice is none."""
    changed = stale.changed(data, before.seen)
    verdict = before.correction.verdict if before.correction else None
    return changed and not (done != "correct" and verdict == _SO[done])


def _is_of_card(before: margin.Card | margin.Said, done: str) -> bool:
    """Whether it changes nothing but the card: no mark in the text and no number."""
    return done == "keep" or (done == "undo" and before.correction is not None and before.correction.verdict == "kept")


def _changed(
    request: Asked, held: Reading, thread: int | None, *, card: margin.Card | None = None, said: margin.Said | None = None
) -> Template:
    """409: what a button was pressed for has changed; it as it is now, and as part of the page it alone."""
    context = {"key": held.page.key, "thread": thread, "card": card, "said": said, "told": None, "changed": True}
    if request.headers.get("hx-request"):
        made = _alone("_reader_card.html", card.event.id if card else said.quote.id if said else "", **context)
    else:
        made = page("reader_card.html", section="reader", title=reading.title(held.page), **context)
    made.status_code = 409
    return made


def _alone(template: str, id_: str, **context: Any) -> Template:
    """One card in place of the card of this id."""
    made = page(template, **context)
    made.headers.update({"hx-retarget": f"[id='{id_}']", "hx-reswap": "outerHTML"})
    return made


def _judged(
    request: Asked, shelf: Shelf, key: str, id_: str, done: str, *, of_quote: bool = False, thread: int | None = None
) -> Template | Response[None]:
    """The page as it is now, with what was done, at the part of its thread that was shown or holds the claim."""
    if not request.headers.get("hx-request"):
        with shelf.reading() as store:
            part = _part(store, store.reading(key), id_, thread)
        return Redirect(address("page", key, thread=part if part > 1 else None) + f"#{id_}", status_code=303)
    with shelf.reading() as store:
        said = (SAID_OF_QUOTE if of_quote else SAID)[done]
        made = _reader("_reader.html", store, Pages().of(store, key), thread=thread, at=id_, told=said, judged=id_)
    made.headers.update({"hx-retarget": "#reader", "hx-reswap": "outerHTML"})
    return made


def _event_form(
    request: Asked, held: Reading, card: margin.Card, thread: int | None, data: dict[str, str] | None = None
) -> Template:
    """The form of an event; with what was typed where that was typed into an older one, which is a 409."""
    event, key = card.event, held.page.key
    typed = correcting.held(event) if data is None else correcting.typed(event, data)
    context = _form(held, event, typed) | {"stale": None if data is None else card, "card": card, "thread": thread}
    action = address("page", key, "event", event.id, thread=thread)
    return _as_form(request, "reader_form.html", event.id, data, action=action, do="correct", **context)


def _quote_form(
    request: Asked, held: Reading, said: margin.Said, thread: int | None, data: dict[str, str] | None = None
) -> Template:
    """The form of a quotation, likewise."""
    quote = said.quote
    own = {f"content-{n}": quoting.flat(part) for n, part in enumerate(quote.content)}
    own |= {"speaker": " ".join(map(quoting.flat, quote.speaker)), "act": quote.act}
    fields = own if data is None else data
    parts = [text for name, text in fields.items() if name.startswith("content-") and text.strip()]
    return _as_form(
        request,
        "reader_quote.html",
        quote.id,
        data,
        section="reader",
        key=held.page.key,
        title=reading.title(held.page),
        said=said,
        stale=None if data is None else said,
        thread=thread,
        parts=[*parts, *[""] * quoting.SPARE],
        speaker=fields.get("speaker", own["speaker"]),
        act=fields.get("act", quote.act),
        acts=quoting.ACTS,
        phrases=correcting.phrases(held, quote.comment),
    )


def _as_form(request: Asked, template: str, id_: str, data: dict[str, str] | None, **context: Any) -> Template:
    scripted = bool(request.headers.get("hx-request"))
    made = page(f"_{template}" if scripted else template, **context)
    if data is not None:
        made.status_code = 409
        if scripted:
            made.headers.update({"hx-retarget": f"[id='f-{id_}']", "hx-reswap": "innerHTML"})
    return made


def _form(held: Reading, event: Event, typed: correcting.Typed) -> dict[str, Any]:
    """What the form of an event asks for."""
    return {
        "section": "reader",
        "key": held.page.key,
        "title": reading.title(held.page),
        "e": event,
        "acts": correcting.acts(),
        "chosen": typed.chosen,
        "status": typed.status,
        "statuses": correcting.STATUSES,
        "sectors": {code: sector.words for code, sector in sectors().items()},
        "sides": [(name, label, [*typed.sides[name], *[None] * correcting.SPARE]) for name, label in correcting.SIDES.items()],
        "phrases": correcting.phrases(held, event.comment),
        "states": [one for one in choices() if not one.group or one.code in STATELESS],
        "date": typed.date,
        "stale": None,
    }


def _reader(
    template: str,
    store: Store,
    held: Held,
    *,
    thread: int | None = None,
    at: str | None = None,
    told: str | None = None,
    judged: str | None = None,
) -> Template:
    part = _part(store, held.reading, at, thread)
    shown = held.reading.page
    return page(
        template,
        section="reader",
        found=reading.shown(held.reading, held.stories, held.corrected, held.requoted, part=part),
        key=shown.key,
        thread=part if part > 1 else None,
        title=reading.title(shown),
        web=reading.web_address(shown),
        told=told,
        judged=judged,
    )


def _part(store: Store, held: Reading, at: str | None, thread: int | None) -> int:
    """The part of the thread to show: the one that holds what is named, else the one asked for, else the first."""
    if not at:
        return thread or 1
    key = held.page.key
    gone = [*(c.machine for c in corrections.corrections(store, key)), *(q.machine for q in corrections.quotations(store, key))]
    return reading.part_with(held, at, gone) or thread or 1


def _card(store: Store, held: Reading, event: str) -> margin.Card:
    key = held.page.key
    found = margin.card(held, event, margin.counted(store, [key]).get(key, {}), corrections.corrections(store, key))
    if found is None:
        raise NotFoundError(f"The page has no event {event!r}; it may have been coded anew. Load the page again.")
    return found


def _said(store: Store, held: Reading, quote: str) -> margin.Said:
    found = margin.said(held, quote, corrections.quotations(store, held.page.key))
    if found is None:
        raise NotFoundError(f"The page has no quotation {quote!r}; it may have been coded anew. Load the page again.")
    return found


handlers = [view, story, form, judge, blank, add, quote_form, judge_quote]
