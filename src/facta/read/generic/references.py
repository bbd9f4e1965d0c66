"""Posts named by other posts: ids in attributes and links, numbers beside posts, "in reply to NAME"."""

import re
from collections.abc import Iterator, Sequence

from facta.read import markup
from facta.read.generic import looks, words
from facta.read.generic.areas import Area
from facta.read.threads import Element

Parents = list[int | None]
MAX_LABEL = 150
"""Characters of a line "in reply to..."."""
_ID = re.compile(r"[A-Za-z0-9]*\d[A-Za-z0-9]*$|[A-Za-z0-9]{6,}$")
_POST_LINK = re.compile(r"(?:[?&](?:p|id|post|pid)=|#(?:p|post|msg|comment|c)?[-_]?)\d+$")
_NONE = frozenset(("", "0", "null", "none", "undefined", "false", "-1"))
_NUMBER = re.compile(r"\s*(?:#|№|nr\.?\s|no\.?\s)\s?(\d+(?:\.\d+)*)|\s*(\d+(?:\.\d+)+)\.?(?=\s|$)", re.IGNORECASE)
_TARGET = re.compile(r"#?(\d+(?:\.\d+)*)(?![\w])")
_TOKEN = re.compile(r"(?:parent|reply-?to|in-?reply-?to)[-_]+(?:comment|post|id)?[-_]*([\w-]+)$", re.IGNORECASE)


def read(areas: Sequence[Area]) -> Parents:
    """Parents by the ids that a post's attributes, or a link to what it answers, name."""
    known = _known(areas)
    return [_referred(area, n, known) for n, area in enumerate(areas)]


def _known(areas: Sequence[Area]) -> dict[str, int]:
    """The posts by the ids they go by."""
    known: dict[str, int] = {}
    for n, area in enumerate(areas):
        for given in _ids(area):
            known.setdefault(given, n)
    return known


def _ids(area: Area) -> Iterator[str]:
    """The ids a post goes by, each also without what stands before its number."""
    before = area.item.getprevious()
    anchors = [before] if before is not None and before.tag == "a" else []
    for element in (*anchors, *area.own):
        if element.tag == "a" and element not in anchors and not element.get("name") and not element.get("id"):
            continue
        for name, value in element.attrib.items():
            if name in ("id", "name") or (element is area.item and _names_itself(str(name))):
                yield from _forms(str(value))


def _names_itself(attribute: str) -> bool:
    return attribute.endswith("id") and "parent" not in attribute and "user" not in attribute and "reply" not in attribute


def _forms(value: str) -> Iterator[str]:
    value = value.strip().lstrip("#").casefold()
    if value in _NONE or len(value) > 200:
        return
    yield value
    found = _ID.search(value)
    if found and found.group() != value and found.group() not in _NONE:
        yield found.group()


def _referred(area: Area, n: int, known: dict[str, int]) -> int | None:
    for element in area.own[:1] + [
        e for e in area.own[1:] if e.get("itemprop") == "parentItem" or e.tag in ("input", "a", "link", "meta", "blockquote")
    ]:
        for value in _references(element, element is area.item):
            hit = next((known[f] for f in _forms(value) if f in known), None)
            if hit is not None and hit != n:
                return hit
    return None


def _references(element: Element, is_item: bool) -> Iterator[str]:
    """What an element says of the post that is answered."""
    if element.get("itemprop") == "parentItem":
        yield from (v for a in ("href", "content", "resource", "itemid") if (v := element.get(a)))
    if is_item:
        for name, value in element.attrib.items():
            parts = words.split(str(name)) if str(name) not in ("class", "style") else frozenset()
            if (
                str(name).replace("-", "").replace("_", "").endswith(("parent", "parentid", "replyto", "inreplyto", "replytoid"))
                or "parent" in parts
            ):
                yield str(value)
        for token in (element.get("class") or "").split():
            found = _TOKEN.search(token)
            if found:
                yield found[1]
    if element.tag == "a" and _is_answer_link(element):
        target = element.get("href") or ""
        yield from (str(v) for k, v in element.attrib.items() if str(k).startswith("data-"))
        if "#" in target:
            yield target.rpartition("#")[2]


def _is_answer_link(link: Element) -> bool:
    """Whether a link leads to the post that this one answers."""
    label = markup.line(link).casefold().strip(" :.()[]") if len(link) <= 5 else ""
    if label in words.seen("to_parent") or words.starts("answers").match(label) or label.startswith(">>"):
        return True
    own = words.of(link)
    if not own.isdisjoint(words.named("parent")) or {"in", "reply", "to"} <= own or {"reply", "to"} == own & {"reply", "to"}:
        return True
    before = link.getprevious()
    above = link.getparent()
    led = before.tail if before is not None else above.text if above is not None else ""
    said = " ".join((led or "").split()).casefold().rstrip(" :#@")
    if not said and before is not None and len(before) == 0:
        said = " ".join((before.text or "").split()).casefold().rstrip(" :#@")
    return any(said.endswith(phrase) for phrase in words.seen("answers") if len(phrase) > 1)


def by_quotation(areas: Sequence[Area]) -> Parents:
    """Parents by quotations that say from which post they are: in an attribute, or by a link to it."""
    known = _known(areas)
    found: Parents = []
    for n, area in enumerate(areas):
        quoted = {e for e in looks.quoted(area) if e is not area.item}
        values = (v for e in area.own if e in quoted for v in _sources(e))
        hits = (known[f] for v in values for f in _forms(v) if f in known)
        found.append(next((hit for hit in hits if hit < n), None))
    return found


ADDRESSED = re.compile(r"(?P<name>[^:：]{1,40}?)\s?[:：]\s*(?=[^\W\d])")
"""A name behind "reply to", and then what is said to that one: `回复 @小明：不是`."""


