"""Stores made by hand: pages of our own sentences, each with the acts that it tells."""

import random
from dataclasses import dataclass

from msgspec import structs

from facta.events.ontology import ontology
from facta.records import Comment, Credit, Event, Made, Page, Paragraph, Party, Reading, Source, When, Where, span
from facta.store import Store, schema
from facta.stories import update
from facta.values.ident import ident

NAMES = {
    "CHN": "China", "RUS": "Russia", "USA": "the United States", "JPN": "Japan", "IND": "India", "DEU": "Germany",
    "FRA": "France", "GBR": "Britain", "POL": "Poland", "HRV": "Croatia", "UKR": "Ukraine", "TUR": "Turkey",
    "KOR": "South Korea", "EUU": "the EU",
}  # fmt: skip
MACHINE = Made(step="events", version="1")

_WORDS = {
    "who": "weavers bakers students nurses sailors farmers drivers painters teachers singers gardeners plumbers".split(),
    "did": "repaired painted counted carried borrowed measured cleaned watered praised polished sketched sorted".split(),
    "how": "quietly slowly twice together again badly early gladly outdoors upstairs at noon by hand".split(),
    "what": "lanterns bicycles apples ladders violins curtains kettles barrels windows statues sandwiches umbrellas".split(),
    "where": "harbour orchard station library market chapel stadium bakery museum valley lighthouse workshop".split(),
}


def prose(seed: int, sentences: int = 12) -> str:
    """Sentences of no political meaning; other seeds give other words in another order."""
    rng = random.Random(seed)
    parts = (
        "The {who} of the {where} {did} {what} {how}.",
        "Near the {where}, {who} {did} the {what}.",
        "{how}, {who} {did} {what}.",
    )
    return " ".join(rng.choice(parts).format(**{k: rng.choice(v) for k, v in _WORDS.items()}) for _ in range(sentences))


@dataclass(frozen=True)
class Act:
    """An event to be, told by a sentence."""

    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    words: str
    date: str | None
    end: str | None
    precision: str | None
    mode: str | None
    status: str
    place: str | None
    confidence: float
    comment: str | None


def act(
    type, actors, recipients="", words=None, *, date=None, end=None, precision=None, mode=None, status="actual", place=None,
    confidence=0.8, comment=None,
):  # fmt: skip
    """An act; actors and recipients are codes with blanks between; its sentence says who and what, if no other is given."""
    a, r = tuple(actors.split()), tuple(recipients.split())
    said = " ".join((*(NAMES.get(c, c) for c in a), type.lower(), mode or "", *(NAMES.get(c, c) for c in r), f"on {date}."))
    return Act(type, a, r, words or said, date, end, precision, mode, status, place, confidence, comment)


def report(key, *acts, text="", site="Daily Ledger", published="2018-04-03", credit=None, title=None, passing=(), url=None):
    """A page whose text are the words of its acts and then the given text; ids of events are hashes of key and place.

    passing: acts that it mentions in passing.
    """
    body = " ".join(dict.fromkeys(a.words for a in (*acts, *passing) if a.comment is None)) + " " + text
    thread = tuple(Comment(id=a.comment, text=a.words) for a in acts if a.comment)
    page = Page(
        id=key, key=key, source="-", url=url, title=title, site=site, published=published, text=body,
        credit=Credit(outlet=credit, text=f"({credit})") if credit else None,
        paragraphs=(Paragraph(id="p0", kind="body", start=0, end=len(body)),),
    )  # fmt: skip
    events = [_event(key, n, body, a) for n, a in enumerate((*acts, *passing))]
    return Reading(page=page, thread=thread, events=tuple(events[: len(acts)]), passing=tuple(events[len(acts) :]))


def moved(reading, folder):
    """The page as if it had been read from another folder, which its key and the ids of its events come from."""
    key = ident("p", folder, reading.page.id)
    events, passing = (
        tuple(structs.replace(e, id=ident("e", key, e.id)) for e in some) for some in (reading.events, reading.passing)
    )
    return structs.replace(reading, page=structs.replace(reading.page, key=key), events=events, passing=passing)


