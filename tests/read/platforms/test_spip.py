"""SPIP's forums: the templates it ships, the older ones before them, and one made from them by a site."""

import pytest

FRAME = '<div class="comments" id="forum">{}</div>'


SHIPPED = (
    '<ul class="forum"><li class="forum-fil">{first}<ul><li>{second}</li></ul></li><li class="forum-fil">{third}</li></ul>'
    '<ul class="forum previsu"><li class="forum-fil"><div class="forum-message">A preview.</div></li></ul>'
)
HEADS = {
    "2": "<small>{date}, par <span>{who}</span></small>",
    "3": "<span class='date'>{date}</span> <span class='par'>par {who}</span>",
    "4": '<small class="forum-date"><abbr class="date" title="2018-04-05T08:03:00Z">{date}</abbr>, par '
    '<span class="forum-auteur"><a href="#">{who}</a></span></small>',
}


@pytest.mark.parametrize("version", HEADS)
def test_the_shipped_templates_give_their_tree(below, version: str) -> None:
    """Replies stand in a list in the list item; titles, links and "Répondre" are no text, and a preview is no post."""
    message = (
        '<div class="forum-message"><div class="forum-chapo"><strong class="forum-titre"><a href="#forum1">1. Titre</a></strong> '
        f'{HEADS[version]}</div><div class="forum-texte"><p>{{text}}</p><p class="hyperlien">Voir en ligne : <a>ici</a></p>'
        '<p class="repondre"><a href="#">Répondre à ce message</a></p></div></div>'
    )
    date = "5 avril 2018, 10:03"
    page = SHIPPED.format(
        first=message.format(date=date, who="Ada Lo", text="Non.</p><p>Jamais."),
        second=message.format(date=date, who="Ben", text="Pourquoi ?"),
        third=message.format(date=date, who="Cem", text="Bon."),
    )
    assert [
        ("Ada Lo", None, date, "2018-04-05", "Non.\n\nJamais."),
        ("Ben", "c1", date, "2018-04-05", "Pourquoi ?"),
        ("Cem", None, date, "2018-04-05", "Bon."),
    ] == [(c.author, c.parent, c.date_text, c.date, c.text) for c in below(FRAME.format(page))]


def test_the_older_template_marks_the_name_as_strong(below) -> None:
    """Before version 2 the date stood bare in the heading, the name in `strong` after it."""
    message = (
        '<div class="forum"><div class="forum-chapo"><div class="forum-titre">Titre</div>5 avril 2018, par '
        '<strong>{0}</strong></div><div class="forum-item"><p>Mots de {0}.</p></div></div>'
    )
    page = f"<ul><li>{message.format('Ada')}<ul><li>{message.format('Ben')}</li></ul></li></ul>"
    assert [("Ada", None, "5 avril 2018", "Mots de Ada."), ("Ben", "c1", "5 avril 2018", "Mots de Ben.")] == [
        (c.author, c.parent, c.date_text, c.text) for c in below(FRAME.format(page))
    ]


def test_a_template_of_a_sites_own_keeps_the_marks(below) -> None:
    """With the heading below the text and the classes of the comments plug-in, the machine's date completes the written one."""
    page = (
        '<ul class="comments-list"><li class="comment forum-fil"><div class="comment-message forum-message">'
        '<div class="comment-content forum-texte"><div class="comment-texte"><p>Non.</p></div></div>'
        '<div class="comment-meta forum-chapo"><span class="comment-author vcard"><strong class="fn n">Ada</strong></span> '
        '<abbr class="date" title="2020-01-09T12:06:00Z">'
        'Le 9 janvier à 13:06</abbr><p class="comment-reply repondre">Répondre</p></div></div></li></ul>'
    )
    assert [("Ada", "Le 9 janvier à 13:06", "2020-01-09", "Non.")] == [
        (c.author, c.date_text, c.date, c.text) for c in below(FRAME.format(page))
    ]
