"""Through whom words came: from this page's outlet inward, over each agency, institution or person named between, to the speaker.

The phrases that lead to a link stand in `chain.toml`; names of agencies and outlets are the project's own table. Kinds are
guessed from the words; `resolve` knows better and corrects them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from facta.quotes.naming import LEAD, core
from facta.quotes.origin import bare, media, origin
from facta.quotes.told import Told
from facta.records import Attribution, Mention, MentionKind, Source, SourceKind
from facta.values.datafile import Words, load
from facta.values.spans import Range, inside, overlap

_MORE = 12
"""Fewer characters than these beside a phrase of anonymity are nothing that anybody says."""
_LOWER = re.compile(r"^(?:[a-z][\w-]*,?\s+)+(?=[A-Z])")
"""Words before a name that are written small: `state-run`."""
_NAME = re.compile(r"((?:[a-z][\w-]*\s+)*)([A-Z][\w'’-]*(?:\s(?:[A-Z][\w'’-]*|\d+\b))*)")
"""Words written small, and a name behind them; channels are numbered."""
_WORD = re.compile(r"\S+")
_OWN = re.compile(r"['’]s?$")
_OF = re.compile(r"\s(?:in|at|of|on|to|for|from|with|inside|near|close|familiar|briefed|involved)\s")
"""What begins the rest of a phrase behind its head: `people` | `in the palace`."""
_ONE = re.compile(r"\b(?:an?|another|one)\s+$", re.IGNORECASE)
_ARTICLE = 9
"""Characters before a phrase in which its article stands."""
_SPACE = re.compile(r"\s")
_RANK: dict[SourceKind, int] = {"outlet": 0, "agency": 0, "institution": 1, "person": 2, "reader": 3}


def chain(t: Told, a: Attribution, near: Sequence[Attribution]) -> tuple[Source, ...]:
    """The sources behind a quotation, this page's own first (`origin`), the speaker, as written, last.

    Whom a source cites stands right behind it, behind the speaker too: Tass said it, citing the ministry.

    near: quotations of the same text around it; one that holds `a` in its content passes its own speaker on.
    """
    out = list(origin(t.reading.page, t.comment))
    found = [(named(t, place), cited) for place, cited in _links(t, a)]
    passing = sorted((link for link, cited in found if not cited), key=lambda s: (_RANK[s.kind], s.start or 0))
    speaker = [named(t, r, speaking=True) for r in a.source[:1]]
    taken = {(s.start, s.end) for s in speaker}
    own = {bare(link.name) for link in origin(t.reading.page, t.comment) if link.name and link.kind != "reader"}
    holders = _holders(a, near)
    outside = [link for link in passing if not _stands_in(link, holders)]
    outer = (named(t, b.source[0], speaking=True) for b in holders)
    for link in (*outside, *outer, *(link for link in passing if link not in outside)):
        if (link.start, link.end) not in taken and bare(link.name or "") not in own:
            taken.add((link.start, link.end))
            out.append(link)
    out += speaker
    for link in (link for link, cited in found if cited and (link.start, link.end) not in taken):
        out.insert(_behind(out, link), link)
    return tuple(out)


def _behind(links: Sequence[Source], cited: Source) -> int:
    """Where a cited source belongs: behind the one named last before it, who cites it."""
    before = [(link.start, n) for n, link in enumerate(links) if link.start is not None and link.start < (cited.start or 0)]
    return max(before)[1] + 1 if before else len(links)


def named(t: Told, where: Range, *, speaking: bool = False) -> Source:
    """A source of the chain from the words that name it, without appositions and clauses that follow the name.

    speaking: whether these are all the words of a speaker, to whom a wish not to be named belongs.
    """
    found, kind = core(t, where, speaking=speaking)
    whole = _medium(t.text, found.start, where.end)
    if whole and whole.end > found.end:
        found = whole
    words = t.text[found.start : found.end]
    small = _LOWER.match(words)
    trade = is_media(words)
    if small and trade:
        found = Range(found.start + small.end(), found.end)
    name = t.text[found.start : found.end]
    medium = media().get(bare(name)) or (_kind(words, kind) if small and _calls(small[0]) else None)
    return Source(
        name=name,
        kind=medium or ("person" if kind == "person" and "," in name else _kind(name, kind)),
        start=found.start,
        end=found.end,
        anonymous=_anonymous(words) or _indefinite(t, found, where, kind) or (speaking and _unwilling(t, where)),
        state_controlled=True if _state_run(t.text[where.start : found.end]) and trade else None,
    )


def _links(t: Told, a: Attribution) -> Iterator[tuple[Range, bool]]:
    """Links named in the sentences of the cue and the source (of the content where there is neither), outside what is quoted.

    With each, whether it is somebody whom another source cites.
    """
    zones = {s for part in ([*a.cue, *a.source] or a.content) for s in t.sentences(part)}
    for zone in sorted(zones):
        for mention in t.phrases(zone):
            place = _place(t, mention, zone)
            if place is None or any(overlap(place, r) for r in a.content) or any(r.start == place.start for r in a.source):
                continue
            cited = _cited(t.text, zone, place, mention.kind)
            apart = not any(overlap(place, r) for r in a.source)  # a reader may take `Reuters, citing a minister` for the source
            if cited or (apart and _leads(t.text, zone, place, a)):
                yield place, cited


def _place(t: Told, mention: Mention, zone: Range) -> Range | None:
    """Where a mention names somebody; a medium may have less words than it (`NBC` | `last week`), or more (`France` | `24`)."""
    medium = _medium(t.text, mention.start, zone.end)
    if mention.kind in ("pronoun", "time"):
        return medium if medium and medium.start < mention.end else None
    return medium if medium and medium.end > mention.end else Range(mention.start, mention.end)


def _medium(text: str, start: int, end: int) -> Range | None:
    """The name of a medium that begins at a place, with a word before it that calls it one (`newspaper Dawn`).

    That also tells of one that the table does not know.
    """
    found = _NAME.match(text, start, end)
    if found is None or (found[1] and not _calls(found[1])):
        return None
    words = [Range(*w.span()) for w in _WORD.finditer(text, found.start(2), found.end(2))]
    known = (w.end for w in reversed(words) if bare(text[found.start(2) : w.end]) in media())
    stop = next(known, found.end(2) if found[1] else None)
    return Range(start, start + len(_OWN.sub("", text[start:stop]))) if stop else None


def _before(text: str, zone: Range, place: Range) -> str:
    return _SPACE.sub(" ", text[max(zone.start, place.start - LEAD - 30) : place.start].lower())


def _cited(text: str, zone: Range, place: Range, kind: MentionKind) -> bool:
    """Whether a mention is whom somebody cites: one with a name, or a source without one; an argument may be cited as well."""
    words = text[place.start : place.end]
    known = words.split()[-1][:1].isupper() or any(w in _lists()["unnamed"] for w in words.lower().split())
    somebody = known or kind != "other"
    return somebody and _led(_before(text, zone, place), "cites") is not None


def _leads(text: str, zone: Range, place: Range, a: Attribution) -> bool:
    """Whether the words beside a mention make it a link."""
    before = _before(text, zone, place)
    after = _SPACE.sub(" ", text[place.end : min(zone.end, place.end + 20)].lower())
    at = _led(before, "through")
    if at is not None:
        phrase = Range(place.start - len(before) + at.start, place.start - len(before) + at.end)
        return not any(inside(phrase, cue) for cue in a.cue)
    if not is_media(text[place.start : place.end]):
        return any(c.start == place.end + 1 and _has(text[c.start : c.end], "quotes") for c in a.cue)
    return _led(before, "to_media") is not None or any(re.match(rf",? {w}\b", after) for w in _lists()["media_does"])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, sorted(_lists()[name], key=len, reverse=True)))
    return re.compile(rf"\b({phrases})(?: (?:the|a|an|its|his|her|their|[a-z][\w-]+))?\s*$")


def _led(before: str, name: str) -> Range | None:
    """Where a phrase of a list ends the words before a mention, an article or one adjective let pass."""
    match = _pattern(name).search(before)
    return Range(*match.span(1)) if match else None


def _holders(a: Attribution, near: Sequence[Attribution]) -> list[Attribution]:
    """The quotations whose content holds this one with its cue, the outermost first: their speakers pass it on."""
    own = [*a.content, *a.cue]
    holders = [b for b in near if b is not a and b.source and all(any(inside(p, c) for c in b.content) for p in own)]
    return sorted(holders, key=lambda b: b.content[0].start - b.content[-1].end)


def _stands_in(link: Source, holders: Sequence[Attribution]) -> bool:
    """Whether a link is named within the words of any of these; else it passes those on as well."""
    where = Range(link.start or 0, link.end or 0)
    return not holders or any(inside(where, part) for b in holders for part in b.content)


def _kind(words: str, mention: MentionKind) -> SourceKind:
    low = words.lower()
    known = media().get(bare(words))
    if known:
        return known
    if _has(low, "agency_words"):
        return "agency"
    if is_media(words):
        return "outlet"
    return "institution" if mention in ("organisation", "state", "group", "place") else "person"


@lru_cache(maxsize=4096)
def is_media(words: str) -> bool:
    """Whether words name an agency or an outlet: by the table, or by a noun of the trade in a name written large."""
    low = words.lower()
    parts = _LOWER.sub("", words)
    return (
        bare(words) in media()
        or bare(parts) in media()
        or bare(parts).removesuffix(" agency") in media()
        or (words != low and _trade(low))
    )


def _trade(small: str) -> bool:
    """Whether words before a name call it an agency or an outlet."""
    return _has(small, "agency_words") or _has(small, "outlet_words")


def _calls(small: str) -> bool:
    """Whether the last of the words before a name calls it an agency or an outlet."""
    return _trade(small.rsplit(maxsplit=1)[-1])


def _has(low: str, name: str) -> bool:
    return _any_of(name).search(low) is not None


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _lists()[name]))})\b")


def _state_run(words: str) -> bool:
    return _has(words.lower(), "state_words")


def unnamed(t: Told, a: Attribution) -> bool:
    """Whether an attribution only says that somebody does not want to be named: `asked` | `not to be named`."""
    parts = [*a.cue, *a.content]
    told = " ".join(t.text[min(p.start for p in parts) : max(p.end for p in parts)].lower().split())
    return any(p in told and len(told) < len(p) + _MORE for p in _lists()["anonymity"])


def _anonymous(words: str) -> bool:
    """Whether a speaker is only called an official, a source, a witness: no name stands with it."""
    parts = [(part.split()[-1:], _OF.split(part, maxsplit=1)[0].split()[-1:]) for part in re.split(r",| and ", words.lower())]
    return all({*last, *head} & {*_lists()["unnamed"]} for last, head in parts)


def _indefinite(t: Told, found: Range, where: Range, kind: MentionKind) -> bool:
    """Whether somebody is only said to hold an office that others hold too (`a former ambassador`); a spokesman names a body."""
    words = t.text[found.start : found.end]
    head = _OF.split(words, maxsplit=1)[0].split()[-1:]
    one = _ONE.search(t.text[max(0, found.start - _ARTICLE) : found.start])
    named = "," in words or any(m.kind == "person" for m in t.phrases(Range(found.end, where.end)))
    return kind == "role" and one is not None and not named and all(w.islower() and w not in _lists()["voices"] for w in head)


def _unwilling(t: Told, where: Range) -> bool:
    """Whether the sentence of a speaker says that he or she would not be named."""
    low = " ".join(t.text[s.start : s.end].lower() for s in t.sentences(where))
    return any(p in low for p in _lists()["anonymity"])


def _lists() -> dict[str, Words]:
    return load("facta.quotes", "chain.toml", dict[str, Words])
