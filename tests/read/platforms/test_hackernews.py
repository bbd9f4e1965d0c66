"""Hacker News as it is and as it was before 2015."""

from facta.read import markup, posts, threads
from facta.read.page import read_page
from facta.read.raw import Raw

ROW = """
<tr class="athing comtr" id="{n}"><td><table border="0"><tr><td class="ind" indent="{level}"><img src="s.gif" height="1"
 width="{w}"></td>
 <td valign="top" class="votelinks"><center><a><div class="votearrow"></div></a></center></td><td class="default">
 <div style="margin-top:2px"><span class="comhead">{head}<span class="age" title="2024-02-03T04:05:06 1706933106"><a
  href="item?id={n}">
  2 days ago</a></span> <span class="navs"> | <a class="clicky">parent</a></span><a class="togg">[&ndash;]</a></span></div><br>
 <div class="comment"><div class="commtext c00">{text}</div>
 <div class="reply"><p><font size="1"><u><a href="reply?id={n}">reply</a></u></font></div></div></td></tr></table></td></tr>
"""
DELETED = """
<tr class="athing coll comtr" id="9"><td><table><tr><td class="ind" indent="1"><img src="s.gif" width="40"></td><td
 class="default">
 <span class="comhead"><span class="age" title="2024-02-03T04:05:06"><a href="item?id=9">1 day ago</a></span></span><br>
 <div class="comment">[flagged]<div class="reply"></div></div></td></tr></table></td></tr>
"""
HEAD = '<a href="user?id={0}" class="hnuser">{0}</a> '
OLD_ROW = """
<tr><td><table border=0><tr><td><img src="s.gif" height=1 width={w}></td><td valign=top><center><a><img
 src="grayarrow.gif"></a></center></td>
 <td class="default"><div style="margin-top:2px"><span class="comhead"><a href="user?id={who}">{who}</a> {age} | <a
  href="item?id=7">link</a>
 </span></div><br><span class="comment"><font color=#000000>Words of {who}.<p>More words.</font></span>
 <p><font size=1><u><a href="reply?id=7">reply</a></u></font></td></tr></table></td></tr>
"""


def test_rows_give_their_tree_by_level() -> None:
    """Levels make replies; a paragraph is one; a comment that was flagged away keeps its place and its replies."""
    rows = (
        ROW.format(n=1, level=0, w=0, head=HEAD.format("ada"), text="It holds.<p>For now.")
        + DELETED
        + ROW.format(n=3, level=2, w=80, head=HEAD.format("cem"), text="Why?")
        + ROW.format(n=4, level=0, w=0, head=HEAD.format("dot"), text="Who knows.")
    )
    page = (
        '<html><body><table id="hnmain"><tr><td><table class="fatitem"><tr class="athing" id="99">'
        '<td class="title">The bridge</td></tr></table>'
        f'<table class="comment-tree">{rows}</table></td></tr></table></body></html>'
    )
    tree, _ = markup.parse(page)
    assert [
        (None, "ada", "It holds.\n\nFor now.", "2 days ago", "2024-02-03", False),
        ("c1", None, "[flagged]", "1 day ago", "2024-02-03", True),
        ("c2", "cem", "Why?", "2 days ago", "2024-02-03", False),
        (None, "dot", "Who knows.", "2 days ago", "2024-02-03", False),
    ] == [(c.parent, c.author, c.text, c.date_text, c.date, c.deleted) for c in posts.comments(threads.take(tree))]
    assert "" == markup.paragraphs(tree)


def test_bare_rows_are_told_by_their_heads(thread) -> None:
    """Before 2015 rows had no class, images alone set them in, and the age stood bare between two links."""
    rows = OLD_ROW.format(w=0, who="ada", age="3 hours ago") + OLD_ROW.format(w=40, who="ben", age="1 hour ago")
    page = f'<html><body><table><tr><td class="title">The bridge</td></tr></table><table border=0>{rows}</table></body></html>'
    assert [
        (None, "ada", "Words of ada.\n\nMore words.", "3 hours ago"),
        ("c1", "ben", "Words of ben.\n\nMore words.", "1 hour ago"),
    ] == [(c.parent, c.author, c.text, c.date_text) for c in thread(page)]


POST = """
<html><head><title>The bridge | Hacker News</title></head><body><table id="hnmain"><tr><td><span class="pagetop">new | past</span>
</td></tr><tr><td><table class="fatitem"><tr class="athing" id="99"><td class="title"><span class="titleline">The
 bridge</span></td></tr>
<tr><td class="subtext">150 points by ada 3 hours ago | 2 comments</td></tr>{said}
<tr><td><form action="comment"><textarea></textarea><input type="submit" value="add comment"></form></td></tr></table>
<table class="comment-tree">{rows}</table></td></tr></table></body></html>
"""


def test_a_post_that_is_but_a_link_is_no_article() -> None:
    """Its title, points and buttons are no text; the thread is all that the page has."""
    rows = ROW.format(n=1, level=0, w=0, head=HEAD.format("ada"), text="It holds.")
    found = read_page(Raw(source="-", key_source="-", form="html", data=POST.format(said="", rows=rows)))
    assert ("The bridge | Hacker News", (), ["It holds."]) == (
        found.page.title, found.page.paragraphs, [c.text for c in found.thread],
    )  # fmt: skip
    assert ["No article was found on this page, only a thread of 1 post."] == [p.message for p in found.problems]


def test_what_a_post_says_is_its_article() -> None:
    """Without the points above it and the form below."""
    words = "We closed the old bridge over the river in March, after cracks were found in two of its piers."
    said = f'<tr><td></td><td><div class="toptext">{words}</div></td></tr>'
    rows = ROW.format(n=1, level=0, w=0, head=HEAD.format("ada"), text="It holds.")
    page = read_page(Raw(source="-", key_source="-", form="html", data=POST.format(said=said, rows=rows))).page
    assert [words] == [page.text[p.start : p.end] for p in page.paragraphs if p.kind == "body"]
