"""The article of an HTML page."""

from facta.read import article
from facta.read.draft import Draft

PARAGRAPHS = [
    "The foreign ministers of both countries met in Ankara on Monday for the first time in four years, officials said.",
    "They spoke for three hours about the border, the return of prisoners and the gas that flows between the two countries.",
    "Neither side would say whether a second meeting has been agreed, but both delegations called the talks useful.",
]
THREAD = (
    '<ol class="comment-list"><li class="comment depth-1"><b class="fn">Ada</b><div class="comment-content"><p>'
    "Nobody should believe a word of what these two delegations have told the press about their talks in Ankara."
    "</p></div></li></ol>"
)


def page(head: str = "", above: str = "", below: str = "", h1: str = "Ministers meet in Ankara") -> str:
    prose = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return f"<html><head>{head}</head><body><main><article><h1>{h1}</h1>{above}{prose}{below}</article></main></body></html>"


def read(source: str | bytes, **options: str) -> Draft:
    return article.read(source, max_chars=100_000, **options)


def lines(draft: Draft) -> list[tuple[str, str]]:
    return [(p.kind, draft.text[p.start : p.end]) for p in draft.parts]


def test_headline_and_paragraphs_make_the_text() -> None:
    """The text is headline and paragraphs with an empty line between them, and the parts point into it."""
    draft = read(page())
    assert "\n\n".join(["Ministers meet in Ankara", *PARAGRAPHS]) == draft.text
    assert [("headline", "Ministers meet in Ankara"), *(("body", p) for p in PARAGRAPHS)] == lines(draft)


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
