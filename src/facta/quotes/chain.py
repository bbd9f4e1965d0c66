"""Through whom words came: from this page's outlet inward, over each agency, institution or person named between, to the speaker.

The phrases that lead to a link stand in `chain.toml`; names of agencies and outlets are the project's own table. Kinds are
guessed from the words; `resolve` knows better and corrects them.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from facta.quotes.naming import LEAD, core
from facta.quotes.origin import bare, media, origin
from facta.quotes.told import Told
from facta.records import Attribution, Mention, MentionKind, Source, SourceKind
from facta.values.spans import Range, inside, overlap

_MORE = 12
"""Fewer characters than these beside a phrase of anonymity are nothing that anybody says."""
_LOWER = re.compile(r"^(?:[a-z][\w-]*,?\s+)+(?=[A-Z])")
"""Words before a name that are written small: `state-run`."""
_SPACE = re.compile(r"\s")
_RANK: dict[SourceKind, int] = {"outlet": 0, "agency": 0, "institution": 1, "person": 2, "reader": 3}


def chain(t: Told, a: Attribution, near: Sequence[Attribution]) -> tuple[Source, ...]:
    """The sources behind a quotation, this page's own first (`origin`), the speaker, as written, last.

    Whom a source cites stands right behind it, behind the speaker too: Tass said it, citing the ministry.

    near: quotations of the same text around it; one that holds `a` in its content passes its own speaker on.
    """
    out = list(origin(t.reading.page))
    if t.comment:
        out.append(Source(name=t.comment.author, kind="reader"))
    found = [(named(t, place), cited) for place, cited in _links(t, a)]
    passing = sorted((link for link, cited in found if not cited), key=lambda s: (_RANK[s.kind], s.start or 0))
    speaker = [named(t, r, speaking=True) for r in a.source[:1]]
    taken = {(s.start, s.end) for s in speaker}
    own = {bare(link.name) for link in origin(t.reading.page) if link.name}
    for link in (*_outer(t, a, near), *passing):
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
    words = t.text[found.start : found.end]
    small = _LOWER.match(words)
    if small and is_media(words):
        found, words = Range(found.start + small.end(), found.end), words[small.end() :]
    return Source(
        name=words,
        kind="person" if kind == "person" and "," in words else _kind(words, kind),
        start=found.start,
        end=found.end,
        anonymous=_anonymous(words) or (speaking and _unwilling(t, where)),
        state_controlled=True if _state_run(t.text[where.start : found.end]) and is_media(words) else None,
    )


def _links(t: Told, a: Attribution) -> Iterator[tuple[Range, bool]]:
    """Links named in the sentences of the cue and the source (of the content where there is neither), outside what is quoted.

    With each, whether it is somebody whom another source cites.
    """
    own = [*a.content, *a.source]
    zones = {s for part in ([*a.cue, *a.source] or a.content) for s in t.sentences(part)}
    for zone in sorted(zones):
        for mention in t.phrases(zone):
            place = Range(mention.start, mention.end)
            if mention.kind in ("pronoun", "time") or any(overlap(place, r) for r in own):
                continue
            cited = _cited(t.text, zone, mention)
            if cited or _leads(t.text, zone, mention, a):
                yield place, cited


def _before(text: str, zone: Range, mention: Mention) -> str:
    return _SPACE.sub(" ", text[max(zone.start, mention.start - LEAD - 30) : mention.start].lower())


def _cited(text: str, zone: Range, mention: Mention) -> bool:
    """Whether a mention is whom somebody cites: one with a name, or a source without one; an argument may be cited as well."""
    words = text[mention.start : mention.end]
    known = words.split()[-1][:1].isupper() or any(w in _lists()["unnamed"] for w in words.lower().split())
    somebody = known or mention.kind != "other"
    return somebody and _led(_before(text, zone, mention), "cites") is not None


def _leads(text: str, zone: Range, mention: Mention, a: Attribution) -> bool:
    """Whether the words beside a mention make it a link."""
    before = _before(text, zone, mention)
    after = _SPACE.sub(" ", text[mention.end : min(zone.end, mention.end + 20)].lower())
    at = _led(before, "through")
    if at is not None:
        phrase = Range(mention.start - len(before) + at.start, mention.start - len(before) + at.end)
        return not any(inside(phrase, cue) for cue in a.cue)
    if not is_media(text[mention.start : mention.end]):
        return False
    return _led(before, "to_media") is not None or any(re.match(rf",? {w}\b", after) for w in _lists()["media_does"])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, sorted(_lists()[name], key=len, reverse=True)))
    return re.compile(rf"\b({phrases})(?: (?:the|a|an|its|his|her|their|[a-z][\w-]+))?\s*$")


def _led(before: str, name: str) -> Range | None:
    """Where a phrase of a list ends the words before a mention, an article or one adjective let pass."""
    match = _pattern(name).search(before)
    return Range(*match.span(1)) if match else None


def _outer(t: Told, a: Attribution, near: Sequence[Attribution]) -> Iterator[Source]:
    """Speakers of the quotations whose content holds this one with its cue, the outermost first."""
    own = [*a.content, *a.cue]
    holders = [b for b in near if b is not a and b.source and all(any(inside(p, c) for c in b.content) for p in own)]
    for b in sorted(holders, key=lambda b: b.content[0].start - b.content[-1].end):
        yield named(t, b.source[0], speaking=True)


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
        or (words != low and (_has(low, "agency_words") or _has(low, "outlet_words")))
    )


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
    parts = [part.split() for part in re.split(r",| and ", words.lower())]
    return all(part[-1:] and part[-1] in _lists()["unnamed"] for part in parts)


def _unwilling(t: Told, where: Range) -> bool:
    """Whether the sentence of a speaker says that he or she would not be named."""
    low = " ".join(t.text[s.start : s.end].lower() for s in t.sentences(where))
    return any(p in low for p in _lists()["anonymity"])


@cache
def _lists() -> dict[str, list[str]]:
    table: dict[str, list[str]] = tomllib.loads(files("facta.quotes").joinpath("chain.toml").read_text("utf-8"))
    return table
