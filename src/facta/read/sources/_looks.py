"""Tells from the first bytes what something is, so that a wrong file gets a sentence about itself and not garbage as its text."""

import re

from facta.read import encoding

ZIP, PARQUET, WARC = b"PK\x03\x04", b"PAR1", b"WARC/"

_MAGIC = (
    (b"%PDF-", "a PDF; save its text as .txt (pdftotext does that)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM", "a BMP image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as plain text"),
    (b"{\\rtf", "an RTF document; save it as plain text"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it and give the folder"),
    (b"Rar!", "a RAR archive; unpack it and give the folder"),
    (b"\x1f\x8b", "compressed twice (gzip); unpack it once"),
    (b"BZh", "compressed twice (bzip2); unpack it once"),
    (b"\xfd7zXZ", "compressed twice (xz); unpack it once"),
    (b"\x28\xb5\x2f\xfd", "compressed twice (Zstandard); unpack it once"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (PARQUET, "a Parquet file"),
    (b"ARROW1", "an Arrow file; export it as CSV or JSONL"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound file"),
    (b"\x00\x00\x01\x00", "an icon"),
)
"""First bytes and what they mean; source: the formats' own specifications, as the `file` command knows them."""

_INSIDE = (
    (8, b"DUCK", "a DuckDB database; ask it with `facta events --store FILE`"),
    (4, b"ftyp", "a video file"),
    (8, b"WEBP", "a WebP image"),
    (257, b"ustar", "a TAR archive; unpack it and give the folder"),
)
_TYPES = b"[Content_Types].xml"
_ZIPPED = (
    ((_TYPES, b"word/"), "a Word document (DOCX); save it as plain text or HTML"),
    ((_TYPES, b"xl/"), "an Excel workbook (XLSX); export it as CSV"),
    ((_TYPES, b"ppt/"), "a PowerPoint file (PPTX)"),
    ((b"mimetypeapplication/epub",), "an e-book (EPUB)"),
    ((b"mimetypeapplication/vnd.oasis.opendocument",), "an OpenDocument file; save it as plain text or HTML"),
)
"""Documents that are ZIP archives within; source: ECMA-376 part 2, EPUB OCF 3.3 and ODF 1.3, which put these first."""
_SHORT_MAGIC = 2
_TAGS = "html|head|body|article|section|main|div|p|h1|title|meta|link|script|style|table|header|nav|span"
_HTML = re.compile(rf"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|(?:{_TAGS})(?:\s[^>]*)?/?>)", re.I | re.S)
_SPACE = "\ufeff \r\n\t"
_BEFORE_ROOT = (("<?", "?>"), ("<!--", "-->"), ("<!", ">"))
_ELEMENT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)[\s/>]")
_MIME = re.compile(rb"(?:[!-9;-~]+:.*\n(?:[ \t]+.*\n)*){1,100}", re.I)
_MULTIPART = re.compile(rb"^Content-Type:\s*multipart/", re.I | re.M)


def binary(head: bytes) -> str | None:
    """What the first bytes belong to if not to text, for a sentence "is ..."; None for text of any encoding."""
    if head.startswith(ZIP):
        return _zipped(head) or "a ZIP archive"
    known = next((what for at, mark, what in _INSIDE if head[at:].startswith(mark)), None) or _by_magic(head)
    return known or ("a binary file" if encoding.is_binary(head) else None)


def is_mime(head: bytes) -> bool:
    """Whether these are the first bytes of a mail, or of a page saved like one, that holds several parts.

    >>> is_mime(b"MIME-Version: 1.0\\nContent-Type: multipart/related; boundary=x\\n\\n"), is_mime(b"A: b\\n\\nMIME-Version: 1.0")
    (True, False)
    """
    found = _MIME.match(head[:8192])
    return found is not None and b"mime-version:" in found[0].lower() and _MULTIPART.search(found[0]) is not None


def holds_pages(head: bytes) -> bool:
    """Whether these are the first bytes of a file that pages may be in, whatever else is: Parquet, a ZIP that is no document.

    Between the pages of a web archive stand pictures, and among the parts of a page saved like a mail.
    """
    return head.startswith((PARQUET, WARC)) or (head.startswith(ZIP) and _zipped(head) is None) or is_mime(head)


def _zipped(head: bytes) -> str | None:
    return next((what for marks, what in _ZIPPED if all(mark in head for mark in marks)), None)


def _by_magic(head: bytes) -> str | None:
    for magic, what in _MAGIC:
        # two letters also begin sentences, so they need the company of bytes that no text has
        if head.startswith(magic) and (len(magic) > _SHORT_MAGIC or encoding.controls(head) > 0.01):
            return what
    return None


def html(text: str) -> bool:
    """Whether a text starts like an HTML page or a piece of one."""
    return _HTML.match(text.lstrip("\ufeff")) is not None


def xml(text: str) -> bool:
    """Whether a text starts like XML that is not HTML."""
    return text.lstrip(_SPACE).startswith("<?xml") and not html(text)


def root(head: bytes) -> str:
    """The local name of the first element of an XML text; empty when it doesn't start with one.

    >>> root(b'<?xml version="1.0"?><!-- news --><!DOCTYPE x [<!ENTITY y "z">]> <s:urlset xmlns:s="">')
    'urlset'
    """
    # names of elements are ASCII, so that of the encodings only the wide ones matter
    text, at = head.decode(encoding.marked(head) or "latin-1", "replace"), 0
    while True:
        while at < len(text) and text[at] in _SPACE:
            at += 1
        ending = next((end for start, end in _BEFORE_ROOT if text.startswith(start, at)), None)
        if ending is None:
            found = _ELEMENT.match(text, at)
            return found[1] if found else ""
        if ending == ">" and 0 <= text.find("[", at) < text.find(">", at):
            ending = "]>"
        at = text.find(ending, at) + len(ending)
        if at < len(ending):
            return ""
