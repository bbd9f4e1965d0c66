"""XenForo: a topic of version 2, a later page of version 1, and the posts below an article."""

from facta.read.page import read_page
from facta.read.raw import Raw

SECOND = """
<html id="XF"><head><title>Will the bridge hold? | Example Forum</title></head><body>
<div class="p-title"><h1 class="p-title-value">Will the bridge hold?</h1></div>
<div class="block-container lbContainer"><div class="block-body js-replyNewMessageContainer">
<article class="message message--post js-post js-inlineModContainer" data-author="Ada" data-content="post-101" id="js-post-101">
 <span class="u-anchorTarget" id="post-101"></span><div class="message-inner">
 <div class="message-cell message-cell--user"><section class="message-user"><div class="message-userDetails">
  <h4 class="message-name"><a class="username">Ada</a></h4><h5 class="userTitle">Engineer</h5></div></section></div>
 <div class="message-cell message-cell--main"><div class="message-main js-quickEditTarget">
  <header class="message-attribution message-attribution--split"><ul class="message-attribution-main"><li>
   <time class="u-dt" datetime="2021-03-04T10:00:00+0000">Mar 4, 2021</time></li></ul>
   <ul class="message-attribution-opposite"><li><a href="/threads/5/post-101">#1</a></li></ul></header>
  <div class="message-content js-messageContent"><div class="message-userContent"><article class="message-body">
   <div class="bbWrapper">The old bridge over the river was closed in March after the ministry found cracks in two of its piers,
    and the council has to decide by the summer whether it can be repaired at all or has to be built anew.<br><br>
    Engineers from the capital are to look at it again in May, the mayor told the local paper on
     Thursday.</div></article></div></div>
  <aside class="message-signature"><div class="bbWrapper">Sent from my drawing board</div></aside>
  </div></div></div></article>
<article class="message message--post js-post" data-author="Ben" data-content="post-102" id="js-post-102"><div
 class="message-inner">
 <div class="message-cell message-cell--user"><h4 class="message-name"><a class="username">Ben</a></h4>
  <h5 class="userTitle">New member</h5></div>
 <div class="message-cell message-cell--main"><header class="message-attribution"><ul class="message-attribution-main"><li>
   <time class="u-dt" datetime="2021-03-05T09:30:00+0000">Mar 5, 2021</time></li></ul>
   <ul class="message-attribution-opposite"><li><a href="/threads/5/post-102">#2</a></li></ul></header>
  <article class="message-body js-selectToQuote"><div class="bbWrapper">
   <blockquote class="bbCodeBlock bbCodeBlock--quote" data-quote="Ada" data-source="post: 101">
    <div class="bbCodeBlock-title"><a href="/goto/post?id=101" class="bbCodeBlock-sourceJump">Ada said:</a></div>
    <div class="bbCodeBlock-content"><div class="bbCodeBlock-expandContent">closed in March</div>
    <div class="bbCodeBlock-expandLink"><a>Click to expand...</a></div></div></blockquote>
   It was February.<div class="js-selectToQuoteEnd">&nbsp;</div></div></article>
  <div class="message-lastEdit">Last edited: <time class="u-dt" datetime="2021-03-06T00:00:00+0000">Mar 6, 2021</time></div>
  <div class="reactionsBar">Ada</div></div></div></article>
<div class="message message--post"><div class="message-inner">An advertisement</div></div>
<article class="message message--post js-post" data-author="Cem" data-content="post-103" id="js-post-103"><div
 class="message-inner">
 <div class="message-cell message-cell--main"><header class="message-attribution">
   <time class="u-dt" datetime="2021-03-07T09:30:00+0000">Mar 7, 2021</time></header>
  <article class="message-body"><div class="bbWrapper">
   <blockquote class="bbCodeBlock bbCodeBlock--quote" data-quote="Ben" data-source="post: 102">
    <div class="bbCodeBlock-title"><a href="/goto/post?id=102">Ben said:</a></div>
    <div class="bbCodeBlock-content">It was February.</div></blockquote><p>So it was.</p></div></article></div></div></article>
<div class="message message--deleted message--post js-post" data-author="Dot" data-content="post-104" id="js-post-104">
 <div class="message-inner"><div class="message-cell"><div class="messageNotice messageNotice--deleted">
  This message has been deleted by Ada.</div></div></div></div>
</div></div></body></html>
"""

