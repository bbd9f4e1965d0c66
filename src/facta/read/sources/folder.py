"""A folder: every page-like file in it and below, in the order of names, whatever else lies beside them.

Feeds and sitemaps are passed over, since they lead to the network, where nobody is taken who did not ask for it.
"""

from collections.abc import Iterator
from pathlib import Path

from facta.errors import InputError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _given, feed, sitemap
from facta.read.sources._content import Content, bare
from facta.read.sources._given import Given
from facta.read.sources._listing import NAMED

ORDER = 30
SUFFIXES = ()

COMPANIONS = ("_files", "-Dateien", "_fichiers", "_archivos")
"""What browsers add to a page's name for the folder of its images and frames (English, German, French, Spanish)."""
LOOKED_AT = 50
"""Files of a folder without pages, called as lists are, that are looked into: it may hold thousands of other JSON files."""
_LISTS = (("feed", feed), ("sitemap", sitemap))


def claims(given: Given, options: Options) -> bool:
    """A path that is a folder."""
    return given.content is None and bool(given.spec) and "\0" not in given.spec and Path(given.spec).is_dir()


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The pages of its files; InputError when it holds none, which names a feed or sitemap that it does hold."""
    empty, lists = True, list[Path]()
    for found in _files(Path(given.spec), set()):
        if isinstance(found, Failure):
            empty = False
            yield found
        elif _given.is_taken(found.name):
            empty = False
            yield from _given.items(Given(spec=str(found)), options)
        elif len(lists) < LOOKED_AT and bare(found.name).endswith(NAMED):
            lists.append(found)
    if empty:
        passed = next((f"{what} {str(path)!r}" for path in lists if (what := _list(path, options))), None)
        if passed:
            raise InputError(
                f"holds no page, but the {passed}, which leads to the network; name that itself to have it followed."
            )
        raise InputError(f"holds no page; {_given.taken()}.")


def _list(path: Path, options: Options) -> str | None:
    """What kind of list a file is; None for any other, and for one that can't be read."""
    if not path.is_file():
        return None
    try:
        with Content(path.open("rb")) as content:
            given = Given(spec=str(path), key_source=str(path), name=bare(path.name), content=content)
            return next((what for what, kind in _LISTS if kind.claims(given, options)), None)
    except OSError:
        return None


def _files(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Failure]:
    """All files in the order of names; a folder that several links lead to is walked once, so loops end."""
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
        else:
            yield path
