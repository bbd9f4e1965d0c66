"""Threads in which nothing tells when: what stands below "Comments (3)", under the article, and has the form of posts."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from lxml import etree

from facta.read import furniture, markup
from facta.read.generic import areas as areas_
from facta.read.generic import blocks, certain, evidence, looks, naming, parted, talk, words
from facta.read.generic.evidence import Evidence
from facta.read.generic.parted import Title
from facta.read.posts import Post
from facta.read.threads import Element, Extraction

PROSE = 60
"""Characters of a piece of text that is no label, button or link."""
ABOVE = 120
"""Characters of such pieces above a thread's title, as its article has; what stands above the article only counts readers."""
MAX_TITLE = 80
MAX_COUNTED = 3
"""Words of a title that counts comments and says no more: "3 reactions to the summit" heads a part of an article."""
LEVELS = 4
"""Levels around a title up to which what follows it is its section, and below a section down to which posts are sought."""
MAX_TITLES = 20
"""Titles of a page that are looked at: what follows one may be all of the page."""
MAX_BLOCKS = 2_000
MAX_WORDS = 5
"""Words of a link that is the title of another article."""
MAX_LEAD = 4
"""First pieces of a post among which its name stands: behind an initial, a number, a vote."""
MOST = 0.7
"""Share of the posts that must have a name where names tell that they are posts."""
_TITLES = (*certain.HEADINGS, "legend", "p", "div", "strong", "b", "span")
_COUNT = re.compile(r"\d[\d.,]*")
_LEAD = re.compile(r"(?P<name>[^:：\n]{2,60}?)\s*(?:[:：]\s*|\n)(?P<text>\S.*)", re.DOTALL)


def find(tree: Element) -> Extraction:
    """The posts below the first title that has some; where it surely is a thread's, what is there is no article in any case."""
    buttons: Collection[Element] | None = None
    for title in islice(_titles(tree), MAX_TITLES):
        bare = parted.find(title, LEVELS)
        if bare and bare.posts:
            return bare
        section = [] if bare else _section(title)
        if not section or any(map(_leads_away, section)):
            continue
        buttons = evidence.gather(tree).controls if buttons is None else buttons
        found = _posts(title, section, buttons)
        if found:
            return Extraction(found, tuple(section))
    return Extraction((), ())


def _titles(tree: Element) -> Iterator[Title]:
    """The titles of threads that stand below prose, and in no column beside it."""
    prose, told = 0, set[Element]()
    for element in tree.iter(etree.Element):
        prose += sum(len(t) for t in (element.text, element.tail) if t and len(t) >= PROSE and element.tag not in _UNREAD)
        if prose < ABOVE or element.tag not in _TITLES or element.getparent() in told:
            continue
        line = evidence.short(element) or ""
        if 0 < len(line) <= MAX_TITLE and furniture.is_("thread_title", line) and not _is_beside(element):
            told.add(element)
            yield _title(element, line)


_UNREAD = frozenset(("script", "style", "noscript", "template", "title", "a"))


def _title(element: Element, line: str) -> Title:
    counted = _COUNT.search(line)
    count = int(re.sub(r"\D", "", counted.group())) if counted else None
    brief = len(line.split()) <= MAX_COUNTED
    return Title(element, count, (brief and bool(count)) or words.within("readers").search(line) is not None)


def _is_beside(element: Element) -> bool:
    around = list(element.iterancestors())
    if any(a.tag in ("aside", "nav", "footer") for a in around):
        return True
    near = frozenset[str]().union(*(words.of(a) for a in around[:2] if a.tag != "body"))
    return not near.isdisjoint(words.named("not_thread")) and near.isdisjoint(words.named("comment"))


def _section(title: Title) -> list[Element]:
    """What stands below a title, up to the next heading of its rank, a form's invitation or the page's end."""
    place: Element | None = title.element
    for _ in range(LEVELS):
        if place is None or place.tag in ("body", "html"):
            break
        section = list(_below(place, title.rank))
        if section:
            return section
        place = place.getparent()
    return []


