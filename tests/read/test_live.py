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
