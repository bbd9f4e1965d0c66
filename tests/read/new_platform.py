"""`python -m tests.read.new_platform PAGE.html NAME`: a platform's file and its test, begun from a saved page.

What the generic reader makes of the page fills in the names of classes. The page in the test has the saved one's elements,
classes and ids, and words of ours: nothing that anybody wrote is copied. Both files run as they are; what to look at is marked
FILL IN.
"""

import argparse
import json
import keyword
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import ModuleType

from facta.read import markup, posts
from facta.read.generic import areas, certain, dating, evidence, naming, repeats
from facta.read.generic.areas import Area
from facta.read.threads import Element

ROOT = Path(__file__).resolve().parents[2]
PLATFORM, TEST = Path("src/facta/read/platforms"), Path("tests/read/platforms")
SHOWN = 3
"""Posts of the saved page whose elements the test's page has."""
MAX_DEPTH = 60
"""Levels of a post that are shown."""
COMMON = 0.6
"""Share of the posts that must have a name for it to be the platform's."""
NAMES, DATE, STAMP = ("Ada Lo", "Ben", "Cem"), "5 May 2021", "2021-05-05T10:00:00Z"
UNKNOWN = 'by_class("FILL-IN")'
_KEPT = ("class", "id", "itemprop", "itemtype", "itemscope", "role", "rel", "slot")
_NUMBER = re.compile(r"\d{3,}")
_WORD = re.compile(r"[\w.:/#-]{1,60}")


@dataclass(frozen=True)
class Seen:
    """The posts of the saved page and the elements that say who, when and what; a post may lack some."""

    areas: Sequence[Area]
    authors: Sequence[Element | None]
    dates: Sequence[Element | None]
    texts: Sequence[Element | None]
    controls: frozenset[Element]


def seen(tree: Element) -> Seen | None:
    """What the generic reader finds on a page; None where it is not sure of a thread."""
    found = evidence.gather(tree)
    marks = {d.element for d in found.dates} | set(found.authors) | found.controls
    for likely in repeats.candidates(found):
        split = areas.split(likely.items, marks)
        dates = dating.read(split, found.dates)
        named = naming.read(split, dates, frozenset(found.authors))
        when = [next(iter(date.elements), None) for date in dates]
        who = [element for _, element in named]
        texts = [_text(area, {*when, *who}, found.controls) for area in split]
        drafts = [posts.Post(author=name, date_text=d.text, text="x") for (name, _), d in zip(named, dates, strict=True)]
        if certain.is_thread(likely, split, drafts, found.controls):
            return Seen(split, who, when, texts, found.controls)
    return None


def _text(area: Area, marks: set[Element | None], controls: frozenset[Element]) -> Element | None:
    """The innermost element of a post that has most of its words, apart from author, date and buttons."""

    def said(element: Element) -> int:
        own = [element, *markup.own(element, lambda e: e in marks or e in controls or e not in mine)]
        return sum(len(e.text or "") + (len(e.tail or "") if e is not element else 0) for e in own)

    mine = set(area.own)
    sizes = {e: said(e) for e in area.own if e not in marks and e not in controls}
    most = max(sizes.values(), default=0)
    full = [e for e in reversed(area.own) if most and sizes.get(e, 0) > 0.8 * most and e.tag != "p"]
    return next((e for e in full if e.get("class")), next(iter(full), None))


def shared(elements: Sequence[Element | None], page: Element) -> str:
    """A test for what most of some elements have in common, as Python: a class that little else on the page has, or a tag."""
    known = [e for e in elements if e is not None]
    counts = Counter(name for e in known for name in set((e.get("class") or "").split()) if not any(map(str.isdigit, name)))
    names = [n for n, count in counts.items() if count >= COMMON * len(known)]
    everywhere = Counter(name for e in page.iter() for name in (e.get("class") or "").split())
    best = min(names, key=lambda n: (-counts[n], everywhere[n] - counts[n], -len(n)), default=None)
    if best:
        return f'by_class("{best.lower()}")'
    marked = Counter(e.get("itemprop") for e in known if e.get("itemprop")).most_common(1)
    if marked:
        return f'by_attribute("itemprop", "{marked[0][0]}")'
    tags = Counter(str(e.tag) for e in known).most_common(1)
    return f'by_tag("{tags[0][0]}")' if tags else UNKNOWN


