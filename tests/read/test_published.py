"""When an HTML page was published, by its own statements."""

import json

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
        (page(above='<time datetime="1397-01-16T10:00">۱۶ فروردین ۱۳۹۷</time>'), "time"),
        (page('<meta property="article:published_time" content="2561-04-05T10:00:00+07:00">'), "meta"),
        (page(above='<div><span>By Ada Lo</span> <time pubdate>5 April 2018</time></div>'), "time"),
        (page(above='<p class="posted-on">5. April 2018 um 10:03 Uhr</p>'), "text"),
        (page(above="<div>Published: Thursday, April 5, 2018 | 10:03 GMT</div>"), "text"),
        (page(above="<b>By Ada Lo</b><br>April 5, 2018"), "text"),
        (page(above="5 April 2018<br>"), "text"),
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


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("<p>Published 2 hours ago</p>", "2024-03-14"),
        ("<p>By Ada Lo | 3 days ago</p>", "2024-03-11"),
        ("<p>Posted yesterday at 10:15</p>", "2024-03-13"),
        ("<p>Veröffentlicht vor 2 Tagen</p>", "2024-03-12"),
        ("<time>2h</time>", "2024-03-14"),
        ("<span class='post-date'>yesterday</span>", "2024-03-13"),
        ("<p>3 weeks ago</p>", "2024-02"),
        ("<p>Updated 2 hours ago</p>", None),
        ("<a>Today</a>", None),
        ("<a>3D</a>", None),
        ("<p>5 min read</p>", None),
        ("<aside><h2>Rain is near</h2><p>5 hours ago</p></aside>", None),
    ],
)
def test_how_long_ago_is_a_day_where_it_is_known_when_the_page_was_fetched(above: str, day: str | None) -> None:
    """By the headline, as an article's own; a change, a day's name in a menu or a box beside it tell nothing."""
    assert (day, day and "text") == told(page(above=above), fetched="2024-03-14T12:00:00Z")
    assert (None, None) == told(page(above=above))


def test_a_full_date_goes_before_how_long_ago() -> None:
    """Wherever the page tells it; and no article is of a day to come."""
    above = "<p>Published 2 hours ago</p>"
    assert (DAY, "meta") == told(page('<meta name="date" content="2018-04-05">', above), fetched="2024-03-14")
    assert (DAY, "url") == told(page(above=above), url="https://example.org/2018/04/05/ankara", fetched="2024-03-14")
    assert (None, None) == told(page(above="<p>Published 2 days ago</p>"), fetched="9998-01-01")


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
    for source in (
        page(linked(dateModified="2018-04-09T08:00:00Z")),
        page('<meta property="article:modified_time" content="2018-04-09T08:00:00Z">'),
    ):
        draft = read(source)
        assert (None, "2018-04-09") == (draft.published, draft.modified)


def test_a_change_printed_by_the_headline_stands_in_where_no_other_day_is_told() -> None:
    """As a guess, and said to be one; anything else that tells the day goes before it."""
    source = page(above="<p>By Ada Lo | Ankara | Updated: April 9, 2018 7:12:45 am</p>")
    draft = read(source)
    assert ("2018-04-09", "2018-04-09") == (draft.published, draft.modified)
    assert ("2018-04-09", "inferred") == told(source)
    assert ("2018-04-08", "url") == told(source, url="https://example.org/2018/04/08/ankara")


def test_dates_of_other_articles_are_at_most_a_guess() -> None:
    """Times in boxes and in other articles, or far from the headline, belong to what is recommended there."""
    more = "".join(f"<aside><a href='/{n}'>Other</a><time datetime='2020-01-0{n}'>x</time></aside>" for n in range(1, 9))
    far = "<div>" + "<i>x</i>" * 150 + "</div>"
    for below in (more, more.replace("aside", "article"), far + more.replace("aside", "div")):
        stamp = read(page(below=below)).published_by
        assert stamp is None or (stamp.origin, stamp.confidence) == ("inferred", 0.5)


NUMERIC = '<div class="info"><span class="date">06/08/2017</span> {}</div>'


