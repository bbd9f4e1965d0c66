"""Threads that are lines parted by but breaks or paragraphs: "Ada (29 March 2024, 09:15):", and below it what she says."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

from facta.read import credit, furniture, markup
from facta.read.generic import certain, naming, when, words
from facta.read.generic import lines as lines_
from facta.read.generic.lines import Line
from facta.read.posts import Post
from facta.read.threads import Element, Extraction

MAX_HEAD = 120
"""Characters of a line that says who wrote and when."""
MAX_NAME = 5
"""Words of a reader's name."""
LEAST = 3
"""Posts that are a thread by themselves; fewer are where the page says that readers' comments stand there."""
MAX_PARENTS = 60
"""Elements with breaks, and elements around them, that are looked at."""
NEAR = 2
"""Lines behind a thread's title within which its first heading stands."""
LEVELS = 2
"""Levels around the lines whose names tell what they are."""
_CLOCK = re.compile(r"\d[:.h]\d\d")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class _Head:
    """Lines `[line, body)` that say who wrote a post and when."""

    line: int
    body: int
    author: str
    date_text: str
    shape: str
    """The line with its name and date taken out, which all headings of a thread have in common."""
    says: bool = False
    """Whether a word such as "wrote" stands in it, by which no report is headed."""


def find(tree: Element) -> Extraction:
    """The posts of the first element that surely holds a thread, which is then parted from what stands above it."""
    found = [thread for parent in _parents(tree) if (thread := _thread(parent))]
    if not found:
        return Extraction((), ())
    best = max(found, key=lambda thread: len(thread.places))
    return Extraction(best.posts(), (lines_.wrapped(best.parent, best.lines, best.first, best.end),))


@dataclass(frozen=True)
class _Thread:
    parent: Element
    lines: Sequence[Line]
    heads: Sequence[_Head]
    places: Sequence[tuple[int, int]]
    """The lines of each post's text."""

    @property
    def first(self) -> int:
        """The first line."""
        return min(self.heads[0].line, self.places[0][0])

    @property
    def end(self) -> int:
        """The line behind the last."""
        return max(self.heads[-1].body, self.places[-1][1])

    def posts(self) -> tuple[Post, ...]:
        """What each says, in reading order."""
        texts = (_text(self.lines[start:end]) for start, end in self.places)
        return tuple(
            Post(author=head.author, date_text=head.date_text, text=text) for head, text in zip(self.heads, texts, strict=True)
        )


def _parents(tree: Element) -> Iterator[Element]:
    """What stands below a thread's title or around it; what breaks part into lines, and what is around that."""
    titles = (e for e in tree.iter(*_TITLES) if len(e) <= 1 and furniture.is_("thread_title", markup.line(e, MAX_TITLE)))
    below = (e for title in titles for e in (title.getnext(), title.getparent()))
    breaks = (e.getparent() for e in tree.iter("br", "hr"))
    around = (e for p in breaks if p is not None for e in (p, p.getparent()))
    yield from islice(dict.fromkeys(e for e in (*below, *around) if e is not None and e.tag != "html"), MAX_PARENTS)


_TITLES = ("h2", "h3", "h4", "h5", "p", "b", "strong")
"""Elements that a thread's title may stand in."""
MAX_TITLE = 100
"""Elements within one: what holds more is no title, and elements in elements are not read again for each of them."""


def _thread(parent: Element) -> _Thread | None:
    lines = list(lines_.of(parent))
    heads = _alike([head for n in range(len(lines)) if (head := _head(n, lines) or _head_of_two(n, lines))])
    places = _places(parent, lines, heads) if heads else []
    found = _Thread(parent, lines, heads, places) if places else None
    return found if found and lines_.is_apart(lines, found.first) and lines_.is_apart(lines, found.end) else None


def _head(at: int, lines: Sequence[Line]) -> _Head | None:
    """A name and a date on one line, with nothing but such words as "posted by" and signs around them."""
    line = lines[at].text
    span = when.find(line) if len(line) <= MAX_HEAD else None
    if span is None:
        return None
    before, date, after = line[: span[0]], line[slice(*span)], line[span[1] :]
    name = (naming.clean(after.strip(" ,:")) if _says_nothing(before) else None) or naming.clean(line)
    rest = (before + _DATE + after).replace(name or "", _NAME, 1)
    if name is None or len(name.split()) > MAX_NAME or not _says_nothing(rest):
        return None
    shape = re.sub(r"\s+|\d+", "", rest) + str(_CLOCK.search(date) is not None)
    says = not furniture.words("says").isdisjoint(_WORD.findall(rest.casefold()))
    return _Head(at, at + 1, name, date.strip("()[] "), shape, says)