def _below(place: Element, rank: str) -> Iterator[Element]:
    begun = False
    for element in islice(place.itersiblings(), MAX_BLOCKS):
        if not isinstance(element.tag, str):
            continue
        line = markup.line(element)
        if (element.tag in certain.HEADINGS and element.tag <= rank) or element.tag in ("nav", "footer", "h1"):
            return
        if begun and (furniture.is_("closing", line) or furniture.is_("thread_end", line)):
            return
        if line and not _is_frame(line) and element.tag != "form":
            begun = True
            yield element


def _is_frame(line: str) -> bool:
    """Whether a line is what a page prints around a thread: a button, a label, an invitation."""
    kinds = ("other", "closing", "thread_title")
    button = furniture.is_buttons(line) or words.is_("labels", line) or line.casefold() in words.seen("reply")
    return button or any(furniture.is_(kind, line) for kind in kinds)


def _leads_away(element: Element) -> bool:
    """Whether half of what an element says are links of several words: titles of other articles."""
    linked = sum(len(line) for a in islice(element.iter("a"), MAX_BLOCKS) if len((line := markup.line(a)).split()) >= MAX_WORDS)
    return 2 * linked > len(markup.line(element))


def _posts(title: Title, section: Sequence[Element], buttons: Collection[Element]) -> tuple[Post, ...]:
    """The posts of a section: those with names, on the level with as many as the title counts, or most; else one a block."""
    levels = list(_levels(section))
    found = [posts for level in levels if (posts := _named(title, level, buttons))]
    if found:
        return max(found, key=lambda posts: (len(posts) == title.count, len(posts)))
    if title.count and title.sure and title.element.tag in certain.HEADINGS:
        level = next((level for level in levels if len(level) == title.count), levels[-1])
        if len(level) == title.count or (len(level) < title.count and all(e.tag in _ITEMS for e in level)):
            return tuple(Post(text=text) for e in level if (text := _text(e)))
    texts = [text for e in levels[-1] if (text := _text(e))]
    bare = title.sure or title.count is None
    if (
        title.element.tag in certain.HEADINGS
        and len(texts) > 1
        and (talk.is_talk(texts) or (bare and _are_remarks(levels[-1], texts)))
    ):
        return tuple(Post(text=text) for text in texts)
    return ()


def _are_remarks(level: Sequence[Element], texts: Sequence[str]) -> bool:
    """Whether paragraphs are short, quote and report nobody, and set nothing apart such as a name."""
    plain = all(e.tag == "p" and next(e.iterchildren(*_APART), None) is None for e in level)
    return plain and all(len(text) <= MAX_REMARK for text in texts) and not talk.reports(texts)


_APART = ("b", "strong", "em", "i", "q", "a", "span", "cite")
MAX_REMARK = 240
"""Characters of a paragraph below "Comments" that a reader may have written."""


_ITEMS = frozenset(("li", "article", "dd", "tr"))
"""Elements that are one of many where fewer comments are shown than there are; paragraphs could be the article's."""


def _named(title: Title, level: Sequence[Element], buttons: Collection[Element]) -> tuple[Post, ...]:
    """The posts of a level, each with a name, in the first form that fits."""
    for read in (_marked, _led, _in_turns):
        posts = read(level, buttons)
        if posts and (title.sure or _by_readers(posts, level, buttons)):
            return posts
    return ()


def _levels(section: Sequence[Element]) -> Iterator[list[Element]]:
    """The elements of a section, then those of its largest one, and so on: lists stand in boxes."""
    level = list(section)
    for _ in range(LEVELS):
        yield level
        largest = max(level, key=lambda e: len(markup.line(e)))
        if largest.tag == "p" or 2 * len(markup.line(largest)) < sum(len(markup.line(e)) for e in level):
            return
        level = [e for e in largest if isinstance(e.tag, str) and (line := markup.line(e)) and not _is_frame(line)]
        if not level:
            return


