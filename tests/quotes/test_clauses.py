"""What tells of a paper is not what was said in it."""

import pytest

from facta.language.reader import load
from facta.quotes.clauses import without_clauses
from facta.quotes.told import told
from facta.records import ARTICLE
from facta.values.spans import Range


def said(desk, text, *parts):
    """The contents that are left of an attribution, as words."""
    reading = desk.reading(text, load().read(text, [Range(0, len(text))]))
    found = without_clauses(told(reading, reading.analyses[ARTICLE], None), desk.attribution(text, *parts))
    return [text[part.start : part.end] for part in found.content]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("Six miners died, the army said in a statement that gave no names.", "that gave no names", ["Six miners died"]),
        ("Six miners died, the army said in a note that did not name them.", "them", ["Six miners died"]),
        ("Six miners died, the army said in a tweet which was later deleted.", "which was later deleted", ["Six miners died"]),
        ("The army said in a statement that gave no names.", "that gave no names", []),
        ("The army said in a statement that miners had died.", "that miners had died", ["that miners had died"]),
        ("The army said in a note that “gave no names”.", "that “gave no names”", ["that “gave no names”"]),
    ],
)
def test_a_clause_about_the_statement_is_not_what_was_stated(desk, text, content, expected):
    """What stands before a comma and the speaker is; a `that` with a subject leads to what was said."""
    assert expected == said(desk, text, content, "said", "the army" if "the army" in text else "The army")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the arrests in a letter that gave no date", "the arrests"),
        ("the arrests in a town that lies on the coast", "the arrests in a town that lies on the coast"),
        ("it had come in a letter that gave no date", "it had come in a letter that gave no date"),
    ],
)
def test_a_thing_is_announced_without_the_paper_it_stood_in(desk, content, expected):
    """What else has a clause is told with it, and so is what is told to have stood in a paper."""
    assert [expected] == said(desk, f"Norway announced {content}.", content, "announced", "Norway")


def test_what_a_paper_does_not_say_is_nobodys_words(desk):
    """Where it does say it, it speaks."""
    assert said(desk, "It was a letter that did not mention pay.", "pay", "did not mention", "letter that") == []
    assert said(desk, "It was a letter that mentioned pay.", "pay", "mentioned", "letter that") == ["pay"]
