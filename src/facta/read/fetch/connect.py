"""One request to one checked address: a page on the web must not make facta ask machines that only this computer can reach."""

import http.client
import io
import ipaddress
import re
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from facta.errors import InputError

Address = tuple[str, int]
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SAFE = "/%:@!$&'()*+,;=~-._?"
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
PATIENCE = 10
"""An answer may take this many times the timeout, so that a server that drips bytes can't hold a run up."""


class TransientError(Exception):
    """A fault that may be gone at the next try; its text says what happened."""


class UnreachableError(InputError):
    """The host itself can't or mustn't be asked, whatever the page."""


class Reply(NamedTuple):
    """What a server answered; the body is read for status 200 only."""

    status: int
    headers: Message
    """Names in any case, as HTTP has it."""
    body: bytes = b""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How far one request may go."""

    timeout: float
    """Seconds for connecting and for each pause of the server."""
    max_bytes: int
    """Of the body as sent."""
    allow_private: bool = False
    """Whether addresses that the internet doesn't reach are asked too."""


def tidy(url: str) -> str:
    """The URL in the one form that is requested, cached and compared; InputError when it can't be requested.

    >>> tidy("HTTP://Example.com/a b#top")
    'http://example.com/a%20b'
    """
    try:
        parts = urlsplit(url.strip())
        port, host = parts.port, (parts.hostname or "").encode("idna").decode("ascii")
        host.encode("idna")  # again, since signs that became full stops may have left a part of a name empty
    except (ValueError, UnicodeError):
        raise InputError("is no address on the web; write it as https://host/path.") from None
    if parts.scheme not in ("http", "https"):
        raise InputError(f"has the scheme {parts.scheme!r}; facta reads http and https.")
    if not _HOST.fullmatch(host):
        raise InputError(f"names no host that can be asked ({host!r}).")
    if parts.username is not None:
        raise InputError("holds a user name; facta reads public pages only.")
    host = f"[{host}]" if ":" in host else host
    netloc = host if port in (None, {"http": 80, "https": 443}[parts.scheme]) else f"{host}:{port}"
    return urlunsplit((parts.scheme, netloc, quote(parts.path or "/", _SAFE), quote(parts.query, _SAFE), ""))


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the internet: not to this machine, its network, or a range with a special use.

    Source: the IANA special-purpose registries, as Python's ipaddress holds them; addresses inside addresses are looked at too.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def request(url: str, headers: Mapping[str, str], limits: Limits) -> Reply:
    """Ask for a tidy URL once. Raises TransientError for faults of the moment, InputError for lasting ones."""
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    host = parts.hostname or ""
    connection = _Secure(host, port, limits) if parts.scheme == "https" else _Plain(host, port, limits)
    try:
        connection.request("GET", urlunsplit(("", "", parts.path, parts.query, "")), headers=dict(headers))
        response = connection.getresponse()
        body = _body(response, limits) if response.status == http.HTTPStatus.OK else b""
        return Reply(response.status, response.headers, body)
    except ssl.SSLCertVerificationError as error:
        raise UnreachableError(f"has a certificate that can't be trusted: {error.verify_message}.") from None
    except _SlowError:
        raise TransientError(f"was not through after {PATIENCE * limits.timeout:g} seconds") from None
    except TimeoutError:
        raise TransientError(f"did not answer within {limits.timeout:g} seconds") from None
    except (OSError, http.client.HTTPException) as error:
        raise TransientError(f"could not be fetched ({error or type(error).__name__})") from None
    finally:
        connection.close()


def _body(response: http.client.HTTPResponse, limits: Limits) -> bytes:
    pieces: list[bytes] = []
    size = 0
    expected = response.length  # read1 doesn't count it down in every version of Python, and at its end waits for more
    while size != expected and (piece := response.read1(1 << 16)):
        pieces.append(piece)
        size += len(piece)
        if size > limits.max_bytes:
            raise InputError(f"is larger than {limits.max_bytes:,} bytes, the limit of a page (setting max_bytes).")
    if expected is not None and size < expected:
        raise TransientError("broke off in the middle")
    return b"".join(pieces)


class _SlowError(TimeoutError):
    """The whole answer took too long, though bytes kept coming."""


class _Dated(io.RawIOBase):
    """What a server sends, headers and body, until a moment: a socket's timeout starts anew with each byte."""

    def __init__(self, sock: socket.socket, stream: io.BufferedReader) -> None:
        self._sock, self._stream = sock, stream
        self._timeout = sock.gettimeout() or 0.0
        self._end = time.monotonic() + PATIENCE * self._timeout

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int | None:  # type: ignore[override]
        left = self._end - time.monotonic()
        if left <= 0:
            raise _SlowError
        self._sock.settimeout(min(left, self._timeout))
        try:
            return self._stream.readinto1(buffer)
        except TimeoutError:
            if time.monotonic() < self._end:
                raise
            raise _SlowError from None

    def close(self) -> None:
        self._stream.close()
        super().close()


class _Response(http.client.HTTPResponse):
    """An answer that has to be through in time."""

    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        self.fp = io.BufferedReader(_Dated(sock, self.fp))


class _Plain(http.client.HTTPConnection):
    """Connects to an address that was checked, never to one that is looked up a second time (DNS rebinding)."""

    response_class = _Response

    def __init__(self, host: str, port: int, limits: Limits) -> None:
        super().__init__(host, port, timeout=limits.timeout)
        self.limits = limits

    def connect(self) -> None:
        self.sock = _open(self.host, self.port, self.limits)


class _Secure(_Plain):
    default_port = http.client.HTTPS_PORT

    def connect(self) -> None:
        super().connect()
        self.sock = _tls().wrap_socket(self.sock, server_hostname=self.host)


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _open(host: str, port: int, limits: Limits) -> socket.socket:
    """A socket to the first of the host's addresses that answers, all of them looked at before."""
    fault: OSError | None = None
    for address in _addresses(host, port, limits.allow_private):
        try:
            return socket.create_connection(address, limits.timeout)
        except OSError as error:
            fault = error
    raise fault or OSError("no address")


def _addresses(host: str, port: int, allow_private: bool) -> list[Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            raise TransientError(f"could not be looked up: {host} (is there a network?)") from None
        raise UnreachableError(f"is on a host that does not exist: {host}.") from None
    addresses = list(dict.fromkeys((str(entry[4][0]), port) for entry in found))
    refused = [ip for ip, _ in addresses if not is_public(ip)]
    if refused and not allow_private:
        raise UnreachableError(
            f"leads to {refused[0]}, an address inside this machine or its network; facta fetches public pages only."
        )
    return addresses
