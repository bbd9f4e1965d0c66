"""What an HTML page says about itself: headline, authors, day of publication, outlet, section, address."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain, islice, pairwise, takewhile
from typing import cast

from lxml import etree, html

from facta.read import called, credit, dates, furniture, inferred, labelled, linked, markup, others, outlet, printed, published
from facta.read import headline as headlines
from facta.read.dates import Order
from facta.read.linked import Linked
from facta.read.published import Metas, Shown
from facta.read.stamps import Said
from facta.records import View
from facta.values.dates import clean, is_to_come

_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)
_PRINT_CLASS = re.compile(r"print(?:er|able)?[_-]?(?:view|version|page|friendly|mode|layout)")
_PROPERTIES = etree.XPath("//*[@itemprop]")
_CRUMBS = re.compile(r"breadcrumbs?|crumbs")
_BOXES = ("aside", "nav", "footer", "article", "dl")
MAX_PROPERTIES = 500
"""Microdata properties that are looked at."""
NEAR = 120
"""Elements around the headline among which date and authors stand."""
MAX_SECTION = 60


@dataclass(frozen=True, kw_only=True)
class About:
    """A page's own declarations; None where it makes none."""

    headline: str | None = None
    heading: html.HtmlElement | None = None
    """The element that shows the headline."""
    summary: str | None = None
    byline: tuple[str, ...] = ()
    published: tuple[Said, ...] = ()
    """Every statement about the day of publication, the most believed first."""
    undecided: str | None = None
    """A printed date of publication whose day and month could be swapped, where nothing decides."""
    no_day: str | None = None
    """A day that the page says it was published on and that no calendar has, where it tells no other."""
    order: Order | None = None
    """Whether the page's numeric dates name the day or the month first, as far as it tells."""
    modified: str | None = None
    site: str | None = None
    agency: str | None = None
    """An agency or another outlet that is declared as the origin."""
    url: str | None = None
    canonical: str | None = None
    view: View | None = None
    language: str | None = None
    section: str | None = None
    free: bool = True
    """Whether the page declares that everybody may read all of it, or says nothing about that."""
    declared: bool = False
    """Whether the page declares that it is an article."""
    words: int | None = None
    """How many words the page says its article has."""
    doubt: str | None = None
    """What a person should know of a page that holds several stories and does not say which is its own."""
    data: Linked = field(default_factory=Linked)


def read(
    tree: html.HtmlElement,
    url: str | None = None,
    answered: Collection[str] = (),
    usual: Order | None = None,
    fetched: str | None = None,
) -> About:
    """The declarations of a page, its threads already cut: JSON-LD first, then meta elements, then inference.

    Other stories on it are cut once its headline is known, lest their authors and days be taken for its own.

    answered: ISO days on which readers wrote, which the data of a thread may still tell. fetched: as for `ago.day`.
    usual: what the numeric dates of the thread name first, which decides where nothing else on the page does.
    """
    data = linked.read(tree)
    metas = {**_properties(tree), **_metas(tree)}
    article = data.article
    canonical = _canonical(tree)
    address = url or canonical or _absolute(metas.get("og:url", ""))
    titles = [linked.text(article.get("headline")), metas.get("og:title"), _title(tree)]
    declared = _site(data, metas)
    headline, heading, site = _headed(tree, metas, titles, declared, address)
    doubt = others.take(tree, heading, sure=headlines.is_sure((headline, heading), titles, address))
    near = _beside(tree, heading)
    authors = _authors(data, article.get("author")) or credit.names(metas.get("author.name", "")) or _printed(near)
    site = declared or (site if site not in authors else None)
    sources = published.Sources(tree=tree, data=data, metas=metas, near=near, address=address)
    days = _Days.of(sources, usual, fetched)
    if missing := _missing(site=site, authors=authors, day=days.said or days.undecided, address=address):
        guess = inferred.read(tree, url, missing)
        site = site or guess.site
        headline = headlines.without_site(headline, site) if headline and heading is None else headline
        authors = authors or credit.people((guess.authors or "").split(";"))
        address = address or guess.address
        days = days.guessed(guess.day, sources, answered)
    days = days.shown(sources)
    return About(
        headline=headline,
        heading=heading,
        summary=metas.get("og:description") or metas.get("description") or linked.text(article.get("description")),
        byline=authors,
        published=days.said,
        undecided=None if days.said else days.undecided,
        no_day=None if days.said or days.undecided else days.no_day,
        order=days.order,
        modified=days.changed,
        site=site,
        agency=_agency(data, site),
        url=address,
        canonical=canonical,
        view=_view(tree, url or ""),
        language=_language(tree, data, metas),
        section=_section(tree, data, metas, {headline, site}),
        free=str(article.get("isAccessibleForFree", "true")).lower() != "false"
        and metas.get("article:content_tier", "free") not in ("locked", "metered"),
        declared=bool(article)
        or metas.get("og:type", "").lower() == "article"
        or not metas.keys().isdisjoint(called.names("dated")),
        words=_number(article.get("wordCount")),
        doubt=doubt,
        data=data,
    )