@pytest.mark.parametrize(
    ("source", "day"),
    [
        (page(above=NUMERIC.format('<span class="upd">Updated: 06/13/2017 4:15 PM ET</span>')), "2017-06-08"),
        (page(above=NUMERIC.format("<span>Updated: 13/08/2017</span>")), "2017-08-06"),
        (page(above=NUMERIC.format(""), html='lang="en-US"'), "2017-06-08"),
        (page(above=NUMERIC.format(""), html='lang="en-GB"'), "2017-08-06"),
        (page('<link rel="canonical" href="https://example.org/2017/06/ankara">', NUMERIC.format("")), "2017-06-08"),
        (page(above="<p>Published: 06/08/2017 4:15 PM ET</p>"), "2017-06-08"),
        (page(above=NUMERIC.format(""), below="<p>Readers may write to us until 08/31/2017.</p>"), "2017-06-08"),
        (page(above=NUMERIC.format(""), prose=["ANKARA, June 7 (Example) - " + PARAGRAPHS[0], *PARAGRAPHS[1:]]), "2017-06-08"),
        (page(above=NUMERIC.format("")), None),
        (page(below="<p>" + "<i>x</i>" * 200 + "</p><div>06/08/2017</div>"), None),
    ],
)  # fmt: skip
def test_numeric_dates_are_read_as_the_page_writes_them(source: str, day: str | None) -> None:
    """Another date, the address, a time zone, the region or the dateline decides; where nothing does, nobody guesses."""
    assert day == read(source).published


def test_a_date_in_prose_keeps_nobody_from_guessing() -> None:
    """What a sentence tells is no printed day of publication, however near it stands."""
    draft = read(
        page(above="<p>They met on 06/08/2017.</p>", below="<p>" + "<i>x</i>" * 200 + "</p><p class='date'>9 October 2017</p>")
    )
    assert "2017-10-09" == draft.published


def test_a_printed_change_is_told_apart() -> None:
    """The word before each day says which is which, in whatever order they stand."""
    for line in (
        "Updated: Jun 09, 2017 12:40 AM IST | Published: Jun 08, 2017 23:10 IST",
        "Last modified: Friday, 9 June 2017, 9:30 EET &bull; Created: Thursday, 8 June 2017, 23:55 EET",
        "Updated: June 9, 2017 10:00 PM. Published: June 8, 2017 9:14 PM",
    ):
        draft = read(page(above=f"<div>{line}</div>"))
        assert ("2017-06-08", "2017-06-09") == (draft.published, draft.modified)


UTC = '<meta property="article:published_time" content="2024-07-30T01:20:11+00:00">'


@pytest.mark.parametrize(
    "shown",
    [
        '<time class="entry-date" datetime="2024-07-29T21:20:11-04:00">July 29, 2024</time>',
        '<p class="date">July 29, 2024 at 9:20 p.m. EDT</p>',
        '<p class="date">29 July 2024</p>',
    ],
)
def test_the_day_is_the_local_one(shown: str) -> None:
    """Where a page tells the same moment by its own clock, readers' today is that day and not the one in UTC."""
    draft = read(page(UTC, shown))
    assert draft.published_by
    assert ("2024-07-29", True) == (draft.published, draft.published_by.confidence > 0.95)


@pytest.mark.parametrize(
    "shown",
    [
        '<time datetime="2024-07-29T12:00:00-04:00">July 29, 2024</time>',
        '<p class="date">July 29, 2024 at 9:47 p.m. EDT</p>',
        '<p class="date">28 July 2024</p>',
    ],
)
def test_another_moment_is_no_local_day(shown: str) -> None:
    """An hour that no time zone makes the same, and a day that was nowhere on earth then."""
    assert "2024-07-30" == read(page(UTC, shown)).published


@pytest.mark.parametrize("zero", ["1970-01-01T00:00:00Z", "1969-12-31T19:00:00-05:00", "0001-01-01", "1900-01-01", "2999-04-05"])
def test_a_machine_s_zero_and_a_day_to_come_are_no_day(zero: str) -> None:
    """What is printed counts then, and without that nothing does."""
    head = f'<meta property="article:published_time" content="{zero}">{linked(datePublished=zero)}'
    assert (DAY, "text") == told(page(head, above="<p>5 April 2018</p>"))
    assert (None, None) == told(page(head, above=f'<time datetime="{zero}">long ago</time>'))
    assert (None, None) == told(page(), url="https://example.org/2999/04/05/ankara")


