"""Runs the explorer: finds an address to listen at, says where it is, opens the browser once it answers."""

import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import closing, suppress
from time import sleep
from urllib.parse import quote

import uvicorn

from facta.errors import UsageError
from facta.web.app import create_app
from facta.web.guard import is_loopback

SHORTEST = 8
"""Characters of a token that somebody chose."""


def serve(
    store_path: str,
    *,
    host: str = "127.0.0.1",
    port: int = 8100,
    token: str | None = None,
    open_browser: bool = True,
    tell: Callable[[str], None] = print,
) -> None:
    """Serve a store until interrupted; `tell` hears where. UsageError when nobody can listen there, or the token is too short."""
    token = checked_token(host, token)
    app = create_app(store_path, token=token, warm=True)
    with closing(listen(host, port)) as listener:
        where = address(host, listener.getsockname()[1], token)
        tell(f"facta: the explorer of {store_path} is at {where} (stop it with Ctrl-C)")
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
        if open_browser:
            threading.Thread(target=_open_when_up, args=(server, where), daemon=True).start()
        with suppress(KeyboardInterrupt):  # the way to end it, and uvicorn has shut down by then
            server.run(sockets=[listener])


def checked_token(host: str, token: str | None) -> str | None:
    """The token in force: the one given; a made-up one where others can reach the address; else none.

    UsageError when the one given is short, or holds anything but letters and digits.

    >>> checked_token("127.0.0.1", None) is None, len(checked_token("0.0.0.0", None) or "") > 20
    (True, True)
    """
    if token is not None and (len(token) < SHORTEST or not token.isascii() or not token.isalnum()):
        raise UsageError(
            f"A token has at least {SHORTEST} letters and digits and nothing else; leave --token out to have one made."
        )
    return token or (None if is_loopback(host) else secrets.token_hex(16))


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; UsageError with what to do when it cannot."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise UsageError(
            f"Nothing can listen at {host}, port {port}: {error.strerror or error}. Choose another: --port (0 for a free one)."
        ) from error


def address(host: str, port: int, token: str | None) -> str:
    """Where to point a browser.

    >>> address("::1", 8100, None), address("0.0.0.0", 80, "secret12")
    ('http://[::1]:8100/', 'http://127.0.0.1:80/?token=secret12')
    """
    name = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    shown = f"[{name}]" if ":" in name else name
    return f"http://{shown}:{port}/" + (f"?token={quote(token)}" if token else "")


def _open_when_up(server: uvicorn.Server, where: str) -> None:
    while not server.started:
        if server.should_exit:
            return
        sleep(0.05)
    webbrowser.open(where)
