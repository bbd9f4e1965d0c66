"""What something is, from its first bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.read.sources import _looks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><p>", True),
        ("\ufeff\n<HTML lang='en'>", True),
        ("<?xml version='1.0'?><!-- a --><html>", True),
        ("<p>One.</p>", True),
        ("<people>One</people>", False),
        ("<rss>", False),
        ("Less < more", False),
        ("", False),
    ],
)
def test_html_begins_with_one_of_its_elements(text, expected):
    """Behind marks, comments and white space."""
    assert expected == _looks.html(text)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"<rss>", "rss"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE x [<!ENTITY y '>'>]><a:feed xmlns:a=''>", "feed"),
        ("<urlset>".encode("utf-16"), "urlset"),
        (b"<!-- no end", ""),
        (b"<rss", ""),
        (b"words", ""),
        (b"", ""),
    ],
)
def test_the_root_of_a_list_is_its_first_element(head, expected):
    """In any encoding; nothing that is cut off."""
    assert expected == _looks.root(head)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"BM sends the envoys home", None),
        (b"BM\x00\x01\x02\x03\x00\x00", "a BMP image"),
        (b"PK\x03\x04xl/", "a ZIP archive"),
        (b"PK\x03\x04[Content_Types].xml word/", "a Word document (DOCX); save it as plain text or HTML"),
        (b"%PDF-1.7", "a PDF; save its text as .txt (pdftotext does that)"),
        ("Für uns".encode("latin-1"), None),
        ("One.".encode("utf-16"), None),
        (b"", None),
    ],
)
def test_a_binary_file_is_called_by_its_name(head, expected):
    """Two letters that also begin sentences need company."""
    assert expected == _looks.binary(head)


def test_pages_may_be_in_an_archive_but_not_in_a_document():
    """Which is one within."""
    heads = (b"PAR1", b"WARC/1.1", b"PK\x03\x04news/", b"PK\x03\x04[Content_Types].xml xl/", b"%PDF-1.7")
    assert [True, True, True, False, False] == [_looks.holds_pages(head) for head in heads]


@given(st.binary(max_size=40), st.text("<>!?-[]/ ahtml\n", max_size=40))
def test_no_bytes_do_harm(data, text):
    """Whatever they are."""
    _looks.binary(data)
    _looks.root(data)
    assert isinstance(_looks.html(text) or _looks.xml(text), bool)
    assert isinstance(_looks.root(text.encode()), str)
