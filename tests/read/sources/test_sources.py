import json
from collections import Counter
from datetime import date
from itertools import islice
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.errors import InputError, UsageError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import open_sources, parse_columns, typed
from facta.read.sources._given import kinds

SHARED = Path(__file__).parents[4] / "shared" / "data"


def test_sources_come_in_order_and_one_bad_one_does_not_cost_the_others(make, opened):
    """Each input that yields no page is one Failure in its place."""
    first, last = make("a.txt", "One."), make("b.txt", "Two.")
    items = opened(first, first.parent / "missing.txt", last)
    assert [Raw, Failure, Raw] == [type(item) for item in items]


def test_pages_are_opened_only_when_asked_for(make):
    """The stream is lazy: what comes after the page that was asked for isn't touched."""
    path = make("a.jsonl", '{"id":1,"text":"a"}\n')
    stream = open_sources(iter([str(path), 0 / 1]), Options())  # the second spec would raise if it were opened
    assert ["1"] == [item.id for item in islice(stream, 1)]


def test_when_files_were_saved_only_fills_what_a_source_does_not_say(make, opened):
    """A row that has its own time keeps it; what is no time is refused before anything is read."""
    path = make("a.jsonl", '{"id":1,"text":"a","fetched":"2024-03-14T10:00:00+00:00"}\n{"id":2,"text":"b"}')
    assert ["2024-03-14T10:00:00+00:00", "2024-03-20"] == [page.fetched for page in opened(path, fetched="2024-03-20")]
    with pytest.raises(UsageError, match="saved at 'Tuesday'"):
        opened(path, fetched="Tuesday")


def test_what_the_user_says_only_fills_what_a_source_does_not_say(make, opened):
    """--published, --outlet and --title never overwrite a source, and it is told whose word each is."""
    path = make("a.jsonl", '{"id":1,"text":"a","published":"2018-04-03"}\n{"id":2,"text":"b","site":"S"}')
    one, two = opened(path, published="2020-01-01T00:00:00", outlet="O", title="T")
    assert ("2018-04-03", "O", "T", {"published"}) == (one.published, one.outlet, one.title, one.stated)
    assert ("2020-01-01", "S", "T", {"outlet"}) == (two.published, two.outlet, two.title, two.stated)


def test_options_that_can_not_be_right_are_refused_before_anything_is_opened():
    """A bad date or an unknown field is the call's fault, not an input's."""
    with pytest.raises(UsageError, match="2018-04-03"):
        open_sources(["missing"], Options(published="last week"))
    with pytest.raises(UsageError, match="No field 'txt'"):
        open_sources(["missing"], Options(columns={"txt": "body"}))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"columns": "text=body"}, r"as in columns=\{'text': 'body'\}, but 'text=body' was given"),
        ({"fetched": date(2018, 4, 3)}, r"fetched='2018-04-03T14:30\+02:00', but datetime\.date\(2018, 4, 3\) was given"),
        ({"outlet": 3}, r"The option outlet is a text, as in outlet='Daily News', but 3 was given"),
        ({"published": date(2018, 4, 3)}, r"is no date; write it as 2018-04-03"),
    ],
)
def test_options_of_another_kind_are_refused_in_one_line(given, told):
    """What a caller in Python may well try."""
    with pytest.raises(UsageError, match=told):
        open_sources(["missing"], Options(**given))


def test_columns_are_read_from_their_text():
    """Pairs by comma, aliases as in files, quotation marks around a pair whose column has a comma."""
    assert {"text": "body", "published": "day", "outlet": "paper"} == parse_columns("text=body, date=day,site=paper")
    assert {"text": "a, b", "url": "x=y"} == parse_columns('"text=a, b",url=x=y')


@pytest.mark.parametrize("value", ["", "text", "text=", "=a", "txt=a", "text=a,text=b", "date=a,published=b", "text=a,,"])
def test_columns_that_make_no_pairs_are_refused(value):
    """Each of these says in one line what is off, except nothing at all, which names nothing."""
    if value:
        with pytest.raises(UsageError):
            parse_columns(value)
    else:
        assert {} == parse_columns(value)


def test_empty_fields_of_a_form_say_nothing():
    """Blanks around a value are none of it."""
    assert Options(title="A", published="2018") == typed(" A ", "  ", "2018\n", " ")
    assert Options(columns={"text": "Body"}) == typed(None, None, None, " text=Body ")


def test_every_kind_keeps_the_protocol():
    """A kind is a module with an order of its own and suffixes, which the docs name."""
    orders = Counter(kind.ORDER for kind in kinds())
    assert [] == [kind.__name__ for kind in kinds() if orders[kind.ORDER] > 1], "each kind has an ORDER of its own"
    page = (Path(__file__).parents[3] / "docs" / "sources.md").read_text("utf-8")
    told = [suffix for kind in kinds() for suffix in kind.SUFFIXES]
    assert [] == [suffix for suffix in told if not (suffix.startswith(".") and suffix.islower())]
    assert [] == [suffix for suffix in told if f"`{suffix}`" not in page], "docs/sources.md names every ending"


