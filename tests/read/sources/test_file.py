import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from functools import partial

import pyarrow
import pytest

from facta.read.raw import Raw

squeezed = partial(gzip.compress, mtime=0)
"""Without the time, since the bytes name tests, and tests have the same names in every process."""


def test_a_missing_file_is_offered_its_neighbours(make, opened, messages):
    """A slip of the pen is answered with near names; a bare address with how to write it."""
    folder = make("page_one.html", "<p>").parent
    assert [f"does not exist; near it there is {str(folder / 'page_one.html')!r}."] == messages(opened(folder / "page_on.html"))
    assert ["does not exist."] == messages(opened(folder / "zzz"))
    assert [f"does not exist, nor does the folder {str(folder / 'no')!r}."] == messages(opened(folder / "no" / "a.html"))
    assert ["does not exist; for a web page write https://news.example.com/a"] == messages(opened("news.example.com/a"))


@pytest.mark.parametrize("spec", ["", "a\0b", "x" * 5000, "\ud800"])
def test_what_can_be_no_name_is_one_failure(opened, messages, spec):
    """An empty name never means the current folder."""
    assert 1 == len(messages(opened(spec)))


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", squeezed(b""), squeezed(b" \n")])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a"])
def test_an_empty_file_says_that_it_is_empty(make, opened, messages, name, content):
    """No bytes, white space or a lone mark, compressed or not."""
    assert ["is empty: there is nothing in it to read."] == messages(opened(make(name, content)))


def _zip(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def _tar():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.html"))
    return squeezed(out.getvalue())


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "a PNG image"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "a JPEG image"),
        (_zip("[Content_Types].xml", "word/document.xml"), "a Word document"),
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
        (b"PK\x05\x06" + bytes(18), "an empty ZIP archive"),
        (_tar(), "a TAR archive"),
        (squeezed(b"%PDF-1.7"), "a PDF"),
        (squeezed(squeezed(b"text")), "compressed twice"),
        (b"{\\rtf1 Hello}", "an RTF document"),
        (b"BM" + bytes(range(60)), "a BMP image"),
        (bytes(range(256)) * 4, "a binary file"),
        (bytes(1000), "a binary file"),
    ],
)
def test_a_binary_file_is_called_what_it_looks_like(make, opened, messages, content, what):
    """Whatever its name, and with what facta does read."""
    for name in ("a.txt", "a.html", "a.jsonl"):
        (message,) = messages(opened(make(name, content)))
        assert message.startswith(f"is {what}")
        assert "facta reads HTML, plain text, e-mail (.eml, .mbox), MHTML, JSONL, CSV, Parquet, WARC, WACZ and ZIP" in message


@pytest.mark.parametrize("text", ["BMW and MZ are two letters.", "PK is a party.", "Rare things.", "Line one\x0cpage two\x1b[0m"])
def test_a_text_that_begins_like_a_binary_file_is_text(make, opened, text):
    """Short marks of binary formats also begin sentences."""
    assert text == opened(make("a.txt", text))[0].data


def _zstd(data):
    out = pyarrow.BufferOutputStream()
    with pyarrow.CompressedOutputStream(out, "zstd") as stream:
        stream.write(data)
    return out.getvalue().to_pybytes()


PACKERS = [gzip.compress, bz2.compress, lzma.compress, _zstd]


@pytest.mark.parametrize("ending", [".gz", ".bz2", ".xz", ".zst", ""])
@pytest.mark.parametrize("pack", PACKERS)
def test_compressed_files_are_read_whatever_they_are_called(make, opened, pack, ending):
    """The content tells how a file is packed, the rest of the name what is in it."""
    (page,) = opened(make("a.jsonl" + ending, pack(b'{"id":1,"text":"a"}')))
    assert ("1", "a") == (page.id, page.data)


