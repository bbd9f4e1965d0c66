"""A reading as a page for a person."""

import pytest

from facta.cli import page
from facta.records import Problem, Source
from tests.cli.reading_makers import actor, comment, event, party, quote, reading, shown, where


def test_acts_are_numbered_in_the_text_as_in_the_table():
    """What is no part of the article is not shown."""
    out = shown(page.page(reading(events=(event(), event(trigger=where("agree"), type="AGREE", mode=None)))))
    assert "Peru met[1] Chile in Lima on Tuesday. “We agree[2],” Ann Berg said." in out
    assert "Who did what (2)" in out
    assert "Share this" not in out


def test_an_event_says_who_did_what_to_whom_when_and_on_whose_word():
    """With its proof, and every other sentence that tells it."""
    out = shown(page.rows(reading(events=(event(also=(where("“We agree,”"),), status="planned"),))), width=200)
    for part in (
        "CONSULT visit",
        "talk",
        "planned",
        "Peru (PER) → Chile (CHL)",
        "2018-04-03",
        "also ““We agree,””",
        "Post",
        "0.90",
    ):
        assert part in out
    assert "“Peru met Chile in Lima on Tuesday”" in out


def test_what_is_unknown_is_called_so():
    """A party without a state, an act without a day, a page without outlet."""
    lone = event(actors=(party("Ann Berg"),), recipients=(), date=None, rung=None, status="possible", assertion=())
    out = shown(page.page(reading(events=(lone,))))
    for part in ("Ann Berg (?)", "undated", "none", "possible", "outlet unknown · undated", "page.html"):
        assert part in out
    assert "→" not in out.replace("who → whom", "")


def test_readers_claims_stand_apart_and_are_called_so():
    """Counted nowhere, and said to be whose they are."""
    claim = event(comment="c1", trigger=where("agree", "I do not agree."), evidence=None)
    out = shown(page.page(reading(thread=[comment(1)], events=(claim,))))
    assert "Claimed by readers, counted nowhere (1)" in out
    assert "claimed by Reader 1" in out
    assert "Who did what" not in out
    assert "No act of one state towards another." in out
    assert "No events." in shown(page.rows(reading(thread=[comment(1)], events=(claim,))))


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ((), "No act of one state towards another."),
        ((event(status="possible", rung=None),), "No act of one state towards another."),
        ((event(type="AID", mode=None, rung="deed"),), "PER → CHL   talk 0  ·  commitments 0  ·  deeds 1\nDeeds in all: 1."),
        (
            (event(actors=(party("Peru", "PER"), party("Chile", "CHL")), recipients=()),),
            "CHL → PER   talk 1  ·  commitments 0  ·  deeds 0\nPER → CHL   talk 1  ·  commitments 0  ·  deeds 0\n"
            "Words only: none of these is a deed.",
        ),
    ],
)
def test_the_summary_counts_actual_acts_by_directed_pair(events, told):
    """A meeting of two counts either way."""
    assert told == page.summary(reading(events=events)).plain


@pytest.mark.parametrize("depth", [1, 9, 10, 11, 60, 500])
def test_every_word_of_a_thread_is_shown_however_deep_it_is(depth):
    """Where no page is wide enough, an answer says whom it answers."""
    thread = [comment(n, parent=f"c{n - 1}" if n else None) for n in range(depth)]
    out = shown(page.plain(reading(thread=thread)))
    assert depth == out.count("I do not agree.")
    assert max(0, depth - page.DEEPEST) == out.count("answers Reader")
    assert depth < 12 or "Reader 11  answers Reader 10" in out


def test_a_thread_is_a_tree_of_who_answers_whom():
    """An answer to what is not there stands by itself."""
    thread = [
        comment(1),
        comment(2, parent="c1"),
        comment(3),
        comment(4, parent="gone"),
        comment(5, "", parent="c2", deleted=True),
    ]
    out = shown(page.plain(reading(thread=thread))).splitlines()
    indents = {n: next(len(line) - len(line.lstrip(" └├─│")) for line in out if f"Reader {n}" in line) for n in range(1, 6)}
    assert indents[1] == indents[3] == indents[4] < indents[2] < indents[5]
    assert any("(deleted)" in line for line in out)


def test_a_pingback_without_an_author_is_called_what_it_is():
    """Somebody without a name is someone."""
    out = shown(page.plain(reading(thread=[comment(1, author=None, kind="pingback"), comment(2, " \n", author=None)])))
    assert ["pingback", "someone", "(no text)"] == [word for word in ("pingback", "someone", "(no text)") if word in out]


def test_a_quotation_tells_speaker_office_and_chain():
    """By the actor's name where the tables know one; unknown speakers are called so."""
    ann = actor("Ann Berg", where("Ann Berg"), country="NOR", role="judge", sector="JUD")
    known = quote(
        speaker_actor=ann.id,
        chain=(Source(name="Post", kind="outlet", state_controlled=True), Source(name=None, kind="person", anonymous=True)),
    )
    out = shown(
        page.page(reading(quotes=(known, quote(id="q2", speaker=(), content=(where("agree"),))), actors=(ann,))), width=200
    )
    for part in (
        "Who said what (2)",
        "judge (NOR)",
        "Post (state-controlled) ← outlet unknown (unnamed)",
        "nobody named",
        "NOR · JUD · judge  ×1",
    ):
        assert part in out


def test_who_is_unknown_and_plays_no_part_is_only_counted():
    """The most named come first."""
    people = [
        actor("Known", where("Peru"), where("Peru", nth=1), country="PER"),
        actor("Other", country="CHL"),
        actor("Nobody"),
        actor("Noone"),
    ]
    out = shown(page.page(reading(actors=tuple(people))))
    assert out.index("Known") < out.index("Other")
    assert "Nobody" not in out
    assert "and 2 more that name nobody known" in out


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"language": "fr"}, "fr"),
        ({}, "language not told; read as English"),
        ({"problems": (Problem(step="language", message="x"),)}, "language unknown"),
        ({"problems": (Problem(step="language", message="x"),), "events": (event(),)}, "language not told; read as English"),
    ],
)
def test_the_language_is_told_or_said_to_be_taken_for_english(fields, told):
    """What was left out for its language is not said to be read."""
    assert told in shown(page.rows(reading(**fields))).splitlines()[0]


def test_problems_are_told_with_their_step():
    """At the end."""
    out = shown(page.plain(reading(problems=(Problem(step="read", message="no date"),))))
    assert "  no date [read]" in out.splitlines()[-2:]


@pytest.mark.parametrize("text", ["", "\n\n", "[red]x[/red]", "بيرو التقت تشيلي\nبيرو", "a" * 5000, "\x1b[31mred"])
def test_odd_pages_are_shown_as_they_are(text):
    """Square brackets are no markup of ours."""
    out = shown(page.page(reading(text)))
    first = text.split("\n")[0].replace("\x1b", "")
    assert "".join(first.split()) in "".join(out.replace("\x1b", "").split())
