"""Discourse: topics as crawlers get them, now and before, as the script draws them, and comments embedded elsewhere."""

import pytest

from facta.read.page import read_page
from facta.read.raw import Raw

CRAWLER_POST = """
<div id='post_{n}' {kind} class='topic-body crawler-post'><div class='crawler-post-meta'>
  <span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person">
   <a itemprop="url" rel='nofollow' href='/u/{who}'><span itemprop='name'>{who}</span></a> (Full Name)</span>
  <span class="crawler-post-infos"><time itemprop='datePublished' datetime='2021-03-0{n}T10:00:00Z' class='post-time'>
   March {n}, 2021, 10:00am</time><meta itemprop='dateModified' content='2021-03-09T10:00:00Z'>
   <span itemprop='position'>{n}</span></span></div>
 <div class='post' itemprop='text'>{text}</div>
 <div itemprop="interactionStatistic"><span class='post-likes'>3 Likes</span></div>
 <div class='crawler-linkback-list'><a href='/t/other'>Another topic</a></div></div>
"""
OLD_POST = """
<div itemscope itemtype='http://schema.org/DiscussionForumPosting' class='topic-body crawler-post'><div class='crawler-post-meta'>
  <div itemprop='publisher' itemscope><meta itemprop='name' content='Example'></div>
  <span class='creator' itemprop='author' itemscope><a itemprop="url" href='/u/{who}'><span
   itemprop='name'>{who}</span></a></span>
  <time itemprop='datePublished' datetime='2016-03-0{n}T10:00:00Z' class='post-time'>2016-03-0{n} 10:00:00 UTC</time>
  <span itemprop='position'>#{n}</span></div><div class='post' itemprop='articleBody'>{text}</div></div>
"""
DRAWN_POST = """
<div class="topic-post clearfix regular"><article id="post_{n}" data-post-id="9{n}" class="boxed onscreen-post"><div class="row">
 <div class="topic-body"><div class="topic-meta-data"><div class="names"><span class="first username"><a>{who}</a></span>
  <span class="second full-name">Full Name</span></div><div class="post-infos"><div class="post-info post-date"><a
   class="post-date">
  <span class="relative-date" data-time="161459280{n}000" title="Mar 1, 2021 10:00 am">Mar '21</span></a></div></div></div>
  <div class="regular contents"><div class="cooked">{text}</div></div></div></div></article></div>
"""
OPENING = """
<p>The old bridge over the river was closed in March after the ministry found cracks in two of its piers, and the council has to
decide by the summer whether it can be repaired at all or has to be built anew.</p><p>Engineers are to look at it again in
 May.</p>
"""
QUOTE = """
<aside class="quote no-group" data-username="Ben" data-post="2" data-topic="5"><div class="title"><div class="quote-controls">
</div><img class="avatar"> Ben:</div><blockquote><p>It will not.</p></blockquote></aside><p>Why?</p>
"""
ELSEWHERE = """
<aside class="quote" data-post="2" data-topic="8"><div class="title"><a href="/t/other/8/2">Another topic</a></div>
<blockquote><p>It fell.</p></blockquote></aside><p>There, yes.</p>
"""
EMBEDDED = """
<html class="embed"><body><header><a class="button">Continue Discussion</a><span class="replies">2 replies</span></header>
<article class="post" id="post-902"><a class="post-date" title="March 2, 2021">March 2</a>
 <div class="author"><a><img class="avatar"></a></div><div class="cooked"><h3 class="username"><a class="new-user">Ben</a>
  <span class="title">Builder</span></h3><p>It will not.</p><a class="post-replies button">1 reply</a></div></article><hr>
<article class="post" id="post-905"><a class="post-date" title="March 3, 2021">March 3</a>
 <a class="in-reply-to" data-link-to-post="902">in reply to Ben</a><div class="author"></div>
 <div class="cooked"><h3 class="username"><a>Cem</a></h3><p>Why?</p></div></article></body></html>
"""


def topic(post: str) -> str:
    said = [("Ada", OPENING), ("Ben", "<p>It will not.</p>"), ("Cem", QUOTE), ("Dot", ELSEWHERE)]
    drawn = "".join(
        post.format(n=n, who=who, text=text, kind="itemprop='comment'") for n, (who, text) in enumerate(said, start=1)
    )
    head = "<head><title>Will it hold?</title></head>"
    return f'<html>{head}<body><div id="topic-title"><h1>Will it hold?</h1></div>{drawn}</body></html>'


@pytest.mark.parametrize("post", [CRAWLER_POST, OLD_POST, DRAWN_POST], ids=["crawler", "older", "drawn"])
def test_a_topic_gives_its_replies(thread, post: str) -> None:
    """Replies by the post they quote, unless that stands in another topic; likes and links from elsewhere are no text."""
    found = thread(topic(post))
    assert [
        (None, "Ben", "It will not."),
        ("c1", "Cem", "Ben:\n\nIt will not.\n\nWhy?"),
        (None, "Dot", "Another topic\n\nIt fell.\n\nThere, yes."),
    ] == [(c.parent, c.author, c.text) for c in found]


def test_dates_are_kept_as_written_and_as_days(thread) -> None:
    """The words the page shows, and the day that its attributes tell."""
    assert [("March 2, 2021, 10:00am", "2021-03-02"), ("2016-03-02 10:00:00 UTC", "2016-03-02"), ("Mar '21", "2021-03-01")] == [
        (c.date_text, c.date) for post in (CRAWLER_POST, OLD_POST, DRAWN_POST) for c in thread(topic(post))[:1]
    ]


@pytest.mark.parametrize("post", [CRAWLER_POST, DRAWN_POST], ids=["crawler", "drawn"])
def test_the_opening_post_is_the_article(post: str) -> None:
    """The article is what opens the topic, and nothing that answers it."""
    text = read_page(Raw(source="-", key_source="-", form="html", data=topic(post))).page.text
    assert "The old bridge over the river" in text
    assert "It will not" not in text and "Another topic" not in text


def test_embedded_comments_answer_what_they_link_to(thread) -> None:
    """All embedded posts are readers'; one that says what it is in reply to answers that one."""
    assert [(None, "Ben", "It will not.", "March 2", "2021-03-02"), ("c1", "Cem", "Why?", "March 3", "2021-03-03")] == [
        (c.parent, c.author, c.text, c.date_text, c.date) for c in thread(EMBEDDED)
    ]
