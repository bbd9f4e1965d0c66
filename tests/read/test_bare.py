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


OWN = [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)]


@pytest.mark.parametrize(
    "content",
    [
        f"<center>{PARAGRAPHS[0]}</center><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>",
        f"<section>{PARAGRAPHS[0]}<section>{PARAGRAPHS[1]}</section>{PARAGRAPHS[2]}</section>",
        "".join(f"<span style='margin: 0; display: block'>{p}</span>" for p in PARAGRAPHS),
        f"<news-body>{''.join(f'<news-text>{p}</news-text>' for p in PARAGRAPHS)}</news-body>",
    ],
)
def test_blocks_by_other_names_are_paragraphs(content: str) -> None:
    """They are not lost, and do not run into one another."""
    assert OWN == lines(
        read(f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{content}</div></body></html>")
    )


def test_elements_of_other_names_within_a_paragraph_stay_in_it() -> None:
    """Be they ever so long."""
    told = "".join(f"<p>{p[:10]}<x-note>{p[10:90]}</x-note><span style='display:block'>{p[90:]}</span></p>" for p in PARAGRAPHS)
    tree = html.fromstring(f"<html><body><div>{told}</div></body></html>")
    bare.wrap(tree)
    assert len(PARAGRAPHS) == len(tree.findall(".//p"))


def test_a_preformatted_text_has_the_paragraphs_between_its_empty_lines() -> None:
    """With the headline, the day and the broken lines of a telegram."""
    told = "\n \n".join(
        [TITLE, "Ankara, 7 June 2024", *(f"{p[:60].rpartition(' ')[0]}\n{p[:60].rpartition(' ')[2]}{p[60:]}" for p in PARAGRAPHS)]
    )
    draft = read(f"<html><head><title>Press Release</title></head><body><pre>{told}</pre></body></html>")
    assert OWN == lines(draft)
    assert "2024-06-07" == draft.published


def test_code_is_left_as_it_is() -> None:
    """Lines of a program are no prose."""
    tree = html.fromstring("<html><body><pre>for day in week:\n\n    print(day)</pre></body></html>")
    bare.part(tree)
    assert tree.find(".//pre") is not None
