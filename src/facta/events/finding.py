"""Turn what a reader of a language found into events, deciding in one place all that the codebook decides by structure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
from msgspec import UNSET

from facta.events.adjoining import joined, tells_nothing
from facta.events.announced import announced
from facta.events.asked import asked, named
from facta.events.assertion import Quoted, chain, passes_on, speaker
from facta.events.displeased import displeased
from facta.events.embedded import stand_alone
from facta.events.evidence import prove, sentence_of
from facta.events.mediated import MODE, ROOM, between
from facta.events.ontology import TOGETHER, EventType, Ontology, ontology
from facta.events.pledged import pledged
from facta.events.retracted import retracted
from facta.events.run_together import parted
from facta.events.subject import without_earlier
from facta.events.upheld import upheld
from facta.events.worded import worded
from facta.records import (
    ARTICLE,
    VERBAL,
    Analysis,
    Comment,
    Event,
    Made,
    Mention,
    Page,
    Party,
    Reading,
    Role,
    RoleName,
    Trigger,
    When,
    Where,
    span,
)
from facta.values.casing import WRITTEN_SMALL
from facta.values.ident import ident
from facta.values.spans import Range, inside, overlap, range_of, trim

STEP = "events.find"
NEAR = 8
"""So many phrases before some words are looked at for one that holds them; those inside a phrase follow it at once."""
_NAME = r"[A-ZÀ-Þ][\w.]*(?:['’-][A-ZÀ-Þ]\w*)*"
_PARTICLE = r"(?:(?:(?:al|bin|da|das|de|del|den|der|di|do|dos|du|el|ibn|la|ten|ter|van|von)[ \u00a0])|(?:a[dlnrstz]|ash|el)-)"
_INITIAL = r"(?:[A-ZÀ-Þ]|Adm|Amb|Dr|Gen|Gov|Lt|Mr|Mrs|Ms|Rep|Sen)\.(?=[ \u00a0][A-ZÀ-Þ])"
_AYN = r"(?:['’](?=[ \u00a0](?:al|el)-))?"
"""The last letter of an Arabic name, which is no possessive (`Mohammed Shia’ al-Sudani`)."""
_SUFFIX = re.compile(r"(?:Jr|Sr)\b\.?")
"""What tells a son from his father (`Joseph R. Biden, Jr.`)."""
_SUFFIXED = re.compile(rf",?[ \u00a0]{_SUFFIX.pattern}")
_NAME_BEFORE = re.compile(rf"(?<!\w)(?:{_NAME}{_AYN}[ \u00a0]{_PARTICLE}{{0,2}})+\Z")
_NAME_AFTER = re.compile(
    r"(?:(?<=\b[A-ZÀ-Þ])\.(?=[ \u00a0]))?"
    rf"(?:[ \u00a0]{_PARTICLE}{{0,2}}(?:{_INITIAL}|[A-ZÀ-Þ]\w*(?:['’-][A-ZÀ-Þ]\w*)*{_AYN}))*"
    rf"(?:(?<=\b[JS]r)\.|{_SUFFIXED.pattern})?"
)
"""More words of a name, none of them with a possessive ending; small particles stand inside one (`Lula da Silva`)."""
_OPENING = re.compile(r"(?:\A|[.!?:;”\"]\s|\n)\s*(?:In|At|From|On|By|Since)[ \u00a0]\Z")
"""What leads to a place or month that opens a sentence."""
_WHICH = frozenset({"last", "next", "this", "past"})
_UNIT = re.compile(r"\s+\w+")
"""What follows such a word: `week` in `last week's vote`, which is no phrase of time as a whole."""
MATERIAL_CONFLICT = 4
"""The quad of acts that nobody does to himself."""
LONG = 80
"""Characters that a name goes on at most before and after the words that a reader saw of it."""
TITLED = 0.6
"""Share of words written large from which a sentence is a headline in title case."""
_SMALL = re.compile(r"[a-z]{3,}")
"""A word written small; ones of two letters tell nothing."""


class _Text(NamedTuple):
    """One text to find events in, with all that is known about it."""

    page: Page
    comment: Comment | None
    words: str
    analysis: Analysis
    quotes: Quoted


def find(reading: Reading) -> Reading:
    """The reading with the events of its article and of each comment, and what the article may mention in passing, in the order
    of the text.

    Needs `analyses`; uses `quotes` for assertions. Countries, dates and coordinates are left for `resolve`: a date has `iso`
    empty, and as `text` the words that tell it, or else the precision at which it is the report's own. A trigger of a type that
    the ontology does not have is left out, with a problem.
    """
    if reading.analyses is UNSET:
        return reading
    texts = list(_texts(reading, reading.analyses))
    known = ontology()
    strange = sorted({t.type for text in texts for t in text.analysis.triggers} - set(known.types))
    events = tuple(_event(text, t, known) for text in texts for t in _accepted(text, text.analysis.triggers, known))
    articles = (text for text in texts if text.comment is None)
    passing = tuple(_event(text, t, known) for text in articles for t in _accepted(text, text.analysis.passing, known))
    reading = msgspec.structs.replace(reading, events=events, passing=passing)
    return reading.with_problem(STEP, f"the reader found events of unknown types: {', '.join(strange)}") if strange else reading


def _texts(reading: Reading, analyses: dict[str, Analysis]) -> Iterable[_Text]:
    """The texts that were read, the article first, then the comments in the order of the thread."""
    for key, comment in ((ARTICLE, None), *((c.id, c) for c in reading.thread)):
        if key in analyses:
            words = comment.text if comment else reading.page.text
            quotes = Quoted([q for q in reading.quotes if q.comment == (key or None)])
            yield _Text(reading.page, comment, words, analyses[key], quotes)


def _accepted(text: _Text, triggers: Iterable[Trigger], known: Ontology) -> list[Trigger]:
    """Those that become events: of a known type, telling an act, sure enough; one for each type and stretch of text."""
    best: dict[tuple[int, int, str], Trigger] = {}
    for trigger in sorted(triggers, key=lambda t: -t.score):
        at = trim(text.words, trigger.start, trigger.end)
        if trigger.type in known.types and at.start < at.end and trigger.score >= _least(known.types[trigger.type], trigger):
            best.setdefault((*at, trigger.type), trigger)
    found = joined(text.words, [best[key] for key in sorted(best)])
    found = [t for t in found if not tells_nothing(text.words[t.start : t.end])]
    found = [displeased(text.words, pledged(text.words, upheld(text.words, retracted(text.words, t)))) for t in found]
    told = [worded(text.words, t, known) for t in found]
    told = [asked(text.words, t, sentence_of(text.words, text.analysis, range_of(t))) for t in told]
    if text.comment is None:
        told = [announced(text.page, text.analysis, t, known) for t in told]
    return stand_alone(text.words, told)


def _least(kind: EventType, trigger: Trigger) -> float:
    bare = not any(role.role in ("actor", "recipient") for role in trigger.roles)
    return max(kind.min_score, kind.min_score_bare) if bare else kind.min_score


def _event(text: _Text, trigger: Trigger, known: Ontology) -> Event:
    kind = known.type(trigger.type)
    mode = trigger.mode if kind.mode(trigger.mode) else None
    at = trim(text.words, trigger.start, trigger.end)
    sentence = sentence_of(text.words, text.analysis, at)
    roles = [_whole(text, role, [at, *(_parties_of(trigger) if role.role == "place" else ())]) for role in trigger.roles]
    roles = [named(text.words, role, sentence_of(text.words, text.analysis, range_of(role))) for role in roles]
    if _titled(text.words, sentence):
        roles = list(parted(text.words, at, roles))
    sides = _sides(text.words, roles, symmetric=kind.is_symmetric(mode))
    if not sides["actor"] and kind.quad in VERBAL:
        sides["actor"] = speaker(text.quotes.near(at), at)  # who praises, blames or promises is who speaks
    if mode == MODE:
        sides["actor"], sides["recipient"] = between(
            text.words, at, _behind(text.analysis, at), (sides["actor"], sides["recipient"])
        )
    if trigger.type not in TOGETHER and len(sides["actor"]) > 1:
        sides["actor"] = without_earlier(text.words, sentence, at, sides["actor"])
    if kind.quad == MATERIAL_CONFLICT:
        sides["recipient"] = _others(text.words, sides)
    vouched = chain(text.page, text.comment, text.quotes.near(at), at)
    sides["recipient"] = [r for r in sides["recipient"] if not passes_on(vouched, text.quotes.near(at), at, r)]
    parties = [*sides["actor"], *sides["recipient"]]
    proof = trigger.evidence or prove(text.words, at, parties, sentence)
    proof = Range(min(proof.start, at.start), max(proof.end, at.end))
    proof = _in_paragraph(text, proof, at)
    words = span(text.words, *at)
    comment = text.comment.id if text.comment else None
    return Event(
        id=ident("e", text.page.key, comment or ARTICLE, trigger.type, *at),
        type=trigger.type,
        mode=mode,
        quad=kind.quad,
        rung=known.rung(trigger.type, mode, trigger.status, words.text),
        status=trigger.status,
        actors=_parties(text.words, sides["actor"]),
        recipients=_parties(text.words, sides["recipient"]),
        trigger=words,
        evidence=span(text.words, *proof),
        date=_when(text.words, text.analysis, trigger),
        place=_where(text.words, [role for role in roles if not _sent_from(text, role, at)]),
        assertion=vouched,
        confidence=trigger.score,
        comment=comment,
        made_by=Made(step=STEP, version=text.analysis.version),
    )


def _behind(analysis: Analysis, act: Range) -> Sequence[Mention]:
    """The phrases of the words right behind an act."""
    first, last = (bisect_left(analysis.mentions, end, key=lambda m: m.start) for end in (act.end, act.end + ROOM))
    return analysis.mentions[first:last]


def _in_paragraph(text: _Text, proof: Range, at: Range) -> Range:
    """A proof without what it has of other paragraphs than the trigger's: a headline does not run on into a dateline."""
    found = () if text.comment else text.page.paragraphs
    home = next(
        (p for p in found[bisect_right(found, at.start, key=lambda p: p.start) - 1 :] if p.start <= at.start < p.end), None
    )
    if home is None:
        return proof
    return trim(text.words, max(proof.start, home.start), min(proof.end, home.end))


