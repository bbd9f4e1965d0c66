"""The parts of an article given as plain text: headline, dek, standfirst, body and what is none of it, as ranges of that text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, takewhile

from facta.read import credit, dates, furniture, labelled, order, outlet, pasted, printed, slugs, stamps
from facta.read.dates import Order
from facta.read.draft import Draft, Part
from facta.read.stamps import Said
from facta.records import Dateline, ParagraphKind, Span, span
from facta.values.spans import Range, trim

_BLOCK = re.compile(r"(?:[^\r\n]|(?:\r\n|\r|\n)(?![^\S\r\n]*(?:[\r\n]|\Z)))+")
_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_END = re.compile(r"[.!?…。][\"”’'»)\]]*$")
MAX_PLACE = 40
"""Characters beside an author's name that say where that one writes."""
_OPEN_END = re.compile(r"[,;:—–-]$")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
MAX_HEADLINE = 220
"""Characters; longer first blocks are paragraphs."""
MAX_FRONT = 4
"""Blocks between the page's top and its first paragraph that can be headline, dek and standfirst."""
WRAP = 120
"""A text whose lines are all shorter, and mostly full and broken inside sentences, was wrapped by a machine."""
FULL = 0.7
"""Share of the longest line's length from which a line counts as full."""


TOP = 8
"""Blocks at the top of a text among which its date line and byline stand."""
MAX_ABOVE = 40
"""Blocks of the page that can stand above a pasted article."""


def read(text: str, title: str | None = None, fetched: str | None = None) -> Draft:
    """The article and the thread of a page given as text; `title` is the headline where the source knows it.

    fetched: when the page was, as for `ago.day`.
    """
    thread = pasted.find(text)
    found = tuple(parts(text, title, thread.places if thread else ()))
    lines = [(p.kind, text[p.start : p.end]) for p in found]
    body = [line for kind, line in lines if kind == "body"]
    top = [line for kind, line in lines[: _above(lines)] if kind in ("other", "credit")]
    credits_ = (credit.line(line) for kind, line in lines if kind == "credit")
    reckoned = order.of(top)
    days = (printed_day, dates.line_day)  # a line that tells but a change is better than none
    told = next(((line, day) for read_day in days for line in top if (day := read_day(line, reckoned))), None)
    told = told or _since(lines, fetched)
    said = [Said("text", *told)] if told else []
    sent = dateline(text, found, told[1] if told else None)
    day, stamp = stamps.weigh(stamps.with_dateline(said, sent))
    return Draft(
        text=text,
        parts=found,
        posts=thread.posts if thread else (),
        title=title or next((line for kind, line in lines if kind == "headline"), None),
        dek=next((line for kind, line in lines if kind == "dek"), None),
        byline=next(filter(None, map(printed.authors, top)), ()) or _signed(top),
        site=next(filter(None, map(printed.outlet, top)), None) or _masthead(lines),
        published=day,
        published_by=stamp,
        credit=next(filter(None, credits_), None) or (credit.inside(body[0], body[-1]) if body else None),
        dateline=sent,
        order=reckoned,
        corrections=corrections(text, found),
    )


def _since(lines: Sequence[tuple[str, str]], fetched: str | None) -> tuple[str, str] | None:
    """How long ago the article was published, and the date of that, by the last such line above the body."""
    heads = takewhile(lambda one: one[0] != "body", lines)
    told = (printed.since(line, fetched) for kind, line in heads if kind in ("other", "credit"))
    return next(iter(list(filter(None, told))[::-1]), None)


def _above(lines: Sequence[tuple[str, str]]) -> int:
    """How many lines of a text can say who wrote it and when: those above its body, however much of the page stands there."""
    return max(TOP, next((n for n, (kind, _) in enumerate(lines[:MAX_ABOVE]) if kind == "body"), 0))


def _masthead(lines: Sequence[tuple[str, str]]) -> str | None:
    """The outlet's name in a line of its own above the headline."""
    above = [line for _, line in lines[: next((n for n, (kind, _) in enumerate(lines) if kind == "headline"), 0)]]
    return next(filter(None, map(outlet.titled, above)), None)


def _signed(top: Sequence[str]) -> tuple[str, ...]:
    """The author whose name stands alone, above what that one does."""
    return next(((name,) for name, below in pairwise(top) if credit.signs(name, below)), ())


