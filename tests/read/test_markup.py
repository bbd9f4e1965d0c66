"""A parsed tree within bounds, and the paragraphs of its elements."""

import pytest

from facta.errors import InputError
from facta.read import markup


def body(source: str) -> str:
    tree, _ = markup.parse(f"<html><body>{source}</body></html>")
    return markup.paragraphs(tree)


def test_blocks_and_double_breaks_part_paragraphs() -> None:
    """A paragraph ends where a block does or where two line breaks stand together; a single one stays in it."""
    assert "One two.\n\nThree\nfour.\n\nFive." == body("<p>One <b>two</b>.</p>Three<br>four.<br>\n<br>Five.")


def test_scripts_forms_and_hidden_parts_have_no_text() -> None:
    """What a reader doesn't see is not read, but the text after it is."""
    assert "Before after." == body("<p>Before <script>x()</script><button>Reply</button>after.</p>")


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    """Unclosed elements, stray ends, control characters and lone surrogates never stop a page."""
    assert "One.\n\nTwo \ufffd." == body("</div><p>One.<p>T\x00wo <b><i>\ud800.")


def test_nesting_beyond_the_bound_is_reported() -> None:
    """A page nested without end is read to the bound in bounded time, and says that it was cut."""
    tree, cut = markup.parse("<html><body><p>First.</p>" + "<div>" * 10_000 + "<p>Deep.</p>")
    assert "First." == markup.paragraphs(tree)
    assert cut is not None


def test_nothing_at_all_is_refused() -> None:
    """A source without any markup or text is no page."""
    with pytest.raises(InputError):
        markup.parse(b"<!-- only a comment -->")


def test_very_long_names_name_nothing() -> None:
    """A class or an id of thousands of characters is dropped before any pattern is tried on it."""
    tree, _ = markup.parse(f"<html><body><p class='{'x ' * 5000}' id='a'>One.</p></body></html>")
    assert {"id": "a"} == dict(tree.find(".//p").attrib)
