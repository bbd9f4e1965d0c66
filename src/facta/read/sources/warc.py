"""A WARC archive: every page in it that a server delivered, so that a crawl is read without unpacking it."""

from collections.abc import Iterator

from warcio.bufferedreaders import ChunkedDataReader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser

from facta.errors import InputError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _http, _looks, _records
from facta.read.sources._content import max_bytes, too_large
from facta.read.sources._given import Given
from facta.read.sources._records import Record
from facta.values.counts import counted

ORDER = 50
SUFFIXES = (".warc", ".warc.wet")

_WITH_PAGES = ("response", "resource", "conversion")
_PAGE_SCHEMES = ("http:", "https:", "file:", "ftp:")
"""Resources of other schemes are what the crawler itself wrote: screenshots, logs, extracted text."""
_HTTP = StatusAndHeadersParser(["HTTP/"], verify=False)


def claims(given: Given, options: Options) -> bool:
    """By name or by content."""
    return given.content is not None and (given.name.endswith(SUFFIXES) or given.opened.head.startswith(_looks.WARC))


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """A page for each HTML or text record with status 200; a damaged or cut archive ends with one Failure.

    A page is held back until the next record is there: only then are its own bytes known to be sound. Behind records that are
    damaged the others are read, where each is compressed by itself.
    """
    content, count, pages, damages, resumed = given.opened, 0, 0, list[str](), False
    while True:
        damage, held, start = "", None, 0
        try:
            for record in _records.read(content):
                if held:
                    pages += 1
                    yield held
                count += 1
                held, start = _item(given, record), record.start
                if record.is_cut():
                    damage, held = "is cut off in the middle", None
                    break
        except _records.DamageError:
            damage = "is damaged"
        unsound = content.damage and not content.is_cut and start >= content.sound
        if held and not unsound:
            pages += 1
            yield held
        if damage := content.damage or damage:
            damages.append(f"{damage}, at or after record {count}")
        if not content.resume(_looks.WARC):
            break
        resumed = True
    if damages:
        several = f", the first of {len(damages)} such places" if len(damages) > 1 else ""
        where = "around it" if resumed else "before it"
        raise InputError(f"{damages[0]}{several}; {counted(pages, 'page')} {where} could be read.")
    if not pages:
        raise InputError(f"holds no page: none of its {counted(count, 'record')} is HTML or plain text with status 200.")


def _item(given: Given, record: Record) -> Raw | Failure | None:
    """The page in a record; None when it isn't one and isn't meant to be."""
    url = (record.headers.get_header("WARC-Target-URI") or "").strip()
    if record.kind not in _WITH_PAGES or not url.startswith(_PAGE_SCHEMES) or not record.length:
        return None
    try:
        headers = _HTTP.parse(record.block) if record.kind == "response" else record.headers
        if record.kind == "response" and headers.get_statuscode() != "200":
            return None
        return _page(given, record, headers, url)
    except EOFError:
        return None  # a header without a body
    except InputError as error:
        return Failure(source=f"{given.spec}#{url}", message=str(error))


def _page(given: Given, record: Record, headers: StatusAndHeaders, url: str) -> Raw | None:
    content_type = headers.get_header("Content-Type")
    if not _http.is_page(content_type) or url.endswith("/robots.txt"):
        return None
    form, data = _http.page(_body(record, headers), content_type)
    truncated = record.headers.get_header("WARC-Truncated")
    return Raw(
        source=f"{given.spec}#{url}",
        key_source=f"{given.key_source}#{url}",
        form=form,
        data=data,
        encoding=_http.charset(content_type),
        url=url,
        fetched=record.headers.get_header("WARC-Date"),
        problems=(f"The archive holds only the beginning of this page (WARC-Truncated: {truncated}).",) if truncated else (),
    )


def _body(record: Record, headers: StatusAndHeaders) -> bytes:
    chunked = (headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked"
    stream = ChunkedDataReader(record.block) if chunked else record.block
    body: bytes = stream.read(max_bytes() + 1)
    if len(body) > max_bytes():
        raise InputError(too_large())
    return _http.unpacked(body, headers.get_header("Content-Encoding"))
