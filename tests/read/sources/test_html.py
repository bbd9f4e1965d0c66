import pytest


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a.html.txt", "a", "a.php"])
def test_a_page_is_told_by_name_or_content(make, opened, name):
    """Bytes go on as they are, since the encoding may be declared within."""
    content = b'<?xml version="1.0"?>\n<!-- saved --><!DOCTYPE html><html lang="en"><meta charset="latin1"><p>\xe9</p>'
    (page,) = opened(make(name, content))
    assert ("html", content, None) == (page.form, page.data, page.encoding)


def test_pages_in_utf16_are_pages(make, opened):
    """With a mark or without one."""
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        assert "html" == opened(make("saved", "<!doctype html><html><p>Ministers met.</p>".encode(encoding)))[0].form


@pytest.mark.parametrize("text", ["<3 is a heart.", "a < b and <p> is a tag", "<name@host.example> wrote:"])
def test_a_text_with_angle_brackets_is_text(make, opened, text):
    """Only what begins like a page is one."""
    assert "text" == opened(make("a.txt", text))[0].form
