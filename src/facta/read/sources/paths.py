"""A list of a crawl's archives, as Common Crawl publishes them (`warc.paths.gz`): those of its segments that lie beside it."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from facta.errors import InputError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _given, warc
from facta.read.sources._content import bare
from facta.read.sources._given import Given
from facta.values.counts import counted

ORDER = 47
SUFFIXES = ()

_NAME = ".paths"
_HOST = "https://data.commoncrawl.org/"
MAX_PATH = 4096
"""Characters of a line; a longer one is no path."""


def claims(given: Given, options: Options) -> bool:
    """By name."""
    return given.content is not None and given.name.endswith(_NAME)


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The pages of each archive that was downloaded, in the order of the list; one Failure counts those that were not."""
    folder = Path(given.key_source).parent
    missing: list[str] = []
    found = 0
    for name in _listed(given):
        path = next((p for p in (folder / name, folder / PurePosixPath(name).name) if p.is_file()), None)
        if path is None:
            missing.append(name)
        else:
            found += 1
            yield from _given.items(Given(spec=str(path)), options)
    if not found and not missing:
        raise InputError("lists no archive: there is no line in it that ends in .warc or .warc.gz.")
    if missing:
        raise InputError(
            f"lists {counted(found + len(missing), 'archive')}, {len(missing)} of which could not be found beside it; get what is"
            f" missing from the crawl, the first at {_HOST}{missing[0]}, and save it in the folder of the list."
        )


def _listed(given: Given) -> Iterator[str]:
    """The paths of archives in the list, none of them leading out of its folder."""
    for line in given.opened.text("utf-8", "\n"):
        path = PurePosixPath(line.strip()) if len(line) <= MAX_PATH else PurePosixPath()
        if bare(path.name).endswith(warc.SUFFIXES) and not path.is_absolute() and ".." not in path.parts:
            yield str(path)
