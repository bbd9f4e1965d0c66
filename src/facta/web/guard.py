"""Who may ask: only this machine, unless a token says otherwise; and what browsers are told not to do with our pages."""

import hmac
import json
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

COOKIE = "facta_token"
OPEN = "/healthz"
"""Answers without a token, and says no more than that it is there."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",  # a chart on its way to a PNG
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}

_DENIED = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Token needed · facta</title><main><h1>This explorer asks for its token</h1>
<p>Open the address that <code>facta serve</code> printed; it ends with <code>?token=…</code>. Or enter the token here.</p>
<form method="get" action="/"><label>Token <input name="token" type="password" autocomplete="off" required></label>
<button>Enter</button></form></main></html>"""
_WRONG_HOST = (
    "facta answers only to localhost and 127.0.0.1 (your request named another host). To open it to others: facta serve --host"
)


class _No(NamedTuple):
    """A refusal."""

    status: int
    error: str
    message: str
    shown: str
    """To people."""
    kind: str


_ELSEWHERE = _No(421, "The request names another host", _WRONG_HOST, _WRONG_HOST, "text/plain; charset=utf-8")
_NO_TOKEN = _No(
    401,
    "The server asks for its token",
    "Send the header Authorization: Bearer TOKEN, with the token that `facta serve` printed.",
    _DENIED,
    "text/html; charset=utf-8",
)


class Guard:
    """Stands before the whole application: host, token, headers."""

    def __init__(self, app: ASGIApp, *, token: str | None = None) -> None:
        """token: what everybody has to bring; without one only requests to a name of this machine are answered.

        A page of a stranger can make its own name mean 127.0.0.1 (DNS rebinding) and then read what we say; it cannot know
        the token, and its cookie is not sent to that name, so either of the two is enough.
        """
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, refuse, or take the token from the address into a cookie."""
        if scope["type"] != ScopeType.HTTP:  # nothing here speaks WebSocket, so nobody has to be let in that way
            await send({"type": "websocket.close", "code": 1008, "reason": ""})
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        send = _with_headers(send)
        if self._token is None and not is_loopback(host_name(headers.get("host", ""))):
            await _refuse(send, scope, _ELSEWHERE)
        elif self._token is None or scope["path"] == OPEN:
            await self._app(scope, receive, send)
        else:
            await self._with_token(self._token, headers, scope, receive, send)

    async def _with_token(self, token: str, headers: dict[str, str], scope: HTTPScope, receive: Receive, send: Send) -> None:
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        shown = dict(query).get("token")
        if shown is not None and scope["method"] == "GET" and _same(shown, token):
            rest = urlencode([(name, value) for name, value in query if name != "token"])
            # two slashes of either kind at the start would name another host
            where = "/" + scope["path"].lstrip("/\\") + (f"?{rest}" if rest else "")
            cookie = f"{COOKIE}={token}; Path=/; HttpOnly; SameSite=Strict"
            await _answer(send, 303, "", "text/plain", {"location": _as_header(where), "set-cookie": cookie})
        elif _same(_bearer(headers), token) or _same(_cookie(headers), token):
            await self._app(scope, receive, send)
        else:
            await _refuse(send, scope, _NO_TOKEN)


def host_name(host: str) -> str:
    """The name in a Host header, without its port.

    >>> host_name("LocalHost:8100"), host_name("[::1]:8100"), host_name("127.0.0.1")
    ('localhost', '::1', '127.0.0.1')
    """
    host = host.strip().lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def is_loopback(name: str) -> bool:
    """Whether a name or address can only be this machine.

    >>> is_loopback("localhost"), is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("0.0.0.0"), is_loopback("example.org")
    (True, True, True, False, False)
    """
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _same(said: str | None, token: str) -> bool:
    return said is not None and hmac.compare_digest(said.encode(), token.encode())


def _bearer(headers: dict[str, str]) -> str | None:
    kind, _, said = headers.get("authorization", "").partition(" ")
    return said.strip() if kind.lower() == "bearer" else None


def _cookie(headers: dict[str, str]) -> str | None:
    try:
        held = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return held.value if held else None


def _as_header(address: str) -> str:
    """An address in ASCII, without what could begin a new header."""
    return "".join(c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode()) for c in address)


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            held = {name.lower() for name, _ in message["headers"]}
            more = [(n.encode(), v.encode()) for n, v in HEADERS.items() if n.encode() not in held]
            message["headers"] = [*message["headers"], *more]
        await send(message)

    return sending


async def _refuse(send: Send, scope: HTTPScope, no: _No) -> None:
    """Say no: to programs in JSON, as all errors of the API, to people as a page."""
    shown, kind = no.shown, no.kind
    if scope["path"].startswith("/api/"):
        shown, kind = json.dumps({"status": no.status, "error": no.error, "message": no.message}), "application/json"
    await _answer(send, no.status, shown, kind, {"www-authenticate": "Bearer"} if no.status == 401 else None)


async def _answer(send: Send, status: int, body: str, kind: str, more: dict[str, str] | None = None) -> None:
    data = body.encode()
    headers = {"content-type": kind, "content-length": str(len(data)), **(more or {})}
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers.items()],
        }
    )
    await send({"type": "http.response.body", "body": data, "more_body": False})
