"""What a store holds, on one screen."""

import pytest

from facta.cli.overview import SHOWN, overview
from facta.store import open_store
from tests.cli.reading_makers import shown
from tests.stories.story_makers import act, event_id, put, report


@pytest.fixture
def memory():
    """An empty store."""
    with open_store(":memory:") as opened:
        yield opened


def told(store, width=140):
    """The screen of a store."""
    return shown(overview(store, "news.duckdb"), width)


def test_an_empty_store_has_a_screen_too(memory):
    """With nothing on it, and what to try."""
    out = told(memory)
    assert "0 pages of 0 outlets: 0 events (0 talk, 0 commitments, 0 deeds, 0 possible or denied)" in out
    assert "facta explain" not in out
    assert "facta events --actor RUS --recipient CHN --store news.duckdb" in out


def test_pairs_are_counted_once_an_act_and_events_with_their_proof(memory):
    """Whoever tells it; readers' claims apart."""
    words = "China delivered grain to Russia on Monday."
    put(
        memory,
        report(
            "a", act("AID", "CHN", "RUS", words, date="2018-04-02"), act("AID", "RUS", "CHN", comment="c1", date="2018-04-02")
        ),
        report("b", act("AID", "CHN", "RUS", words, date="2018-04-02"), site="Post"),
    )
    out = told(memory)
    assert "2 pages of 2 outlets: 2 events (0 talk, 0 commitments, 2 deeds, 0 possible or denied)" in out
    assert "1 reader comments with 1 claims, kept apart" in " ".join(out.split())
    (pair,) = [line.split() for line in out.splitlines() if "↔" in line]
    assert ["China", "↔", "Russia", "0", "0", "1"] == pair
    assert 2 == out.count("CHN → RUS")
    assert "facta explain e" in out


def test_of_many_events_the_surest_are_shown_and_few_of_one_page(memory):
    """So that a long page does not fill the screen."""
    long = [
        act("AID", "CHN", "RUS", f"China delivered grain {n} to Russia.", date=f"2018-04-{n:02}", confidence=0.99)
        for n in range(1, 20)
    ]
    put(
        memory,
        report("a", *long),
        *(
            report(f"p{n}", act("AID", "USA", "JPN", f"America lent {n} ships to Japan.", date="2018-05-01"), site=f"S{n}")
            for n in range(9)
        ),
    )
    out = told(memory)
    assert 2 == out.count("CHN → RUS")
    assert SHOWN == out.count("CHN → RUS") + out.count("USA → JPN")


def test_words_of_pages_are_text(memory):
    """In one line, whatever stands in them."""
    put(memory, report("a", act("AID", "CHN", "RUS", "China [red]gave\n\n Russia[/red] grain.", date="2018-04-02")))
    assert "China [red]gave Russia[/red] grain." in told(memory, 200)
    assert event_id("a")[:9] in told(memory)
