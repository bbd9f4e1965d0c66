"""What an address on the web brings, fetched once and politely, whether a user named it or a feed did."""

from dataclasses import replace
from functools import cache

from facta.errors import InputError
from facta.read.fetch import Fetched, Fetcher, tidy
from facta.read.raw import Raw
from facta.read.sources import _http


@cache
def fetcher() -> Fetcher:
    """One for the whole process, so that it remembers what each host asks for and when it was asked last."""
    return Fetcher()


def fetch(url: str) -> Fetched:
    """What is at an address, its Content-Encoding undone; InputError says why there is nothing."""
    found = fetcher().get(url)
    return replace(found, body=_http.unpacked(found.body, found.coding), coding=None)


def page(spec: str, found: Fetched) -> Raw:
    """What was fetched as a page: its `url` is where redirects led, its key the address asked for."""
    if not _http.is_page(found.content_type):
        raise InputError(
            f"is {_http.media(found.content_type)}; from the web facta reads HTML, plain text, feeds and sitemaps,"
            " other files once they are saved."
        )
    form, data = _http.page(found.body, found.content_type)
    return Raw(
        source=spec,
        key_source=tidy(spec),
        form=form,
        data=data,
        encoding=_http.charset(found.content_type),
        url=found.url,
        fetched=found.date,
    )
