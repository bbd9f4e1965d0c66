"""Pages that are lists of links to articles."""

import pytest

from facta.read.page import read_page
from facta.read.raw import Raw
from facta.records import Reading
from tests.read.pages import PARAGRAPHS, TITLE, linked, page

NAMES = [
    "Kenya sends a minister to Kampala",
    "Turkey opens its embassy in Luanda",
    "Peru expels the envoy of Bolivia",
    "Norway pays for mine clearing in Laos",
    "Qatar mediates between Chad and rebels",
    "Japan lends Nepal money for a tunnel",
]
WORDS = [f"{name} after talks which went on for three days, officials of both sides said." for name in NAMES]
BEGINNINGS = [
    f"{words} They had met in the morning, and in the evening they told the press that a commission would look at every case of "
    f"the past two years, while those who had been held would be let go, as far as a court has said nothing else."
    for words in WORDS
]


def each(form: str, texts: list[str] = WORDS) -> str:
    """A form filled for every story: its number, name and text."""
    return "".join(
        form.format(n=n, name=name, text=text) for n, (name, text) in enumerate(zip(NAMES, texts, strict=True), start=1)
    )


def open_(body: str, head: str = "<title>World | Lake Daily</title>") -> Reading:
    source = f"<html><head>{head}</head><body><main>{body}</main></body></html>"
    return read_page(Raw(source="a.html", key_source="/a.html", form="html", data=source))


def is_list(reading: Reading) -> bool:
    return any("list of links" in problem.message for problem in reading.problems)


@pytest.mark.parametrize(
    "body",
    [
        each("<div><h3><a href='/{n}'>{name}</a></h3><p>{text}</p></div>"),
        each("<div><p>{text}</p><a href='/{n}'>{name}</a></div>"),
        each("<div><b>World</b><h3><a href='/{n}'>{name}</a></h3><p>By Ada Lo</p><p>{n} hours ago</p><p>{text}</p></div>"),
        each("<p>{n} June 2024 <a href='/{n}'>{name}</a></p>"),
        "<h2>Headlines</h2>" + each("<a href='{n}.html'>{name}</a><br>"),
        each("<div><a href='/{n}'><span>{name}</span></a></div><div>{text}</div>"),
        each("<article><h2><a href='/{n}'>{name}</a></h2><time>June {n}</time><p>{text}</p></article>", BEGINNINGS),
        each("<div><h2><a href='/{n}'>{name}</a></h2><p>{text} <a href='/{n}'>Read more</a></p></div>", BEGINNINGS),
        each("<div><h3>{name}</h3><p>{text}</p><p><a href='/{n}'>Weiterlesen</a></p></div>", BEGINNINGS),
        each("<h3><a href='/{n}'>中国与第{n}国签署协定</a></h3><p>中国外长周一在北京会见了第{n}国外长，双方签署了协定。</p>"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", ["<title>World | Lake Daily</title>", '<meta property="og:type" content="article">'])
def test_headlines_with_a_few_words_about_each_are_no_article(body: str, head: str) -> None:
    """However they are marked up and however long the beginnings are: it is said, and the text is kept but not read."""
    reading = open_(f"<h1>World</h1>{body}", head)
    assert is_list(reading)
    assert {"other"} == {p.kind for p in reading.page.paragraphs}


@pytest.mark.parametrize(
    "body",
    [
        each("<h3>{name}</h3><p>{text}</p>"),
        each("<p>{text}</p><p><a href='/{n}'>{name}</a></p>", BEGINNINGS),
        each("<p>{text} <a href='/{n}'>{name}</a> on Monday, it said.</p>"),
        each("<h3><a href='https://other{n}.example/{n}'>{name}</a></h3><p>{text}</p>", BEGINNINGS),
        each("<p><a href='#{n}'>{name}</a></p>") + each("<h3 id='{n}'>{name}</h3><p>{text}</p>"),
    ],
)
def test_an_article_with_links_or_headings_is_no_list(body: str) -> None:
    """Headings that lead nowhere or to other sites, links in its sentences and between its paragraphs make it none."""
    reading = open_(f"<article><h1>{TITLE}</h1>{body}</article>", f"<title>{TITLE}</title>")
    assert not is_list(reading)
    assert "body" in {p.kind for p in reading.page.paragraphs}


def test_a_digest_that_says_when_it_was_published_is_an_article() -> None:
    """Its short reports link to the longer ones."""
    short = each("<h3><a href='/{n}'>{name}</a></h3><p>{text}</p>")
    source = page(linked(datePublished="2024-06-07"), prose=[], below=short)
    assert not is_list(read_page(Raw(source="a.html", key_source="/a.html", form="html", data=source)))


@pytest.mark.parametrize("site", ["https://other.example", ""])
def test_a_newsletter_with_its_day_may_link_to_other_sites(site: str) -> None:
    """Short reports, each below a headline that leads to another site's, are told on the day; to the own site they are a list."""
    short = each(f"<h2><a href='{site}/{{n}}'>{{name}}</a></h2><p>{{text}}</p>")
    reading = open_(f"<h1>{TITLE}</h1><p>It is Friday, June 7, 2024.</p>{short}", f"<title>{TITLE}</title>")
    assert ("2024-06-07", site == "") == (reading.page.published, is_list(reading))


@pytest.mark.parametrize("label", ["Related", "More on this story", "Read next"])
def test_a_short_article_above_a_list_of_others_is_read_without_it(label: str) -> None:
    """A report of two sentences is not lost among what is said of other articles below it."""
    others = each("<h3><a href='/{n}'>{name}</a></h3><p>{text}</p>")
    own = f"<article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[2]}</p></article>"
    reading = open_(f"{own}<section><h2>{label}</h2>{others}</section>", f"<title>{TITLE}</title>")
    assert not is_list(reading)
    assert "\n\n".join([TITLE, PARAGRAPHS[0], PARAGRAPHS[2]]) == reading.page.text
