"""The elements that are one post each: those of a shared name among which dates and authors fall one by one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from facta.read import markup
from facta.read.generic import dating, names, words
from facta.read.generic.evidence import Evidence, short
from facta.read.generic.names import Name
from facta.read.threads import Element

MAX_CLIMB = 24
"""Levels above a date or an author in which the post it belongs to is sought."""
MAX_ANCHORS = 20_000
"""Dates, authors and buttons of a page that are looked at."""
MAX_KINDS = 6
"""Names under which the posts of one thread go: comments, replies, pingbacks..."""
MAX_TRIES = 4
"""Sets of elements that are tried before a page counts as one without a thread."""
PURE = 0.7
"""Share of the elements of a name that must hold one post's date and author, no more."""
_CONTAINERS = frozenset("comments list area section wrapper container thread holder form box replies block widget".split())  # noqa: SIM905


@dataclass(frozen=True)
class _Anchor:
    element: Element
    kind: str
    """`date`, `author` or `control`."""

    @property
    def look(self) -> tuple[str, str, str]:
        """What two anchors have in common that play the same part in two posts."""
        return self.kind, str(self.element.tag), self.element.get("class") or ""


@dataclass
class _Held:
    """The anchors to which one element is the nearest of its name."""

    anchors: list[_Anchor] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)

    def add(self, anchor: _Anchor) -> None:
        self.anchors.append(anchor)
        self.kinds.add(anchor.kind)

    def has(self, kind: str) -> bool:
        return kind in self.kinds

    def first(self) -> list[_Anchor]:
        """The anchors without those that look like one before."""
        return list({a.look: a for a in reversed(self.anchors)}.values())

    @property
    def single(self) -> bool:
        """Whether one post stands here: no two dates look alike, and no two authors do but by the same name."""
        if len(self.anchors) == 1:
            return True
        dates = [a.look for a in self.anchors if a.kind == "date"]
        names_ = {(a.look, short(a.element)) for a in self.anchors if a.kind == "author"}
        return len(dates) == len(set(dates)) and len(names_) == len({look for look, _ in names_})

    @property
    def worth(self) -> float:
        """How much speaks for it where it is single."""
        return 0.6 * self.has("date") + 0.6 * self.has("author")


_Table = dict[Name, dict[Element, _Held]]


@dataclass(frozen=True)
class Repeats:
    """Posts' elements in reading order, and the names they share."""

    items: tuple[Element, ...]
    names: tuple[Name, ...]


def candidates(evidence: Evidence) -> Iterator[Repeats]:
    """The sets of elements that may be the posts of a thread, the likeliest first."""
    anchors = _anchors(evidence)
    table = _table(anchors)
    scores = {name: _score(name, held) for name, held in table.items()}
    for name in islice(sorted(table, key=lambda name: -scores[name]), MAX_TRIES):
        if scores[name] > 0:
            yield _grown(name, table, anchors)


def _anchors(evidence: Evidence) -> list[_Anchor]:
    dates = (_Anchor(d.element, "date") for d in evidence.dates if (d.sure or d.stamp) and not dating.is_edit(d))
    authors = (_Anchor(a, "author") for a in evidence.authors)
    controls = (_Anchor(c, "control") for c in evidence.controls)
    return [a for part in (dates, authors, controls) for a in islice(part, MAX_ANCHORS)]


def _table(anchors: Iterable[_Anchor]) -> _Table:
    table: _Table = defaultdict(dict)
    named: dict[Element, tuple[Name, ...]] = {}
    for anchor in anchors:
        met: set[Name] = set()
        for element in _upwards(anchor.element):
            if element not in named:
                named[element] = tuple(names.of(element))
            for name in named[element]:
                if name not in met:
                    met.add(name)
                    table[name].setdefault(element, _Held()).add(anchor)
    return {name: {e: h for e, h in held.items() if h.has("date") or h.has("author")} for name, held in table.items()}


def _upwards(element: Element) -> Iterator[Element]:
    """An element and those around it, the page's own frame left out."""
    place: Element | None = element
    for _ in range(MAX_CLIMB):
        if place is None or place.tag in ("body", "html", "main"):
            return
        yield place
        place = place.getparent()


def _score(name: Name, held: dict[Element, _Held]) -> float:
    """How likely the elements of a name are a thread's posts: how many, how regular, how named, how answered."""
    worths = [h.worth for h in held.values() if h.single]
    if not held or len(worths) < PURE * len(held):
        return 0
    naming = commentness(name)
    if len(held) == 1 and (naming < 2 or not names.words_of(name).isdisjoint(_CONTAINERS)):
        return 0
    answered = sum(h.has("control") for h in held.values()) / len(held)
    plain = 0.1 if name.startswith("<") else 0.3
    alone = 0.5 if len(held) == 1 else 1
    return alone * sum(worths) * max(0.0, plain + naming + 1.5 * answered)


