"""Platforms nobody wrote a file for, drawn as their own templates have it: the generic reader alone must carry them.

Sources: lemmy-ui's `comment-node`, Remark42's and Commento's front ends, Giscus's `Comment` and `Reply`, NodeBB's theme Harmony,
Flarum's `PostStream`; each page is our own.
"""

from collections.abc import Callable

import pytest

from facta.read import markup, posts, threads

ARTICLE = (
    "<article><h1>Is the old bridge safe?</h1><p>The ministry closed the old bridge over the river in March, after cracks were"
    " found in two of its piers.</p></article>"
)
WHO = ("ada", "ben", "cem", "dot")
SAID = ("It will not hold for another winter, I fear.", "Why not?", "Look at the second pier.", "Close it for good.")

LEMMY = """<article id="comment-{i}" class="comment list-unstyled"><div class="d-flex"><div class="ms-2">
<div class="d-flex flex-wrap align-items-center text-muted small">
<button class="btn btn-sm btn-link text-muted me-2" aria-label="collapse"><svg></svg></button><span>
<a class="person-listing d-inline-flex align-items-baseline text-info" title="{a}" href="/u/{a}">
<span>{a}</span></a></span><a class="btn btn-link btn-sm" href="/comment/{i}" title="link"><svg></svg></a>
<div class="me-lg-5 flex-grow-1 flex-lg-grow-0 unselectable pointer mx-2"></div>
<span class="me-1 fw-bold" aria-label="{s} points">{s}</span><span class="me-1">•</span>
<span class="moment-time pointer unselectable" data-tippy-content="{t}">{d}</span></div><div class="comment-content">
<div class="md-div"><p>{w}</p></div></div><div class="comment-bottom-btns d-flex">
<button class="btn btn-link" aria-label="reply">reply</button>
<button class="btn btn-link" data-tippy-content="save">save</button></div></div></div></article>"""

REMARK42 = """<article id="remark42__comment-{i}" class="comment root__thread-comment comment_level_{l} comment_theme_light">
<div class="comment__info"><img class="avatar"/><button class="comment__username" title="github_1">{a}</button>
<a class="comment__time" href="https://example.org/a#remark42__comment-{i}">{d}</a>{up}<span class="comment__score">
<span class="comment__score-value">{s}</span></span></div><div class="comment__body">
<div class="comment__text raw-content raw-content_theme_light"><p>{w}</p></div><div class="comment__actions">
<button class="comment__action">Reply</button><span class="comment__controls">
<button>Copy</button></span></div></div></article>"""

COMMENTO = """<div id="commento-comment-card-{i}" class="commento-card"><div class="commento-header">
<div id="commento-comment-options-{i}" class="commento-options"></div>
<div class="commento-avatar" style="background:#5f3dc4">{A}</div>
<a id="commento-comment-name-{i}" class="commento-name">{a}</a>
<div id="commento-comment-subtitle-{i}" class="commento-subtitle">
<div id="commento-comment-score-{i}" class="commento-score">1 point</div>
<div id="commento-comment-timeago-{i}" class="commento-timeago" title="{t}">{d}</div></div></div>
<div id="commento-comment-contents-{i}"><div id="commento-comment-body-{i}" class="commento-body">
<div id="commento-comment-text-{i}"><p>{w}</p></div></div>
<div id="commento-comment-children-{i}" class="commento-card-children">{k}</div></div></div>"""

GISCUS = """<div class="gsc-comment"><div class="color-bg-primary rounded-md border"><div class="gsc-comment-header">
<div class="gsc-comment-author"><a class="gsc-comment-author-avatar" href="https://github.com/{a}">
<img class="rounded-full"/><span class="link-primary overflow-hidden text-ellipsis font-semibold">{a}</span></a>
<a class="link-secondary overflow-hidden text-ellipsis" href="https://github.com/x/y/discussions/1#discussioncomment-{i}">
<time class="whitespace-nowrap" title="May 5, 2021, 8:00 AM UTC" datetime="{t}">{d}</time></a></div></div>
<div dir="auto" class="markdown gsc-comment-content"><p>{w}</p></div><div class="gsc-comment-footer">
<div class="gsc-comment-reactions"><button class="gsc-upvote-button">1</button></div></div>{k}</div></div>"""

