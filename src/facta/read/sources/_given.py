"""What every kind of source is asked about and asked for, and who answers first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Protocol, cast

from facta import plugins
from facta.errors import InputError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources._content import Content, bare

PACKAGE = "facta.read.sources"


@dataclass(frozen=True, kw_only=True)
class Given:
    """A source on its way to be recognised: at first only what the user wrote, then also its opened content."""

    spec: str
    """As the user wrote it."""
    key_source: str = ""
    """The same in a form that doesn't depend on the current folder; set together with `content`."""
    name: str = ""
    """File name in small letters without `.gz` and its like; empty for stdin."""
    content: Content | None = None
    """Its bytes, decompressed; None as long as nobody has opened it."""
    url: str | None = None
    """Where on the web it was found, if there; relative links count from it."""

    @property
    def opened(self) -> Content:
        """The content of a source that is known to be open."""
        assert self.content is not None, f"{self.spec} is not open"
        return self.content


class Kind(Protocol):
    """A kind of source: a module of this package, or one that another distribution adds."""

    ORDER: int
    """Who is asked first (the lowest), since a JSONL file is also a text file."""
    SUFFIXES: tuple[str, ...]
    """Endings by which a folder takes a file of this kind, compression apart."""

    def claims(self, given: Given, options: Options) -> bool:
        """Whether this kind reads it; `given.content` is None on the first round."""

    def items(self, given: Given, options: Options) -> Iterator[Raw | Failure]:
        """Its pages in order, lazily; InputError or OSError ends them and becomes one Failure."""


def supplied(
    raw: Raw,
    *,
    title: str | None,
    published: str | None,
    outlet: str | None,
    byline: tuple[str, ...] = (),
    fetched: str | None = None,
) -> Raw:
    """The page with what others say about it in place of what its source doesn't say."""
    said = {"title": title, "published": published, "outlet": outlet, "byline": byline, "fetched": fetched}
    missing: dict[str, Any] = {name: value for name, value in said.items() if value and not getattr(raw, name)}
    return replace(raw, **missing) if missing else raw


def stating(raw: Raw) -> Raw:
    """The page of a source that itself says what is known about it so far."""
    return replace(raw, stated=frozenset(name for name in ("title", "published", "outlet") if getattr(raw, name)))


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds in the order in which they are asked."""
    return tuple(sorted((cast(Kind, module) for module in plugins.load_all(PACKAGE)), key=lambda kind: kind.ORDER))


@cache
def suffixes() -> tuple[str, ...]:
    """Endings of files that are taken where nobody names each: from folders or from archives."""
    return tuple(sorted({suffix for kind in kinds() for suffix in kind.SUFFIXES}))


def taken() -> str:
    """The same in words."""
    return f"from folders and archives facta takes {', '.join(suffixes())} and their compressed forms, hidden files apart"


def is_taken(name: str) -> bool:
    """Whether a file of this name is taken from a folder or an archive.

    >>> is_taken("A.html.GZ"), is_taken("logo.png")
    (True, False)
    """
    return bare(name).endswith(suffixes())


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The pages of a source by the first kind that claims it; what ends them early is the last Failure."""
    try:
        kind = next(kind for kind in kinds() if kind.claims(given, options))
        yield from kind.items(given, options)
    except InputError as error:
        yield Failure(source=given.spec, message=str(error))
    except OSError as error:
        yield Failure(source=given.spec, message=f"cannot be read: {error.strerror or error}.")