def _sides(words: str, roles: Iterable[Role], *, symmetric: bool) -> dict[RoleName, list[Range]]:
    """Where the actors and the recipients stand, surest roles first when two exclude each other.

    A party is on a side once, by place and by name, and the same words are not on both sides. In a symmetric act all are actors.
    """
    sides: dict[RoleName, list[Range]] = {"actor": [], "recipient": []}
    for role in sorted(roles, key=lambda r: (-r.score, r.start - r.end, r.start, r.role)):
        at = _sound(words, trim(words, role.start, role.end))
        if role.role not in sides or at.start == at.end:
            continue
        side = sides["actor" if symmetric else role.role]
        told = {words[r.start : r.end].casefold() for r in side}
        twice = any(overlap(at, r) for r in side) or words[at.start : at.end].casefold() in told
        if not twice and not any(at in other for other in sides.values()):
            side.append(at)
    return {name: _joined(words, sorted(side)) for name, side in sides.items()}


_OF = re.compile(r" of (?:the )?")


def _joined(words: str, side: Sequence[Range]) -> list[Range]:
    """Parties in order, those between which only `of` stands as one (`secretary | of | state, Ann`): labels have none such."""
    out: list[Range] = []
    for at in side:
        parted = not (out and _OF.fullmatch(words, out[-1].end, at.start))
        out.append(at if parted else Range(out.pop().start, at.end))
    return out


