"""The readers' thread of a page that was copied as plain text: who posted what under whom, told by headings and indentation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from facta.read import ago, credit, dates, furniture
from facta.read.posts import Post
from facta.records import CommentKind
from facta.values.spans import Range

_LINE = re.compile(r"[^\r\n]+")
_EMPTY_LINE = re.compile(r"(?:\r\n|\r|\n)\s*[\r\n]")
_NUMBER = r"(?:(?P<number>\d{1,4})[.)]\s+)?"
_NAME = r"(?P<name>[^\s.,:;!?“”\"][^:!?“”\"]{0,60}?)"
_EXCERPT = re.compile(rf"{_NUMBER}(?P<text>\[(?:…|\.\.\.)\].*)", re.DOTALL)
_PING = re.compile(rf"{_NUMBER}(?P<kind>ping|track)backs?: ?(?P<text>.*)", re.IGNORECASE)
_BULLET = re.compile(r"[-*•◦▪]\s+")
_SENTENCE = re.compile(r"(?:\S+\s+){5}\S.*[.!?…]['\"’”)]*$")
"""A line of an article: words enough, and an end."""
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")
TAB = 8
"""Columns of a tab, as terminals and editors count it."""


@dataclass(frozen=True)
class Thread:
    """The posts of a text and where each stands; `places[i]` covers `posts[i]` with its heading."""

    posts: tuple[Post, ...]
    places: tuple[Range, ...]


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    indent: int
    text: str
    gap: str
    """What parts it from the line before within one post: a line break, or two where an empty line stands."""


@dataclass(frozen=True)
class _Head:
    """A post's heading: lines `[line, body)`."""

    line: int
    body: int
    indent: int
    number: int | None
    author: str | None
    date_text: str | None
    first: str
    """Words of the post that stand in the heading itself."""
    kind: CommentKind
    sure: bool
    """Whether the heading alone proves a thread; "Putin says:" does not."""


def find(text: str) -> Thread | None:
    """The thread of a pasted page, None when the text shows none beyond doubt.

    A heading is sure when it has a list number, a date beside it or a button under it. Unsure ones ("NAME says:") count only
    after a thread's title ("3 Comments"), names over times also at the end of an article.
    """
    lines = list(_lines(text))
    heads = _trusted(lines, list(_heads(lines)))
    if not heads:
        return None
    stop = _stop(lines, heads[-1].body)
    ends = [*(h.line for h in heads[1:]), stop]
    parents = _parents(heads)
    posts, places = [], []
    for head, end, parent in zip(heads, ends, parents, strict=True):
        posts.append(_post(lines, head, end, parent))
        places.append(Range(lines[head.line].start, lines[end - 1].end))
    return Thread(tuple(posts), tuple(places))


def _lines(text: str) -> Iterator[_Line]:
    last = 0
    for found in _LINE.finditer(text):
        raw = found.group()
        bare = raw.strip()
        if bare:
            left = len(raw) - len(raw.lstrip())
            indent = len(raw[:left].expandtabs(TAB))
            start = found.start() + left
            yield _Line(start, start + len(bare), indent, bare, "\n\n" if _EMPTY_LINE.search(text, last, start) else "\n")
            last = start + len(bare)


@cache
def _says() -> re.Pattern[str]:
    return re.compile(
        rf"{_NUMBER}{_NAME}\s+(?:{furniture.alternatives('says')})\s?(?P<colon>:?)\s*(?P<date>.{{0,60}})", re.IGNORECASE
    )


def _heads(lines: Sequence[_Line]) -> Iterator[_Head]:
    at = 0
    while at < len(lines):
        head = _head(lines, at)
        if head:
            yield head
        at = head.body if head else at + 1


def _head(lines: Sequence[_Line], at: int) -> _Head | None:
    line = lines[at]
    if len(line.text) > furniture.MAX_LINE and not _EXCERPT.match(line.text):
        return None
    return (
        _ping_head(line, at) or _says_head(lines, at) or _dated_head(lines, at) or _ago_head(lines, at) or _beside_head(line, at)
    )


