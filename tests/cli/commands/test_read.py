"""`facta read`."""

import json


def test_a_page_is_read_and_nothing_is_coded(facta, page):
    """As a line for programs."""
    done = facta("read", page)
    (line,) = done.out.splitlines()
    found = json.loads(line)
    assert ("Norway thanks Chile for its help", [], []) == (found["page"]["title"], found["events"], found["quotes"])


def test_the_readable_form_has_paragraphs_by_kind(facta, page):
    """Nothing is marked."""
    out = facta("read", page, "--format", "text").out
    assert "headline   Norway thanks Chile for its help" in out
    assert "body       Norwegian Foreign Minister" in out


def test_what_cannot_be_read_is_one_line_and_the_rest_is_read(facta, page, tmp_path):
    """The exit code says that something was wrong."""
    done = facta("read", tmp_path / "no.html", page, "--format", "json")
    assert (1, 1) == (done.code, len(json.loads(done.out)))
    assert "no.html" in done.lines[0]


def test_a_form_that_nobody_has_is_a_slip(facta, page):
    """Nothing is read."""
    assert (2, "") == ((done := facta("read", page, "--format", "xml")).code, done.out)
