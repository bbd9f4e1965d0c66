"""One reading as a page for a person: marked paragraphs, events and quotations with their proof, the thread apart."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from facta.events.dyads import dyads
from facta.quotes.origin import outlet
from facta.records import Actor, Comment, Event, Page, Paragraph, Party, Quote, Reading, Source, Span

ACTOR, ACT, SPEECH, FAINT = "underline", "bold", "italic cyan", "dim"
RUNG_STYLE = {"talk": "blue", "commitment": "yellow", "deed": "bold green", None: FAINT}
LANGUAGE = "language"
"""The step that leaves out what is not in English."""
ROLES = {"headline": "bold", "dek": "italic", "standfirst": "bold italic", "caption": FAINT, "credit": FAINT}


def page(reading: Reading) -> RenderableType:
    """Everything `facta show` prints, ready for a rich console."""
    own = [e for e in reading.events if e.comment is None]
    claims = [e for e in reading.events if e.comment is not None]
    parts: list[RenderableType] = [_head(reading.page, _language(reading)), *_paragraphs(reading, own)]
    if own:
        parts += [heading(f"Who did what ({len(own)})"), _events(own)]
    quotes = [q for q in reading.quotes if q.comment is None]
    if quotes:
        parts += [heading(f"Who said what ({len(quotes)})"), _quotes(quotes, reading.actors)]
    if reading.actors:
        parts += [heading(f"Actors ({len(reading.actors)})"), _actors(reading)]
    if reading.thread:
        parts += [heading(f"Readers' thread ({len(reading.thread)})"), _thread(reading.thread)]
    if claims:
        parts += [heading(f"Claimed by readers, counted nowhere ({len(claims)})"), _events(claims, _authors(reading))]
    parts += [heading("Summary"), Padding(summary(reading), (0, 2)), *_problems(reading)]
    return Group(*parts)


def rows(reading: Reading) -> RenderableType:
    """The events of a reading as a table under its title; reader claims in a table of their own."""
    own = [e for e in reading.events if e.comment is None]
    claims = [e for e in reading.events if e.comment is not None]
    parts: list[RenderableType] = [_head(reading.page, _language(reading)), _events(own) if own else Text("No events.", FAINT)]
    if claims:
        parts += [heading("Claimed by readers, counted nowhere"), _events(claims, _authors(reading))]
    return Group(*parts, "")


def plain(reading: Reading) -> RenderableType:
    """What was read, nothing marked: paragraphs by kind, then the thread."""
    page = reading.page
    parts: list[RenderableType] = [_head(page, page.language or "language unknown")]
    for p in (p for p in page.paragraphs if p.kind != "other"):
        kind = Text(f"{p.kind:<11}", FAINT)
        parts.append(Padding(kind.append(" ".join(page.text[p.start : p.end].split()), ROLES.get(p.kind, "")), (0, 0, 1, 0)))
    if reading.thread:
        parts += [heading(f"Readers' thread ({len(reading.thread)})"), _thread(reading.thread)]
    return Group(*parts, *_problems(reading), "")


def summary(reading: Reading) -> Text:
    """Talk, commitments and deeds per directed pair of states, of the article's own events."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for event in reading.events:
        if event.comment is None and event.rung and event.status == "actual":
            for pair in dyads(event):
                counts.setdefault((pair.actor, pair.recipient), Counter())[event.rung] += 1
    if not counts:
        return Text("No act of one state towards another.")
    lines = [_pair_line(pair, counts[pair]) for pair in sorted(counts, key=lambda p: (-counts[p].total(), p))]
    deeds = sum(c["deed"] for c in counts.values())
    lines.append(Text("Words only: none of these is a deed.") if not deeds else Text(f"Deeds in all: {deeds}."))
    return Text("\n").join(lines)


def _pair_line(pair: tuple[str, str], count: Counter[str]) -> Text:
    line = Text.assemble((f"{pair[0]} → {pair[1]}", "bold"), "   ")
    for rung, noun in (("talk", "talk"), ("commitment", "commitments"), ("deed", "deeds")):
        line.append(f"{noun} {count[rung]}", RUNG_STYLE[rung] if count[rung] else FAINT)
        line.append("" if rung == "deed" else "  ·  ", FAINT)
    return line


