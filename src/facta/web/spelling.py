"""How addresses spell what handlers ask for, and the refusal of parameters that none asks for, or more often than it takes."""

from collections import Counter
from typing import Any

from litestar import Request
from litestar.handlers import BaseRouteHandler

from facta.errors import UsageError, unknown

_NOT_ASKED = {"request", "store", "answers", "desk", "keeper", "data"}
"""What handlers are given by other ways than the address."""


def known(request: Request[Any, Any, Any]) -> None:
    """Before each request of the API: UsageError, which becomes a 400, for a parameter that the route does not have.

    To pass over a mistyped filter would answer with everything. A parameter that takes one value is refused where it has several:
    to answer for the last alone would pass over what was asked before it.
    """
    if not request.url.path.startswith("/api/"):
        return
    parameters = request.route_handler.parsed_fn_signature.parameters
    own = {spelt(request.route_handler, name): one for name, one in parameters.items()}
    for name in (*request.path_params, *_NOT_ASKED):
        own.pop(name, None)
    strange = [name for name in request.query_params if name not in own]
    if strange:
        raise UsageError(unknown("parameter", strange[0], own))
    given = Counter(name for name, _ in request.query_params.multi_items())
    again = next((name for name, times in given.items() if times > 1 and not own[name].is_non_string_sequence), None)
    if again:
        several = sorted(name for name, one in own.items() if one.is_non_string_sequence)
        more = f" May be given again: {', '.join(several)}." if several else ""
        raise UsageError(f"{again} is given {given[again]} times and takes one value; ask once for each.{more}")


def spelt(handler: BaseRouteHandler, name: str) -> str:
    """How an address spells a parameter that a handler calls by this name.

    Python keeps some names for itself, and Litestar others.
    """
    found = handler.parsed_fn_signature.parameters.get(name)
    return str(getattr(found.kwarg_definition, "name", None) or name) if found else name