def _by_readers(posts: Sequence[Post], level: Sequence[Element], buttons: Collection[Element]) -> bool:
    """Whether names or buttons tell that readers wrote posts, whose title may be that of officials' comments, too."""
    answered = sum(e in buttons for block in level for e in block.iter(etree.Element))
    return len(posts) > 1 and (answered >= parted.ANSWERED * len(posts) or talk.weight(posts) >= 1)


def _lead(item: Element) -> Element | None:
    """The element of a name with which a post begins."""
    for element in islice(_leaves(item), MAX_LEAD):
        line = evidence.short(element) or ""
        if element is not item and naming.alone(line) and len(markup.line(item)) > len(line):
            return element
        if len(line) > evidence.MAX_NAME or element is item:
            return None
    return None


def _leaves(item: Element) -> Iterator[Element]:
    """The elements with words of their own, in reading order."""
    return (e for e in item.iter(etree.Element) if e.text and e.text.strip() and e.tag not in _UNREAD - {"a"})


def _marked(level: Sequence[Element], buttons: Collection[Element]) -> tuple[Post, ...]:
    """The posts that are elements each, nested ones too, whose names are elements in them."""
    leads = {item: lead for item in level if (lead := _lead(item)) is not None}
    told = [item for item in level if not words.is_("removed", markup.line(item))]
    if len(leads) < MOST * len(told) or not leads:
        return ()
    look, count = Counter(map(looks.of, leads.values())).most_common(1)[0]
    if count < MOST * len(leads):
        return ()
    tags = {str(item.tag) for item in leads}
    nested = (e for item in level for e in islice(item.iterdescendants(*tags), MAX_BLOCKS))
    inner = {e: lead for e in nested if (lead := _lead(e)) is not None and looks.of(lead) == look and lead not in leads.values()}
    return _read([*level, *inner], {**leads, **inner}.values(), buttons)


def _read(items: Sequence[Element], names: Collection[Element], buttons: Collection[Element]) -> tuple[Post, ...]:
    found = Evidence((), tuple(names), frozenset(buttons))
    posts = [replace(p, text=p.text.lstrip(":： ")) for p in blocks.read(areas_.split(items, {*names, *buttons}), found)]
    named = sum(bool(p.author and p.text) or p.deleted for p in posts)
    return blocks.ordered(posts) if named >= MOST * len(posts) else ()


def _led(level: Sequence[Element], _: Collection[Element]) -> tuple[Post, ...]:
    """The posts that are a paragraph each and begin with a name: "Ada: I agree", or it stands in a line of its own."""
    found = [(m, naming.alone(m["name"])) for e in level if (m := _LEAD.fullmatch(_text(e)))]
    if len(found) < len(level) or not all(name for _, name in found):
        return ()
    return tuple(Post(author=name, text=m["text"]) for m, name in found)


def _in_turns(level: Sequence[Element], _: Collection[Element]) -> tuple[Post, ...]:
    """The posts of which each is a name, in an element that looks like the others' names, and what follows it."""
    first = looks.of(level[0])
    heads = [n for n, e in enumerate(level) if looks.of(e) == first]
    if len(heads) == len(level):  # paragraphs all: a name and a text by turns
        heads = list(range(0, len(level), 2))
    ends = [*heads[1:], len(level)]
    names = [naming.alone(evidence.short(level[n]) or "") for n in heads]
    if not all(names) or any(end - n < 2 for n, end in zip(heads, ends, strict=True)):
        return ()
    texts = ("\n\n".join(filter(None, map(_text, level[n + 1 : end]))) for n, end in zip(heads, ends, strict=True))
    return tuple(Post(author=name, text=text) for name, text in zip(names, texts, strict=True))


def _text(element: Element) -> str:
    """What an element says, without the buttons beside it."""
    pieces = ("\n".join(line for line in piece.split("\n") if not _is_frame(line)) for piece in markup.text_pieces(element))
    return "\n\n".join(filter(None, pieces))
