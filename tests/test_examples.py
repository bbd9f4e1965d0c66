"""The samples give what a careful reader expects of them: pages and threads exactly, direct quotations with their speakers."""

import json
from collections import Counter
from pathlib import Path

import pytest

import facta

EXAMPLES = Path(__file__).parent.parent / "examples"
SAMPLES = {"visit": "visit.html", "exercise": "exercise.html", "pasted": "pasted.txt", "statement": "statement.html"}
FIELDS = ("title", "dek", "published", "site", "language")


def expected_pages():
    for name, file in SAMPLES.items():
        yield name, file, json.loads((EXAMPLES / "expected" / f"{name}.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def coded():
    return {name: next(iter(facta.code([str(EXAMPLES / "pages" / file)]))) for name, file in SAMPLES.items()}


@pytest.fixture(scope="module")
def archive():
    return list(facta.code([str(EXAMPLES / "pages" / "archive.warc.gz")]))


def about(page):
    kinds = Counter(p.kind for p in page.paragraphs if p.kind != "other")
    credit = page.credit and page.credit.outlet
    return {f: getattr(page, f) for f in FIELDS} | {"byline": list(page.byline), "credit": credit, "paragraph_kinds": dict(kinds)}


def about_expected(page):
    credit = page["credit"] and page["credit"]["outlet"]
    return {f: page[f] for f in FIELDS} | {"byline": page["byline"], "credit": credit, "paragraph_kinds": page["paragraph_kinds"]}


def tree(thread):
    """Author, kind, date as written, position of the parent, beginning of the text."""
    at = {post["id"]: n for n, post in enumerate(thread)}
    return [(p["author"], p["kind"], p["date_text"], at.get(p["parent"]), p["text_prefix"]) for p in thread]


def tree_like(thread, expected):
    at = {c.id: n for n, c in enumerate(thread)}
    prefixes = [len(post["text_prefix"]) for post in expected]
    return [(c.author, c.kind, c.date_text, at.get(c.parent), c.text[:n]) for c, n in zip(thread, prefixes, strict=True)]


@pytest.mark.parametrize(("name", "file", "expected"), list(expected_pages()), ids=list(SAMPLES))
def test_a_sample_page_is_read_exactly(coded, name, file, expected):
    """What the page says of itself, and how many paragraphs of each kind it has."""
    assert about_expected(expected["page"]) == about(coded[name].page)


@pytest.mark.parametrize(("name", "file", "expected"), list(expected_pages()), ids=list(SAMPLES))
def test_a_sample_thread_is_read_exactly(coded, name, file, expected):
    """Authors, kinds, dates, parents and texts, in reading order."""
    assert len(expected["thread"]) == len(coded[name].thread)
    assert tree(expected["thread"]) == tree_like(coded[name].thread, expected["thread"])


@pytest.mark.parametrize(("name", "file", "expected"), list(expected_pages()), ids=list(SAMPLES))
def test_direct_quotations_have_their_speakers(coded, name, file, expected):
    """Each direct quotation of the article, word for word, with who said it."""
    actors = {a.id: a.name for a in coded[name].actors}
    found = {tuple(s.text for s in q.content): actors.get(q.speaker_actor) for q in coded[name].quotes if q.comment is None}
    wanted = {tuple(q["content"]): q["speaker_name"] for q in expected["quotes"] if q["kind"] == "direct"}
    assert wanted == {c: found.get(c) for c in wanted}


def test_every_page_of_the_archive_is_read(archive):
    """Requests and pictures are passed over; each page is what a careful reader expects."""
    expected = json.loads((EXAMPLES / "expected" / "archive.json").read_text("utf-8"))["pages"]
    assert [about_expected(e["page"]) for e in expected] == [about(r.page) for r in archive]


def test_the_german_page_is_read_but_not_coded(archive):
    """It says so in its problems; its English neighbours are coded."""
    german = [r for r in archive if r.page.language == "de"]
    assert [()] == [r.events for r in german]
    assert "German" in german[0].problems[0].message
    assert all(r.events for r in archive if r.page.language == "en")


def test_the_archive_is_what_its_script_makes(tmp_path):
    """Running the script again gives the same bytes."""
    import subprocess
    import sys

    made = tmp_path / "archive.warc.gz"
    subprocess.run([sys.executable, EXAMPLES / "make_warc.py", made], check=True)
    assert (EXAMPLES / "pages" / "archive.warc.gz").read_bytes() == made.read_bytes()


def test_every_report_comes_back_with_its_id():
    """All lines of the sample corpus are coded under their own ids."""
    lines = (EXAMPLES / "pages" / "reports.jsonl").read_text("utf-8").splitlines()
    readings = facta.code([str(EXAMPLES / "pages" / "reports.jsonl")])
    assert [json.loads(line)["id"] for line in lines] == [r.page.id for r in readings]
