"""The article of an HTML page: threads are cut out, trafilatura finds the text, the page's own words name its parts."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby, islice
from typing import NamedTuple

import trafilatura
from lxml import etree, html

from facta.errors import InputError
from facta.read import (
    about,
    archived,
    bare,
    barriers,
    called,
    credit,
    dates,
    furniture,
    labelled,
    lists,
    live,
    lost,
    markup,
    order,
    plain,
    printed,
    published,
    signs,
    slugs,
    stamps,
    tables,
    threads,
)
from facta.read import encoding as encodings
from facta.read.about import About
from facta.read.archived import Capture
from facta.read.draft import BARRED, Draft, Part
from facta.read.live import Entry
from facta.read.posts import Post
from facta.read.stamps import Said
from facta.records import Credit, Dateline, ParagraphKind, Problem, Update

FAST_ABOVE = 15_000
"""Elements above which trafilatura's second opinions, which cost several times the first, are left out."""
_CAPTIONS = etree.XPath("//figcaption | //@class[contains(., 'caption')]/..")
_BOXES = etree.XPath("//aside | //@class[contains(., 'orrecti') or contains(., 'larific') or contains(., 'note')]/..")
DEK_WITHIN = 40
"""Elements after the headline among which its dek stands."""
MAX_CAPTIONS = 20
MAX_FIGURES = 200
LITTLE = 250
"""Characters of a body below which, like one that is a single lump, it is sought again in tables and in the linked data."""
GAP = "\n\n"
"""Between the paragraphs of a page's text."""
_NO_DAY = "The page says that it was published on {}, which no calendar has; say the day with --published."
_BY = re.compile(r"(?:by|von|par|por)\b", re.IGNORECASE)


class Line(NamedTuple):
    """A paragraph with its kind and, in a live blog, the number of its entry."""

    kind: ParagraphKind
    text: str
    entry: int | None = None


Told = tuple[int | None, str, str]
"""A paragraph before its kind is known: the number of its entry, its text and that folded."""


def read(
    data: bytes | str,
    encoding: str | None = None,
    url: str | None = None,
    *,
    max_chars: int,
    fetched: str | None = None,
    capture: Capture | None = None,
) -> Draft:
    """The article and the threads of a page; no parts where no article is found; `max_chars` bounds the text beside the threads.

    fetched: when the page was, as for `ago.day`. capture: what is known of the web archive that it was fetched from.

    Raises InputError, without the source's name, for markup that cannot be read within seconds.
    """
    text = encodings.undoubled(encodings.decode(data, encoding)) if isinstance(data, bytes) else data
    tree, cut_short = markup.parse(text)
    _bound(tree, markup.MAX_PARSED)
    if capture := archived.restore(tree, capture):
        url, fetched = url or capture.address, capture.at
    marks = signs.of(tree)
    shown = live.take(tree, marks)  # before anything takes them for a thread
    posts = threads.take(tree, marks)
    size = _bound(tree, markup.MAX_ELEMENTS)
    # the characters with those of scripts are counted at once, and few pages have too many even so
    if len(tree.text_content()) > max_chars and (chars := markup.visible_size(tree)) > max_chars:
        raise InputError(f"is too long to be one article ({chars:,} characters; the setting max_chars allows {max_chars:,})")
    markup.flatten(tree)
    bare.part(tree)
    answered = {day for post in posts for text in (post.stamp, post.date_text) if text and (day := dates.day(text))}
    usual = order.of([text for post in posts for text in (post.stamp, post.date_text) if text])
    known = about.read(tree, url, answered, usual, fetched)
    entries = shown or live.told(known.data)
    dek = _dek(known)
    captions = _captions(tree)
    notes = _notes(tree)
    barriers.take_dialogs(tree)
    _take_links(tree)
    _hush(tree)
    bare.wrap(tree)
    body = _body(tree, known, fast=size > FAST_ABOVE)
    body += [note for note in notes if body and note not in body]
    wall = None if entries else barriers.find(tree, known, body, thread=bool(posts))
    lines = list(_lines(known, dek, body, entries, captions)) if body or entries else []
    damage = encodings.damage(data, text) if isinstance(data, bytes) else None
    problems = [Problem(step="read.article", message=m) for m in (cut_short, damage, known.doubt) if m]
    if wall:
        problems.append(Problem(step=BARRED, message=wall))
        lines = [line._replace(kind="other") for line in lines]
    draft = _draft(lines, known, posts, entries, tuple(problems), barred=wall is not None)
    if known.no_day and draft.published is None:
        draft = replace(draft, problems=(*draft.problems, Problem(step="read.article", message=_NO_DAY.format(known.no_day))))
    return replace(draft, captured=capture.at if capture else None)