def _others(words: str, sides: dict[RoleName, list[Range]]) -> list[Range]:
    """The recipients of force, without whoever alone uses it by the same name: in `Peru says Chile fired` no Chile was hit."""
    names = {words[r.start : r.end].casefold() for r in sides["actor"]}
    return [r for r in sides["recipient"] if {words[r.start : r.end].casefold()} != names]


_COUNTED = re.compile(r"(?:at )?(?:least|most) (?=\w+ )", re.IGNORECASE)
_HANDLE = re.compile(r"\w+ (?:the )?(?=\w)", re.IGNORECASE)
_CURRENCY = re.compile(r"(?:^|\s+)[A-Z]{1,3}$")
_OPEN = re.compile(r"\s*\([^)]*$")
_RELATIVE = re.compile(r"\s(?:that|which|who|whom|whose)$")


def _sound(words: str, at: Range) -> Range:
    """Some words without the `US` of `US$9 million`, the `least` of `at least nine`, a `@handle`, a bracket only opened, and the
    `who` of `fighters who`."""
    before = (_HANDLE if words[at.start - 1 : at.start] == "@" else _COUNTED).match(words, at.start, at.end)
    at = Range(before.end(), at.end) if before else at
    text = words[at.start : at.end]
    if clause := _RELATIVE.search(text):
        return Range(at.start, at.start + clause.start())
    if words[at.end : at.end + 1] in ("$", "£") and (code := _CURRENCY.search(text)):
        return Range(at.start, at.start + code.start())
    opened = _OPEN.search(text)
    if opened is None:
        return at
    return Range(at.start, at.start + opened.start()) if opened.start() else Range(at.start + 1, at.end)


def _parties_of(trigger: Trigger) -> list[Range]:
    """Where an act's parties stand."""
    return [range_of(role) for role in trigger.roles if role.role in ("actor", "recipient")]


