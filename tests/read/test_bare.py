"""Prose that stands bare before paragraphs."""

import pytest
from lxml import html

from facta.read import bare
from tests.read.pages import PARAGRAPHS, TITLE, lines, read


@pytest.mark.parametrize("start", [PARAGRAPHS[0], f"<b>{PARAGRAPHS[0][:30]}</b>{PARAGRAPHS[0][30:]}", f"<i>{PARAGRAPHS[0]}</i>"])
@pytest.mark.parametrize("block", ["div", "section", "article"])
def test_a_first_paragraph_without_an_element_of_its_own_is_read(start: str, block: str) -> None:
    """An article's opening that only its block holds is no less a paragraph than those after it."""
    rest = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[1:])
    draft = read(f"<html><body><h1>{TITLE}</h1><{block}>{start}{rest}</{block}></body></html>")
    assert [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)] == lines(draft)


@pytest.mark.parametrize(
    "start", ["Ankara", "<a href='/a'>All that we have reported of the talks in Ankara until this morning</a>"]
)
def test_labels_and_links_before_paragraphs_stay_as_they_are(start: str) -> None:
    """What is short, or leads elsewhere, is no part of the text."""
    source = f"<div>{start}<p>{PARAGRAPHS[0]}</p></div>"
    tree = html.fromstring(f"<html><body>{source}</body></html>")
    bare.wrap(tree)
    assert 1 == len(tree.findall(".//p"))
