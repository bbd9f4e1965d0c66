"""Prose that stands in no paragraph, where extraction, which looks for these, passes it over or runs it together."""

import re
from itertools import takewhile

from lxml import html

from facta.read import markup, plain

_HOLDERS = ("div", "section", "article", "main", "body", "blockquote")
_AROUND = frozenset((*_HOLDERS, "center", "form", "td", "header"))
PROSE = 60
"""Characters of such a text outside of links; a shorter one is a label or a list of links."""
_BLANK = re.compile(r"\r?\n[ \t\xa0]*\r?\n")
_BLOCK_STYLE = re.compile(r"display:\s*block")
Element = html.HtmlElement


def part(tree: Element) -> None:
    """Part preformatted prose, as that of telegrams and old press releases, at its empty lines into paragraphs."""
    for block in list(tree.iter("pre")):
        pieces = [" ".join(piece.split()) for piece in _BLANK.split(block.text_content())]
        told = [piece for piece in pieces if piece]
        if len(told) > 1 and block.find(".//code") is None and sum(_is_prose(piece) for piece in told) * 2 >= len(told):
            tail = block.tail
            block.clear()
            block.tag, block.tail = "div", tail
            for piece in told:
                paragraph = html.Element("p")
                paragraph.text = piece
                block.append(paragraph)


def _is_prose(piece: str) -> bool:
    return markup.weight(piece) >= PROSE and plain.ends(piece)


def wrap(tree: Element) -> None:
    """Make paragraphs of other elements that hold prose, and of bare prose with which a block of paragraphs begins."""
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and _is_like_a_paragraph(element):
            element.tag = "p"
    for block in list(tree.iter(*_HOLDERS)):
        if block.find("p") is not None:
            inline = list(takewhile(lambda e: e.tag not in markup.BLOCKS, block))
            texts = [block.text or "", *(text for e in inline for text in ("" if e.tag == "a" else markup.line(e), e.tail or ""))]
            if sum(markup.weight(text.strip()) for text in texts) >= PROSE:
                _wrap(block, inline)


def _is_like_a_paragraph(element: Element) -> bool:
    """Whether an element is shown as a block, though by its name it is none that extraction knows, and holds but prose."""
    tag = str(element.tag)
    styled = tag == "span" and _BLOCK_STYLE.search((element.get("style") or "")[:200].lower()) is not None
    if not styled and tag not in ("section", "center") and "-" not in tag:
        return False
    parent = element.getparent()
    around = parent is not None and (parent.tag in _AROUND or "-" in str(parent.tag))
    if not around or any(e.tag in markup.BLOCKS or "-" in str(e.tag) for e in element.iterdescendants()):
        return False
    own = (element.text or "", *(text or "" for e in element for text in ("" if e.tag == "a" else e.text, e.tail)))
    return sum(markup.weight(text.strip()) for text in own) >= PROSE


def _wrap(block: Element, inline: list[Element]) -> None:
    paragraph = html.Element("p")
    paragraph.text, block.text = block.text, None
    block.insert(0, paragraph)
    paragraph.extend(inline)