def printed_day(line: str, reckoned: Order | None = None) -> str | None:
    """The day of publication that a line prints which is nothing but a stamp, perhaps after a byline.

    reckoned: whether its numeric dates name the day or the month first.
    """
    told = printed.day(line, reckoned) if printed.is_stamp(line) else None
    return told[1] if told else None


def dateline(text: str, found: Sequence[Part], day: str | None) -> Dateline | None:
    """The dateline before the first sentence of the body; the year of the page completes its day."""
    first = next((p for p in found if p.kind == "body"), None)
    told = credit.place(text[first.start : first.end], day[:4] if day else None) if first else None
    if first is None or told is None:
        return None
    place, sent, length = told
    end = first.start + length
    return Dateline(place=place, date=sent, start=first.start, end=end, text=text[first.start : end])


def corrections(text: str, found: Sequence[Part]) -> tuple[Span, ...]:
    """The paragraphs in which the editors tell what they changed."""
    return tuple(
        span(text, p.start, p.end) for p in found if p.kind == "other" and furniture.begins("corrections", text[p.start : p.end])
    )


def parts(text: str, title: str | None = None, thread: Sequence[Range] = ()) -> list[Part]:
    """The paragraphs of a text, in order, never overlapping, trimmed; comments of its thread are kind `other`.

    `title` is the headline where the source knows it; `thread` holds the places of the comments (`pasted.find`).
    """
    before = thread[0].start if thread else len(text)
    after = thread[-1].end if thread else len(text)
    blocks = list(_ranges(text, 0, before))
    if len(blocks) == 1 and not thread:  # a report of one paragraph, whatever it looks like
        return [Part(*blocks[0], "body")]
    front = _unlabelled(text, _unsigned(text, [_fixed(text, r) for r in blocks]))
    rest = [_fixed(text, r) for r in _ranges(text, after, len(text))]
    article = _close(text, [part for p in _headed(text, _unglued(text, front), title) for part in _unmarked(text, p)])
    closed = _close(text, rest, closed=bool(thread))
    return [*article, *(Part(*r, "other") for r in thread), *closed]


def _unmarked(text: str, part: Part) -> list[Part]:
    """A part; a headline without the marks beside it, which are none of the article."""
    if part.kind != "headline":
        return [part]
    start, end = (part.start + at for at in slugs.headline_range(_text(text, part)))
    pieces = [Part(*trim(text, part.start, start), "other"), Part(*trim(text, start, end), "headline")]
    pieces.append(Part(*trim(text, end, part.end), "other"))
    return [piece for piece in pieces if piece.end > piece.start]


def _ranges(text: str, start: int, end: int) -> Iterator[Range]:
    """Paragraphs are parted by empty lines; by any line break where lines are whole paragraphs, not wrapped ones."""
    blocks = [trim(text, *found.span()) for found in _BLOCK.finditer(text, start, end)]
    lines = [[f.group().strip() for f in _LINE.finditer(text, *block)] for block in blocks]
    longest = max((len(line) for block in lines for line in block), default=0)
    all_ = longest <= WRAP and _wrapped([line for block in lines for line in block[:-1]], longest)
    some = longest <= WRAP and any(_goes_on(own, longest) for own in lines)
    for block, own in zip(blocks, lines, strict=True):
        full = [_is_full(line, below, longest) for line, below in pairwise(own)]
        one = any(full) if all_ else some and all(full) and _wrapped(own[:-1], longest)
        for line in [block] if one else [trim(text, *f.span()) for f in _LINE.finditer(text, *block)]:
            if line.end > line.start:
                yield line


def _is_full(line: str, below: str, longest: int) -> bool:
    """Whether a line is about as long as the longest, or has no room for the first word of the one below."""
    return len(line) >= longest * FULL or len(line) + 1 + len(below.partition(" ")[0]) > longest


def _wrapped(inner: Sequence[str], longest: int) -> bool:
    """Whether line breaks inside blocks are only where a line was full; `inner` are the lines before them."""
    full = sum(len(line) >= longest * FULL for line in inner)
    broken = sum(not _SENTENCE_END.search(line) for line in inner)
    return min(full, broken) > len(inner) / 2


def _goes_on(lines: Sequence[str], longest: int) -> bool:
    """Whether a block is surely one paragraph: each line but the last is full, and half go on in small letters."""
    small = sum(line[:1].islower() for line in lines[1:])
    return len(lines) > 1 and all(len(line) >= longest * FULL for line in lines[:-1]) and 2 * small >= len(lines) - 1


