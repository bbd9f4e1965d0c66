"""What a source hands to the reader of pages: bytes or text with what is known about them, not yet understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Form = Literal["html", "text"]


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the user said about the sources beside their names."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Record field -> column name, for CSV and JSONL (`id`, `text`, `html`, `title`, `published`, `outlet`, `url`, `fetched`)."""
    published: str | None = None
    """Publication date for texts that carry none, as ISO date."""
    outlet: str | None = None
    """Outlet for texts that carry none."""
    title: str | None = None
    """Title for texts that carry none."""
    fetched: str | None = None
    """When files that do not say so themselves were saved, as an ISO day or timestamp; from then "2 hours ago" is reckoned."""


@dataclass(frozen=True, kw_only=True)
class Raw:
    """One page as a source delivers it."""

    source: str
    """As the user wrote it, with `#part` for one of many in an archive; `-` for stdin."""
    key_source: str
    """The source in a form that doesn't depend on the current folder; hashed with `id` into the page's store key."""
    form: Form
    data: bytes | str
    """Bytes whose encoding is still to be found, or text whose offsets must survive unchanged."""
    encoding: str | None = None
    """Declared by the transport (an HTTP header), if at all."""
    id: str | None = None
    """The source's own id; None where only content identifies the page."""
    url: str | None = None
    title: str | None = None
    """Like `published` and `outlet` from the source itself, else from the user's options; `stated` tells which."""
    published: str | None = None
    """ISO date."""
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    """The authors as the source names them, for a page that names none itself."""
    fetched: str | None = None
    """When the page was delivered, as an ISO day or timestamp; from then "2 hours ago" is reckoned."""
    stated: frozenset[str] = frozenset()
    """Which of these three the source itself says: they go before what the page says, the others come after it."""
    problems: tuple[str, ...] = ()
    """What the source could not make of its own statements, one line each; the page travels on with them."""


@dataclass(frozen=True, kw_only=True)
class Failure:
    """An input that yields no page, with the one line that says why and what to do."""

    source: str
    message: str
