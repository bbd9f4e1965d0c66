"""Sources run through the pipeline for a command."""

import pytest

from facta.cli.run import Run, complain
from facta.pipeline import Outcome
from facta.read.raw import Failure
from facta.records import Problem
from tests.cli.reading_makers import comment, event, quote, reading


def done(*results):
    """A run over results, and what it passes on."""
    run = Run([Outcome(f"d{n}", result) for n, result in enumerate(results)])
    return run, list(run.good())


def test_readings_pass_with_their_digests_and_are_counted():
    """Readers' claims apart."""
    claim = event(comment="c1")
    run, passed = done(reading(events=(event(), claim), quotes=(quote(),), thread=[comment(1)]), reading())
    assert ["d0", "d1"] == [digest for _, digest in passed]
    assert ("2 pages, 1 event, 1 quotation, 1 reader claim.", 0) == (run.sentence(), run.exit_code)


@pytest.mark.parametrize(
    ("results", "sentence", "code"),
    [
        ((), "0 pages, 0 events, 0 quotations.", 0),
        ((reading(),), "1 page, 0 events, 0 quotations.", 0),
        ((Failure(source="a", message="is empty."),), "0 pages, 0 events, 0 quotations; 1 input could not be read.", 1),
        ((reading(problems=(Problem(step="read", message="no date"),)),), "1 page, 0 events, 0 quotations.", 1),
    ],
)
def test_the_end_says_what_was_done_and_the_code_whether_all_went_well(results, sentence, code):
    """A failure and a problem are told alike."""
    run, _ = done(*results)
    assert (sentence, code) == (run.sentence(), run.exit_code)


def test_each_failure_and_problem_is_a_line_on_stderr(capsys):
    """By the source's name."""
    done(Failure(source="a.html", message="is\nempty."), reading(problems=(Problem(step="read", message="no date"),)))
    assert ["facta: a.html: is empty.", "facta: page.html: no date [read]"] == capsys.readouterr().err.splitlines()


def test_a_name_of_a_source_cannot_steer_the_terminal(capsys):
    """Nor make a second line."""
    complain("a\x1b[2J\n\u202eb", "is\x07 bad.\r\n")
    assert "facta: a [2J b: is bad.\n" == capsys.readouterr().err


def test_what_a_missing_day_of_publication_cost_is_said_once_at_the_end(capsys):
    """With the option that gives it; a page that tells its day, or of which all acts have a date, costs nothing."""
    lost = reading(events=(event(date=None), event()))
    done(lost, reading(published="2018-04-03", events=(event(date=None),)), reading(events=(event(),)))
    told = "1 page tells no day of publication, so 1 event there has no date; --published DATE gives it one."
    assert capsys.readouterr().err == f"facta: {told}\n"
    done(lost, lost)
    told = "2 pages tell no day of publication, so 2 events there have no date; --published DATE gives them one."
    assert capsys.readouterr().err == f"facta: {told}\n"
