"""Threads of platforms nobody wrote a file for, on pages of our own: each builds its posts and its tree in another way."""

import pytest

from facta.read import generic, markup, posts
from facta.records import Comment

ARTICLE = (
    "<header><h1>Ministers meet in Ankara</h1><p class='byline'>By Eva Stern, 4 May 2021</p></header>"
    "<p>The ministers of three states met in Ankara on Tuesday and spoke about the harbour.</p><p>"
    "They will meet again in June.</p>"
)
TREE = [("Ada Lo", None), ("Ben", 0), ("Cem K.", 1), ("Dot", None)]
TEXTS = [
    "The harbour is what this was about from the first day on.",
    "Nobody said so.\n\nRead the second paragraph again.",
    "I did, and so should you before you answer.",
    "Will they also speak about the railway?",
]
DATES = ["May 5, 2021 at 9:01 am", "May 5, 2021 at 10:12 am", "May 6, 2021 at 7:40 pm", "May 7, 2021 at 8:00 am"]


def read(page: str) -> tuple[Comment, ...]:
    tree, _ = markup.parse(page if "<html" in page else f"<html><body><article>{ARTICLE}</article>{page}</body></html>")
    return posts.comments(generic.threads(tree).posts)


def paragraphs(text: str, tag: str = "p") -> str:
    return "".join(f"<{tag}>{part}</{tag}>" for part in text.split("\n\n"))


def nested(post: str, wrap: str) -> str:
    """The tree of TREE with replies inside `wrap`; `post` has {n} {who} {when} {text} {replies}."""

    def one(n: int) -> str:
        inner = "".join(one(k) for k, (_, parent) in enumerate(TREE) if parent == n)
        replies = wrap.format(inner=inner) if inner else ""
        return post.format(n=n + 70, who=TREE[n][0], when=DATES[n], text=paragraphs(TEXTS[n]), replies=replies)

    return "".join(one(n) for n, (_, parent) in enumerate(TREE) if parent is None)


def flat(post: str, **more: list[object]) -> str:
    """The posts one after the other; `post` may also have the fields of `more`."""
    return "".join(
        post.format(n=n + 70, who=who, when=DATES[n], text=paragraphs(TEXTS[n]), **{k: v[n] for k, v in more.items()})
        for n, (who, _) in enumerate(TREE)
    )


