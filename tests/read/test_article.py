"""The article of an HTML page."""

import pytest

from facta.read import article
from tests.read.pages import PARAGRAPHS, TITLE, lines, linked, page, read

THREAD = (
    '<ol class="comment-list"><li class="comment depth-1"><b class="fn">Ada</b><div class="comment-content"><p>'
    "Nobody should believe a word of what these two delegations have told the press about their talks in Ankara."
    "</p></div></li></ol>"
)


def test_headline_and_paragraphs_make_the_text() -> None:
    """The text is headline and paragraphs with an empty line between them, and the parts point into it."""
    draft = read(page())
    assert "\n\n".join(["Ministers meet in Ankara", *PARAGRAPHS]) == draft.text
    assert [("headline", "Ministers meet in Ankara"), *(("body", p) for p in PARAGRAPHS)] == lines(draft)


def test_lines_that_head_an_article_are_parted_from_its_first_paragraph() -> None:
    """A headline, its author and its day that only breaks part from the text stand in none of its paragraphs."""
    draft = read(page().replace(f"<p>{PARAGRAPHS[0]}", f"<p>{TITLE}<br>By Ada Lo<br>March 22, 2024<br>{PARAGRAPHS[0]}"))
    assert [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)] == lines(draft)


def test_what_an_agency_says_to_editors_hides_neither_its_dateline_nor_its_name() -> None:
    """A day behind a section, a note in brackets and initials are no part of the report."""
    dated = f"ANKARA, March 22 (AFP) -- {PARAGRAPHS[0]}"
    wire = f"<p>All News 21:04 March 22, 2024</p><p>(ATTN: UPDATES with quotes in para 2)</p><p>{dated}"
    draft = read(page().replace(f"<p>{PARAGRAPHS[0]}", wire).replace("</main>", "<p>mm/ak</p><p>(END)</p></main>"))
    assert [("headline", TITLE), ("body", dated), *(("body", p) for p in PARAGRAPHS[1:])] == lines(draft)
    assert ("AFP", "ANKARA") == (draft.credit.outlet, draft.dateline.place)


def test_the_thread_is_cut_before_the_article_is_sought() -> None:
    """A comment as long as a paragraph is a post of the thread and no part of the text."""
    draft = read(page(below=THREAD))
    assert "\n\n".join(["Ministers meet in Ankara", *PARAGRAPHS]) == draft.text
    assert ["Ada"] == [p.author for p in draft.posts]


def test_json_ld_says_who_wrote_when_for_whom() -> None:
    """Authors, day and outlet come from the page's linked data, inside a graph or not; biographies are no names."""
    data = (
        '<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],'
        '"headline":"Ministers meet in Ankara","datePublished":"2018-04-05T10:00:00Z",'
        '"author":[{"@type":"Person","name":"Ada Lo"},{"name":"Ada has written since 1999."}],'
        '"publisher":{"name":"The Example"}}]}</script>'
    )
    draft = read(page(head=data))
    assert (("Ada Lo",), "2018-04-05", "The Example") == (draft.byline, draft.published, draft.site)


def test_broken_linked_data_is_passed_over() -> None:
    """A description that is no JSON leaves the meta elements to speak."""
    head = '<script type="application/ld+json">{"@type": </script>'
    head += '<meta property="article:published_time" content="2018-04-05T23:00:00+02:00">'
    assert "2018-04-05" == read(page(head=head)).published


def test_the_outlet_is_no_part_of_the_headline() -> None:
    """A title that ends in the outlet's name is the headline without it; a visible heading it confirms wins."""
    head = '<title>Ministers meet | The Example</title><meta property="og:site_name" content="The Example">'
    assert "Ministers meet" == read(page(head=head, h1="")).title
    assert "Ministers meet" == read(page(head=head, h1="Ministers meet")).title


def test_the_dek_stands_under_the_headline() -> None:
    """A subtitle is the dek once, and never also a paragraph."""
    draft = read(page(above='<p class="article-subtitle">A first visit since the crisis of 2014</p>'))
    assert "A first visit since the crisis of 2014" == draft.dek
    assert 1 == draft.text.count("A first visit")


