"""A file of any kind: opens it, or says in one line why that is not possible; what is in it the other kinds tell."""

import os
import re
import stat
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from facta.errors import InputError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _given
from facta.read.sources._content import Content, bare
from facta.read.sources._given import Given

ORDER = 40
SUFFIXES = ()

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}/", re.I)
_STRANGE = (
    (stat.S_ISFIFO, "is a pipe; hand its content over on standard input: facta ... - < PIPE"),
    (stat.S_ISSOCK, "is a socket; facta reads files."),
    (stat.S_ISCHR, "is a device; facta reads files."),
    (stat.S_ISBLK, "is a device; facta reads files."),
)


def claims(given: Given, options: Options) -> bool:
    """Everything that nobody has claimed or opened yet."""
    return given.content is None


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The pages in it; InputError for a file that can't be opened or that is empty or binary."""
    path = Path(given.spec)
    _check(given.spec, path)
    with Content(path.open("rb")) as content:
        content.check()
        yield from _given.items(
            Given(spec=given.spec, key_source=_key_source(path), name=bare(path.name), content=content), options
        )


def _key_source(path: Path) -> str:
    # names that are not valid UTF-8 must neither stop the output nor fall together
    return os.fsencode(path.resolve()).decode("utf-8", "backslashreplace")


def _check(spec: str, path: Path) -> None:
    if not spec or "\0" in spec:
        raise InputError("is not the name of a file.")
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(_missing(spec, path)) from None
    except UnicodeEncodeError:
        raise InputError("is not the name of a file.") from None
    for is_strange, what in _STRANGE:
        if is_strange(mode):
            raise InputError(what)


def _missing(spec: str, path: Path) -> str:
    if path.is_symlink():
        return f"is a link to {str(path.readlink())!r}, which does not exist."
    if _HOST.match(spec):
        return f"does not exist; for a web page write https://{spec}"
    if not path.parent.is_dir():
        return f"does not exist, nor does the folder {str(path.parent)!r}."
    near = get_close_matches(path.name, [there.name for there in path.parent.iterdir()], n=3, cutoff=0.6)
    if near:
        return f"does not exist; near it there is {', '.join(repr(str(path.with_name(name))) for name in near)}."
    return "does not exist."