def commentness(name: Name) -> float:
    """How surely a name says that its elements are readers' posts: 3 for schema.org's type, below 0 for other lists."""
    if names.is_schema(name):
        return 3
    parts = names.words_of(name)
    if not parts.isdisjoint(words.named("not_thread")):
        return -1
    return 2 if not parts.isdisjoint(words.named("comment")) else 1 if not parts.isdisjoint(words.named("post")) else 0


def _grown(name: Name, table: _Table, anchors: list[_Anchor]) -> Repeats:
    """The elements of a name, each the outermost that is still one post, with those of other names in the same thread."""
    items, used = _lifted(name, table), [name]
    region = _common(items)
    taken = _taken(table[name])
    authored = 2 * sum(h.has("author") for h in table[name].values()) > len(table[name])
    while len(used) < MAX_KINDS:
        anchors = [a for a in anchors if a not in taken]
        table = _table(a for a in anchors if region is None or _inside(a.element, region))
        more = max(table, key=lambda n: _score(n, table[n]), default=None)
        if more is None or more in used or _score(more, table[more]) <= 0 or not _belongs(more):
            break
        if authored and not any(h.has("author") for h in table[more].values()):
            break
        known = set(items)
        new = [e for e in _lifted(more, table) if e not in known]
        if not new:
            break
        items, taken = items + new, _taken(table[more])
        used.append(more)
    return Repeats(tuple(items + list(_alike(items))), tuple(used))


def _alike(items: list[Element]) -> Iterator[Element]:
    """Siblings of posts that are named like them but show no author and no date: removed posts and pingbacks."""
    known, tags = set(items), {item.tag for item in items}
    counts = Counter(name for item in items for name in set(names.of(item)))
    theirs = {n for n, count in counts.items() if count >= PURE * len(items) and commentness(n) > 0 and n not in names.PLAIN}
    within = known | {a for item in items for a in item.iterancestors()}
    for place in dict.fromkeys(item.getparent() for item in items):
        for sibling in place if place is not None else ():
            if sibling in within or sibling.tag not in tags:
                continue
            named = not theirs.isdisjoint(names.of(sibling)) or not words.of(sibling).isdisjoint(words.named("ping"))
            if named and markup.paragraphs(sibling):
                yield sibling


def _belongs(name: Name) -> bool:
    parts = names.words_of(name)
    return commentness(name) >= 2 or not parts.isdisjoint(words.named("nested")) or not parts.isdisjoint(words.named("post"))


def _taken(held: dict[Element, _Held]) -> set[_Anchor]:
    return {a for h in held.values() for a in h.first()}


def _lifted(name: Name, table: _Table) -> list[Element]:
    """The outermost elements that stand one by one around those of a name."""
    items = list(table[name])
    if len(items) < 2:
        return items
    best, height = items, 0
    for other, held in table.items():
        if other != name and len(items) <= len(held) <= 1.3 * len(items) + 1 and _may_surround(other):
            around = _around(items, held)
            if around is not None and around[1] > height:
                best, height = around
    return best


def _may_surround(name: Name) -> bool:
    """Whether elements of a name may each be a whole post: they aren't those of another list, or are a comment's all the same."""
    return commentness(name) >= 0 or not names.words_of(name).isdisjoint(words.named("comment"))


def _around(items: list[Element], held: dict[Element, _Held]) -> tuple[list[Element], int] | None:
    """The nearest elements of another name around each item and how far out they are; None unless one by one."""
    found: list[Element] = []
    height = 0
    for item in items:
        steps = next(((n, e) for n, e in enumerate(_upwards(item)) if e in held), None)
        if steps is None or not held[steps[1]].single:
            return None
        found.append(steps[1])
        height = height or steps[0]
    return (found, height) if len(set(found)) == len(items) else None


def _common(items: list[Element]) -> Element | None:
    """The innermost element around all items; of a single one, its parent."""
    paths = [[e, *e.iterancestors()][::-1] for e in (items[0], items[-1], items[len(items) // 2])]
    common = None
    for level in zip(*paths, strict=False):
        if any(e is not level[0] for e in level):
            break
        common = level[0]
    return common.getparent() if common is not None and common in items[:1] else common


def _inside(element: Element, region: Element) -> bool:
    return any(a is region for a in element.iterancestors())
