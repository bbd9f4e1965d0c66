"""Reddit since 2018: today's elements of its own, the redesign, and the redesign's state before anything is drawn."""

import json

from facta.read import markup, posts, threads
from facta.read.page import read_page
from facta.read.raw import Raw

TODAY = """
<html><head><title>The bridge : r/news</title></head><body><shreddit-app><div class="rules"><p>Be kind, or be gone from
 here.</p></div>
<main id="main-content"><shreddit-post id="t3_p" post-title="The bridge"><h1 slot="title">The bridge</h1><div slot="text-body">
 <div class="md"><p>The old bridge over the river was closed in March after the ministry found cracks in two of its piers.</p>
 <p>Engineers are to look at it again in May, the mayor told the local paper on Thursday.</p></div></div></shreddit-post>
<shreddit-comment-tree id="comment-tree" thingid="t3_p">
<shreddit-comment author="ada" thingid="t1_a" depth="0" postid="t3_p" permalink="/r/news/comments/p/comment/a/" score="5">
 <div slot="commentAvatar"><a href="/user/ada/"></a></div>
 <div slot="commentMeta"><a href="/user/ada/">ada</a><span>&bull;</span><faceplate-timeago ts="2024-02-03T04:05:06.789000+0000">
  <time datetime="2024-02-03T04:05:06.789Z" title="Saturday, February 3, 2024">2 mo. ago</time></faceplate-timeago></div>
 <div id="t1_a-comment-rtjson-content" class="md" slot="comment"><div id="-post-rtjson-content"><p>It will not
  hold.</p><p>Never.</p></div></div>
 <shreddit-comment-action-row slot="actionRow"><button>Reply</button>Share</shreddit-comment-action-row>
 <shreddit-comment author="[deleted]" thingid="t1_b" depth="1" parentid="t1_a" slot="children-t1_a-0">
  <div slot="commentMeta"><span>[deleted]</span><time datetime="2024-02-04T04:05:06Z">1 mo. ago</time></div>
  <div slot="comment"><p>Comment deleted by user</p></div>
  <shreddit-comment author="cem" thingid="t1_c" depth="2" parentid="t1_b" slot="children-t1_b-0">
   <div slot="commentMeta"><time datetime="2024-02-05T04:05:06Z">1 mo. ago</time></div><div slot="comment"><p>Why?</p></div>
  </shreddit-comment></shreddit-comment>
</shreddit-comment>
<shreddit-comment author="dot" thingid="t1_d" depth="1" parentid="t1_a"><div slot="comment"><p>It
 might.</p></div></shreddit-comment>




        faceplate-partial><button>View more
         comments</button></faceplate-partial></shreddit-comment-tree></main></shreddit-app></body></html>
"""

DRAWN = """
<div><div><div id="t1_{n}" style="padding-left:16px" tabindex="-1"><div>{lines}</div><div class="Comment t1_{n} aB3x">
 <button class="t1_{n}"><i class="icon icon-expand"></i></button><div><span>level
  {level}</span>{head}{body}</div></div></div></div></div>
"""
LINE = '<div class="_36A t1_{}"><i class="threadline"></i></div>'
HEAD = (
    '<div data-testid="post-comment-header"><span>{}<span> &middot; </span>'
    '<a data-testid="comment_timestamp" id="CommentTopMeta--Created--x">6 yr. ago</a></span></div>'
)
GONE = HEAD.replace("post-comment-header", "post-comment-header-deleted").format("<span>Comment removed by moderator</span>")
LINK = '<a data-testid="comment_author_link" href="/user/{0}/">{0}</a>'
BODY = '<div data-testid="comment"><div class="RichTextJSON-root"><p>{}</p></div></div><div><button>Reply</button>21</div>'


def drawn(n: str, above: list[str], head: str, body: str = "") -> str:
    lines = "".join(LINE.format(name) for name in (*above, n))
    return DRAWN.format(n=n, lines=lines, level=len(above) + 1, head=head, body=BODY.format(body) if body else "")


def test_elements_of_its_own_give_their_tree(thread) -> None:
    """Who, when and in answer to what stand in attributes, also where a reply isn't inside what it answers."""
    assert [
        (None, "ada", "It will not hold.\n\nNever.", "2 mo. ago", "2024-02-03", False),
        ("c1", "[deleted]", "Comment deleted by user", "1 mo. ago", "2024-02-04", True),
        ("c2", "cem", "Why?", "1 mo. ago", "2024-02-05", False),
        ("c1", "dot", "It might.", None, None, False),
    ] == [(c.parent, c.author, c.text, c.date_text, c.date, c.deleted) for c in thread(TODAY)]


