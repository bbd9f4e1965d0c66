"""A parsed tree within bounds, and the paragraphs of its elements."""

import pytest
from lxml import etree, html

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


def test_a_tag_of_thousands_of_attributes_is_refused() -> None:
    """With values or without, in quotes that hold an end or not; a script or a long value is no such tag."""
    for mark in ("a{}=1 ", "a{} ", "a{}='>' ", 'a{}=""'):
        with pytest.raises(InputError, match="attributes"):
            markup.parse("<p " + "".join(mark.format(n) for n in range(3_000)) + ">x")
    assert "x" == body(f"<p title='{'a=1 ' * 3_000}'>x</p><script>if(a<b){'a=1; ' * 3_000}</script><!-- <p {'a=1 ' * 3_000} -->")


def test_deep_wrappers_are_taken_out() -> None:
    """Text in hundreds of levels keeps its order and, where paragraphs are not themselves too deep, its paragraphs."""
    tree, _ = markup.parse("<html><body>" + "<b><i>" * 300 + "<p>One <u>two</u>.</p><p>Three.</p>" + "<div>" * 900 + "Four.")
    markup.flatten(tree)
    assert ["One two.", "Three.", "Four."] == list(markup.text_pieces(tree))
    assert max(sum(1 for _ in e.iterancestors()) for e in tree.iter()) <= 2 * markup.MAX_DEPTH + 1


def test_a_line_is_bounded() -> None:
    """An element that holds too much is no line, so that headings in headings cost no time."""
    tree, _ = markup.parse("<html><body><h1>" + "<i>x</i>" * 3_000 + "</h1></body></html>")
    assert ("", "x") == (markup.line(tree.find(".//h1")), markup.line(tree.find(".//i")))


class Counted(html.HtmlElement):
    """An element that counts the characters put after it."""

    written = 0

    @property
    def tail(self) -> str | None:
        return super().tail

    @tail.setter
    def tail(self, text: str | None) -> None:
        Counted.written += len(text or "")
        html.HtmlElement.tail.__set__(self, text)  # type: ignore[attr-defined]


def test_text_between_cut_elements_is_written_once() -> None:
    """However many siblings go, no text is copied again for each of them."""
    parser = html.HTMLParser()
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=Counted))
    tree = html.document_fromstring("<p>a</p>" + "<div>x</div>tail " * 500, parser=parser)
    Counted.written = 0
    markup.cut(*tree.findall(".//div"))
    assert ("a" + "tail " * 500, 500 * len("tail ")) == (tree.text_content(), Counted.written)


def test_cutting_leaves_all_text_in_its_order() -> None:
    """First and last ones, ones inside others, in whatever order they are named."""
    tree, _ = markup.parse("<html><body>0<b>x</b>1<i>y<u>z</u>w</i>2<p>3<b>x</b></p><u>v</u>4</body></html>")
    found = tree.findall(".//u") + tree.findall(".//i") + tree.findall(".//b")
    markup.cut(*found, *found)
    assert "01234" == tree.text_content()
    markup.cut(tree)
    assert "01234" == tree.text_content()


def test_a_large_page_may_have_fewer_levels() -> None:
    """Elements times levels are bounded, since extraction reads a text again on every level around it."""
    deep = "<div>" * 150 + "x" + "</div>" * 150
    for more, levels in ((0, 152), (30_000, 2 * markup.MIN_DEPTH + 2)):
        tree, _ = markup.parse(f"<html><body>{deep}{'<i>y</i>' * more}</body></html>")
        markup.flatten(tree)
        assert levels == max(sum(1 for _ in e.iterancestors()) for e in tree.iter()) + 1


def test_a_line_reads_breaks_and_blocks_as_blanks() -> None:
    """And inline elements as nothing at all; what no reader sees is left out."""
    tree, _ = markup.parse("<html><body><p>A<b>d</b>a<br>Lo</p><div><p>One</p><p>two</p><script>x</script></div></body></html>")
    assert ["Ada Lo", "One two"] == [markup.line(tree.find(".//body")[n]) for n in (0, 1)]


def test_signs_that_readers_do_not_see_are_no_part_of_words() -> None:
    """Soft hyphens and blanks without width go from words of Latin letters, but not from between those of Thai."""
    tree, _ = markup.parse("<p>The for&shy;eign min\u00adister of Kam&#8203;pala <b>was</b> there\u2060.</p><p>รัฐ\u200bมนตรี</p>")
    assert ["The foreign minister of Kampala was there.", "รัฐ\u200bมนตรี"] == list(markup.text_pieces(tree))
