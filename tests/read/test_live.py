"""Live blogs as dated parts."""

import pytest

from facta.read.draft import Draft
from tests.read.pages import PARAGRAPHS, TITLE, linked, page, read

TIMES = ["2018-04-05T12:30:00+02:00", "2018-04-05T11:00:00+02:00"]
HEADS = ["Talks end", "Talks begin"]


def by_data() -> str:
    """As schema.org's LiveBlogPosting has it."""
    told = [
        {"@type": "BlogPosting", "headline": head, "datePublished": time, "articleBody": body}
        for head, time, body in zip(HEADS, TIMES, PARAGRAPHS[1:], strict=True)
    ]
    return page(linked("LiveBlogPosting", liveBlogUpdate=told), prose=PARAGRAPHS[:1])


def by_markup(container: str, entry: str, time: str, end: str = "div") -> str:
    """Entries that each bear a time; the places of an entry's time are filled in."""
    entries = "".join(
        f"{entry.format(stamp)}{time.format(stamp)}<h3>{head}</h3><p>{body}</p></div>"
        for head, stamp, body in zip(HEADS, TIMES, PARAGRAPHS[1:], strict=True)
    )
    return page(prose=PARAGRAPHS[:1], below=f"{container}{entries}</{end}>")


PAGES = [
    by_data(),
    by_markup("<div>", '<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">',
              '<time itemprop="datePublished" datetime="{}">12.30</time>'),
    by_markup('<div class="live-blog">', "<div class='entry'>", '<header><time datetime="{}">12.30</time></header>'),
    by_markup('<section id="liveticker">', "<div>", '<p><time datetime="{}">12.30</time></p>', "section"),
]  # fmt: skip


def told(draft: Draft) -> list[tuple[str | None, str | None]]:
    return [(u.headline, draft.text[u.start : u.end]) for u in draft.updates]


@pytest.mark.parametrize("source", PAGES)
def test_each_entry_is_a_dated_part(source: str) -> None:
    """Told by linked data, microdata or marked times, entries keep their heading, their words and their hour."""
    draft = read(source)
    assert [(h, f"{h}\n\n{p}") for h, p in zip(HEADS, PARAGRAPHS[1:], strict=True)] == told(draft)
    assert [("2018-04-05", t) for t in TIMES] == [(u.date, u.at) for u in draft.updates]
    assert f"{TITLE}\n\n{PARAGRAPHS[0]}" == draft.text[: draft.updates[0].start].rstrip()


def test_amp_sorts_its_entries_by_seconds() -> None:
    """An `amp-live-list` dates its items by a number, which is a moment like any other."""
    items = "".join(f'<div id="i{n}" data-sort-time="{1522920600 + n}"><p>{p}</p></div>' for n, p in enumerate(PARAGRAPHS[1:]))
    live = f'<amp-live-list id="live" data-max-items-per-page="20"><div items>{items}</div></amp-live-list>'
    draft = read(page(html="amp", prose=PARAGRAPHS[:1], below=live))
    assert ["2018-04-05T09:30:00+00:00", "2018-04-05T09:30:01+00:00"] == [u.at for u in draft.updates]


def test_an_article_has_no_parts() -> None:
    """A page with one time, or with many outside anything live, stays one article."""
    times = "".join(f"<li><time datetime='{t}'>x</time> Other</li>" for t in TIMES)
    for source in (page(above=f"<time datetime='{TIMES[0]}'>x</time>"), page(below=f"<ul class='delivery'>{times}</ul>")):
        assert () == read(source).updates


@pytest.mark.parametrize(
    "time", ['<time datetime="{}">12.30</time>', "<span>{}</span>"], ids=["told by its time", "told by its headline"]
)
@pytest.mark.parametrize("seconds", [":00", ":41"])
def test_what_the_page_shows_of_an_entry_goes_before_what_its_data_tells(time: str, seconds: str) -> None:
    """Linked data may tell but its first sentence, and the clock of another zone; nothing is said twice or out of its entry."""
    stamps = ["2018-04-05T10:30:00Z", f"2018-04-05T09:00{seconds}Z"]
    told_ = [
        {"@type": "BlogPosting", "headline": head, "datePublished": stamp, "articleBody": body.split(" and ")[0]}
        for head, stamp, body in zip(HEADS, stamps, PARAGRAPHS[1:], strict=True)
    ]
    shown = by_markup("<div class='x'>", "<div class='y'>", time).replace("</p></div>", "</p><p>Another of it.</p></div>")
    draft = read(shown.replace("<head>", f"<head>{linked('LiveBlogPosting', liveBlogUpdate=told_)}"))
    for (headline, text), head, body in zip(told(draft), HEADS, PARAGRAPHS[1:], strict=True):
        assert headline == head and body in text and text.endswith("Another of it.")
    assert [1, 1] == [draft.text.count(body.split(" and ")[0]) for body in PARAGRAPHS[1:]]


def test_entries_that_the_data_tells_at_greater_length_are_kept() -> None:
    """A page may show but a line of each and load the rest when asked."""
    short = "".join(f'<div><time datetime="{stamp}">12.30</time><p>Talks.</p></div>' for stamp in TIMES)
    draft = read(by_data().replace("</article>", f"<div>{short}</div></article>"))
    assert [(h, f"{h}\n\n{p}") for h, p in zip(HEADS, PARAGRAPHS[1:], strict=True)] == told(draft)


def test_posts_of_a_live_feed_are_entries() -> None:
    """By whatever such a page calls them; the list of what happened above them repeats their headings."""
    entry = (
        '<article class="live-post"><time datetime="2023-05-09T{h}:00:00Z">{h}.00</time><h2>{head}</h2><p>{text}</p></article>'
    )
    entries = "".join(
        entry.format(h=h, head=head, text=text)
        for h, head, text in (
            ("14", "Poland pledges radar stations", "Poland will give Latvia two radar stations, its minister said in Riga."),
            ("11", "Lithuania’s president arrives", "The president of Lithuania has arrived at the castle in Riga."),
        )
    )
    above = "<h2>Key events</h2><ul><li>14.00 Poland pledges radar stations</li><li>11.00 Lithuania’s president arrives</li></ul>"
    draft = read(page(below=f'<div>{above}</div><div class="live-feed">{entries}</div>'))
    assert ["14.00", "11.00"] == [update.date_text for update in draft.updates]
    assert "Key events" not in draft.text
    assert 1 == draft.text.count("Poland pledges radar stations")


def test_a_paragraph_that_ends_in_the_words_of_a_heading_stays() -> None:
    """More than an hour before them makes it no line of a list."""
    source = by_data().replace(HEADS[0], "Talks on the border end")
    told = "They went on for the whole of the day, and in the evening it was heard that talks on the border end."
    assert told in read(source.replace("</article>", f"<p>{told}</p></article>")).text
