"""Adding: a pasted text, a file, an address; coded, stored, opened, or refused in one clear line."""

import gzip
import html
import json
import re
from time import monotonic, sleep

import pytest
from litestar.testing import TestClient

from facta.pipeline import outcomes
from facta.read.raw import Options
from facta.store import open_store
from facta.web import create_app
from facta.web.adding import Desk
from facta.web.shelf import Shelf

REPORT = (
    "Ministers meet over fishing\n\nThe foreign minister of Chile, Carla Soto, met her Peruvian counterpart in Lima on Friday."
    " “We will share the patrols,” she said. Peru expelled two Bolivian diplomats."
)


@pytest.fixture
def visitor(own_store):
    """Calls the application over a store of its own."""
    with TestClient(create_app(own_store), base_url="http://localhost.local", raise_server_exceptions=False) as calling:
        calling.headers.update({"accept": "text/html", "host": "localhost"})
        yield calling


def send(visitor, way, files=None, headers=None, **fields):
    """What a form of the page sends."""
    token = re.search(r'name="_csrf_token" value="(\w+)"', visitor.get("/add").text)[1]
    return visitor.post(
        f"/add/{way}", data={"_csrf_token": token, **fields}, files=files, headers=headers or {}, follow_redirects=False
    )


def told(answer):
    """The line of a refusal."""
    return html.unescape(re.search(r'role="alert">(?:<p>)?(.*?)</p>', answer.text, re.S)[1])


def stored(path, key):
    """A page as stored, with its story count."""
    with open_store(path, read_only=True) as store:
        (row,) = store.sql("SELECT count(*) AS n FROM tellings t JOIN pages p ON p.no = t.page_no WHERE p.key = ?", [key])
        return next(store.readings([key])), row["n"]


def test_a_pasted_text_is_coded_stored_folded_and_opened(own_store, visitor):
    """With what the person knows of it."""
    answer = send(visitor, "text", text=REPORT.replace("\n", "\r\n"), outlet="Harbour News", published="2021-03-13")
    assert 303 == answer.status_code
    key = answer.headers["location"].removeprefix("/page/")
    reading, tellings = stored(own_store, key)
    assert ("Harbour News", "2021-03-13", REPORT) == (reading.page.site, reading.page.published, reading.page.text)
    assert tellings == len([e for e in reading.events if e.comment is None]) > 1
    assert "Carla Soto" in visitor.get(answer.headers["location"]).text


@pytest.mark.parametrize("slip", ["x", " the\n", "1234 567", "?!", "。"])
def test_what_holds_no_sentence_is_no_report(own_store, visitor, slip):
    """A slip of the hand is told, and nothing is stored."""
    answer = send(visitor, "text", text=slip)
    assert (400, "The pasted text holds no sentence; a report has at least one") == (answer.status_code, told(answer))
    with open_store(own_store, read_only=True) as store:
        assert [] == list(store.sql('SELECT 1 FROM pages WHERE length(trim("text")) < 10'))


@pytest.mark.parametrize("short", ["Chile apologises.", "俄罗斯总统访华"])
def test_a_short_report_is_one(visitor, short):
    """Two words, or a script that parts none."""
    assert 303 == send(visitor, "text", text=short).status_code


def test_of_a_table_the_rows_that_say_something_are_taken(own_store, visitor):
    """The others are named."""
    rows = b"text,published\nx,2020-01-01\nChile fined Peru.,2020-01-02\n"
    page = send(visitor, "file", files={"file": ("rows.csv", rows)})
    where = page.headers["location"]
    assert "/add/" in where and "holds no sentence" in visitor.get(where).text
    with open_store(own_store, read_only=True) as store:
        assert ["Chile fined Peru."] == [
            r["text"] for r in store.sql("SELECT \"text\" FROM pages WHERE source LIKE '%rows.csv%'")
        ]


def test_a_text_that_is_there_already_is_opened_not_doubled(own_store, visitor):
    """By the same address."""
    first, second = (send(visitor, "text", text=REPORT).headers["location"] for _ in range(2))
    assert first == second


