"""One raw input to one Reading."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.errors import InputError
from facta.read.page import read_page
from facta.read.raw import Raw
from facta.records import Reading, decode, encode

TEXT = "Ministers meet in Ankara after all\n\nThe ministers met on Monday.\n\nThey will meet again.\n\n1. Ada says\n\nI doubt it."
HTML = (
    "<html><body><h1>Ministers meet</h1>"
    + "<p>The ministers met in Ankara on Monday for the first time in years.</p>"
    + "</body></html>"
)


def read(data: bytes | str, form: str = "text", **fields: str | None) -> Reading:
    raw = {"source": "some.txt", "key_source": "/news/some.txt", "form": form, "data": data} | fields
    return read_page(Raw(**raw))  # type: ignore[arg-type]


def test_a_text_stays_unchanged() -> None:
    """Whatever is found in it, a given text is the page's text to the last character."""
    text = f"\r\n {TEXT}\n\n\t\x07"
    assert text == read(text).page.text


def test_what_the_source_knows_fills_the_page() -> None:
    """Title, day, outlet and address of the source are the page's; a title outside the text makes no headline."""
    page = read(
        TEXT, title="Another title", published="2018-04-05T10:00:00Z", outlet="The Example", url="https://example.org/a"
    ).page
    assert ("Another title", "2018-04-05", "The Example", "https://example.org/a") == (
        page.title,
        page.published,
        page.site,
        page.url,
    )
    assert "headline" not in {p.kind for p in page.paragraphs}


def test_an_id_of_the_source_comes_back_unchanged() -> None:
    """The source's id is the page's; its key also hashes the source, so two files numbered from 1 live side by side."""
    one, other = read(TEXT, id="1").page, read_page(Raw(source="b", key_source="/b", form="text", data=TEXT, id="1")).page
    assert ("1", "1") == (one.id, other.id)
    assert one.key != other.key


def test_a_day_still_to_come_is_kept_and_told() -> None:
    """One row with a slip of the pen in its year would let a store watch for longer than it does."""
    late = read(TEXT, published="2999-03-01")
    assert ("2999-03-01", ["read.source"]) == (late.page.published, [p.step for p in late.problems])
    assert late.problems[0].message.startswith("It is said to be published on 2999-03-01, which is still to come")
    assert () == read(TEXT, published="2018-03-01").problems


def test_content_names_a_page_without_an_id() -> None:
    """The same content has the same id wherever the file lies; another thread makes another page."""
    assert read(TEXT).page.id == read_page(Raw(source="b", key_source="/b", form="text", data=TEXT)).page.id
    assert read(TEXT).page.id == read(TEXT).page.key
    assert read(HTML, "html").page.id != read(HTML.replace("Monday", "Friday"), "html").page.id


@pytest.mark.parametrize(
    ("data", "form", "why"),
    [
        (b" \n ", "text", "is empty."),
        ("\ufeff\n", "text", "is empty."),
        (b"", "html", "is empty."),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "text", "is binary, not text;"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "html", "is binary, not text;"),
        (b"<html><body><script>app()</script></body></html>", "html", "shows no article and no thread;"),
        (b"<!-- nothing -->", "html", "holds no markup"),
    ],
)
def test_what_is_no_page_is_refused_in_one_line(data: bytes, form: str, why: str) -> None:
    """The line names the source and says why it cannot be read."""
    with pytest.raises(InputError) as refused:
        read(data, form)
    assert str(refused.value).startswith(why)
    assert "\n" not in str(refused.value)


def test_pages_beyond_the_limits_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings bound what one page may be, in bytes, in characters; an element count bounds an HTML page."""
    monkeypatch.setenv("FACTA_MAX_CHARS", "200")
    for data, form in (("word " * 50, "text"), (f"<p>{'word ' * 50}</p>", "html")):
        with pytest.raises(InputError, match=r"too long to be one article \(\d+ characters; the setting max_chars allows 200\)"):
            read(data, form)
    with pytest.raises(InputError, match="too large to find an article in"):
        read("<p>x</p>" * 40_001, "html")
    monkeypatch.setenv("FACTA_MAX_BYTES", "10")
    with pytest.raises(InputError, match="too large to be one page"):
        read(TEXT)


def test_a_thread_without_an_article_is_a_reading_with_a_problem() -> None:
    """The thread is not lost where the page shows no article, and the record says what is missing."""
    post = '<li class="comment depth-1"><b class="fn">Ada</b><div class="comment-content">Yes.</div></li>'
    for reading in (read(f"<html><body><ol>{post}</ol></body></html>", "html"), read("1. Ada says\n\nYes.")):
        assert ["Yes."] == [c.text for c in reading.thread]
        assert ["read.article"] == [p.step for p in reading.problems]


def test_comments_stand_in_the_page_as_other() -> None:
    """A pasted thread is part of the text, but of no paragraph that is read for the article."""
    page = read(TEXT).page
    assert ["headline", "body", "body", "other"] == [p.kind for p in page.paragraphs]
    assert "1. Ada says\n\nI doubt it." == page.text[page.paragraphs[-1].start : page.paragraphs[-1].end]


@given(st.text())
def test_any_text_is_read_the_same_way_twice(text: str) -> None:
    """Paragraphs are numbered in order, a second reading gives the same record, and the record survives its JSON."""
    if not text.strip("\ufeff \t\r\n") or not text.strip():
        return
    first = read(text)
    assert text == first.page.text
    assert [f"p{n}" for n in range(1, len(first.page.paragraphs) + 1)] == [p.id for p in first.page.paragraphs]
    assert first == read(text)
    assert first == decode(encode(first))


@given(st.text(alphabet="<>/abp hdiv\"='&;#0\n\x00!-", max_size=200) | st.binary(max_size=200))
def test_any_markup_gives_a_reading_or_one_line(data: str | bytes) -> None:
    """Hostile markup is read or refused, never a crash, and what is read can be written."""
    try:
        reading = read(data, "html")
    except InputError as error:
        assert (1, ".") == (len(str(error).splitlines()), str(error)[-1])
        return
    assert reading == decode(encode(reading))


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    """Half a character cannot be written as JSON; its replacement keeps every offset."""
    assert "A\ufffd minister spoke." == read("A\ud800 minister spoke.").page.text


def test_a_page_from_the_web_keeps_its_key_when_it_changes() -> None:
    """A thread that grew must replace the page in a store, not stand beside it; a file's key follows its content."""
    texts = ["Norway thanked Chile for its help. " * 9 + more for more in ("", "More was said later.")]
    web, files = ([read(t, key_source=k).page for t in texts] for k in ("https://e.org/a", "/news/a.txt"))
    assert (1, 2) == (len({p.key for p in web}), len({p.id for p in web}))
    assert 2 == len({p.key for p in files})


def test_a_plain_text_from_the_web_has_its_host_as_outlet() -> None:
    """As a page has that names none; a text that does is believed."""
    raw = Raw(
        source="a", key_source="/a", form="text", data="Ministers met in Ankara.", url="https://www.echo.example:8080/a.txt"
    )
    assert ["echo.example", "Echo"] == [read_page(raw).page.site, read_page(replace(raw, outlet="Echo")).page.site]
