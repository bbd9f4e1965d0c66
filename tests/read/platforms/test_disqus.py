"""Disqus in its four forms: drawn by its frame, as that frame's data, printed by its plug-in, printed by a site."""

import json


def drawn(name: str, number: int, text: str, children: str = "", to: str = "") -> str:
    link = f'<a href="#comment-1" class="parent-link" data-role="parent-link"><i title="in reply to"></i>{to}</a>' if to else ""
    return (
        f'<li class="post" id="post-{number}"><div data-role="post-content" class="post-content"><div class="indicator"></div>'
        f'<div class="avatar hovercard"><a class="user"><img alt="Avatar"></a></div><div class="post-body"><header>'
        f'<span class="post-byline"><span class="author publisher-anchor-color"><a data-action="profile">{name}</a></span>'
        f'<span class="badge moderator">Mod</span>{link}</span><span class="post-meta"><span class="bullet">•</span>'
        f'<a href="#comment-{number}" data-role="relative-time" class="time-ago" title="Thursday, April {number}, 2018 10:03 AM">'
        f'2 years ago</a></span></header><div class="post-body-inner"><div class="post-message-container">'
        f'<div data-role="message-content"><div class="post-message" data-role="message" dir="auto"><div>{text}</div></div>'
        '<span class="post-media"><ul data-role="post-media-list"></ul></span></div></div>'
        '<a class="see-more hidden" data-action="see-more">see more</a></div><footer><menu><li class="reply">Reply</li></menu>'
        f'</footer></div></div><ul data-role="children" class="children">{children}</ul></li>'
    )


def test_the_drawn_thread_gives_its_tree(below) -> None:
    """Names without badges, texts without buttons, the full date of the link beside the relative one; nothing twice."""
    reply = drawn("Ben", 6, "<p>Wait<br>and see.</p>", to="Ada Lo")
    first = drawn("Ada Lo", 5, "<p>It will not last.</p><p>It never did.</p>", reply)
    highlight = f'<div id="highlighted-post" data-role="highlighted-post">{drawn("Ben", 6, "<p>Wait<br>and see.</p>")}</div>'
    gone = (
        '<li class="post minimized" id="post-7"><div data-role="post-content" class="post-content"><div class="post-body">'
        '<div class="post-message" data-role="message"><p>This comment was deleted.</p></div></div></div></li>'
    )
    found = below(f'<div id="disqus_thread">{highlight}<ul id="post-list" class="post-list">{first}{gone}</ul></div>')
    assert [
        ("Ada Lo", None, "2 years ago", "2018-04-05", "It will not last.\n\nIt never did.", False),
        ("Ben", "c1", "2 years ago", "2018-04-06", "Wait\nand see.", False),
        (None, None, None, None, "This comment was deleted.", True),
    ] == [(c.author, c.parent, c.date_text, c.date, c.text, c.deleted) for c in found]


def test_the_data_of_the_frame_is_read(below) -> None:
    """Posts in any order get their parents before them; the data's own mark tells a deleted one."""
    data = [
        {"id": "8", "parent": 7, "author": {"name": "Ben"}, "createdAt": "2018-04-06T01:00:00", "message": "<p>Why?</p>"},
        {
            "id": "7",
            "parent": None,
            "author": {"name": "Ada"},
            "createdAt": "2018-04-05T10:03:00",
            "message": "<p>A.</p><p>B.</p>",
        },
        {"id": "9", "parent": 7, "author": {}, "message": "", "isDeleted": True},
        {"id": "10", "parent": 99, "author": {"name": "Cem"}, "message": "Hm."},
    ]
    script = f'<script type="text/json" id="disqus-threadData">{json.dumps({"response": {"posts": data}})}</script>'
    assert [
        ("Ada", None, "2018-04-05", "A.\n\nB.", False),
        ("Ben", "c1", "2018-04-06", "Why?", False),
        (None, "c1", None, "", True),
        ("Cem", None, None, "Hm.", False),
    ] == [(c.author, c.parent, c.date, c.text, c.deleted) for c in below(script)]


def test_the_plug_in_prints_a_fallback(below) -> None:
    """WordPress's plug-in nests list items, names authors in links or spans, and keeps pingbacks."""
    item = (
        '<li class="comment even depth-{d}" id="dsq-comment-{n}"><div id="dsq-comment-header-{n}" class="dsq-comment-header">'
        '<cite id="dsq-cite-{n}"><span id="dsq-author-user-{n}">{who}</span></cite></div><div id="dsq-comment-body-{n}" '
        'class="dsq-comment-body"><div id="dsq-comment-message-{n}" class="dsq-comment-message"><p>{text}</p></div></div>'
        "{more}</li>"
    )
    more = f'<ul class="children">{item.format(d=2, n=116, who="Ben", text="Why?", more="")}</ul>'
    page = (
        f'<div id="disqus_thread"><div id="dsq-content"><ul id="dsq-comments">'
        f"{item.format(d=1, n=115, who='Ada', text='It will not last.', more=more)}"
        '<li class="post pingback"><p>Pingback: <a href="https://example.org/">What we read</a>()</p></li></ul></div></div>'
    )
    assert [
        ("Ada", None, "It will not last.", "comment"),
        ("Ben", "c1", "Why?", "comment"),
        ("What we read", None, "What we read", "pingback"),
    ] == [(c.author, c.parent, c.text, c.kind) for c in below(page)]


def test_a_site_prints_messages_as_typed(below) -> None:
    """Where nothing but line breaks parts the paragraphs of a message, they part them here too."""
    page = (
        '<div id="disqus_thread"><div class="d-noscript-comments"><h2>Comments</h2>'
        '<div class="comment"><div class="comment-author">Ada</div><div class="comment-body">One\ntwo.\n\n  Three.</div></div>'
        '<div class="comment"><div class="comment-author">Ben</div><div class="comment-body"><p>Four.</p></div></div></div>'
        '<noscript>Please enable JavaScript to view the <a href="https://disqus.com/">comments powered by Disqus.</a></noscript>'
        "</div>"
    )
    assert [("Ada", "One\ntwo.\n\nThree."), ("Ben", "Four.")] == [(c.author, c.text) for c in below(page)]


def test_an_empty_frame_is_no_thread(below) -> None:
    """The place for the frame, or data that is none, holds no posts."""
    assert () == below('<div id="disqus_thread"></div>')
    assert () == below('<script type="text/json" id="disqus-threadData">{"response": [</script>')