DEPTHS: list[object] = [0, 1, 2, 0]
UP: list[object] = ["", 70, 71, ""]
PAGES = {
    "nested elements named by single words": nested(
        '<div class="remark comment" id="c{n}"><span class="who author">{who}</span><time>{when}</time><div class="words">'
        '{text}</div>'
        '<a href="#">Reply</a>{replies}</div>', "{inner}",
    ),
    "nested lists": "<h2>4 comments</h2><ul id='discussion'>" + nested(
        "<li class='reader-comment'><h4>{who}</h4><p class='when'>{when}</p>{text}<p class='tools'><a href='#'>Antworten</a>"
        "</p>{replies}</li>",
        "<ul>{inner}</ul>",
    ) + "</ul>",
    "hashed class names": "<section aria-label='Comments'><h3>4 Comments</h3>" + nested(
        "<div class='css-1ab9'><div class='css-77x'><div class='css-k2'><a class='css-u1' href='/profile/{who}'>{who}</a>"
        "<span class='css-d4'>{when}</span></div><div class='css-t9'>{text}</div><button>Reply</button><button>"
        "Like 3</button></div>{replies}</div>",
        "<div class='css-r0'>{inner}</div>",
    ) + "</section>",
    "replies of another name in a list of their own": "<div class='opinions'>" + nested(
        "<div class='comment-item'><div class='comment-item__user'>{who}</div><div class='comment-item__date'>{when}</div>"
        "<div class='comment-item__text'>{text}</div>{replies}</div>", "<div class='comment-item__replies'>{inner}</div>",
    ) + "</div>",
    "siblings with their depth in a class": "<div id='reactions'>" + flat(
        "<div class='reaction comment lvl-{d}'><b class='nick'>{who}</b> <i class='date'>{when}</i><div class='body'>"
        "{text}</div></div>", d=DEPTHS,
    ) + "</div>",
    "siblings with their depth in an attribute": "<div class='talk comments'>" + flat(
        "<article class='comment' data-depth='{d}'><header><cite>{who}</cite><time datetime='2021-05-05T09:01:00Z'>"
        "{when}</time></header>"
        "<section class='comment-body'>{text}</section><footer><a>Reply</a></footer></article>", d=DEPTHS,
    ) + "</div>",
    "siblings drawn in by a margin": "<div id='comments'>" + flat(
        "<div class='comment' style='border:0; margin-left: {d}px'><p class='meta'>{who} wrote on {when}</p>"
        "{text}</div>", d=[0, 25, 50, 0],
    ) + "</div>",
    "table rows drawn in by a spacer": "<table class='comments'>" + flat(
        "<tr class='comment'><td><img src='/spacer.gif' height='1' width='{d}'></td><td><span class='username'>{who}</span> "
        "<span class='age'>{when}</span><div class='comment-text'>{text}</div></td></tr>", d=[0, 30, 60, 0],
    ) + "</table>",
    "parents named in an attribute": "<div class='thread'>" + flat(
        "<div class='cmt-row comment' id='comment_{n}' data-parent-id='{up}'><span class='display-name'>{who}</span>"
        "<span class='timestamp'>{when}</span><div class='message'>{text}</div></div>", up=UP,
    ) + "</div>",
    "parents linked": "<ol class='forum'>" + flat(
        "<li id='post{n}' class='post-reply'><p class='post-head'><strong class='author'>{who}</strong>, <span>{when}</span>"
        " {up}</p>"
        "<div class='post-text'>{text}</div><a class='reply-button'>Reply</a></li>",
        up=["", "<a href='#post70'>in reply to Ada Lo</a>", "in reply to <a href='#post71'>Ben</a>", ""],
    ) + "</ol>",
    "parents numbered": "<div class='comments'>" + flat(
        "<div class='comment'><div class='head'><span class='num'>#{no}</span> <span class='author'>{who}</span>"
        " <span class='date'>{when}</span></div>"
        "<div class='text'>{text}</div></div>", no=["1", "1.1", "1.1.1", "2"],
    ) + "</div>",
    "parents named in words": "<div class='kommentare'>" + flat(
        "<div class='kommentar'><div class='kopf'><span class='autor'>{who}</span> <span class='datum'>{when}</span>"
        "<span class='bezug'>{up}</span></div><div class='inhalt'>{text}</div>"
        "</div>", up=["", "Antwort auf Ada Lo", "Antwort auf Ben", ""],
    ) + "</div>",
    "schema.org microdata with parentItem": "<div>" + flat(
        "<div itemscope itemtype='https://schema.org/Comment' id='x{n}'><link itemprop='parentItem' href='#x{up}'>"
        "<span itemprop='author' itemscope itemtype='https://schema.org/Person'><span itemprop='name'>{who}</span></span>"
        "<meta itemprop='dateCreated' content='2021-05-05'><span>{when}</span><div itemprop='text'>{text}</div></div>", up=UP,
    ) + "</div>",
    "elements of the site's own": "<talk-box class='comments'>" + flat(
        "<talk-post comment-id='k{n}' depth='{d}' author='{who}'><time>{when}</time><div slot='comment'>{text}</div>"
        "</talk-post>", d=DEPTHS,
    ) + "</talk-box>",
    "heads and bodies side by side": "<div class='comments'>" + flat(
        "<div class='comment-head level{d}'><a name='c{n}'></a><b>{who}</b> - {when}</div><div class='comment-said'>"
        "{text}</div>", d=DEPTHS,
    ) + "</div>",
    "answers wrapped after the post": "<div class='comment-list'>" + nested(
        "<div class='row'><div class='msg comment'><div class='user-name'>{who}</div><div class='ago'>{when}</div>"
        "<div class='msg-text'>{text}</div></div>{replies}</div>", "<div class='deeper'>{inner}</div>",
    ) + "</div>",
    "a post, then a box of its answers": "<div class='comment-list'>" + nested(
        "<div class='msg comment'><div class='user-name'>{who}</div><div class='ago'>{when}</div>"
        "<div class='msg-text'>{text}</div></div>{replies}", "<div class='deeper'>{inner}</div>",
    ) + "</div>",
    "ARIA tree": "<div role='tree'><h2>Discussion (4)</h2>" + flat(
        "<div role='comment' aria-level='{d}'><a href='/user/1' rel='author'>{who}</a><span>{when}</span><div dir='auto'>"
        "{text}</div><span role='button'>Reply</span></div>",
        d=[1, 2, 3, 1],
    ) + "</div>",
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_gives_its_tree(name: str) -> None:
    """Authors, whole texts, dates as written and parents, however a page builds its posts."""
    found = read(PAGES[name])
    place = {c.id: n for n, c in enumerate(found)}
    assert TREE == [(c.author, None if c.parent is None else place[c.parent]) for c in found]
    assert TEXTS == [c.text for c in found]
    assert DATES == [c.date_text for c in found]


OLD_LAYOUT = (
    "<html><head><title>Ministers meet in Ankara | The Ferry</title></head><body>"
    "<table><tr><td><font size=5><b>Ministers meet in Ankara</b></font><br><font size=2>By Eva Stern<br>"
    "Posted: Tuesday, 4 May 2021</font><br><br>Ministers of three states met in Ankara on Tuesday and spoke about the harbour."
    "<br><br>They will meet again in June, their hosts said.</td></tr></table>"
    "<table><tr><td><b>Comments</b></td></tr>{posts}</table></body></html>"
)


@pytest.mark.parametrize("count", [2, 4])
def test_an_article_in_a_cell_of_its_own_is_no_post(count: int) -> None:
    """An old page lays out article and thread in cells of one name; the one that shows the page's title is the article's."""
    row = "<tr><td><b>{who}</b> wrote on {when}<br>{text}</td></tr>"
    rows = "".join(row.format(who=who, when=DATES[n], text=TEXTS[n]) for n, (who, _) in enumerate(TREE[:count]))
    assert [who for who, _ in TREE[:count]] == [c.author for c in read(OLD_LAYOUT.format(posts=rows))]


def test_one_of_two_readers_may_be_nameless_or_drawn() -> None:
    """A thread of two stays one where the markup says that they are comments and one name is missing; emoji are a name."""
    post = (
        '<div class="remark comment"><span class="who author">{who}</span><time>{when}</time><div class="words">'
        '<p>{text}</p></div><a href="#">Reply</a></div>'
    )
    for second, told in (("", None), ("😀😀", "😀😀")):
        page = "".join(post.format(who=who, when=DATES[n], text=TEXTS[n]) for n, who in ((0, "Ada Lo"), (2, second)))
        assert ["Ada Lo", told] == [c.author for c in read(f"<h2>2 comments</h2>{page}")]