def test_kinds_are_asked_in_order():
    """What is sure goes first: an archive is told by its bytes, a page by its markup, and anything left is a text. Others may
    stand between these."""
    ours = "stdin url glob folder file zip paths warc feed sitemap parquet jsonl table eml html text".split()
    assert ours == [name for name in (kind.__name__.rpartition(".")[2] for kind in kinds()) if name in ours]
    assert "text" == kinds()[-1].__name__.rpartition(".")[2]


def test_the_key_of_a_source_does_not_depend_on_the_current_folder(make, opened, monkeypatch):
    """A relative path, an absolute one and a link lead to one key, and the source is shown as it was written."""
    path = make("in/a.txt", "One.")
    (path.parent / "link.txt").symlink_to(path)
    absolute, link = opened(path, path.parent / "link.txt")
    monkeypatch.chdir(path.parent)
    (relative,) = opened("a.txt")
    assert {str(path.resolve())} == {absolute.key_source, link.key_source, relative.key_source}
    assert ("a.txt", None) == (relative.source, relative.id)


NAMES = ["a", "a.txt", "a.html", "a.jsonl", "a.json", "a.csv", "a.tsv", "a.warc", "a.gz", "a.xml", "a.zip", "a.parquet"]
PIECES = [
    *(b'{"id":1,"text":"a"}', b"id,text", b"\n", b"\r", b'"', b",", b"\t", b";", b"[", b"{", b"}", b":", b" ", b"\\ud800"),
    *(b"<html>", b"MIME-Version:", b"%PDF-", b"\xff\xfe", b"\xef\xbb\xbf", b"\0", b"\xe9", b"\xc3", b"\x93hi\x94"),
    *(b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\0", b"WARC/1.0\r\n", b"WARC-Type: response\r\n", b"Content-Length: 50\r\n"),
    *(b"\x28\xb5\x2f\xfd", b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06" + bytes(18), b"PAR1"),
    *(
        b"<rss>",
        b"<channel>",
        b"<item><link>x</link>",
        b"<title>&amp;</title>",
        b"</rss>",
        b"<feed xmlns='http://www.w3.org/2005/Atom'>",
    ),
    *(b"<urlset>", b"<sitemapindex>", b"<url><loc>x</loc>", b"<sitemap><loc>/", b"</url>", b"</urlset>", b"<![CDATA[", b"<!--"),
    *(b'{"version":"https://jsonfeed.org/version/1","items":[{"url":"x"},', b'{"id":2,"content_text":"a"}]}'),
    *(b"WARC-Target-URI: http://a/ b\r\n", b"HTTP/1.1 200 OK\r\n", b"Content-Type: text/html; charset=foo\r\n\r\n"),
]


@settings(max_examples=400)
@given(data=st.lists(st.sampled_from(PIECES) | st.binary(max_size=20), max_size=14).map(b"".join), name=st.sampled_from(NAMES))
def test_no_bytes_under_any_name_crash(tmp_path_factory, data, name):
    """Whatever a file holds, it is pages that can be written as UTF-8, or failures in one line."""
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    with patch("facta.read.sources._web.fetch", side_effect=InputError("is not asked for here.")):
        items = list(open_sources([str(path)], Options()))
    assert items
    for item in items:
        if isinstance(item, Failure):
            assert item.message.endswith((".", ")")) and "\n" not in item.message
        else:
            text = item.data if isinstance(item.data, str) else ""
            json.dumps([item.source, item.key_source, item.id, item.title, item.url, text], ensure_ascii=False).encode()


@settings(max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_text_comes_through_unchanged(tmp_path_factory, text):
    """Of a text file in UTF-8 only a byte order mark goes; line ends, spaces and strange characters stay."""
    path = tmp_path_factory.getbasetemp() / "a.txt"
    path.write_bytes(text.encode())
    (item,) = open_sources([str(path)], Options())
    if isinstance(item, Raw) and item.form == "text":
        assert text.removeprefix("\ufeff") == item.data


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not beside the project")
@pytest.mark.parametrize("name", ["events/dev_sentences.jsonl", "events/dev_docs.jsonl", "quotes/polnear_dev.jsonl"])
def test_gold_files_are_sources_as_they_are(opened, name):
    """Every line of the scorers' files is a page with its id, date and text unchanged."""
    lines = [json.loads(line) for line in (SHARED / name).read_text("utf-8").splitlines()]
    expected = [(d.get("item") or d["doc_id"], d["date"], d["text"]) for d in lines]
    assert expected == [(item.id, item.published, item.data) for item in opened(SHARED / name)]


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_columns_named_for_a_page_without_any_are_told_of(make, opened, name):
    """One out of a folder, or named beside other sources, is spared that, since these may have them."""
    path = make(f"in/{name}", "<p>Ministers met in Ankara.</p>")
    (alone,), (among,) = opened(path, columns={"text": "body"}), opened(path.parent, columns={"text": "body"})
    assert (("The source is one page without columns, so --columns says nothing of it.",), ()) == (alone.problems, among.problems)
    rows = make("rows.csv", "body\nMinisters met in Ankara.\n")
    assert [()] * 2 == [item.problems for item in opened(path, rows, columns={"text": "body"})]