GISCUS_REPLY = """<div class="gsc-reply"><div class="gsc-tl-line"></div><div class="flex"><div class="gsc-reply-author-avatar">
<a href="https://github.com/{a}"><img/></a></div></div><div class="w-full min-w-0 ml-2"><div class="gsc-reply-header">
<div class="gsc-reply-author"><a class="flex items-center" href="https://github.com/{a}">
<span class="font-semibold link-primary">{a}</span></a>
<a class="link-secondary ml-2" href="https://github.com/x/y/discussions/1#discussioncomment-{i}">
<time datetime="{t}">{d}</time></a></div></div><div dir="auto" class="markdown gsc-reply-content">
<p>{w}</p></div></div></div>"""

NODEBB = """<li component="post" class="pt-4 {s}" data-index="{n}" data-pid="{i}" data-uid="{n}"
 data-timestamp="16202016{n}0000" data-username="{a}" data-userslug="{a}" itemprop="comment"
 itemtype="http://schema.org/Comment" itemscope="">
<a component="post/anchor" data-index="{n}" id="{n}"></a><div class="d-flex align-items-start gap-3">
<div class="d-flex gap-2 flex-wrap">
<a class="fw-bold text-nowrap" href="/user/{a}" data-username="{a}" data-uid="{n}">{a}</a><div class="post-info">
<span class="text-muted">{up}wrote on <a href="/post/{i}" class="timeago-link">
<span class="timeago" title="2021-05-0{m}T08:00:00.000Z">{m} May 2021, 08:00</span></a></span></div></div>
<div class="content mt-2 text-break" component="post/content" itemprop="text"><p dir="auto">{w}</p></div>
<div component="post/footer" class="post-footer"><div component="post/actions">
<a component="post/reply" href="#" class="user-select-none" title="Reply">Reply</a>
<a component="post/quote" href="#">Quote</a><a component="post/vote-count">0</a></div></div></div></li>"""

FLARUM = """<div class="PostStream-item" data-index="{n}" data-time="2021-05-0{m}T08:00:00+00:00"
 data-number="{n}" data-id="{i}" data-type="comment">
<article class="CommentPost Post"><div class="Post-container"><header class="Post-header"><ul><li class="item-user">
<div class="PostUser"><h3 class="PostUser-name"><a href="/u/{a}"><span class="username">{a}</span></a></h3></div></li>
<li class="item-meta"><div class="Dropdown PostMeta"><a class="Dropdown-toggle">
<time pubdate datetime="2021-05-0{m}T08:00:00+00:00">{m} May 2021</time></a></div></li></ul></header>
<div class="Post-body"><p>{up}{w}</p></div><footer class="Post-footer"></footer><aside class="Post-actions"><ul>
<li class="item-reply"><button class="Button Button--link" type="button">
<span class="Button-label">Reply</span></button></li></ul></aside></div></article></div>"""


def page(thread: str, head: str = ARTICLE, kind: str = "") -> str:
    return f"<html><head><title>Is the old bridge safe?</title></head><body class='{kind}'>{head}{thread}</body></html>"


def nested(post: Callable[[int, str], str]) -> str:
    """The first post with the second in it and the third in that, then the fourth."""
    return post(0, post(1, post(2, ""))) + post(3, "")


def lemmy(n: int, inner: str) -> str:
    said = LEMMY.format(i=n + 11, a=WHO[n], s=3, t="May 5, 2021", d="2 years ago", w=SAID[n])
    return f'<li class="comment">{said}{f"""<ul class="comments ms-1">{inner}</ul>""" if inner else ""}</li>'


def remark42(n: int, inner: str) -> str:
    level = n % 3
    up = f'<a class="comment__link-to-parent" href="/a#remark42__comment-a{n + 10}" title="Go to parent comment"></a>'
    said = REMARK42.format(i=f"a{n + 11}", l=level, a=WHO[n], d="05/25/2021, 08:00", up=up if level else "", s=1, w=SAID[n])
    return f'<div class="thread" role="listitem">{said}<div class="thread__children">{inner}</div></div>'