def _ping_head(line: _Line, at: int) -> _Head | None:
    found = _EXCERPT.fullmatch(_BULLET.sub("", line.text, count=1))
    if found:
        if found["number"] is None and not line.text.endswith("]"):
            return None
        return _Head(
            at, at + 1, line.indent, _int(found["number"]), None, None, found["text"], "pingback", found["number"] is not None
        )
    found = _PING.fullmatch(_BULLET.sub("", line.text, count=1))
    if found:
        kind: CommentKind = "pingback" if found["kind"].lower() == "ping" else "trackback"
        return _Head(
            at, at + 1, line.indent, _int(found["number"]), found["text"].strip() or None, None, found["text"].strip(), kind, True
        )
    return None


def _says_head(lines: Sequence[_Line], at: int) -> _Head | None:
    line = lines[at]
    found = _says().fullmatch(_BULLET.sub("", line.text, count=1))
    if not found or len(found["name"].split()) > 6:
        return None
    date = found["date"].strip()
    if date and not dates.is_date_line(date) and not (dates.day(date) and _CLOCK.search(date)):
        return None
    body = at + 1
    if not date and body < len(lines) and _is_date_line(lines[body].text):
        date, body = lines[body].text, body + 1
    sure = found["number"] is not None or bool(date) or _button_at(lines, body)
    return _Head(at, body, line.indent, _int(found["number"]), found["name"].strip(), date or None, "", "comment", sure)


def _dated_head(lines: Sequence[_Line], at: int) -> _Head | None:
    """A name alone on its line, then a date with an hour, or how long ago, alone on the next: themes that print no "says"."""
    name = _BULLET.sub("", lines[at].text, count=1)
    found = re.fullmatch(_NUMBER + _NAME, name)
    if not found or at + 1 >= len(lines) or len(found["name"].split()) > 5 or _is_date_line(name):
        return None
    date = lines[at + 1].text
    told = ago.is_(date) or (_is_date_line(date) and _CLOCK.search(date))
    if not told or furniture.is_("thread_title", name) or credit.is_byline(name):
        return None
    sure = found["number"] is not None or _button_at(lines, at + 2)
    return _Head(at, at + 2, lines[at].indent, _int(found["number"]), found["name"], date, "", "comment", sure)


def _ago_head(lines: Sequence[_Line], at: int) -> _Head | None:
    """A name with a time like "2 hours ago" on one line."""
    line = lines[at]
    words = _BULLET.sub("", line.text, count=1).split()
    for n in range(1, min(len(words), 7)):
        date = " ".join(words[n:]).lstrip("·•|–—- ")
        found = re.fullmatch(_NUMBER + _NAME, " ".join(words[:n]).rstrip("·•|–—- "))
        if found and ago.is_(date):
            sure = found["number"] is not None or _button_at(lines, at + 1)
            return _Head(at, at + 1, line.indent, _int(found["number"]), found["name"], date, "", "comment", sure)
    return None


_BESIDE = re.compile(rf"{_NUMBER}{_NAME}\s*[,(|·•–—-]\s*(?P<date>[^()]{{6,60}})\)?\s?:?")


def _beside_head(line: _Line, at: int) -> _Head | None:
    """A name with a date and its hour on one line: `Ada (29 March 2024, 09:15):`."""
    found = _BESIDE.fullmatch(_BULLET.sub("", line.text, count=1))
    if not found or len(found["name"].split()) > 5 or credit.is_byline(found["name"]):
        return None
    date = found["date"].strip()
    if not (_is_date_line(date) and _CLOCK.search(date)):
        return None
    number = _int(found["number"])
    return _Head(at, at + 1, line.indent, number, found["name"].strip(), date, "", "comment", number is not None)


def _is_date_line(text: str) -> bool:
    return ago.is_(text) or bool(
        dates.is_date_line(text) or dates.is_yearless(text) or (len(text) <= 40 and _CLOCK.search(text) and dates.day(text))
    )


