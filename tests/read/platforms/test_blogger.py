"""Blogger's comments: threaded, in the older list of names and bodies, and as data for the script that draws them."""

import pytest

FRAME = '<div class="comments" id="comments"><h4>Comments</h4>{}</div>'


def block(number: int, name: str, date: str, text: str, replies: str = "") -> str:
    return (
        f'<li class="comment" id="c{number}"><div class="avatar-image-container"><img></div><div class="comment-block">'
        f'<div class="comment-header"><cite class="user blog-author"><a href="#">{name}</a></cite><span class="icon user"></span>'
        f'<span class="datetime secondary-text"><a href="https://example.org/p.html?showComment=1522922580000#c{number}">{date}</a>'
        f'</span></div><p class="comment-content">{text}</p><span class="comment-actions"><a class="comment-reply">Reply</a>'
        '<span class="item-control blog-admin"><a>Delete</a></span></span></div><div class="comment-replies">'
        '<div class="comment-thread inline-thread"><span class="thread-toggle"><a>Replies</a></span>'
        f'<ol class="thread-chrome"><div>{replies}</div><div class="continue"><a class="comment-reply">Reply</a></div></ol>'
        "</div></div></li>"
    )


def test_threaded_comments_give_their_tree(below) -> None:
    """Replies stand in the inline thread of the comment they answer; a removed comment is a tombstone in any language."""
    reply = block(2, "Ben", "6. April 2018 um 10:33", "Warum?<br><br>So<br>eben.")
    gone = block(3, "Cem", "7. April 2018 um 08:00", '<span class="deleted-comment">Vom Autor entfernt, wie er schreibt.</span>')
    found = below(
        FRAME.format(
            f'<div id="comment-holder"><div class="comment-thread toplevel-thread"><ol id="top-ra">'
            f"{block(1, 'Ada Lo', '5. April 2018 um 10:23', 'Nein.', reply + gone)}</ol></div></div>"
        )
    )
    assert [
        ("Ada Lo", None, "5. April 2018 um 10:23", "2018-04-05", "Nein.", False),
        ("Ben", "c1", "6. April 2018 um 10:33", "2018-04-06", "Warum?\n\nSo\neben.", False),
        ("Cem", "c1", "7. April 2018 um 08:00", "2018-04-07", "Vom Autor entfernt, wie er schreibt.", True),
    ] == [(c.author, c.parent, c.date_text, c.date, c.text, c.deleted) for c in found]


def test_the_permanent_link_tells_a_day_that_the_words_do_not(below) -> None:
    """A blog that prints only the hour still names the instant in each comment's link."""
    found = below(FRAME.format(f'<div class="comment-thread"><ol>{block(1, "Ada", "10:03 AM", "No.")}</ol></div>'))
    assert [("10:03 AM", "2018-04-05")] == [(c.date_text, c.date) for c in found]


@pytest.mark.parametrize("said", ["said...", "hat gesagt…", "a dit…", "dijo..."])
def test_the_older_list_is_read_in_turn(below, said: str) -> None:
    """A name with a verb, a body, and a foot with the date follow each other; linked and anonymous names alike."""
    page = (
        '<div id="Blog1_comments-block-wrapper"><dl class="avatar-comment-indent" id="comments-block">'
        f'<dt class="comment-author" id="c1"><a name="c1"></a><div class="avatar-image-container"><span>x</span></div>'
        f'<a href="#" rel="nofollow">Ada Lo</a>\n{said}</dt>'
        '<dd class="comment-body"><p>It will not last.<br><br>It never did.</p></dd>'
        '<dd class="comment-footer"><span class="comment-timestamp"><a href="?showComment=1522922580000#c1">'
        'April 5, 2018 at 10:03 AM</a><span class="item-control blog-admin"><a class="comment-delete">x</a></span></span></dd>'
        f'<dt class="comment-author anon-comment-author" id="c2">Anonymous {said}</dt><dd class="comment-body">'
        '<span class="deleted-comment">Gone.</span></dd><dd class="comment-footer"><span class="comment-timestamp">11:00</span>'
        "</dd></dl></div>"
    )
    assert [
        ("Ada Lo", "April 5, 2018 at 10:03 AM", "2018-04-05", "It will not last.\n\nIt never did.", False),
        ("Anonymous", "11:00", None, "Gone.", True),
    ] == [(c.author, c.date_text, c.date, c.text, c.deleted) for c in below(FRAME.format(page))]


SCRIPT = r"""<script type='text/javascript'>(function() {
 var items = [{'id': '11', 'body': 'It will \x3ci\x3enot\x3c/i\x3e last, \x22he\x22 said.\x3cbr /\x3eIt\'s so [1].', 'timestamp':
 '1522922580000', 'permalink': 'https://example.org/', 'author': {'name': 'Ada Lo'}, 'displayTime': 'April 5, 2018 at 10:03 AM'},
 {'id': '12', 'parentId': '11', 'body': 'Why?', 'timestamp': '1522922580000', 'author': {'name': 'Ben'}, 'deleteclass': 'x'}];
 var msgs = {'loadMore': 'Load more...'};
 })();</script><div id="comment-holder"></div>"""


def test_the_data_is_read_where_nothing_is_drawn(below) -> None:
    """The script's own notation, with its single quotes and escapes, gives the same tree."""
    assert [
        ("Ada Lo", None, "April 5, 2018 at 10:03 AM", "2018-04-05", 'It will not last, "he" said.\nIt\'s so [1].'),
        ("Ben", "c1", None, "2018-04-05", "Why?"),
    ] == [(c.author, c.parent, c.date_text, c.date, c.text) for c in below(FRAME.format(SCRIPT))]


def test_broken_data_is_no_thread(below) -> None:
    """A list that is cut off or holds something else gives no posts."""
    assert () == below(FRAME.format(SCRIPT.replace("}];", "}")))
    assert () == below(FRAME.format("<script>var items = [1, 'timestamp'];</script>"))
