import pytest

TEXT = "Minister Müller sagte: „Wir hätten größere Büros für die Grüße.“\r\nSchöne Straße, übrigens – çà et là.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a"])
def test_a_text_is_decoded_and_otherwise_unchanged(make, opened, name, encoding):
    """Line ends stay as they are and only a byte order mark goes."""
    (page,) = opened(make(name, TEXT.encode(encoding)))
    assert ("text", TEXT, None) == (page.form, page.data, page.id)


def test_a_few_broken_bytes_do_not_turn_utf8_into_something_else(make, opened):
    """What is sound stays sound; what is broken shows as U+FFFD."""
    (page,) = opened(make("a.txt", TEXT.encode().replace("ß".encode(), b"\xff", 1)))
    assert TEXT.replace("ß", "\ufffd", 1) == page.data


def test_a_short_english_text_of_an_old_windows_keeps_its_quotation_marks(make, opened):
    """The commonest case of an undeclared encoding in our field: English in cp1252."""
    text = "“We won’t accept it,” the minister said – and left."
    assert text == opened(make("a.txt", text.encode("cp1252")))[0].data


def test_a_stray_zero_byte_is_part_of_the_text(make, opened):
    """It is neither dropped, which would shift offsets, nor does it make the file binary."""
    assert "One.\0 Two and three and four." == opened(make("a.txt", "One.\0 Two and three and four."))[0].data


@pytest.mark.parametrize("name", ["list.xml", "list"])
def test_xml_that_is_no_page_is_named(make, opened, messages, name):
    """A catalogue is not a text with many angle brackets."""
    assert ["is XML but no HTML page, feed or sitemap; facta reads"] == [
        m[:53] for m in messages(opened(make(name, '<?xml version="1.0"?><catalogue/>')))
    ]
