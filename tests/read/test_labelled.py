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


PERSON = "<a href='/government/people/ada-lo'>Ada Lo</a>"
OFFICE = "<a href='/government/organisations/foreign-office'>Foreign Office</a>"
DAY = "11 January 2023"


def listed(*rows: tuple[str, str], form: str = "<dt>{}</dt><dd>{}</dd>", around: str = "<dl>{}</dl>") -> str:
    return around.format("".join(form.format(*row) for row in rows))


ROWS = (("From", f"{OFFICE} and {PERSON}"), ("Published", DAY), ("Last updated", "12 January 2023"))


@pytest.mark.parametrize(
    "told",
    [
        listed(*ROWS),
        listed(*ROWS, form="<dt>{}:</dt><dd>{}</dd>"),
        listed(*ROWS, form="<div><dt>{}</dt><dd>{}</dd></div>"),
        listed(*reversed(ROWS)),
        listed(("From", PERSON), ("Published", f"<time datetime='2023-01-11'>{DAY}</time>")),
        listed(("From", PERSON), ("Published", "<time datetime='2023-01-11'>Wednesday</time>")),
        listed(("Date", DAY), ("Spokesperson", PERSON), ("Topics", "Fisheries")),
        listed(("Press contact", PERSON), ("Phone", "555 1234"), ("Release date", "January 11, 2023")),
        listed(("Date of issue", DAY), ("Minister", PERSON)),
        listed(("Datum", "11. Januar 2023"), ("Ressort", OFFICE)),
        listed(("Publié le", "11 janvier 2023"), ("Ministère", PERSON)),
        listed(*ROWS, form="<tr><th>{}</th><td>{}</td></tr>", around="<table>{}</table>"),
        listed(*ROWS, form="<li><strong>{}:</strong> {}</li>", around="<ul>{}</ul>"),
        listed(("Release date", DAY), ("Minister", PERSON), form="<div>{}</div><div>{}</div>", around="<div>{}</div>"),
        f"<p>From: {PERSON}</p><p>Published {DAY}</p>",
        f"<aside>{listed(*ROWS)}</aside>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("below", [False, True])
def test_a_list_that_tells_what_a_page_is_gives_its_day_and_no_author(told: str, below: bool) -> None:
    """Wherever it stands: those whom it links to are no authors, and none of it is a paragraph."""
    draft = read(
        page(above="" if below else told, below=told if below and "<dl>" in told else "" if not below else listed(*ROWS))
    )
    assert ((), "2023-01-11") == (draft.byline, draft.published)
    assert [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)] == lines(draft)


def test_a_list_may_name_the_author() -> None:
    """By a label that says so."""
    assert ("Ada Lo",) == read(page(above=listed(("Written by", PERSON), ("Published", DAY)))).byline
    assert ("Ada Lo",) == read(page(above=f"<p>By {PERSON}</p>")).byline


def test_a_table_may_have_the_text_in_its_last_row() -> None:
    """As on old pages of ministries."""
    text = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    rows = (("From", OFFICE), ("Date", DAY), ("Text", f"<h1>{TITLE}</h1>{text}"))
    draft = read(f"<html><body>{listed(*rows, form='<tr><td>{}</td><td>{}</td></tr>', around='<table>{}</table>')}</body></html>")
    assert "2023-01-11" == draft.published
    assert set(PARAGRAPHS) <= {text for _, text in lines(draft)}


@pytest.mark.parametrize(
    "told",
    [
        listed(("Lake Victoria", "The largest of Africa"), ("Coast guard", "Ships of the state")),
        listed(("Minister", "We have come to settle this."), ("Speaker", "That is good to hear.")),
        listed(("Speaker", "Ada Lo"), ("Ships", "three"), ("Men", "ten"), form="<li>{}: {}</li>", around="<ul>{}</ul>"),
        listed(("Date of birth", "7 June 1954"), ("Height", "1.80 m")),
    ],
)
def test_other_lists_stay(told: str) -> None:
    """Glossaries, conversations and lists of facts are the article's, and their days are not its own."""
    draft = read(page(above=f"<p>{PARAGRAPHS[2]} So it was.</p>", below=f"{told}<p>They met.</p>"))
    assert draft.published is None
    assert len(PARAGRAPHS) + 3 < len(lines(draft))