def commento(n: int, inner: str) -> str:
    return COMMENTO.format(i=f"f{n}a", a=WHO[n], A=WHO[n][0], t="Tue May 25 2021", d="2 years ago", w=SAID[n], k=inner)


def giscus() -> str:
    """Giscus has no replies to replies."""
    made = [{"i": n + 21, "a": WHO[n], "t": "2021-05-25T08:00:00Z", "d": "May 25, 2021", "w": SAID[n]} for n in range(4)]
    replies = "".join(GISCUS_REPLY.format(**made[n]) for n in (1, 2))
    first = GISCUS.format(**made[0], k=f'<div class="gsc-replies">{replies}</div>')
    return f'<div class="gsc-comments"><div class="gsc-timeline">{first}{GISCUS.format(**made[3], k="")}</div></div>'


def topic(post: Callable[[int, str, str], str]) -> str:
    """A forum's page of four posts: the third answers the second."""
    return "".join(post(n, who, said) for n, (who, said) in enumerate(zip(WHO, SAID, strict=True)))


def nodebb(n: int, who: str, said: str) -> str:
    up = '<a component="post/parent" class="btn" data-topid="102" href="/post/102"><i class="fa fa-reply"></i> @ben</a> '
    words = (
        said if n else f"{said} The ministry closed the old bridge over the river in March, after cracks were found in two piers."
    )
    return NODEBB.format(n=n, i=101 + n, a=who, m=n + 1, s="", up=up if n == 2 else "", w=words)


def flarum(n: int, who: str, said: str) -> str:
    up = '<a href="/d/9-bridge/2" class="PostMention" data-id="102">ben</a> '
    return FLARUM.format(n=n, i=101 + n, a=who, m=n + 1, up=up if n == 2 else "", w=said)


NESTED = [None, "c1", "c2", None]
THREADS = {
    "Lemmy": (page(f'<div class="comments-section"><ul class="comments">{nested(lemmy)}</ul></div>'), NESTED),
    "Remark42": (page(f'<div id="remark42"><div class="root__threads" role="list">{nested(remark42)}</div></div>'), NESTED),
    "Commento": (page(f'<div id="commento"><div class="commento-comments">{nested(commento)}</div></div>'), NESTED),
    "Giscus": (page(giscus()), [None, "c1", "c1", None]),
}


@pytest.mark.parametrize("name", THREADS)
def test_a_thread_below_an_article_gives_its_tree(name: str) -> None:
    """Every author, text and parent, and nothing of the thread is left beside the article."""
    source, parents = THREADS[name]
    tree, _ = markup.parse(source)
    found = posts.comments(threads.take(tree))
    assert list(zip(WHO, parents, SAID, strict=True)) == [(c.author, c.parent, c.text) for c in found]
    assert all(c.date_text for c in found)
    left = markup.paragraphs(tree.find("body"))
    assert left.startswith("Is the old bridge safe?\n\nThe ministry closed") and left.endswith("two of its piers.")


def test_the_first_post_of_a_topic_is_what_the_others_are_about() -> None:
    """NodeBB: the opening post stays in the page, and a link to the post that one answers names its parent."""
    head = '<h1 component="post/header" class="topic-title">Is the old bridge safe?</h1>'
    source = page(
        f'<div class="topic"><ul component="topic" class="posts timeline" data-tid="9">{topic(nodebb)}</ul></div>', head
    )
    tree, _ = markup.parse(source)
    found = posts.comments(threads.take(tree))
    assert [("ben", None), ("cem", "c1"), ("dot", None)] == [(c.author, c.parent) for c in found]
    left = markup.paragraphs(tree)
    assert "The ministry closed the old bridge" in left and "Reply" not in left


def test_a_mention_with_an_id_names_whom_a_post_answers() -> None:
    """Flarum: the link bears the name of an earlier post's author and that post's id; either alone could be chance."""
    for mention, parent in (('data-id="102"', "c2"), ('data-id="999"', None)):
        tree, _ = markup.parse(
            page(
                f'<div class="PostStream">{topic(flarum)}</div>'.replace('PostMention" data-id="102"', f'PostMention" {mention}')
            )
        )
        found = posts.comments(threads.take(tree))
        assert [*WHO] == [c.author for c in found]
        assert [None, None, parent, None] == [c.parent for c in found]
