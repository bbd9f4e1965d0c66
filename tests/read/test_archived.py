"""Pages that a web archive holds are pages of the site they come from, as it was on the day of their capture."""

import pytest

from facta.read import archived
from facta.read.page import read_page
from facta.read.raw import Raw
from facta.records import Reading

ORIGINAL = "https://www.gulfherald.example/world/tanker"
WAYBACK = f"https://web.archive.org/web/20230504101112/{ORIGINAL}"
BAR = '<div id="wm-ipp-base"><div id="wm-ipp"><a href="https://web.archive.org/">About this capture</a></div></div>'
HOME = '<a href="/web/20230504101112/https://www.gulfherald.example/">The Gulf Herald</a>'
STORY = (
    "<h1>Iran seizes tanker in Strait of Hormuz</h1><p class='date'>Published 5 hours ago</p>"
    "<p>Iran's Revolutionary Guards seized a tanker in the Strait of Hormuz on Thursday, the second such seizure in a week.</p>"
    "<div class='comments'><div class='comment'><span class='author'>Reza</span><span class='date'>2 hours ago</span>"
    "<p>They seized ours first.</p></div><div class='comment'><span class='author'>Jim</span><span class='date'>1 hour ago</span>"
    "<p>No, you did.</p></div></div>"
)


def read(head: str, **fields: str | None) -> Reading:
    data = f"<html lang='en'><head>{head}</head><body>{BAR}{HOME}{STORY}</body></html>"
    return read_page(Raw(source="p.html", key_source="/p.html", form="html", data=data, **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        (f'<link rel="canonical" href="{WAYBACK}">', {}),
        (f'<meta property="og:url" content="{WAYBACK}">', {}),
        (f'<script>__wm.wombat("{ORIGINAL}","20230504101112","https://web.archive.org/","web");</script>', {}),
        ("", {"url": WAYBACK, "fetched": "2026-01-01T00:00:00Z"}),
        (f'<link rel="canonical" href="{ORIGINAL}">', {"url": WAYBACK.replace("112/", "112if_/")}),
        ("", {"url": f"https://archive.example/2023.05.04-101112/{ORIGINAL}"}),
    ],
)
def test_a_page_out_of_an_archive_has_its_own_address_outlet_and_days(head: str, fields: dict[str, str | None]) -> None:
    """However the page tells, times ago count from its capture, and the archive's bar and links are none of it."""
    reading = read(head, **fields)
    page = reading.page
    assert (ORIGINAL, "The Gulf Herald", "2023-05-04") == (page.url, page.site, page.published)
    assert ["2023-05-04"] * 2 == [comment.date for comment in reading.thread]
    assert "capture" not in page.text


def test_a_text_with_an_archives_address_has_its_outlets() -> None:
    """Also where a row gives the text, its outlet is that of the address within."""
    page = read_page(Raw(source="a", key_source="/a", form="text", data="Ministers met on Monday.", url=WAYBACK)).page
    assert (ORIGINAL, "gulfherald.example") == (page.url, page.site)


def test_a_page_that_only_links_to_an_archive_is_none_of_it() -> None:
    """The canonical address or the archive's own script tells, not a link in the text."""
    page = read(f'<link rel="canonical" href="https://other.example/story"><link rel="alternate" href="{WAYBACK}">').page
    assert "https://other.example/story" == page.url


def test_a_part_of_a_moment_is_no_time_of_capture() -> None:
    """Of `/web/2018/` the archive shows whatever is nearest; of a moment that no clock shows nothing is known either."""
    assert archived.Capture("https://a.example/x", None) == archived.of("https://web.archive.org/web/2018/https://a.example/x")
    assert archived.Capture("https://a.example/x", None) == archived.of(
        "https://web.archive.org/web/20189940101112/https://a.example/x"
    )
    assert archived.of("https://a.example/2018/https://b.example/") is None
