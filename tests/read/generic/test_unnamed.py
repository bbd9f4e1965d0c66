"""Threads whose elements are named like nothing, or not at all: repeated items with who, when and what beside each other."""

import pytest

from facta.read import generic, markup, posts

ARTICLE = (
    "<h1>Ministers meet in Ankara</h1><p>The ministers of three states met in Ankara on Tuesday and spoke about the harbour.</p>"
)
WHO = ("ada88", "Ben", "ada88", "Cem (London)")
WHEN = ("03-05-2021 08:15", "03-05-2021 09:00", "04-05-2021 09:30", "13-05-2021 11:00")
SAID = (
    "The harbour is what this was about, from the first day on to the very last, whatever they say.",
    "No.",
    "Prove it.",
    "Calm down.",
)


def div(n: int) -> str:
    return f"<div class='x1'>{WHO[n]}</div><div class='x2'>{WHEN[n]}</div><div class='x3'>{SAID[n]}</div>"


NESTED = f"<li>{div(0)}<ul><li>{div(1)}<ul><li>{div(2)}</li></ul></li></ul></li><li>{div(3)}</li>"
FLAT = "".join(f"<li>{div(n)}</li>" for n in range(4))
ROWS = "".join(f"<tr><td><b>{WHO[n]}</b> wrote on {WHEN[n]}:<br>{SAID[n]}</td></tr>" for n in range(4))
TERMS = "".join(f"<dt>{WHO[n]} <em>({WHEN[n]})</em></dt><dd>{SAID[n]}</dd>" for n in range(4))
TREE, LIST = (None, "c1", "c2", None), (None,) * 4


@pytest.mark.parametrize(
    ("thread", "parents"),
    [
        (f"<h2>What you think of it (4)</h2><ul class='x0'>{NESTED}</ul>", TREE),
        (f"<h2>Reader opinions</h2><ul>{FLAT}</ul>", LIST),
        (f"<ul class='discussion'>{NESTED}</ul>", TREE),
        (f"<h3>Your comments</h3><table class='x0'>{ROWS}</table>", LIST),
        (f"<h4>Comments</h4><dl class='x0'>{TERMS}</dl>", LIST),
    ],
)
@pytest.mark.parametrize("frame", ["<article>{}</article>", "<table><tr><td>{}</td></tr></table>"])
def test_what_repeats_with_author_hour_and_text_is_a_thread(thread: str, parents: tuple[str | None, ...], frame: str) -> None:
    """Under a heading for it or with their number, whatever the classes; the layout's row with the article is no post."""
    tree, _ = markup.parse(f"<html><body>{frame.format(ARTICLE)}{thread}</body></html>")
    found = posts.comments(generic.threads(tree).posts)
    assert list(zip(WHO, WHEN, SAID, parents, strict=True)) == [(c.author, c.date_text, c.text, c.parent) for c in found]


@pytest.mark.parametrize("heading", ["The programme", "Programme (4)", "Latest (4)", ""])
def test_a_programme_of_hours_and_speakers_is_none(heading: str) -> None:
    """It has authors and times too, but no heading says that readers wrote it."""
    tree, _ = markup.parse(f"<html><body><article>{ARTICLE}</article><h2>{heading}</h2><ul>{FLAT}</ul></body></html>")
    assert () == generic.threads(tree).posts
