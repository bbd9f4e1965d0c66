import gzip
import json

import pytest

from facta.read.raw import Failure, Raw


def test_ids_come_back_as_given_and_fields_are_carried(make, opened):
    """Each line is a page with its own id, text unchanged, and what it says about itself."""
    line = {
        "id": 7,
        "text": " Rain\r\nfell. ",
        "title": "T",
        "published": "2018-04-03T10:00:00Z",
        "site": "Daily",
        "url": "https://a.example/x",
    }
    (page,) = opened(path := make("in.jsonl", json.dumps(line) + "\n"))
    assert page == Raw(
        source=f"{path}#7",
        key_source=str(path.resolve()),
        form="text",
        data=" Rain\r\nfell. ",
        id="7",
        url="https://a.example/x",
        title="T",
        published="2018-04-03",
        outlet="Daily",
        stated=frozenset({"title", "published", "outlet"}),
    )


@pytest.mark.parametrize("name", ["id", "item", "doc_id"])
def test_the_id_may_go_by_the_names_that_corpora_use(make, opened, name):
    """`id`, `item` and `doc_id` all name the id."""
    (page,) = opened(make("in.jsonl", json.dumps({name: "w-1", "text": "A", "date": "2020-01"})))
    assert ("w-1", "2020-01") == (page.id, page.published)


def test_columns_name_the_fields_of_other_corpora(make, opened):
    """`--columns` maps fields of a JSONL file as it does columns of a table."""
    (page,) = opened(make("in.jsonl", '{"key": "a", "body": "B", "text": "no"}'), columns={"id": "key", "text": "body"})
    assert ("a", "B") == (page.id, page.data)


def test_a_broken_line_is_one_failure_and_the_others_go_on(make, opened, messages):
    """Lines that are no JSON, no object, or without text are named by their number."""
    path = make(
        "in.jsonl",
        '{"id":1,"text":"a"}\n{"id":2,\n\n[1]\n{"id":5}\n{"id":6,"text":" "}\n' + "[" * 100_000 + '\n{"id":8,"text":"h"}\n',
    )
    items = opened(path)
    assert ["1", "8"] == [item.id for item in items if isinstance(item, Raw)]
    assert [f"line {n} " for n in (2, 4, 5, 6, 7)] == [message[:7] for message in messages(items)]
    assert {str(path)} == {item.source for item in items if isinstance(item, Failure)}


@pytest.mark.parametrize("columns", [{}, {"text": "BODY", "id": "key"}])
def test_fields_go_by_their_names_in_any_case(make, opened, columns):
    """As the columns of a table do; a field spelt exactly so goes first."""
    line = {"ID": 7, "Key": 8, "Text": "A", "Body": "B", "Date": "2018-04-03", "Title": "Old", "title": "New"}
    (page,) = opened(make("in.jsonl", json.dumps(line)), columns=columns)
    assert (("8", "B") if columns else ("7", "A")) == (page.id, page.data)
    assert ("2018-04-03", "New") == (page.published, page.title)


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({}, "No field 'text'. Known: body, when. Say which holds the text: --columns text=FIELD."),
        (
            {"text": "bodi"},
            "No field 'bodi'. Did you mean 'body'? Known: body, when. Say which holds the text: --columns text=FIELD.",
        ),
    ],
)
def test_a_file_whose_text_is_called_otherwise_is_refused_once(make, opened, messages, columns, told):
    """One line for the file, with the fields that it has, as for a table without the column; not one for each of its lines."""
    assert [told] == messages(opened(make("in.jsonl", '{"body":"Rain fell.","when":"2020"}\n' * 3), columns=columns))


def test_a_line_with_a_text_among_others_without_is_read(make, opened):
    """Lines of several kinds may stand in one file."""
    assert ["b"] == [i.data for i in opened(make("in.jsonl", '{"deleted":1}\n{"text":"b"}\n')) if isinstance(i, Raw)]


def test_a_second_line_with_one_id_is_refused_by_both_numbers(make, opened, messages):
    """Nothing takes the place of another page silently: the Failure names both lines."""
    items = opened(make("in.jsonl", '{"id":1,"text":"a"}\n\n{"id":"1","text":"b"}\n'))
    assert ["a"] == [item.data for item in items if isinstance(item, Raw)]
    assert ["line 3 has the id '1' of line 1 and is left out; give each its own id."] == messages(items)


def test_html_may_stand_in_place_of_text(make, opened):
    """A line may carry a page's HTML, which goes on as UTF-8 bytes."""
    (page,) = opened(make("in.jsonl", '{"id":1,"html":"<p>\\u00e9"}'))
    assert ("html", "<p>é".encode(), "utf-8") == (page.form, page.data, page.encoding)


def test_lone_surrogates_become_replacement_characters_of_the_same_length(make, opened):
    """A text with half a character can be written as UTF-8, and offsets stay; whole pairs are left alone."""
    (page,) = opened(make("in.jsonl", r'{"id":"x\udc00","text":"a\ud800b\ud83d\ude00"}'))
    assert ("x\ufffd", "a\ufffdb\U0001f600") == (page.id, page.data)


