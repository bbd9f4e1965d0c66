"""vBulletin: a topic of version 4, a later page of version 3, and version 5 with comments on posts."""

from facta.read.page import read_page
from facta.read.raw import Raw

FOURTH = """
<html><head><title>Will the bridge hold?</title></head><body class="vb4"><div id="pagetitle"><h1>Will the bridge hold?</h1></div>
<div id="postlist" class="postlist"><ol id="posts" class="posts">
<li class="postbitlegacy postbitim postcontainer old" id="post_11"><div class="posthead"><span class="postdate old">
  <span class="date">03-24-2012,&nbsp;<span class="time">10:03 AM</span></span></span>
  <span class="nodecontrols"><a name="post11" href="#post11" class="postcounter">#1</a></span></div>
 <div class="postdetails"><div class="userinfo"><div class="username_container"><a class="username
  offline"><strong>Ada</strong></a>
   </div><span class="usertitle">Senior Member</span><dl class="userinfo_extra"><dt>Posts</dt><dd>1,204</dd></dl></div>
  <div class="postbody"><div class="postrow"><h2 class="title icon">Will the bridge hold?</h2><div class="content">
   <div id="post_message_11"><blockquote class="postcontent restore">The old bridge over the river was closed in March after the
    ministry found cracks in two of its piers, and the council has to decide by the summer what will become of it.<br><br>
    Engineers from the capital are to look at it again in May, the mayor told the local paper on
     Thursday.</blockquote></div></div></div>
  <div class="after_content"><blockquote class="signature restore">Measure twice</blockquote></div></div></div></li>
<li class="postbitlegacy postbitim postcontainer old" id="post_12"><div class="posthead"><span class="postdate old">
  <span class="date">03-25-2012,&nbsp;<span class="time">09:00 AM</span></span></span><a class="postcounter">#2</a></div>
 <div class="postdetails"><div class="userinfo"><a class="username offline"><strong>Ben</strong></a></div>
  <div class="postbody"><div class="content"><div id="post_message_12"><blockquote class="postcontent restore">It will not.
   </blockquote></div></div></div></div></li>
<li class="postbitlegacy postbitim postcontainer old" id="post_13"><div class="posthead"><span class="postdate old">
  <span class="date">03-26-2012,&nbsp;<span class="time">09:00 AM</span></span></span><a class="postcounter">#3</a></div>
 <div class="postdetails"><div class="userinfo"><a class="username offline"><strong>Cem</strong></a></div>
  <div class="postbody"><div class="content"><div id="post_message_13"><blockquote class="postcontent restore">
   <div class="bbcode_container"><div class="bbcode_quote"><div class="quote_container"><div class="bbcode_quote_container"></div>
    <div class="bbcode_postedby"><img alt="Quote"> Originally Posted by <strong>Ben</strong>
     <a href="showthread.php?p=12#post12" rel="nofollow"><img alt="View Post"></a></div>
    <div class="message">It will not.</div></div></div></div>Why?</blockquote></div></div></div></div></li>
<li class="postbitdeleted postbitlegacy" id="post_14"><div class="posthead"><span class="postdate">03-27-2012, 08:00
 AM</span></div>
 <div class="postdetails"><a class="username">Dot</a><div class="postbody">This message has been deleted by Ada.</div></div></li>
</ol></div></body></html>
"""

THIRD_POST = """
<table id="post{n}" class="tborder" width="100%"><tr>
 <td class="thead"><div class="normal" style="float:right">&nbsp;#<a href="showpost.php?p={n}"
  id="postcount{n}"><strong>{place}</strong></a>
  </div><div class="normal"><a name="post{n}"><img class="inlineimg"></a> 03-24-2008, 10:03 AM</div></td></tr>
 <tr><td class="alt2"><table><tr><td><div id="postmenu_{n}"><a class="bigusername" href="member.php?u={n}">{who}</a></div>
  <div class="smallfont">Junior Member</div></td><td><div class="smallfont">Join Date: Jan 2007</div></td></tr></table></td></tr>
 <tr><td class="alt1" id="td_post_{n}"><div class="smallfont"><strong>Re: The bridge</strong></div><hr>
  <div id="post_message_{n}">{text}</div><div>__________________<br>Look twice</div></td></tr></table>
"""
THIRD_QUOTE = """
<div style="margin:20px"><div class="smallfont" style="margin-bottom:2px">Quote:</div><table><tr>
 <td class="alt2" style="border:1px inset"><div>Originally Posted by <strong>Eva</strong>
  <a href="showthread.php?p=31#post31"><img src="viewpost.gif"></a></div><div style="font-style:italic">It holds.</div></td>
</tr></table></div>It does.
"""