def _button_at(lines: Sequence[_Line], at: int) -> bool:
    """Whether a line holds what only a comment has under it; an article has "Share" under its byline too."""
    return at < len(lines) and furniture.is_buttons(lines[at].text) and not furniture.is_("other", lines[at].text)


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _trusted(lines: Sequence[_Line], heads: Sequence[_Head]) -> Sequence[_Head]:
    """The headings from the first that is proved: by its own form, or by the thread's title before it."""
    title = next((i for i, line in enumerate(lines) if furniture.is_("thread_title", line.text)), None)
    for n, head in enumerate(heads):
        if title is not None and _is_byline(lines, head, title):
            continue
        proved = head.sure or (title is not None and title < head.line and _near(lines, title, head))
        if proved:
            return heads[n:]
    return next((heads[n:] for n in range(len(heads)) if _are_last(lines, heads[n:])), [])


def _is_byline(lines: Sequence[_Line], head: _Head, title: int) -> bool:
    """Whether a heading is the article's own byline: no sentence stands before it, and the article between it and the thread."""
    before, between = (
        any(_SENTENCE.search(line.text) for line in part) for part in (lines[: head.line], lines[head.body : title])
    )
    return between and not before


def _are_last(lines: Sequence[_Line], heads: Sequence[_Head]) -> bool:
    """Whether names over times end a text as its only comments: sentences enough stand before them, fewer words behind.

    Above an article the same two lines are its byline.
    """
    first = heads[0]
    before = [line.text for line in lines[: first.line] if _SENTENCE.search(line.text)]
    behind = sum(len(line.text) for line in lines[first.body : _stop(lines, heads[-1].body)])
    over = all(head.date_text is not None and head.body - head.line > 1 for head in heads)
    return over and len(before) > 1 and 0 < behind < sum(map(len, before))


def _near(lines: Sequence[_Line], title: int, head: _Head) -> bool:
    """Whether only buttons and the like stand between the thread's title and its first heading."""
    return all(len(line.text) <= 80 for line in lines[title + 1 : head.line])


def _stop(lines: Sequence[_Line], start: int) -> int:
    """The line after the thread's last: the page's own furniture that closes it, or the end of the text."""
    ends = ("closing", "thread_end")
    return next((i for i in range(start, len(lines)) if any(furniture.is_(end, lines[i].text) for end in ends)), len(lines))


def _parents(heads: Sequence[_Head]) -> list[int | None]:
    """Whom each post answers: told by indentation, or by list numbers that begin again where indentation was lost."""
    nested = len({h.indent for h in heads}) > 1
    numbered = sum(h.number is not None for h in heads) == len(heads)
    if nested:
        return _by_indent(heads)
    return _by_number(heads) if numbered else [None] * len(heads)


def _by_indent(heads: Sequence[_Head]) -> list[int | None]:
    parents: list[int | None] = []
    open_: list[int] = []
    for n, head in enumerate(heads):
        while open_ and heads[open_[-1]].indent >= head.indent:
            open_.pop()
        parents.append(open_[-1] if open_ else None)
        open_.append(n)
    return parents


def _by_number(heads: Sequence[_Head]) -> list[int | None]:
    """A 1 opens a list under the post before it; any other number goes on with the outermost open list it fits."""
    parents: list[int | None] = []
    open_: list[int] = []
    for n, head in enumerate(heads):
        fits = next((k for k, m in enumerate(open_) if heads[m].number == (head.number or 0) - 1), None)
        if head.number != 1:
            del open_[fits or 0 :]
        parents.append(open_[-1] if open_ else None)
        open_.append(n)
    return parents


def _post(lines: Sequence[_Line], head: _Head, end: int, parent: int | None) -> Post:
    kept = [line for line in lines[head.body : end] if not furniture.is_buttons(line.text)]
    date_text = head.date_text
    if date_text is None and kept and _is_date_line(kept[0].text):
        date_text = kept.pop(0).text
    text = (head.first + "".join(line.gap + line.text for line in kept)).lstrip("\n")
    return Post(parent=parent, author=head.author, date_text=date_text, text=text, kind=head.kind)
