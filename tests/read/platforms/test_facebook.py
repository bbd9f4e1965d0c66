"""Facebook's comments plug-in: the later one's lists of replies, the rows of a page's own comments, and the first one's posts."""


def content(name: str, text: str) -> str:
    return (
        f'<div class="clearfix"><a href="#"><img></a><div><div><span><a class=" UFICommentActorName" href="#">{name}</a></span>'
        f'<div class="_3-8m"><div class="_30o4"><span><span class="_5mdd"><span>{text}</span></span></span></div></div>'
        '<div class="_2vq9 fsm fwn fcg"><a href="#">Like</a> · <a href="#">Reply</a> · '
        '<abbr class="UFISutroCommentTimestamp livetimestamp" data-utime="1522922580">2y</abbr></div></div></div></div>'
    )


def test_replies_stand_in_a_list_inside(below) -> None:
    """The plug-in's frame keeps a comment's replies in a list inside its element; seconds since 1970 become the day."""
    replies = f'<div class="_44ri _2pis">{content("Ben", "Why?")}{content("Cem", "No.")}</div>'
    page = (
        f'<div class="fb-comments"><div class="_3-8y _5nz1 clearfix">{content("Ada Lo", "It will<br>not last.")}{replies}</div>'
        f'<div class="_3-8y _5nz1 clearfix">{content("Dot", "Hm.")}</div></div>'
    )
    assert [
        ("Ada Lo", None, "2y", "2018-04-05", "It will\nnot last."),
        ("Ben", "c1", "2y", "2018-04-05", "Why?"),
        ("Cem", "c1", "2y", "2018-04-05", "No."),
        ("Dot", None, "2y", "2018-04-05", "Hm."),
    ] == [(c.author, c.parent, c.date_text, c.date, c.text) for c in below(page)]


def test_rows_with_lists_of_replies_behind_them(below) -> None:
    """In rows the list of replies follows the comment it belongs to."""
    row = (
        '<div class="UFIRow UFIComment"><div class="UFICommentContentBlock"><div class="UFICommentContent">'
        '<span class="UFICommentActorName">{0}</span> <span class="UFICommentBody"><span>Words of {0}.</span></span></div>'
        '<div class="UFICommentActions"><abbr class="livetimestamp" title="Thursday, April 5, 2018 at 10:03am">5 April</abbr>'
        "</div></div></div>"
    )
    page = f'<div class="UFIList">{row.format("Ada")}<div class="UFIReplyList">{row.format("Ben")}</div>{row.format("Cem")}</div>'
    assert [("Ada", None, "Words of Ada.", "2018-04-05"), ("Ben", "c1", "Words of Ben.", "2018-04-05")] == [
        (c.author, c.parent, c.text, c.date) for c in below(page)
    ][:2]
    assert [None, "c1", None] == [c.parent for c in below(page)]


def test_posts_of_the_first_plug_in(below) -> None:
    """The first plug-in nests list items and keeps the date of a time stamp in its title."""
    post = (
        '<li class="fbFeedbackPost fbFirstPartyPost uiListItem"><div class="postContainer"><a class="profileName">{0}</a>'
        '<div class="postContent"><div class="postText">Words of {0}.</div><div class="stat_elem"><div class="action_links">'
        '<a>Reply</a> · <abbr class="timestamp" title="Thursday, April 5, 2018 at 10:03am">April 5 at 10:03am</abbr></div></div>'
        "</div></div>{1}</li>"
    )
    page = f'<ul class="uiList fbFeedbackPosts">{post.format("Ada", "<ul>" + post.format("Ben", "") + "</ul>")}</ul>'
    assert [
        ("Ada", None, "Words of Ada.", "April 5 at 10:03am", "2018-04-05"),
        ("Ben", "c1", "Words of Ben.", "April 5 at 10:03am", "2018-04-05"),
    ] == [(c.author, c.parent, c.text, c.date_text, c.date) for c in below(page)]
