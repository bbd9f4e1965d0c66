"""One line or row as a page."""

import pytest

from facta.errors import InputError
from facta.read.raw import Options
from facta.read.sources._given import Given
from facta.read.sources._rows import Rows, Seen, columns


def rows(key="/a.jsonl", **options):
    return Rows(Given(spec="a.jsonl", key_source=key), Options(**options), "line")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2018-04-03", "2018-04-03"),
        ("2018-04", "2018-04"),
        (2018.0, "2018"),
        ("20180403", "2018-04-03"),
        ("April 3 2018", "2018-04-03"),
        ("1522750000", "2018-04-03"),
        (1522750000, "2018-04-03"),
        (1522750000.0, "2018-04-03"),
        ("20181340", None),
        ("soon", None),
        ("", None),
        (None, None),
        (True, None),
        (float("nan"), None),
    ],
)
def test_a_date_is_read_where_it_has_one_reading(written, day):
    """Others are left out, and said to be."""
    page = rows().raw({"text": "One.", "date": written}, 1)
    assert (day, int(isinstance(written, str) and bool(written) and day is None)) == (page.published, len(page.problems))


def test_another_row_tells_how_a_numeric_date_is_read():
    """One that can be read in a single way; where none can, or two contradict each other, the date is left out."""
    for sample, day in (
        (["24/11/2015"], "2016-08-09"),
        (["11/24/2015"], "2016-09-08"),
        (["24/11/2015", "11/24/2015"], None),
        (["2015-11-24", None], None),
    ):
        made = rows()
        made.learn([{"date": told} for told in sample])
        page = made.raw({"text": "One.", "date": "09/08/2016"}, 1)
        assert day == page.published
        assert bool(page.problems) == (day is None)
    assert "The date '09/08/2016' could be 2016-08-09 or 2016-09-08, and no other row decides; it is left out" in page.problems[0]


def test_an_id_is_used_once():
    """By line; one that is a number too."""
    made = rows()
    assert ("7", "a.jsonl#7") == ((page := made.raw({"id": 7, "text": "One."}, 1)).id, page.source)
    with pytest.raises(InputError, match=r"line 3 has the id '7' of line 1"):
        made.raw({"item": "7", "text": "Two."}, 3)


def test_a_row_without_id_is_numbered_or_known_by_its_content():
    """Of a stream by its content always."""
    assert ("4", None) == tuple(rows().raw({"text": "One."}, 4, numbered=way).id for way in (True, False))
    one, two = (rows(key="-").raw({"id": "1", "text": text}, 1).key_source for text in ("One.", "Two."))
    assert one != two and one.startswith("-#")
    assert "/a.jsonl" == rows().raw({"text": "One."}, 1).key_source


@pytest.mark.parametrize("row", [{}, {"text": " \n"}, {"text": None, "html": ""}, {"text": ["One"]}])
def test_a_row_without_text_is_refused(row):
    """By its number and the field that was asked for."""
    with pytest.raises(InputError, match=r"line 2 has no text \(field 'body'\)"):
        rows(columns={"text": "body"}).raw(row, 2)


def test_html_stands_in_place_of_text_only_where_there_is_none():
    """As bytes."""
    both = {"text": "One.", "html": "<p>Two.</p>"}
    assert ("text", "One.") == ((page := rows().raw(both, 1)).form, page.data)
    assert ("html", b"<p>Two.</p>") == ((page := rows().raw(both | {"text": " "}, 1)).form, page.data)


def test_a_row_may_tell_when_its_page_was_fetched():
    """From then the times of its readers' comments are reckoned."""
    told = ({"crawled": "2024-03-14"}, {"fetched": 1710379800}, {"fetched": "2024-03-14T01:30:00Z"}, {"fetched": "soon"}, {})
    moments = ["2024-03-14", "2024-03-14T01:30:00+00:00", "2024-03-14T01:30:00+00:00", None, None]
    assert moments == [rows().raw({"text": "a", **row}, 1).fetched for row in told]


def test_columns_go_by_the_names_that_rows_are_asked_for():
    """In any case; a missing one is named with those that exist."""
    assert ["id", "text"] == columns(["ID", "Text"], Options())
    assert ["Body"] == columns(["BODY"], Options(columns={"text": "Body"}))
    with pytest.raises(InputError, match=r"No column 'bdy'\. Did you mean 'body'\?"):
        columns(["body"], Options(columns={"text": "bdy"}))
    with pytest.raises(InputError, match="Say which holds the text"):
        columns(["body"], Options())


def test_what_was_seen_is_told_by_the_number_it_was_seen_under():
    """Each for itself."""
    seen = Seen()
    assert [None, 1, None, 1] == [seen.first(key, n) for n, key in enumerate("aaba", 1)]
    assert Seen().first("a", 9) is None
