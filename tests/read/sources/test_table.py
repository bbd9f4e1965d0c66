import pytest

from facta.read.raw import Failure, Raw


def test_columns_named_like_the_fields_are_taken(make, opened):
    """Without `--columns`, in any order and case; other columns don't matter."""
    path = make("a.csv", 'Text,ID,date,site,n\r\n"Rain, and\r\nsnow.",w7,2018-04-03,Daily,1\r\n')
    assert [
        Raw(
            source=f"{path}#w7",
            key_source=str(path.resolve()),
            form="text",
            data="Rain, and\r\nsnow.",
            id="w7",
            published="2018-04-03",
            outlet="Daily",
            stated=frozenset({"published", "outlet"}),
        )
    ] == opened(path)


def test_columns_may_be_named(make, opened):
    """`--columns` says which column holds what, and a row without id has its number."""
    pages = opened(make("a.csv", "body;Day\nA;2018\nB;2019\n"), columns={"text": "Body", "published": "day"})
    assert [("1", "A", "2018"), ("2", "B", "2019")] == [(page.id, page.data, page.published) for page in pages]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings_are_told_from_the_file(make, opened, delimiter, encoding):
    """As spreadsheets of several countries write them."""
    rows = ["id", "text", "title"], ["1", "Völlig ‚neu‘ für’s Müller-Büro, größer", "Über"]
    content = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows).encode(encoding)
    (page,) = opened(make("a.csv", content))
    assert ("1", rows[1][1], "Über") == (page.id, page.data, page.title)


def test_a_missing_column_is_named_with_those_that_exist(make, opened, messages):
    """One failure for the file, not one a row."""
    path = make("a.csv", "body,day\nA,2018\nB,2019\n")
    assert ["No column 'boddy'. Did you mean 'body'? Known: body, day."] == messages(opened(path, columns={"text": "boddy"}))
    assert ["No column 'text'. Known: body, day. Say which holds the text: --columns text=COL."] == messages(opened(path))


def test_a_bad_row_is_one_failure_and_the_others_go_on(make, opened, messages):
    """No text, too many cells, an id used before, a quotation mark out of place."""
    rows = ["id,text", "1,A", "2,", "3,Well, then", "1,again", '5,"a"b', "6,F,", "", "7"]
    items = opened(make("a.csv", "\n".join(rows)))
    assert ["1", "6"] == [item.id for item in items if isinstance(item, Raw)]
    assert ["row 2 has no", "row 3 has 3 ", "row 4 has th", "row 5 is no ", "row 7 has no"] == [m[:12] for m in messages(items)]


def test_a_quotation_mark_left_open_is_not_swallowed(make, opened, messages):
    """The rows after it are read, unless what follows may be its text: then one line says that all of it is lost."""
    items = opened(make("a.csv", 'id,text,date\n1,A,2018\n2,"B.,2018\n\n3,C,2018\n4,D,2018\n'))
    assert ["1", "3", "4"] == [item.id for item in items if isinstance(item, Raw)]
    assert ["row 2 opens a quotation mark that nothing closes; the others go on."] == messages(items)
    items = opened(make("b.csv", 'id,text\n1,A\n2,"B, first.\nThen more of it.\n3,C\n'))
    assert ["1"] == [item.id for item in items if isinstance(item, Raw)]
    assert ["what follows is not read" in message for message in messages(items)] == [True]


def test_quotation_marks_in_a_tab_separated_file_may_be_just_text(make, opened):
    """Where they don't enclose cells they are part of the text; where they do they are not."""
    assert ['"We will," he said.', 'B "b"'] == [
        i.data for i in opened(make("a.tsv", 'id\ttext\n1\t"We will," he said.\n2\tB "b"\n'))
    ]
    assert ['One\n"two"'] == [i.data for i in opened(make("a.tsv", 'id\ttext\n1\t"One\n""two"""\n'))]


def test_a_large_cell_is_read_up_to_the_limit(make, opened, messages, monkeypatch):
    """Cells may be as large as a page, far over the csv module's own limit."""
    monkeypatch.setenv("FACTA_MAX_BYTES", "300000")
    text = "word " * 50_000
    assert [text] == [item.data for item in opened(make("a.csv", f'id,text\n1,"{text}"\n'))]
    items = opened(make("a.csv", f"id,text\n1,A\n2,{text}{text}\n"))
    assert isinstance(items[0], Raw)
    assert isinstance(items[1], Failure) and "is larger than 300,000 bytes" in items[1].message


def test_bytes_that_are_no_utf8_are_read_and_named(make, opened):
    """A damaged character costs itself; the row says so."""
    text = "à é î ö ü ñ ç ø å ê ë "
    one, two = opened(make("a.csv", f"id,text\n1,{text}\n2,{text}\n".encode().replace("ö".encode(), b"\xff", 1)))
    assert (text.replace("ö", "\ufffd"), 1, 0) == (one.data, len(one.problems), len(two.problems))


def test_html_may_stand_in_a_column(make, opened):
    """As in JSONL."""
    (page,) = opened(make("a.csv", "id,page\n1,<p>é</p>\n"), columns={"html": "page"})
    assert ("html", "<p>é</p>".encode(), "utf-8") == (page.form, page.data, page.encoding)


@pytest.mark.parametrize("content", ["id,text\n", "id,text"])
def test_a_table_without_rows_says_so(make, opened, messages, content):
    """A header alone is a failure."""
    assert ["is empty: a header line and no rows."] == messages(opened(make("a.csv", content)))


def test_numeric_dates_of_a_file_share_one_order(make, opened):
    """A later row whose day is no month tells whether the day or the month comes first in all."""
    path = make("a.csv", "text;date\nOne.;09/08/2016\nTwo.;24/11/2015\n")
    assert ["2016-08-09", "2015-11-24"] == [page.published for page in opened(path)]


def test_what_programs_write_for_nothing_is_nothing(make, opened, messages):
    """R writes NA, databases NULL, pandas nan; an id may be called so all the same."""
    content = "id,text,title,published,date,outlet,url\nNA,One.,NA,NA,2018-04-03,NULL,nan\n2,NA,T,.,,O,\n3,Two.,T,.,,O,u\n"
    one, none, two = opened(make("a.csv", content))
    assert ("NA", None, "2018-04-03", None, None, ()) == (one.id, one.title, one.published, one.outlet, one.url, one.problems)
    assert ["row 2 has no text (field 'text'); the others go on."] == messages([none])
    assert ("T", None, "O", "u", ()) == (two.title, two.published, two.outlet, two.url, two.problems)