def _bound(tree: html.HtmlElement, most: int) -> int:
    size = markup.size(tree)
    if size > most:
        raise InputError(f"is too large to find an article in ({size:,} elements; the most is {most:,})")
    return size


def _body(tree: html.HtmlElement, known: About, fast: bool) -> list[str]:
    """The article's paragraphs; where hardly any are found, those in layout tables or those the page tells in its linked data."""
    first = _extracted(tree, fast)
    body = _parted(first, tree)
    if len(first) < 2 or _size(body) < LITTLE:
        told = known.data.article.get("articleBody")
        described = live.paragraphs(told) if isinstance(told, str) else []
        unfolded = _extracted(tree, fast) if tables.unfold(tree) else []
        if len(first) < 2 <= len(unfolded) and _size(unfolded) >= LITTLE:  # what ran together holds the columns beside it too
            body = unfolded
        found = [body, described, unfolded]
        enough = max(map(_size, found)) * 0.8
        body = max((lines for lines in found if _size(lines) >= enough), key=len)
    return lost.restore(lists.without_related(tree, _without_recent(body)), tree, known.heading)


def _parted(body: list[str], tree: html.HtmlElement) -> list[str]:
    """The body; the page's own lines where extraction ran several of them, often the headline too, into a single one."""
    if len(body) != 1 or len(body[0]) > MAX_LUMP:
        return body
    lump = markup.folded(body[0])
    pieces = list(islice(markup.text_pieces(tree), MAX_PIECES))
    folds = [markup.folded(piece) for piece in pieces]
    for start, fold in enumerate(folds):
        if fold and fold != lump and lump.startswith(fold):
            run = next((end for end in range(start + 2, len(folds) + 1) if "".join(folds[start:end]) == lump), None)
            if run is not None:
                return pieces[start:run]
    return body


MAX_LUMP = 2_000
"""Characters of a body that may be several lines run together, as happens where a page has hardly any text."""
MAX_PIECES = 200
"""Lines of a page that such a body is sought among."""


def _size(lines: Sequence[str]) -> int:
    return sum(map(len, lines))


def _extracted(tree: html.HtmlElement, fast: bool) -> list[str]:
    """The paragraphs trafilatura finds; quotations and list items are paragraphs of their own, tables are left out.

    Its second opinion, readability's, counts where it is more than twice as long, or where the first has no paragraphs or leaves
    something to clean away. So it needn't be asked where the first has half of all that the page says, which is likely where
    paragraphs in one place have nearly as much.
    """
    said = 0 if fast else _said(tree)
    if fast or (said > ENOUGH and _together(tree) > LIKELY * said):
        first = _found(tree, fast=True)
        lines = [] if first is None else list(markup.text_pieces(first))
        size = _size(lines)
        if fast or (first is not None and size > ENOUGH and _is_clean(first) and 2 * size >= said):
            return lines
    full = _found(tree, fast=False)
    return [] if full is None else list(markup.text_pieces(full))


LIKELY = 0.4
"""Share of a page's words in one place from which trafilatura's first opinion is likely to have half."""
ENOUGH = 250
"""Characters below which trafilatura asks for further opinions whatever else there is (its MIN_EXTRACTED_SIZE)."""
_is_clean = etree.XPath(
    "boolean(.//p//text()) and not(.//*[self::aside or self::audio or self::button or self::fencedframe or self::fieldset or "
    "self::figure or self::footer or self::iframe or self::input or self::label or self::link or self::nav or self::noindex or "
    "self::noscript or self::object or self::option or self::select or self::source or self::svg or self::time])"
)
"""Whether an extraction has paragraphs and none of what trafilatura takes for remains of the page (its SANITIZED_XPATH)."""


def _hush(tree: html.HtmlElement) -> None:
    """Empty the scripts and styles, which extraction copies again and again, but for linked data, which it reads."""
    for element in tree.iter("script", "style"):
        if "ld+json" not in (element.get("type") or "").lower():
            element.text = None


def _said(tree: html.HtmlElement) -> int:
    """Characters of all that a page says, its scripts empty but for linked data; white space folded."""
    body = tree.find("body")
    if body is None:
        return 0
    scripts = sum(len(script.text or "") for script in body.iter("script"))
    return len(" ".join(body.text_content().split())) - scripts


def _together(tree: html.HtmlElement) -> int:
    """Characters in the one place that has most: the paragraphs of one element, or its text where breaks part it."""
    sizes = Counter[html.HtmlElement | None]()
    for paragraph in tree.iter("p"):
        sizes[paragraph.getparent()] += len(paragraph.text_content())
    for place in {parent for br in tree.iter("br") if (parent := br.getparent()) is not None and parent.tag != "p"}:
        sizes[place] = len(place.text_content())
    return max(sizes.values(), default=0)