def test_a_heading_next_to_the_headline_is_its_dek() -> None:
    """A second heading with nothing between, or a line whose class says so, is no paragraph."""
    for dek in ("<h2>A first visit since the crisis of 2014</h2>", '<p class="sub">A first visit since the crisis of 2014</p>'):
        assert "A first visit since the crisis of 2014" == read(page(above=dek)).dek
    assert read(page(below="<h2>What the two sides want now</h2><p>Peace.</p>")).dek is None


def test_captions_are_kept_apart() -> None:
    """The line under a picture of the article is a caption."""
    draft = read(
        page(above="<figure><img src='a.jpg'><figcaption>The two ministers at the airport of Ankara</figcaption></figure>")
    )
    assert ["The two ministers at the airport of Ankara"] == [text for kind, text in lines(draft) if kind == "caption"]


def test_a_credit_line_is_a_credit() -> None:
    """The line that names the article's origin is kept with its outlet."""
    draft = read(page(below="<p>Source: The Example</p>"))
    assert ("credit", "Source: The Example") == lines(draft)[-1]
    assert "The Example" == (draft.credit and draft.credit.outlet)


def test_list_items_and_quotations_are_paragraphs() -> None:
    """Each item of a list in the article is a paragraph of its own."""
    draft = read(
        page(below="<ul><li>The first point of the agreement is the border.</li><li>The second point is the gas.</li></ul>")
    )
    assert ["The first point of the agreement is the border.", "The second point is the gas."] == [
        text for _, text in lines(draft)[-2:]
    ]


def test_the_canonical_address_is_read() -> None:
    """Without an address from outside the page's own is taken."""
    head = '<link rel="canonical" href="https://example.org/ankara">'
    assert "https://example.org/ankara" == read(page(head=head)).url
    assert "https://example.org/given" == read(page(head=head), url="https://example.org/given").url


@pytest.mark.parametrize(
    "picture",
    [
        "<figure><img src='a.jpg'><figcaption>The two ministers at the airport of Ankara</figcaption></figure>",
        "<div class='wp-caption'><img><p class='wp-caption-text'>The two ministers at the airport of Ankara</p></div>",
    ],
)
def test_captions_are_marked_by_element_or_class(picture: str) -> None:
    """A figure's caption and one that only its class names are the same, inside the article or on a page without that element."""
    for source in (page(above=picture), page(above=picture).replace("<article>", "<div>").replace("<main>", "<div>")):
        assert ["The two ministers at the airport of Ankara"] == [text for kind, text in lines(read(source)) if kind == "caption"]


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article named the wrong minister. He is Ben Dyk.",
        "This article was updated on April 6, 2018, to correct the number of hours the ministers spoke.",
        "In einer früheren Version dieses Artikels stand, das Treffen habe am Dienstag stattgefunden.",
        "Cet article a été modifié le 6 avril 2018 : la réunion a eu lieu lundi.",
    ],
)
@pytest.mark.parametrize("frame", ["<p>{}</p>", "<aside><p><em>{}</em></p></aside><p>They will meet in June.</p>"])
def test_a_correction_is_kept_apart(note: str, frame: str) -> None:
    """The editors' note is part of the text, but of no paragraph that is read for events."""
    draft = read(page(below=frame.format(note)))
    assert [note] == [c.text for c in draft.corrections] == [text for kind, text in lines(draft) if kind == "other"]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("This article first appeared in The Example Review on 5 April 2018.", "The Example Review"),
        (
            "This article is republished from The Conversation under a Creative Commons license. Read the original article.",
            "The Conversation",
        ),
        ("Dieser Artikel ist zuerst im Beispielblatt erschienen.", "Beispielblatt"),
        ("Cet article est paru initialement dans Le Journal.", "Le Journal"),
        ("Publicado originalmente en El Ejemplo", "El Ejemplo"),
    ],
)
def test_where_an_article_first_appeared_is_its_credit(line: str, outlet: str) -> None:
    """The line names the outlet in any of several languages, as the last paragraph or as one above the text."""
    for source in (page(below=f"<p>{line}</p>"), page(above=f"<p><em>{line}</em></p>")):
        assert outlet == getattr(read(source).credit, "outlet", None)


