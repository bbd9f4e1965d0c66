"""Bytes of a page to its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.read import encoding


def test_the_transport_wins_over_the_page_and_the_page_over_a_guess() -> None:
    """Each declaration is believed if the bytes allow it."""
    page = "<meta charset=windows-1251><p>Россия</p>".encode("cp1251")
    assert "Россия" in encoding.decode(page)
    assert "Россия" in encoding.decode("<meta charset=ascii><p>Россия</p>".encode("koi8-r"), "koi8-r")


def test_byte_order_marks_win_over_all() -> None:
    """A mark at the start tells the encoding, and is no part of the text."""
    assert "é" == encoding.decode("é".encode("utf-8-sig"), "latin-1")
    assert "é" == encoding.decode("é".encode("utf-16"))


@pytest.mark.parametrize("declared", ["no-such-name", "hex", "ascii", "iso-8859-1", "idna"])
def test_a_false_declaration_is_not_believed(declared: str) -> None:
    """Bytes that are plainly UTF-8 are read as that, whatever is declared beside them."""
    assert "Xi’s" == encoding.decode("Xi’s".encode(), declared)


def test_an_encoding_without_high_bytes_is_believed() -> None:
    """Where all bytes are ASCII only the declaration can tell a shifting encoding."""
    assert "日本" == encoding.decode("日本".encode("iso2022_jp"), "iso-2022-jp")


def test_latin_1_means_windows_1252() -> None:
    """Pages that declare Latin-1 use its larger Windows form, with curly quotation marks."""
    assert "“é”" == encoding.decode(b"\x93\xe9\x94", "iso-8859-1")


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    """A broken byte in a long UTF-8 page becomes the replacement character; the rest stays right."""
    data = ("Xi’s visit was long. " * 200).encode()
    assert "Xi’s visit \ufffd" in encoding.decode(data + "Xi’s visit ".encode() + b"\xff", "utf-8")


@given(st.binary(), st.sampled_from([None, "utf-8", "utf-16", "x-none", "\x00", "idna"]))
def test_any_bytes_give_a_text_that_can_be_written(data: bytes, declared: str | None) -> None:
    """Nothing raises, and the cleaned text holds neither control characters nor surrogates."""
    text = encoding.without_controls(encoding.decode(data, declared))
    assert text == text.encode().decode()
    assert "\0" not in text
