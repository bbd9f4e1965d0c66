"""What HTTP headers say about a body, the same whether it comes over the network or out of an archive."""

import zlib
from io import BytesIO

from facta.errors import InputError
from facta.read.encoding import decode_text, encoding_of
from facta.read.raw import Form
from facta.read.sources import _looks
from facta.read.sources._content import HEAD, arrow_stream, max_bytes, too_large

_FORMS: dict[str, Form] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_PLAIN = ("", "identity", "none")
_GZIP = ("gzip", "x-gzip", "deflate")
_ARROW = {"br": "brotli", "zstd": "zstd"}
"""Codings by their name in HTTP and in Arrow. facta doesn't ask servers for them, browsers that record archives do."""
_WBITS = zlib.MAX_WBITS | 32
"""Lets zlib tell gzip from zlib by itself."""


def media(content_type: str | None) -> str:
    """The media type in small letters without parameters; empty when none is declared.

    >>> media("Text/HTML; charset=UTF-8")
    'text/html'
    """
    return (content_type or "").partition(";")[0].strip().lower()


def charset(content_type: str | None) -> str | None:
    """The declared encoding.

    >>> charset('text/html; x=1; Charset="windows-1252"')
    'windows-1252'
    """
    for parameter in (content_type or "").split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None


def is_page(content_type: str | None) -> bool:
    """Whether a body of this type may be a page: HTML, plain text, or not declared at all."""
    return media(content_type) in ("", *_FORMS)


def page(body: bytes, content_type: str | None) -> tuple[Form, bytes | str]:
    """A body as a page's form and data: HTML stays bytes, text is decoded; InputError when it is empty or binary."""
    head = body[:HEAD]
    if not body.strip():
        raise InputError("is empty: there is nothing in it to read.")
    what = _looks.binary(head)
    if what:
        raise InputError(f"is {what}, whatever its server calls it; facta reads HTML and plain text.")
    form = _FORMS.get(media(content_type)) or ("html" if _looks.html(head.decode(encoding_of(head), "replace")) else "text")
    return form, body if form == "html" else decode_text(body, charset(content_type))


def unpacked(body: bytes, coding: str | None) -> bytes:
    """A body without its Content-Encoding; InputError when that is unknown, damaged, or unpacks to more than a page may have."""
    coding = (coding or "").strip().lower()
    if coding in _PLAIN or not body:
        return body
    if coding in _ARROW:
        return _by_arrow(body, _ARROW[coding])
    if coding not in _GZIP:
        raise InputError(f"is compressed as {coding!r}, which facta doesn't unpack.")
    for wbits in (_WBITS, -zlib.MAX_WBITS):  # some servers call the bare stream `deflate`
        unpacker = zlib.decompressobj(wbits)
        try:
            data = unpacker.decompress(body, max_bytes() + 1)
        except zlib.error:
            continue
        if len(data) > max_bytes():
            raise InputError(too_large())
        if not unpacker.eof:
            raise InputError("is cut off in the middle of its compression.")
        return data
    return body  # archives keep the header of bodies that their crawler has unpacked


def _by_arrow(body: bytes, codec: str) -> bytes:
    try:
        data = arrow_stream(BytesIO(body), codec).read(max_bytes() + 1)
    except OSError as error:
        if "runcated" in str(error):
            raise InputError("is cut off in the middle of its compression.") from None
        return body  # unpacked by its crawler, as above
    if len(data) > max_bytes():
        raise InputError(too_large())
    return data
