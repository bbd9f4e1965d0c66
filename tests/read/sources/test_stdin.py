import gzip
import io
from types import SimpleNamespace

import pytest

from facta.read.raw import Raw


@pytest.fixture
def pipe(monkeypatch, opened):
    """Open `-` with these bytes on standard input."""

    def call(content, **options):
        stream = io.BufferedReader(io.BytesIO(content))
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=stream))
        items = opened("-", **options)
        assert not stream.closed
        return items

    return call


def test_the_stream_is_told_by_its_first_bytes(pipe):
    """JSONL, HTML, plain text, packed or not, WARC too by its own mark."""
    assert Raw(source="-", key_source="-", form="text", data="One.") == pipe(b"One.")[0]
    assert Raw(source="-", key_source="-", form="html", data=b"<html><p>One.") == pipe(b"<html><p>One.")[0]
    (row,) = pipe(b'\n {"id":1,"text":"One."}\n')
    assert ("-#1", "1", "One.", True) == (row.source, row.id, row.data, row.key_source.startswith("-#"))
    assert "One." == pipe(gzip.compress(b"One."))[0].data


def test_a_table_comes_with_its_columns(pipe):
    """A CSV has no mark of its own, so the user's naming of columns tells it."""
    (page,) = pipe(b"body,day\nOne.,2018\n", columns={"text": "body"})
    assert ("1", "One.") == (page.id, page.data)


def test_rows_of_two_streams_that_are_only_numbered_stay_apart(pipe):
    """Every stream is called `-`, so a bare number must not be what a store knows a page by."""
    keys = {
        (page.key_source, page.id) for text in (b"a", b"b") for page in pipe(b"text\n" + text + b"\n", columns={"text": "text"})
    }
    assert 2 == len(keys)


@pytest.mark.parametrize(("content", "message"), [(b"", "is empty"), (b"%PDF-1.7", "is a PDF")])
def test_nothing_and_binary_things_are_failures(pipe, messages, content, message):
    """As with files."""
    assert messages(pipe(content))[0].startswith(message)


def test_without_a_standard_input_it_says_so(monkeypatch, opened, messages):
    """A process may be started without one."""
    monkeypatch.setattr("sys.stdin", None)
    assert ["there is no standard input here; give a file."] == messages(opened("-"))