def _headed(
    tree: html.HtmlElement, metas: Metas, titles: Sequence[str | None], declared: str | None, address: str | None
) -> tuple[str | None, html.HtmlElement | None, str | None]:
    """The headline, the element that shows it, and the outlet; where no outlet is declared each helps to find the other."""
    sections = {*map(metas.get, called.names("sections"))}
    site = declared or outlet.name(tree, _headings(tree, titles), titles[-1], address, sections)
    headline, heading = headlines.find(tree, titles, site, address)
    if site is None and heading is not None and headline:
        site = outlet.name(tree, [headline], titles[-1], address, sections)
    return headline, heading, site


def _beside(tree: html.HtmlElement, heading: html.HtmlElement | None) -> list[Shown]:
    """The lines around the headline, among which authors and day stand; labelled ones first."""
    if heading is None:
        return []
    return [*labelled.take(tree), *((e, line) for e in _near(heading) for line in _shown(e)), *_bare(heading)]


@dataclass(frozen=True)
class _Days:
    """What a page says of the day of its publication, as in `About`."""

    said: tuple[Said, ...]
    undecided: str | None
    no_day: str | None
    changed: str | None
    order: Order | None

    @classmethod
    def of(cls, page: published.Sources, usual: Order | None, fetched: str | None) -> "_Days":
        order = published.order_of(page) or usual
        said = published.read(page, order) or published.since(page, fetched)
        undecided, no_day = (None, None) if said else (published.undecided(page), published.no_day(page))
        return cls(tuple(said), undecided, no_day, published.modified(page, order), order)

    def guessed(self, guess: str | None, page: published.Sources, answered: Collection[str]) -> "_Days":
        """With the day that was inferred, where it is that of no change, of no reader, and in the page by itself."""
        undecided = self.undecided or (published.undecided(page, guess) if guess else None)
        day = dates.day(undecided, self.order) if undecided else clean(guess)
        if day and self.no_day and day[:7] == self.no_day[:7]:  # the rest of a day that there is none of
            day = None
        found = replace(self, undecided=undecided)
        if not day or day == self.changed or published.is_idle(page.tree, day, answered):
            return found
        return replace(found, said=(*self.said, Said("inferred", undecided or day, day)))

    def shown(self, page: published.Sources) -> "_Days":
        """With the day of a change, where nothing else is known and its readers see that day."""
        if self.said or self.undecided or not (shown := published.shown_change(page, self.order)) or is_to_come(shown):
            return self
        # near enough, where none would leave every act undated
        return replace(self, said=(Said("inferred", shown, shown),))


def _missing(**known: object) -> tuple[inferred.Part, ...]:
    return tuple(cast(inferred.Part, name) for name, value in known.items() if not value)


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = linked.text(element.get("content"))
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _properties(tree: html.HtmlElement) -> dict[str, str]:
    """The article's microdata by property in small letters; an author's name under `author.name`."""
    found: dict[str, str] = {}
    for element in _PROPERTIES(tree)[:MAX_PROPERTIES]:
        name = element.get("itemprop", "").lower()
        if element.tag == "meta" or name not in ("author", "articlesection", "datepublished", "datemodified", "inlanguage"):
            continue
        inner = next((e for e in islice(element.iter(), published.SMALL) if e.get("itemprop") == "name"), element)
        value = element.get("content") or element.get("datetime") or inner.get("content") or markup.line(inner, published.SMALL)
        if value:
            found.setdefault("author.name" if name == "author" else name, value)
    return found


