"""A page of the explorer made fit to stand alone: no scripts, no forms, links relative and only to what the copy holds."""

import posixpath
from dataclasses import dataclass, field
from urllib.parse import urldefrag

from lxml import etree, html
from lxml.html.builder import CLASS, E

from facta import __version__
from facta.web.pages import address as path
from facta.web.site.scope import Scope, file_of

_GONE = " | ".join(
    (
        *(".//script", ".//form", ".//button", ".//*[@data-save]"),
        *(".//link[@rel='preload' or @rel='alternate']", ".//meta[@name='htmx-config']"),
    )
)
_ONLY_LIVE = "//*[@class][{}]".format(
    " or ".join(
        f"contains(concat(' ', @class, ' '), ' {name} ')"
        for name in ("script-only", "live-only", "waiting", "theme", "guide", "paper-head")
    )
)
"""Parts that do nothing without a server or a script, by their classes."""
_SCRIPTED = "//*[@*[starts-with(name(), 'hx-') or starts-with(name(), 'data-')]]"
_SERVED = "/f/"
_CHOSEN_FROM = (
    "ancestor::nav | ancestor::*[contains(concat(' ', @class, ' '), ' chips ') or contains(concat(' ', @class, ' '), ' pairs ')]"
)
"""Lists that are there to be clicked: what leads nowhere is left out of them."""


@dataclass
class Links:
    """Where a copied page leads."""

    pages: list[str] = field(default_factory=list)
    """Addresses that the copy holds, in the one form of `Scope.held`."""
    files: set[str] = field(default_factory=set)
    """Static files by name: `static/base.css`."""


def still(text: str, at: str, scope: Scope, day: str) -> tuple[str, Links]:
    """The page of an address as it stands in the copy, and where it leads; `day` is that of the copy."""
    tree = html.document_fromstring(text)
    for told in tree.xpath("//*[contains(@class, 'lead')]"):
        told.text = (told.text or "").replace("Choose two states", "Choose a pair")
    for form in tree.xpath("//form[contains(concat(' ', @class, ' '), ' pairform ')]"):
        form.getparent().replace(form, _choice(scope, ledger=form.xpath("string(input[@name='to']/@value)") == "ledger"))
    _quiet(tree)
    links = Links()
    for element in tree.xpath("//*[@href or @src]"):
        _turn(element, at, scope, links)
    for alone in tree.xpath("//ul[contains(@class, 'chips')][count(li) < 2]"):
        alone.drop_tree()  # nothing is left to choose from
    _sign(tree, day)
    return etree.tostring(tree, method="html", encoding="unicode", doctype="<!doctype html>"), links


def _choice(scope: Scope, *, ledger: bool) -> html.HtmlElement:
    """What stands in place of the form that chooses two states: every pair of the copy, by links."""
    rows = []
    for pair in scope.pairs:
        (a, b), (one, other) = (pair.a, pair.b), pair.names
        ways = [
            (f"{one} to {other}", path("pair", a, b)),
            (f"{other} to {one}", path("pair", b, a)),
            ("either way", path("pair", a, b, both=1)),
            ("ledger", path("ledger", a, b)),
        ]
        links = [E.td(E.a(label, href=where)) for label, where in (ways[-1:] + ways[:-1] if ledger else ways)]
        rows.append(E.tr(E.th(f"{one}, {other}", scope="row"), *links))
    table = E.table(E.caption("The pairs of this copy"), E.tbody(*rows), CLASS("table"))
    return E.div(table, CLASS("scroll"), role="region", tabindex="0", **{"aria-label": "The pairs of this copy"})


def _quiet(tree: html.HtmlElement) -> None:
    for element in tree.xpath("//noscript"):  # what a reader without JavaScript is shown is what the copy shows
        before = element.getprevious()
        if before is not None and "chart" in before.get("class", "").split():
            before.drop_tree()
        element.drop_tag()
    for element in tree.xpath(_GONE):
        element.drop_tree()
    for element in tree.xpath(_ONLY_LIVE):
        element.drop_tree()
    for element in tree.xpath("//div[contains(@class, 'chart')][not(.//svg)]"):  # drawn by a script only; a table says the same
        element.drop_tree()
    for element in tree.xpath(_SCRIPTED):
        for name in [name for name in element.attrib if str(name).startswith(("hx-", "data-"))]:
            del element.attrib[name]


def _turn(element: html.HtmlElement, address: str, scope: Scope, links: Links) -> None:
    """Make a link relative; take it away where it leads nowhere."""
    name = "href" if "href" in element.attrib else "src"
    target = str(element.get(name))
    if not target.startswith("/"):
        return  # a place on this page, or the page on the web that was read
    if target.startswith(_SERVED):
        file = target.removeprefix(_SERVED).partition("/")[2]
        links.files.add(file)
        element.set(name, relative(address, file))
        return
    bare, fragment = urldefrag(target)
    found = scope.held(bare)
    if found is None:
        _unlink(element)
        return
    links.pages.append(found)
    element.set(name, relative(address, file_of(found)) + (f"#{fragment}" if fragment else ""))


def _unlink(element: html.HtmlElement) -> None:
    """Words stay as words; what was only there to be clicked goes."""
    holder = element.getparent()
    if "button" in element.get("class", "").split():
        element.drop_tree()
    elif holder is not None and holder.tag == "li" and holder.xpath(_CHOSEN_FROM):
        holder.drop_tree()
    elif element.xpath("ancestor::nav[contains(@class, 'segments')]"):
        element.drop_tree()
    else:
        element.attrib.pop("href", None)


def relative(address: str, file: str) -> str:
    """The way from a page to a file of the copy.

    >>> relative("/pair/CHN/RUS", "static/base.css")
    '../../../static/base.css'
    """
    return posixpath.relpath(file, posixpath.dirname(file_of(address)) or ".")


def _sign(tree: html.HtmlElement, day: str) -> None:
    """Say in the foot what this is."""
    for foot in tree.xpath("//p[contains(@class, 'foot-links')]"):
        for child in list(foot):
            child.drop_tree()
        foot.set("class", "foot-copy")
        foot.text = f"A still copy of {day}, made by facta {__version__}; with the store at hand, facta serve shows all of it."
    for menu in tree.xpath("//nav[contains(@class, 'menu')]//li[not(a[@href])]"):
        menu.drop_tree()
