"""wpDiscuz's own markup, before and since version 7."""

import pytest

from facta.read import markup, posts, threads


@pytest.mark.parametrize("prefix", ["wc", "wpd"])
def test_nested_posts_give_their_tree(prefix: str) -> None:
    """Author, date as written and text of each post; votes and "read more" are left out."""
    post = (
        '<div class="{p}-comment {p}_comment_level-{n}"><div class="{p}-comment-right">'
        '<div class="{p}-comment-author">{who}</div><div class="{p}-comment-date">2 hours ago</div>'
        '<div class="{p}-comment-text"><p>Words of {who}<span class="wpdiscuz-readmore">more</span></p></div>'
        '<div class="{p}-comment-footer"><span class="wc-vote-result">4</span></div></div>{inner}</div>'
    )
    inner = post.format(p=prefix, n=2, who="Ben", inner="")
    page = f"<html><body><h1>T</h1><div>{post.format(p=prefix, n=1, who='Ada', inner=inner)}</div></body></html>"
    tree, _ = markup.parse(page)
    found = posts.comments(threads.take(tree))
    assert [("Ada", None, "Words of Ada", "2 hours ago", None), ("Ben", "c1", "Words of Ben", "2 hours ago", None)] == [
        (c.author, c.parent, c.text, c.date_text, c.date) for c in found
    ]
    assert "T" == markup.paragraphs(tree)


def test_the_full_date_and_wordpress_classes_of_version_7() -> None:
    """Version 7 also prints WordPress's own classes, and keeps the whole date in a title beside "2 years ago"."""
    post = (
        '<div id="wpd-comm-1_0" class="comment even thread-even depth-1 wpd-comment wpd_comment_level-1">'
        '<div class="wpd-comment-wrap"><div class="wpd-comment-left"></div><div id="comment-1" class="wpd-comment-right">'
        '<div class="wpd-comment-header">'
        '<div class="wpd-comment-author ">Ada</div><div class="wpd-comment-date" title="April 5, 2018 10:03 am">2 years ago</div>'
        '</div><div class="wpd-comment-text"><p>It will not last.</p></div><div class="wpd-comment-footer">Reply</div></div>'
        "</div></div>"
    )
    tree, _ = markup.parse(f"<html><body><h1>T</h1>{post}</body></html>")
    found = posts.comments(threads.take(tree))
    assert [("Ada", "2 years ago", "2018-04-05", "It will not last.")] == [(c.author, c.date_text, c.date, c.text) for c in found]