def _found(tree: html.HtmlElement, *, fast: bool) -> etree._Element | None:
    found = trafilatura.bare_extraction(  # any format but its own spares it writing down a text that nobody reads
        tree, fast=fast, include_comments=False, include_tables=False, output_format="xml"
    )
    return None if found is None or isinstance(found, dict) else found.body


_LAST_DATE = re.compile(r"(?<=\S)\s[-–—|·•]\s([^-–—|·•]{6,40})$")


def _without_recent(body: list[str]) -> list[str]:
    """The body without a list of other articles after it: two or more last lines that each end in a bar and a date."""
    end = len(body)
    while end and len(body[end - 1]) < 250 and (found := _LAST_DATE.search(body[end - 1])) and dates.line_day(found[1]):
        end -= 1
    return body[:end] if len(body) - end >= 2 else body


def _dek(known: About) -> str | None:
    """The line under the headline: named so by its class, or a second heading that is next or repeats the declared summary."""
    if known.heading is None:
        return None
    below = known.heading.getnext()
    summary = markup.folded((known.summary or "")[: plain.MAX_HEADLINE * 3])
    for element in islice(markup.following(known.heading), DEK_WITHIN):
        text = markup.line(element, published.SMALL)
        fits = 15 <= len(text) <= plain.MAX_HEADLINE * 2 and text != known.headline and not printed.is_stamp(text)
        next_ = element is below and not _heads_part(element, text)
        second = element.tag in ("h2", "h3") and (next_ or markup.folded(text) == summary)
        if fits and (second or _is_dek(element)):
            return text
    return None


def _heads_part(element: html.HtmlElement, text: str) -> bool:
    """Whether a short heading is the first of several alike, each above a paragraph, and so no dek."""
    alike = (element, *islice(element.itersiblings(str(element.tag)), MAX_PARTS))
    parts = sum(below is not None and below.tag in _PROSE for below in (e.getnext() for e in alike))
    return len(text) <= MAX_PART and parts > LEAST_PARTS


LEAST_PARTS = 2
MAX_PARTS = 20
"""Headings after the first that are looked at; an article with a dek and one heading has but one."""
MAX_PART = 60
"""Characters of a part's heading; a dek is mostly longer."""
_PROSE = frozenset(("p", "ul", "ol", "div", "blockquote"))


def _is_dek(element: html.HtmlElement) -> bool:
    named = any(_dek_class().fullmatch(name) for name in markup.classes(element))
    return named or element.get("itemprop") in ("alternativeHeadline", "alternateName")


@cache
def _dek_class() -> re.Pattern[str]:
    return re.compile(rf"(?:{called.either('dek_of')}[_-]{{1,2}})?{called.either('deks')}")


def _captions(tree: html.HtmlElement) -> list[str]:
    """The lines under the article's own pictures: inside its element, or anywhere on a page without one."""
    marked = [c for c in _CAPTIONS(tree) if c.tag == "figcaption" or _is_caption(c)][:MAX_FIGURES]
    inside = _in_article if next(tree.iter("article", "main"), None) is not None else _in_page
    marked = [c for c in marked if inside(c)]
    texts = (markup.line(c, published.SMALL) for c in marked)
    return list(dict.fromkeys(text for text in texts if 15 <= len(text) <= MAX_CAPTION))[:MAX_CAPTIONS]


def _take_links(tree: html.HtmlElement) -> None:
    """Cut the links to other articles that stand in the middle of paragraphs: "READ: How the reef was damaged"."""
    links = (a for a in islice(tree.iter("a"), MAX_LINKS) if len(a) <= MAX_FIGURES and _in_paragraph(a))
    found = []
    for link in links:
        parent = link.getparent()
        around = parent if parent is not None and parent.tag in _BOLD else link
        if any(furniture.is_("more", markup.line(e, published.SMALL)) and _is_label(e) for e in (around, link)):
            found.append(around)
    markup.cut(*found)


def _in_paragraph(link: html.HtmlElement) -> bool:
    """Whether a link stands in a paragraph that says more than the link."""
    above = next((e for e in islice(link.iterancestors(), 3) if e.tag == "p"), None)
    return above is not None and len(markup.line(above)) > 2 * len(markup.line(link, published.SMALL))


def _is_label(element: html.HtmlElement) -> bool:
    """Whether an element is a label with what it leads to, and not a part of the sentence around it."""
    line = markup.line(element, published.SMALL)
    return ":" in line and not line[:1].islower()


_BOLD = frozenset(("b", "strong", "em", "i", "span"))
MAX_LINKS = 2_000
"""Links of a page that are looked at."""