def platform(name: str, found: Seen | None, page: Element) -> str:
    """The platform's file."""
    areas_ = found.areas if found else ()
    items = shared([a.item for a in areas_], page)
    item = items[len('by_class("') : -2] if items.startswith("by_class") else "FILL-IN"
    real = next((c for a in areas_ for c in (a.item.get("class") or "").split() if c.lower() == item), item)
    author, date, text = (shared(part, page) for part in ((found.authors, found.dates, found.texts) if found else ((), (), ())))
    buttons = shared([c for c in page.iter() if found and c in found.controls], page)
    buttons = buttons if buttons.startswith("by_class") else UNKNOWN  # any other test would take words for buttons
    tests = sorted({test.partition("(")[0] for test in (author, date, text, buttons)})
    nested = any(a.outer is not None for a in areas_)
    how = "a reply stands inside the post it answers" if nested else "FILL IN: how a reply tells which post it answers"
    return f'''"""FILL IN: which versions of {name} this reads, and where its markup is documented."""

from facta.read import trees
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, {", ".join(tests)}

SIGNS = Signs(("{real}",))  # FILL IN: what no page of the platform lacks
FIELDS = Fields(
    author=({author},),
    date=({date},),
    text=({text},),
    furniture={buttons},  # FILL IN: buttons, avatars, signatures
)
_items = trees.with_class("{real}")


def recognises(tree: Element) -> bool:
    """Whether any element is a post by its class."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The posts; {how}."""
    items = _items(tree)
    return Extraction(trees.read(items, FIELDS), trees.roots(items))
'''


def page_of(found: Seen | None) -> str:
    """The test's page: an article, and the elements of the first posts and of a reply to one of them, with words of ours."""
    if found is None:
        thread = '<div class="FILL-IN"><b>Ada Lo</b><i>5 May 2021</i><p>Words of one.</p></div>'
    else:
        nested = [a for a in found.areas if a.outer is not None][:1]
        outer = [found.areas[a.outer] for a in nested if a.outer is not None]
        chosen = list({id(a): a for a in (*outer, *nested, *found.areas)}.values())[:SHOWN]
        order = {id(a): n for n, a in enumerate(found.areas)}
        thread = "\n".join(_wrapped(sorted(chosen, key=lambda a: order[id(a)]), found))
    return f"<html><body><h1>Ministers meet</h1><p>They met in Ankara.</p>\n{thread}\n</body></html>"


def _wrapped(chosen: Sequence[Area], found: Seen) -> Iterator[str]:
    """The outlines of the posts that stand in no other of them, inside the element around the first."""
    mine = {root for area in chosen for root in area.roots}
    tops = [root for area in chosen for root in area.roots if not any(a in mine for a in root.iterancestors())]
    parent = tops[0].getparent()
    plain = parent is None or parent.tag in ("body", "html")
    yield "" if plain else _start(parent, {})
    for top in tops:
        yield from _outline(top, _words(found), mine, {r for area in found.areas for r in area.roots})
    yield "" if plain else f"</{parent.tag}>"


def _words(found: Seen) -> dict[Element, str]:
    """What stands in the elements that say something."""
    words = dict.fromkeys(found.controls, "Reply")
    for n, (author, date, text) in enumerate(zip(found.authors, found.dates, found.texts, strict=True)):
        parts = ((author, NAMES[n % len(NAMES)]), (date, DATE), (text, f"Words of {NAMES[n % len(NAMES)].split()[0]}."))
        words |= {e: said for e, said in parts if e is not None}
    return words


def _outline(
    element: Element, words: dict[Element, str], mine: set[Element], others: set[Element], depth: int = 1
) -> Iterator[str]:
    """An element's lines: its start, the elements in it that matter, what it says, its end; nothing of one that says nothing."""
    said = words.get(element, "")
    inner = [e for e in element if isinstance(e.tag, str) and (e in mine or e not in others)] if depth < MAX_DEPTH else []
    if said:
        inner = [e for e in inner if any(d in words or d in mine for d in e.iter())]
    lines = [line for e in inner for line in _outline(e, words, mine, others, depth + 1)]
    start, end, margin = _start(element, words), f"</{element.tag}>", " " * depth
    if lines:
        yield margin + start
        yield from lines
        yield f"{margin}{escape(said)}{end}"
    elif said or element in mine:
        yield f"{margin}{start}{escape(said)}{end}"