@pytest.mark.parametrize(
    ("start", "place", "day"),
    [
        ("ANKARA, April 5, 2018 (Reuters) - ", "ANKARA", "2018-04-05"),
        ("ANKARA (AP) — ", "ANKARA", None),
        ("NEW YORK, 5 April – ", "NEW YORK", "2018-04-05"),
        ("ANKARA, Turkey — ", "ANKARA", None),
    ],
)
def test_the_dateline_has_a_place_and_a_day(start: str, place: str, day: str | None) -> None:
    """Capitals before a dash, with an agency's name or without; the page's own year completes a day without one."""
    draft = read(page(linked(datePublished="2018-04-06"), prose=[start + PARAGRAPHS[0], *PARAGRAPHS[1:]]))
    assert draft.dateline is not None
    assert (place, day) == (draft.dateline.place, draft.dateline.date)
    assert start.rstrip() == draft.text[draft.dateline.start : draft.dateline.end] == draft.dateline.text


def test_a_label_in_capitals_is_no_dateline() -> None:
    """What desks write before a dash is no place, nor is an alliance in the middle of a sentence."""
    for start in ("UPDATE - ", "NATO – the alliance – said: ", ""):
        assert read(page(prose=[start + PARAGRAPHS[0], *PARAGRAPHS[1:]])).dateline is None


def test_a_body_that_only_scripts_show_is_read_from_the_linked_data() -> None:
    """A page whose browser would fill it in may still tell its article in linked data, as text or as markup."""
    for body in ("\n\n".join(PARAGRAPHS), "".join(f"<p>{p}</p>" for p in PARAGRAPHS)):
        source = f"<html><head>{linked(articleBody=body)}</head><body><div id='root'></div><script>app()</script></body></html>"
        assert PARAGRAPHS == [text for kind, text in lines(read(source)) if kind == "body"]


def test_a_list_of_other_articles_is_no_part_of_the_body() -> None:
    """Last lines that each end in a bar and a date are what an author wrote elsewhere."""
    recent = "<ul><li>Ministers meet in Oslo - April 9, 2018</li><li>Ministers meet in Riga - April 8, 2018</li></ul>"
    assert PARAGRAPHS == [text for kind, text in lines(read(page(below=recent))) if kind == "body"]


def test_bytes_that_nothing_can_read_are_reported() -> None:
    """A few broken bytes become U+FFFD, and the page says how many."""
    draft = read(page().replace("the", "thé").encode() + b"\xff\xfe")
    assert ["2 characters could not be decoded and are marked with U+FFFD."] == [p.message for p in draft.problems]


def test_the_headline_may_be_a_second_heading() -> None:
    """Where the first heading is the outlet, a second one that repeats the declared title is the headline, with its dek."""
    above = "<h2>Ministers meet in Ankara</h2><p class='subtitle'>A first visit since the crisis of 2014</p>"
    draft = read(page("<title>Ministers meet in Ankara</title>", above=above, h1="The Example"))
    assert ("Ministers meet in Ankara", "A first visit since the crisis of 2014") == (draft.title, draft.dek)


@pytest.mark.parametrize(
    ("paragraphs", "body"),
    [
        ("<p>They met in Ankara.</p>", ["They met in Ankara."]),
        ("<p>They met in Ankara.</p><p>They will meet again.</p>", ["They met in Ankara.", "They will meet again."]),
        ("<div>Ministers meet in Ankara on Monday, they said.</div>", ["Ministers meet in Ankara on Monday, they said."]),
    ],
)
def test_the_few_lines_of_a_tiny_page_stay_apart(paragraphs: str, body: list[str]) -> None:
    """Extraction runs them into one, the headline with them; a sentence that begins like the headline is left whole."""
    source = f"<html><head><title>Ministers meet</title></head><body><h1>Ministers meet</h1>{paragraphs}</body></html>"
    assert [("headline", "Ministers meet"), *(("body", line) for line in body)] == lines(read(source))


