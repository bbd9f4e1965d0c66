"""Answers of `facta who` on stdout."""

import csv
import json

import pytest

from facta.cli.candidates import answer, write
from facta.resolve import load_tables


@pytest.fixture(scope="module")
def tables():
    return load_tables()


def best(mention, on=None, **how):
    """The likeliest candidate."""
    found = answer(mention, on, load_tables(), **how)
    return found["candidates"][0] if found["candidates"] else None


def test_an_answer_holds_the_question_and_its_candidates_best_first(tables):
    """With the numbers that other tables have for the state."""
    found = answer("Chinese Defense Minister Wei Feng", "2018-04", tables)
    assert ("Chinese Defense Minister Wei Feng", "2018-04") == (found["mention"], found["date"])
    first = found["candidates"][0]
    assert ("Wei Fenghe", "CHN", 710, 710, "person") == tuple(first[k] for k in ("name", "country", "cow", "gw", "kind"))
    scores = [c["score"] for c in found["candidates"]]
    assert sorted(scores, reverse=True) == scores


@pytest.mark.parametrize("mention", ["Nobody Inparticular", "", "\u202e", "😀"])
def test_who_is_unknown_has_no_candidates(tables, mention):
    """And the question comes back as it was."""
    assert {"mention": mention, "date": None, "candidates": []} == answer(mention, None, tables)


@pytest.mark.parametrize(("typed", "name"), [("angela merkel", "Angela Merkel"), ("nato", "NATO"), ("xi jinping", "Xi Jinping")])
def test_a_person_who_typed_no_capital_is_helped_with_them(typed, name):
    """A file's mentions are taken as they are."""
    told = best(typed, "2018-04-05", typed=True)
    assert (name, None) == (told and told["name"], best(typed, "2018-04-05"))


def test_whoever_types_a_capital_means_the_small_letters_too():
    """`IS` is a group, `Is` a verb."""
    assert None is best("Is", typed=True)


@pytest.mark.parametrize("form", ["json", "jsonl", None])
def test_every_mention_is_answered_in_order(capsys, form):
    """As lines where nobody asked and no terminal is there."""
    write([("China", None), ("Zorkville", "2018")], form)
    out = capsys.readouterr().out
    told = json.loads(out) if form == "json" else [json.loads(line) for line in out.splitlines()]
    assert [("China", 1), ("Zorkville", 0)] == [(one["mention"], min(1, len(one["candidates"]))) for one in told]


def test_a_table_says_of_whom_nobody_knows(capsys):
    """Under its own heading; strangers' words cannot steer the terminal."""
    write([("China", "2018-04-05"), ("Zork\x1b[2Jville", None)], "table")
    out = capsys.readouterr().out
    assert "China on 2018-04-05" in out and "nobody known" in out
    assert "\x1b" not in out


def test_an_answer_to_nothing_is_empty(capsys):
    """An array all the same."""
    write([], "json")
    write([], "jsonl")
    assert "[]\n" == capsys.readouterr().out


def test_a_sheet_has_a_line_for_each_candidate(capsysbinary):
    """By rank; one of nobody known stands alone; what a spreadsheet would run is disarmed."""
    write([("Korea", "2018-04-05"), ("Zorkville", None), ("=Zork()", None)], "csv")
    out, err = capsysbinary.readouterr()
    south, north, nobody, formula = csv.DictReader(out.decode().splitlines())
    told = [(line["mention"], line["date"], line["rank"], line["country"], line["cow"]) for line in (south, north, nobody)]
    korea = ("Korea", "2018-04-05")
    assert [(*korea, "1", "KOR", "732"), (*korea, "2", "PRK", "731"), ("Zorkville", "", "", "", "")] == told
    assert "'=Zork()" == formula["mention"]
    assert b"1 cell that a spreadsheet would run" in err


def test_an_empty_sheet_still_has_its_columns(capsysbinary):
    """As those of the other commands."""
    write([], "csv")
    out = capsysbinary.readouterr().out.decode()
    assert ["mention", "date", "rank", "name", "country"] == next(csv.reader([out]))[:5]