def _title(tree: html.HtmlElement) -> str | None:
    title = tree.find(".//title")
    return linked.text(title.text) if title is not None else None


def _site(data: Linked, metas: Metas) -> str | None:
    """The outlet as the page declares it."""
    linked_ = (data.inner(data.article.get("publisher")), data.of_kind("NewsMediaOrganization"), data.of_kind("WebSite"))
    told = (
        metas.get("og:site_name"),
        *(linked.text(thing.get("name")) for thing in linked_),
        *map(metas.get, called.names("publishers")),
    )
    return next(filter(None, told), None)


def _headings(tree: html.HtmlElement, titles: Sequence[str | None]) -> list[str]:
    """What the headline may be called, apart from the page's title."""
    return [*filter(None, titles[:-1]), *(line for line, _ in headlines.lines_of(tree, "h1"))]


def _near(heading: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The elements of the headline's own block, above and below it, then those that follow."""
    parent = heading.getparent()
    boxed = dict.fromkeys(heading.iterancestors(), False)
    block = parent.iter() if parent is not None and parent.tag != "body" else ()
    for element in (*islice(block, NEAR), *islice(markup.following(heading), NEAR)):
        if isinstance(element.tag, str) and not _elsewhere(element, boxed):
            yield element


def _bare(heading: html.HtmlElement) -> Iterator[Shown]:
    """The lines that stand behind and before the headline in no element of their own, up to the first block on either side."""
    outer = _alone(heading)
    parent = outer.getparent()
    behind = takewhile(lambda e: e.tag not in markup.BLOCKS, islice(outer.itersiblings(), MAX_BARE))
    told = [e.tail for e in (outer, *behind)]
    before = [*takewhile(lambda e: e.tag not in markup.BLOCKS, islice(outer.itersiblings(preceding=True), MAX_BARE))]
    told += [e.tail for e in before]
    told += [parent.text] if parent is not None and len(before) < MAX_BARE else []
    for text in told:
        if line := " ".join((text or "").split()).strip("()[]"):
            yield heading, line


def _alone(heading: html.HtmlElement) -> html.HtmlElement:
    """The outermost of the inline elements around a headline that say nothing else."""
    outer, parent = heading, heading.getparent()
    while parent is not None and parent.tag in _INLINE and markup.line(parent) == markup.line(heading):
        outer, parent = parent, parent.getparent()
    return outer


_INLINE = frozenset(("b", "strong", "font", "span", "big", "i", "em", "a", "u", "center"))
MAX_BARE = 8
"""Elements behind the headline or before it, line breaks among them, beside which such a line may stand."""


def _shown(element: html.HtmlElement) -> list[str]:
    """What an element says, in one line; in several where breaks part more than the days and hours of one statement."""
    line = markup.line(element, published.SMALL)
    if not 0 < len(line) <= printed.MAX_LINE or element.find(".//br") is None or printed.is_stamp(line):
        return [line]
    return [part for piece in markup.text_pieces(element) for part in piece.split("\n")]


def _elsewhere(element: html.HtmlElement, boxed: dict[html.HtmlElement, bool]) -> bool:
    """Whether an element is or stands in a box or article that the headline is not in; `boxed` keeps what is known of others."""
    passed = []
    around: html.HtmlElement | None = element
    while around is not None and around not in boxed and around.tag not in _BOXES:
        passed.append(around)
        around = around.getparent()
    inside = around is not None and boxed.get(around, True)
    boxed.update(dict.fromkeys(passed, inside))
    return inside


def _authors(data: Linked, value: object) -> tuple[str, ...]:
    return credit.people(_names(data, value))


def _names(data: Linked, value: object) -> list[str]:
    """The names of the persons and organisations that a value lists or refers to."""
    people = value[:20] if isinstance(value, list) else [value]
    told = (linked.text(data.inner(p).get("name") if isinstance(p, dict) else p) for p in people)
    return [text for text in told if text]


def _printed(near: Sequence[Shown]) -> tuple[str, ...]:
    """The authors that a line beside the headline names and nothing else: after "by", marked as such, or above what they do."""
    lines = [line for _, line in near if line]
    marked = (names for e, line in near if _author().search(e.get("class") or "") and (names := credit.names(line)))
    pages = (e for e, line in near if e.tag == "a" and _author_page().search(e.get("href") or "") and line)
    linked_ = (names for e in pages if (names := credit.names(markup.line(e))) and not labelled.is_valued(e))
    signed = ((name,) for name, below in pairwise(lines) if credit.signs(name, below))
    posted = ((name,) for line in lines if (name := printed.poster(line)))
    return next((names for line in lines if (names := printed.authors(line))), ()) or next(
        chain(marked, linked_, signed, posted), ()
    )


@cache
def _author() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s_-]){called.either('authors')}(?:$|[\s_-])")