@pytest.mark.parametrize("pack", PACKERS)
def test_half_a_compressed_page_is_no_page(make, opened, messages, pack):
    """A cut page is named, not read by half."""
    whole = pack(os.urandom(3000).hex().encode())
    assert ["is cut off in the middle; get it again."] == messages(opened(make("a.txt.gz", whole[:2000])))


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])  # Arrow writes Zstandard without a sum to check
def test_a_damaged_compressed_page_is_no_page(make, opened, messages, pack):
    """What the sums within tell is told."""
    whole = pack(os.urandom(3000).hex().encode())
    broken = whole[:1000] + b"\x00" * 500 + whole[1500:]
    assert "is damaged" in messages(opened(make("b.txt.gz", broken)))[0]


@pytest.mark.parametrize("pack", PACKERS)
def test_compressed_files_of_several_parts_are_one_text(make, opened, pack):
    """Parts joined by `cat` are read to the end."""
    assert "One. Two." == opened(make("a.txt.gz", pack(b"One. ") + pack(b"Two.")))[0].data


@pytest.mark.parametrize("pack", PACKERS)
def test_a_compression_bomb_ends_where_it_shows_itself(make, opened, messages, monkeypatch, pack):
    """A stream of texts that unpacks to more than two hundred times its size is read no further."""
    monkeypatch.setenv("FACTA_MAX_BYTES", "20000")
    line = b'{"text":"%s"}\n' % (b"x" * 9_000)
    items = opened(make("a.jsonl.gz", pack(line * 200)))
    assert "unpacks to more than 200 times its size (a compression bomb) at line" in messages(items)[-1]
    assert 1 < len(items) < 150


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.txt.gz"])
def test_a_page_over_the_limit_is_refused(make, opened, messages, monkeypatch, name):
    """The limit counts what a page unpacks to, and a page of exactly that size is read."""
    monkeypatch.setenv("FACTA_MAX_BYTES", "100000")
    pack = gzip.compress if name.endswith(".gz") else bytes
    assert "is larger than 100,000 bytes" in messages(opened(make(name, pack(b"x" * 100_001))))[0]
    assert isinstance(opened(make(name, pack(b"x" * 100_000)))[0], Raw)


def test_pipes_and_devices_are_named(tmp_path, opened, messages):
    """They would hang or never end; a pipe goes to standard input."""
    os.mkfifo(tmp_path / "pipe")
    assert ["is a pipe; hand its content over on standard input: facta ... - < PIPE"] == messages(opened(tmp_path / "pipe"))
    assert ["is a device; facta reads files."] == messages(opened("/dev/null"))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_says_so(make, opened, messages):
    """The system's own words, in our sentence."""
    path = make("a.txt", "x")
    path.chmod(0)
    assert ["cannot be read: Permission denied."] == messages(opened(path))


def test_a_fault_of_the_disk_is_one_failure(make, opened, messages, monkeypatch):
    """Whatever the system reports while a file is opened, the run goes on."""

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    path = make("a.txt", "x")
    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert ["cannot be read: Permission denied."] == messages(opened(path))


def test_a_broken_link_says_where_it_led(tmp_path, opened, messages):
    """A link to nothing is told with its target."""
    (tmp_path / "a.html").symlink_to("gone.html")
    assert ["is a link to 'gone.html', which does not exist."] == messages(opened(tmp_path / "a.html"))


def test_names_that_are_no_utf8_can_be_printed(tmp_path, opened):
    """Such a name is shown with its bytes escaped, and two of them stay apart."""
    paths = [os.fsencode(tmp_path) + b"/" + name for name in (b"caf\xe9.txt", b"caf\xe8.txt")]
    for path in paths:
        with open(path, "wb") as file:  # noqa: PTH123  (pathlib takes no bytes)
            file.write(b"One.")
    pages = opened(*map(os.fsdecode, paths))
    assert 2 == len({page.key_source.encode() for page in pages})
    assert pages[0].source.endswith("caf\\udce9.txt")
