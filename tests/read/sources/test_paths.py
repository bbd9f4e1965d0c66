"""Lists of a crawl's archives."""

import gzip
import io

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from facta.read.raw import Raw

PAGE = b"<html><body><p>Ministers met.</p></body></html>"
SEGMENTS = [f"crawl-data/CC-NEWS/2018/04/CC-NEWS-2018040{day}000000-00001.warc.gz" for day in (3, 4, 5)]


def segment(url: str) -> bytes:
    """An archive of one page."""
    out = io.BytesIO()
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer = WARCWriter(out, gzip=True)
    writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(PAGE), http_headers=http))
    return out.getvalue()


def test_the_archives_beside_a_list_are_read_in_its_order(make, opened):
    """Under the crawl's own folders or without them; those that nobody downloaded are counted in one line, with an address."""
    make(f"news/{SEGMENTS[1]}", segment("http://b.example/"))
    make(f"news/{SEGMENTS[0].rpartition('/')[2]}", segment("http://a.example/"))
    *pages, failure = opened(make("news/warc.paths.gz", gzip.compress("\n".join(SEGMENTS).encode())))
    assert ["http://a.example/", "http://b.example/"] == [page.url for page in pages if isinstance(page, Raw)]
    assert failure.message.startswith("lists 3 archives, 1 of which could not be found beside it;")
    assert f"https://data.commoncrawl.org/{SEGMENTS[2]}," in failure.message


def test_a_list_leads_to_archives_only(make, opened, messages):
    """No other file, and none outside its folder."""
    make("secret.warc", segment("http://a.example/"))
    path = make("news/warc.paths", "../secret.warc\n/etc/passwd\n\nnotes.txt\n" + "x" * 9000 + ".warc\n")
    assert ["lists no archive: there is no line in it that ends in .warc or .warc.gz."] == messages(opened(path))


def test_a_folder_of_segments_needs_no_list(make, opened, tmp_path):
    """Segments are archives like others; the list among them is not read again."""
    make("warc.paths", SEGMENTS[0])
    make(SEGMENTS[0], segment("http://a.example/"))
    assert ["http://a.example/"] == [page.url for page in opened(tmp_path)]
