"""Readings made by hand, by naming words instead of counting characters."""

from itertools import count

import msgspec

from facta.events.ontology import ontology
from facta.records import (
    ARTICLE,
    Analysis,
    Comment,
    Credit,
    Event,
    Made,
    Page,
    Party,
    Quote,
    Reading,
    Role,
    Source,
    Trigger,
    When,
    Where,
    span,
)
from facta.values.spans import Range

PAGE = Page(id="p", key="k", source="-", text="", site="The Daily Ledger")
MADE = Made(step="quotes.find", version="1")


def at(text, words):
    """The range of words that occur once in a text."""
    assert text.count(words) == 1, words
    return Range(text.index(words), text.index(words) + len(words))


def role(text, name, words, score=0.9):
    return Role(role=name, start=at(text, words).start, end=at(text, words).end, score=score)


def trigger(text, words, type, *roles, mode=None, status="actual", score=0.9):
    """A trigger; roles are (name, words) or (name, words, score)."""
    start, end = at(text, words)
    return Trigger(
        start=start, end=end, type=type, mode=mode, status=status, score=score, roles=tuple(role(text, *r) for r in roles)
    )


def sentences(text):
    """One sentence for each line that is not empty."""
    starts = [0, *(n + 1 for n, c in enumerate(text) if c == "\n")]
    return tuple(Range(s, e) for s in starts if (e := (text + "\n").index("\n", s)) > s)


def analysis(text, *triggers):
    return Analysis(version="reader 1", sentences=sentences(text), triggers=triggers)


def reading(text, *triggers, quotes=(), **page):
    """An article with what a reader found in it."""
    return Reading(
        page=msgspec.structs.replace(PAGE, text=text, **page), quotes=quotes, analyses={ARTICLE: analysis(text, *triggers)}
    )


def with_comment(base, text, *triggers, author="Ann", id="c1"):
    """A reading with one more comment and what the reader found in it."""
    thread = (*base.thread, Comment(id=id, author=author, text=text))
    return msgspec.structs.replace(base, thread=thread, analyses={**base.analyses, id: analysis(text, *triggers)})


def quote(text, content, speaker, *, cue=None, via=(), comment=None, ends_with_speaker=False):
    """A quotation; `via` are words that name sources between the outlet and the speaker."""
    here = [span(text, *at(text, w)) for w in via]
    links = [Source(name=s.text, kind="agency", start=s.start, end=s.end) for s in here]
    who = span(text, *at(text, speaker)) if speaker else None
    if ends_with_speaker:
        links.append(Source(name=who.text, kind="person", start=who.start, end=who.end))
    return Quote(
        id="q",
        kind="direct",
        act="said",
        content=(span(text, *at(text, content)),),
        cue=(span(text, *at(text, cue)),) if cue else (),
        speaker=(who,) if who else (),
        chain=(Source(name=PAGE.site, kind="outlet"), *links),
        confidence=1.0,
        comment=comment,
        made_by=MADE,
    )


def credited(outlet):
    return Credit(outlet=outlet, text=f"Source: {outlet}")


_numbers = count()


def party(text, country=None, sector=None, *, name=None, actor=None, start=None):
    """A party; one without a place gets one of its own in each event."""
    known = {"name": name, "country": country, "sector": sector, "actor": actor}
    start = NOWHERE if start is None else start
    return Party(text=text, start=start, end=start + len(text), **known)


NOWHERE = 10**9


def _placed(parties, first):
    """Parties that stand nowhere yet, fifty characters apart from there on."""
    for n, p in enumerate(parties):
        start = first + 50 * n
        yield msgspec.structs.replace(p, start=start, end=start + len(p.text)) if p.start == NOWHERE else p


def event(type, actors=(), recipients=(), *, trigger="act", date=None, place=None, **fields):
    """A resolved event that stands after all that were made before it; `date` is ISO, `place` is (name, country)."""
    start = 1000 * next(_numbers)
    words = msgspec.structs.replace(span(trigger, 0, len(trigger)), start=start, end=start + len(trigger))
    known = ontology().type(type)
    return Event(
        **{
            "id": f"e{start}",
            "type": type,
            "quad": known.quad,
            "rung": known.rung,
            "actors": tuple(_placed(actors, start + 200)),
            "recipients": tuple(_placed(recipients, start + 600)),
            "trigger": words,
            "evidence": words,
            "date": When(iso=date, precision={4: "year", 7: "month", 10: "day"}[len(date)]) if date else None,
            "place": Where(name=place[0], country=place[1]) if place else None,
            "assertion": (Source(name=PAGE.site, kind="outlet"),),
            "confidence": 0.8,
            "made_by": Made(step="events.find", version="reader 1"),
            **fields,
        }
    )


def page_of(*events, actors=()):
    thread = sorted({e.comment for e in events if e.comment})
    return Reading(page=PAGE, events=events, actors=tuple(actors), thread=tuple(Comment(id=i, text="") for i in thread))
