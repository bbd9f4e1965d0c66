"""Opens whatever a user names and streams its pages, so that ten pages and ten million run the same code in the same memory.

A kind of source is one module here, found by its being here. Each source is offered to the kinds in this order, and the first
that claims it reads it: `-` (stdin), a URL, a glob, a folder, then any file, which is opened, decompressed and offered again as a
ZIP or WACZ, a WARC archive, a feed, a sitemap, Parquet, JSONL, a table (CSV, TSV), an e-mail, an HTML page, plain text. Content
goes before the name for ZIP, WARC, Parquet and HTML, and speaks for the others (but e-mail) where the name says nothing.
docs/sources.md tells users.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from itertools import chain, islice

from facta.errors import InputError, UsageError, unknown
from facta.read import ago
from facta.read.raw import Failure, Options, Raw
from facta.values import dates

__all__ = ["PARTS", "open_bytes", "open_sources", "parse_columns", "suffixes", "typed"]

PARTS = ("ORDER", "SUFFIXES", "claims", "items")


def open_sources(specs: Iterable[str], options: Options) -> Iterator[Raw | Failure]:
    """The pages of all sources, in order, one at a time; an input that yields none is a Failure and the others go on.

    specs: `-`, URLs of pages, feeds and sitemaps, folders, globs, paths of files.
    Raises UsageError at once, before anything is opened, for options that can't be right.
    """
    return _stream(specs, _checked(options))


def _stream(specs: Iterable[str], options: Options) -> Iterator[Raw | Failure]:
    from facta.read.sources._given import Given, items

    rest = iter(specs)
    first = list(islice(rest, 2))
    for spec in chain(first, rest):
        for item in items(Given(spec=spec), options):
            if isinstance(item, Failure):
                yield Failure(source=_printable(item.source), message=_printable(item.message))
            else:
                page = _supplied(_without_columns(item, options) if [item.source] == first else item, options)
                yield replace(page, source=_printable(page.source))


def _supplied(page: Raw, options: Options) -> Raw:
    from facta.read.sources._given import supplied

    return supplied(page, title=options.title, published=options.published, outlet=options.outlet, fetched=options.fetched)


def _without_columns(page: Raw, options: Options) -> Raw:
    """Who names columns and gives nothing but one page, which has none, is told; beside others it may be they that have them."""
    if not options.columns or page.id is not None:
        return page
    return replace(page, problems=(*page.problems, "The source is one page without columns, so --columns says nothing of it."))


def open_bytes(what: str, data: bytes, options: Options, *, named: bool = True) -> Iterator[Raw | Failure]:
    """The pages of a file that somebody handed over, told by its name where that is one we take, else by its content.

    what: how it is called in problems; never a path: no file of this machine is opened by it. named: whether that is the file's
    name too. Raises UsageError at once for options that can't be right.
    """
    return _pages(what, data, _checked(options), named=named)


def _pages(what: str, data: bytes, options: Options, *, named: bool) -> Iterator[Raw | Failure]:
    from facta.read.sources._content import Content, bare
    from facta.read.sources._given import Given, is_taken, items

    with Content(BytesIO(data)) as content:
        try:
            content.check()
        except InputError as error:
            yield Failure(source=what, message=str(error))
            return
        name = bare(what) if named and is_taken(what) else ""
        for item in items(Given(spec=what, key_source=what, name=name, content=content), options):
            if isinstance(item, Failure):
                yield item
            else:
                yield _supplied(item, options)


def suffixes() -> tuple[str, ...]:
    """Endings of the names of files that are taken from folders and archives, compression apart."""
    from facta.read.sources import _given

    return _given.suffixes()


def _printable(text: str) -> str:
    """File names and headers that are not valid UTF-8 reach Python with lone surrogates, which no output takes."""
    return text.encode("utf-8", "backslashreplace").decode()


_TEXTS = {"outlet": "Daily News", "title": "Rain", "fetched": "2018-04-03T14:30+02:00"}
"""Options that are texts, beside the date, each with one of its kind."""


def _checked(options: Options) -> Options:
    if not isinstance(options.columns, Mapping):
        raise UsageError(f"Columns are a mapping, as in columns={{'text': 'body'}}, but {options.columns!r} was given.")
    for name, example in _TEXTS.items():
        if not isinstance(value := getattr(options, name), str | None):
            raise UsageError(f"The option {name} is a text, as in {name}={example!r}, but {value!r} was given.")
    if options.published and not dates.clean(options.published):
        raise UsageError(f"The publication date {options.published!r} is no date; write it as 2018-04-03, 2018-04 or 2018.")
    if options.fetched is not None and not ago.moment(options.fetched):
        raise UsageError(f"The files cannot have been saved at {options.fetched!r}: write 2018-04-03 or 2018-04-03T14:30+02:00.")
    columns = {_field(name): column for name, column in options.columns.items()}
    return replace(options, columns=columns, published=dates.clean(options.published))


def typed(title: str | None, outlet: str | None, published: str | None, columns: str | None = None) -> Options:
    """What a form or a request says of its pages, as it was typed; an empty field says nothing.

    >>> typed(" Rain ", "", "2018", "text=body")
    Options(columns={'text': 'body'}, published='2018', outlet=None, title='Rain', fetched=None)
    """
    return Options(
        columns=parse_columns((columns or "").strip()),
        published=(published or "").strip() or None,
        outlet=(outlet or "").strip() or None,
        title=(title or "").strip() or None,
    )


def parse_columns(value: str) -> dict[str, str]:
    """Field -> column from the text of `--columns`; UsageError says what is off.

    >>> parse_columns("text=body, published=day")
    {'text': 'body', 'published': 'day'}
    """
    columns: dict[str, str] = {}
    for pair in next(csv.reader([value], skipinitialspace=True), []):
        name, equals, column = (part.strip() for part in pair.partition("="))
        if not (name and equals and column):
            raise UsageError(f"Columns are given as FIELD=COLUMN pairs, as in text=body,published=day; {pair!r} is none.")
        if _field(name) in columns:
            raise UsageError(f"The columns name the field {_field(name)!r} twice.")
        columns[_field(name)] = column
    return columns


def _field(name: str) -> str:
    from facta.read.sources._rows import NAMES

    for field, names in NAMES.items():
        if name in names:
            return field
    raise UsageError(unknown("field", name, NAMES))
