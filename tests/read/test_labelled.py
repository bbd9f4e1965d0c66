"""Labels that official pages print above a text are none of it."""

import pytest

from facta.read import labelled, plain
from tests.read.pages import PARAGRAPHS, TITLE, lines, page, read

TWO_LINES = [
    "From:",
    "Foreign, Commonwealth & Development Office",
    "Published",
    "11 January 2023",
    "Last updated:",
    "12 January 2023",
]
ONE_LINE = [
    "From: Foreign, Commonwealth & Development Office",
    "Published: 11 January 2023",
    "Location: Ankara",
    "Applies to: England",
]


@pytest.mark.parametrize("labels", [TWO_LINES, ONE_LINE])
def test_labels_above_the_paragraphs_of_a_page_are_left_out(labels: list[str]) -> None:
    """And the day that one of them tells is still the page's."""
    told = "".join(f"<p>{line}</p>" for line in labels)
    draft = read(page().replace(f"<p>{PARAGRAPHS[0]}", f"{told}<p>{PARAGRAPHS[0]}"))
    assert [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)] == lines(draft)


@pytest.mark.parametrize("labels", [TWO_LINES, ONE_LINE])
def test_labels_above_a_text_stay_in_it_and_are_no_part_of_the_article(labels: list[str]) -> None:
    """Neither dek nor body; the text is what it was, since offsets count in it."""
    text = "\n\n".join([TITLE, *labels, *PARAGRAPHS])
    draft = plain.read(text)
    assert (text, "2023-01-11") == (draft.text, draft.published)
    kinds = {text[p.start : p.end]: p.kind for p in draft.parts}
    assert {"headline"} == {kinds[TITLE]}
    assert {"other"} == {kinds[line] for line in labels}
    assert {"body"} == {kinds[line] for line in PARAGRAPHS}


@pytest.mark.parametrize(
    "lines",
    [
        ["From: the border to the sea, all is quiet."],
        ["From Ankara to Kyiv", "They travelled by train"],
        ["Published", "They met."],
        [*["They met."] * labelled.TOP, "Location: Ankara"],
        ["Location: " + "a long way off " * 20],
    ],
)
def test_sentences_other_lines_and_what_stands_further_down_are_no_labels(lines: list[str]) -> None:
    """A label has a colon, or a day below it; its value is short and no sentence."""
    assert frozenset() == labelled.above(lines)


def test_a_label_without_a_value_takes_no_sentence_with_it() -> None:
    """The first paragraph stays."""
    assert {0} == labelled.above(["From:", "They met in Ankara on Monday."])
