"""The state of Reddit's redesign, whatever stands in it."""

import json

import pytest
from lxml import html

from facta.read.platforms import _redditstate


def tree(state):
    """A page with a state, as JSON or as written."""
    source = state if isinstance(state, str) else json.dumps(state)
    return html.document_fromstring(f"<html><body><script>window.___r = {source};</script></body></html>")


def models(**comments):
    """A state of these comments."""
    return {"features": {"comments": {"models": {f"t1_{name}": model for name, model in comments.items()}}}}


def texts(state):
    """Author and text of each post."""
    return [(post.author, post.text) for post in _redditstate.posts(tree(state))]


def rich(*blocks):
    """A comment of rich text."""
    return {"author": "ada", "media": {"richtextContent": {"document": list(blocks)}}}


def test_comments_come_with_parents_before_replies():
    """However the state has them."""
    state = models(b={"author": "ben", "bodyMD": "No.", "parentId": "t1_a"}, a={"author": "ada", "bodyMD": "Yes."})
    assert [("ada", "Yes."), ("ben", "No.")] == texts(state)
    assert _redditstate.holds(tree(state))


def test_rich_text_is_its_paragraphs():
    """In quotations and lists too; names keep their mark, breaks are breaks."""
    words = [{"e": "text", "t": "Ask "}, {"e": "u/", "t": "ben"}, {"e": "br"}, {"e": "link", "c": [{"e": "text", "t": "here"}]}]
    found = texts(
        models(a=rich({"e": "par", "c": words}, {"e": "blockquote", "c": [{"e": "par", "c": [{"e": "text", "t": "Quoted"}]}]}))
    )
    assert [("ada", "Ask u/ben\nhere\n\nQuoted")] == found


def test_what_was_deleted_is_said_to_be():
    """By its author or a moderator."""
    posts = _redditstate.posts(tree(models(a={"isDeleted": True}, b={"deletedBy": "moderator"}, c={"bodyMD": "x"})))
    assert [True, True, False] == [post.deleted for post in posts]


@pytest.mark.parametrize(
    "state",
    [
        "",
        "{",
        "[" * 100_000,
        '{"a":' * 100_000,
        "null",
        {"features": {"comments": {"models": []}}},
        {"features": []},
        models(a=None, b=7, c=[]),
    ],
)
def test_a_state_that_is_broken_or_empty_has_no_posts(state):
    """And is no error."""
    assert [] == texts(state)


@pytest.mark.parametrize(
    "model",
    [
        {"author": 5, "bodyMD": ["x"], "parentId": {}},
        {"author": "ada", "created": 1e300, "bodyMD": "x"},
        {"author": "ada", "created": "soon", "bodyMD": "x"},
        {"author": "ada", "created": True, "parentId": "t1_a", "bodyMD": "x"},
        {"author": "ada", "media": {"richtextContent": {"document": [{"e": "par", "c": [7, None, {"t": 5}]}, "x", 3]}}},
        rich(*[{"e": "list", "c": [{"e": "li", "c": []}]}] * 50),
    ],
)
def test_odd_comments_are_read_as_far_as_they_go(model):
    """None stops the others."""
    found = texts(models(a=model, b={"author": "ben", "bodyMD": "Read."}))
    assert ("ben", "Read.") in found
    assert len(found) <= 2


def test_a_nest_without_end_is_read_in_time():
    """As deep as JSON may be."""
    block = {"e": "par", "c": [{"e": "text", "t": "deep"}]}
    for _ in range(300):
        block = {"e": "blockquote", "c": [block]}
    assert [("ada", "deep")] == texts(models(a=rich(block)))
