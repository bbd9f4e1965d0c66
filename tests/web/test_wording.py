"""How numbers and their uncertainty are put into words."""

from types import SimpleNamespace

import pytest
from litestar.testing import TestClient

from facta.events.ontology import ontology
from facta.relations import ledger
from facta.relations.wording import follow_sentence
from facta.store import open_store
from facta.web import create_app
from facta.web.wording import act as called
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
    told = "How many commitments were met by an act that keeps them is not known: none has yet been watched long enough."
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


def test_an_act_is_called_by_its_types_noun():
    """As the file of the type says; an act of a type that is not known here keeps its code."""
    for kind in ontology().types.values():
        assert kind.noun == called(SimpleNamespace(type=kind.name, mode=None))
    assert "parade, on foot" == called(SimpleNamespace(type="PARADE", mode="on-foot"))
