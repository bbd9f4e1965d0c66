import gzip
import io
import json
import random
import zipfile

import pytest
from warcio.warcwriter import WARCWriter

from facta.read.raw import Failure, Raw
from facta.read.sources import zip as zip_


@pytest.fixture
def pack(make):
    """Write a ZIP of name -> content: `pack("a.zip", {"a.html": b"<p>"})`."""

    def call(name, files, how=zipfile.ZIP_DEFLATED):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", how) as archive:
            for member, content in files.items():
                archive.writestr(member, content)
        return make(name, out.getvalue())

    return call


def _warc(*urls):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for url in urls:
        writer.write_record(writer.create_warc_record(url, "resource", io.BytesIO(b"<p>A"), warc_content_type="text/html"))
    return out.getvalue()


def test_its_files_are_read_as_those_of_a_folder(pack, opened):
    """Pages in the order of names; images, hidden files and what browsers and systems add are passed over."""
    path = pack(
        "a.zip",
        {
            "b.html": "<p>B",
            "a/t.txt.gz": gzip.compress(b"T"),
            "a/in.jsonl": '{"id":1,"text":"J"}\n',
            "logo.png": "x",
            ".b.html": "x",
            "__MACOSX/._b.html": "x",
            "b_files/frame.html": "x",
            "deep.zip": "x",
            "e/": "",
        },
    )
    items = opened(path)
    assert ["J", "T", b"<p>B"] == [item.data for item in items]
    assert [f"{path}#{name}" for name in ("a/in.jsonl#1", "a/t.txt.gz", "b.html")] == [item.source for item in items]
    assert f"{path.resolve()}#b.html" == items[-1].key_source


def test_of_a_wacz_the_archives_are_read(pack, opened):
    """Its list of pages and its index are about them."""
    path = pack(
        "site.wacz",
        {
            "datapackage.json": "{}",
            "pages/pages.jsonl": json.dumps({"url": "http://a.example/", "text": "A"}),
            "archive/data.warc.gz": _warc("http://a.example/1", "http://a.example/2"),
            "archive/more.warc.gz": _warc("http://a.example/3"),
            "indexes/index.cdx.gz": "x",
        },
        zipfile.ZIP_STORED,
    )
    assert ["http://a.example/1", "http://a.example/2", "http://a.example/3"] == [item.url for item in opened(path)]


def test_an_archive_is_told_by_its_content_and_taken_from_a_folder(pack, opened, tmp_path):
    """Whatever its name; in a folder by its ending."""
    assert "A" == opened(pack("download", {"a.txt": "A"}))[0].data
    pack("c.zip", {"c.txt": "C"})
    assert ["C"] == [item.data for item in opened(tmp_path)]


def test_a_bad_file_in_it_is_one_failure_by_its_own_name(pack, opened):
    """The others go on."""
    path = pack("a.zip", {"a.html": b"%PDF-1.4", "b.txt": "", "c.txt": "C"})
    assert [(Failure, f"{path}#a.html"), (Failure, f"{path}#b.txt"), (Raw, f"{path}#c.txt")] == [
        (type(item), item.source) for item in opened(path)
    ]


@pytest.mark.parametrize("files", [{}, {"logo.png": "x"}, {"a.zip": "x"}])
def test_an_archive_without_pages_says_so(pack, opened, messages, files):
    """With what is taken."""
    (message,) = messages(opened(pack("a.zip", files)))
    assert message.startswith(
        ("holds no page; from folders and archives facta takes .csv, .eml, .htm", "is an empty ZIP archive")
    )


def test_a_cut_archive_and_a_false_one_are_one_failure(pack, make, opened, messages):
    """The list of files stands at the end."""
    whole = pack("a.zip", {"a.txt": random.Random(1).randbytes(999).hex()}).read_bytes()
    for content in (whole[:-30], b"PK\x03\x04", b"no archive"):
        (message,) = messages(opened(make("b.zip", content)))
        assert "the list of its files, which stands at the end, is missing; get it again." in message


def test_a_damaged_file_in_it_is_named(pack, make, opened, messages):
    """Its sum is off, or its method or password is not ours to undo."""
    whole = pack("a.zip", {"a.txt": "Ministers met.", "b.txt": "B"}, zipfile.ZIP_STORED).read_bytes()
    damaged, page = opened(make("b.zip", whole.replace(b"Ministers met.", b"Ministers left", 1)))
    assert "can't be unpacked (Bad CRC-32" in damaged.message and "B" == page.data
    locked = bytearray(whole)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[whole.index(mark) + at] |= 1
    assert "is encrypted" in messages(opened(make("c.zip", bytes(locked))))[0]
    strange = bytearray(whole)
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        strange[whole.index(mark) + at] = 99
    assert "can't be unpacked" in messages(opened(make("d.zip", bytes(strange))))[0]


@pytest.mark.parametrize("how", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_file_in_it_whose_packing_is_damaged_is_named(pack, make, opened, how):
    """Wherever the damage is, the first bytes too; the others are read. What is behind the last word's bits hurts nobody."""
    text = "Ministers met. " * 9
    whole = bytearray(pack("a.zip", {"a.txt": text, "b.txt": b"B"}, how).read_bytes())
    first, second = (whole.index(b"PK\x03\x04", n) for n in (0, 1))
    for at in range(first + 35, second):
        hurt = bytearray(whole)
        hurt[at] ^= 0xFF
        damaged, page = opened(make("b.zip", bytes(hurt)))
        assert ("b.zip#a.txt", "B") == (damaged.source.rpartition("/")[2], page.data)
        assert isinstance(damaged, Failure) or damaged.data == text


def test_a_packed_archive_is_told_to_be_unpacked(pack, make, opened, messages):
    """It is read from its end."""
    whole = pack("a.zip", {"a.txt": "A"}).read_bytes()
    assert "is a ZIP archive, which is read from its end" in messages(opened(make("a.zip.gz", gzip.compress(whole))))[0]


def test_bombs_are_refused_before_they_are_unpacked(pack, make, opened, messages, monkeypatch):
    """A file that unpacks to hundreds of times its size, files that overlap, and more files than a list may hold."""
    monkeypatch.setenv("FACTA_MAX_BYTES", "100000")
    bomb, page = opened(pack("a.zip", {"a.jsonl": " " * 10_000_000, "b.txt": "B"}))
    assert "unpacks to more than 200 times its size" in bomb.message and "B" == page.data
    whole = pack("b.zip", {f"{n}.txt": "x" * 1000 for n in range(9)}, zipfile.ZIP_STORED).read_bytes()
    at = whole.index(b"PK\x01\x02")
    kernel = whole[: whole.index(b"PK\x03\x04", 4)] + whole[at:]
    assert (
        "its files overlap"
        in messages(
            opened(make("c.zip", kernel[:-6] + len(kernel[: kernel.index(b"PK\x01\x02")]).to_bytes(4, "little") + kernel[-2:]))
        )[0]
    )
    monkeypatch.setattr(zip_, "MAX_LIST", 400)
    assert "lists more files than one archive may (400 bytes of names)" in messages(opened(make("d.zip", whole)))[0]