def _sources(element: Element) -> Iterator[str]:
    for name in ("data-source", "data-post", "data-post-id", "data-quote-id", "cite"):
        if value := element.get(name):
            yield value
    link = element.get("href") or ""
    if element.tag == "a" and _POST_LINK.search(link):
        yield link


def by_mention(areas: Sequence[Area], authors: Sequence[str | None]) -> Parents:
    """Parents by a link that both bears the name of an earlier post's author and names that post's id."""
    known = _known(areas)
    names = [markup.folded(name or "") for name in authors]
    found: Parents = []
    for n, area in enumerate(areas):
        links = [e for e in area.own if e.tag == "a" and len(e) <= 3]
        hits = (hit for e in links for hit in _named(e, known) if hit < n and names[hit] == markup.folded(markup.line(e)))
        found.append(next((hit for hit in hits if names[hit]), None))
    return found


def _named(link: Element, known: dict[str, int]) -> Iterator[int]:
    """The posts whose ids stand in a link's address or data."""
    for name, value in link.items():
        if name == "href" or name.startswith("data-"):
            yield from (known[form] for form in _forms(value) if form in known)


def by_number(areas: Sequence[Area]) -> Parents:
    """Parents by the numbers beside posts: 1.2 answers 1; "in reply to #7" answers 7."""
    numbers = [number(area) for area in areas]
    known = {own: n for n, own in reversed(list(enumerate(numbers))) if own}
    found: Parents = []
    for n, area in enumerate(areas):
        own = numbers[n] or ""
        hit = known.get(own.rpartition(".")[0]) if "." in own else None
        said = _TARGET.match(label) if (label := _label(area)) else None
        target = known.get(said[1]) if said else None
        found.append(target if target is not None and target != n else hit)
    return found


_ANCHOR = re.compile(r"\s*(?:>>|＞＞|≫)\s?(\d{1,5})(?!\d)")
_COUNTED = re.compile(r"\s*(\d{1,5})\s?[.:：)]?\s*")


def by_anchor(areas: Sequence[Area]) -> Parents:
    """Parents by ">>12" at the beginning of a text, where posts are numbered in their order."""
    numbers = [_count(area) for area in areas]
    known = [n for n in numbers if n is not None]
    if not known or sorted(set(known)) != known:
        return [None] * len(areas)
    place = {own: n for n, own in enumerate(numbers) if own is not None}
    called = (next((int(m[1]) for e in area.own if (m := _ANCHOR.match(e.text or ""))), None) for area in areas)
    found = (None if number is None else place.get(number) for number in called)
    return [hit if hit is not None and hit < n else None for n, hit in enumerate(found)]


def _count(area: Area) -> int | None:
    """The number that a post begins with, in an element of its own or before its name."""
    first = next((text for e in area.own[:MAX_BEGINNING] if (text := (e.text or "").strip())), "")
    found = _COUNTED.fullmatch(first)
    return int(found[1]) if found else None


MAX_BEGINNING = 6
"""Elements within which a post's number stands."""


def number(area: Area) -> str | None:
    """The number a post goes by, printed alone or at the beginning of a short line."""
    for element in area.own[:40]:
        text = element.text or ""
        if len(text) <= 80 and not words.starts("answers").match(text.strip()) and (found := _NUMBER.match(text)):
            return found[1] or found[2]
    return None


def by_name(areas: Sequence[Area], authors: Sequence[str | None], parents: Sequence[int | None]) -> Parents:
    """Parents by "in reply to NAME": the last post before by that author, in the same branch where there are branches."""
    roots = _roots(parents)
    branched = any(p is not None for p in parents)
    last: dict[tuple[str, int], int] = {}
    found: Parents = []
    for n, area in enumerate(areas):
        branch = roots[n] if branched else 0
        label = markup.folded(_label(area) or "")
        found.append(last.get((label, branch)) if label else None)
        last[markup.folded(authors[n] or ""), branch] = n
    return found


def by_address(areas: Sequence[Area], authors: Sequence[str | None]) -> Parents:
    """Parents by "@NAME" at the beginning of a text: the last post before by that author."""
    last: dict[str, int] = {}
    found: Parents = []
    for n, area in enumerate(areas):
        texts = (text.strip() for e in area.own if (text := e.text or ""))
        called = next((markup.folded(text[:MAX_LABEL]) for text in texts if text.startswith("@")), "")
        names = (called[:end] for end in range(len(called), LEAST_NAME - 1, -1))
        found.append(next((last[name] for name in names if name in last), None))
        if len(name := markup.folded(authors[n] or "")) >= LEAST_NAME:
            last[name] = n
    return found


LEAST_NAME = 2
"""Letters of a name that is called by."""


def _roots(parents: Sequence[int | None]) -> list[int]:
    roots: list[int] = []
    for n, parent in enumerate(parents):
        roots.append(n if parent is None or parent >= n else roots[parent])
    return roots


def _label(area: Area) -> str | None:
    """What follows "in reply to" in a line of its own outside any text."""
    for element in area.own:
        text = " ".join((element.text or "").split())
        if len(text) > MAX_LABEL or not (found := words.starts("answers").match(text)):
            continue
        line = markup.line(element)
        if len(line) <= found.end() + 1 and (above := element.getparent()) is not None:
            line = markup.line(above)
            line = line[line.find(text) :] if text in line else ""
        if len(line) <= MAX_LABEL and (found := words.starts("answers").match(line)) and len(line) > found.end():
            addressed = ADDRESSED.match(line, found.end())
            return (addressed["name"] if addressed else line[found.end() :]).strip(" :@.·|→»«\"'")
    return None
