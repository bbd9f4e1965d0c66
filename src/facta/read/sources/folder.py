"""A folder: every page-like file in it and below, in the order of names, whatever else lies beside them."""

from collections.abc import Iterator
from pathlib import Path

from facta.errors import InputError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _given
from facta.read.sources._given import Given

ORDER = 30
SUFFIXES = ()

COMPANIONS = ("_files", "-Dateien", "_fichiers", "_archivos")
"""What browsers add to a page's name for the folder of its images and frames (English, German, French, Spanish)."""


def claims(given: Given, options: Options) -> bool:
    """A path that is a folder."""
    return given.content is None and bool(given.spec) and "\0" not in given.spec and Path(given.spec).is_dir()


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The pages of its files; InputError when it holds none."""
    empty = True
    for found in _files(Path(given.spec), set()):
        empty = False
        if isinstance(found, Failure):
            yield found
        else:
            yield from _given.items(Given(spec=str(found)), options)
    if empty:
        raise InputError(f"holds no page; {_given.taken()}.")


def _files(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Failure]:
    """Paths in the order of names; a folder that several links lead to is walked once, so loops end."""
    try:
        about = folder.stat()
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        yield Failure(source=str(folder), message=f"cannot be read: {error.strerror}.")
        return
    if (about.st_dev, about.st_ino) in seen:
        return
    seen.add((about.st_dev, about.st_ino))
    companions = {path.stem + ending for path in paths if _given.is_taken(path.name) for ending in COMPANIONS}
    for path in paths:
        if path.is_dir():
            if path.name not in companions:
                yield from _files(path, seen)
        elif _given.is_taken(path.name):
            yield path