def _fixed(text: str, r: Range) -> Part:
    """A block with the kind its own words prove; `body` where they prove none."""
    return Part(*r, own_kind(text[r.start : r.end]))


def _unsigned(text: str, blocks: list[Part]) -> list[Part]:
    """The blocks with an author's name and the line that says what that one does, both above the article, told from its text."""
    for n, (name, below) in enumerate(pairwise(blocks[:MAX_ABOVE])):
        if _SENTENCE_END.search(_text(text, name)):
            break
        if name.kind == "body" and credit.signs(_text(text, name), _text(text, below)):
            return [*blocks[:n], replace(name, kind="other"), replace(below, kind="other"), *blocks[n + 2 :]]
    return blocks


def _unlabelled(text: str, blocks: list[Part]) -> list[Part]:
    """The blocks with the labels that an official page prints above the article told from its text."""
    labels = labelled.above([_text(text, block) for block in blocks])
    return [replace(block, kind="other") if n in labels else block for n, block in enumerate(blocks)]


def own_kind(line: str) -> ParagraphKind:
    """The kind a paragraph's words prove by themselves; `body` where they prove none.

    >>> own_kind("Source: Newsweek"), own_kind("Leave A Reply"), own_kind("Ministers met.")
    ('credit', 'other', 'body')
    """
    if len(line) > furniture.MAX_LINE and len(" ".join(line.split())) > furniture.MAX_LINE:  # too long for any but one
        return "other" if furniture.begins("corrections", line) else "body"
    if credit.line(line) or credit.signed(line):
        return "credit"
    if furniture.is_("caption", line):
        return "caption"
    if "\n" in line and all(own_kind(part) == "other" for part in line.splitlines()):
        return "other"
    if printed.is_stamp(line) or credit.is_byline(line) or furniture.is_("other", line) or furniture.is_("thread_title", line):
        return "other"
    return (
        "other"
        if furniture.is_("more", line) or furniture.is_("closing", line) or furniture.begins("corrections", line)
        else "body"
    )


def _unglued(text: str, blocks: list[Part]) -> list[Part]:
    """The blocks with a lost line break put back: only in the front matter, where a headline ran into the first paragraph."""
    content = [n for n, b in enumerate(blocks) if b.kind == "body"]
    if len(content) < 2:  # a report of one paragraph has no front matter to lose
        return blocks
    first = next((n for n in content if _SENTENCE_END.search(text[blocks[n].start : blocks[n].end])), None)
    if first is None or content.index(first) > MAX_FRONT:
        return blocks
    block = blocks[first]
    cut = lost_break(text, Range(block.start, block.end))
    if cut is None:
        return blocks
    return [*blocks[:first], replace(block, end=cut), replace(block, start=cut), *blocks[first + 1 :]]


_GLUE = re.compile(r"(?:(?<=[a-z])|(?<=[a-z]{3}[.!?])|(?<=[^,]”))(?=[A-Z][a-z]+(?![^\W\d_])|“)")
_GLUED_WORD = re.compile(r"[\w.!?’”“'-]+")
MIN_LEFT = 6
"""Words before a lost break: fewer are not a line of their own."""
MIN_RIGHT = 8
"""Words after it: fewer are not a paragraph."""


def lost_break(text: str, block: Range) -> int | None:
    """Where a line without a full stop ran into the paragraph after it ("... President XiChina's military has ..."), if it did.

    The glued word must be no name with a capital inside, and either its second half begins a sentence by its meaning ("The"), or
    both halves stand as words of their own elsewhere in the text; false splits are worse than missed ones.
    """
    words = _words(text)
    for found in _GLUE.finditer(text, block.start, min(block.end, block.start + MAX_HEADLINE)):
        at = found.start()
        left, right = text[block.start : at], text[at : block.end]
        if _one_line(left) and len(left.split()) >= MIN_LEFT and len(right.split()) >= MIN_RIGHT and _is_glued(text, at, words):
            return at
    return None


def _one_line(left: str) -> bool:
    """Whether a stretch could be a line above the text: no sentence ends inside it and every quotation is closed."""
    if len(left) > MAX_HEADLINE or left.count("“") != left.count("”") or left.count('"') % 2:
        return False
    return not re.search(r"[a-z]{2}[.!?][”\"]?\s", left)


