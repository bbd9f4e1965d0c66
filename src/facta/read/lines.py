"""The lines of an article in their order and kind, each once, from what was found of it; furniture is left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml import html

from facta.read import credit, furniture, labelled, markup, plain, printed, published, slugs
from facta.read.about import About
from facta.read.live import Entry
from facta.records import ParagraphKind

_BY = re.compile(r"(?:by|von|par|por)\b", re.IGNORECASE)


class Line(NamedTuple):
    """A paragraph with its kind and, in a live blog, the number of its entry."""

    kind: ParagraphKind
    text: str
    entry: int | None = None


Told = tuple[int | None, str, str]
"""A paragraph before its kind is known: the number of its entry, its text and that folded."""


def in_order(known: About, dek: str | None, body: list[str], entries: Sequence[Entry], captions: list[str]) -> Iterator[Line]:
    """The lines of the page's text: headline, dek, then body with its captions and credit; each once, furniture left out."""
    title = slugs.without(known.headline) if known.headline else None
    shown = markup.line(known.heading) if known.heading is not None else None
    seen = {markup.folded(text) for text in (known.headline, title, shown, dek) if text} | _labels(known.heading)
    under = {markup.folded(c) for c in captions}
    if title:
        yield Line("headline", title)
    if dek:
        yield Line("dek", dek)
    later = {markup.folded(text) for entry in entries for text in entry.lines}
    told = ((n, text, markup.folded(text)) for n, entry in enumerate(entries) for text in entry.lines)
    heads = tuple(fold for entry in entries if len(fold := markup.folded(entry.headline or "")) >= LEAST_PULLED)
    parts = [(None, text, fold) for text in body if (fold := markup.folded(text)) not in later and not _is_head(fold, heads)]
    parts = parts[_beginning(parts, known) :]
    begun, above = False, ""
    repeated = _repeated(body)
    peeled = list(_peeled(parts, known))
    labels = labelled.above([text for _, text, _ in peeled])
    for number, text, fold in (*(one for n, one in enumerate(peeled) if n not in labels), *told):
        kind = "caption" if fold in under else plain.own_kind(text)
        kept = kind != "other" or furniture.begins("corrections", text)
        begun = begun or (kept and len(text) > MAX_SOURCE)
        if (
            fold not in seen
            and fold not in repeated
            and kept
            and not _names_source(text, known, begun)
            and not credit.signs(above, text)
        ):
            yield Line(kind, text, number)
        above = text
        under.discard(fold)
    yield from (Line("caption", c) for c in captions if markup.folded(c) in under - seen)


def _beginning(parts: Sequence[Told], known: About) -> int:
    """The place of the paragraph that begins with the headline, if nothing but labels stand above: a menu, a section."""
    title = markup.folded(known.headline or "")
    firsts = [text.split("\n")[0] for _, text, _ in parts[:MAX_MENU]]
    place = next((n for n, line in enumerate(firsts) if title and markup.folded(line) == title), 0)
    above = (text for _, text, _ in parts[:place])
    return place if all(len(text) <= MAX_LABEL and not plain.ends(text) for text in above) else 0


MAX_MENU = 40
"""First paragraphs of a page among which the headline may stand below others."""


def _peeled(parts: Sequence[Told], known: About) -> Iterator[Told]:
    """The paragraphs, with headline, authors and day as lines of their own where breaks alone part them from the first."""
    for place, (number, text, _) in enumerate(parts):
        lines = text.split("\n") if place < MAX_HEADS else [text]
        while len(lines) > 1 and (_heads(lines[0], known) or _is_kicker(lines, known)):
            line = lines.pop(0)
            yield number, line, markup.folded(line)
        rest = "\n".join(lines)
        yield number, rest, markup.folded(rest)


def _heads(line: str, known: About) -> bool:
    """Whether a line says again what the page says of its article: headline, authors, day."""
    return (
        markup.folded(line) == markup.folded(known.headline or "")
        or printed.is_stamp(line)
        or credit.is_byline(line)
        or credit.is_title(line)
    )


def _is_kicker(lines: Sequence[str], known: About) -> bool:
    """Whether the first of some lines is a short one above the headline."""
    title = markup.folded(known.headline or "")
    return len(lines[0]) <= MAX_LABEL and not plain.ends(lines[0]) and title != "" and markup.folded(lines[1]) == title


MAX_HEADS = 3
"""First paragraphs that may begin with lines that head the article."""


def _is_head(fold: str, heads: tuple[str, ...]) -> bool:
    """Whether a folded line is the heading of an entry, at most with its hour before it, as in a list of what happened."""
    return fold.endswith(heads) and any(fold.endswith(head) and len(fold) - len(head) <= MAX_STAMP for head in heads)


MAX_STAMP = 20
"""Letters of the hour, and day, before a heading."""


def _repeated(body: Sequence[str]) -> set[str]:
    """The quotations and sentences that stand once more within a longer paragraph: pulled out of the text.

    Headings are not, nor short sentences without quotation marks, which an article may well say twice.
    """
    folds = [markup.folded(text) for text in body]
    whole, count = "\n".join(folds), Counter(folds)
    quoted = {fold for text, fold in zip(body, folds, strict=True) if text[0] in _QUOTES and len(fold) >= LEAST_PULLED}
    said = {fold for text, fold in zip(body, folds, strict=True) if plain.ends(text) and len(fold) >= LEAST_SENTENCE}
    return {fold for fold in quoted | said if len(fold) <= MOST_PULLED and whole.count(fold) > count[fold]}


_QUOTES = frozenset("“”\"«„‘'「『")
LEAST_PULLED = 12
LEAST_SENTENCE = 30
MOST_PULLED = 160
"""Letters of a quotation, or of a sentence without its marks, that is pulled out."""


def _labels(heading: html.HtmlElement | None) -> set[str]:
    """What short lines right above the headline say, of its section or kind, folded."""
    above = islice(heading.itersiblings(preceding=True), MAX_LABELS) if heading is not None else ()
    lines = (markup.line(e, published.SMALL) for e in above if isinstance(e.tag, str))
    return {markup.folded(line) for line in lines if 0 < len(line) <= MAX_LABEL and not plain.ends(line)}


MAX_LABELS = 4
MAX_LABEL = 40
"""Characters of a line above the headline that only tells its section or kind."""
MAX_SOURCE = 120
"""Characters of a line that says but who wrote the article."""


def _names_source(text: str, known: About, begun: bool) -> bool:
    """Whether a line only says who wrote the article, and when; `begun`: whether it stands below the first paragraph."""
    if len(text) > MAX_SOURCE:
        return False
    names = {*map(markup.folded, known.byline), markup.folded(known.site or "")}
    if _BY.match(text) and any(name in text for name in known.byline):
        return True
    if not begun and any(text.startswith(name) and len(text) - len(name) <= plain.MAX_PLACE for name in known.byline):
        return not plain.ends(text)
    if markup.folded(text) in names or (not begun and (credit.is_title(text) or printed.is_filed(text))):
        return True
    rest = printed.beside(text)
    return rest is not None and any(name in part for part in rest for name in known.byline)
