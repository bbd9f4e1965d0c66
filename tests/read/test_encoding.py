"""Bytes of a page to its text."""

import codecs
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.errors import InputError
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


@pytest.mark.parametrize("read", [encoding.decode, encoding.decode_text])
@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("ISO-8859-1", "cp1252", "“We won’t,” he said – twice."),
        ("iso8859_1", "cp1252", "“We won’t,” he said – twice."),
        ("iso-8859-9", "cp1254", "“Görüşmeler sürüyor” dedi."),
        ("x-sjis", "cp932", "①号機は「高い」"),
        ("ks_c_5601-1987", "cp949", "똠방각하"),
        ("gb2312", "gb18030", "朱镕基总理"),
        ("logical", "iso8859-8", "שלום"),
        ("x-mac-cyrillic", "mac-cyrillic", "Россия"),
    ],
)
def test_labels_mean_on_the_web_what_browsers_read(read, label: str, codec: str, text: str) -> None:
    """The larger set that pages use under an older name, for markup and for plain text alike."""
    assert text == read(text.encode(codec), label)


def test_every_label_names_a_codec() -> None:
    """What the table of labels says can be decoded; no label stands twice."""
    table = tomllib.loads(files("facta.read").joinpath("encodings.toml").read_text("utf-8"))
    assert {name for name in table if codecs.lookup(name).name in ("idna", "hex")} == set()
    labels = [label for labels in table.values() for label in labels]
    assert sorted(set(labels)) == sorted(labels)


def test_plain_text_declares_nothing_within() -> None:
    """A text that only speaks of a declaration is no page that makes one."""
    text = "Write <meta charset=koi8-r> – or don’t."
    assert text == encoding.decode_text(text.encode("cp1252"))


def test_only_a_page_is_read_at_any_price() -> None:
    """A text of which nobody can tell the encoding is refused, since every offset would count in rubbish."""
    data = bytes(range(128, 256)) * 8
    assert encoding.decode(data)
    with pytest.raises(InputError, match="save it as UTF-8"):
        encoding.decode_text(data)


@pytest.mark.parametrize("read", [encoding.decode, encoding.decode_text])
def test_the_first_curly_mark_may_come_late(read) -> None:
    """Behind more ASCII than is sampled, bytes of another encoding are still no UTF-8 and still guessed."""
    text = "The ministers met again. " * 12_000 + "“We won’t accept it,” one of them said – and left."
    assert len(text) > encoding.SAMPLE
    assert text == read(text.encode("cp1252"))


@pytest.mark.parametrize("read", [encoding.decode, encoding.decode_text])
def test_ascii_is_no_utf_16(read) -> None:
    """A text of an even number of ASCII bytes is not made Chinese by a server that says so."""
    assert "Two by two" == read(b"Two by two", "utf-16")
    assert "Россия" == read("Россия".encode("utf-16-le"), "utf-16")


TWICE = "Zoë Müller: “We won’t go to Tiranë,” he said — “not now.”"


def twice(text: str) -> str:
    """As programs write it that take UTF-8 for Windows-1252; the holes of that are lost on the way."""
    return text.encode().decode("cp1252", "replace")


def test_a_page_that_was_encoded_twice_is_mended() -> None:
    """All of its characters, the closing quotation mark too, of which a byte is lost."""
    assert "â€œWe wonâ€™t" in twice(TWICE)
    assert TWICE == encoding.undoubled(twice(TWICE))


@pytest.mark.parametrize(
    "text",
    [
        TWICE,
        "Er schrieb „Ã¼“, „Ã¶“, „Ã¤“ statt „ü“, „ö“, „ä“: größere Übel für Köln.",
        "Ã© and â€™ are signs of it.",
        "Straß” Ö–",
    ],
)
def test_a_text_that_was_not_is_left_as_it_is(text: str) -> None:
    """Also one that tells of such letters, or where a letter stands before a mark by chance."""
    assert text == encoding.undoubled(text)
