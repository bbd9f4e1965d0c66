"""An address on the web: a page (HTML or plain text), or a feed or sitemap that leads to pages."""

import re
from collections.abc import Iterator
from io import BytesIO

from facta.read.fetch import tidy
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _web, feed, sitemap
from facta.read.sources._content import Content
from facta.read.sources._given import Given

ORDER = 20
SUFFIXES = ()

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def claims(given: Given, options: Options) -> bool:
    """Whatever is written with `://`."""
    return given.content is None and _URL.match(given.spec) is not None


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The one page, or the pages that a feed or sitemap there names; servers call both by many types, so content tells."""
    found = _web.fetch(given.spec)
    opened = Given(spec=given.spec, key_source=tidy(given.spec), content=Content(BytesIO(found.body)), url=found.url)
    kind = next((kind for kind in (feed, sitemap) if kind.claims(opened, options)), None)
    if kind is None:
        yield _web.page(given.spec, found)
    else:
        yield from kind.items(opened, options)
