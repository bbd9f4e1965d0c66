"""Hostile pages: whatever the markup, a Reading or one line, in bounded time.

The folder `seeds` keeps pages that once did harm. A fuzzed page that fails is written there as `found.html`: fix the fault, give
the file a name, and it is tested ever after.
"""

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facta.errors import InputError
from facta.read.page import read_page
from facta.read.raw import Raw
from facta.records import Reading, decode, encode
from tests.read.pages import PARAGRAPHS

SEEDS = Path(__file__).parent / "seeds"
SECONDS = 30
"""Processor time one page may take: a slow machine under load needs several times what a laptop does."""
PROSE = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)


def outcome(source: str | bytes) -> Reading | str:
    """The Reading or the line it was refused with; both must be whole."""
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    try:
        reading = read_page(Raw(source="a.html", key_source="/a.html", form="html", data=data))
    except InputError as error:
        assert (1, ".") == (len(str(error).splitlines()), str(error)[-1])
        return str(error)
    text = reading.page.text
    starts = [p.start for p in reading.page.paragraphs]
    assert sorted(starts) == starts
    assert all(0 <= p.start < p.end <= len(text) for p in reading.page.paragraphs)
    assert all(text[c.start : c.end] == c.text for c in reading.page.corrections)
    assert all(len(p.message.splitlines()) == 1 for p in reading.problems)
    assert reading == decode(encode(reading))
    return reading


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
SHAPES: dict[str, Callable[[], str]] = {
    "10,000 blocks deep": lambda: PROSE + "<div>" * 10_000 + PROSE,
    "10,000 inline elements deep": lambda: PROSE + "<b><i>" * 5_000 + "x",
    "tables in tables": lambda: PROSE + "<table><tr><td>" * 4_000 + PROSE,
    "lists in lists": lambda: PROSE + "<ul><li>" * 5_000 + PROSE,
    "headings in headings": lambda: "<h1><div>" * 900 + "<i>x</i>" * 30_000 + PROSE,
    "nothing closed": lambda: PROSE + "<p><i><a href=x>y" * 10_000,
    "closed in the wrong order": lambda: PROSE + "<b><p></b><i></p>" * 8_000,
    "entities that grow": lambda: f'<!DOCTYPE html [<!ENTITY a0 "aaaaaaaaaa">{BOMB}]>{PROSE}<p>&a19;</p>',
    "ampersands": lambda: PROSE + "&" * 300_000,
    "half an XML declaration": lambda: " " * 1_000_000 + "<?xml " * 100_000 + PROSE,
    "comments never closed": lambda: PROSE + "<!-- " * 500_000,
    "attributes without end": lambda: PROSE + "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x",
    "attributes behind quotes": lambda: PROSE + "<p " + "".join(f"a{n}='>'" for n in range(50_000)) + ">x",
    "a class of a million words": lambda: PROSE + f"<p class='{'comment ' * 200_000}'>x",
    "a megabyte of title": lambda: f"<title>{'x - ' * 250_000}</title>" + "<h1>x y z</h1>" * 10_000 + PROSE,
    "a title of many parts": lambda: f"<title>{'x | ' * 60_000}</title><h1>x y z</h1>" + PROSE,
    "linked data in linked data": lambda: f"<script type='application/ld+json'>{'[' * 500_000}</script>" + PROSE,
    "linked data everywhere": lambda: '<script type="application/ld+json">{"@type":"NewsArticle"}</script>' * 20_000 + PROSE,
    "microdata everywhere": lambda: "<div itemprop=author><i itemprop=name>" * 900 + "<b itemprop=author>x</b>" * 20_000 + PROSE,
    "times everywhere": lambda: "<div class=live-blog>" + "<div><time>1</time>x</div>" * 15_000 + PROSE,
    "captions everywhere": lambda: "<article>" * 1_500 + "<figcaption>A caption of some words</figcaption>" * 20_000 + PROSE,
    "one word": lambda: f"<p>{'x' * 350_000}</p>" + PROSE,
    "a script instead of a page": lambda: "<script>" + "if(a<b){document.write('<p>x</p>')}" * 100_000 + "</script>",
    "NULs": lambda: PROSE + "\0" * 1_000_000,
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_of_page_cannot_stop_the_reader(name: str) -> None:
    """Depth, number and length are bounded: what goes beyond is cut or refused in one line."""
    source = f"<html><body>{SHAPES[name]()}"
    start = process_time()
    outcome(source)
    assert process_time() - start < SECONDS


@pytest.mark.once
@pytest.mark.parametrize("unit", ["<p>x", "word ", "слово ", "<script>a<b</script>", "<a href=x>", "&amp;", "<!---->"])
def test_fifty_megabytes_are_refused_before_they_hurt(unit: str) -> None:
    """A page of 50 MB made of anything is a line for a person in seconds."""
    data = unit.encode()
    start = process_time()
    assert isinstance(outcome(b"<html><body>" + data * (50_000_000 // len(data))), str)
    assert process_time() - start < SECONDS


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r", "gb18030", "shift_jis", "utf-7"]
)
@pytest.mark.parametrize("declared", ["", "<meta charset=utf-8>", "<meta charset=ascii>", "<meta charset=nonsense>"])
def test_a_wrong_encoding_is_read_or_reported(encoding: str, declared: str) -> None:
    """Whatever bytes and declaration are, the page is read, or refused in one line."""
    outcome(f"<html><head>{declared}</head><body>{PROSE}<p>“Да”</p>".encode(encoding, "replace"))


@pytest.mark.parametrize("name", sorted(p.name for p in SEEDS.glob("*.html")))
def test_what_once_did_harm_does_no_more(name: str) -> None:
    """Every kept page is read or refused in time."""
    start = process_time()
    outcome((SEEDS / name).read_bytes())
    assert process_time() - start < SECONDS


NAMES = st.sampled_from(
    """html head body title meta base link script style template noscript svg math table tr td caption p div span h1 h2 article
    main nav section figure figcaption blockquote pre ul ol li dl dd a b i em br hr img time form select option iframe
    amp-live-list""".split()
)
VALUES = st.sampled_from(
    """x comment live-blog byline dek caption breadcrumb paywall author datePublished liveBlogUpdate application/ld+json og:title
    article:published_time 2018-04-05 canonical https://e.org/2018/04/05/a display:none '"<>& &#0;&#xD800;&bomb;""".split()
)
ATTRIBUTES = st.sampled_from(
    "class id itemprop itemtype rel href name property content datetime pubdate lang style hidden type data-sort-time".split()
)
WORDS = [
    *PARAGRAPHS,
    "Source: Newsweek",
    "By Ada Lo",
    "April 5, 2018",
    "ANKARA (AP) — They met.",
    "Correction: It was Oslo.",
    "Subscribe to continue reading.",
    "We use cookies. Accept all.",
    '{"@type": "NewsArticle", "headline": "A", "author": [{}]}',
    '{"@type": ["LiveBlogPosting"], "liveBlogUpdate": [{"articleBody": "<p>A"}, {"headline": "B"}, 7]}',
    "1. Ada says",
    "[deleted]",
]
TEXTS = st.sampled_from(WORDS) | st.text(max_size=30)


LONGEST = 5_000
"""Characters to which an element is repeated, for those repeated around it would make it grow without end."""


@st.composite
def elements(draw: st.DrawFn) -> str:
    """An element that may be closed, or not, or by another's end."""
    name = draw(NAMES)
    marks = "".join(f' {a}="{v}"' for a, v in draw(st.lists(st.tuples(ATTRIBUTES, VALUES), max_size=3)))
    end = draw(st.sampled_from([f"</{name}>", f"</{name}>", "", "</div>", "<!--", "-->", "<![CDATA[", "</"]))
    one = f"<{name}{marks}>{''.join(draw(INSIDE))}{end}"
    return one * min(draw(st.sampled_from([1, 1, 1, 3, 40])), 1 + LONGEST // len(one))


INSIDE: st.SearchStrategy[list[str]] = st.deferred(lambda: st.lists(TEXTS | elements(), max_size=4))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(elements(), min_size=1, max_size=6).map("".join))
def test_no_page_of_any_elements_stops_the_reader(source: str) -> None:
    """Elements, attributes and texts that the reader knows, put together in any way, give a true Reading or one line."""
    source = source[:200_000]
    try:
        outcome(source)
    except BaseException:
        (SEEDS / "found.html").write_text(source, "utf-8", "surrogatepass")
        raise
