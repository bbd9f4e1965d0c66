"""A small store to ask, made without coding anything."""

import pytest

from facta.store import open_store
from tests.cli.reading_makers import actor, comment, event, quote, reading, where
from tests.stories.story_makers import act, put, report


@pytest.fixture(scope="session")
def asked(tmp_path_factory):
    """A meeting that a page tells with a quotation and a thread, and three deeds of other pages; nobody writes to it."""
    path = tmp_path_factory.mktemp("asked") / "news.duckdb"
    ann = actor("Ann Berg", where("Ann Berg"), country="NOR", role="judge")
    thread = (
        comment(1, "I do not agree."),
        comment(2, "Why not?", parent="c1"),
        comment(3, "A link.", author=None, kind="pingback"),
    )
    told = reading(
        events=(event(), event(id="eclaim0000000", comment="c1", trigger=where("agree", thread[0].text), evidence=None)),
        quotes=(quote(speaker_actor=ann.id),),
        actors=(ann,),
        thread=thread,
        site="Post",
        published="2018-04-04",
        url="https://example.org/visit",
    )
    with open_store(path) as store:
        put(
            store,
            told,
            report("a", act("AID", "CHN", "RUS", "China gave Russia grain.", date="2018-04-02")),
            report("b", act("SANCTION", "USA", "RUS", "America fined Russia.", date="2018-05-02", confidence=0.3)),
            report("d", act("AID", "USA", "CHN", "America gave China ships.", date="2018-06-02"), site="Times"),
        )
    return path
