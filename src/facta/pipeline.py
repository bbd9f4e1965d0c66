"""The whole way of the data as one list of steps that can be printed, run here or handed to an engine.

A step takes a Reading and returns a copy with its own field filled. A step that fails leaves a Problem on the record, and the
record travels on: one strange page never costs the others.
"""

import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from os import PathLike, fspath
from typing import NamedTuple

import msgspec
from msgspec import UNSET

from facta import __version__, plugins
from facta.errors import FactaError, InputError, UsageError
from facta.read.raw import Failure, Options, Raw
from facta.records import Reading
from facta.values import dates

Step = Callable[[Reading], Reading]
Source = str | PathLike[str]
"""A path, folder, glob, URL or archive, as text or as a `pathlib.Path`; `-` is standard input."""


_SHOWN = 80
"""Characters of a wrong argument that its error repeats."""


class Outcome(NamedTuple):
    """What became of one input."""

    digest: str | None
    """Hash of the input, the options and the coder's version; None for an input that could not be opened."""
    result: Reading | Failure


def steps(*, comments: bool = True) -> list[Step]:
    """The standard pipeline, models and tables loaded; without `comments` the readers' thread is left out altogether."""
    from facta import events, quotes
    from facta.language import Analyse
    from facta.language.reader import load
    from facta.resolve import Resolve, load_tables

    coding: list[Step] = [Analyse(load()), quotes.find, events.find, Resolve(load_tables()), events.fold]
    return coding if comments else [without_thread, *coding]


def without_thread(reading: Reading) -> Reading:
    """The reading as if its page had no comments."""
    return msgspec.structs.replace(reading, thread=())


def run(reading: Reading, pipeline: Sequence[Step]) -> Reading:
    """The reading after every step; a step that raises leaves a Problem with its name instead of its field."""
    for step in pipeline:
        try:
            reading = step(reading)
        except FactaError as error:
            reading = reading.with_problem(name(step), str(error))
        except Exception as error:
            reading = reading.with_problem(name(step), f"failed with {type(error).__name__}: {error}")
    return msgspec.structs.replace(reading, analyses=UNSET)


def name(step: Step) -> str:
    """What a step is called in problems and in print, e.g. `quotes.find`."""
    maker = step if hasattr(step, "__qualname__") else type(step)
    room = maker.__module__.removeprefix("facta.").split(".")[0]
    return f"{room}.{maker.__qualname__.lower()}"


class Coder:
    """Turns one raw input into a Reading; built once per process, since loading the models takes most of a second."""

    def __init__(self, *, comments: bool = True, only_read: bool = False) -> None:
        self.pipeline: list[Step] = [] if only_read else steps(comments=comments)

    def __call__(self, raw: Raw) -> Reading | Failure:
        """The coded page, or why there is none; never raises for a bad input."""
        from facta.read.page import read_page

        try:
            reading = read_page(raw)
        except FactaError as error:
            return Failure(source=raw.source, message=str(error))
        except Exception as error:
            return Failure(source=raw.source, message=f"cannot be read: {type(error).__name__}: {error}")
        return run(reading, self.pipeline)


def version() -> str:
    """Names everything that can change a coding: the release and the reader's weights."""
    from facta.language.reader import load

    return f"facta {__version__}, {load().version}"


def coding(*, comments: bool = True, only_read: bool = False) -> str:
    """What stands for a coder in digests: its version and how it was told to code."""
    return "read" if only_read else f"{version()}, comments={comments}"


def digest(raw: Raw, coder: str) -> str:
    """32 hexadecimal digits that change when the input, what the user said about it, or the coder changes."""
    state = blake2b(digest_size=16)
    data = raw.data if isinstance(raw.data, bytes) else raw.data.encode("utf-8", "surrogatepass")
    # where only content identifies a page, a copy under another name is the same input
    about = (coder, raw.id and raw.key_source, raw.form, raw.encoding, raw.id, raw.url, raw.title, raw.published, raw.outlet)
    state.update(repr(about).encode("utf-8", "surrogatepass"))
    state.update(data)
    return state.hexdigest()


