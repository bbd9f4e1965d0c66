"""The records of a WARC archive, the same by either library."""

import io
from importlib.util import find_spec

import pytest
from warcio.warcwriter import WARCWriter

from facta.read.sources import _records


@pytest.fixture(params=["warcio", "fastwarc"], autouse=True)
def library(request, monkeypatch):
    """Who reads the archives."""
    if request.param == "fastwarc" and find_spec("fastwarc") is None:
        pytest.skip("FastWARC is not installed (pip install facta[fastwarc])")
    monkeypatch.setattr(_records, "find_spec", lambda name: request.param == name or None)


def archive(*bodies):
    """An archive with a resource for each body."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for n, body in enumerate(bodies):
        writer.write_record(
            writer.create_warc_record(f"https://example.org/{n}", "resource", io.BytesIO(body), warc_content_type="text/html")
        )
    return out.getvalue()


def read(data):
    """Kind, address and block of each record, and whether the archive ends in it."""
    told = []
    for record in _records.read(io.BytesIO(data)):
        block = record.block.read(1 << 16)
        told.append((record.kind, record.headers.get_header("WARC-Target-URI"), block, record.is_cut()))
    return told


def test_records_come_in_order_with_their_headers_and_blocks():
    """An empty one too."""
    assert [
        ("resource", "https://example.org/0", b"one", False),
        ("resource", "https://example.org/1", b"", False),
        ("resource", "https://example.org/2", b"three\n" * 9, False),
    ] == read(archive(b"one", b"", b"three\n" * 9))


def test_a_record_that_the_archive_ends_in_is_cut():
    """Those before it are whole."""
    assert [False, True] == [cut for *_, cut in read(archive(b"one", b"x" * 1000)[:-600])]


def test_what_is_no_archive_is_damage():
    """Not an empty one."""
    with pytest.raises(_records.DamageError):
        read(b"<html>" * 100)


def test_a_block_that_nobody_read_is_passed_over():
    """The next record begins behind it."""
    kinds = [record.headers.get_header("WARC-Target-URI") for record in _records.read(io.BytesIO(archive(b"x" * 200_000, b"y")))]
    assert ["https://example.org/0", "https://example.org/1"] == kinds
