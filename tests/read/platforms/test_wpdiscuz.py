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
