"""Why a value of an address cannot be asked for, in words: what it should be, and what there is."""

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from litestar.handlers import BaseRouteHandler

from facta.errors import unknown
from facta.web.spelling import spelt


def refusal(handler: BaseRouteHandler | None, name: str, message: str) -> str:
    """One line about a value; `name` is the handler's, `message` what its decoder says."""
    field = handler.parsed_fn_signature.parameters.get(name) if handler else None
    if handler is None or field is None:
        return f"{name}: {message}"
    called = spelt(handler, name)
    known = sorted(set(_choices(field.annotation)))
    if known and (asked := re.search(r"enum value '(.*)'", message)):
        return unknown(called, asked[1], known)
    if "`bool`" in message:
        return f"{called} is 1 for yes or 0 for no."
    if "`int`" in message or "`float`" in message:
        return f"{called} is a{' whole' if '`int`' in message else ''} number{_bounds(field.kwarg_definition)}."
    if "regex" in message and (told := getattr(field.kwarg_definition, "description", None)):
        return f"{called}: {told[0].lower()}{told[1:]}"
    return f"{called}: {message}"


def _choices(annotation: Any) -> Iterator[str]:
    """The words that a type allows."""
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    else:
        for part in get_args(annotation):
            yield from _choices(part)


def _bounds(asked: Any) -> str:
    least, most = getattr(asked, "ge", None), getattr(asked, "le", None)
    if least is not None and most is not None:
        return f" from {least:,} to {most:,}"
    return f", {least:,} or more" if least is not None else ""
