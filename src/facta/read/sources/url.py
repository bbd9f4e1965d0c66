"""A page on the web, fetched politely; only HTML and plain text are pages."""

import re
from collections.abc import Iterator
from functools import cache

from facta.errors import InputError
from facta.read.fetch import Fetcher, tidy
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _http
from facta.read.sources._given import Given

ORDER = 20
SUFFIXES = ()

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def claims(given: Given, options: Options) -> bool:
    """Whatever is written with `://`."""
    return given.content is None and _URL.match(given.spec) is not None


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The one page; its `url` is where redirects led, its key the address asked for."""
    page = fetcher().get(given.spec)
    if not _http.is_page(page.content_type):
        raise InputError(f"is {_http.media(page.content_type)}; from the web facta reads HTML and plain text.")
    form, data = _http.page(_http.unpacked(page.body, page.coding), page.content_type)
    yield Raw(
        source=given.spec,
        key_source=tidy(given.spec),
        form=form,
        data=data,
        encoding=_http.charset(page.content_type),
        url=page.url,
    )


@cache
def fetcher() -> Fetcher:
    """One for the whole process, so that it remembers what each host asks for and when it was asked last."""
    return Fetcher()
