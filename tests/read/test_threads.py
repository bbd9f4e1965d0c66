"""Threads of HTML pages, whatever the platform: real pages read in place and scored, and what no platform knows."""

import importlib.util
import json
from itertools import pairwise
from pathlib import Path
from time import process_time
from types import ModuleType

import pytest

from facta import plugins
from facta.read import generic, markup, posts, threads
from facta.read.page import read_page
from facta.read.raw import Raw
from facta.records import Reading

SHARED = Path(__file__).parents[3] / "shared"
PAGES = sorted((SHARED / "data" / "threads").glob("*.html")) if SHARED.is_dir() else []
here = pytest.mark.skipif(
    not PAGES, reason="the real pages belong to their publishers and lie beside the project, which is missing here"
)
LINKS = ("hn_synthetic", "reddit_redesign")
"""Pages whose post is but a link or a video."""
WORDPRESS = ("californiaglobe", "hearya", "netzpolitik", "tichyseinblick")
PREFIX = 60
"""Folded characters by which a comment's text is sought in the article; shorter ones occur by chance."""


def read(page: Path) -> Reading:
    return read_page(Raw(source=page.name, key_source=str(page), form="html", data=page.read_bytes()))


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_threads", SHARED / "score" / "score_threads.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@here
@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_every_real_page_is_read(page: Path) -> None:
    """Each of the pages gives an article whose paragraphs stand in order and inside the text; a link with a thread has none."""
    reading = read(page)
    found = reading.page
    if page.stem in LINKS:
        assert reading.thread and not [p for p in found.paragraphs if p.kind != "headline"]
        return
    assert found.paragraphs
    assert all(a.end <= b.start for a, b in pairwise(found.paragraphs))
    assert found.paragraphs[-1].end == len(found.text)


@here
@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_no_comment_enters_an_article(page: Path) -> None:
    """The beginning of no comment stands in the article, but for those that quote it and links that repeat its title."""
    quoting = {"803285"}  # begins with a sentence of the article it answers
    article = markup.folded(read(page).page.text)
    gold = json.loads(page.with_suffix(".json").read_text("utf-8"))["comments"]
    starts = {c["id"]: markup.folded(c["text_prefix"])[:PREFIX] for c in gold if c["kind"] == "comment"}
    assert [] == [i for i, start in starts.items() if len(start) >= 25 and start in article and i not in quoting]


@here
@pytest.mark.parametrize("name", WORDPRESS)
def test_wordpress_pages_give_their_whole_tree(name: str, scorer: ModuleType) -> None:
    """Every comment, author, parent and date of the WordPress pages is right: measured 1.000 on all four."""
    page = SHARED / "data" / "threads" / f"{name}.html"
    gold = json.loads(page.with_suffix(".json").read_text("utf-8"))["comments"]
    found = [
        {"id": c.id, "parent": c.parent, "author": c.author, "date_text": c.date_text, "text": c.text, "kind": c.kind}
        for c in read(page).thread
    ]
    counts = scorer.score_page(gold, found)
    scores = scorer.summary(counts)
    assert (1.0, 1.0, 1.0) == (scores["tree_F1"], scores["date_acc"], scores["len_acc"])


@here
def test_the_pasted_page_is_read_exactly(scorer: ModuleType) -> None:
    """The first real input: its parts by kind, the restored line break, the credit, and the whole tree of its thread."""
    source = SHARED / "data" / "pages" / "pasted_page.txt"
    reading = read_page(Raw(source="-", key_source="-", form="text", data=source.read_bytes()))
    kinds = [p.kind for p in reading.page.paragraphs]
    assert ["headline", "dek", "standfirst", *["body"] * 6, "credit", *["other"] * 9] == kinds
    standfirst, first = (reading.page.text[p.start : p.end] for p in reading.page.paragraphs[2:4])
    assert standfirst.endswith("closely coordinated with President Xi")
    assert first.startswith("China’s military leadership has pledged")
    assert "Newsweek" == (reading.page.credit and reading.page.credit.outlet)
    gold = json.loads((SHARED / "data" / "threads" / "pasted_page.json").read_text("utf-8"))["comments"]
    counts = scorer.score_page(
        gold, [{f: getattr(c, f) for f in ("id", "parent", "author", "text", "kind")} for c in reading.thread]
    )
    assert 1 == counts["exact"]