def _head_of_two(at: int, lines: Sequence[Line]) -> _Head | None:
    """A name on a line, and the date with its hour alone on the next."""
    if at + 1 >= len(lines) or not when.is_all(lines[at + 1].text) or not _CLOCK.search(lines[at + 1].text):
        return None
    line = lines[at].text
    name = naming.clean(line) if len(line) <= MAX_HEAD else None
    if name is None or len(name.split()) > MAX_NAME or name[-1] in ".!?…":
        return None
    return _Head(at, at + 2, name, lines[at + 1].text.strip("()[] "), _NAME + _DATE)


def _says_nothing(text: str) -> bool:
    """Whether a text is but numbers, signs and words such as "posted by"."""
    return all(word.isdigit() or word in _heading_words() for word in _WORD.findall(text.casefold()))


_NAME, _DATE = "\x01", "\x00"


@cache
def _heading_words() -> frozenset[str]:
    phrases = (*words.seen("by"), *words.seen("says"), "comment", "date", "on", "at")
    return frozenset(word for phrase in phrases for word in phrase.casefold().split())


def _alike(heads: Sequence[_Head]) -> list[_Head]:
    """The headings of the commonest shape."""
    shape = Counter(head.shape for head in heads).most_common(1)
    return [head for head in heads if head.shape == shape[0][0]] if shape else []


def _places(parent: Element, lines: Sequence[Line], heads: Sequence[_Head]) -> list[tuple[int, int]]:
    """The lines of each post's text, below its heading or above its signature; empty for what is surely no thread.

    The page says that readers wrote there, or several names with hours do.
    """
    told = _told(parent, lines[: heads[0].line])
    if told is None and (not _speaks_for_itself(heads) or _is_headed(parent, lines[: heads[0].line])):
        return []
    if told is None and not heads[0].says and any(len(line.text) > MAX_HEAD for line in lines[: heads[0].line]):
        return []  # what is dated below prose may be a live report
    below = [(a.body, b.line) for a, b in pairwise(heads)]
    ruled = any(line.ruled for start, end in below for line in lines[start + 1 : end])
    below.append((heads[-1].body, _stop(lines, heads[-1].body, ruled)))
    if told is not None and told < heads[0].line and below[-1][0] == below[-1][1]:
        return [(told, heads[0].line), *below[:-1]]
    if told is not None and heads[0].line - told > NEAR:
        return []
    return below if 2 * sum(start < end for start, end in below) > len(below) else []


def _speaks_for_itself(heads: Sequence[_Head]) -> bool:
    """Whether several names with hours stand above the posts, not all of agencies, whose dispatches are headed so too."""
    hours = all(_CLOCK.search(head.date_text) for head in heads)
    names = {head.author for head in heads}
    return hours and len(heads) >= LEAST and len(names) > 1 and not all(map(credit.is_agency, names))


def _is_headed(parent: Element, above: Sequence[Line]) -> bool:
    """Whether a heading that is no thread's stands right above the first post: such as "Latest news"."""
    if not above:
        return certain.is_headed(parent)
    return above[-1].inside and parent[above[-1].place].tag in certain.HEADINGS


def _told(parent: Element, above: Sequence[Line]) -> int | None:
    """The line behind a thread's title above the first heading, 0 where it is the element that is named or titled so."""
    title = next((n for n in reversed(range(len(above))) if furniture.is_("thread_title", above[n].text)), None)
    if title is not None:
        return title + 1
    around = (parent, *islice(parent.iterancestors(), LEVELS))
    named = any(not words.of(e).isdisjoint(words.named("comment")) for e in around if e.tag not in ("body", "html"))
    return 0 if named or certain.titled(parent, 0) >= TITLED else None


TITLED = 1.5
"""What certain.titled gives where "Comments" or the like stands before an element."""


def _text(lines: Sequence[Line]) -> str:
    said = [line for line in lines if not furniture.is_buttons(line.text)]
    return "".join((line.gap if n else "") + line.text for n, line in enumerate(said))


def _stop(lines: Sequence[Line], start: int, ruled: bool) -> int:
    """The line after the last post's: behind a rule or a block, unless posts hold such (`ruled`), or the page's furniture."""
    for n in range(start, len(lines)):
        line = lines[n]
        if (n > start and line.ruled and not ruled) or any(furniture.is_(end, line.text) for end in ("closing", "thread_end")):
            return n
    return len(lines)
