import gzip
import os

import pytest

from facta.read.raw import Failure, Raw


def test_page_like_files_are_taken_in_the_order_of_names(make, opened, tmp_path):
    """Below the folder too; images, hidden files and other documents are passed over in silence."""
    make("b.txt", "B")
    make("a/z.html", "<p>Z")
    make("a/y.txt.gz", gzip.compress(b"Y"))
    make("c.JSONL", '{"id":1,"text":"C"}')
    for other in ("logo.png", ".hidden.txt", ".git/x.txt", "paper.pdf", "README.md", "run.py"):
        make(other, b"%PDF-")
    items = opened(tmp_path)
    assert ["Y", b"<p>Z", "B", "C"] == [item.data for item in items]
    assert [str(tmp_path / name) for name in ("a/y.txt.gz", "a/z.html", "b.txt", "c.JSONL#1")] == [item.source for item in items]


def test_what_a_browser_saved_beside_a_page_is_no_page(make, opened, tmp_path):
    """Frames in `page_files` belong to the page; a folder of that name without the page is a folder."""
    make("page.html", "<p>P")
    make("page_files/frame.html", "<p>advertisement")
    make("other_files/a.html", "<p>O")
    assert [b"<p>O", b"<p>P"] == [item.data for item in opened(tmp_path)]


def test_links_in_a_circle_end(make, opened, tmp_path):
    """A folder that links lead back to is walked once."""
    make("a/one.txt", "One.")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert ["One."] == [item.data for item in opened(tmp_path)]


@pytest.mark.parametrize("name", [None, "logo.png", "sub/.hidden.txt"])
def test_a_folder_without_pages_says_so(make, opened, messages, tmp_path, name):
    """An empty folder is a failure that tells what is taken."""
    if name:
        make(name, "x")
    (message,) = messages(opened(tmp_path))
    assert "holds no page" in message and ".html" in message and ".warc" in message


FEED = "<rss><channel><title>Ledger</title><item><link>https://ledger.example/1</link></item></channel></rss>"
SITEMAP = "<urlset><url><loc>https://ledger.example/1</loc></url></urlset>"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("news.rss", FEED, "feed"),
        ("sub/news.xml.gz", gzip.compress(FEED.encode()), "feed"),
        ("map.xml", SITEMAP, "sitemap"),
        ("feed.json", '{"version": "https://jsonfeed.org/version/1.1", "items": []}', "feed"),
    ],
)
def test_a_folder_of_nothing_but_a_feed_says_how_to_read_it(make, opened, messages, tmp_path, *, name, content, told):
    """It leads to the network, so it has to be named itself; beside a page it is passed over in silence."""
    make("a.json", "{}")
    path = make(name, content)
    (message,) = messages(opened(tmp_path))
    assert f"holds no page, but the {told} {str(path)!r}, which leads to the network; name that itself" in message
    make("page.html", "<p>P")
    assert [b"<p>P"] == [item.data for item in opened(tmp_path)]


def test_what_is_only_called_like_a_list_is_none(make, opened, messages, tmp_path):
    """Nor is a pipe, at which nobody waits."""
    make("a.xml", "<svg/>")
    os.mkfifo(tmp_path / "b.rss")
    (message,) = messages(opened(tmp_path))
    assert "holds no page; from folders" in message


def test_a_bad_file_in_a_folder_is_one_failure_by_its_own_name(make, opened, tmp_path):
    """The others go on."""
    bad = make("a.html", b"%PDF-1.4")
    make("b.html", "<p>B")
    assert [(Failure, str(bad)), (Raw, str(tmp_path / "b.html"))] == [(type(item), item.source) for item in opened(tmp_path)]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_below_that_may_not_be_read_does_not_cost_the_others(make, opened, tmp_path):
    """One failure in its place."""
    make("a/x.txt", "X").parent.chmod(0)
    make("b.txt", "B")
    items = opened(tmp_path)
    (tmp_path / "a").chmod(0o700)
    assert [Failure, Raw] == [type(item) for item in items]
