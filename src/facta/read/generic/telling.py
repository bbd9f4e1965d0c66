"""What each post says: its own words without who, when, buttons and what is printed beside every post."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from facta.read import furniture, markup
from facta.read.generic import looks, references, when, words
from facta.read.generic.areas import Area
from facta.read.threads import Element

MAX_FURNITURE = 90
"""Characters up to which an element named like a part of the frame is one; longer ones hold text whatever their name."""
MAX_REPEATED = 60
OFTEN = 0.4
"""Share of the posts that say the same where it is the page's and not theirs."""
NAMED_SHARE = 0.3
"""Share of all words that must stand in elements named like text before only those are read."""
LOOSE_SHARE = 0.25
"""Loose words, as a share of those in elements, from which they are text as well."""
_PROSE = frozenset("p blockquote pre ul ol table figure code h1 h2 h3 h4 h5 h6".split())  # noqa: SIM905
_SILENT = frozenset("script style noscript template svg button input select textarea iframe object form img".split())  # noqa: SIM905
_DIGITS = re.compile(r"\d+")


@dataclass
class _Parts:
    """A post taken apart: elements free of who, when and buttons, and the words that stand loose between those."""

    blocks: list[Element] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    spine: set[Element] = field(default_factory=set)
    """Elements that hold blocks and marks both."""
    shared: frozenset[str] = frozenset()
    """The words of the post's own names, which say nothing of a part that repeats them (`reply-author`, `message-date`)."""


def read(areas: Sequence[Area], marks: Sequence[Collection[Element]], controls: Collection[Element]) -> list[str]:
    """The text of each post as paragraphs; `marks` are the elements that say who and when."""
    parts = [_apart(area, mine, controls) for area, mine in zip(areas, marks, strict=True)]
    often = _repeated(parts)
    for part in parts:
        part.blocks = [b for b in part.blocks if not _is_furniture(b, part.shared, often)]
        part.loose = [text for text in part.loose if not _is_frame(text, often)]
    wanted = _wanted(parts)
    loose = sum(len(t) for p in parts for t in p.loose)
    inside = sum(len(markup.line(b)) for p in parts for b in p.blocks if looks.of(b) in wanted)
    told = []
    for area, part, mine in zip(areas, parts, marks, strict=True):
        chosen = [b for b in part.blocks if looks.of(b) in wanted]
        own = set(area.own)
        if chosen and loose <= LOOSE_SHARE * inside:
            told.append("\n\n".join(filter(None, (_told(b, own, controls) for b in chosen))))
        else:
            told.append(_rest(area, part, own, mine, often))
    return told


_PING = re.compile(r"^(?:pingback|trackback|ping)s?\s*(?::\s*|\s+|$)", re.IGNORECASE)


def unpinged(text: str) -> str:
    """A text without the "Pingback:" before it."""
    return _PING.sub("", text)


