"""What HTTP headers say about a body."""

import gzip
import zlib

import pyarrow as pa
import pytest

from facta.errors import InputError
from facta.read.sources import _http

TEXT = b"<html><p>Peru met Chile.</p></html>"


def bare(data: bytes) -> bytes:
    """A stream without the header that `deflate` should have."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        (None, TEXT),
        ("identity", TEXT),
        (" GZIP ", gzip.compress(TEXT)),
        ("x-gzip", gzip.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", bare(TEXT)),
        ("br", bytes(pa.compress(TEXT, codec="brotli", asbytes=True))),
        ("zstd", bytes(pa.compress(TEXT, codec="zstd", asbytes=True))),
        ("gzip", TEXT),
        ("br", TEXT),
    ],
)
def test_a_body_comes_out_of_its_coding(coding: str | None, body: bytes) -> None:
    """One that its crawler has unpacked already is left alone."""
    assert TEXT == _http.unpacked(body, coding)
    assert b"" == _http.unpacked(b"", coding)


@pytest.mark.parametrize(
    ("coding", "body", "why"),
    [
        ("compress", TEXT, "compressed as 'compress', which facta doesn't unpack"),
        ("gzip", gzip.compress(TEXT * 100)[:-12], "cut off in the middle"),
        ("gzip, br", TEXT, "compressed as 'gzip, br'"),
    ],
)
def test_what_cannot_be_unpacked_says_why(coding: str, body: bytes, why: str) -> None:
    """In the words that a failure goes on with."""
    with pytest.raises(InputError, match=why):
        _http.unpacked(body, coding)


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda d: bytes(pa.compress(d, codec="zstd", asbytes=True))])
def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch, pack: object) -> None:
    """Nothing unpacks to more than a page may have."""
    monkeypatch.setenv("FACTA_MAX_BYTES", "1000")
    with pytest.raises(InputError):
        _http.unpacked(pack(b"x" * 5000), "zstd" if pack not in (gzip.compress, zlib.compress) else "gzip")  # type: ignore[operator]


@pytest.mark.parametrize(
    ("declared", "media", "charset", "page"),
    [
        (None, "", None, True),
        ("", "", None, True),
        ("Text/HTML; charset=UTF-8", "text/html", "UTF-8", True),
        ("text/html;charset='cp1251'; x", "text/html", "cp1251", True),
        ("text/plain; CHARSET = latin-1 ", "text/plain", "latin-1", True),
        ("text/html; charset=", "text/html", None, True),
        ("application/pdf", "application/pdf", None, False),
        (";;;=", "", None, True),
    ],
)
def test_a_content_type_tells_form_and_encoding(declared: str | None, media: str, charset: str | None, page: bool) -> None:
    """In any case, quoted or not."""
    assert (media, charset, page) == (_http.media(declared), _http.charset(declared), _http.is_page(declared))


@pytest.mark.parametrize(
    ("body", "declared", "form", "data"),
    [
        (TEXT, None, "html", TEXT),
        (TEXT, "text/plain", "text", TEXT.decode()),
        (b"Peru met Chile.", None, "text", "Peru met Chile."),
        (b"Peru met Chile.", "text/html", "html", b"Peru met Chile."),
        ("Перу".encode("cp1251"), "text/plain; charset=cp1251", "text", "Перу"),
        ("<html><p>Перу</p>".encode("utf-16"), "application/xhtml+xml", "html", "<html><p>Перу</p>".encode("utf-16")),
        ("<html><p>Перу</p>".encode("utf-16"), None, "html", "<html><p>Перу</p>".encode("utf-16")),
    ],
)
def test_html_stays_bytes_and_text_is_decoded(body: bytes, declared: str | None, form: str, data: bytes | str) -> None:
    """What is not declared is told by its content."""
    assert (form, data) == _http.page(body, declared)


@pytest.mark.parametrize(
    ("body", "why"), [(b"", "is empty"), (b" \n\t", "is empty"), (b"%PDF-1.7\n\x00\x01", "whatever its server")]
)
def test_what_is_no_page_is_refused_whatever_it_is_called(body: bytes, why: str) -> None:
    """A PDF called HTML is a PDF."""
    with pytest.raises(InputError, match=why):
        _http.page(body, "text/html")
