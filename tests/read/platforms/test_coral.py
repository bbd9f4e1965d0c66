"""Coral's stream, whose replies stand in lists after the comment, and that of its forerunner Talk, where they stand inside."""


def coral(number: str, level: int, inner: str, replies: str = "") -> str:
    return (
        f'<div><div class="Box coral coral-comment coral-reacted-0" id="comment-{number}"><div class="coral coral-indent '
        f'coral-indent-{level}">{inner}</div></div>'
        f'<div id="coral-comments-replyList-log--{number}" role="log">{replies}</div></div>'
    )


def inner(name: str, text: str) -> str:
    return (
        '<div class="Flex coral coral-comment-topBar"><button class="Base"><span class="coral coral-username '
        f'coral-comment-username">{name}</span></button><button class="coral coral-timestamp coral-comment-timestamp">'
        f'<time datetime="2020-05-04T10:00:00.000Z" title="5/4/2020, 10:00 AM">2 hours ago</time></button></div>'
        f'<div class="coral coral-content coral-comment-content">{text}</div>'
        '<div class="coral coral-comment-actionBar"><button>Respect</button><span>Share</span></div>'
    )


def test_coral_gives_its_tree(below) -> None:
    """The list a reply stands in bears the id of the comment it answers; a tombstone keeps its place and its replies."""
    deep = coral("c", 2, inner("Cem", "No."))
    gone = coral("d", 0, '<div class="coral coral-deletedTombstone">This comment is no longer available.</div>')
    first = coral(
        "a", 0, inner("Ada Lo", "<div>It will not last.</div><div>It never did.</div>"), coral("b", 1, inner("Ben", "Why?"), deep)
    )
    page = f'<div id="coral_thread"><div class="coral coral-allComments">{first}{gone}</div></div>'
    assert [
        ("Ada Lo", None, "2 hours ago", "2020-05-04", "It will not last.\n\nIt never did.", False),
        ("Ben", "c1", "2 hours ago", "2020-05-04", "Why?", False),
        ("Cem", "c2", "2 hours ago", "2020-05-04", "No.", False),
        (None, None, None, None, "This comment is no longer available.", True),
    ] == [(c.author, c.parent, c.date_text, c.date, c.text, c.deleted) for c in below(page)]


def test_coral_without_lists_tells_by_indent(below) -> None:
    """Where a site's build names no lists, the level of the indent tells what a comment answers."""
    flat = "".join(
        f'<div class="coral coral-indent coral-indent-{level}"><div class="coral coral-comment">{inner(name, name)}</div></div>'
        for name, level in (("Ada", 0), ("Ben", 1), ("Cem", 2), ("Dot", 1), ("Eva", 0))
    )
    assert [None, "c1", "c2", "c1", None] == [c.parent for c in below(flat)]


def test_talk_gives_its_tree(below) -> None:
    """Talk nests the wrappers, keeps the full date in a title, and its author's name in a button."""
    post = (
        '<div class="talk-stream-comment-wrapper talk-stream-comment-wrapper-level-{n} Comment__root--x" id="c_{n}"><div>'
        '<div class="talk-stream-comment talk-stream-comment-level-{n}"><div class="talk-stream-comment-header">'
        '<div class="talk-stream-comment-user-name"><div class="talk-plugin-author-menu">'
        '<button class="talk-plugin-author-menu-button">'
        "<span>{who}</span></button></div></div><span class='talk-stream-comment-user-byline'>"
        '<div class="talk-stream-comment-published-date"><span title="5/4/2018, 10:03:00 AM">5 days ago</span></div></span></div>'
        '<div><div class="talk-stream-comment-content"><span>{text}</span><br><span>End.</span></div></div>'
        '<div class="talk-stream-comment-footer"><button>Reply</button><span>Report</span></div></div></div>{more}</div>'
    )
    gone = (
        '<div class="talk-stream-comment-wrapper talk-stream-comment-wrapper-level-0"><div class="CommentTombstone">'
        'This comment has been deleted.</div><div><div class="talk-load-more-replies">Show more</div></div></div>'
    )
    found = below(
        post.format(n=0, who="Ada", text="It will not last.", more=post.format(n=1, who="Ben", text="Why?", more="")) + gone
    )
    assert [
        ("Ada", None, "5 days ago", "It will not last.\nEnd.", False),
        ("Ben", "c1", "5 days ago", "Why?\nEnd.", False),
        (None, None, None, "This comment has been deleted.", True),
    ] == [(c.author, c.parent, c.date_text, c.text, c.deleted) for c in found]