def _notes(tree: html.HtmlElement) -> list[str]:
    """Corrections that stand in boxes, which extraction passes over."""
    pieces = (text for box in _BOXES(tree)[:MAX_FIGURES] if markup.line(box, published.SMALL) for text in markup.text_pieces(box))
    return list(dict.fromkeys(text for text in pieces if furniture.begins("corrections", text)))


def _in_article(element: html.HtmlElement) -> bool:
    return any(a.tag in ("article", "main") for a in element.iterancestors())


def _in_page(element: html.HtmlElement) -> bool:
    """Whether an element stands beside the article, as far as its page says so, in no column or box of its own."""
    around = [a for a in element.iterancestors() if a.tag not in ("body", "html")]
    column = called.word("beside")
    return not any(a.tag in ("aside", "nav", "footer") or column.search(f"{a.get('class')} {a.get('id')}") for a in around)


MAX_CAPTION = 800
"""Characters; what is longer under a picture is a paragraph."""


def _is_caption(element: html.HtmlElement) -> bool:
    return any(_caption_class().fullmatch(name) for name in markup.classes(element))


@cache
def _caption_class() -> re.Pattern[str]:
    return re.compile(rf"{called.either('caption_of')}?caption(?:-text|__text)?")


def _lines(known: About, dek: str | None, body: list[str], entries: Sequence[Entry], captions: list[str]) -> Iterator[Line]:
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


def _draft(
    lines: Sequence[Line],
    known: About,
    posts: tuple[Post, ...],
    entries: Sequence[Entry],
    problems: tuple[Problem, ...],
    *,
    barred: bool,
) -> Draft:
    text = GAP.join(line.text for line in lines)
    parts = tuple(_parts(lines))
    body = [line.text for line in lines if line.kind == "body"]
    dateline = plain.dateline(text, parts, _year(known))
    day, stamp = stamps.weigh(stamps.with_dateline(_settled(known, dateline), dateline))
    return Draft(
        text=text,
        parts=parts,
        posts=posts,
        title=slugs.without(known.headline) if known.headline else None,
        dek=next((line.text for line in lines if line.kind == "dek"), None),
        byline=known.byline,
        published=day,
        published_by=stamp,
        modified=known.modified,
        site=known.site,
        url=known.url,
        canonical=known.canonical,
        view=known.view,
        credit=_credit(lines, known, body),
        language=known.language,
        section=known.section,
        dateline=dateline,
        order=known.order,
        corrections=plain.corrections(text, parts),
        updates=tuple(_updates(lines, parts, entries, day)),
        barred=barred,
        problems=problems,
    )


def _year(known: About) -> str | None:
    """The year of publication, which completes the day of a dateline; it is known where day and month could be swapped, too."""
    if known.published:
        return known.published[0].iso[:4]
    days = dates.readings(known.undecided or "")
    return days[0][:4] if days else None


def _settled(known: About, dateline: Dateline | None) -> tuple[Said, ...]:
    """The statements about the day of publication; a printed one with two readings has that of its dateline."""
    text, sent = known.undecided, dateline.date if dateline else None
    first = order.beside(text, [sent]) if text and sent else None
    day = dates.day(text, first) if text and first else None
    return (Said("text", text, day),) if text and day else known.published


def _parts(lines: Sequence[Line]) -> Iterator[Part]:
    at = 0
    for line in lines:
        yield Part(at, at + len(line.text), line.kind)
        at += len(line.text) + len(GAP)


def _credit(lines: Sequence[Line], known: About, body: Sequence[str]) -> Credit | None:
    """The credit that a line of the page is, else the agency marked in its text, else the one it declares."""
    named = next(filter(None, (credit.line(line.text) for line in lines if line.kind == "credit")), None)
    marked = named or (credit.inside(body[0], body[-1]) if body else None)
    return marked or (Credit(outlet=known.agency, text=known.agency) if known.agency else None)


def _updates(lines: Sequence[Line], parts: Sequence[Part], entries: Sequence[Entry], day: str | None) -> Iterator[Update]:
    """The entries of a live blog at their places in the text; those of which no line was kept are left out."""
    placed = ((line.entry, part) for line, part in zip(lines, parts, strict=True) if line.entry is not None)
    for count, (number, group) in enumerate(groupby(placed, key=lambda pair: pair[0]), start=1):
        own = [part for _, part in group]
        entry = entries[number]
        yield Update(
            id=f"u{count}",
            start=own[0].start,
            end=own[-1].end,
            headline=entry.headline,
            date_text=entry.date_text,
            date=live.day(entry, day),
            at=live.moment(entry),
        )
