"""Stack Exchange as it is, and with the tables of its first years."""

from facta.read.page import read_page
from facta.read.raw import Raw

COMMENT = """
<li id="comment-{n}" class="comment js-comment" data-comment-id="{n}"><div class="js-comment-actions comment-actions">
  <div class="comment-score"><span class="cool">3</span></div></div>
 <div class="comment-text js-comment-text-and-form"><div class="comment-body"><span class="comment-copy">{text}</span>
  <div class="d-inline-flex">&ndash;&nbsp;<a href="/users/7" class="comment-user">{who}</a></div>
  <span class="comment-date"><a class="comment-link"><span title="2020-02-03 04:05:06Z, License: CC BY-SA 4.0"
   class="relativetime-clean">
  Feb 3, 2020 at 4:05</span></a></span></div></div></li>
"""
SIGNED = """
<div class="user-info"><div class="user-action-time">{did} <span title="2019-01-0{day} 10:00:00Z" class="relativetime">Jan
 {day}, 2019 at 10:00
 </span></div><div class="user-gravatar32"></div><div class="user-details" {own}><a href="/users/5">{who}</a>{name}
 <div class="-flair"><span class="reputation-score">1,204</span></div></div></div>
"""
NEW = """
<html><head><title>How long does a bridge hold?</title></head><body><div id="question-header"><h1><a>How long does a bridge
 hold?</a></h1></div>
<div id="mainbar"><div class="question js-question" data-questionid="1" id="question"><div class="postcell">
 <div class="s-prose js-post-body" itemprop="text"><p>The old bridge over the river was closed in March after the ministry
  found cracks in
  two of its piers, and I wonder how such a thing is measured.</p><p>What do engineers look at, and how often do
   they?</p></div></div>
 <div id="comments-1" class="comments js-comments-container"><ul class="comments-list">{on_question}</ul></div>
 <div id="comments-link-1"><a>Show 2 more comments</a></div></div>
<div id="answers"><h2>2 Answers</h2>
 <div id="answer-2" class="answer js-answer accepted-answer" data-answerid="2"><div class="post-layout"><div
  class="js-vote-count">12</div>
  <div class="answercell"><div class="s-prose js-post-body" itemprop="text"><p>At the piers.</p><pre><code>1 +
   1</code></pre></div>
   <div class="post-signature">{edited}</div><div class="post-signature owner">{answered}</div></div>
  <div id="comments-2" class="comments"><ul class="comments-list">{on_answer}</ul></div></div></div>
 <div id="answer-3" class="answer js-answer" data-answerid="3"><div class="s-prose js-post-body"><p>Every year.</p></div>
  <div class="user-info"><div class="user-action-time">answered <span class="relativetime">Jan 9, 2019 at 10:00</span></div>
  <div class="user-details"><span class="community-wiki">Community wiki</span></div></div></div>
</div></div></body></html>
"""
OLD = """
<html><body><h1>How long?</h1><div id="question" class="question"><table><tr><td class="postcell"><div
 class="post-text"><p>How long?</p></div>
</td></tr></table></div><div id="answers"><div id="answer-8" class="answer" data-answerid="8"><table><tr><td class="answercell">
 <div class="post-text"><p>For ever.</p></div><table class="fw"><tr><td class="post-signature"><div class="user-info">
  <div class="user-action-time">answered <span title="2010-05-06 07:08:09Z" class="relativetime">May 6 '10 at 7:08</span></div>
  <div class="user-details"><a href="/users/3">Eva</a><br><span
   class="reputation-score">7</span></div></div></td></tr></table></td></tr>
 <tr><td class="votecell"></td><td><div id="comments-8" class="comments"><table><tbody><tr id="comment-80" class="comment"><td>
  <span class="comment-score">2</span></td><td class="comment-text"><div class="comment-body"><span
   class="comment-copy">Surely not.</span>
  &ndash;&nbsp;<a class="comment-user">Fay</a> <span class="comment-date"><span title="2010-05-07 07:08:09Z"
   class="relativetime-clean">
  May 7 '10 at 7:08</span></span></div></td></tr></tbody></table></div></td></tr></table></div></div></body></html>
"""


def whole() -> str:
    name = '<span class="d-none" itemprop="name">Ben</span>'
    return NEW.format(
        on_question=COMMENT.format(n=10, text="Which bridge?", who="Ada"),
        on_answer=COMMENT.format(n=20, text="And the deck?", who="Dot"),
        edited=SIGNED.format(did="edited", day=3, who="Cem", own="", name=""),
        answered=SIGNED.format(did="answered", day=2, who="Ben", own='itemprop="author"', name=name),
    )


def test_answers_and_comments_are_posts(thread) -> None:
    """A comment on an answer answers it, one on the question and the answers answer no post; editors are no authors."""
    assert [
        (None, "Ada", "Which bridge?", "Feb 3, 2020 at 4:05", "2020-02-03"),
        (None, "Ben", "At the piers.\n\n1 + 1", "Jan 2, 2019 at 10:00", "2019-01-02"),
        ("c2", "Dot", "And the deck?", "Feb 3, 2020 at 4:05", "2020-02-03"),
        (None, "Community wiki", "Every year.", "Jan 9, 2019 at 10:00", "2019-01-09"),
    ] == [(c.parent, c.author, c.text, c.date_text, c.date) for c in thread(whole())]


def test_the_question_is_the_article() -> None:
    """What is asked stays on the page; answers, comments and the links below them go."""
    text = read_page(Raw(source="-", key_source="-", form="html", data=whole())).page.text
    assert text.startswith("How long does a bridge hold?\n\nThe old bridge")
    assert not [w for w in ("piers.\n", "Which bridge", "Every year", "more comments") if w in text.replace("of its piers", "")]


def test_the_tables_of_its_first_years_are_read(thread) -> None:
    """Comments were rows, their signatures cells."""
    assert [(None, "Eva", "For ever.", "2010-05-06"), ("c1", "Fay", "Surely not.", "2010-05-07")] == [
        (c.parent, c.author, c.text, c.date) for c in thread(OLD)
    ]