def heading(text: str) -> Text:
    """The line above a part of the page."""
    return Text(f"\n{text}", style="bold magenta")


def _language(reading: Reading) -> str:
    """The language of a coded page; a text too short to tell is coded where its letters may be English."""
    if reading.page.language:
        return reading.page.language
    coded = any(e.comment is None for e in reading.events) or any(q.comment is None for q in reading.quotes)
    left = any(problem.step == LANGUAGE for problem in reading.problems)
    return "language not told; read as English" if coded or not left else "language unknown"


def _head(page: Page, language: str) -> Text:
    facts = [outlet(page) or "outlet unknown", page.published or "undated", *page.byline, language]
    head = Text()
    if page.title and not any(p.kind == "headline" for p in page.paragraphs):
        head.append(page.title + "\n", "bold")
    return head.append(" · ".join([*facts, page.url or page.source]) + "\n", FAINT)


def _paragraphs(reading: Reading, events: Sequence[Event]) -> Iterator[RenderableType]:
    quotes = [q for q in reading.quotes if q.comment is None]
    for paragraph in reading.page.paragraphs:
        if paragraph.kind != "other":
            yield Padding(_marked(paragraph, reading, events, quotes), (0, 0, 1, 0))


def _marked(paragraph: Paragraph, reading: Reading, events: Sequence[Event], quotes: Sequence[Quote]) -> Text:
    """The paragraph with quotations, actors and acts styled, and each act followed by its event's number."""
    start, end = paragraph.start, paragraph.end
    text = Text(reading.page.text[start:end], style=ROLES.get(paragraph.kind, ""))
    marks = [(s, SPEECH) for q in quotes for s in q.content]
    marks += [(m, ACTOR) for a in reading.actors for m in a.mentions if m.comment is None]  # type: ignore[misc]
    marks += [(e.trigger, ACT) for e in events]
    for mark, style in marks:
        if mark.start < end and mark.end > start:
            text.stylize(style, max(0, mark.start - start), mark.end - start)
    ends = sorted((e.trigger.end - start, f"[{n}]") for n, e in enumerate(events, 1) if start < e.trigger.end <= end)
    pieces = text.divide([at for at, _ in ends])
    out = Text()
    for piece, number in zip(pieces, [label for _, label in ends] + [""], strict=True):
        out.append_text(piece).append(number, FAINT)
    return out


def _events(events: Sequence[Event], authors: dict[str, str] | None = None) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    for name, ratio, width in (
        ("", None, 2),
        ("event", 2, 13),
        ("rung", None, 10),
        ("who → whom", 4, 12),
        ("when", None, 10),
        ("proof", 6, 20),
    ):
        table.add_column(name, ratio=ratio, min_width=width, overflow="fold")
    for number, event in enumerate(events, 1):
        who = authors.get(event.comment or "") if authors else None
        proof = Text(f"“{_flat(event.evidence)}”")
        for telling in event.also:
            proof.append(f"\nalso “{_flat(telling)}”", FAINT)
        proof.append("\n" + (f"claimed by {who}" if who else chain(event.assertion)), FAINT)
        table.add_row(Text(str(number), FAINT), _kind(event), _rung(event), _parties(event), _when(event), proof)
    return table


def _kind(event: Event) -> Text:
    return Text.assemble((event.type, ACT), f" {event.mode}" if event.mode else "", (f"\n{event.confidence:.2f}", FAINT))


def _rung(event: Event) -> Text:
    return Text(event.rung or "none", RUNG_STYLE[event.rung]).append(
        "" if event.status == "actual" else f"\n{event.status}", FAINT
    )


def _parties(event: Event) -> Text:
    actors, recipients = _names(event.actors), _names(event.recipients)
    return Text(f"{actors} → {recipients}" if recipients else actors)


def _names(parties: Sequence[Party]) -> str:
    return ", ".join(f"{p.name or p.text} ({p.country or '?'})" for p in parties)


