"""The bytes of a source, unpacked once."""

import bz2
import gzip
import io
import lzma

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.errors import InputError
from facta.read.sources._content import BOMB, HEAD, Content, bare, is_bomb

PACKS = (bytes, gzip.compress, bz2.compress, lzma.compress)


@given(st.binary(max_size=300), st.sampled_from(PACKS), st.integers(1, 50))
def test_bytes_come_through_however_they_are_packed_and_read(data, pack, size):
    """In pieces of any size; the head was looked at and is read again."""
    content = Content(io.BytesIO(pack(b"x" + data)))
    assert content.head == (b"x" + data)[:HEAD]
    pieces = list(iter(lambda: content.read(size), b""))
    assert (b"x" + data, None) == (b"".join(pieces), content.damage)


@pytest.mark.parametrize("pack", PACKS[1:])
def test_a_cut_end_reads_like_the_end_and_is_told(pack):
    """What stands before it is not lost."""
    content = Content(io.BytesIO(pack(bytes(range(256)) * 900)[:-20]))
    assert bytes(range(256)).startswith(content.read(200))
    with pytest.raises(InputError, match="is cut off in the middle; get it again"):
        content.whole()


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf \n", b"\xff\xfe"])
def test_white_space_alone_is_empty(data):
    """In any width."""
    with pytest.raises(InputError, match="is empty"):
        Content(io.BytesIO(data)).whole()


def test_a_source_may_have_a_size_of_its_own():
    """Up to it, all is read."""
    assert b"12345" == Content(io.BytesIO(b"12345")).whole(5, "a feed")
    with pytest.raises(InputError, match="is larger than 4 bytes, the limit of a feed"):
        Content(io.BytesIO(b"12345")).whole(4, "a feed")


@pytest.mark.parametrize(
    ("packed", "unpacked", "free", "expected"),
    [(1, 100, 100, False), (1, 101, 100, False), (1, BOMB + 1, 100, True), (10, 10 * BOMB, 0, False), (0, 1, 0, True)],
)
def test_a_bomb_unpacks_to_more_than_any_honest_source(packed, unpacked, free, expected):
    """What nobody minds is free."""
    assert expected == is_bomb(packed, unpacked, free)


@pytest.mark.parametrize(
    ("name", "expected"), [("A.HTML.GZ", "a.html"), ("a.zst", "a"), ("a.gz.gz", "a.gz"), ("a.zip", "a.zip"), ("", "")]
)
def test_a_name_is_bared_of_one_compression(name, expected):
    """In small letters."""
    assert expected == bare(name)


def test_somebody_elses_bytes_are_left_open():
    """Ours are closed."""
    theirs, ours = io.BytesIO(b"x"), io.BytesIO(b"x")
    Content(theirs, owned=False).close()
    Content(ours).close()
    assert (False, True) == (theirs.closed, ours.closed)
