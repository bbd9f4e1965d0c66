"""What stands where an article would."""

import pytest
from lxml import html

from facta.read import barriers
from facta.read.page import read_page
from facta.read.raw import Raw
from facta.records import Reading
from tests.read.pages import PARAGRAPHS, linked, page

CONSENT = [
    "We and our 214 partners store and/or access information on a device, such as cookies, and process personal data for "
    "personalised advertising, advertising measurement and audience research.",
    "You can change your consent choices at any time in our privacy policy. Some partners rely on legitimate interest.",
]
EINWILLIGUNG = [
    "Wir und unsere 180 Partner verwenden Cookies und verarbeiten personenbezogene Daten, um Anzeigen zu zeigen und zu messen.",
    "Ihre Einwilligung können Sie jederzeit in den Datenschutzeinstellungen widerrufen, oder Sie lesen im Pur-Abo ohne Werbung.",
]


def open_(source: str) -> Reading:
    return read_page(Raw(source="a.html", key_source="/a.html", form="html", data=source))


def message(reading: Reading) -> str:
    return " ".join(p.message for p in reading.problems if p.step == "read.access")


@pytest.mark.parametrize(
    "source",
    [
        page(linked(isAccessibleForFree=False), prose=PARAGRAPHS[:1]),
        page(linked(isAccessibleForFree="False", wordCount=900)),
        page('<meta property="article:content_tier" content="locked">', prose=PARAGRAPHS[:2]),
        page(below="<div class='x'><p>Subscribe to continue reading this article.</p></div>"),
        page(below="<p>Already a subscriber? Log in to keep reading.</p>"),
        page(below="<div>Dieser Artikel ist nur für Abonnenten lesbar.</div>"),
        page(below="<p>Il vous reste 75.5% de cet article à lire. La suite est réservée aux abonnés.</p>"),
        page(below="<p>Contenido exclusivo para suscriptores</p>"),
    ],
)
def test_the_beginning_of_a_paid_article_is_reported_and_not_coded(source: str) -> None:
    """Declared by data or said on the page, a stub keeps its words as `other`, which no later room reads."""
    reading = open_(source)
    assert "for subscribers" in message(reading)
    assert {"other"} == {p.kind for p in reading.page.paragraphs}
    assert "Ministers meet in Ankara" == reading.page.title
    assert 1 == len(reading.problems)


@pytest.mark.parametrize(
    "source",
    [
        page(),
        page(linked(isAccessibleForFree=False, wordCount=900), prose=PARAGRAPHS * 16),
        page(linked(isAccessibleForFree=True), prose=PARAGRAPHS[:1]),
        page(below="<div style='display: none'><p>Subscribe to continue reading this article.</p></div>"),
        page(below="<p>Subscribe to our newsletter.</p>"),
        page(below="<p>Subscribe to continue reading this article.</p>", prose=PARAGRAPHS * 16),
        page(
            prose=[
                "We asked why the ministry’s cookies follow readers. Your consent does not matter, it said.",
                *PARAGRAPHS,
            ]
        ),
        page(h1="500 years of Ankara"),
        page(h1="Access denied to aid convoys"),
    ],
)
def test_an_article_that_can_be_read_is_no_stub(source: str) -> None:
    """A whole article stays one, though it is short, paid for, about cookies, or offers a subscription."""
    reading = open_(source)
    assert "" == message(reading)
    assert "body" in {p.kind for p in reading.page.paragraphs}


@pytest.mark.parametrize(
    "source",
    [
        page(h1="Before you continue", prose=CONSENT, below="<p>Accept all</p><p>Manage options</p>"),
        f"<html><body><h2>Ihre Privatsphäre</h2>{''.join(f'<p>{p}</p>' for p in EINWILLIGUNG)}</body></html>",
    ],
)
def test_a_question_about_consent_is_reported(source: str) -> None:
    """In any of the languages, with or without a heading, it is no article."""
    reading = open_(source)
    assert "consent" in message(reading)
    assert {"other"} >= {p.kind for p in reading.page.paragraphs}


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("<title>Just a moment...</title><h1>example.org</h1><p>Checking your browser.</p>", "checks"),
        ("<div>Please enable JavaScript and cookies to continue</div>", "checks"),
        ("<title>404 Not Found</title><h1>404 Not Found</h1><hr>", "error message"),
        ("<h1>Seite nicht gefunden</h1><p>Leider gibt es die gesuchte Seite nicht.</p>", "error message"),
    ],
)  # fmt: skip
def test_checks_and_errors_are_reported(source: str, what: str) -> None:
    """A page that wants a browser or a person, and one that stands for nothing, say so in one line."""
    assert what in message(open_(source))


ITEMS = [
    "Ministers meet in Ankara",
    "Harbour closed by strike",
    "Talks on gas go on",
    "Railway opens again",
    "Rain floods the north",
]
LINKS = "".join(f"<li><a href='/{n}'>{item}</a></li>" for n, item in enumerate(ITEMS))
TEASERS = "".join(
    f"<h3><a href='/{n}'>{item}</a></h3><p>What is behind item {n}, who gains from it and who does not, and what comes next.</p>"
    for n, item in enumerate(ITEMS)
)
CARDS = "".join(
    f"<a href='/{n}'><h3>{item}</h3><p>What is behind it and what comes next.</p></a>" for n, item in enumerate(ITEMS)
)


@pytest.mark.parametrize("listed", [f"<ul>{LINKS}</ul><h2>Sport</h2>", TEASERS, CARDS])
def test_a_front_page_is_reported_and_not_coded(listed: str) -> None:
    """It links to articles and is none, whatever it says of each."""
    head = '<title>Daily Echo - News</title><meta property="og:type" content="website">'
    reading = open_(f"<html><head>{head}</head><body><h1>Daily Echo</h1>{listed}</body></html>")
    assert "list of links" in message(reading)
    assert {"other"} == {p.kind for p in reading.page.paragraphs}


@pytest.mark.parametrize("source", [page(below=f"<ul>{LINKS}</ul>"), page(linked(), prose=[], below=f"<ul>{LINKS}</ul>")])
def test_an_article_with_links_to_others_is_none(source: str) -> None:
    """Its own text is longer, or it says that it is one."""
    assert "" == message(open_(source))


@pytest.mark.parametrize("boxes", [1, 4])
def test_a_dialog_in_boxes_is_one(boxes: int) -> None:
    """What stands in four boxes is said once, so that it goes from above a short article too."""
    asked = "".join(f"<p>{line}</p>" for line in CONSENT)
    told = "It rained. " * 60
    tree = html.fromstring(f"<html><body>{'<div class=cmp>' * boxes}{asked}{'</div>' * boxes}<p>{told}</p></body></html>")
    barriers.take_dialogs(tree)
    assert told == tree.text_content()
