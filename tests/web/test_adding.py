"""What a person hands in is coded, one after the other; the view of it is tested apart."""

import threading

import pytest

from facta.errors import InputError, UsageError
from facta.read.raw import Options
from facta.store import open_store
from facta.web import adding
from facta.web.adding import AT_ONCE, REMEMBERED, Desk
from facta.web.shelf import Shelf

WORDS = "The French president met the German chancellor in Berlin on Tuesday."


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A store that is empty at first."""
    where = tmp_path_factory.mktemp("adding") / "news.duckdb"
    with open_store(where):
        pass
    return where


@pytest.fixture
def desk(path):
    """Takes things in for it."""
    shelf = Shelf(path)
    yield Desk(shelf)
    shelf.close()


def test_a_text_is_coded_stored_and_told(desk, path):
    """With what a person knows of it; a second time it is known."""
    said = Options(title="A visit", outlet="Post", published="2018-04-03")
    first, second = (desk.text(f"{WORDS}\r\n{WORDS}", said, wait=60) for _ in range(2))
    assert ("done", [], 1, [False], [True]) == (
        first.state,
        first.failures,
        first.pages,
        [one.known for one in first.added],
        [one.known for one in second.added],
    )
    assert ("A visit", first.added[0].key) == (first.added[0].title, second.added[0].key)
    with open_store(path, read_only=True) as store:
        page = store.reading(first.added[0].key).page
    assert (f"{WORDS}\n{WORDS}", "2018-04-03") == (page.text, page.published)


@pytest.mark.parametrize("words", ["", " \r\n\t", "\r"])
def test_nothing_is_no_text(desk, words):
    """Said at once."""
    with pytest.raises(InputError, match="Nothing was pasted"):
        desk.text(words, Options(), wait=60)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("example.org", "begins with http://"),
        ("file:///etc/passwd", "begins with http://"),
        ("http://[::1", ""),
        ("", "begins with"),
    ],
)
def test_what_is_no_address_is_never_asked(desk, address, why):
    """In one line."""
    with pytest.raises(InputError, match=why):
        desk.url(address, wait=60)


def test_a_file_is_called_by_its_last_name(desk):
    """Whatever folders a browser sends along."""
    job = desk.file("..\\..\\C:\\evil/../page.txt", b"Peru", Options(), wait=60)
    assert ("page.txt", "failed") == (job.what, job.state)
    assert ["page.txt holds no sentence; a report has at least one"] == job.failures
    with pytest.raises(InputError, match="No file was chosen"):
        desk.file("a.txt", b"", Options(), wait=60)


@pytest.mark.parametrize("words", ["秘鲁外交部长在利马会见了智利总统。", "โตเกียว เยือน", "ミサイル"])
def test_a_text_whose_words_no_blanks_part_is_no_slip(desk, words):
    """It is kept, read or not."""
    assert 1 == len(desk.text(words, Options(), wait=60).added)


def test_too_many_at_once_are_asked_to_wait(desk, monkeypatch):
    """And nothing of them is remembered."""
    go_on = threading.Event()
    monkeypatch.setattr(adding.Desk, "_work", lambda self, job: go_on.wait(30))
    jobs = [desk.text(f"{WORDS} {n}", Options(), wait=0) for n in range(AT_ONCE)]
    with pytest.raises(UsageError, match="Try again in a moment"):
        desk.text(WORDS, Options(), wait=0)
    assert not any(job.over for job in jobs)
    go_on.set()


def test_a_job_is_known_by_its_id_until_many_others_came(desk, monkeypatch):
    """Then it is forgotten."""
    monkeypatch.setattr(adding.Desk, "_work", lambda self, job: None)
    first = desk.text(WORDS, Options(), wait=30)
    assert first is desk.job(first.id)
    for _ in range(REMEMBERED):
        desk.text(WORDS, Options(), wait=30)
    assert None is desk.job(first.id) is desk.job("nobody")


def test_whatever_goes_wrong_is_told_to_the_page_that_waits(desk, monkeypatch):
    """The next job is taken as before."""

    def fails(self, job):
        raise ZeroDivisionError("by nothing")

    with monkeypatch.context() as patch:
        patch.setattr(adding.Desk, "_work", fails)
        job = desk.text(WORDS, Options(), wait=30)
    assert ("failed", ["facta failed with ZeroDivisionError: by nothing"], True) == (job.state, job.failures, job.over)
    assert "done" == desk.text(WORDS, Options(), wait=60).state
