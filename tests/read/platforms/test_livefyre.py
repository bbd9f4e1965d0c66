"""Livefyre's stream as its script drew it, and as a site printed it for readers without scripts."""

FRAME = '<div class="fyre"><div class="fyre-stream">{}</div></div>'


def post(author: str, date: str, text: str, replies: str = "") -> str:
    return (
        '<article class="fyre-comment-article fyre-comment-source-0" data-message-id="1"><div class="fyre-comment-wrapper">'
        f'<div class="fyre-comment-user"><img class="fyre-user-avatar" alt="{author}"></div><header class="fyre-comment-head">'
        f'<a class="fyre-comment-username"><span>{author}</span></a> <span class="fyre-comment-user-rating">5pts</span>{date}'
        f'</header><section class="fyre-comment-body"><div class="fyre-comment">{text}</div></section>'
        '<footer class="fyre-comment-footer"><a class="fyre-comment-like">Like</a> <a class="fyre-comment-reply">Reply</a>'
        f'</footer></div><div class="fyre-comment-replies fyre-comment-container">{replies}</div></article>'
    )


def test_a_drawn_stream_gives_its_tree(below) -> None:
    """Replies stand in the article of the post they answer; the machine's date stays beside the written one."""
    date = '<time class="fyre-comment-date" datetime="2013-09-0{}T08:00:00.000Z">{} days ago</time>'
    reply = post("Ben", date.format(2, 4), "<p>Wait<br>and see.</p>", post("Cem", date.format(3, 3), "<p>No.</p>"))
    found = below(
        FRAME.format(
            post("Ada Lo", date.format(1, 5), "<p>It will not last.</p><p>It never did.</p>", reply) + post("Dot", "", "Hm.")
        )
    )
    assert [
        ("Ada Lo", None, "5 days ago", "2013-09-01", "It will not last.\n\nIt never did."),
        ("Ben", "c1", "4 days ago", "2013-09-02", "Wait\nand see."),
        ("Cem", "c2", "3 days ago", "2013-09-03", "No."),
        ("Dot", None, None, None, "Hm."),
    ] == [(c.author, c.parent, c.date_text, c.date, c.text) for c in found]


def test_a_printed_stream_has_no_dates(below) -> None:
    """What a site prints for crawlers nests paragraphs in paragraphs and may lack dates; text and author are the same."""
    found = below(FRAME.format(post("Ada Lo", "", "<p><p>It will not last.</p></p>")))
    assert [("Ada Lo", None, "It will not last.")] == [(c.author, c.date_text, c.text) for c in found]
