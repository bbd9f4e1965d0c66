"""Lines around articles, asked by the name of their list."""

from time import process_time

import pytest

from facta.read import furniture

LISTS = sorted(furniture._lists())


@pytest.mark.parametrize("name", LISTS)
def test_a_list_compiles_and_takes_no_empty_line(name: str) -> None:
    """Nor does one run away on a long line that nearly fits."""
    assert not furniture.is_(name, " \n ")
    start = process_time()
    for text in ("a " * 199 + "!", "(" * 390 + "!", "1 " * 199 + "a", "correction of " * 28):
        furniture.is_(name, text)
        furniture.begins(name, text * 100)
    assert process_time() - start < 1


def test_only_a_whole_short_line_is_furniture() -> None:
    """White space and capitals do not count; more words do, and so does length."""
    assert furniture.is_("closing", " LEAVE\ta reply ")
    assert not furniture.is_("closing", "They leave a reply to history.")
    assert furniture.is_("home", "/" * furniture.MAX_LINE)
    assert not furniture.is_("home", "/" * (furniture.MAX_LINE + 1))


def test_a_longer_word_goes_before_one_that_it_begins_with() -> None:
    """Else "Associated Press" would be found in part, and marks in words would be patterns."""
    some = furniture.alternatives("agencies").split("|")
    assert sorted(some, key=len, reverse=True) == some
    assert some.index("The\\ Associated\\ Press") < some.index("AP")


def test_hints_and_cues_are_told_in_small_letters() -> None:
    """Wherever they stand in a text, and each once."""
    assert furniture.hints("consent_hints", "We and our PARTNERS ask you.")
    assert not furniture.hints("consent_hints", "Ministers met in Ankara.")
    once = furniture.cues("consent", "accept all")
    assert once
    assert once == furniture.cues("consent", "Accept all? ACCEPT ALL!")


@pytest.mark.parametrize(
    "line",
    [
        "Ex-president, 80, dies",
        "Re-election, again",
        "Background: They broke off ties in 2016.",
        "He knows more",
        "See more than a million people leave the coast, and the sum grows clear.",
        "Lee: We shall not go.",
        "Lies: five of them in one speech",
    ],
)
def test_a_headline_that_looks_like_a_slug_is_none(line: str) -> None:
    """Slugs are written in capitals; a word and a colon lead to another article only where the word says so."""
    assert not furniture.is_("other", line)
    assert not furniture.is_("more", line)


@pytest.mark.parametrize("line", ["Read more about the reef", "Lesetipp: Das Riff", "Mehr zum Thema", "Lee también: el arrecife"])
def test_a_link_to_another_article_is_told_by_its_first_words(line: str) -> None:
    """In the languages of news, with a colon where that belongs to it."""
    assert furniture.is_("more", line)


@pytest.mark.parametrize(
    "line",
    [
        "(ATTN: UPDATES with the answer in paras 4-5)",
        "(Adds details, background)",
        "(Recasts with quotes from the minister)",
        "mm/ak",
        "（责任编辑：李华）",
        "URL: https://echo.example/talks",
        "— Foreign Ministry (@mfa) March 22, 2024",
        "With inputs from agencies",
        "Page 1 of 3",
        "Comments 213",
    ],
)
def test_what_agencies_and_prints_say_to_editors_is_furniture(line: str) -> None:
    """Notes in brackets, initials of who wrote and edited, the page's own address."""
    assert furniture.is_("other", line)


def test_why_a_newsletter_came_is_furniture_whatever_it_calls_itself() -> None:
    """And what somebody received for a reason of the story is not."""
    assert furniture.is_("other", "You received this because you signed up. © 2024 Brief Ltd.")
    assert not furniture.is_("other", "You received this prize because you stood up to them.")


@pytest.mark.parametrize("line", ["(They met in Ankara.)", "North/South", "EU/US", "See https://echo.example/talks for more."])
def test_other_words_in_brackets_or_with_a_stroke_are_none(line: str) -> None:
    """A note begins with what was done to the text, and initials stand alone."""
    assert not furniture.is_("other", line)
