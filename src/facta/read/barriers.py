"""What stands where an article would: a paywall, a question about consent, a check for robots, an error, a list of links.

It is said, never coded.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice

from lxml import etree, html

from facta.read import called, furniture, lists, markup
from facta.read.about import About

SHORT = 2_500
"""Characters of a body below which a page may be the beginning of a paid article."""
STUB = 900
"""Characters below which one that is declared as paid is taken for its beginning, whatever else the page says."""
FEW = 1_500
"""Characters of a body below which a page may be a check or an error."""
CONSENT = 10_000
"""Characters of a body below which a page may be a question about consent."""
MISSING = 1.6
"""Times as many words as were found that a page declares where the rest is held back."""
NOTICES = 400
"""Lines of a page that are looked at; a stub or a wall has few."""


def find(tree: html.HtmlElement, known: About, body: Sequence[str], *, thread: bool = False) -> str | None:
    """One line about what the page shows instead of its article; None for an article that can be read whole.

    thread: whether readers answer on the page, as they do under no list of links.
    """
    if not (_is_dated(known) or thread) and lists.is_list(tree, body, known.url, dated=bool(known.published)):
        return "The page is a list of links to other pages, not an article, so nothing of it is coded; give those pages."
    size = sum(map(len, body))
    consent = size < CONSENT and (not body or any(furniture.hints("consent_hints", text) for text in body))
    if size >= SHORT and not consent:
        return _held_back(known, body, said=False)
    notices = _notices(tree)
    if size < FEW and (wall := _instead(known, notices)):
        return wall
    if consent and _asks_consent(body or notices, notices):
        return "The page asks for consent to cookies or tracking and shows no article, so nothing of it is coded."
    return _held_back(known, body, said=size < SHORT and any(furniture.is_("paywall", line) for line in notices))


def _is_dated(known: About) -> bool:
    """Whether the page declares that it is an article, and its data or day do too: some sites declare it of every page."""
    return known.declared and (bool(known.data.article) or any(said.origin in ("linked", "meta") for said in known.published))


_DIALOGS = etree.XPath(
    "//*[self::div or self::section or self::aside or self::dialog or self::form or self::amp-consent][@id or @class]"
)
MOST_DIALOGS = 10
LEAST_BESIDE = 400
"""Characters that a page must say beside a question about consent for that to be a mere dialog above an article."""


def take_dialogs(tree: html.HtmlElement) -> None:
    """Cut the dialogs that ask for consent above an article; where they are all there is, they stay to be told."""
    named = (e for e in _DIALOGS(tree) if _dialog().search(f"{(e.get('class') or '')[:500]} {(e.get('id') or '')[:100]}"))
    asking = _outermost(e for e in islice(named, MOST_DIALOGS) if _is_dialog(e))
    if asking and markup.visible_size(tree) - sum(map(markup.visible_size, asking)) >= LEAST_BESIDE:
        markup.cut(*asking)


@cache
def _dialog() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s_-]){called.either('dialogs')}(?=$|[\s_-])|{called.either('dialog_parts')}", re.IGNORECASE)


def _outermost(elements: Iterable[html.HtmlElement]) -> list[html.HtmlElement]:
    """Those of elements in document order that stand in none of the others: what a box says is said once."""
    found: dict[html.HtmlElement, None] = {}
    for element in elements:
        if found.keys().isdisjoint(element.iterancestors()):
            found[element] = None
    return list(found)


def _is_dialog(element: html.HtmlElement) -> bool:
    if next(element.iter("h1", "article", "main"), None) is not None:
        return False
    cues = {cue for text in islice(markup.text_pieces(element), NOTICES) for cue in furniture.cues("consent", text)}
    return len(cues) >= 2


def _notices(tree: html.HtmlElement) -> list[str]:
    """The page's short lines that a reader sees: those of hidden elements left out."""
    lines: list[str] = []
    for text in markup.text_pieces(tree, _hidden):
        if len(text) <= furniture.MAX_LINE:
            lines.append(text)
            if len(lines) >= NOTICES:
                break
    return lines


def _hidden(element: html.HtmlElement) -> bool:
    style = (element.get("style") or "")[:500].replace(" ", "").lower()
    return element.get("hidden") is not None or element.get("aria-hidden") == "true" or "display:none" in style


def _instead(known: About, notices: Sequence[str]) -> str | None:
    """What a page with hardly any text says in its headings, or on all its lines where those are few."""
    title = known.headline or ""
    lines = [title, *(notices if len(notices) <= 12 else notices[:3])]
    if any(furniture.is_("checks", line) for line in lines):
        return "The page checks whether a person is reading, or needs a browser with scripts; it shows no article."
    if furniture.is_("errors", title) or any(furniture.is_("errors", line) for line in notices[:3]):
        return f"The page is an error message ({title or notices[0]}), not an article."[:300]
    return None


def _asks_consent(body: Sequence[str], notices: Sequence[str]) -> bool:
    """Whether most of the text talks of cookies and partners, in at least three of the ways such pages do."""
    about = [(len(text), furniture.cues("consent", text)) for text in body]
    cues = set().union(*(found for _, found in about), *(furniture.cues("consent", line) for line in notices if len(line) < 60))
    talk = sum(size for size, found in about if found)
    return len(cues) >= 3 and talk * 2 > sum(size for size, _ in about)


def _held_back(known: About, body: Sequence[str], *, said: bool) -> str | None:
    """Whether only the beginning of a paid article is there: declared or said, and told by how much there is."""
    size, words = sum(map(len, body)), sum(len(text.split()) for text in body)
    missing = known.words is not None and known.words > words * MISSING
    paid = not known.free
    if said or (paid and (missing or size < STUB)):
        return "The page shows only the beginning of an article for subscribers, so nothing of it is coded."
    return None