FIRST = """
<html id="XenForo"><body><h1>Will the bridge hold?</h1><ol class="messageList" id="messageList">
<li id="post-221" class="sectionMain message" data-author="Eva">
 <div class="messageUserInfo"><h3 class="userText"><a class="username">Eva</a><em class="userTitle">Active Member</em></h3></div>
 <div class="messageInfo primaryContent"><div class="messageContent"><article>
  <blockquote class="messageText SelectQuoteContainer ugc baseHtml">It will not.
   <div class="messageTextEndMarker">&nbsp;</div></blockquote></article></div>
 <div class="editDate">Last edited: <span class="DateTime" title="Apr 3, 2014 at 8:00 AM">Apr 3, 2014</span></div>
 <div class="baseHtml signature messageText ugc"><aside>Look twice</aside></div>
 <div class="messageMeta"><div class="privateControls"><a href="#" class="datePermalink">
  <span class="DateTime" title="Apr 2, 2014 at 5:04 PM">Apr 2, 2014</span></a></div>
  <div class="publicControls"><a href="#post-221" class="item muted postNumber hashPermalink">#21</a></div></div></div></li>
<li id="post-222" class="sectionMain message" data-author="Fay">
 <div class="messageUserInfo"><h3 class="userText"><a class="username">Fay</a></h3></div>
 <div class="messageInfo primaryContent"><div class="messageContent"><article><blockquote class="messageText ugc baseHtml">
  <div class="bbCodeBlock bbCodeQuote" data-author="Eva"><aside><div class="attribution type">Eva said:
   <a href="goto/post?id=221#post-221" class="AttributionLink">&uarr;</a></div><blockquote class="quoteContainer">
   <div class="quote">It will not.</div><div class="quoteExpand">Click to expand...</div></blockquote></aside></div>Why?
  </blockquote></article></div><div class="messageMeta"><abbr class="DateTime" data-time="1396544645">Yesterday at 5:04 PM</abbr>
  <a class="postNumber">#22</a></div></div></li></ol></body></html>
"""


def test_a_topic_of_version_2_gives_its_replies(thread) -> None:
    """The opening post is no reader's; a reply to a quoted post on the page is its child; what is deleted leaves its notice."""
    assert [
        (None, "Ben", "Ada said:\n\nclosed in March\n\nIt was February.", "Mar 5, 2021", "2021-03-05", False),
        ("c1", "Cem", "Ben said:\n\nIt was February.\n\nSo it was.", "Mar 7, 2021", "2021-03-07", False),
        (None, "Dot", "This message has been deleted by Ada.", None, None, True),
    ] == [(c.parent, c.author, c.text, c.date_text, c.date, c.deleted) for c in thread(SECOND)]


def test_the_opening_post_is_the_article() -> None:
    """What opens a topic is read as the page's article, without who wrote it, its signature and the replies."""
    text = read_page(Raw(source="-", key_source="-", form="html", data=SECOND)).page.text
    assert text.startswith("Will the bridge hold?\n\nThe old bridge over the river")
    assert text.endswith("on Thursday.")
    assert not [words for words in ("Engineer\n", "drawing board", "February", "New member", "#1") if words in text]


def test_a_later_page_of_version_1_has_readers_only(thread) -> None:
    """The number of the first post tells that the topic began before; its date is not that of its last edit."""
    assert [
        (None, "Eva", "It will not.", "Apr 2, 2014", "2014-04-02"),
        ("c1", "Fay", "Eva said:\n\nIt will not.\n\nWhy?", "Yesterday at 5:04 PM", "2014-04-03"),
    ] == [(c.parent, c.author, c.text, c.date_text, c.date) for c in thread(FIRST)]


def test_posts_below_an_article_are_all_readers(thread) -> None:
    """Sites show the first posts of a topic below their article: none of them opens anything."""
    post = (
        '<li class="xenforo-comment" id="xenforo-comment-{n}"><div class="xenforo-comment-content"><header>'
        '<span class="author-name">{who}</span><span class="post-date">17 September 2020 14:17</span></header>'
        '<div class="js-read-more">Words of {who}.</div><span class="xf-comment-reply"><a>Reply</a></span></div></li>'
    )
    page = f"<html><body><h1>T</h1><ul>{post.format(n=7, who='Ada')}{post.format(n=8, who='Ben')}</ul></body></html>"
    assert [("Ada", "Words of Ada.", "2020-09-17"), ("Ben", "Words of Ben.", "2020-09-17")] == [
        (c.author, c.text, c.date) for c in thread(page)
    ]
