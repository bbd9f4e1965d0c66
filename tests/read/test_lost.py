"""What extraction drops from between paragraphs."""

import pytest

from tests.read.pages import PARAGRAPHS, TITLE, lines, read

HEADS = ["Africa: a letter for Kampala", "Two capitals and one lake", "What the fishermen say"]
PARTS = [line for pair in zip(HEADS, PARAGRAPHS, strict=True) for line in pair]
OWN = [("headline", TITLE), *(("body", line) for line in PARTS)]


def parts(form: str) -> str:
    return "".join(form.format(head=head, text=text) for head, text in zip(HEADS, PARAGRAPHS, strict=True))


def page(content: str) -> str:
    return f"<html><head><title>{TITLE}</title></head><body>{content}</body></html>"


@pytest.mark.parametrize(
    "form",
    [
        "<h2>{head}</h2><p>{text}</p>",
        "<h4>{head}</h4><p>{text}</p>",
        "<h2><span><strong>{head}</strong></span></h2><div><p>{text}</p></div>",
        "<section><header><h3>{head}</h3></header><p>{text}</p></section>",
    ],
)
@pytest.mark.parametrize(
    "around", ["<article><h1>{}</h1>{}</article>", "<div><h1>{}</h1>{}</div>", "<div><div><h1>{}</h1></div>{}</div>"]
)
@pytest.mark.parametrize("day", ["", "<p>It is Friday, June 7, 2024.</p>"])
def test_headings_between_paragraphs_are_kept(form: str, around: str, day: str) -> None:
    """Whatever the page marks as its article, if anything, and the first of them is no dek."""
    draft = read(page(around.format(TITLE, day + parts(form))))
    assert OWN == lines(draft)
    assert ("2024-06-07" if day else None) == draft.published


def test_a_newsletter_in_a_table_keeps_its_headings() -> None:
    """As mails are laid out: each heading and each text in a row."""
    rows = parts("<tr><td><h2>{head}</h2></td></tr><tr><td><p>{text}</p></td></tr>")
    top = "<tr><td><a href='x'>View this email in your browser</a></td></tr>"
    draft = read(page(f"<table>{top}<tr><td><h1>{TITLE}</h1></td></tr>{rows}<tr><td>Unsubscribe</td></tr></table>"))
    assert OWN == lines(draft)


@pytest.mark.parametrize(
    "head", ["<h2><a href='/b'>Rain floods the north</a></h2>", "<h2>Related</h2>", "<h2>Advertisement</h2>"]
)
def test_headings_that_lead_away_or_are_furniture_are_not(head: str) -> None:
    """They stand above a paragraph by chance."""
    first, *rest = (f"<p>{p}</p>" for p in PARAGRAPHS)
    draft = read(page(f"<div><h1>{TITLE}</h1>{first}{head}{''.join(rest)}</div>"))
    assert [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)] == lines(draft)


def test_a_heading_of_something_else_is_not_put_above_the_first_paragraph() -> None:
    """Where no headline is known, what stands above may be another's."""
    content = f"<h2>Weather</h2><div>{parts('<p>{text}</p>')}</div>"
    assert "Weather" not in read(f"<html><head><title>Print: Ministers meet</title></head><body>{content}</body></html>").text
