"""Pages of WARC archives, all of it by either library that reads them."""

import gzip
import io
import zlib
from importlib.util import find_spec

import pyarrow
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from facta.read.raw import Failure, Raw
from facta.read.sources import _records
from facta.read.sources._content import Content

PAGE = b"<html><body><p>Ministers met.</p></body></html>"


@pytest.fixture(params=["warcio", "fastwarc"], autouse=True)
def library(request, monkeypatch):
    """Who reads the archives."""
    if request.param == "fastwarc" and find_spec("fastwarc") is None:
        pytest.skip("FastWARC is not installed (pip install facta[fastwarc])")
    monkeypatch.setattr(_records, "find_spec", lambda name: request.param == name or None)
    return request.param


@pytest.fixture
def archive(make):
    """Write a WARC of (URL, status, content type, body) and more headers: `archive("a.warc.gz", [...])`."""

    def call(name, records, cut=None, **extra):
        out = io.BytesIO()
        writer = WARCWriter(out, gzip=name.endswith(".gz"))
        writer.write_record(writer.create_warcinfo_record(name, {"software": "test"}))
        for url, status, content_type, body, *more in records:
            headers = [("Content-Type", content_type), *(more[0] if more else [])]
            http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=http, warc_headers_dict=extra)
            )
        return make(name, out.getvalue()[:cut])

    return call


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "crawl"])
def test_every_html_or_text_answer_is_a_page(archive, opened, name):
    """Pages carry the address; images, errors, redirects and robots.txt are not pages."""
    path = archive(
        name,
        [
            ("http://a.example/1", "200 OK", "text/html; charset=ISO-8859-1", PAGE),
            ("http://a.example/2", "404 Not Found", "text/html", PAGE),
            ("http://a.example/3", "301 Moved", "text/html", b""),
            ("http://a.example/4.png", "200 OK", "image/png", b"\x89PNG"),
            ("http://a.example/robots.txt", "200 OK", "text/plain", b"User-agent: *"),
            ("http://a.example/5", "200 OK", "text/plain; charset=windows-1252", b"It\x92s"),
        ],
        **{"WARC-Date": "2024-03-14T01:30:00Z"},
    )
    html, text = opened(path)
    assert html == Raw(
        source=f"{path}#http://a.example/1",
        key_source=f"{path.resolve()}#http://a.example/1",
        form="html",
        data=PAGE,
        encoding="ISO-8859-1",
        url="http://a.example/1",
        fetched="2024-03-14T01:30:00Z",
    )
    assert ("text", "It’s", "http://a.example/5") == (text.form, text.data, text.url)


def _packed(codec):
    out = pyarrow.BufferOutputStream()
    with pyarrow.CompressedOutputStream(out, codec) as stream:
        stream.write(PAGE)
    return out.getvalue().to_pybytes()


def test_chunked_and_compressed_bodies_are_unpacked(archive, opened):
    """The page is the same whatever its server did for the journey."""
    packed = gzip.compress(PAGE)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    bodies = [
        (packed, [("Content-Encoding", "gzip")]),
        (chunked, [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]),
        (zlib.compress(PAGE), [("Content-Encoding", "deflate")]),
        (zlib.compress(PAGE)[2:-4], [("Content-Encoding", "deflate")]),
        (PAGE, [("Content-Encoding", "gzip")]),
        (_packed("brotli"), [("Content-Encoding", "br")]),
        (_packed("zstd"), [("Content-Encoding", "zstd")]),
        (PAGE, [("Content-Encoding", "br")]),
    ]
    pages = opened(archive("a.warc", [(f"http://a.example/{n}", "200 OK", "text/html", *body) for n, body in enumerate(bodies)]))
    assert [PAGE] * 8 == [page.data for page in pages]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "crawl"])
def test_pictures_before_the_first_page_are_passed_over(archive, opened, name):
    """An archive is none of the binary files that facta cannot read, whatever its crawler fetched first."""
    picture = ("http://a.example/4.jpg", "200 OK", "image/jpeg", b"\xff\xd8\xff\xe0" + bytes(range(32)) * 10_000)
    path = archive(name, [picture, ("http://a.example/1", "200 OK", "text/html", PAGE)])
    assert ["http://a.example/1"] == [page.url for page in opened(path)]


