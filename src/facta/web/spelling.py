"""How addresses spell what handlers ask for, and the refusal of parameters that none asks for."""

from typing import Any

from litestar import Request
from litestar.handlers import BaseRouteHandler

from facta.errors import UsageError, unknown

_NOT_ASKED = {"request", "store", "answers", "desk", "keeper", "data"}
"""What handlers are given by other ways than the address."""


def known(request: Request[Any, Any, Any]) -> None:
    """Before each request of the API: UsageError, which becomes a 400, for a parameter that the route does not have.

    To pass over a mistyped filter would answer with everything.
    """
    own = {spelt(request.route_handler, name) for name in request.route_handler.parsed_fn_signature.parameters}
    own -= {*request.path_params, *_NOT_ASKED}
    strange = [name for name in request.query_params if name not in own]
    if strange and request.url.path.startswith("/api/"):
        raise UsageError(unknown("parameter", strange[0], own))


def spelt(handler: BaseRouteHandler, name: str) -> str:
    """How an address spells a parameter that a handler calls by this name.

    Python keeps some names for itself, and Litestar others.
    """
    found = handler.parsed_fn_signature.parameters.get(name)
    return str(getattr(found.kwarg_definition, "name", None) or name) if found else name