@pytest.mark.parametrize(
    "line",
    [
        "Updated 14:05",
        "By Staff",
        "Staff Writer",
        "Posted by Ada Lo on April 5, 2018",
        "Harbour Herald",
        "Published: 11/08/2023 06:20 GMT - Updated: 13/08/2023 18:05 GMT",
        "Published 9:14 PM EDT, Mon August 7, 2023<br>Updated 10:00 PM EDT, Mon August 7, 2023",
        "Ada Lo, Ankara | Updated: 12 August 2023, 11:45 AM IST",
        "07-Aug-2023 21:00 IST",
        "First published on Thu 8 Jun 2017 21.20 BST",
        "Updated 9:14 PM GMT+3, August 7, 2023",
        "Ben Dyk | Ankara | Aug 7, 2023, 02:05 IST",
        "By Ben Dyk, Example News<br>4 minute read<br>Updated 9:14 PM EDT, Mon August 7, 2023",
    ],
)
def test_lines_between_headline_and_article_are_no_paragraph(line: str) -> None:
    """What says when, who and where from leaves the first paragraph first, with its dateline and its agency."""
    head = '<meta property="og:site_name" content="Harbour Herald"><meta name="author" content="Ada Lo">'
    draft = read(page(head, f"<p>{line}</p>", prose=["ANKARA (Harbour Wire) - " + PARAGRAPHS[0], *PARAGRAPHS[1:]]))
    assert ["headline", "body", "body", "body"] == [kind for kind, _ in lines(draft)]
    assert ("Harbour Wire", "ANKARA") == (draft.credit and draft.credit.outlet, draft.dateline and draft.dateline.place)


def test_a_short_first_paragraph_stays() -> None:
    """Words that are also a desk's or a stamp's do not make a line furniture."""
    for line in ("Gunmen attacked embassy staff", "Updated rules were agreed on April 5, 2018", "By night they came"):
        assert ("body", line) in lines(read(page(above=f"<p>{line}</p>")))


def test_an_agency_under_the_headline_is_the_credit() -> None:
    """It is named in a line of its own, and no author though a meta element calls it one."""
    draft = read(page('<meta name="author" content="Harbour Press Agency">', "<p class='source'>Harbour Press Agency</p>"))
    assert ("Harbour Press Agency", ()) == (draft.credit and draft.credit.outlet, draft.byline)
    assert PARAGRAPHS == [text for kind, text in lines(draft) if kind == "body"]


def test_a_page_encoded_twice_keeps_its_author_and_a_given_text_its_letters() -> None:
    """Bytes are mended; what is given as text is taken at its word."""
    page_ = (
        '<html><head><meta charset="utf-8"><title>Erdoğan visits Tiranë</title><meta name="author" content="Zoë Müller"></head>'
        "<body><article><h1>Erdoğan visits Tiranë</h1><p>The president’s visit to Albania began on Thursday.</p>"
        "<p>The minister said that Türkiye would donate drones to Albania before the end of the year.</p></article></body></html>"
    )
    twice = page_.encode().decode("cp1252")
    mended, given = (article.read(data, max_chars=10_000) for data in (twice.encode(), twice))
    assert ("Erdoğan visits Tiranë", ("Zoë Müller",)) == (mended.title, mended.byline)
    assert given.title == "ErdoÄŸan visits TiranÃ«"


def test_a_list_between_paragraphs_is_part_of_the_body() -> None:
    """On a page without any element that is named an article, too; a list of links is not."""
    items = "<ol><li>A joint post will open at the bridge in June.</li><li>They condemned the raid on the convoy.</li></ol>"
    links = '<ul><li><a href="/a">A joint post on the bridge</a></li><li><a href="/b">Raid on the convoy</a></li></ul>'
    told = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    for between, count in ((items, 2), (links, 0)):
        source = f'<html><body><div class="field"><h1>{TITLE}</h1>{told}{between}<p>The end came soon.</p></div></body></html>'
        body = [text for kind, text in lines(read(source)) if kind == "body"]
        assert len(PARAGRAPHS) + 1 + count == len(body)
        assert ("They condemned the raid on the convoy." in body[3:5]) == bool(count)


def test_what_stands_above_the_headline_is_no_paragraph() -> None:
    """The name of a section or a kind of article."""
    source = page().replace("<h1>", "<span>Balkans</span><h1>")
    assert "Balkans" not in read(source).text


