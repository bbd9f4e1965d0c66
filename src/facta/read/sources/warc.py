"""A WARC archive: every page in it that a server delivered, so that a crawl is read without unpacking it."""

import logging
from collections.abc import Iterator
from io import BufferedReader

from warcio.archiveiterator import WARCIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser

from facta.errors import InputError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _http
from facta.read.sources._content import HEAD, max_bytes, too_large
from facta.read.sources._given import Given

ORDER = 50
SUFFIXES = (".warc", ".warc.wet")

_WITH_PAGES = ("response", "resource", "conversion")
_PAGE_SCHEMES = ("http:", "https:", "file:", "ftp:")
"""Resources of other schemes are what the crawler itself wrote: screenshots, logs, extracted text."""
# It would report a stray space in an address beside our own lines on stderr.
logging.getLogger("warcio").setLevel(logging.ERROR)
_HTTP = StatusAndHeadersParser(["HTTP/"], verify=False)


class _Records(WARCIterator):  # type: ignore[misc]  # warcio is not typed
    INC_RECORD = ""  # the library prints this on stderr; what is damaged becomes a Failure here


def claims(given: Given, options: Options) -> bool:
    """By name or by content."""
    return given.content is not None and (given.name.endswith(SUFFIXES) or given.opened.head.startswith(b"WARC/"))


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """A page for each HTML or text record with status 200; a damaged or cut archive ends with one Failure."""
    content, count, pages, damage = given.opened, 0, 0, ""
    records = _Records(BufferedReader(content, HEAD), no_record_parse=True)
    try:
        for record in records:
            count += 1
            item = _item(given, record)
            if _cut(record):
                damage = "is cut off in the middle"
                break
            if item:
                pages += 1
                yield item
    except ArchiveLoadFailed:
        damage = "is damaged"
    damage = content.damage or damage or ("is damaged" if records.err_count else "")
    if damage:
        raise InputError(f"{damage}, at or after record {count}; {pages} pages before that were read.")
    if not pages:
        raise InputError(f"holds no page: none of its {count} records is HTML or plain text with status 200.")


def _cut(record: ArcWarcRecord) -> bool:
    """Whether the archive ends before the record does."""
    while record.length is not None and record.raw_stream.read(HEAD):
        pass
    return record.length is None or record.raw_stream.limit > 0


def _item(given: Given, record: ArcWarcRecord) -> Raw | Failure | None:
    """The page in a record; None when it isn't one and isn't meant to be."""
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip()
    if record.rec_type not in _WITH_PAGES or not url.startswith(_PAGE_SCHEMES) or not record.length:
        return None
    try:
        headers = _HTTP.parse(record.raw_stream) if record.rec_type == "response" else record.rec_headers
        if record.rec_type == "response" and headers.get_statuscode() != "200":
            return None
        return _page(given, record, headers, url)
    except EOFError:
        return None  # a header without a body
    except InputError as error:
        return Failure(source=f"{given.spec}#{url}", message=str(error))


def _page(given: Given, record: ArcWarcRecord, headers: StatusAndHeaders, url: str) -> Raw | None:
    content_type = headers.get_header("Content-Type")
    if not _http.is_page(content_type) or url.endswith("/robots.txt"):
        return None
    form, data = _http.page(_body(record, headers), content_type)
    truncated = record.rec_headers.get_header("WARC-Truncated")
    return Raw(
        source=f"{given.spec}#{url}",
        key_source=f"{given.key_source}#{url}",
        form=form,
        data=data,
        encoding=_http.charset(content_type),
        url=url,
        problems=(f"The archive holds only the beginning of this page (WARC-Truncated: {truncated}).",) if truncated else (),
    )


def _body(record: ArcWarcRecord, headers: StatusAndHeaders) -> bytes:
    chunked = (headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    body: bytes = stream.read(max_bytes() + 1)
    if len(body) > max_bytes():
        raise InputError(too_large())
    return _http.unpacked(body, headers.get_header("Content-Encoding"))
