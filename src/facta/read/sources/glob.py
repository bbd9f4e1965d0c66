"""A pattern such as `news/**/*.html` that the shell left as it is: every path that fits, in the order of names."""

import os
import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from facta.errors import InputError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _given
from facta.read.sources._given import Given

ORDER = 25
SUFFIXES = ()

_WILD = re.compile(r"[*?[]")


def claims(given: Given, options: Options) -> bool:
    """A name with a wildcard in it, unless something is called exactly that."""
    return given.content is None and "\0" not in given.spec and _WILD.search(given.spec) is not None and not _exists(given.spec)


def _exists(name: str) -> bool:
    try:
        return os.path.lexists(name)
    except (OSError, ValueError):
        return False


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The pages of each path that fits; InputError when none does."""
    path = Path(given.spec)
    parts = path.parts[1:] if path.is_absolute() else path.parts
    empty = True
    for found in _fitting(Path(path.anchor), parts):
        # with `**` the files below a folder fit by themselves, so the folder would bring them twice
        if "**" not in parts or not found.is_dir():
            empty = False
            yield from _given.items(Given(spec=str(found)), options)
    if empty:
        raise InputError("fits no file; * stands for any part of a name, ** for any folders between.")


def _fitting(folder: Path, parts: Sequence[str]) -> Iterator[Path]:
    """Paths below a folder that the parts of a pattern fit, one folder's names in memory at a time."""
    if not parts:
        yield folder
        return
    part, *rest = parts
    if not _WILD.search(part):
        if _exists(str(folder / part)):
            yield from _fitting(folder / part, rest)
    elif part == "**":
        yield from _fitting(folder, rest)
        for name in _names(folder, "*"):
            if (folder / name).is_dir() and not (folder / name).is_symlink():  # links may lead in a circle
                yield from _fitting(folder / name, parts)
    else:
        for name in _names(folder, part):
            yield from _fitting(folder / name, rest)


def _names(folder: Path, pattern: str) -> list[str]:
    """The names in a folder that fit, hidden ones only when the pattern asks for them; none where it can't be looked into."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return []
    return [name for name in names if fnmatchcase(name, pattern) and (pattern.startswith(".") or not name.startswith("."))]
