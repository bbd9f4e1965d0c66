"""WordPress's comments in themes of our own words: classic lists, flat lists, definition lists."""

import pytest

from facta.read import markup, posts, threads
from facta.read.platforms import wordpress

CLASSIC = """
<html><body><h1>Ministers meet</h1><p>They met in Ankara.</p>
<h3 id="comments">4 Responses to Ministers meet</h3>
<ol class="commentlist">
 <li class="comment even thread-even depth-1 parent" id="comment-7"><div id="div-comment-7" class="comment-body">
  <div class="comment-author vcard"><img class="avatar" alt=""><cite class="fn">Ada Lo</cite> <span class="says">says:</span>
  </div><div class="comment-meta commentmetadata"><a href="#comment-7">April 5, 2018 at 10:03 am</a>
  <a class="comment-edit-link" href="#">(Edit)</a></div>
  <p>It will not last.</p><p>It never did.</p>
  <div class="reply"><a class="comment-reply-link" href="#">Reply</a></div></div>
  <ul class="children"><li class="comment byuser depth-2" id="comment-9"><div class="comment-body">
   <div class="comment-author vcard"><cite class="fn">Ben</cite> <span class="says">says:</span></div>
   <div class="comment-meta commentmetadata"><a href="#comment-9">April 6, 2018 at 1:00 pm</a></div>
   <p>Wait<br>and see.</p><div class="reply">Reply</div></div></li></ul></li>
 <li class="trackback depth-1" id="comment-10"><div class="comment-body">
  <div class="comment-author vcard"><cite class="fn">The Example</cite>
  <span class="says">says:</span></div><div class="comment-meta commentmetadata"><a href="#">April 7, 2018 at 2:00 pm</a></div>
  <p>[&#8230;] as one page put it [&#8230;]</p></div></li>
 <li class="pingback depth-1" id="comment-11"><p>Pingback: <a href="https://example.org/">What we read this week</a></p></li>
</ol>
<div id="respond"><h3>Leave a Reply</h3><form><p>Your email address will not be published.</p></form></div>
</body></html>
"""


def test_a_classic_theme_gives_its_tree(thread) -> None:
    """Authors, parents and texts of nested lists, without avatars, edit links and reply buttons."""
    assert [
        ("c1", None, "Ada Lo", "It will not last.\n\nIt never did.", "comment"),
        ("c2", "c1", "Ben", "Wait\nand see.", "comment"),
        ("c3", None, "The Example", "[…] as one page put it […]", "trackback"),
        ("c4", None, "What we read this week", "What we read this week", "pingback"),
    ] == [(c.id, c.parent, c.author, c.text, c.kind) for c in thread(CLASSIC)]


def test_dates_are_kept_as_written_and_as_days(thread) -> None:
    """The date's own words stay beside the ISO day; a pingback without one has neither."""
    assert [
        ("April 5, 2018 at 10:03 am", "2018-04-05"),
        ("April 6, 2018 at 1:00 pm", "2018-04-06"),
        ("April 7, 2018 at 2:00 pm", "2018-04-07"),
        (None, None),
    ] == [(c.date_text, c.date) for c in thread(CLASSIC)]


def test_the_thread_leaves_the_page() -> None:
    """Nothing of the list or of the form below it stays in the tree."""
    tree, _ = markup.parse(CLASSIC)
    threads.take(tree)
    assert "Ministers meet\n\nThey met in Ankara." == markup.paragraphs(tree).replace("\n\n4 Responses to Ministers meet", "")


def test_a_flat_theme_tells_replies_by_depth(thread) -> None:
    """Where replies aren't nested, one that is a level deeper answers the post before it."""
    item = (
        '<div class="comment depth-{}" id="comment-{}"><b class="fn">{}</b><div class="comment-content">Words of {}.</div></div>'
    )
    page = "".join(
        item.format(depth, n, name, name)
        for n, (depth, name) in enumerate([(1, "Ada"), (2, "Ben"), (3, "Cem"), (2, "Dot"), (1, "Eva")])
    )
    found = thread(f"<html><body><h1>T</h1>{page}</body></html>")
    assert [None, "c1", "c2", "c1", None] == [c.parent for c in found]
    assert ["Words of Ada.", "Words of Ben.", "Words of Cem.", "Words of Dot.", "Words of Eva."] == [c.text for c in found]


