"""phpBB's prosilver as of 3.3 and 3.0."""

from facta.read.page import read_page
from facta.read.raw import Raw

NEW = """
<html><head><title>Will the bridge hold? - Example Board</title>
<link rel="canonical" href="https://example.org/viewtopic.php?t=5"></head>
<body id="phpbb" class="nojs section-viewtopic"><h2 class="topic-title"><a>Will the bridge hold?</a></h2><div id="page-body">
<div id="p41" class="post has-profile bg2"><div class="inner">
 <dl class="postprofile" id="profile41"><dt class="has-profile-rank has-avatar"><a class="username">Ada</a></dt>
  <dd class="profile-rank">Engineer</dd><dd class="profile-posts"><strong>Posts:</strong> 12</dd></dl>
 <div class="postbody"><div id="post_content41"><h3 class="first"><a href="#p41">Will the bridge hold?</a></h3>
  <ul class="post-buttons"><li><a>Quote</a></li></ul><p class="author"><a class="unread"><span class="sr-only">Post</span></a>
   <span class="responsive-hide">by <strong><a class="username">Ada</a></strong> &raquo; </span>
   <time datetime="2021-03-24T10:03:22+00:00">Wed Mar 24, 2021 10:03 am</time></p>
  <div class="content">The old bridge over the river was closed in March after the ministry found cracks in two of its piers,
   and the
   council has to decide by the summer whether it can be repaired at all or has to be built anew.<br><br>
   Engineers from the capital are to look at it again in May, the mayor told the local paper on Thursday.</div>
  <div class="notice">Last edited by Ada on Thu Mar 25, 2021.</div><div id="sig41" class="signature">Measure
   twice</div></div></div>
 <div class="back2top"><a>Top</a></div></div></div>
<div id="p42" class="post has-profile bg1"><div class="inner"><dl class="postprofile"><dt><a class="username">Ben</a></dt></dl>
 <div class="postbody"><div id="post_content42"><p class="author"><span class="responsive-hide">by <strong>
   <a class="username">Ben</a></strong> &raquo; </span><time datetime="2021-03-25T10:00:00+00:00">Thu Mar 25, 2021 10:00
    am</time></p>
  <div class="content">It will not.</div><div class="signature">Look twice</div></div></div></div></div>
<div id="p43" class="post has-profile bg2"><div class="inner"><dl class="postprofile"><dt><a class="username">Cem</a></dt></dl>
 <div class="postbody"><div id="post_content43"><p class="author"><span class="responsive-hide">by <strong>
   <a class="username-coloured">Cem</a></strong> &raquo; </span><time datetime="2021-03-26T10:00:00+00:00">Fri Mar 26, 2021
    10:00 am</time></p>
  <div class="content"><blockquote><div><cite><a href="./memberlist.php?u=7">Ben</a> wrote:
   <a href="./viewtopic.php?p=42#p42" data-post-id="42">&uarr;</a><div class="responsive-hide">Thu Mar 25, 2021 10:00
    am</div></cite>
   It will not.</div></blockquote>Why?<div class="codebox"><p>Code: <a>Select all</a></p><pre><code>1 + 1</code></pre></div></div>
 </div></div></div></div></div></body></html>
"""

OLD = """
<html><head><title>View topic</title></head><body id="phpbb"><div id="page-body"><h2><a>The bridge</a></h2>
<div class="topic-actions"><div class="pagination">17 posts &bull; Page <strong>{page}</strong> of <strong>2</strong></div></div>
<div id="p61" class="post bg2"><div class="inner"><span class="corners-top"></span><div class="postbody">
  <h3 class="first"><a href="#p61">Re: The bridge</a></h3><p class="author"><a href="./viewtopic.php?p=61#p61"><img></a>by
   <strong><a href="./memberlist.php?u=3">Dot</a></strong> &raquo; Mon Mar 24, 2008 10:03 am </p>
  <div class="content">It holds.</div><div id="sig61" class="signature">Look twice</div></div>
 <dl class="postprofile"><dt><a href="./memberlist.php?u=3"><img></a><br><a
  href="./memberlist.php?u=3">Dot</a></dt></dl></div></div>
<div id="p62" class="post bg1"><div class="inner"><div class="postbody"><p class="author">by <strong>Eva</strong> &raquo;
   Tue Mar 25, 2008 9:00 am </p><div class="content"><blockquote><div><cite>Dot wrote:</cite>It holds.</div></blockquote>Does
    it?</div>
 </div></div></div></div></body></html>
"""


def test_a_topic_gives_its_replies(thread) -> None:
    """A quotation names its post, and keeps who wrote it without the arrow and the date beside."""
    assert [
        (None, "Ben", "It will not.", "Thu Mar 25, 2021 10:00 am", "2021-03-25"),
        ("c1", "Cem", "Ben wrote:\n\nIt will not.\n\nWhy?\n\n1 + 1", "Fri Mar 26, 2021 10:00 am", "2021-03-26"),
    ] == [(c.parent, c.author, c.text, c.date_text, c.date) for c in thread(NEW)]


def test_the_opening_post_is_the_article() -> None:
    """The article is the opening post's text and neither its author's box nor its signature."""
    text = read_page(Raw(source="-", key_source="-", form="html", data=NEW)).page.text
    assert "The old bridge over the river" in text
    assert not [w for w in ("Engineer\n", "Measure twice", "Last edited", "It will not") if w in text]


def test_a_later_page_of_3_0_has_readers_only(thread) -> None:
    """The date stands bare after the name; a quotation without a link names no post; the page's number tells what comes first."""
    assert [
        (None, "Dot", "It holds.", "Mon Mar 24, 2008 10:03 am", "2008-03-24"),
        (None, "Eva", "Dot wrote:\n\nIt holds.\n\nDoes it?", "Tue Mar 25, 2008 9:00 am", "2008-03-25"),
    ] == [(c.parent, c.author, c.text, c.date_text, c.date) for c in thread(OLD.format(page=2))]
    assert ["Eva"] == [c.author for c in thread(OLD.format(page=1))]