def _whole(text: _Text, role: Role, taken: Iterable[Range]) -> Role:
    """A role whose words are part of a name, with all of that name: a reader may see only the `United` of `United States`.

    The name never runs into what is taken, by the act's own words or, that of a place, by a party (`In Vienna | Iran left`); that
    of a party never back to what opens a sentence (`In May | Hamas fired`). It ends nowhere in a headline in title case.
    """
    at = trim(text.words, role.start, role.end)
    if role.role == "time" or at.start == at.end:
        return role
    mentions = text.analysis.mentions
    before = bisect_right(mentions, at.start, key=lambda m: m.start)
    near = [range_of(m) for m in mentions[max(0, before - NEAR) : before] if m.kind != "time" and m.score == 1]
    near = [Range(r.start, more.end() if (more := _SUFFIXED.match(text.words, r.end)) else r.end) for r in near]
    name = _named(text.words, at, next((r for r in near if inside(at, r)), at))
    if _SUFFIX.match(text.words, at.start):
        name = Range(next((r.start for r in near if r.start < at.start < r.end), at.start), name.end)
    if role.role != "place" and _OPENING.search(text.words, max(0, name.start - LONG), name.start):
        name = Range(at.start, name.end)
    if name == at or any(overlap(name, other) for other in taken):
        return role
    if _titled(text.words, sentence_of(text.words, text.analysis, at)):
        return role
    return msgspec.structs.replace(role, start=name.start, end=name.end)


def _named(words: str, at: Range, within: Range) -> Range:
    """Some words with the words beside them, inside a phrase, that belong to the same name."""
    low, high = max(within.start, at.start - LONG), min(within.end, at.end + LONG)
    left, right = _NAME_BEFORE.search(words, low, at.start), _NAME_AFTER.match(words, at.end, high)
    last = words[at.start : at.end].rsplit(None, 1)[-1]
    return Range(
        left.start() if left and words[at.start].isupper() else at.start, right.end() if right and last[0].isupper() else at.end
    )


def _titled(words: str, sentence: Range) -> bool:
    """Whether most words of a sentence are written large, and all that title case writes so: prose may name many persons."""
    found = words[sentence.start : sentence.end].split()
    small = {word[0] for word in map(_SMALL.match, found) if word}
    return sum(word[0].isupper() for word in found) > len(found) * TITLED and small <= WRITTEN_SMALL


def _parties(words: str, side: Iterable[Range]) -> tuple[Party, ...]:
    return tuple(Party(text=words[r.start : r.end], start=r.start, end=r.end) for r in side)


def _best(words: str, roles: Iterable[Role], name: RoleName) -> Range | None:
    """Where the surest role of a name stands, the first of equals; None when there is none."""
    found = [(r.score, -r.start, trim(words, r.start, r.end)) for r in roles if r.role == name]
    return max((f for f in found if f[2].start < f[2].end), default=(0.0, 0, None))[2]


def _when(words: str, analysis: Analysis, trigger: Trigger) -> When | None:
    """What `resolve` makes a date of: words that tell it, else how precisely the report's own date holds; None for no date."""
    at = _best(words, trigger.roles, "time")
    if at is None and trigger.dating == "undated":
        return None
    if at is not None:
        at = _time(words, analysis, at)
    told = words[at.start : at.end] if at else None
    return When(iso="", precision=trigger.dating if trigger.dating in ("month", "year") else "reported", text=told)


def _time(words: str, analysis: Analysis, at: Range) -> Range:
    """The whole phrase of time around some of its words: a reader may see only the `last` of `last week`."""
    mentions = analysis.mentions
    before = bisect_right(mentions, at.start, key=lambda m: m.start)
    near = (range_of(m) for m in mentions[max(0, before - NEAR) : before] if m.kind == "time" and m.score == 1)
    whole = next((r for r in near if inside(at, r)), at)
    unit = _UNIT.match(words, whole.end) if words[whole.start : whole.end].lower() in _WHICH else None
    return Range(whole.start, unit.end()) if unit else whole


def _sent_from(text: _Text, place: Role, act: Range) -> bool:
    """Whether a place is where the report was sent from, and the act stands in the headline above, which says nothing of it."""
    sent = None if text.comment else text.page.dateline
    return sent is not None and act.end <= sent.start <= place.start < sent.end


def _where(words: str, roles: Iterable[Role]) -> Where | None:
    at = _best(words, roles, "place")
    return Where(name=words[at.start : at.end], text=words[at.start : at.end]) if at else None
