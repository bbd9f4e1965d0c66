"""Drupal's comments in the core's own themes since version 6, in a theme of a site's own, and flat."""

from facta.read import markup
from facta.read.platforms import drupal
from facta.records import Comment

FRAME = '<div id="comments">{}</div>'
GENERATOR = '<meta name="Generator" content="Drupal 7 (http://drupal.org)">'

Row = tuple[str | None, str | None, str | None, str | None, str]


def rows(found: tuple[Comment, ...]) -> list[Row]:
    return [(c.author, c.parent, c.date_text, c.date, c.text) for c in found]


def six(number: int, submitted: str, text: str) -> str:
    return (
        f'<a id="comment-{number}"></a><div class="comment odd comment-published clear-block"><div class="clear-block">'
        f'<span class="submitted">{submitted}</span><h3><a href="/node/1#comment-{number}" class="active">Title</a></h3>'
        f'<div class="content"><p>{text}</p><div class="user-signature clear-block">— Me</div></div></div><div class="links">'
        f'<ul class="links"><li class="comment_reply first last"><a href="/comment/reply/1/{number}">reply</a></li></ul>'
        "</div></div>"
    )


def test_version_6_gives_its_tree(below) -> None:
    """Author and date stand in one line, the date first or last; replies in `indented` after the comment they answer."""
    page = (
        six(5, 'Fri, 04/13/2018 - 10:11 — <a href="/user/3">Ada Lo</a>', "It will not last.</p><p>It never did.")
        + f'<div class="indented">{six(7, "Submitted by Ben (not verified) on Sat, 04/14/2018 - 09:00.", "Why?")}'
        + f'<div class="indented">{six(9, "Sun, 04/15/2018 - 08:00 — Cem", "No.")}</div>'
        + f"{six(8, 'Sun, 04/15/2018 - 09:00 — Dot', 'Hm.')}</div>"
        + six(6, "Soumis par Eva le lun, 04/16/2018 - 07:00.", "Bon.")
    )
    assert [
        ("Ada Lo", None, "Fri, 04/13/2018 - 10:11", "2018-04-13", "It will not last.\n\nIt never did."),
        ("Ben", "c1", "Sat, 04/14/2018 - 09:00", "2018-04-14", "Why?"),
        ("Cem", "c2", "Sun, 04/15/2018 - 08:00", "2018-04-15", "No."),
        ("Dot", "c1", "Sun, 04/15/2018 - 09:00", "2018-04-15", "Hm."),
        ("Eva", None, "lun, 04/16/2018 - 07:00", "2018-04-16", "Bon."),
    ] == rows(below(FRAME.format(page), GENERATOR))


def seven(number: int, name: str, day: int, text: str, answers: str = "") -> str:
    reply = (
        f'<span rel="sioc:reply_of" resource="/comment/{answers}#comment-{answers}" class="rdf-meta"></span>' if answers else ""
    )
    return (
        f'<a id="comment-{number}"></a><div class="comment odd clearfix" about="/comment/{number}#comment-{number}" '
        f'typeof="sioc:Post sioct:Comment"><h3 property="dc:title"><a href="/comment/{number}#comment-{number}" '
        f'class="permalink">Title</a></h3><div class="submitted"><a href="#" class="permalink">Permalink</a>'
        f'<span property="dc:date dc:created" content="2018-04-0{day}T10:11:00+02:00" rel="sioc:has_creator">Submitted by '
        f'<span class="username" property="foaf:name">{name} (not verified)</span> on Thu, 04/0{day}/2018 - 10:11</span></div>'
        f'<div class="content"><span rel="sioc:reply_of" resource="/node/1" class="rdf-meta"></span>{reply}<div class="field '
        f'field-name-comment-body"><div class="field-items"><div class="field-item even" property="content:encoded"><p>{text}</p>'
        '</div></div></div></div><ul class="links inline"><li class="comment-reply"><a href="#">reply</a></li></ul></div>'
    )