def test_bytes_that_are_no_utf8_are_read_and_named(make, opened):
    """A damaged character costs itself, and the page says so."""
    (page,) = opened(make("in.jsonl", '{"id":1,"text":"à é î ö ü ñ ç ø å ê ë "}\n'.encode().replace("ö".encode(), b"\xff")))
    assert ("à é î \ufffd ü ñ ç ø å ê ë ", 1) == (page.data, len(page.problems))


def test_windows_unicode_files_are_read(make, opened):
    """UTF-16 with its mark, as PowerShell writes it, and UTF-8 with a mark are lines like any."""
    for encoding in ("utf-16", "utf-8-sig"):
        pages = opened(make("in.jsonl", '{"id":1,"text":"é"}\r\n{"id":2,"text":"b"}\r\n'.encode(encoding)))
        assert ["é", "b"] == [page.data for page in pages]


def test_a_line_without_id_is_known_by_its_content(make, opened):
    """Without an id the page has none of its own, and its source names the line."""
    (page,) = opened(path := make("in.jsonl", '\n{"text":"a"}'))
    assert (None, f"{path}#2") == (page.id, page.source)


@pytest.mark.parametrize(
    "day", ['"20180403"', "20180403", '"April 3 2018"', '"3 avril 2018"', '"25/04/2018"', "1522749600", '"1522749600"']
)
def test_a_date_with_one_reading_is_read(make, opened, day):
    """In words, without hyphens, with a day that is no month, in seconds since 1970."""
    (page,) = opened(make("in.jsonl", f'{{"id":1,"text":"a","published":{day}}}'))
    assert ("2018-04-25" if "/" in day else "2018-04-03", ()) == (page.published, page.problems)


def test_a_date_that_is_none_costs_the_date_alone(make, opened):
    """The page goes on without a date and says why."""
    (doubtful,) = opened(make("in.jsonl", '{"id":1,"text":"a","published":"03/04/2018"}'))
    assert (None, True) == (doubtful.published, "03/04/2018" in doubtful.problems[0])
    (page,) = opened(make("in.jsonl", '{"id":1,"text":"a","published":"last week"}'))
    assert (None, True) == (page.published, "last week" in page.problems[0])


def test_a_line_over_the_limit_is_refused_and_the_next_is_read(make, opened, messages, monkeypatch):
    """The limit is that of one page; the file may be larger."""
    monkeypatch.setenv("FACTA_MAX_BYTES", "100")
    lines = [json.dumps({"id": n, "text": "x" * size}) for n, size in enumerate([50, 100, 101, 5_000, 60])]
    items = opened(make("in.jsonl", "\n".join(lines)))
    assert ["0", "1", "4"] == [item.id for item in items if isinstance(item, Raw)]
    assert ["line 3 is larger than 100 bytes", "line 4 is larger than 100 bytes"] == [m[:31] for m in messages(items)]


def test_a_line_without_an_end_is_given_up(make, opened, messages, monkeypatch):
    """It costs no more time than a few pages of the largest size, and the lines before were read."""
    monkeypatch.setenv("FACTA_MAX_BYTES", "1000")
    items = opened(make("in.jsonl", '{"id":1,"text":"a"}\n' + "x" * 100_000 + '\n{"id":2,"text":"b"}\n'))
    assert ["1"] == [item.id for item in items if isinstance(item, Raw)]
    assert ["line 2 goes on for more than 64,000 characters, so the rest is not read; the lines before were."] == messages(items)


def test_a_cut_gzip_yields_the_lines_before_the_cut_and_one_failure(make, opened, messages):
    """Everything before the cut is read."""
    whole = gzip.compress("".join(json.dumps({"id": n, "text": f"text {n} {n**9}"}) + "\n" for n in range(9_000)).encode())
    items = opened(make("in.jsonl.gz", whole[: len(whole) // 2]))
    assert list(range(len(items) - 1)) == [int(item.id) for item in items[:-1]]
    assert len(items) > 3_000
    assert 1 == len(messages(items)) and "cut off" in messages(items)[0]


def test_a_json_array_is_told_how_to_become_lines(make, opened, messages):
    """One array is not one object a line, and the message says what helps."""
    assert ["jq -c"] == [m[m.index("jq") :][:5] for m in messages(opened(make("in.json", '[{"id":1,"text":"a"}]')))]


def test_a_file_without_suffix_is_told_by_its_first_line(make, opened):
    """JSONL is recognised by content where the name says nothing."""
    assert "a" == opened(make("dump", '{"id":1,"text":"a"}\n'))[0].data
    assert "{braces} in a text" == opened(make("note", "{braces} in a text"))[0].data


def test_blank_lines_alone_are_an_empty_file(make, opened, messages):
    """A file without any line of text says so."""
    assert ["is empty: blank lines only."] == messages(opened(make("in.jsonl", "\n \n")))


def test_numeric_dates_of_a_file_share_one_order(make, opened):
    """A later row whose day is no month tells whether the day or the month comes first in all."""
    path = make("a.jsonl", '{"id": 1, "text": "One.", "date": "09/08/2016"}\n{"id": 2, "text": "Two.", "date": "24/11/2015"}\n')
    assert ["2016-08-09", "2015-11-24"] == [page.published for page in opened(path)]