@pytest.mark.parametrize("length", [b"9" * 30, b"9" * 5_000, b"-1", b"many"])
def test_a_length_that_is_none_is_damage(archive, make, opened, length):
    """However many digits it has; the pages before are read."""
    whole = archive("a.warc", [(f"http://a.example/{n}", "200 OK", "text/html", PAGE) for n in range(2)]).read_bytes()
    start, mark, end = whole.rpartition(b"Content-Length: ")
    page, failure = opened(make("b.warc", start + mark + length + end[end.index(b"\r\n") :]))
    assert (PAGE, True) == (page.data, "is damaged, at or after record" in failure.message)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_cut_archive_yields_what_is_before_the_cut_and_one_failure(archive, opened, name):
    """Wherever an archive is cut, whole pages before the cut are read and the cut is named once."""
    records = [(f"http://a.example/{n}", "200 OK", "text/html", PAGE) for n in range(4)]
    size = len(archive(name, records).read_bytes())
    seen = set()
    for cut in range(size // 4, size - 8, 7):
        items = opened(archive(name, records, cut=cut))
        pages = [item for item in items if isinstance(item, Raw)]
        assert [PAGE] * len(pages) == [page.data for page in pages]
        assert items[len(pages) :] in ([], [item for item in items if isinstance(item, Failure)][:1])
        seen.add((len(pages), len(items) - len(pages)))
    assert {(n, 1) for n in range(4)} <= seen


def _damaged(path, make, *members):
    """The archive with the middle of these of its members, counted from 0, turned into others' bytes."""
    whole = path.read_bytes()
    starts = [at for at in range(len(whole)) if whole.startswith(b"\x1f\x8b\x08", at)] + [len(whole)]
    data = bytearray(whole)
    for member in members:
        middle = (starts[member] + starts[member + 1]) // 2
        data[middle : middle + 8] = bytes(byte ^ 0x5A for byte in data[middle : middle + 8])
    return make("damaged.warc.gz", bytes(data))


@pytest.mark.parametrize(
    ("members", "left"), [((2,), [0, 2, 3]), ((1, 3), [1, 3]), ((1, 2), [2, 3]), ((4,), [0, 1, 2])]
)  # fmt: skip
def test_damage_costs_only_the_records_it_is_in(archive, make, opened, members, left):
    """The pages behind it are read, none with wrong letters is, and it is named once."""
    pages = [b"<html><body>" + b"".join(b"<p>%d ministers met in %d.</p>" % (n, k * n) for k in range(99)) for n in range(4)]
    path = archive("a.warc.gz", [(f"http://a.example/{n}", "200 OK", "text/html", page) for n, page in enumerate(pages)])
    *good, failure = opened(_damaged(path, make, *members))
    assert [pages[n] for n in left] == [page.data for page in good]
    assert failure.message.startswith("is damaged (") and f"{len(left)} pages" in failure.message


def test_damage_in_a_large_record_is_known_before_its_page_is_handed_on(archive, make, opened):
    """A page whose checksum fails only behind it is left out, though all of it could be unpacked."""
    random = bytes((n * n * 31 + n // 7) % 94 + 32 for n in range(300_000))
    path = archive("a.warc.gz", [(f"http://a.example/{n}", "200 OK", "text/html", PAGE + random) for n in range(3)])
    whole = path.read_bytes()
    last = whole.rindex(b"\x1f\x8b\x08")  # the checksum of the record before stands in front of its last four bytes
    data = whole[: last - 8] + bytes(4) + whole[last - 4 :]
    *good, failure = opened(make("b.warc.gz", data))
    assert ["http://a.example/0", "http://a.example/2"] == [page.url for page in good]
    assert "is damaged (incorrect data check), at or after record 3; 2 pages around it could be read." == failure.message


def test_a_broken_record_is_one_failure_and_the_others_go_on(archive, opened, monkeypatch):
    """A page too large, empty, or packed in an unknown way is named by its address."""
    monkeypatch.setenv("FACTA_MAX_BYTES", "1000")
    path = archive(
        "a.warc.gz",
        [
            ("http://a.example/large", "200 OK", "text/html", b"x" * 1001),
            ("http://a.example/bomb", "200 OK", "text/html", gzip.compress(b"x" * 100_000), [("Content-Encoding", "gzip")]),
            ("http://a.example/lzw", "200 OK", "text/html", b"\x0b", [("Content-Encoding", "compress")]),
            ("http://a.example/none", "200 OK", "text/html", b" "),
            ("http://a.example/pdf", "200 OK", "text/html", b"%PDF-1.4 x"),
            ("http://a.example/ok", "200 OK", "text/html", PAGE),
        ],
    )
    *failures, page = opened(path)
    said = [(failure.source.rpartition("/")[2], failure.message.split(",")[0]) for failure in failures]
    assert said == [
        ("large", "is larger than 1"),
        ("bomb", "is larger than 1"),
        ("lzw", "is compressed as 'compress'"),
        ("none", "is empty: there is nothing in it to read."),
        ("pdf", "is a PDF; save its text as .txt (pdftotext does that)"),
    ]
    assert PAGE == page.data


def test_a_page_that_its_crawler_cut_short_says_so(archive, opened):
    """WARC-Truncated becomes a problem of the page."""
    (page,) = opened(archive("a.warc", [("http://a.example/", "200 OK", "text/html", PAGE)], **{"WARC-Truncated": "length"}))
    assert "WARC-Truncated: length" in page.problems[0]


def test_an_archive_without_pages_says_what_is_in_it(archive, opened, messages):
    """No page is a failure, not silence."""
    path = archive("a.warc", [("http://a.example/", "404 Not Found", "text/html", PAGE)])
    assert ["holds no page: none of its 2 records is HTML or plain text with status 200."] == messages(opened(path))


def test_of_a_news_crawl_only_answers_are_pages(make, opened):
    """Requests, metadata and revisits, which say that a page was the same as before, are passed over in silence."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    http = StatusAndHeaders(
        "200 OK", [("Content-Type", "text/html"), ("X-Crawler-Content-Encoding", "gzip")], protocol="HTTP/1.1"
    )
    asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "a.example")], is_http_request=True)
    url = "http://a.example/"
    writer.write_record(writer.create_warc_record(url, "request", http_headers=asked))
    writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(PAGE), http_headers=http))
    writer.write_record(writer.create_revisit_record(url, "sha1:A", url, "2018-04-03T10:00:00Z", http_headers=http))
    writer.write_record(writer.create_warc_record(url, "metadata", io.BytesIO(PAGE), warc_content_type="text/html"))
    assert [PAGE] == [page.data for page in opened(make("CC-NEWS-20180403.warc.gz", out.getvalue()))]


def test_resources_are_pages_unless_the_crawler_wrote_them(make, opened):
    """A `resource` record of a web address is read; screenshots and extracted text under `urn:` are not."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for url in ("http://a.example/", "urn:text:http://a.example/"):
        writer.write_record(writer.create_warc_record(url, "resource", io.BytesIO(PAGE), warc_content_type="text/html"))
    assert ["http://a.example/"] == [page.url for page in opened(make("a.warc", out.getvalue()))]


def test_what_is_called_warc_and_is_none_is_a_failure(make, opened, messages, capsys):
    """Garbage under an archive's name is said in one line, and the library prints nothing of its own."""
    assert ["is damaged, at or after record 0; 0 pages before it could be read."] == messages(
        opened(make("a.warc", "no archive\n\n\nat all"))
    )
    assert "" == capsys.readouterr().err


def test_a_record_longer_than_it_says_is_damage(archive, make, opened, capsys):
    """A wrong length is named, nothing is printed by the library."""
    whole = archive("a.warc", [(f"http://a.example/{n}", "200 OK", "text/html", PAGE) for n in range(2)]).read_bytes()
    items = opened(make("b.warc", whole.replace(b"Ministers met.", b"Ministers met again.", 1)))
    assert isinstance(items[-1], Failure) and "is damaged" in items[-1].message
    assert "" == capsys.readouterr().err


def test_the_library_is_the_one_that_is_installed(library):
    """FastWARC goes first where it is there; each gives records with headers and a block to read."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    writer.write_record(
        writer.create_warc_record("http://a.example/", "resource", io.BytesIO(PAGE), warc_content_type="text/html")
    )
    record = next(_records.read(Content(io.BytesIO(out.getvalue()))))
    assert ("resource", len(PAGE), PAGE) == (record.kind, record.length, record.block.read(1000))
    assert "http://a.example/" == record.headers.get_header("warc-target-uri")
    assert (library == "fastwarc") == isinstance(record.block, _records._Block)