def test_version_7_gives_its_tree(below) -> None:
    """The machine's date tells day from month where the written one can't."""
    page = seven(12, "Ada Lo", 5, "It will not last.") + f'<div class="indented">{seven(13, "Ben", 6, "Why?")}</div>'
    assert [
        ("Ada Lo", None, "Thu, 04/05/2018 - 10:11", "2018-04-05", "It will not last."),
        ("Ben", "c1", "Thu, 04/06/2018 - 10:11", "2018-04-06", "Why?"),
    ] == rows(below(FRAME.format(page), GENERATOR))


def test_a_flat_list_keeps_what_answers_what(below) -> None:
    """A site that shows comments flat still says for machines which comment each answers."""
    page = seven(12, "Ada", 5, "One.") + seven(13, "Ben", 6, "Two.") + seven(14, "Cem", 7, "Three.", answers="12")
    assert [None, None, "c1"] == [c.parent for c in below(FRAME.format(page), GENERATOR)]


def test_version_8_gives_its_tree(below) -> None:
    """Articles with a footer of author and time; the "new" mark holds the seconds, a line for screen readers the parent."""
    post = (
        '<a id="comment-{n}"></a><article role="article" data-comment-user-id="0" id="comment-{n}" class="comment js-comment">'
        '<span class="hidden comment__new" data-comment-timestamp="1522922580"></span><footer class="comment__meta">'
        '<article class="profile"><img></article><p class="comment__author"><span class="username">{who}</span></p>'
        '<p class="comment__time">Thu, 04/05/2018 - 10:03</p><p class="comment__permalink"><a href="/comment/{n}#comment-{n}">'
        'Permalink</a></p>{to}</footer><div class="comment__content"><h3 class="comment__title">'
        '<a class="permalink">Title</a></h3>'
        '<div class="clearfix text-formatted field field--name-comment-body"><p>{text}</p></div>'
        '<ul class="links inline"><li><a href="/comment/reply/node/1/comment/{n}">Reply</a></li></ul></div></article>'
    )
    to = '<p class="visually-hidden">In reply to <a href="/comment/2#comment-2" class="permalink">Title</a> by Ada</p>'
    page = post.format(n=2, who="Ada", text="It will not last.", to="") + post.format(n=3, who="Ben", text="Why?", to=to)
    script = '<script data-drupal-selector="drupal-settings-json">{}</script>'
    assert [
        ("Ada", None, "Thu, 04/05/2018 - 10:03", "2018-04-05", "It will not last."),
        ("Ben", "c1", "Thu, 04/05/2018 - 10:03", "2018-04-05", "Why?"),
    ] == rows(below(FRAME.format(page), script))


def test_a_theme_of_its_own_is_read_by_the_anchors(below) -> None:
    """Whatever a theme prints between the core's anchors is one comment, the date beside the name or in two elements."""
    post = (
        '<a id="comment-{n}"></a><div class="spacer"></div><div class="reader_note"><div class="infos">'
        '<div class="comment_title">Title</div><div class="comment_author">'
        'Eingetragen von <span class="comment_author_name">{who}</span>, am 5. April 2018'
        '</div></div><div class="comment_content"><p>{text}</p></div></div><div class="clearer"></div>'
    )
    other = (
        '<a id="comment-4"></a><div class="entry"><h3 class="name"><span class="username">Cem</span></h3><div class="content">'
        '<p>Hm.</p></div><ul class="links"><li class="date">April 6, 2018</li><li class="time">2:20 AM</li></ul></div>'
    )
    page = post.format(n=2, who="Ada", text="A.") + f'<div class="indented">{post.format(n=3, who="Ben", text="B.")}</div>{other}'
    assert [
        ("Ada", None, "5. April 2018", "2018-04-05", "A."),
        ("Ben", "c1", "5. April 2018", "2018-04-05", "B."),
        ("Cem", None, "April 6, 2018 2:20 AM", "2018-04-06", "Hm."),
    ] == rows(below(FRAME.format(page), '<link href="/sites/all/themes/ours/style.css">'))


def test_anchors_of_other_systems_are_left_alone() -> None:
    """Without a sign of Drupal on the page, its kind of anchor says nothing."""
    tree, _ = markup.parse('<html><body><a id="comment-1"></a><div class="comment">Words.</div></body></html>')
    assert drupal.recognises(tree) is False
