"""Isso's drawn comments, with prefixed class names and with the bare ones of older versions."""

import pytest

from facta.read import markup, posts, threads

NEW = """
<html><body><h1>Ministers meet</h1><p>They met in Ankara.</p>
<section id="isso-thread"><h4 class="isso-thread-heading">3 Comments</h4><div class="isso-postbox">Type here</div>
<div id="isso-root">
 <div class="isso-comment" id="isso-4"><div class="isso-avatar"></div>
  <div class="isso-text-wrapper"><div class="isso-comment-header"><span class="isso-author">Ada Lo</span>
   <span class="isso-spacer">•</span><a class="isso-permalink" href="#isso-4">
   <time title="Thu, 05 Apr 2018" datetime="2018-04-05T10:03:00.000Z">2 years ago</time></a></div>
   <div class="isso-text"><p>It will not last.</p><p>It never did.</p></div>
   <div class="isso-comment-footer"><a class="isso-reply" href="#">Reply</a></div></div>
  <div class="isso-follow-up"><div class="isso-comment" id="isso-5"><div class="isso-text-wrapper">
   <div class="isso-comment-header"><a class="isso-author" href="https://example.org/">Ben</a>
   <a class="isso-permalink" href="#isso-5"><time datetime="2018-04-06T01:00:00.000Z">a year ago</time></a></div>
   <div class="isso-text"><p>Wait<br>and see.</p></div></div><div class="isso-follow-up"></div></div></div></div>
 <div class="isso-comment" id="isso-6"><div class="isso-text-wrapper"><div class="isso-comment-header">
  <span class="isso-author">Anonymous</span></div><div class="isso-text">Comment deleted.</div></div>
  <div class="isso-follow-up"></div></div>
</div></section></body></html>
"""
OLD = NEW.replace("isso-author", "author").replace("isso-text-wrapper", "text-wrapper").replace('"isso-text"', '"text"')


@pytest.mark.parametrize("page", [NEW, OLD], ids=["prefixed", "bare"])
def test_drawn_comments_give_their_tree(page: str) -> None:
    """Authors, dates, texts and parents of both generations of class names; a deleted comment stays as a tombstone."""
    tree, _ = markup.parse(page)
    found = posts.comments(threads.take(tree))
    assert [
        ("Ada Lo", None, "2 years ago", "2018-04-05", "It will not last.\n\nIt never did.", False),
        ("Ben", "c1", "a year ago", "2018-04-06", "Wait\nand see.", False),
        ("Anonymous", None, None, None, "Comment deleted.", True),
    ] == [(c.author, c.parent, c.date_text, c.date, c.text, c.deleted) for c in found]


def test_the_thread_leaves_the_page() -> None:
    """Nothing of the thread stays in the article's tree."""
    tree, _ = markup.parse(NEW)
    threads.take(tree)
    assert "Ministers meet\n\nThey met in Ankara." == markup.paragraphs(tree)
