"""Prints what stands behind a record: a page for a person, or the same as JSON."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from facta.cli import output
from facta.cli.page import ACT, FAINT, chain, heading
from facta.quotes.origin import outlet
from facta.records import Actor, Comment, Event, Page, Quote
from facta.resolve import Candidate
from facta.store import Explanation, Telling
from facta.stories import Story, Told
from facta.values.counts import counted
from facta.values.dates import known


def write(found: Explanation | Story, form: str) -> None:
    """To stdout, a story with all its tellings; `json` and `jsonl` are the same for one record."""
    if form == "text":
        output.console().print(output.Harmless(Group(*(_story(found) if isinstance(found, Story) else _parts(found)))))
    else:
        output.record(found)


def _story(found: Story) -> Iterator[RenderableType]:
    dated = known(found.date, found.date_precision) if found.date else "undated"
    facts = f"{found.status}, {found.rung or 'no rung'}, {dated}, confidence {found.confidence:.2f}"
    yield Text.assemble(("story ", FAINT), (found.id, ACT), f"  {_act(found)} ({facts})")
    reports, outlets = counted(found.n_reports, "report"), counted(found.n_outlets, "outlet")
    yield Text(f"{found.n_independent} independent of {reports}, {outlets}", FAINT)
    first: dict[str, Told] = {}
    for told in found.tellings:
        media = f", state media of {told.state_media_of}" if told.state_media_of else ""
        like = first.setdefault(told.copy_of, told)
        same = "" if like.page == told.page else f", the same text as {like.outlet or like.page[:9]}"
        head = f"\n{told.published or 'undated'}  {told.outlet or 'outlet unknown'}{media}{same}  {told.event[:9]}"
        yield Text(head, FAINT)
        yield Padding(Text(f"{_act(told)} ({told.status})"), (0, 2))
        yield Padding(Text(" ".join((told.evidence or "").split())), (0, 2))
    if found.mentions:
        yield heading(f"Mentioned in passing by {counted(len(found.mentions), 'further report')}, not counted")
    for one in found.mentions:
        head = f"\n{one.published or 'undated'}  {one.outlet or 'outlet unknown'}  {one.page[:9]}, likeness {one.likeness:.2f}"
        yield Text(head, FAINT)
        yield Padding(_marked(" ".join((one.evidence or one.words).split()), " ".join(one.words.split())), (0, 2))


def _marked(sentence: str, words: str) -> Text:
    """A sentence with some of its words set off."""
    before, found, after = sentence.partition(words)
    return Text.assemble(before, (found, ACT), after)


def _act(told: Story | Told) -> str:
    """Who did what to whom."""
    kind = " ".join(filter(None, (told.type, told.mode)))
    who = " → ".join(filter(None, (", ".join(told.actors), ", ".join(told.recipients))))
    return f"{kind}: {who or 'no state'}"


def _parts(explanation: Explanation) -> Iterator[RenderableType]:
    yield Text.assemble((f"{explanation.kind} ", FAINT), (explanation.id, ACT), "  ", _line(explanation))
    for telling in explanation.tellings:
        yield Text("\n" + telling.what + (f" in comment {telling.comment}" if telling.comment else ""), FAINT)
        yield Padding(_context(telling), (0, 2))
    if explanation.candidates:
        yield heading("Who that may be")
        yield Padding(Text("\n".join(map(_candidate, explanation.candidates))), (0, 2))
    if explanation.chain:
        yield heading("On whose word")
        yield Padding(Text(chain(explanation.chain)), (0, 2))
    yield heading("Page")
    yield Padding(_page(explanation.page), (0, 2))
    if explanation.made_by:
        made = explanation.made_by
        yield heading("Made by")
        yield Padding(Text(f"{made.step}, {made.version} ({made.kind})"), (0, 2))
    if explanation.related:
        yield heading("See also")
        yield Padding(Text("\n".join(f"{r.kind:<8}{r.id}  {r.line}" for r in explanation.related)), (0, 2))


def _candidate(candidate: Candidate) -> str:
    facts = (candidate.name, candidate.country, candidate.sector, candidate.role)
    return f"{candidate.score:.2f}  {' · '.join(filter(None, facts))}: {candidate.reason}"


def _context(telling: Telling) -> Text:
    text = Text(telling.context)
    text.stylize("bold underline", telling.start, telling.end)
    before, words, after = text.divide([telling.start, telling.end])
    return Text.assemble(before, ("»", FAINT), words, ("«", FAINT), after)


def _page(page: Page) -> Text:
    told = (page.title or "untitled", outlet(page) or "outlet unknown", page.published or "undated")
    facts = (*told, page.url or page.source, page.id)
    return Text("\n".join(facts))


def _line(explanation: Explanation) -> str:
    record = explanation.record
    match record:
        case Event():
            names = [
                ", ".join(f"{p.name or p.text} ({p.country or '?'})" for p in side) for side in (record.actors, record.recipients)
            ]
            kind = " ".join(filter(None, (record.type, record.mode)))
            when = record.date.iso if record.date else "undated"
            facts = f"{record.status}, {record.rung or 'no rung'}, {when}, confidence {record.confidence:.2f}"
            return f"{kind}: {' → '.join(filter(None, names)) or 'nobody named'} ({facts})"
        case Quote():
            said = " ".join(s.text for s in record.speaker) or "nobody named"
            return f"{record.kind} quotation, {record.act} by {said}, confidence {record.confidence:.2f}"
        case Actor():
            return " · ".join(filter(None, (record.name, record.kind, record.country, record.sector, record.role)))
        case Comment():
            return " · ".join(filter(None, (record.author or "someone", record.date_text, record.kind)))
    return record.title or record.source