@pytest.mark.parametrize(
    "shown",
    ["<p>Page generated 5 May 2018</p>", "<p>Copyright 5 May 2018 The Example</p>", "<footer><p>5 May 2018</p></footer>",
     '<div class="comment-list"><p>Ada, 5 May 2018</p></div>', "<p>Printed on 5 May 2018</p>"],
)  # fmt: skip
def test_the_day_of_the_page_is_not_that_of_the_article(shown: str) -> None:
    """When it was made or printed, its rights, its footer and its readers' comments tell nothing; a day told elsewhere does."""
    assert (None, None) == told(page().replace("</main>", f"</main>{shown}"))
    assert (None, None) == told(page(above='<p class="date">Printed on 5 May 2018</p>'))
    assert "2018-05-05" == told(page(above="<p>5 May 2018</p>").replace("</main>", f"</main>{shown}"))[0]


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Lo | April 5, 2018 | 5 min read",
        "By Ada Lo | Published: April 5, 2018 | 5 min read",
        "By Ada Lo<br>Thursday, April 5, 2018",
        "By Ada Lo, Thursday, April 5, 2018",
        "Par Ada Lo, le 5 avril 2018 à 18h20",
        "Thursday, April 5, 2018 | Harbour Herald | by Ada Lo",
        "Автор: Ada Lo | 5 апреля 2018, 16:40",
    ],
)
def test_a_day_among_other_short_lines_is_read(line: str) -> None:
    """Between bars or breaks; the line is no paragraph of the body, and its author is known."""
    draft = read(page(above=f"<p>{line}</p>"))
    assert (DAY, ("Ada Lo",)) == (draft.published, draft.byline)
    assert len(PARAGRAPHS) == sum(part.kind == "body" for part in draft.parts)


def test_a_day_in_the_data_of_a_thread_is_not_the_article_s() -> None:
    """Where the page says of itself no other; the readers' days stay theirs."""
    posts = [
        {"id": "1", "parentId": None, "author": "ada", "body": "No bridge will hold.", "createdAt": "2020-01-01T08:00:00Z"},
        {"id": "2", "parentId": "1", "author": "ben", "body": "Why not?", "createdAt": "2020-01-01T09:00:00Z"},
    ]
    data = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"comments": posts})}</script>'
    draft = read(page(below=data))
    assert (2, None) == (len(draft.posts), draft.published)


@pytest.mark.parametrize(
    "source",
    [
        page('<meta property="article:published_time" content="2018-02-30T10:00:00Z">'),
        page('<meta name="date" content="2018-04-31">'),
        page(linked(datePublished="2018-02-29")),
        page(above='<time datetime="2018-06-31">Saturday</time>'),
    ],
)
def test_a_day_that_no_calendar_has_is_said_and_no_other_made_of_it(source: str) -> None:
    """Nothing is published on the first of the month because its page says the 30th of February."""
    draft = read(source)
    assert draft.published is None
    assert ["--published" in problem.message for problem in draft.problems] == [True]


def test_beside_another_day_one_that_no_calendar_has_says_nothing() -> None:
    """The next statement counts, and nobody is troubled."""
    draft = read(page('<meta name="date" content="2018-02-30">', above="<div>Published: Thursday, April 5, 2018</div>"))
    assert (DAY, ()) == (draft.published, draft.problems)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("It is Friday, June 7, 2024.", "2024-06-07"),
        ("Good morning. It’s Friday, June 7, 2024, and this is your briefing of the day.", "2024-06-07"),
        ("Today is Friday, June 7, 2024. Here is what you should know of the lake and its neighbours.", "2024-06-07"),
        ("Es ist Freitag, der 7. Juni 2024.", "2024-06-07"),
        ("Nous sommes vendredi 7 juin 2024.", "2024-06-07"),
        ("It is Monday, June 7, 2024.", None),
        ("It was Friday, June 7, 2024, when the two ministers met on the lake.", None),
        ("It is Saturday, June 3, 1989. Tanks roll through the streets of the city.", None),
        ("It is June 7, 2024.", None),
    ],
)
def test_the_day_that_a_newsletter_says_it_is(line: str, day: str | None) -> None:
    """Below the headline and with its day of the week; what tells of the past is no such line."""
    assert day == read(page(above=f"<p>{line}</p>")).published
