"""Writes records to stdout in the form asked for; data goes there and nowhere else."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import msgspec
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from facta.errors import FactaError, UsageError
from facta.records import Reading, encode
from facta.values.words import harmless

Write = Callable[[Reading], None]
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
WIDTH = 110
"""Columns of a readable page where stdout is no terminal and COLUMNS is not set."""


class _Screen(Console):
    """Rich's console, but for a closed pipe, which ends every command alike: rich would end with 1."""

    def on_broken_pipe(self) -> None:
        """Let `main` hear of it."""
        raise  # noqa: PLE0704  (rich calls this while it handles the BrokenPipeError)


def console(*, record: bool = False) -> Console:
    """A console on stdout, at a readable width where neither a terminal nor COLUMNS tells one; `record` keeps what it prints."""
    told = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return _Screen(highlight=False, soft_wrap=False, record=record, width=None if told else WIDTH)


class Harmless:
    """A renderable whose words cannot steer the terminal."""

    def __init__(self, inner: RenderableType) -> None:
        self.inner = inner

    def __rich_console__(self, screen: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """Its segments; rich's own styling is beside the words and stays."""
        for segment in screen.render(self.inner, options):
            yield Segment(harmless(segment.text, lines=True), segment.style, segment.control)


def check_picture(path: str) -> None:
    """UsageError for a file whose ending says another form than SVG, or whose folder is missing, before anything is read."""
    if Path(path).suffix.lower() != ".svg":
        raise UsageError(f"--svg {path!r}: end the file's name in .svg.")
    check_folder("--svg", path)


def check_folder(option: str, path: str) -> None:
    """UsageError for a file that an option names in a folder which is not there."""
    if not Path(path).parent.is_dir():
        raise UsageError(f"{option} {path!r}: there is no folder {str(Path(path).parent)!r}. Make it or name another.")


def save_picture(screen: Console, path: str) -> None:
    """What a recording console printed, as an SVG that loads nothing from anywhere."""
    svg = screen.export_svg(title="facta", clear=False)
    try:
        Path(path).write_text(_FONTS.sub("", svg), "utf-8")  # rich's template fetches its font from the web
    except OSError as error:
        raise FactaError(f"The picture {path} cannot be written: {error.strerror}.") from None


def record(found: object) -> None:
    """A record as a line of JSON."""
    sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
    sys.stdout.buffer.flush()


def sheet(records: Iterable[msgspec.Struct], kind: type[msgspec.Struct], **first: str) -> None:
    """Records of one kind as CSV, with columns before them that are alike in every line; what the export notes, to stderr."""
    from facta.store import flat  # Arrow loads only for who wants a sheet

    written = flat.write(records, kind, sys.stdout.buffer, first=first)
    sys.stdout.buffer.flush()
    for note in written.notes:
        click.echo(f"facta: {note}", err=True)


@contextmanager
def readings(form: str | None, *, person: str) -> Iterator[Write]:
    """A function that writes one reading; `form` None means `person` (the readable form) on a terminal, else jsonl."""
    form = form or (person if sys.stdout.isatty() else "jsonl")
    writers = {"jsonl": _lines, "json": _array, "table": _tables, "text": _texts, "none": _nothing}
    with writers[form]() as write:
        yield write


def shown(pairs: Iterable[tuple[Reading, str]], write: Write) -> Iterator[tuple[Reading, str]]:
    """The pairs, each reading written as it passes."""
    for reading, digest in pairs:
        write(reading)
        yield reading, digest


@contextmanager
def _nothing() -> Iterator[Write]:
    yield lambda _reading: None


@contextmanager
def _lines() -> Iterator[Write]:
    out = sys.stdout.buffer

    def write(reading: Reading) -> None:
        out.write(encode(reading) + b"\n")
        out.flush()  # so that the next program in a pipe sees each page as soon as it is done

    yield write


@contextmanager
def _array() -> Iterator[Write]:
    out = sys.stdout.buffer
    opening = [b"["]

    def write(reading: Reading) -> None:
        out.write((opening.pop() if opening else b",\n") + encode(reading))

    yield write
    out.write((opening.pop() if opening else b"") + b"]\n")
    out.flush()


@contextmanager
def _tables() -> Iterator[Write]:
    from facta.cli.page import rows

    screen = console()
    yield lambda reading: screen.print(Harmless(rows(reading)))


@contextmanager
def _texts() -> Iterator[Write]:
    from facta.cli.page import plain

    screen = console()
    yield lambda reading: screen.print(Harmless(plain(reading)))
