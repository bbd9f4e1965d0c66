"""What forums share: which post opens a topic, and which post a quotation names."""

import pytest
from lxml import html

from facta.read import forums, markup, posts, threads
from facta.read.page import read_page
from facta.read.raw import Raw

POST = """
<article class="message js-post" data-author="{who}" id="js-post-{n}"><div class="message-body">
<div class="bbWrapper">{text}</div></div>
</article>
"""
LONG = "<p>The old bridge over the river was closed in March after the ministry found cracks in two of its piers.</p>" * 5


def page(*said: tuple[str, str], head: str = "", before: str = "") -> str:
    drawn = "".join(POST.format(n=n, who=who, text=text) for n, (who, text) in enumerate(said, start=1))
    return f"<html><head><title>Will it hold?</title>{head}</head><body><h1>Will it hold?</h1>{before}{drawn}</body></html>"


def authors(text: str) -> list[str | None]:
    tree, _ = markup.parse(text)
    return [c.author for c in posts.comments(threads.take(tree))]


@pytest.mark.parametrize(
    ("head", "before"),
    [
        ('<link rel="prev" href="/threads/5/">', ""),
        ('<link rel="canonical" href="https://example.org/threads/5/page-2">', ""),
        ('<link rel="canonical" href="https://example.org/viewtopic.php?t=5&amp;start=20">', ""),
        ("", '<div class="pagination"><ul><li><a>1</a></li><li class="active"><span>2</span></li></ul></div>'),
    ],
    ids=["previous", "page", "start", "marked"],
)
def test_a_later_page_has_no_opening_post(head: str, before: str) -> None:
    """Where posts have no numbers, the page's links and page numbers tell whether the topic begins here."""
    said = [("Ada", "It holds."), ("Ben", "It does not.")]
    assert ["Ada", "Ben"] == authors(page(*said, head=head, before=before))
    first = (
        (head + before).replace("page-2", "").replace("&amp;start=20", "").replace("<span>2", "<span>1").replace("prev", "next")
    )
    assert ["Ben"] == authors(page(*said, before=first))


def test_below_an_article_every_post_is_a_readers() -> None:
    """An article on the page is what the topic is about; none of the posts is."""
    assert ["Ada", "Ben"] == authors(page(("Ada", LONG), ("Ben", "Why?"), before=f"<article>{LONG}</article>"))


def test_a_topic_without_replies_is_an_article() -> None:
    """A single post opens its topic; there is no thread."""
    reading = read_page(Raw(source="-", key_source="-", form="html", data=page(("Ada", LONG))))
    assert () == reading.thread
    assert "The old bridge over the river" in reading.page.text


@pytest.mark.parametrize(
    "mark",
    [
        '<blockquote data-source="post: 12">',
        '<blockquote><a href="/goto/post?id=12#post-12">Ada said:</a>',
        '<blockquote><a href="showthread.php?p=12#post12">Ada</a>',
        '<blockquote><cite>Ada <a href="./viewtopic.php?p=12#p12"></a></cite>',
        '<blockquote><cite>Ada <a href="viewtopic.php?p=12#12"></a></cite>',
        '<blockquote data-post="12">',
    ],
)
def test_a_quotation_names_a_post(mark: str) -> None:
    """By an attribute or by a link, in the ways of several forums."""
    post = html.fromstring(f"<div>{mark}Words.</blockquote>Other words.</div>")
    assert "12" == forums.quoted(list(post.iterdescendants()), threads.by_tag("blockquote"))


def test_a_quotation_inside_a_quotation_names_no_post() -> None:
    """Who quotes Ada's words about Ben's answers Ada, and nobody where hers are not linked."""
    inner = '<blockquote data-source="post: 3">Words of Ben.</blockquote>'
    both = html.fromstring(f'<div><blockquote data-source="post: 12">{inner}Of Ada.</blockquote>Mine.</div>')
    one = html.fromstring(f"<div><blockquote>{inner}Of Ada.</blockquote>Mine.</div>")
    found = [forums.quoted(list(post.iterdescendants()), threads.by_tag("blockquote")) for post in (both, one)]
    assert ["12", None] == found


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('title="2012-01-05 10:03:22Z, License: CC BY-SA 3.0"', "2012-01-05 10:03:22Z"),
        ('title="2024-02-03T04:05:06 1706933106"', "2024-02-03T04:05:06"),
        ('title="Sep 17, 2020 at 2:17 PM"', "Sep 17, 2020 at 2:17 PM"),
        ('data-time="1600348625"', "2020-09-17T13:17:05+00:00"),
        ('title="Go to this post"', None),
    ],
)
def test_a_stamp_is_found_in_any_attribute(attributes: str, expected: str | None) -> None:
    """Forums keep the moment for machines in titles, or as seconds since 1970."""
    assert expected == forums.stamp(html.fromstring(f"<span {attributes}>Yesterday</span>"))
