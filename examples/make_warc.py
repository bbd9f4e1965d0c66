"""Writes `pages/archive.warc.gz` from the small pages in `warc/`, so that readers and tests have an archive of known content.

Run it from anywhere: `python examples/make_warc.py [OUT]`. The same pages give the same bytes on every machine.
"""

import gzip
import sys
from io import BytesIO
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import BufferWARCWriter

HERE = Path(__file__).parent
PAGES = {
    "prespa.html": ("https://courier.example.org/2018/06/17/prespa-agreement/", "2018-06-17T18:00:00Z"),
    "aachen.html": ("https://kurier.example.org/2019/01/22/vertrag-von-aachen/", "2019-01-22T18:00:00Z"),
    "barley.html": ("https://courier.example.org/2023/08/04/barley-duties/", "2023-08-04T18:00:00Z"),
    "kazan.html": ("https://northernwatch.example.org/modi-xi-kazan/", "2024-10-24T18:00:00Z"),
}
"""File -> its address and the moment of its capture."""
ABOUT = b"software: facta samples\r\nformat: WARC File Format 1.0\r\n"
PIXEL = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")
"""A transparent GIF of one pixel: an archive holds more than pages."""


def record(kind: str, uri: str, captured: str, body: bytes, content_type: str) -> bytes:
    """One WARC record, uncompressed; its id is a hash of what it holds, because a random one would change the bytes."""
    http = None
    if kind == "response":
        fields = [("Content-Type", content_type), ("Content-Length", str(len(body)))]
        http = StatusAndHeaders("200 OK", fields, protocol="HTTP/1.1")
    if kind == "request":
        http = StatusAndHeaders("GET / HTTP/1.1", [("User-Agent", "facta-samples")], is_http_request=True)
    writer = BufferWARCWriter(gzip=False)
    made = writer.create_warc_record(
        uri,
        kind,
        payload=BytesIO(body),
        length=len(body),
        http_headers=http,
        warc_content_type=content_type if http is None else "",
        warc_headers_dict={
            "WARC-Date": captured,
            "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{kind} {uri} {captured}')}>",
        },
    )
    writer.write_record(made)
    return bytes(writer.get_contents())


def member(plain: bytes) -> bytes:
    """A gzip member without a time; stored, since the bytes of a compressed one depend on the version of zlib."""
    out = BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=0, fileobj=out, mtime=0) as stream:
        stream.write(plain)
    return out.getvalue()


def archive() -> bytes:
    """The whole archive: its description, a request, the pages, and a picture that is no page."""
    first_uri, first_time = next(iter(PAGES.values()))
    records = [
        record("warcinfo", "", first_time, ABOUT, "application/warc-fields"),
        record("request", first_uri, first_time, b"", "application/http; msgtype=request"),
    ]
    for name, (uri, captured) in PAGES.items():
        records.append(record("response", uri, captured, (HERE / "warc" / name).read_bytes(), "text/html; charset=utf-8"))
    records.append(record("response", "https://courier.example.org/pixel.gif", first_time, PIXEL, "image/gif"))
    return b"".join(member(plain) for plain in records)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "pages" / "archive.warc.gz"
    target.write_bytes(archive())