def outcomes(
    sources: Iterable[Source],
    *,
    options: Options | None = None,
    comments: bool = True,
    only_read: bool = False,
    workers: int = 1,
    engine: str = "local",
    skip: Callable[[str], bool] = lambda _digest: False,
) -> Iterator[Outcome]:
    """Every input's outcome, in order, one at a time; inputs whose digest `skip` accepts are left out (so a run resumes).

    sources: paths, folders, URLs, archives or `-`; see `facta.read.sources`.
    workers: processes of this machine, or of the cluster when `engine` is one; 1 or more.
    Raises UsageError, when the first outcome is asked for, for arguments that cannot be right.
    """
    from facta.read.sources import open_sources

    if isinstance(sources, (str, bytes, PathLike)):
        raise UsageError(
            f"Sources are a list, but {_brief(sources)} was given; write [..] around it (facta.code_text codes a text at hand)."
        )
    if workers < 1:
        raise UsageError(f"At least 1 worker codes pages, but {workers} are asked for.")
    coder = coding(comments=comments, only_read=only_read)
    given = options or Options()
    if given.fetched:  # what a page itself says goes before this, so only the user's word counts: an address is fetched ever anew
        coder = f"{coder}, fetched={given.fetched}"
    opened = open_sources(map(_named, sources), given)
    mapped = plugins.load("facta.engine", engine).code(
        _wanted(opened, coder, skip), partial(Coder, comments=comments, only_read=only_read), workers
    )
    yield from (Outcome(*pair) for pair in mapped)


def _named(source: object) -> str:
    """A source as text; UsageError for what can be none, such as the bytes of a page."""
    if isinstance(source, (str, PathLike)):
        return str(fspath(source))
    raise UsageError(
        f"A source is a path or an address, but {_brief(source)} was given; a text at hand is coded by facta.code_text."
    )


def _brief(given: object) -> str:
    """What was given, no longer than a line holds."""
    shown = repr(given)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}.."


def _wanted(
    opened: Iterable[Raw | Failure], coder: str, skip: Callable[[str], bool]
) -> Iterator[tuple[str | None, Raw | Failure]]:
    for item in opened:
        mark = None if isinstance(item, Failure) else digest(item, coder)
        if mark is None or not skip(mark):
            yield mark, item


def _warn(failure: Failure) -> None:
    warnings.warn(f"{failure.source}: {failure.message}", stacklevel=3)


def code(
    sources: Iterable[Source],
    *,
    options: Options | None = None,
    comments: bool = True,
    workers: int = 1,
    engine: str = "local",
    on_failure: Callable[[Failure], None] = _warn,
) -> Iterator[Reading]:
    """Code every source and yield one Reading a page, in order; `facta code` as a call.

    An input that yields no page is passed to `on_failure` (a warning by default) and the others go on. Arguments are those of
    `outcomes`, which also says what raises UsageError.
    """
    for _, result in outcomes(sources, options=options, comments=comments, workers=workers, engine=engine):
        if isinstance(result, Failure):
            on_failure(result)
        else:
            yield result


def read_pages(
    sources: Iterable[Source], *, options: Options | None = None, on_failure: Callable[[Failure], None] = _warn
) -> Iterator[Reading]:
    """Page, article and thread only, nothing coded; `facta read` as a call."""
    for _, result in outcomes(sources, options=options, only_read=True):
        if isinstance(result, Failure):
            on_failure(result)
        else:
            yield result


def code_text(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    comments: bool = True,
) -> Reading:
    """Code one plain text that is at hand; all offsets are into it as it was given.

    published: ISO date, as exact as it is known. Raises UsageError for a date that is none, InputError for a text that is no page
    (empty, too long).
    """
    day = dates.clean(published)
    if published and not day:
        raise UsageError(f"The publication date {published!r} is no date; write it as 2018-04-03, 2018-04 or 2018.")
    raw = Raw(source="text", key_source="text", form="text", data=text, title=title, outlet=outlet, published=day, url=url)
    result = Coder(comments=comments)(raw)
    if isinstance(result, Failure):
        raise InputError(f"The text {result.message}")
    return result