def _is_glued(text: str, at: int, words: dict[str, int]) -> bool:
    if text[at] == "“" or text[at - 1] in "”.!?":
        return True
    start = max(m.start() for m in _GLUED_WORD.finditer(text, max(0, at - 60), at + 1))
    left, right = text[start:at], _first_word(text[at : at + 60])
    openers = furniture.words("openers")
    never_last = furniture.words("inner_capital_prefixes") | openers
    if (
        not left.isalpha()
        or left in never_last
        or left + right in furniture.words("inner_capitals")
        or text.count(left + right) > 1
    ):
        return False
    return right in openers or (words.get(left, 0) > 0 and words.get(right, 0) > 0)


def _first_word(text: str) -> str:
    found = re.match(r"[^\W\d_]+", text)
    return found.group() if found else ""


@lru_cache(maxsize=1)
def _words(text: str) -> dict[str, int]:
    """How often each word of a text occurs on its own."""
    counts: dict[str, int] = {}
    for word in re.findall(r"(?<!\w)[^\W\d_]+(?!\w)", text):
        counts[word] = counts.get(word, 0) + 1
    return counts


def _headed(text: str, blocks: list[Part], title: str | None) -> list[Part]:
    """The blocks with headline, dek and standfirst named."""
    content = [n for n, b in enumerate(blocks) if b.kind == "body"]
    head = _headline(text, blocks, content, title)
    if head is None:
        return blocks
    out = list(blocks)
    for n in content[: content.index(head)]:
        out[n] = replace(blocks[n], kind="other")  # what stands above the headline is the page's, not the article's
    out[head] = replace(blocks[head], kind="headline")
    kinds: list[ParagraphKind] = ["dek", "standfirst"]
    below = content[content.index(head) + 1 :]
    for n in below[:-1]:
        if not _front_like(_text(text, blocks[n])) or not kinds:
            break
        out[n] = replace(blocks[n], kind=kinds.pop(0) if len(kinds) > 1 else kinds[0])
    return out


def _headline(text: str, blocks: Sequence[Part], content: Sequence[int], title: str | None) -> int | None:
    """Index of the headline among the blocks; None where the text begins with its body."""
    lines = [(n, _text(text, blocks[n])) for n in content]
    if title:
        same = [n for n, line in lines[: MAX_FRONT * 3] if _same(slugs.without(line), slugs.without(title))]
        return same[0] if same and len(content) > 1 else None
    front: list[int] = []
    for n, line in lines[:-1]:
        if not _front_like(line) and not (n == content[0] and line.endswith(("?", "!")) and len(line) <= MAX_HEADLINE):
            break
        front.append(n)
    if front and len(front) < len(lines):
        return next((n for n in front if len(_text(text, blocks[n]).split()) >= 4), front[-1])
    if len(lines) > 1 and _closed_headline(lines[0][1], lines[1][1]):
        return content[0]
    return None


def ends(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _SENTENCE_END.search(line) is not None


def _text(text: str, block: Part) -> str:
    return text[block.start : block.end]


def _front_like(line: str) -> bool:
    """Whether a block has the form of a line above an article: short, and not ended as a sentence."""
    return len(line) <= MAX_HEADLINE and not _SENTENCE_END.search(line) and not _OPEN_END.search(line)


def _closed_headline(line: str, below: str) -> bool:
    """Whether a first block that ends with a full stop is a headline all the same, as in some archives.

    One sentence, and either written in title case or followed by an agency's dateline.
    """
    if len(line) > MAX_HEADLINE * 2 // 3 or not _one_line(line) or _OPEN_END.search(line):
        return False
    return title_share(line) >= 0.75 or credit.dateline(below) is not None


def title_share(line: str) -> float:
    """Share of a line's words of four letters or more, without the first, that begin with a capital; 0 where fewer than three."""
    long = [w for w in _WORD.findall(line)[1:] if len(w) >= 4]
    return sum(w[0].isupper() for w in long) / len(long) if len(long) >= 3 else 0.0


def _same(a: str, b: str) -> bool:
    """Whether two lines say the same but for case and punctuation."""
    fold = ["".join(c for c in s.casefold() if c.isalnum()) for s in (a, b)]
    return bool(fold[0]) and fold[0] == fold[1]


def _close(text: str, blocks: list[Part], closed: bool = False) -> list[Part]:
    """The blocks with everything after the page's closing lines marked `other`, but for long paragraphs of full sentences."""
    out: list[Part] = []
    for block in blocks:
        line = _text(text, block)
        closed = closed or furniture.is_("closing", line)
        prose = len(line) >= 160 and _SENTENCE_END.search(line)
        out.append(replace(block, kind="other") if closed and block.kind == "body" and not prose else block)
    return out
