"""When an HTML page was published, by its own statements."""

import pytest

from tests.read.pages import PARAGRAPHS, linked, page, read

DAY = "2018-04-05"


def told(source: str, **options: str) -> tuple[str | None, str | None]:
    """The day and who says it."""
    draft = read(source, **options)
    return draft.published, draft.published_by.origin if draft.published_by else None


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        (page(linked(datePublished="2018-04-05T23:30:00-05:00")), "linked"),
        (page('<script type="application/ld+json">{"@graph":[{"@type":"BlogPosting","datePublished":"2018-04-05"}]}</script>'),
         "linked"),
        (page('<meta property="article:published_time" content="2018-04-05T10:00:00Z">'), "meta"),
        (page('<meta itemprop="datePublished" content="April 5, 2018">'), "meta"),
        (page(above='<time datetime="2018-04-05T10:00">Thursday</time>'), "time"),
        (page(above='<div><span>By Ada Lo</span> <time pubdate>5 April 2018</time></div>'), "time"),
        (page(above='<p class="posted-on">5. April 2018 um 10:03 Uhr</p>'), "text"),
        (page(above="<div>Published: Thursday, April 5, 2018 | 10:03 GMT</div>"), "text"),
        (page(above="<p>By Ada Lo | April 5, 2018</p>"), "text"),
        (page(above="<p class='entry-meta'>Par <b>Ada Lo</b> | 5 avril 2018</p>"), "text"),
        (page(below="<div>" + "<i>x</i>" * 200 + "</div><div>Publié le 05.04.2018</div>"), "text"),
        (page(above="<div>Publié le 05.04.2018 <em>Mis à jour le 06.04.2018 à 14h03</em></div>"), "text"),
        (page(above='<time class="entry-date published updated" datetime="2018-04-05">x</time>'), "time"),
        (page(prose=["ANKARA, April 5, 2018 (Reuters) - " + PARAGRAPHS[0], *PARAGRAPHS[1:]]), "dateline"),
    ],
)  # fmt: skip
def test_every_way_of_saying_the_day_is_heard(source: str, origin: str) -> None:
    """Linked data, meta elements, `time` elements, print and dateline each give the day where nothing surer does."""
    assert (DAY, origin) == told(source)


def test_the_address_speaks_last() -> None:
    """A day or a month in the address counts where the page itself is silent."""
    assert (DAY, "url") == told(page(), url="https://example.org/2018/04/05/ankara")
    assert ("2018-04", "url") == told(page('<link rel="canonical" href="https://example.org/2018/04/ankara">'))


def test_the_surer_statement_counts() -> None:
    """Linked data goes before meta elements, these before what is printed, that before the address."""
    source = page(
        linked(datePublished="2018-04-05") + '<meta property="article:published_time" content="2018-04-06">',
        "<p>April 7, 2018</p>",
    )
    assert (DAY, "linked") == told(source, url="https://example.org/2018/04/08/ankara")


def test_statements_for_and_against_change_the_confidence() -> None:
    """Another origin that says the same day makes it surer, one that says another day less sure."""
    alone = page(linked(datePublished="2018-04-05"))
    sure = [
        (draft.published_by.confidence if (draft := read(alone, url=url)).published_by else 0.0)
        for url in ("https://example.org/2020/01/01/a", "https://example.org/a", "https://example.org/2018/04/05/a")
    ]
    assert sorted(set(sure)) == sure


def test_a_change_is_no_publication() -> None:
    """The day of the last change is kept apart, in linked data, meta elements and print."""
    draft = read(page(linked(dateModified="2018-04-09T08:00:00Z"), above="<p>Updated: April 9, 2018</p>"))
    assert (None, "2018-04-09") == (draft.published, draft.modified)
    assert "2018-04-09" == read(page('<meta property="article:modified_time" content="2018-04-09T08:00:00Z">')).modified


def test_dates_of_other_articles_are_at_most_a_guess() -> None:
    """Times in boxes and in other articles, or far from the headline, belong to what is recommended there."""
    more = "".join(f"<aside><a href='/{n}'>Other</a><time datetime='2020-01-0{n}'>x</time></aside>" for n in range(1, 9))
    far = "<div>" + "<i>x</i>" * 150 + "</div>"
    for below in (more, more.replace("aside", "article"), far + more.replace("aside", "div")):
        stamp = read(page(below=below)).published_by
        assert stamp is None or (stamp.origin, stamp.confidence) == ("inferred", 0.5)