def test_a_definition_list_keeps_text_in_the_second_element() -> None:
    """Themes of `dt` and `dd` say who and when in one element, what in the next, and both leave the page."""
    page = (
        '<html><body><h1>T</h1><dl><dt class="comment depth-1"><span class="comment_author">Ada</span>'
        '<span class="comment_time">June 28, 2015</span></dt>'
        '<dd class="comment depth-1"><div class="format_text"><p>Words.</p></div></dd></dl></body></html>'
    )
    tree, _ = markup.parse(page)
    assert [("Ada", "2015-06-28", "Words.")] == [(c.author, c.date, c.text) for c in posts.comments(threads.take(tree))]
    assert "T" == markup.paragraphs(tree)


def test_a_post_without_words_is_kept(thread) -> None:
    """An empty comment still has an author and replies."""
    found = thread(
        '<html><body><h1>T</h1><ol><li class="comment depth-1"><b class="fn">Ada</b><div class="comment-content"></div>'
        '<ol class="children"><li class="comment depth-2"><b class="fn">Ben</b><div class="comment-content">Why?</div></li></ol>'
        "</li></ol></body></html>"
    )
    assert [("Ada", None, ""), ("Ben", "c1", "Why?")] == [(c.author, c.parent, c.text) for c in found]


def test_a_theme_older_than_the_classes_is_read_by_list_and_id(thread) -> None:
    """Before `comment_class()` a theme's list and the ids of its items tell the posts, "Says:" and the date in `small`."""
    page = (
        '<html><head><link href="/wp-content/themes/ours/style.css"></head><body><h1>T</h1><p>Body.</p><ol class="commentlist">'
        '<li class="alt" id="comment-7"><cite><a href="#">Ada Lo</a></cite> Says:<br><small class="commentmetadata">'
        '<a href="#comment-7">April 5, 2018 at 10:03 am</a></small><p>It will not last.</p><p>It never did.</p></li>'
        '<li id="comment-8"><cite>Ben</cite> Says:<br><small class="commentmetadata"><a href="#comment-8">'
        "April 6, 2018 at 1:00 pm</a></small><p>Why?</p></li></ol></body></html>"
    )
    found = thread(page)
    assert [
        ("Ada Lo", "April 5, 2018 at 10:03 am", "It will not last.\n\nIt never did."),
        ("Ben", "April 6, 2018 at 1:00 pm", "Why?"),
    ] == [(c.author, c.date_text, c.text) for c in found]
    tree, _ = markup.parse(page.replace("wp-content", "elsewhere"))
    assert wordpress.recognises(tree) is False


def test_a_theme_with_classes_of_its_own_is_read_by_list_and_id(thread) -> None:
    """A theme that drops the depth still nests its items; an inner element that repeats the number is no second post."""
    item = (
        '<li class="comment" id="comment-{0}"><article id="div-comment-{0}"><footer><cite>{1}</cite>'
        '<a href="#comment-{0}"><time datetime="2018-04-05T10:03:00+00:00">5 April 2018 At 10:03</time></a></footer>'
        '<div class="comment-content"><p>Words of {1}.</p></div><a class="comment-reply-link" href="#">Reply</a>'
        "</article>{2}</li>"
    )
    more = f'<ul class="children">{item.format(2, "Ben", "")}</ul>'
    found = thread(f'<html><body><h1>T</h1><ol class="comment-list">{item.format(1, "Ada", more)}</ol></body></html>')
    assert [("Ada", None, "2018-04-05", "Words of Ada."), ("Ben", "c1", "2018-04-05", "Words of Ben.")] == [
        (c.author, c.parent, c.date, c.text) for c in found
    ]