@pytest.mark.parametrize(
    "label",
    [
        '<a href="/x">READ: How the reef was damaged</a>',
        '<strong>See also: <a href="/x">How the reef was damaged</a></strong>',
        '<em><a href="/x">Lire aussi : Comment le récif fut détruit</a></em>',
    ],
)
def test_a_link_to_another_article_within_a_paragraph_is_cut(label: str) -> None:
    """What the paragraph says around it stays; so does a link that is a part of its sentence."""
    first = f"{PARAGRAPHS[0]} {label} They left at noon."
    kept = f'{PARAGRAPHS[1]} They <a href="/y">read also the border treaty of 1921</a> together.'
    told = [text for kind, text in lines(read(page(prose=[first, kept, PARAGRAPHS[2]]))) if kind == "body"]
    assert [f"{PARAGRAPHS[0]} They left at noon.", f"{PARAGRAPHS[1]} They read also the border treaty of 1921 together."] == told[
        :2
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Also read: Parties reject the pact",
        "[RELATED: What they fear]",
        "Watch more: The talks in pictures",
        "اقرأ أيضا: لماذا فشلت المحادثات",
    ],
)
def test_a_line_that_leads_to_another_article_is_no_paragraph(line: str) -> None:
    """However it is bracketed."""
    assert line not in read(page(prose=[PARAGRAPHS[0], line, *PARAGRAPHS[1:]])).text


def test_a_quotation_that_is_pulled_out_of_the_text_is_told_once() -> None:
    """Where the article says it; a paragraph that says more is another one."""
    said = "“Our reefs are not a parking lot,” the minister said."
    source = page(prose=[*PARAGRAPHS, said], below="<blockquote><p>“Our reefs are not a parking lot”</p></blockquote>")
    assert 1 == read(source).text.count("parking lot")


def test_a_short_sentence_may_be_said_twice() -> None:
    """Alone, and at the end of another paragraph; what is pulled out without quotation marks is longer."""
    long = "The minister had left for the border long before the talks were over."
    twice = [*PARAGRAPHS, "He did not answer.", f"Asked again, she shrugged. He did not answer. {long}", long]
    told = read(page(prose=twice)).text
    assert (2, 1) == (told.count("He did not answer."), told.count(long))


def test_a_heading_that_its_paragraph_repeats_stays() -> None:
    """As the name of a person of whom it tells."""
    source = page(prose=[*PARAGRAPHS, "<b>Mustafa Laabidi</b>", "Mustafa Laabidi was the first of them to leave the cabinet."])
    assert ("body", "Mustafa Laabidi") in lines(read(source))


OVERLAY = (
    '<div id="cmp" class="cmp-overlay"><h2>We value your privacy</h2><p>We and our 843 partners store and/or access information'
    " on a device, such as cookies, and process personal data for personalised ads and content, ad and content measurement and"
    " product development. You may accept or manage your choices, also your right to object where legitimate interest is used,"
    " at any time on the privacy policy page. These choices will be signaled to our partners.</p>"
    "<button>Accept all</button></div>"
)


def test_a_question_about_consent_above_an_article_is_no_part_of_it() -> None:
    """Nor does it cost the article its own; where it is all there is, the page is told as that."""
    source = page().replace("<main>", f"{OVERLAY}<main>")
    assert PARAGRAPHS == [text for kind, text in lines(read(source)) if kind == "body"]
    assert "asks for consent" in read(f"<html><body>{OVERLAY}</body></html>").problems[0].message


def test_lines_around_the_article_that_say_where_it_stands_are_not_its_own() -> None:
    """Numbers of shares, where a print view was found, who posted it and at what hour, what a writer is."""
    above = "<p>By Ada Lo<br>Harbour Herald Staff Writer<br>June 7, 2002</p><p>24</p>"
    below = "<p>Posted by Ada Lo at 10:11 AM</p><p>Find this article at:<br>https://harbour.example/a.html</p>"
    draft = read(page(above=above, below=below))
    assert [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)] == lines(draft)
    assert (("Ada Lo",), "2002-06-07") == (draft.byline, draft.published)


def test_who_posted_an_article_wrote_it_where_nothing_else_says_who_did() -> None:
    """One name is enough for that."""
    below = "<p>Posted by Mira at June 7, 2005 09:14 AM</p>"
    assert (("Mira",), "2005-06-07") == ((draft := read(page(below=below))).byline, draft.published)
    assert ("Ada Lo",) == read(page(above="<p>By Ada Lo</p>", below=below)).byline