FIFTH = """
<html><body><h1 class="main-title">The bridge</h1><ul class="conversation-list list-container stream-view thread-view">
<li class="b-post js-post list-item" data-node-id="51"><div class="b-userinfo"><div
 class="author"><strong><a>Ada</a></strong></div></div>
 <div class="b-post__timestamp"><time datetime="2015-03-24T10:03:22">03-24-2015, 10:03 AM</time></div>
 <a class="b-post__count js-show-post-link">#1</a><h2 class="b-post__title">The bridge</h2>
 <div class="js-post__content-text restore">It was closed in March.</div>
 <ul class="b-comments__list"><li class="b-comment js-comment" data-node-id="52"><div class="author"><a>Ben</a></div>
  <time class="b-post__timestamp" datetime="2015-03-24T11:00:00">03-24-2015, 11:00 AM</time>
  <div class="js-post__content-text">In February.</div></li></ul></li>
<li class="b-post js-post list-item" data-node-id="53"><div class="author"><strong><a>Cem</a></strong></div>
 <div class="b-post__timestamp"><time datetime="2015-03-25T10:00:00">03-25-2015, 10:00 AM</time></div><a
  class="b-post__count">#2</a>
 <div class="js-post__content-text restore"><div class="bbcode_quote"><div class="bbcode_postedby">Originally posted by
  <strong>Ben</strong> <a href="/forum/5-bridge?p=52#post52"></a></div><div class="message">In February.</div></div>Yes.</div>
 <div class="post-signature restore">Look twice</div>
 <ul class="b-comments__list"><li class="b-comment js-comment" data-node-id="54"><div class="author"><a>Dot</a></div>
  <div class="js-post__content-text">No.</div></li></ul></li>
</ul></body></html>
"""


def test_a_topic_of_version_4_gives_its_replies(thread) -> None:
    """Replies after the opening post, one to a quoted post as its child, a deleted one by its notice."""
    assert [
        (None, "Ben", "It will not.", "03-25-2012, 09:00 AM", "2012-03-25", False),
        ("c1", "Cem", "Originally Posted by Ben\n\nIt will not.\n\nWhy?", "03-26-2012, 09:00 AM", "2012-03-26", False),
        (None, "Dot", "This message has been deleted by Ada.", "03-27-2012, 08:00 AM", "2012-03-27", True),
    ] == [(c.parent, c.author, c.text, c.date_text, c.date, c.deleted) for c in thread(FOURTH)]


def test_the_opening_post_is_the_article() -> None:
    """The article is the opening post's text, without its author's box and signature and without replies."""
    text = read_page(Raw(source="-", key_source="-", form="html", data=FOURTH)).page.text
    assert text.startswith("Will the bridge hold?\n\nThe old bridge")
    assert text.endswith("on Thursday.")


def test_a_later_page_of_version_3_has_readers_only(thread) -> None:
    """Tables told by the cell of their number; the label over a quotation is no text, who said it is."""
    first = THIRD_POST.format(n=31, place=16, who="Eva", text="It holds.")
    second = THIRD_POST.format(n=32, place=17, who="Fay", text=THIRD_QUOTE)
    assert [
        (None, "Eva", "It holds.", "03-24-2008, 10:03 AM"),
        ("c1", "Fay", "Originally Posted by Eva\n\nIt holds.\n\nIt does.", "03-24-2008, 10:03 AM"),
    ] == [(c.parent, c.author, c.text, c.date_text) for c in thread(f"<html><body><h1>T</h1>{first}{second}</body></html>")]


def test_version_5_has_comments_on_posts(thread) -> None:
    """A comment on the opening post answers no reader's post, one on a reply answers it, and quotations name nodes."""
    assert [
        (None, "Ben", "In February.", "2015-03-24"),
        ("c1", "Cem", "Originally posted by Ben\n\nIn February.\n\nYes.", "2015-03-25"),
        ("c2", "Dot", "No.", None),
    ] == [(c.parent, c.author, c.text, c.date) for c in thread(FIFTH)]
