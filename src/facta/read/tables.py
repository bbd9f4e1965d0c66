"""Pages laid out in tables, as print views and old sites are: the tables that hold prose become plain blocks."""

from itertools import islice

from lxml import html

from facta.read import markup

_CELLS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "center", "font")
_BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "pre", "hr", "form")
PROSE = 80
"""Characters of a paragraph in a cell from which the cell is no cell of figures."""
LOOKED_AT = 2_000
"""Cells that are looked at."""


def unfold(tree: html.HtmlElement) -> bool:
    """Turn every table of a page into blocks if one of its cells holds prose; whether it was so."""
    if not any(_prose(cell) for cell in islice(tree.iter("td"), LOOKED_AT)):
        return False
    for element in list(tree.iter(*_CELLS)):
        inline = element.tag == "font" and not any(child.tag in (*_BLOCKS, "br") for child in element)
        element.tag = "span" if inline else "div"
    for element in list(tree.iter("div")):
        _paragraphs(element)
    return True


def _prose(cell: html.HtmlElement) -> bool:
    """Whether a cell's own text, tables inside it apart, has a paragraph of full sentences."""
    return any(
        len(text) >= PROSE and ". " in f"{text} " for text in islice(markup.text_pieces(cell, lambda e: e.tag == "table"), 50)
    )


def _paragraphs(block: html.HtmlElement) -> None:
    """Put the text of a block that is in no other into paragraphs where two line breaks part it: extraction looks for these."""
    inline = (child for child in block if child.tag not in _BLOCKS)
    own = [block.text or "", *(child.tail or "" for child in block), *map(markup.line, inline)]
    if sum(map(len, own)) < PROSE or not any(child.tag == "br" for child in block):
        return
    run, block.text = _run(block.text), None
    out = [run]
    for child in list(block):
        block.remove(child)
        tail, child.tail = child.tail, None
        last = run[-1] if len(run) else None
        if child.tag in _BLOCKS:
            run = _run(tail)
            out += [child, run]
        elif child.tag == "br" and last is not None and last.tag == "br" and not (last.tail or "").strip():
            run = _run(tail)
            out.append(run)
        else:
            child.tail = tail
            run.append(child)
    block.extend(out)


def _run(text: str | None) -> html.HtmlElement:
    paragraph = html.Element("p")
    paragraph.text = text
    return paragraph