def test_the_post_is_the_article() -> None:
    """What the comments are about is the article; rules, comments and buttons are not."""
    text = read_page(Raw(source="-", key_source="-", form="html", data=TODAY)).page.text
    assert text.startswith("The bridge") and text.endswith("on Thursday.")
    assert not [w for w in ("Be kind", "hold", "View more") if w in text]


def test_the_redesign_is_flat() -> None:
    """Lines beside a comment name those it stands below; a head without a link says who, or that a comment was removed."""
    page = (
        "<html><body><div data-test-id='post-content'><h1>The bridge</h1></div><div>"
        + drawn("a", [], HEAD.format(LINK.format("ada")), "It will not hold.")
        + drawn("b", ["a"], GONE)
        + drawn("c", ["a", "b"], HEAD.format("<span>[deleted]</span>"), "Why?")
        + drawn("d", ["a"], HEAD.format(LINK.format("dot")), "It might.")
        + "<p>24 more replies</p></div></body></html>"
    )
    tree, _ = markup.parse(page)
    assert [
        (None, "ada", "It will not hold.", "6 yr. ago", False),
        ("c1", None, "Comment removed by moderator", "6 yr. ago", True),
        ("c2", "[deleted]", "Why?", "6 yr. ago", False),
        ("c1", "dot", "It might.", "6 yr. ago", False),
    ] == [(c.parent, c.author, c.text, c.date_text, c.deleted) for c in posts.comments(threads.take(tree))]
    assert "The bridge" == markup.paragraphs(tree)


def test_the_state_stands_in_for_what_was_not_drawn(thread) -> None:
    """Without drawn comments those of the script's data are read, rich text or markdown, in the order of replies."""
    rich = [
        {"e": "par", "c": [{"e": "text", "t": "Ask "}, {"e": "u/", "t": "cem"}, {"e": "text", "t": "."}]},
        {"e": "list", "o": False, "c": [{"e": "li", "c": [{"e": "par", "c": [{"e": "text", "t": "Soon."}]}]}]},
    ]
    models = {
        "t1_a": {
            "id": "t1_a",
            "author": "ada",
            "parentId": None,
            "created": 1480000000,
            "media": {"richtextContent": {"document": rich}},
        },
        "t1_d": {"id": "t1_d", "author": "dot", "parentId": "t3_p", "created": 1480000002, "bodyMD": "Never.\n\nEver."},
        "t1_b": {
            "id": "t1_b",
            "author": "[deleted]",
            "parentId": "t1_a",
            "created": 1480000001,
            "bodyMD": "[deleted]",
            "isDeleted": True,
        },
    }
    state = json.dumps({"features": {"comments": {"models": models}}})
    page = f'<html><body><h1>T</h1><script id="data">window.___r = {state};</script></body></html>'
    assert [
        (None, "ada", "Ask u/cem.\n\nSoon.", "2016-11-24", False),
        ("c1", "[deleted]", "[deleted]", "2016-11-24", True),
        (None, "dot", "Never.\n\nEver.", "2016-11-24", False),
    ] == [(c.parent, c.author, c.text, c.date, c.deleted) for c in thread(page)]


def test_a_broken_state_is_no_thread(thread) -> None:
    """Data cut short, or nested beyond reason, yields no comments and no error."""
    for state in ('{"features": {"comments": {"models": {"t1_a": {', '{"t1_a": ' + "[" * 100_000, '{"t1_": 1}', '"t1_'):
        assert () == thread(f"<html><body><h1>T</h1><script>window.___r = {state}</script></body></html>")


def test_a_post_that_only_shows_something_is_no_article() -> None:
    """Of a video or a link nothing but its title is left: no votes, no name, no line about the site it is from."""
    post = (
        "<div data-test-id='post-content'><div>116k</div><div>Posted by u/ada</div><h1>The bridge comes down</h1>"
        "<a href='https://example.org/'>example.org/br...</a><div>312 Comments</div><div>88% Upvoted</div></div>"
    )
    thread = drawn("a", [], HEAD.format(LINK.format("ada")), "It will not hold.")
    page = f"<html><head><title>The bridge comes down : r/news</title></head><body>{post}<div>{thread}</div></body></html>"
    found = read_page(Raw(source="-", key_source="-", form="html", data=page))
    assert ("The bridge comes down", 1) == (found.page.text, len(found.thread))
