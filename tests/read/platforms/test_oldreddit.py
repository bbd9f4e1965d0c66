"""Reddit's old pages, with replies not loaded and deleted comments."""

from facta.read.page import read_page
from facta.read.raw import Raw

COMMENT = """
<div class="thing id-t1_{n} noncollapsed {more} comment" id="thing_t1_{n}" data-fullname="t1_{n}"><p class="parent"><a
 name="{n}"></a></p>
 <div class="midcol unvoted"><div class="arrow up"></div></div>
 <div class="entry unvoted"><p class="tagline"><a class="expand">[&ndash;]</a>{author} <span class="userattrs"></span>
  <span class="score unvoted">5 points</span> <time title="Sat Feb 3 04:05:06 2018 UTC" datetime="2018-02-03T04:05:06+00:00"
  class="live-timestamp">6 years ago</time>&nbsp;<a class="numchildren">(1 child)</a></p>
  <form class="usertext"><div class="usertext-body may-blank-within md-container"><div class="md">{text}</div></div></form>
  <ul class="flat-list buttons"><li class="first"><a class="bylink">permalink</a></li><li
   class="reply-button"><a>reply</a></li></ul></div>
 <div class="child">{replies}</div><div class="clearleft"></div></div>
"""
NAME = '<a class="author may-blank">{}</a>'
MORE = '<div class="thing id-t1_z morechildren"><div class="entry"><a class="button">load more comments</a></div></div>'


def comment(n: str, author: str, text: str, replies: str = "", more: str = "") -> str:
    nested = f'<div class="sitetable listing">{replies}</div>' if replies else ""
    return COMMENT.format(n=n, author=author, text=text, replies=nested, more=more)


def page(body: str) -> str:
    return (
        '<html><head><title>The bridge : news</title></head><body class="comments-page">'
        '<div class="side"><div class="md"><p>Be kind to one another, or we the moderators will be unkind to you.</p></div></div>'
        '<div class="content" role="main"><div id="siteTable" class="sitetable linklisting"><div class="thing link self">'
        f'<div class="entry"><p class="title"><a class="title">The bridge</a></p>{body}</div></div></div>'
        '<div class="commentarea"><div class="panestack-title"><span>all 5 comments</span></div>'
    )


def test_nested_comments_give_their_tree(thread) -> None:
    """Authors without scores and buttons, times as written, replies inside; what isn't loaded is no comment."""
    inner = comment(
        "b", NAME.format("ben"), "<p>Why?</p><p>Tell me.</p>", comment("c", NAME.format("ada"), "<p>Cracks.</p>") + MORE
    )
    found = thread(
        page("") + comment("a", NAME.format("ada"), "<p>It will not hold.</p>", inner) + MORE + "</div></div></body></html>"
    )
    assert [
        (None, "ada", "It will not hold.", "6 years ago", "2018-02-03"),
        ("c1", "ben", "Why?\n\nTell me.", "6 years ago", "2018-02-03"),
        ("c2", "ada", "Cracks.", "6 years ago", "2018-02-03"),
    ] == [(c.parent, c.author, c.text, c.date_text, c.date) for c in found]


def test_deleted_comments_stay_with_their_replies(thread) -> None:
    """A deleted comment has its notice as text, and as its author what the page shows there."""
    gone = comment("a", "<em>[deleted]</em>", "<p>[deleted]</p>", comment("b", NAME.format("ben"), "<p>Why?</p>"), more="deleted")
    assert [(None, "[deleted]", "[deleted]", True), ("c1", "ben", "Why?", False)] == [
        (c.parent, c.author, c.text, c.deleted) for c in thread(page("") + gone)
    ]


def test_the_post_is_the_article() -> None:
    """What the comments are about is the article; the community's rules beside it are not."""
    said = (
        '<div class="expando"><div class="usertext-body"><div class="md"><p>The old bridge over the river was closed in March '
        "after the ministry found cracks in two of its piers.</p><p>Engineers are to look at it again in May, the mayor said.</p>"
        "</div></div></div>"
    )
    whole = page(said) + comment("a", NAME.format("ada"), "<p>It will not hold, whatever the mayor says.</p>")
    text = read_page(Raw(source="-", key_source="-", form="html", data=whole)).page.text
    assert "The bridge : news\n\nThe old bridge over the river" in text
    assert "kind to one another" not in text and "whatever the mayor" not in text


def test_a_post_that_is_but_a_link_is_no_article() -> None:
    """Neither its title nor the rules beside it; the title is known all the same."""
    whole = page("") + comment("a", NAME.format("ada"), "<p>It will not hold, whatever the mayor says.</p>")
    found = read_page(Raw(source="-", key_source="-", form="html", data=whole))
    assert ("The bridge : news", (), 1) == (found.page.title, found.page.paragraphs, len(found.thread))
