"""`facta code` and `facta read`: data to stdout, everything else to stderr, exit codes as promised."""

import json

import pytest

from facta.records import decode


def test_a_page_becomes_one_line_of_the_contract(facta, page):
    """jsonl is what a pipe gets."""
    done = facta("code", page)
    reading = decode(done.out)
    assert (0, "Norway thanks Chile for its help", "en") == (done.code, reading.page.title, reading.page.language)
    assert "CONSULT" in {e.type for e in reading.events}


def test_reading_alone_codes_nothing(facta, page):
    """`facta read` stops at article and thread."""
    reading = decode(facta("read", page).out)
    assert ((), (), ()) == (reading.events, reading.quotes, reading.actors)
    assert reading.page.paragraphs


def test_json_is_one_array(facta, page):
    """A program that wants one value gets one, also when nothing could be read."""
    assert 2 == len(json.loads(facta("code", page, page, "--format", "json").out))
    assert [] == json.loads(facta("code", "missing.html", "--format", "json").out)


def test_stdin_is_a_source(facta):
    """`-` reads what is piped in; the options supply what the text lacks."""
    text = "France recalled its ambassador from Australia."
    done = facta("code", "-", "--published", "2021-09-17", "--outlet", "Daily", "--title", "Recall", stdin=text.encode())
    page = decode(done.out).page
    assert ("2021-09-17", "Daily", "Recall", text) == (page.published, page.site, page.title, page.text)


def test_ids_of_a_jsonl_source_come_back(facta, tmp_path):
    """A line's own id is the page's id, unchanged."""
    path = tmp_path / "items.jsonl"
    path.write_text('{"id": "a 1", "text": "Iran denied the charge."}\n{"id": "ß", "text": "Iran agreed."}\n')
    assert ["a 1", "ß"] == [decode(line).page.id for line in facta("code", path).out.splitlines()]


def test_columns_of_a_table_are_named(facta, tmp_path):
    """`--columns` says which column is which."""
    path = tmp_path / "items.csv"
    path.write_text("day,body\n2020-01-02,Peru thanked Chile.\n")
    page = decode(facta("code", path, "--columns", "text=body,published=day").out).page
    assert ("Peru thanked Chile.", "2020-01-02") == (page.text, page.published)


def test_the_thread_can_be_left_out(facta):
    """`--no-comments` codes the article as if it stood alone."""
    article = "Peru thanks Chile for its help\n\nPeru thanked Chile on Tuesday for sending two ships.\n\n"
    text = article + "  1. Ann says\n\n    Words are cheap.\n"
    assert 1 == len(decode(facta("code", "-", stdin=text.encode()).out).thread)
    assert () == decode(facta("code", "-", "--no-comments", stdin=text.encode()).out).thread


BAD = {
    "empty.html": b"",
    "blank.txt": b" \n\t\n",
    "binary.html": bytes(range(256)) * 40,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "script.html": b"<html><head><script>var a = 1;</script></head><body><div></div></body></html>",
}


@pytest.mark.parametrize("name", [*BAD, "missing.html"])
def test_a_bad_input_is_one_line_and_the_rest_is_coded(facta, page, tmp_path, name):
    """Each is named on stderr, the exit code says so, and the good page beside it comes out."""
    bad = tmp_path / name
    if name in BAD:
        bad.write_bytes(BAD[name])
    done = facta("code", bad, page, "--published", "2018-04-03")
    assert (1, 1) == (done.code, len(done.lines))
    assert done.lines[0].startswith("facta: ")
    assert name in done.lines[0]
    assert "Norway thanks Chile for its help" == decode(done.out.splitlines()[-1]).page.title


def test_broken_encoding_is_read_all_the_same(facta, tmp_path):
    """Bytes that are no UTF-8 cost no page."""
    path = tmp_path / "latin.txt"
    path.write_bytes("Der Präsident traf den König in Ålesund. Sie sprachen über die Beziehungen.".encode("latin-1"))
    assert "Präsident" in decode(facta("read", path).out).page.text


def test_a_foreign_page_is_read_but_not_coded(facta):
    """It says so in its problems, on stderr and in the exit code."""
    text = "Der Außenminister reiste am Montag nach Paris und traf dort seinen französischen Amtskollegen zu Gesprächen."
    done = facta("code", "-", stdin=text.encode())
    reading = decode(done.out)
    assert (1, "de", ()) == (done.code, reading.page.language, reading.events)
    assert "German" in reading.problems[0].message
    assert "German" in done.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["code"], "SOURCE"),
        (["code", "x.html", "--engine", "loacl"], "Did you mean 'local'"),
        (["code", "x.html", "--published", "soon"], "is no date"),
        (["code", "x.csv", "--columns", "txt=body"], "txt"),
        (["code", "x.html", "--format", "xml"], "jsonl"),
        (["show", "x.html", "--svg", "x.png"], "end the file's name in .svg"),
        (["cdoe", "x.html"], "cdoe"),
    ],
)
def test_a_wrong_call_is_exit_code_2(facta, args, said):
    """Usage errors say what was asked and what exists."""
    done = facta(*args)
    assert (2, "") == (done.code, done.out)
    assert said in done.err


def test_control_characters_do_not_reach_the_terminal(facta):
    """A hostile text cannot steer the screen of who reads it."""
    text = "Peru thanked Chile\x1b[2J for sending\x07 two ships to the port of Callao."
    done = facta("show", "-", stdin=text.encode())
    assert not {"\x1b", "\x07"} & set(done.out + done.err)


def test_a_text_too_short_to_tell_its_language_is_said_to_be_read_as_english(facta):
    """It is coded, so that "unknown" would be no answer; what is not coded has an unknown language."""
    told = " ".join(facta("code", "-", "--format", "table", stdin=b"France recalled its ambassador.").out.split())
    assert "language not told; read as English" in told
    foreign = "\u0424\u0440\u0430\u043d\u0446\u0438\u044f".encode()
    assert "read as English" not in facta("code", "-", "--format", "table", stdin=foreign).out
