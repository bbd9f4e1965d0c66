"""A ZIP of pages, or a WACZ (a ZIP with a web archive in it): every file within, unpacked while it is read."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, cast

from facta.errors import InputError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _given, _looks, folder, warc
from facta.read.sources._content import BOMB, Content, Stream, bare, is_bomb, max_bytes
from facta.read.sources._given import Given

ORDER = 45
SUFFIXES = (".zip", ".wacz")

MAX_LIST = 16_000_000
"""Bytes of an archive's list of files, held in memory at some 1.5 kB a file; enough for 150,000 names of usual length."""
_BROKEN = (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OverflowError, EOFError)
_DAMAGED = (*_BROKEN, OSError, RuntimeError, zlib.error, lzma.LZMAError)
"""What the first bytes of a file within may fail with."""
_LAST, _LAST_MOST, _LAST_MARK, _LARGE_MARK = 22, 22 + 0xFFFF + 76, b"PK\x05\x06", b"PK\x06\x07"
"""An archive's last record: its size alone, with the longest comment and ZIP64's records; source: APPNOTE 4.3.14 to 4.3.16."""
_WEB_ARCHIVE = "archive/"
"""Where a WACZ keeps its WARC files; source: the WACZ specification 1.1.1, section 5."""
_ENCRYPTED = 0x1
_FOREIGN = ("__MACOSX",)


def claims(given: Given, options: Options) -> bool:
    """By content, or by a name that then is told to be wrong."""
    return given.content is not None and (given.opened.head.startswith(_looks.ZIP) or given.name.endswith(SUFFIXES))


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The pages of its files in the order of names; InputError when it can't be opened or holds none."""
    if given.opened.file is None:
        raise InputError("is a ZIP archive, which is read from its end; save it as a file of its own, or unpack it.")
    if _list_size(given.opened.file) > MAX_LIST:
        raise InputError(f"lists more files than one archive may ({MAX_LIST:,} bytes of names); unpack it and give the folder.")
    try:
        archive = zipfile.ZipFile(given.opened.file)
    except _BROKEN:
        raise InputError(
            "is no whole ZIP archive: the list of its files, which stands at the end, is missing; get it again."
        ) from None
    with archive:
        members = _members(archive)
        if not members:
            raise InputError(f"holds no page; {_given.taken()}, a ZIP within a ZIP too.")
        for member in members:
            yield from _pages(archive, member, given, options)


def _list_size(file: IO[bytes]) -> int:
    """What the archive says of the size of its list, looked up where Python's own reader does before it reads the list."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _LAST_MOST))
    tail = file.read()
    bare_end = tail[-_LAST:].startswith(_LAST_MARK) and tail.endswith(b"\0\0")  # no comment follows
    at = len(tail) - _LAST if bare_end else tail.rfind(_LAST_MARK)
    large = tail[max(0, at - 76) : max(0, at)]
    found = large[40:48] if large[56:60] == _LARGE_MARK else tail[at + 12 : at + 16] if at >= 0 else b""
    return int.from_bytes(found, "little")


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files that are read: of a WACZ its WARCs, else what a folder would give."""
    listed = archive.infolist()
    if sum(member.compress_size for member in listed) > archive.start_dir:
        raise InputError("lists more bytes than it has: its files overlap, as only a compression bomb's do.")
    files = sorted((member for member in listed if not member.is_dir()), key=lambda member: member.filename)
    crawled = [m for m in files if m.filename.startswith(_WEB_ARCHIVE) and bare(m.filename).endswith(warc.SUFFIXES)]
    if crawled and "datapackage.json" in archive.NameToInfo:
        return crawled
    companions = {
        str(path.with_name(path.stem + ending))
        for path in (PurePosixPath(member.filename) for member in files)
        if _given.is_taken(path.name)
        for ending in folder.COMPANIONS
    }
    return [member for member in files if _is_page(PurePosixPath(member.filename), companions)]


def _is_page(path: PurePosixPath, companions: set[str]) -> bool:
    hidden = any(part.startswith((".", *_FOREIGN)) and part != ".." for part in path.parts)
    beside = any(str(above) in companions for above in path.parents)
    return not hidden and not beside and _given.is_taken(path.name) and not bare(path.name).endswith(SUFFIXES)


def _pages(archive: zipfile.ZipFile, member: zipfile.ZipInfo, given: Given, options: Options) -> Iterator[Raw | Failure]:
    spec = f"{given.spec}#{member.filename}"
    try:
        with _open(archive, member) as content:
            content.check()
            yield from _given.items(
                Given(
                    spec=spec,
                    key_source=f"{given.key_source}#{member.filename}",
                    name=bare(PurePosixPath(member.filename).name),
                    content=content,
                ),
                options,
            )
    except InputError as error:
        yield Failure(source=spec, message=str(error))


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Content:
    if member.flag_bits & _ENCRYPTED:
        raise InputError("is encrypted; unpack the archive with its password and give the folder.")
    if is_bomb(member.compress_size, member.file_size, 2 * max_bytes()):
        raise InputError(f"unpacks to more than {BOMB} times its size (a compression bomb), so it is not read.")
    try:
        return Content(cast(Stream, archive.open(member)))
    except _DAMAGED as error:
        raise InputError(f"can't be unpacked ({error}); get the archive again.") from None
