"""Say of every link in a chain of sources what kind it is, whether it is named, and whether a state controls it."""

import re

from msgspec import structs

from facta.records import Page, Source, SourceKind
from facta.resolve.cues import CUES
from facta.resolve.facts import Outlet
from facta.resolve.phrase import parse
from facta.resolve.tables import Tables
from facta.resolve.words import key
from facta.values.datafile import either

_ANONYMOUS = re.compile(rf"\b{either(CUES.anonymous)}\b", re.IGNORECASE)
_STATE_RUN = re.compile(
    rf"\b(?:state|government)[- ]{either(CUES.state_tied)}\b|\bstate {either(CUES.state_media)}\b|\bofficial news agency\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r",?\s+and\s+|,\s*")
_BODIES = frozenset(["institution", "organisation", "group", "state"])
_DOMAIN = re.compile(r"^(?:https?://)?([\w.-]+\.[a-z]{2,})(?::\d+)?(?:[/?#].*)?$", re.IGNORECASE)


def outlet(name: str, tables: Tables) -> Outlet | None:
    """The agency or outlet that goes by a name or a domain; words around the name do not hinder (`state-run Tass agency`)."""
    found = next((tables.outlets[host] for host in _hosts(name) if host in tables.outlets), None)
    if found:
        return found
    whole = key(name)
    if whole in tables.outlets:
        return tables.outlets[whole]
    phrase = parse(name, tables)
    for hit in phrase.names:
        words = " ".join(w.norm for w in phrase.words[hit.first : hit.last])
        if words in tables.outlets and hit.names[0].kind == "outlet":
            return tables.outlets[words]
    return None


def publisher(site: str | None, url: str | None, tables: Tables) -> Outlet | None:
    """Whose a page is, by the name of its site and its address: a government's, a body's of states, or an outlet's.

    Whoever writes on a government's site, it is the government that publishes it.
    """
    return (
        (_official(url, tables) if url else None)
        or (outlet(site, tables) if site else None)
        or (_official(site, tables) if site else None)
    )


def _official(name: str, tables: Tables) -> Outlet | None:
    """The official site of a name or a host; none where an outlet has that host or one above it."""
    hosts = [*_hosts(name)]
    if any(host in tables.outlets for host in hosts):
        return None
    return next((tables.official[host] for host in hosts or [key(name)] if host in tables.official), None)


def _hosts(name: str) -> list[str]:
    """A host with those that it lies below, the longest first: `edition.cnn.com` is `cnn.com`'s, any `.gov` American."""
    domain = _DOMAIN.match(name.strip())
    labels = domain[1].lower().split(".") if domain else []
    return [".".join(labels[n:]) for n in range(len(labels))]


def site_name(page: Page, tables: Tables) -> str | None:
    """What a page's site is called: by the tables where the page has but its host, else as it is."""
    found = publisher(page.site, page.url, tables)
    hosts = _hosts(page.url or "")
    return found.name if found and found.name and page.site in (*hosts[:1], *hosts[1:2]) else page.site


def describe(source: Source, text: str, tables: Tables, page: Page | None = None) -> Source:
    """The link with its kind, and with anonymous and state_controlled where the tables or the words tell.

    `text` is what the link's offsets count in; the words just before it are read too (`the state-run` Tass). page: whose own
    link, which is the site's, goes by the site's name.
    """
    if source.kind == "reader":
        return source
    if page and source.start is None and source.name == page.site:
        source = structs.replace(source, name=site_name(page, tables))
        own = publisher(page.site, page.url, tables)
        return structs.replace(source, kind=own.kind, state_controlled=own.state_controlled) if own else source
    name = source.name or ""
    before = text[max(0, source.start - 30) : source.start] if source.start is not None else ""
    known = outlet(name, tables) if name and not (source.kind == "person" and _parts(name)[1:]) else None
    said_so = bool(_STATE_RUN.search(name) or _STATE_RUN.search(re.split(r"[.,;:]", before)[-1]))
    if known:
        return structs.replace(source, kind=known.kind, state_controlled=known.state_controlled or said_so)
    if source.start is None:
        return source
    media = said_so or source.kind in ("outlet", "agency")
    return structs.replace(
        source,
        kind=source.kind if media else _kind(name, source, tables),
        anonymous=source.anonymous or (not media and _nameless(name, tables)),
        state_controlled=True if said_so else source.state_controlled,
    )


def _parts(name: str) -> list[str]:
    """Those whom a name joins, or an office and its holder: `Ann and the army`, `the army's spokesman, Ann`."""
    return [part for part in _JOINT.split(name) if part]


def _nameless(name: str, tables: Tables) -> bool:
    """Whether words stand for somebody who is not named: officials, sources; of several, whether all do."""
    phrases = [parse(part, tables) for part in _parts(name)]
    return all(_ANONYMOUS.search(p.text) and not p.given and not p.people for p in phrases)


def _kind(name: str, source: Source, tables: Tables) -> SourceKind:
    """An institution where all are that whom a name joins, else what the first other one is."""
    kinds = [_kind_of_one(part, source, tables) for part in _parts(name)]
    return next((kind for kind in kinds if kind != "institution"), "institution" if kinds else source.kind)


def _kind_of_one(name: str, source: Source, tables: Tables) -> SourceKind:
    """A person or an institution, by what the tables know of the words; what the step before said, where they know nothing.

    A capital speaks for its government.
    """
    phrase = parse(name, tables)
    if phrase.people or (phrase.given and phrase.title):
        return "person"
    inside = [h for h in phrase.names if h.first < phrase.core]
    bodies = [h for h in inside if h.names[0].kind in _BODIES or (h.names[0].kind == "capital" and h.last == phrase.core)]
    title = phrase.title.office if phrase.title else None
    if title and title.portfolio and title.portfolio != "official" and title.role != "defence ministry":
        return "person"
    return "institution" if bodies or title else source.kind