def test_every_platform_keeps_the_protocol() -> None:
    """A module in `platforms/` says whether it recognises a page, and finds nothing on a page without a thread."""
    tree, _ = markup.parse("<html><body><h1>A page</h1><p>Words.</p></body></html>")
    for platform in plugins.load_all(threads.PLATFORMS):
        assert platform.recognises(tree) is False
        assert threads.Extraction((), ()) == platform.threads(tree)


@here
@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_the_generic_reader_alone_gives_whole_trees(page: Path, scorer: ModuleType) -> None:
    """With every platform's file left out each page still gives its tree and dates: measured 1.000 on all fourteen."""
    tree, _ = markup.parse(page.read_bytes())
    gold = json.loads(page.with_suffix(".json").read_text("utf-8"))["comments"]
    thread = posts.comments(generic.threads(tree).posts)
    found = [{f: getattr(c, f) for f in ("id", "parent", "author", "date_text", "text", "kind")} for c in thread]
    scores = scorer.summary(scorer.score_page(gold, found))
    assert (1.0, True) == (scores["tree_F1"], scores["date_acc"] in (None, 1.0))


def test_a_thread_of_no_known_platform_is_read_and_leaves_the_page() -> None:
    """The generic reader comes last, and what it reads stands in no article."""
    tree, _ = markup.parse(
        "<html><body><h1>Ministers meet</h1><p>They met.</p><div class='voices comments'>"
        "<div class='voice comment'><b class='nick'>Ada</b><time>5 May 2021</time><div class='text'>It will not last.</div></div>"
        "<div class='voice comment'><b class='nick'>Ben</b><time>6 May 2021</time><div class='text'>Wait and see.</div>"
        "</div></div></body></html>"
    )
    assert ["Ada", "Ben"] == [post.author for post in threads.take(tree)]
    assert "Ministers meet\n\nThey met." == markup.paragraphs(tree)


def test_a_hostile_page_costs_seconds_at_most() -> None:
    """Tens of thousands of posts side by side, or a thousand inside each other, are read in time that grows with their number."""
    post = "<div class='comment'><b class='author'>A{}</b><time>5 May 2021</time><p class='text'>Words {}.</p>"
    side = "".join(post.format(n, n) + "</div>" for n in range(3_000))
    deep = "".join(post.format(n, n) for n in range(600))
    for page, number in ((side, 3_000), (deep, 600)):
        tree, _ = markup.parse(f"<html><body><h1>T</h1><div class='comments'>{page}</div></body></html>")
        start = process_time()
        assert number == len(threads.take(tree))
        assert process_time() - start < 20


def test_an_unknown_thread_is_cut_all_the_same() -> None:
    """A container named like a thread goes, with what it holds; one that holds the article stays."""
    tree, _ = markup.parse(
        '<html><body><div class="opinion comment-area"><h1>An opinion</h1><p>Words.</p></div>'
        '<div id="comments"><p>A remark.</p></div><p>After.</p></body></html>'
    )
    assert () == threads.take(tree)
    assert "An opinion\n\nWords.\n\nAfter." == markup.paragraphs(tree)


def test_containers_inside_each_other_are_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What holds a headline is known from below, so that a thousand areas around it cost a thousand steps."""
    steps: list[object] = []
    monkeypatch.setattr(threads, "_is_container", lambda e: steps.append(e) or True)
    tree, _ = markup.parse("<html><body>" + "<div class='comments'>" * 1_000 + "<h1>T</h1><div>x</div>")
    threads._cut_unknown(tree)
    assert ["T", 1] == [markup.paragraphs(tree), len(steps)]
