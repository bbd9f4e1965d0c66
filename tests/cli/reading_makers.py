"""Readings of our own sentences, and what they look like on a page of a terminal."""

import io

from rich.console import Console

from facta.records import Actor, ActorMention, Comment, Event, Made, Page, Paragraph, Party, Quote, Reading, Source, When, span

MADE = Made(step="events", version="1")
TEXT = "Peru met Chile\nPeru met Chile in Lima on Tuesday. “We agree,” Ann Berg said.\nShare this"
KINDS = ("headline", "body", "other")


def shown(renderable, width=110):
    """What is printed, without the blanks at the ends of lines."""
    screen = Console(file=io.StringIO(), width=width)
    screen.print(renderable)
    return "\n".join(line.rstrip() for line in screen.file.getvalue().splitlines())


def where(words, text=TEXT, nth=0):
    """A place of words in a text."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return span(text, at, at + len(words))


def party(words, country=None, text=TEXT, **more):
    """Somebody as a text names them."""
    at = where(words, text)
    return Party(text=words, start=at.start, end=at.end, country=country, **more)


def event(**fields):
    """A meeting of Peru and Chile."""
    known = {
        "id": "e0123456789ab", "type": "CONSULT", "mode": "visit", "quad": 1, "rung": "talk", "status": "actual",
        "actors": (party("Peru", "PER"),), "recipients": (party("Chile", "CHL"),), "trigger": where("met", nth=1),
        "evidence": where("Peru met Chile in Lima on Tuesday"), "date": When(iso="2018-04-03", precision="day", text="Tuesday"),
        "confidence": 0.9, "made_by": MADE, "assertion": (Source(name="Post", kind="outlet"),),
    }  # fmt: skip
    return Event(**(known | fields))


def quote(**fields):
    """Ann Berg's words."""
    known = {
        "id": "q0123456789ab", "kind": "direct", "act": "said", "content": (where("“We agree,”"),), "cue": (where("said"),),
        "speaker": (where("Ann Berg"),), "chain": (Source(name="Post", kind="outlet"),), "confidence": 0.8, "made_by": MADE,
    }  # fmt: skip
    return Quote(**(known | fields))


def actor(name, *mentions, **fields):
    """Somebody on the page."""
    places = tuple(ActorMention(start=s.start, end=s.end, text=s.text) for s in mentions)
    return Actor(**({"id": f"a{name}", "name": name, "kind": "person", "mentions": places} | fields))


def reading(text=TEXT, thread=(), title=None, **fields):
    """A page whose lines are headline, body and what is no part of the article."""
    paragraphs, start = [], 0
    for n, line in enumerate(text.split("\n")):
        paragraphs.append(Paragraph(id=f"p{n}", kind=KINDS[min(n, 2)], start=start, end=start + len(line)))
        start += len(line) + 1
    about = {name: fields.pop(name) for name in ("site", "published", "language", "url", "byline") if name in fields}
    page = Page(id="1", key="k", source="page.html", text=text, title=title, paragraphs=tuple(paragraphs), **about)
    return Reading(page=page, thread=tuple(thread), **fields)


def comment(n, text="I do not agree.", parent=None, **fields):
    """The nth comment of a thread."""
    return Comment(**({"id": f"c{n}", "author": f"Reader {n}", "text": text, "parent": parent} | fields))