def event_id(key, n=0):
    """The id of the n-th event of a page."""
    return ident("e", key, n)


def _event(key, n, body, a):
    where = body if a.comment is None else a.words
    start = where.index(a.words)
    shown = span(where, start, start + len(a.words))
    second = start + a.words.find(" ") + 1  # what a short sentence says of its subject
    trigger = span(where, second, second + len(where[second:].split(maxsplit=1)[0]))
    iso = {4: "year", 7: "month", 10: "day"}
    return Event(
        id=event_id(key, n), type=a.type, mode=a.mode, quad=ontology().quad(a.type), status=a.status,
        rung=ontology().rung(a.type, a.mode, a.status, a.words), actors=_parties(a.actors), recipients=_parties(a.recipients),
        trigger=trigger, evidence=shown, confidence=a.confidence, comment=a.comment, made_by=MACHINE,
        date=When(iso=a.date, end=a.end, precision=a.precision or iso[len(a.date)]) if a.date else None,
        place=Where(name=a.place, text=a.place) if a.place else None, assertion=(Source(name="Daily Ledger", kind="outlet"),),
    )  # fmt: skip


def _parties(codes):
    """Parties of states; a word that is no code is somebody without a known state."""
    return tuple(
        Party(text=(name := NAMES.get(c, c)), start=0, end=len(name), name=name, country=c if c in NAMES else None) for c in codes
    )


def emptied(store: Store) -> Store:
    """The store without anything in it."""
    with store.changing() as con:
        for table in schema.ORDER:
            if table != "facta_store":
                con.execute(f"DELETE FROM {table}")
    return store


def put(store: Store, *readings: Reading) -> Store:
    """Put pages and fold them."""
    store.put_many((r, f"digest of {r.page.key}") for r in readings)
    update(store)
    return store


def stories(store: Store) -> list[dict]:
    """Every story, with the keys of the pages that tell it, in the order of its id."""
    return list(
        store.sql(
            """
            SELECT s.* EXCLUDE (page_no), told.pages FROM stories s JOIN (
                SELECT t.story, list(p.key ORDER BY p.key, t.event) AS pages
                FROM tellings t JOIN pages p ON p.no = t.page_no GROUP BY 1
            ) AS told ON told.story = s.id ORDER BY s.id
            """
        )
    )


def together(store: Store) -> set[frozenset[str]]:
    """Pages that tell one story, for each story."""
    return {frozenset(s["pages"]) for s in stories(store)}


def snapshot(store: Store) -> dict[str, list[dict]]:
    """All that folding made, but for numbers of pages, which tell the order they came in."""
    of_page = "JOIN pages p ON p.no = t.page_no"
    return {
        "stories": stories(store),
        "dyads": list(store.sql("SELECT * EXCLUDE (page_no) FROM story_dyads ORDER BY actor, recipient, id")),
        "asides": list(store.sql("SELECT * EXCLUDE (page_no) FROM story_asides ORDER BY actor, recipient, id")),
        "tellings": list(store.sql(f"SELECT p.key, t.* EXCLUDE (page_no) FROM tellings t {of_page} ORDER BY p.key, t.event")),
        "recalls": list(
            store.sql(
                f"""
                SELECT p.key, t.* EXCLUDE (page_no, told_page), q.key AS told
                FROM recalls t {of_page} LEFT JOIN pages q ON q.no = t.told_page ORDER BY p.key, mention
                """
            )
        ),
        "copies": list(store.sql(f"SELECT p.key, t.copy_of, t.buckets FROM folds t {of_page} ORDER BY p.key")),
    }


def mark_of_old_rules(store: Store) -> Store:
    """The store as if another version of facta had folded it."""
    with store.changing() as con:
        con.execute("UPDATE facta_store SET name = 'stories 0-old' WHERE starts_with(name, 'stories ')")
    return store
