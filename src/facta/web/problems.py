"""What is shown instead of an answer: a page for people, a fragment for htmx, a line of JSON for programs."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from litestar import MediaType, Request, Response
from litestar.exceptions import HTTPException
from litestar.handlers import BaseRouteHandler
from litestar.response import Template
from litestar.types import ExceptionHandlersMap

from facta.errors import DataError, FactaError, InputError, NotFoundError, StoreError, UsageError
from facta.relations.sides import names
from facta.relations.states import UnknownSideError
from facta.web.pages import page
from facta.web.refusals import refusal

Asked = Request[Any, Any, Any]
_UNREADABLE = "What was sent cannot be read: it is not UTF-8, or nested too deeply."
_TOKEN = "Send the value of the cookie facta_csrf, which every GET sets, as the header x-csrftoken too."


@dataclass(frozen=True)
class Problem:
    """What went wrong, for a person."""

    status: int
    title: str
    message: str
    near: Mapping[str, str] = field(default_factory=dict)
    """Names, by their codes, of sides that are called like the one asked for."""
    retry: bool = False
    """Whether the same request may work in a moment."""


def problem(error: Exception, handler: BaseRouteHandler | None = None) -> Problem:
    """The problem that an error is; `handler` is that of the request, which knows how an address spells its parameters."""
    match error:
        case UnknownSideError() | NotFoundError():
            return _missing(error)
        case UsageError() | InputError() | RecursionError() | UnicodeDecodeError() if told := _refused(error, handler):
            return Problem(400, "That cannot be asked", told)
        case StoreError():
            return Problem(503, "The store cannot be read just now", str(error), retry=True)
        case DataError():
            return Problem(500, "A data file has a mistake", str(error))
        case HTTPException() if error.status_code < 500:
            return _of_http(error, handler)
    return Problem(500, "Something went wrong in facta", "The terminal in which facta runs says what. The store is as it was.")


def _refused(error: Exception, handler: BaseRouteHandler | None) -> str | None:
    """Why something cannot be asked; None for a mistake of ours."""
    if isinstance(error, FactaError):
        return str(error)
    # Litestar lets these two of its decoder's go on
    return _UNREADABLE if handler and "data" in handler.parsed_fn_signature.parameters else None


def _missing(error: UnknownSideError | NotFoundError) -> Problem:
    if isinstance(error, UnknownSideError):
        return Problem(
            404,
            f"No state or group “{error.asked}”" if error.asked.strip() else "A side is not named",
            str(error),
            {code: names()[code] for code in error.near},
        )
    return Problem(404, "Which record is meant?", str(error))


def _of_http(error: HTTPException, handler: BaseRouteHandler | None) -> Problem:
    if error.status_code == 404:
        return Problem(404, "There is no such page", "The address may be mistyped, or what it named is no longer in the store.")
    if error.status_code == 403:
        return Problem(403, "This page is too old to change anything", "Load it again, then repeat what you did.", retry=True)
    if error.status_code == 405:
        return Problem(405, "That address answers to another method", error.detail)
    return Problem(error.status_code, "That cannot be asked", _validation(error, handler))


def _validation(error: HTTPException, handler: BaseRouteHandler | None) -> str:
    """Which values are not what they should be."""
    extra = [one for one in error.extra if isinstance(one, dict)] if isinstance(error.extra, list) else []
    told = [refusal(handler, str(one.get("key", "value")), str(one.get("message", ""))) for one in extra]
    return " ".join(told) or error.detail


def answer(request: Asked, error: Exception) -> Response[object] | Template:
    """Say it in the form that the request wants."""
    found = problem(error, request.scope.get("route_handler"))
    if found.status >= 500 and not isinstance(error, FactaError | HTTPException):
        logging.getLogger(__name__).error("failed: %s %s", request.method, request.url.path, exc_info=error)
    if _wants_json(request):
        if found.status == 403:
            found = replace(found, title="A write needs this server’s token", message=_TOKEN)
        body: dict[str, object] = {"status": found.status, "error": found.title, "message": found.message}
        if found.near:
            body["near"] = list(found.near)
        return Response(body, status_code=found.status, media_type=MediaType.JSON)
    template = "_problem.html" if request.headers.get("hx-request") else "problem.html"
    made = page(template, problem=found, address_asked=str(request.url.path))
    made.status_code = found.status
    return made


def _wants_json(request: Asked) -> bool:
    path = request.url.path
    accepted = request.headers.get("accept", "")
    return path.startswith("/api/") or path == "/healthz" or ("json" in accepted and "html" not in accepted)


HANDLERS: ExceptionHandlersMap = {HTTPException: answer, FactaError: answer, Exception: answer}
