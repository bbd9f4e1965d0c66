"""What official pages print beside a text of what it is: a label and its value, in a list or a table, in one line or in two."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, takewhile

from lxml import html

from facta.read import dates, furniture, markup

TOP = 12
"""Lines at the top of a page among which they stand."""
MAX_VALUE = 150
"""Characters of a value; what is longer, or ends as a sentence does, is the text's own."""
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")


MAX_LISTS = 200
"""Lists and tables of a page that are looked at."""
MAX_ROWS = 20
"""Rows of one that tells what a page is."""
MAX_LABEL = 40
"""Characters of a label."""
SMALL = 30
"""Elements of a row."""
Row = tuple[html.HtmlElement, str]
"""The element of a label, and a line of it and its value: `Published: 7 June 2024`."""


def take(tree: html.HtmlElement) -> list[Row]:
    """The rows of the lists and tables that tell what the page is, cut out of the tree; those of a day of publication first.

    All but the label and the value is unknown of them: the people and departments that they link to are no authors.
    """
    found: list[Row] = []
    for element in list(islice(tree.iter("dl", "table", "ul"), MAX_LISTS)):
        rows = list(islice(_rows(element), MAX_ROWS + 1))
        if element.tag == "table":  # a page's text may stand in the last row
            rows = list(takewhile(_is_short, rows))
        if 0 < len(rows) <= MAX_ROWS and all(map(_is_short, rows)) and _tells(rows, every=element.tag == "ul"):
            markup.cut(*([label.getparent() for label, _, _ in rows] if element.tag == "table" else [element]))
            found += [(label, f"{name}: {value}") for label, name, value in rows]
    return sorted(found, key=lambda row: not furniture.begins("issued", row[1]))


def _rows(element: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str, str]]:
    """The element of each label of a list or table, the label, and its value; a row that is none has an empty one."""
    if element.tag == "dl":
        label: html.HtmlElement | None = None
        for part in element.iter("dt", "dd"):
            if part.tag == "dt":
                label = part
            elif label is not None:
                yield label, _name(label), _value(part)
    for row in element.iter("tr") if element.tag == "table" else ():
        cells = [cell for cell in row if cell.tag in ("th", "td")]
        yield (cells[0], _name(cells[0]), _value(cells[1])) if len(cells) == 2 else (row, "", "")
    for item in element.iter("li") if element.tag == "ul" else ():
        name, colon, value = markup.line(item, SMALL).partition(":")
        yield item, name.strip() if colon else "", value.strip()


def _name(label: html.HtmlElement) -> str:
    return markup.line(label, SMALL).rstrip(" :：")


def _value(element: html.HtmlElement) -> str:
    """What a value says; the day of a `time` element in it as it is told to machines, where its words name none."""
    line = markup.line(element, SMALL)
    stamp = next((time.get("datetime") for time in element.iter("time")), None)
    return stamp if stamp and not dates.day(line) else line


def _is_short(row: tuple[html.HtmlElement, str, str]) -> bool:
    _, name, value = row
    return 0 < len(name) <= MAX_LABEL and _is_value(value)


def _tells(rows: Sequence[tuple[html.HtmlElement, str, str]], *, every: bool) -> bool:
    """Whether one of the labels is what such lists have, or every one."""
    known = [bool(_label().fullmatch(f"{name}: {value}")) or _is_day(name, value) for _, name, value in rows]
    return all(known) if every else any(known)


def _is_day(name: str, value: str) -> bool:
    return not dates.bare(f"{name}:").strip() and dates.is_date_line(value)


def is_valued(element: html.HtmlElement) -> bool:
    """Whether an element is the value of such a label, which stands before it in its block or in the one above."""
    block = next((e for e in islice(element.iterancestors(), 4) if e.tag in markup.BLOCKS), None)
    if block is None:
        return False
    before = block.getprevious()
    name, _, _ = markup.line(block, SMALL).partition(markup.line(element, SMALL))
    own = name.strip() or (markup.line(before, SMALL) if before is not None else "")
    return bool(own) and _label().fullmatch(f"{own.rstrip(' :：')}:") is not None


def above(lines: Sequence[str]) -> frozenset[int]:
    """Which of a page's lines, by their places, are labels or the values below them.

    >>> sorted(above(["Two sign", "From:", "Foreign Office", "Published", "11 January 2023", "Location: London", "They signed."]))
    [1, 2, 3, 4, 5]
    >>> sorted(above(["From: here on all is quiet.", "Published", "Location: unknown to all of them.", "From London"]))
    []
    """
    found: set[int] = set()
    for place, line in enumerate(lines[:TOP]):
        below = lines[place + 1] if place + 1 < len(lines) else ""
        told = _label().fullmatch(" ".join(line.split())) if len(line) <= 2 * MAX_VALUE else None
        if told and told["value"]:
            found |= {place} if _is_value(told["value"]) else set()
        elif told:
            found |= {place, place + 1} if _is_value(below) else {place}
        elif dates.is_date_line(below) and not dates.bare(line).strip():
            found |= {place, place + 1}
    return frozenset(found)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(furniture.phrases('page_labels'))}) ?:(?: ?(?P<value>\S.*))?", re.IGNORECASE)


def _is_value(text: str) -> bool:
    return 0 < len(text) <= MAX_VALUE and not _SENTENCE_END.search(text)