@cache
def _author_page() -> re.Pattern[str]:
    return re.compile(rf"/{called.either('author_pages')}/[^/?#]", re.IGNORECASE)


def _agency(data: Linked, site: str | None) -> str | None:
    """The outlet that the page declares as its source, or an agency among its authors; never the page's own."""
    authors = _names(data, data.article.get("author"))
    source = linked.text(data.inner(data.article.get("sourceOrganization")).get("name"))
    named = [source, *(a for a in authors if a in furniture.words("agencies"))]
    return next((n for n in named if n and n != site), None)


def _canonical(tree: html.HtmlElement) -> str | None:
    links = (e.get("href", "").strip() for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split())
    return next(filter(None, map(_absolute, links)), None)


def _absolute(address: str) -> str | None:
    return address if address.startswith(("http://", "https://")) else None


def _view(tree: html.HtmlElement, url: str) -> View | None:
    if tree.get("amp") is not None or any("cdn.ampproject.org/v0." in (e.get("src") or "")[:200] for e in tree.iter("script")):
        return "amp"
    body = tree.find(".//body")
    marks = "" if body is None else f"{body.get('class') or ''} {body.get('id') or ''}".lower()
    loads = "" if body is None else (body.get("onload") or "")[:200]
    if _print_address().search(url[-300:].lower()) or _PRINT_CLASS.search(marks) or "print()" in loads.replace(" ", ""):
        return "print"
    return None


@cache
def _print_address() -> re.Pattern[str]:
    return re.compile(rf"[?&]{called.either('print_parameters')}(?:=|&|$)|/{called.either('print_folders')}(?:/|\.|$)")


def _language(tree: html.HtmlElement, data: Linked, metas: Metas) -> str | None:
    """The ISO 639-1 code of the first declaration that has one."""
    told = (
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang"),
        linked.text(data.article.get("inLanguage")),
        *(metas.get(name) for name in ("inlanguage", "content-language", "language", "og:locale", "dc.language")),
    )
    found = (_LANGUAGE.fullmatch(text.strip()) for text in told if text and len(text) <= 20)
    return next((f[1].lower() for f in found if f), None)


def _section(tree: html.HtmlElement, data: Linked, metas: Metas, others: set[str | None]) -> str | None:
    """The section that a declaration names, else the outermost of the links above the article; `others` are no section."""
    declared = data.article.get("articleSection")
    told = [linked.text(s) for s in (declared if isinstance(declared, list) else [declared])]
    told += map(metas.get, called.names("sections"))
    first = [re.split(r",(?=\S)", t)[0] for t in told if t]  # some write a list into one string
    crumbs = [*_linked_crumbs(data.of_kind("BreadcrumbList")), *_shown_crumbs(tree)]
    below = [c for c in crumbs if c not in others and not furniture.is_("home", c)]
    return next((t for t in (*first, *below) if len(t) <= MAX_SECTION), None)


def _linked_crumbs(crumbs: Mapping[str, object]) -> list[str]:
    items = crumbs.get("itemListElement")
    named = [i for i in items if isinstance(i, dict)][:10] if isinstance(items, list) else []
    inner = [i["item"] if isinstance(i.get("item"), dict) else {} for i in named]
    return [name for i, item in zip(named, inner, strict=True) if (name := linked.text(i.get("name") or item.get("name")))]


def _shown_crumbs(tree: html.HtmlElement) -> list[str]:
    for element in tree.iter("nav", "ol", "ul", "div"):
        if _CRUMBS.search(f"{element.get('class') or ''} {element.get('aria-label') or ''} {element.get('id') or ''}".lower()):
            return [line for a in islice(element.iter("a"), 10) if (line := markup.line(a, published.SMALL))]
    return []


def _number(value: object) -> int | None:
    text = str(value)
    return int(text) if isinstance(value, int | str) and text.isascii() and text.isdigit() and len(text) < 7 else None
