"""What stands behind a record, for a person."""

import json

import pytest

from facta.cli.explanation import write
from facta.records import Source
from facta.store import open_store
from facta.store.explain import explain
from facta.stories import story_of
from tests.cli.reading_makers import actor, comment, event, quote, reading, where
from tests.stories.story_makers import act, put, report, stories

ANN = actor("Ann Berg", where("Ann Berg"), country="NOR", sector="JUD", role="judge")
READ = reading(
    events=(event(assertion=(Source(name="Post", kind="outlet", state_controlled=True), Source(name=None, kind="person"))),),
    quotes=(quote(speaker_actor=ANN.id),),
    thread=(comment(1, "I do not agree."),),
    actors=(ANN,),
    site="Post",
    title="Peru met Chile",
)


def told(capsys, kind, id_, read=READ):
    """What is printed of a record, on one line."""
    write(explain(read, kind, id_), "text")
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("kind", "id_", "parts"),
    [
        (
            "event",
            "e0123456789ab",
            [
                "CONSULT visit: Peru (PER) → Chile (CHL) (actual, talk, 2018-04-03, confidence 0.90)",
                "»Peru met Chile in Lima on Tuesday«",
                "On whose word",
                "Post (state-controlled) ← outlet unknown",
                "Made by",
                "events, 1 (model)",
            ],
        ),
        ("quote", "q0123456789ab", ["direct quotation, said by Ann Berg, confidence 0.80", "»“We agree,”«"]),
        ("actor", ANN.id, ["Ann Berg · person · NOR · JUD · judge", "»Ann Berg«"]),
        ("comment", "c1", ["Reader 1", "I do not agree."]),
        ("page", "k", ["Peru met Chile", "Post", "undated", "page.html"]),
    ],
)
def test_every_kind_of_record_leads_back_to_its_words(capsys, kind, id_, parts):
    """In their surroundings, with the page they stand in."""
    out = told(capsys, kind, id_)
    assert [] == [part for part in parts if part not in out]
    assert out.startswith(f"{kind} ")
    assert "Page" in out


def test_what_is_not_known_is_called_so(capsys):
    """Of an event without parties, day or rung, on a page without title and outlet."""
    bare = event(actors=(), recipients=(), date=None, rung=None, assertion=(), evidence=None)
    out = told(capsys, "event", bare.id, reading(events=(bare,)))
    for part in ("nobody named (actual, no rung, undated", "untitled", "outlet unknown"):
        assert part in out
    assert "On whose word" not in out


def test_the_same_as_json_is_one_line(capsysbinary):
    """With every field."""
    write(explain(READ, "event", "e0123456789ab"), "jsonl")
    (line,) = capsysbinary.readouterr().out.splitlines()
    found = json.loads(line)
    assert ("event", "e0123456789ab") == (found["kind"], found["id"])
    assert found["tellings"][0]["context"]


def test_square_brackets_and_controls_of_a_page_are_text(capsys):
    """No markup of ours, nothing that steers a terminal."""
    text = "Head\n[bold]Peru met\x1b[2J Chile[/bold] today."
    one = event(trigger=where("met", text), evidence=where("Peru met", text), actors=(), recipients=())
    out = told(capsys, "event", one.id, reading(text, events=(one,)))
    assert "[bold]»Peru met«" in out
    assert "\x1b" not in out


@pytest.fixture
def store():
    """An act that a state's outlet, a copy of it and another tell."""
    words = "China and Russia signed a pact on farming in the capital."
    long = "The weavers of the harbour painted ladders gladly at noon. " * 8
    with open_store(":memory:") as opened:
        yield put(
            opened,
            report("a", act("AGREE", "CHN RUS", words=words, date="2018-04"), text=long, site="Xinhua"),
            report("b", act("AGREE", "CHN RUS", words=words, date="2018-04"), text=long, site="Post"),
        )


def test_a_story_lists_every_report_that_tells_it(store, capsys):
    """Copies are said to be so; a date is told no finer than it is known."""
    (one,) = stories(store)
    write(story_of(store, one["id"]), "text")
    out = " ".join(capsys.readouterr().out.split())
    assert f"story {one['id']} AGREE: CHN, RUS" in out
    assert "2018-04, confidence" in out
    assert "1 independent of 2 reports, 2 outlets" in out
    assert 1 == out.count("the same text as")
    assert 2 == out.count("signed a pact on farming")


def test_a_story_as_json_has_its_tellings(store, capsysbinary):
    """In one line."""
    (one,) = stories(store)
    write(story_of(store, one["id"]), "json")
    found = json.loads(capsysbinary.readouterr().out)
    assert (one["id"], 2) == (found["id"], len(found["tellings"]))