def test_a_theme_of_blocks_gives_its_tree(thread) -> None:
    """Block themes name the parts of a comment after the blocks."""
    item = (
        '<li id="comment-{0}" class="comment even depth-{0}"><div class="wp-block-columns">'
        '<div class="wp-block-comment-author-name"><a href="#">{1}</a></div>'
        '<div class="wp-block-comment-date"><time datetime="2023-04-05T10:03:00+00:00">'
        '<a href="#">April 5, 2023</a></time></div><div class="wp-block-comment-content"><p>Words of {1}.</p></div>'
        '<div class="wp-block-comment-reply-link"><a class="comment-reply-link" href="#">Reply</a></div></div>{2}</li>'
    )
    page = item.format(1, "Ada", f"<ol>{item.format(2, 'Ben', '')}</ol>")
    found = thread(f'<html><body><h1>T</h1><ol class="wp-block-comment-template">{page}</ol></body></html>')
    assert [("Ada", None, "April 5, 2023", "Words of Ada."), ("Ben", "c1", "April 5, 2023", "Words of Ben.")] == [
        (c.author, c.parent, c.date_text, c.text) for c in found
    ]


LONE = (
    '<html><head><meta name="generator" content="WordPress 6.5"></head><body><article><h1>Ministers meet</h1><p>They met.</p>{}'
    "</article></body></html>"
)
HEADING = (
    '<div class="comment-author vcard"><cite class="fn">Ada Lo</cite> <span class="says">says:</span></div>'
    '<div class="comment-meta commentmetadata"><a href="#comment-5">April 6, 2018 at 10:03 am</a></div>'
)


@pytest.mark.parametrize(
    "markup_",
    [
        '<ol><li class="comment even" id="comment-5">{}<p>It will not last.</p></li></ol>',
        '<div class="comment" id="comment-5">{}<p>It will not last.</p></div>',
        '<ol><li class="comment" id="comment-5"><article id="div-comment-5" class="comment-body">{}<div class="comment-content">'
        "<p>It will not last.</p></div></article></li></ol>",
    ],
)
def test_a_single_comment_without_a_list_of_comments_is_read(thread, markup_: str) -> None:
    """It bears its number, its author, and a date that links to itself."""
    found = thread(LONE.format(markup_.format(HEADING)))
    assert [("Ada Lo", "2018-04-06", "It will not last.")] == [(c.author, c.date, c.text) for c in found]


def test_a_list_that_links_to_comments_elsewhere_is_no_thread(thread) -> None:
    """A box of the latest comments has their numbers, and links to other pages."""
    link = '<span class="comment-author">Ada Lo</span> on <a href="/other/#comment-7">Another visit</a>'
    box = f'<ul><li id="comment-5">{link}</li></ul>'
    assert () == thread(LONE.format(box))


@pytest.mark.parametrize("second", ["", "😀😀", "A. " * 100])
def test_a_list_of_a_theme_of_its_own_needs_no_depths_and_no_names(thread, second) -> None:
    """Two comments are read where the page says nothing else of WordPress and one reader gave no name, pictures, or a tale."""
    post = (
        '<li class="comment" id="comment-{n}"><div class="comment-author vcard"><b class="fn">{who}</b></div>'
        '<time datetime="2018-04-0{n}T10:00:00Z">April {n}, 2018</time>'
        '<div class="comment-content"><p>It will not last.</p></div></li>'
    )
    posts_ = "".join(post.format(n=n, who=who) for n, who in enumerate(("Ada Lo", second), 1))
    page = f'<html><body><h1>Ministers meet</h1><p>They met in Ankara.</p><ol class="comment-list">{posts_}</ol></body></html>'
    assert [("Ada Lo", "It will not last."), (second.strip() or None, "It will not last.")] == [
        (c.author, c.text) for c in thread(page)
    ]
