"""What an HTML page says about itself: headline, authors, day of publication, outlet, address, from its own declarations."""

import html as entities
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import html
from trafilatura.metadata import extract_metadata

from facta.read import credit, dates, markup
from facta.values.dates import clean

_ARTICLE = re.compile(r"(?:\w+News|News|Reportage|Opinion|Review|Satirical|Scholarly|Tech)?Article|\w*BlogPosting|Report")
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "date",
)
_SEPARATOR = r"\s+[|–—·•:»-]\s+"
MAX_JSON = 2_000_000
"""Characters of one JSON-LD block; larger ones are data feeds, not descriptions."""
MAX_NESTED = 20
"""Levels of JSON-LD that are looked through."""


@dataclass(frozen=True, kw_only=True)
class About:
    """A page's own declarations; None where it makes none."""

    headline: str | None = None
    summary: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    site: str | None = None
    url: str | None = None


def read(tree: html.HtmlElement, url: str | None = None) -> About:
    """The declarations of a page, its threads already cut: JSON-LD first, then meta elements, then what trafilatura infers."""
    linked = _linked_article(tree)
    inferred = extract_metadata(tree, default_url=url, date_config={"extensive_search": False, "original_date": True})
    site = _meta(tree, "og:site_name") or _text(_inner(linked.get("publisher")).get("name")) or inferred.sitename
    return About(
        headline=_headline(tree, [_text(linked.get("headline")), _meta(tree, "og:title"), _title(tree)], site),
        summary=_meta(tree, "og:description", "description") or _text(linked.get("description")),
        byline=_authors(linked.get("author")) or _person_names((inferred.author or "").split(";")),
        published=_published(tree, linked) or clean(inferred.date),
        site=site,
        url=url or inferred.url,
    )


def _linked_article(tree: html.HtmlElement) -> Mapping[str, Any]:
    """The page's JSON-LD object about an article; empty when there is none."""
    for script in tree.iter("script"):
        source = script.text or ""
        if "ld+json" in (script.get("type") or "").lower() and len(source) <= MAX_JSON:
            for item in _objects(_json(source)):
                kinds = item.get("@type")
                if any(isinstance(k, str) and _ARTICLE.fullmatch(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
                    return item
    return {}


def _json(source: str) -> object:
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object, level: int = 0) -> Iterator[dict[str, Any]]:
    if level > MAX_NESTED:
        return
    if isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), level + 1)
        yield from _objects(value.get("mainEntity"), level + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item, level + 1)


def _inner(value: object) -> Mapping[str, Any]:
    value = value[0] if isinstance(value, list) and value else value
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str | None:
    return " ".join(entities.unescape(value).split()) or None if isinstance(value, str) else None


def _meta(tree: html.HtmlElement, *names: str) -> str | None:
    """The content of the first of these meta elements, in the order of the names."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = _text(meta.get("content"))
        if name in names and content:
            found.setdefault(name, content)
    return next((found[n] for n in names if n in found), None)


def _title(tree: html.HtmlElement) -> str | None:
    title = tree.find(".//title")
    return _text(title.text) if title is not None else None


def _headline(tree: html.HtmlElement, claims: list[str | None], site: str | None) -> str | None:
    """The visible h1 that a declaration confirms; else the first declaration; else the only h1."""
    named = [_without_site(c, site) for c in claims if c]
    visible = [line for h1 in tree.iter("h1") if (line := markup.line(h1))]
    for line in visible:
        if any(_confirms(claim, line) for claim in named):
            return line
    return named[0] if named else (visible[0] if len(visible) == 1 else None)


def _confirms(claim: str, line: str) -> bool:
    """Whether a declared title is this line, or the line with more around it, or the line cut short."""
    said, seen = markup.folded(claim), markup.folded(line)
    return said == seen or (len(seen) >= 15 and seen in said) or (len(said) >= 15 and seen.startswith(said))


def _without_site(title: str, site: str | None) -> str:
    """The title without the outlet's name after it.

    >>> _without_site("Ministers meet | The Example", "The Example")
    'Ministers meet'
    """
    if not site:
        return title
    return re.sub(rf"{_SEPARATOR}{re.escape(site)}$", "", title, flags=re.IGNORECASE) or title


def _authors(value: object) -> tuple[str, ...]:
    people = value if isinstance(value, list) else [value]
    return _person_names([_text(p.get("name") if isinstance(p, dict) else p) or "" for p in people])


def _person_names(names: list[str]) -> tuple[str, ...]:
    """The names among the strings that can be a person's, each once; the rest are biographies, addresses, desks."""
    return tuple(dict.fromkeys(n.strip() for n in names if credit.is_person(n.strip())))


def _published(tree: html.HtmlElement, linked: Mapping[str, Any]) -> str | None:
    declared = (_text(linked.get("datePublished")), _meta(tree, *_PUBLISHED))
    marked = (
        t.get("datetime") for t in tree.iter("time") if t.get("pubdate") is not None or t.get("itemprop") == "datePublished"
    )
    return next((day for text in (*declared, *marked) if text and (day := dates.day(text))), None)