def test_a_file_that_the_command_line_coded_is_known(tmp_path):
    """Both ask whether it is there by the same digest, so it is not coded again."""
    path, file = tmp_path / "news.duckdb", tmp_path / "report.txt"
    file.write_text(REPORT)
    with open_store(path) as store:
        store.put_many((done.result, done.digest) for done in outcomes([str(file)]))
    shelf = Shelf(path)
    job = Desk(shelf).file("another-name.txt", file.read_bytes(), Options(), wait=None)
    shelf.close()
    assert ([True], []) == ([one.known for one in job.added], job.failures)


def test_a_file_is_told_by_its_name_and_content(visitor):
    """Compressed or not; several pages make a list."""
    page = f"<html><body><article><h1>Talks in Lima</h1><p>{REPORT}</p></article></body></html>".encode()
    assert "/page/" in send(visitor, "file", files={"file": ("a.html.gz", gzip.compress(page))}).headers["location"]
    rows = b"".join(json.dumps({"id": n, "text": f"Peru expelled {n} Bolivian diplomats."}).encode() + b"\n" for n in (2, 3))
    several = send(visitor, "file", files={"file": ("two.jsonl", rows)}).headers["location"]
    listed = visitor.get(several).text
    assert "2 pages are in the store" in listed
    assert 2 == len(re.findall(r'<li><a href="/page/', listed))


def test_a_table_may_call_its_columns_otherwise(own_store, visitor):
    """As the form says them; what is no pair of names is refused in one line."""
    table = {"file": ("old.csv", b"Body,Day\nPeru expelled two Bolivian diplomats.,2021-03-13\n")}
    assert "Say which holds the text: columns text=COL." in told(send(visitor, "file", files=table))
    assert "FIELD=COLUMN pairs" in told(send(visitor, "file", files=table, columns="body"))
    answer = send(visitor, "file", files=table, columns="text=body, published=day")
    reading, _ = stored(own_store, answer.headers["location"].removeprefix("/page/"))
    assert "2021-03-13" == reading.page.published


def test_more_pages_than_are_taken_at_once_are_said(visitor, monkeypatch):
    """And where they can all be coded."""
    monkeypatch.setattr("facta.web.adding.MOST_PAGES", 2)
    rows = b"".join(json.dumps({"id": n, "text": f"Peru expelled {n} diplomats."}).encode() + b"\n" for n in range(4))
    listed = visitor.get(send(visitor, "file", files={"file": ("many.jsonl", rows)}).headers["location"]).text
    assert "2 pages are in the store" in listed
    assert "There are more" in listed


@pytest.mark.parametrize(
    ("way", "fields", "files", "why"),
    [
        ("text", {"text": "  \n"}, None, "Nothing was pasted"),
        ("text", {"text": REPORT, "published": "yesterday"}, None, "'yesterday' is no date"),
        ("url", {"url": "file:///etc/passwd"}, None, "no address on the web"),
        ("url", {"url": "/etc/passwd"}, None, "no address on the web"),
        ("url", {"url": "javascript:alert(1)"}, None, "no address on the web"),
        ("url", {"url": "http://user:word@example.org/"}, None, "user name"),
        ("url", {"url": "http://127.0.0.1:1/"}, None, "an address inside this machine or its network"),
        ("url", {"url": "http://[::1]/"}, None, "an address inside this machine or its network"),
        ("url", {"url": "http://169.254.169.254/latest/meta-data/"}, None, "an address inside this machine or its network"),
        ("file", {}, {"file": ("", b"")}, "No file was chosen"),
        ("file", {}, {"file": ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100))}, "picture.png is"),
        ("file", {}, {"file": ("all.paths", b"/etc/passwd\n../../secret.warc.gz\n")}, ""),
        ("file", {}, {"file": ("<img src=x onerror=alert(1)>.html", b"<html></html>")}, "shows no article"),
    ],
)
def test_what_cannot_be_coded_is_refused_in_one_line(*, own_store, visitor, way, fields, files, why):
    """Nothing is fetched from inside, no file of ours is opened, nothing is stored."""
    with open_store(own_store, read_only=True) as store:
        before = store.summary().pages
    answer = send(visitor, way, files=files, **fields)
    if why:
        assert 400 == answer.status_code
        assert why in told(answer)
        with open_store(own_store, read_only=True) as store:
            assert before == store.summary().pages
    assert "<img" not in answer.text
    assert "root:" not in answer.text


