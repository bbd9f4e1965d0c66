"""JSONL: one text a line with an id of its own, the form in which corpora travel."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper

from facta.errors import InputError
from facta.read.encoding import encoding_of, has_surrogates
from facta.read.raw import Failure, Options, Raw
from facta.read.sources._content import max_bytes, too_large
from facta.read.sources._given import Given
from facta.read.sources._rows import Rows, demand_text, spelt

ORDER = 60
SUFFIXES = (".jsonl", ".ndjson")

_ENDLESS = 64
"""Times the size of a page after which a line is given up instead of being skipped."""
_BEGINS = re.compile(r'\ufeff?\s*\{\s*"(?:[^"\\]|\\.)*"\s*:')


def claims(given: Given, options: Options) -> bool:
    """By name, or where the name says nothing by a first line that is a JSON object."""
    if given.content is None:
        return False
    return given.name.endswith((*SUFFIXES, ".json")) or ("." not in given.name and _begins(given.opened.head))


def _begins(head: bytes) -> bool:
    text = head.decode(encoding_of(head), "replace")
    line, ended, _ = text.lstrip("\ufeff \t\r\n").partition("\n")
    if not _BEGINS.match(line):
        return False
    try:
        return not ended or isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """A page for each line, a Failure for each line that is none."""
    content = given.opened
    encoding = encoding_of(content.head)
    head = content.head.decode(encoding, "replace")
    if head.lstrip("\ufeff \t\r\n").startswith("["):
        raise InputError("is one JSON array; facta reads one object a line: jq -c '.[]' FILE makes that of it.")
    rows, number, empty = Rows(given, options, "line"), 0, True
    sample = list(_sample(head))
    demand_text(sample, options)
    rows.learn(spelt(row, options) for row in sample)
    with content.text(encoding, "\n") as lines:
        for number, line in enumerate(_lines(lines), 1):
            if content.damage and line and not line.endswith("\n"):
                break  # the cut line; it is reported with the cut
            if line is None or line.strip():
                empty = False
                yield _page(rows, line, number)
    if content.damage:
        raise InputError(f"{content.damage} at line {max(1, number)}; the lines before were read.")
    if empty:
        raise InputError("is empty: blank lines only.")


def _sample(head: str) -> Iterator[dict[str, object]]:
    """The objects in the first bytes of a file, without those that are broken or cut."""
    for number, line in enumerate(head.split("\n"), 1):
        with suppress(InputError):
            yield _object(line, number)


def _page(rows: Rows, line: str | None, number: int) -> Raw | Failure:
    try:
        row = spelt(_object(line, number), rows.options)
        return rows.raw(row, number, damaged=line is not None and has_surrogates(line))
    except InputError as error:
        return Failure(source=rows.given.spec, message=str(error))


def _lines(stream: TextIOWrapper) -> Iterator[str | None]:
    """Line by line, None for one that is too large to be held; InputError for one that doesn't seem to end."""
    limit = 2 * max_bytes()  # a line has other fields beside the text, and JSON writes some characters as \uXXXX
    number = 0
    while line := stream.readline(limit):
        number += 1
        if len(line) < limit:
            yield line
            continue
        size = len(line)
        while line and not line.endswith("\n"):
            line = stream.readline(limit)
            size += len(line)
            if size > _ENDLESS * max_bytes():
                raise InputError(
                    f"line {number} goes on for more than {_ENDLESS * max_bytes():,} characters, so the rest is not read;"
                    " the lines before were."
                )
        yield None


def _object(line: str | None, number: int) -> dict[str, object]:
    if line is None:
        raise InputError(f"line {number} {too_large()}")
    try:
        value = json.loads(line)
    except RecursionError:
        raise InputError(f"line {number} is nested too deeply for a text; the others go on.") from None
    except ValueError as error:
        raise InputError(f"line {number} is no JSON: {error}; the others go on.") from None
    if not isinstance(value, dict):
        raise InputError(f'line {number} is JSON but no object like {{"id": ..., "text": ...}}; the others go on.')
    return value
