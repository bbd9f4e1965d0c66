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


@pytest.mark.parametrize(
    ("who", "third"),
    [
        (("islandboy", "Maria Kay", "reef_fan", "Tom Hill"), "Maria, they promised it."),
        (("islandboy", "Maria Kay", "reef_fan", "Maria Kay"), "They promised it."),
    ],
)
def test_people_who_talk_to_each_other_are_a_thread_without_any_heading(who: tuple[str, ...], third: str) -> None:
    """They have names that nobody is given, call each other by them, or come back."""
    said = ("We do not need it.", "And who gives us a cheap line now?", third, "Promises, promises.")
    rows = "".join(f"<div class='k5'><p>{a}</p><p>{d}</p><p>{t}</p></div>" for a, d, t in zip(who, WHEN, said, strict=True))
    tree, _ = markup.parse(f"<html><body><div class='k1'>{ARTICLE}</div><div class='k4'>{rows}</div></body></html>")
    found = posts.comments(generic.threads(tree).posts)
    assert list(zip(who, WHEN, said, strict=True)) == [(c.author, c.date_text, c.text) for c in found]


@pytest.mark.parametrize("heading", ["<h3>Latest changes</h3>", ""])
@pytest.mark.parametrize("who", [("Ada Lo", "Maria Kay", "Ben Roe", "Tom Hill"), ("Ada Lo", "Maria Kay", "Ada Lo", "Tom Hill")])
def test_a_list_of_people_and_hours_is_none_without_any_heading(heading: str, who: tuple[str, ...]) -> None:
    """Speakers have their own names, address nobody, and may come twice."""
    rows = "".join(f"<div class='k5'><p>{a}</p><p>{d}</p><p>{t}</p></div>" for a, d, t in zip(who, WHEN, SAID, strict=True))
    tree, _ = markup.parse(f"<html><body><div>{ARTICLE}</div>{heading}<div class='k4'>{rows}</div></body></html>")
    assert () == generic.threads(tree).posts


def test_terms_and_what_is_said_of_them_may_be_posts() -> None:
    """Name and hour in one term, the hour in brackets, below words of an outlet's own for its thread."""
    terms = "".join(f"<dt>{a} ({d})</dt><dd>{t}</dd>" for a, d, t in zip(WHO[:3], WHEN, SAID, strict=False))
    tree, _ = markup.parse(f"<html><body><article>{ARTICLE}</article><h3>What you said</h3><dl>{terms}</dl></body></html>")
    found = posts.comments(generic.threads(tree).posts)
    assert list(zip(WHO[:3], WHEN, SAID, strict=False)) == [(c.author, c.date_text, c.text) for c in found]


@pytest.mark.parametrize(
    ("heading", "reply", "date"),
    [
        ("टिप्पणियाँ (2)", "जवाब दें", "5 जनवरी 2024"),
        ("التعليقات (2)", "رد", "منذ 3 ساعات"),
        ("نظرات بینندگان", "پاسخ", "5 ساعت پیش"),
        ("网友评论 2条评论", "回复", "2024-01-05 15:20"),
        ("Обсуждение", "Ответить", "12 июля в 17:05"),
    ],
)
def test_threads_in_other_scripts_are_found(heading: str, reply: str, date: str) -> None:
    """By their headings, buttons and dates; no class says what they are."""
    rows = "".join(
        f"<div class='q'><b>{a}</b> <i>{date}</i><p>{t}</p><a>{reply}</a></div>" for a, t in (("ada", "a b c"), ("ben", "d e"))
    )
    tree, _ = markup.parse(f"<html><body><article>{ARTICLE}</article><div><h4>{heading}</h4>{rows}</div></body></html>")
    found = posts.comments(generic.threads(tree).posts)
    assert [("ada", date, "a b c"), ("ben", date, "d e")] == [(c.author, c.date_text, c.text) for c in found]