def _apart(area: Area, marks: Collection[Element], controls: Collection[Element]) -> _Parts:
    own, roots = set(area.own), set(area.roots)
    parts = _Parts(shared=words.of(area.item), spine=_spine(area, own, [*marks, *(e for e in area.own if e in controls)]))
    cut = {*marks, *(e for e in area.own if e in controls)}
    stack: list[Iterator[Element]] = [iter(area.roots)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        if not isinstance(element.tag, str):
            continue
        if element not in roots and element.tail:
            parts.loose.append(" ".join(element.tail.split()))
        if (
            element not in own
            or (element.tag in _SILENT and element not in parts.spine)
            or (element in cut and element is not area.item)
        ):
            continue
        if element in parts.spine or element is area.item:
            parts.loose.append(" ".join((element.text or "").split()))
            stack.append(iter(element))
        else:
            parts.blocks.append(element)
    parts.loose = [text for text in parts.loose if text]
    return parts


def _spine(area: Area, own: set[Element], marks: Sequence[Element]) -> set[Element]:
    spine: set[Element] = set()
    forms = {e for e in area.own if e.tag == "form" and _shows(e)}
    inner = {e for e in area.own if e in forms or any(child not in own and isinstance(child.tag, str) for child in e)}
    for element in [*marks, *inner]:
        place = element if element in inner else element.getparent()
        while place is not None and place in own and place not in spine:
            spine.add(place)
            place = place.getparent()
    return spine


def _shows(form: Element) -> bool:
    """Whether a form only wraps what is shown, asking readers for nothing."""
    asks = (e for e in form.iter("textarea", "input", "select") if e.get("type") not in ("hidden", "submit", "button"))
    return next(asks, None) is None


def _repeated(parts: Sequence[_Parts]) -> set[str]:
    """The short lines that stand beside many posts, their numbers left out."""
    seen = Counter(key for part in parts for key in {_key(t) for t in [*map(_line, part.blocks), *part.loose] if t})
    return {key for key, n in seen.items() if n >= max(3, OFTEN * len(parts)) and len(key) <= MAX_REPEATED}


def _line(block: Element) -> str:
    return markup.line(block)


def _key(text: str) -> str:
    return _DIGITS.sub("#", text.casefold())


def _is_frame(line: str, often: set[str]) -> bool:
    """Whether a line is the page's own: a label, a button, a date, or what it prints beside every post."""
    if _key(line) in often or (len(line) < 3 and not any(c.isalnum() for c in line)):
        return True
    bare = line.casefold().strip(" .:»›→↩[]()•·|,-—–")
    if not bare or bare in words.seen("reply") or bare in words.seen("by") or bare in words.seen("says"):
        return True
    return (
        (words.is_("labels", line) and not _LETTERLESS.fullmatch(line))
        or furniture.is_("buttons", line)
        or when.is_all(line)
        or _by_when(line)
    )


_LETTERLESS = re.compile(r"[^\w\s]{2,}")  # a smiley or an emoji is a text


def _by_when(line: str) -> bool:
    """Whether nothing is left of a line without its date, "by" and "says"."""
    span = when.find(line) if len(line) <= MAX_FURNITURE else None
    if span is None:
        return False
    rest = f"{line[: span[0]]} {line[span[1] :]}".casefold().strip(" ,.:#·|()-—–0123456789")
    known = words.seen("by") | words.seen("says")
    return not rest or rest in known or all(w in known or w == "le" for w in rest.replace(",", " ").split())


def _is_furniture(block: Element, shared: frozenset[str], often: set[str]) -> bool:
    line = markup.line(block)
    if not line:
        return True
    own = words.of(block) - shared
    if own.isdisjoint(words.named("text")) or block.tag in ("a", "button"):
        if len(line) <= MAX_FURNITURE and not own.isdisjoint(words.named("furniture")):
            return True
        answers = words.starts("answers").match(line) if len(line) <= MAX_FURNITURE and not line.startswith("@") else None
        if answers and not references.ADDRESSED.match(line, answers.end()):
            return True
        if _is_frame(line, often):
            return True
    return "display:none" in (block.get("style") or "").replace(" ", "").lower()


def _wanted(parts: Sequence[_Parts]) -> set[looks.Look]:
    """The looks of the elements in which posts say something."""
    sizes: Counter[looks.Look] = Counter()
    named: Counter[looks.Look] = Counter()
    for part in parts:
        for block in part.blocks:
            size = len(markup.line(block))
            sizes[looks.of(block)] += size
            if not (words.of(block) - part.shared).isdisjoint(words.named("text")):
                named[looks.of(block)] += size
    if not sizes:
        return set()
    if sum(named.values()) >= NAMED_SHARE * sum(sizes.values()):
        return set(named)
    largest = sizes.most_common(1)[0][0]
    return {largest, *(look for look in sizes if look[0] in _PROSE or look == (largest[0], ""))}


def _told(block: Element, own: set[Element], controls: Collection[Element]) -> str:
    return markup.paragraphs(block, lambda e: e not in own or e in controls or not words.of(e).isdisjoint(words.named("aside")))


def _rest(area: Area, part: _Parts, own: set[Element], marks: Collection[Element], often: set[str]) -> str:
    """All words of a post that are left without its frame, for pages that put no element around a text."""
    kept, spine = set(part.blocks), part.spine | {area.item}

    def skip(element: Element) -> bool:
        dropped = element not in spine and element.getparent() in spine and element not in kept and element.tag != "br"
        return dropped or element not in own or element in marks

    pieces = (piece for root in area.roots for piece in markup.text_pieces(root, skip))
    kept_lines = ("\n".join(line for line in map(_undated, p.split("\n")) if line and not _is_frame(line, often)) for p in pieces)
    return "\n\n".join(filter(None, kept_lines))


def _undated(line: str) -> str:
    """A line without the date it begins with: ", 5 May 2018: I agree" where no element parts them."""
    span = when.find(line[:MAX_FURNITURE])
    if span is None or any(c.isalnum() for c in line[: span[0]]):
        return line
    return line[span[1] :].lstrip(" ,:|)-—–·")
