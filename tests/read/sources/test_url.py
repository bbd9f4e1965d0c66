import gzip
from types import SimpleNamespace

import pytest

from facta.errors import InputError
from facta.read.fetch import Fetched
from facta.read.raw import Raw
from facta.read.sources import _web


@pytest.fixture
def serve(monkeypatch, opened):
    """Open an address as if its server had sent this."""

    def call(body, content_type, coding=None, spec="https://a.example/old#top"):
        page = Fetched(url="https://a.example/new", content_type=content_type, coding=coding, body=body)
        monkeypatch.setattr(_web, "fetcher", lambda: SimpleNamespace(get=lambda _: page))
        return opened(spec)[0]

    return call


def test_a_page_keeps_where_it_was_asked_for_and_where_it_was_found(serve):
    """The key is the address asked for, so that a rerun replaces it even when it has moved."""
    assert Raw(
        source="https://a.example/old#top",
        key_source="https://a.example/old",
        form="html",
        data=b"<p>\xe9",
        encoding="latin-1",
        url="https://a.example/new",
    ) == serve(b"<p>\xe9", "text/html; charset=latin-1")


def test_text_is_decoded_and_bodies_are_unpacked(serve):
    """Plain text in its declared encoding; gzip undone."""
    page = serve(gzip.compress("Grüße".encode("cp1252")), "text/plain; charset=windows-1252", "gzip")
    assert ("text", "Grüße") == (page.form, page.data)


def test_plain_text_in_latin_1_keeps_its_quotation_marks(serve):
    """Servers call windows-1252 so; read by the letter, every curly mark would be an invisible control character."""
    assert "“No,” he said." == serve(b"\x93No,\x94 he said.", "text/plain; charset=iso-8859-1").data


def test_what_is_declared_as_nothing_is_told_by_content(serve):
    """A server may leave the type out."""
    assert ("html", "text") == (serve(b"<html><p>x", None).form, serve(b"One.", None).form)


@pytest.mark.parametrize(
    ("body", "content_type", "message"),
    [
        (b"{}", "application/json", "is application/json; from the web facta reads HTML, plain text, feeds and sitemaps"),
        (b"%PDF-1.4", "text/html", "is a PDF"),
        (b" ", "text/html", "is empty"),
    ],
)
def test_what_is_no_page_is_a_failure(serve, body, content_type, message):
    """Other types, binary bodies and empty ones, in one line each."""
    assert serve(body, content_type).message.startswith(message)


def test_other_schemes_are_refused(opened, messages, tmp_path, monkeypatch):
    """Before any network is touched."""
    _web.fetcher.cache_clear()
    monkeypatch.setenv("FACTA_FETCH_CACHE", str(tmp_path))
    assert ["has the scheme 'ftp'; facta reads http and https."] == messages(opened("ftp://a.example/x"))


def test_why_a_page_could_not_be_fetched_is_the_failure(monkeypatch, opened, messages):
    """The fetcher's sentence reaches the user."""

    def refuse(_):
        raise InputError("answered 404 Not Found.")

    monkeypatch.setattr(_web, "fetcher", lambda: SimpleNamespace(get=refuse))
    assert ["answered 404 Not Found."] == messages(opened("https://a.example/"))


def test_the_way_from_address_to_page(site, fetcher, monkeypatch, opened):
    """Over a real connection: redirect, robots.txt, page."""
    monkeypatch.setattr(_web, "fetcher", lambda: fetcher)
    site.lay("/new", b"<html><p>x")
    (page,) = opened(site.lay("/old", (301, {"Location": "/new"}, b"")))
    assert (b"<html><p>x", site.base + "/new") == (page.data, page.url)
