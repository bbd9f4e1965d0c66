"""How numbers and their uncertainty are put into words."""

import pytest
from litestar.testing import TestClient

from facta.relations.ledger import ledger
from facta.relations.records import Ledger, Share
from facta.store import open_store
from facta.web import create_app
from facta.web.wording import follow_sentence
from tests.stories.story_makers import act, put, report

DEAL = "Russia signed an agreement with China in Beijing."


@pytest.fixture(scope="module")
def unwatched(tmp_path_factory):
    """A store whose only report tells of a commitment made that day."""
    path = tmp_path_factory.mktemp("unwatched") / "one.duckdb"
    with open_store(path) as store:
        put(store, report("a", act("AGREE", "RUS CHN", "", DEAL, date="2018-05-04"), published="2018-05-04"))
    return path


def test_what_was_never_watched_has_no_number(unwatched):
    """No share, no placebo, no curve; a sentence says why, on the page too."""
    with open_store(unwatched, read_only=True) as store:
        found = ledger(store, "CHN", "RUS")
    assert (1, ()) == (len(found.commitments), found.curve)
    assert [(None, None, 0)] * 3 == [(s.share, s.placebo, s.at_risk) for s in found.follow_through.values()]
    told = "How far deeds follow is not known: no commitment has yet been watched long enough."
    assert told == follow_sentence(found)
    with TestClient(create_app(unwatched), base_url="http://localhost") as visitor:
        page = visitor.get("/ledger/CHN/RUS").text
    assert told in page
    assert "Not yet watched long enough" in page
    assert 3 == page.count("not watched so long")
    assert "followed 0%" not in page
    assert "chart-curve" not in page


def test_a_ledger_that_was_never_watched_opens_without_a_curve(unwatched, serving, visit):
    """And without an error of its script; its lanes are still saved."""
    with serving(unwatched) as site:
        page = visit("/ledger/CHN/RUS", at=site)
        assert 1 == page.locator("[data-save]:visible").count()


def share(value, **more):
    return Share(
        **dict.fromkeys((f for f in Share.__struct_fields__ if f != "at_risk"), None) | {"share": value, "at_risk": 0} | more
    )


def test_the_longest_time_that_was_watched_is_told(unwatched):
    """Where it is no year yet; and nothing without a commitment."""
    with open_store(unwatched, read_only=True) as store:
        one = ledger(store, "CHN", "RUS")
    shares = {"30": share(0.2), "90": share(0.4, placebo=0.1), "365": share(None)}
    fields = {name: getattr(one, name) for name in Ledger.__struct_fields__} | {"follow_through": shares}
    assert (
        "Within 90 days a deed followed 40% of them; with the commitments' dates shuffled it is 10%. "
        "They are too few to say whether that is more than chance."
    ) == follow_sentence(Ledger(**fields))
    assert "" == follow_sentence(Ledger(**fields | {"commitments": ()}))
