"""Which of a page's headings and declarations is the headline."""

import pytest

from tests.read.pages import PARAGRAPHS, TITLE, lines, page, read

PROSE = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)


def heads(draft) -> list[str]:
    """The headline as a title and as a paragraph."""
    return [draft.title, *(text for kind, text in lines(draft) if kind == "headline")]


@pytest.mark.parametrize("head", ["<title>Ankara talks: four-year freeze ends after border deal | Daily Echo</title>",
                                  '<meta property="og:title" content="Ankara talks: four-year freeze ends">'])  # fmt: skip
def test_the_heading_above_the_text_goes_before_a_title_for_search_engines(head: str) -> None:
    """It is no paragraph of the body then, and the authors beside it are found."""
    draft = read(page(head, "<p>By Ada Lo and Ben van Dyk</p>"))
    assert ([TITLE, TITLE], ("Ada Lo", "Ben van Dyk")) == (heads(draft), draft.byline)
    assert ["headline", *["body"] * len(PARAGRAPHS)] == [kind for kind, _ in lines(draft)]


@pytest.mark.parametrize(
    "heading",
    ['<h1 class="site-logo">The Daily Echo of Ankara</h1>', '<h1><a href="/">The Daily Echo of Ankara</a></h1>',
     "<h1>World News</h1>", '<h1 style="display: none">All that happened today</h1>',
     '<h1 class="sr-only">All that happened today</h1>'],
)  # fmt: skip
def test_a_heading_that_names_the_outlet_or_is_hidden_is_none(heading: str) -> None:
    """What the page declares is the headline then."""
    page_ = f"<html><head><title>Ministers meet for talks</title></head><body>{heading}<article>{PROSE}</article></body></html>"
    assert "Ministers meet for talks" == read(page_).title


def test_a_heading_below_the_text_is_none() -> None:
    """Such as that of what other readers liked."""
    below = "<h1>What other readers liked best</h1><p>" + "A short line about something else altogether. " * 2 + "</p>"
    page_ = f"<html><head><title>Ministers meet for talks</title></head><body><article>{PROSE}</article>{below}</body></html>"
    assert "Ministers meet for talks" == read(page_).title


@pytest.mark.parametrize(
    ("title", "heading", "headline"),
    [
        ("Print: Ministers meet", f"<h3>www.echo.example</h3><h2>{TITLE}</h2>", TITLE),
        ("Print: Ministers meet", "<h2>Weather for the weekend</h2>", "Print: Ministers meet"),
        ("Daily Echo - World News", f'<img src="logo.gif" alt="Daily Echo"><font size="5"><b>{TITLE}</b></font><br>', TITLE),
        (f"{TITLE} - Daily Echo", f"<h1>Our own view of it</h1><h2>{TITLE}</h2>", TITLE),
    ],
)  # fmt: skip
def test_without_a_first_heading_a_lesser_one_that_shares_the_title_s_words_counts(
    title: str, heading: str, headline: str
) -> None:
    """Old pages have large letters instead; where the title names but the outlet, no words need be shared."""
    page_ = f"<html><head><title>{title}</title></head><body>{heading}<div>{PROSE}</div></body></html>"
    assert headline == read(page_).title


def test_a_title_of_a_thousand_letters_is_no_body_text() -> None:
    """Where the page shows the same it stays whole; a declared one without a heading is cut at a word."""
    long = " ".join(["The ministers will meet"] * 50)
    shown = f"<html><head><title>{long}</title></head><body><article><h1>{long}</h1>{PROSE}</article></body></html>"
    assert [long, long] == heads(read(shown))
    title = read(shown.replace(f"<h1>{long}</h1>", "")).title
    assert title.endswith("…") and title.removesuffix("…").split() == long.split()[: len(title.split())]
    assert 400 < len(title) <= 500


@pytest.mark.parametrize(
    "prose",
    [
        "<b>Echo:</b> Will they meet? <b>Ada Lo:</b> They promised to meet again in Ankara in April.",
        "March 1: They met in Ankara.<br>March 2: They met in Sofia.<br>March 3: They went home.",
    ],
)
def test_paragraphs_of_short_pieces_are_prose(prose: str) -> None:
    """An interview's, or a list of dated lines: what stands above them is the headline, whatever the page's title says."""
    page_ = f"<html><head><title>Interview | Daily Echo</title></head><body><h1>{TITLE}</h1><p>{prose}</p></body></html>"
    assert TITLE == read(page_).title


def test_a_title_of_a_word_or_two_leaves_the_headline_to_the_page() -> None:
    """What is so short names an outlet or a section, so that a heading above the text need not be like it."""
    page_ = f"<html><head><title>Daily Echo</title></head><body><h2>{TITLE}</h2><div>{PROSE}</div></body></html>"
    assert [TITLE, TITLE] == heads(read(page_))


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ('<h1><span class="kicker">Border talks</span><span>{}</span></h1>', TITLE),
        ('<h1><span class="article__overline">Border talks</span> <b>{}</b></h1>', TITLE),
        ('<h1><span class="kicker">Border talks</span><i hidden>: </i><span>{}</span></h1>', f"Border talks: {TITLE}"),
        ('<h1><span class="kicker">{}</span></h1>', TITLE),
    ],
)
def test_a_kicker_is_no_part_of_the_headline_it_runs_into(heading, title):
    """One before a colon is; one that is all there is has to be the headline."""
    draft = read(page(above=heading.format(TITLE), h1="").replace("<h1></h1>", ""))
    assert [("headline", title), *(("body", p) for p in PARAGRAPHS)] == [line for line in lines(draft) if line[0] != "other"]


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        ('<div class="contentheading">{}</div>', "{}"),
        ('<table><tr><td class="top">{}</td></tr></table>', "{} - Harbour Herald"),
        ("<b>{}</b>", "Harbour Herald :: Archive - {}"),
        ("<h3>{}</h3>", "Harbour Notes: {}"),
        ('<h1><a href="/">Harbour Notes</a></h1><h2>news of the coast</h2><h3>{}</h3>', "Harbour Notes: {}"),
    ],
)
def test_pages_without_headings_show_their_title_in_any_element(shown, title):
    """With what stands beside it: who wrote the article, and when."""
    below = "<p>By Ada Lo</p><p>Friday, 07 June 2013</p>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    draft = read(f"<html><head><title>{title.format(TITLE)}</title></head><body>{shown.format(TITLE)}{below}</body></html>")
    assert (TITLE, ("Ada Lo",), "2013-06-07") == (draft.title, draft.byline, draft.published)
