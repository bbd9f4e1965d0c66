"""A page of ours and the thread that a platform's file takes out of it."""

from collections.abc import Callable

import pytest

from facta.read import markup, posts, threads
from facta.records import Comment


@pytest.fixture
def thread() -> Callable[[str], tuple[Comment, ...]]:
    """The thread of a whole page: `thread("<html>...")`."""

    def call(page: str) -> tuple[Comment, ...]:
        tree, _ = markup.parse(page)
        return posts.comments(threads.take(tree))

    return call


@pytest.fixture
def below() -> Callable[..., tuple[Comment, ...]]:
    """The thread of markup below an article, of which nothing may go with it: `below("<div id=comments>...", head="...")`."""

    def call(body: str, head: str = "") -> tuple[Comment, ...]:
        tree, _ = markup.parse(f"<html><head>{head}</head><body><h1>T</h1><p>Body.</p>{body}</body></html>")
        found = posts.comments(threads.take(tree))
        assert "T\n\nBody." == markup.paragraphs(tree)
        return found

    return call