def _when(event: Event) -> Text:
    if event.date is None:
        return Text("undated", FAINT)
    return Text(event.date.iso or event.date.text or "", FAINT if event.date.precision == "reported" else "")


def chain(sources: Sequence[Source]) -> str:
    """Who vouches, from the outlet inward, with what is known against them."""
    names = []
    for source in sources:
        flags = [w for w, on in (("state-controlled", source.state_controlled), ("unnamed", source.anonymous)) if on]
        names.append((source.name or "outlet unknown") + (f" ({', '.join(flags)})" if flags else ""))
    return " ← ".join(names)


def _quotes(quotes: Sequence[Quote], actors: Sequence[Actor]) -> Table:
    by_id = {a.id: a for a in actors}
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    for name, ratio, width in (("speaker", 3, 12), ("", None, 8), ("words", 7, 20), ("on whose word", 4, 12)):
        table.add_column(name, ratio=ratio, min_width=width, overflow="fold")
    for quote in quotes:
        actor = by_id.get(quote.speaker_actor or "")
        spoken = " ".join(_flat(s) for s in quote.speaker)
        who = Text(actor.name if actor else spoken or "nobody named")
        if actor and actor.role:
            who.append(f"\n{actor.role}" + (f" ({actor.country})" if actor.country else ""), FAINT)
        words = Text(" […] ".join(_flat(s) for s in quote.content), SPEECH)
        table.add_row(who, Text(f"{quote.kind}\n{quote.confidence:.2f}", FAINT), words, Text(chain(quote.chain), FAINT))
    return table


def _actors(reading: Reading) -> Padding:
    """Who plays a part or is known, most named first; phrases that name nobody in particular are only counted."""
    parts = {p.actor for e in reading.events for p in (*e.actors, *e.recipients)} | {q.speaker_actor for q in reading.quotes}
    shown = [a for a in reading.actors if a.country or a.id in parts]
    lines = Text()
    for actor in sorted(shown, key=lambda a: (-len(a.mentions), a.name)):
        facts = [f for f in (actor.country, actor.sector, actor.role) if f]
        lines.append(actor.name, ACTOR).append(f"  {' · '.join(facts) or actor.kind}  ×{len(actor.mentions)}\n", FAINT)
    if len(shown) < len(reading.actors):
        lines.append(f"and {len(reading.actors) - len(shown)} more that name nobody known", FAINT)
    lines.rstrip()
    return Padding(lines, (0, 2))


DEEPEST = 10
"""Levels of a thread that are set in: deeper answers stand below each other and say whom they answer, for no page is so wide."""


def _thread(thread: Sequence[Comment]) -> Padding:
    root = Tree("", hide_root=True, guide_style=FAINT)
    holders = {"": (root, 0)}
    """Where answers to a comment are set, and at which level."""
    authors = {comment.id: comment.author or "someone" for comment in thread}
    for comment in thread:
        above = (comment.parent or "") if comment.parent in holders else ""
        holder, level = holders[above]
        node = holder.add(_comment(comment, authors.get(above) if level == DEEPEST else None))
        holders[comment.id] = (node, level + 1) if level < DEEPEST else (holder, level)
    return Padding(root, (0, 2))


def _comment(comment: Comment, answers: str | None) -> Text:
    label = Text(comment.author or {"comment": "someone"}.get(comment.kind, comment.kind), "bold")
    for fact in (
        comment.date_text,
        comment.kind if comment.kind != "comment" and comment.author else None,
        answers and f"answers {answers}",
    ):
        label.append(f"  {fact}" if fact else "", FAINT)
    empty = "(deleted)" if comment.deleted else "(no text)"
    return label.append("\n" + (" ".join(comment.text.split()) or empty), "" if comment.text else FAINT)


def _problems(reading: Reading) -> Iterator[RenderableType]:
    if reading.problems:
        yield heading("Problems")
        yield Padding(Text("\n".join(f"{p.message} [{p.step}]" for p in reading.problems), "red"), (0, 2))


def _authors(reading: Reading) -> dict[str, str]:
    return {c.id: c.author or "an unnamed reader" for c in reading.thread}


def _flat(span: Span | None) -> str:
    return " ".join(span.text.split()) if span else ""
