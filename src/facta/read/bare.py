"""Prose that stands bare before the paragraphs of the same block, where extraction, which looks for these, passes it over."""

from itertools import takewhile

from lxml import html

from facta.read import markup

_HOLDERS = ("div", "section", "article", "main", "body", "blockquote")
PROSE = 60
"""Characters of such a text outside of links; a shorter one is a label or a list of links."""
Element = html.HtmlElement


def wrap(tree: Element) -> None:
    """Put bare prose with which a block of paragraphs begins into a paragraph of its own."""
    for block in list(tree.iter(*_HOLDERS)):
        if block.find("p") is not None:
            inline = list(takewhile(lambda e: e.tag not in markup.BLOCKS, block))
            texts = [block.text or "", *(text for e in inline for text in ("" if e.tag == "a" else markup.line(e), e.tail or ""))]
            if sum(markup.weight(text.strip()) for text in texts) >= PROSE:
                _wrap(block, inline)


def _wrap(block: Element, inline: list[Element]) -> None:
    paragraph = html.Element("p")
    paragraph.text, block.text = block.text, None
    block.insert(0, paragraph)
    paragraph.extend(inline)