def test_a_refused_text_stays_in_its_field(visitor):
    """Nobody has to paste it again."""
    answer = send(visitor, "text", text=f"{REPORT}</textarea><script>alert(1)</script>", published="nonsense")
    assert "Carla Soto" in answer.text
    assert "<script>alert(1)" not in answer.text


@pytest.mark.parametrize("way", ["text", "url", "file"])
def test_nothing_is_taken_without_the_page_s_token(visitor, way):
    """A page of somebody else's cannot add."""
    assert 403 == visitor.post(f"/add/{way}", data={"text": REPORT, "url": "https://example.org/"}).status_code


def test_a_body_larger_than_the_limit_is_refused(own_store, monkeypatch):
    """Before it is read to its end."""
    monkeypatch.setattr("facta.web.adding.UPLOAD", 20_000)
    with TestClient(create_app(own_store), base_url="http://localhost.local", raise_server_exceptions=False) as small:
        small.headers["host"] = "localhost"
        assert 413 == send(small, "file", files={"file": ("a.txt", b"word " * 10_000)}).status_code


def test_a_script_is_told_how_far_it_is(visitor):
    """Step by step, and where the page is when all is done."""
    answer = send(visitor, "text", text=REPORT + " Once.", headers={"hx-request": "true"})
    job = re.search(r'hx-get="(/add/[^"]+)"', answer.text)[1]
    assert 'aria-current="step"' in answer.text
    end = monotonic() + 30
    while "hx-redirect" not in answer.headers and monotonic() < end:
        sleep(0.1)
        answer = visitor.get(job, headers={"hx-request": "true"})
    assert answer.headers["hx-redirect"].startswith("/page/")


def test_a_page_that_is_loaded_again_goes_on_telling_of_the_job(visitor):
    """Its address is in the answer, and answers by itself."""
    answer = send(visitor, "text", text=REPORT + " Thrice.", headers={"hx-request": "true"})
    assert re.search(r'hx-get="(/add/[^"]+)"', answer.text)[1] == answer.headers["hx-push-url"]
    again = visitor.get(answer.headers["hx-push-url"])
    assert (200, True) == (again.status_code, 'class="job"' in again.text)


def test_a_job_nobody_knows_is_404(visitor):
    """Its name cannot be guessed."""
    assert 404 == visitor.get("/add/nothing").status_code


@pytest.mark.parametrize(("width", "dark"), [(360, False), (900, True), (1600, False)])
def test_the_view_fits_its_window_and_axe_finds_nothing_serious(*, visit, axe, shot, width, dark):
    """Nothing has to be scrolled sideways; a picture is kept."""
    page = visit("/add", width=width, dark=dark)
    shot(page, f"add-{width}-{'dark' if dark else 'light'}")
    assert width >= page.evaluate("document.documentElement.scrollWidth")
    assert [] == axe(page)


def test_a_pasted_page_opens_in_the_reader(own_store, serving, visit):
    """By keyboard: paste, to the button, enter; progress is told, then the text with its marks."""
    with serving(own_store) as site:
        page = visit("/add", at=site)
        page.locator("#text").focus()
        page.keyboard.insert_text(REPORT + " Twice.")
        page.get_by_role("button", name="Code this text").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(".job")
        page.wait_for_url("**/add/*")
        page.reload()
        page.wait_for_url("**/page/*", timeout=30_000)
        assert "Carla Soto" in page.locator(".page-text").inner_text()
        assert page.locator(".event").count() > 1


def test_a_file_is_added_without_javascript(own_store, serving, visit):
    """As a plain form."""
    with serving(own_store) as site:
        page = visit("/add", scripts=False, at=site)
        page.set_input_files("#file", {"name": "a.txt", "mimeType": "text/plain", "buffer": (REPORT + " Thrice.").encode()})
        page.get_by_role("button", name="Code this file").click()
        page.wait_for_url("**/page/*", timeout=30_000)
        assert "Thrice" in page.locator(".page-text").inner_text()
