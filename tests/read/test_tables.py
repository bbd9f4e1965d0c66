"""Pages laid out in tables."""

import pytest

from facta.read import markup, tables
from tests.read.pages import PARAGRAPHS, TITLE, lines, read

FRAME = "<html><body><table><tr><td>Menu</td><td><font size=2><h1>{title}</h1>{prose}</font></td></tr></table></body></html>"


@pytest.mark.parametrize("prose", ["".join(f"<p>{p}</p>" for p in PARAGRAPHS), "<br><br>".join(PARAGRAPHS)])
def test_prose_in_a_cell_is_the_article(prose: str) -> None:
    """A print view in a table is read like any other page, also where only line breaks part its paragraphs."""
    found = lines(read(FRAME.format(title=TITLE, prose=prose)))
    assert [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)] == found


def test_the_columns_beside_an_article_are_no_part_of_it() -> None:
    """Where only breaks and cells part what an old page says, neither its menu nor its head runs into the article."""
    menu = "<td><a href=a.html>Home</a><br><a href=b.html>Politics</a><br><a href=c.html>Sports</a></td>"
    prose = "<br><br>".join(PARAGRAPHS)
    story = f"<td><font size=4><b>{TITLE}</b></font><br><i>By Ada Lo</i><br><i>March 22, 2024</i><br><br>{prose}<br><br></td>"
    head = "<tr><td colspan=2><font size=5><b>The Harbour Mirror</b></font><br>Saturday, March 23, 2024</td></tr>"
    title = "<head><title>The Harbour Mirror - News</title></head>"
    draft = read(f"<html>{title}<body><table>{head}<tr>{menu}{story}</tr></table></body></html>")
    assert [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)] == lines(draft)
    assert ("The Harbour Mirror", ("Ada Lo",), "2024-03-22") == (draft.site, draft.byline, draft.published)


def test_a_table_of_figures_stays_a_table() -> None:
    """Cells without sentences are not unfolded."""
    tree, _ = markup.parse("<html><body><table>" + "<tr><td>Wheat</td><td>1,200</td></tr>" * 50 + "</table></body></html>")
    assert not tables.unfold(tree)
    assert 1 == len(list(tree.iter("table")))


def test_bare_text_keeps_its_order_and_its_links() -> None:
    """Paragraphs made of bare text stand where they stood among the others."""
    text = f"{PARAGRAPHS[0]} <a href='/x'>More</a>.<br><br>{PARAGRAPHS[1]}<p>In between.</p>{PARAGRAPHS[2]}"
    tree, _ = markup.parse(f"<html><body><table><tr><td>{text}</td></tr></table></body></html>")
    tables.unfold(tree)
    assert [f"{PARAGRAPHS[0]} More.", PARAGRAPHS[1], "In between.", PARAGRAPHS[2]] == markup.paragraphs(tree).split("\n\n")