def _start(element: Element, words: dict[Element, str]) -> str:
    """An element's start with the attributes that a platform may be told by; a time for machines is ours."""
    kept = [(k, _NUMBER.sub(_small, v)) for k, v in element.items() if k in _KEPT or (k[:5] == "data-" and _WORD.fullmatch(v))]
    kept += [("datetime", STAMP)] if element.get("datetime") else []
    return f"<{' '.join([str(element.tag), *(f'{k}={chr(34)}{escape(v)}{chr(34)}' for k, v in kept)])}>"


_numbers: dict[str, str] = {}


def _small(number: re.Match[str]) -> str:
    """A small number in place of a post's own, the same wherever it stands, so that what names a parent still does."""
    return _numbers.setdefault(number[0], str(len(_numbers) + 11))


def test(name: str, page: str, expected: Sequence[tuple[object, ...]]) -> str:
    """The platform's test, which says what the platform's file reads now."""
    rows = "\n".join(f"        ({', '.join(json.dumps(v) if v is not None else 'None' for v in row)})," for row in expected)
    return f'''"""FILL IN: {name}'s markup, of which versions, and where it is documented."""

from facta.read import markup, posts, threads

# FILL IN: compare with the platform's documentation; add what is missing: replies to replies, a deleted post, another version
PAGE = """
{page}
"""


def test_posts_give_their_tree() -> None:
    """FILL IN: what is true of authors, dates, texts and parents, in one sentence."""
    tree, _ = markup.parse(PAGE)
    found = posts.comments(threads.take(tree))
    # FILL IN: author, parent, date as written, day, text as they should be; this is what is read now
    assert [
{rows}
    ] == [(c.author, c.parent, c.date_text, c.date, c.text) for c in found]


def test_the_thread_leaves_the_page() -> None:
    """Nothing of the thread stays in the article's tree."""
    tree, _ = markup.parse(PAGE)
    threads.take(tree)
    assert "Ministers meet\\n\\nThey met in Ankara." == markup.paragraphs(tree)
'''


def read_now(source: str, page: str) -> list[tuple[object, ...]]:
    """What a platform's file reads of a page."""
    module = ModuleType("begun")
    exec(compile(source, "begun", "exec"), module.__dict__)
    tree, _ = markup.parse(page)
    return [(c.author, c.parent, c.date_text, c.date, c.text) for c in posts.comments(module.threads(tree).posts)]


def main(argv: Sequence[str] | None = None) -> int:
    """0 when both files were written, 1 when one is there already or the page can't be read."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.read.new_platform", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("page", type=Path, help="a page with a thread of the platform, saved from a browser")
    parser.add_argument("name", help="the platform's name in small letters; that of its file")
    parser.add_argument("--into", type=Path, default=ROOT, help="the project's folder (default: this one)")
    asked = parser.parse_args(argv)
    files = (asked.into / PLATFORM / f"{asked.name}.py", asked.into / TEST / f"test_{asked.name}.py")
    wrong = next((f"{file} is there already" for file in files if file.exists()), None)
    if not re.fullmatch(r"[a-z][a-z0-9]*", asked.name) or keyword.iskeyword(asked.name):
        wrong = f"{asked.name!r} is no name for a module: small letters and digits, as in 'wpdiscuz'"
    if wrong or not asked.page.is_file():
        print(f"Nothing was written: {wrong or f'{asked.page} is no file'}.", file=sys.stderr)
        return 1
    tree, _ = markup.parse(asked.page.read_bytes())
    found = seen(tree)
    source, page = platform(asked.name, found, tree), page_of(found)
    for file, text in zip(files, (source, test(asked.name, page, read_now(source, page))), strict=True):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        print(f"{file}: {text.count('FILL IN')} places to fill in")
    number = len(found.areas) if found else 0
    print(
        f"{number} posts were found by structure alone."
        if found
        else "No thread was found by structure; all names are to fill in."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
