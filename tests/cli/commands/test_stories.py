"""`facta stories`: acts, each once."""

import csv
import io
import json

import pytest

from facta.store import open_store
from facta.stories import outdated
from tests.stories.story_makers import act, event_id, mark_of_old_rules, put, report


@pytest.fixture
def path(tmp_path):
    """An act of a day, one of a month and one of a year."""
    where = tmp_path / "three.duckdb"
    dates = {"a": "2018-01-10", "b": "2018-02", "c": "2017"}
    with open_store(where) as store:
        words = {"a": "They agreed on a gas pipeline.", "b": "Bankers will lend to farmers.", "c": "A railway is to be built."}
        acts = {key: act("AGREE", "RUS", "CHN", words[key], date=told) for key, told in dates.items()}
        put(store, *(report(key, one, published="2018-03-01") for key, one in acts.items()))
    return where


def test_a_date_is_told_no_finer_than_it_is_known(facta, path):
    """In the table and for spreadsheets, which have the first and the last day beside it."""
    done = facta("stories", "--format", "csv", "--store", path)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2018-01-10", "2018-01-10", "2018-01-10"),
        ("2018-02", "2018-02-01", "2018-02-28"),
    ] == [(row["date"], row["first_day"], row["last_day"]) for row in rows]
    table = facta("stories", "--format", "table", "--store", path).out
    assert "2017-01-01" not in table and "2018-02-01" not in table


def test_an_explanation_tells_a_date_no_finer_either(facta, path):
    """As text; the JSON has the first day and how much of it is known."""
    ids = [row["id"] for row in csv.DictReader(io.StringIO(facta("stories", "--format", "csv", "--store", path).out))]
    heads = [facta("explain", one, "--store", path).out.splitlines()[0] for one in ids]
    dates = ("2017", "2018-01-10", "2018-02")
    assert [] == [(date, head) for date, head in zip(dates, heads, strict=True) if f", {date}, confidence" not in head]
    told = json.loads(facta("explain", ids[0], "--store", path, "--format", "json").out)
    assert ("2017-01-01", "year") == (told["date"], told["date_precision"])


def test_an_explanation_tells_who_mentions_the_act_in_passing(facta, tmp_path):
    """With the words that do, set apart from the reports that tell it; where nobody does, nothing is said of it."""
    path, words = tmp_path / "raid.duckdb", "Polish commandos raided a Croatian freighter off Split and seized its rifles."
    passing = "Poland's raid on the Croatian freighter off Split, whose rifles were seized, angered Zagreb."
    raid = [act("ASSAULT", "POL", "HRV", words=said, date="2018-04-03", confidence=0.5) for said in (words, passing)]
    with open_store(path) as store:
        put(store, report("a", raid[0]), report("c", passing=raid[1:], site="Star", published="2018-04-05"))
    out = facta("explain", event_id("a"), "--store", path).out
    assert "1 independent of 1 report" in " ".join(facta("explain", story(facta, path), "--store", path).out.split())
    assert "in passing" not in out
    told = " ".join(facta("explain", story(facta, path), "--store", path).out.split())
    assert "Mentioned in passing by 1 further report, not counted" in told and passing in told and "2018-04-05 Star" in told


def story(facta, path):
    """The id of the only story of a store."""
    (row,) = csv.DictReader(io.StringIO(facta("stories", "--format", "csv", "--store", path).out))
    return row["id"]


def test_a_copy_is_told_by_the_outlet_that_has_the_text_above(facta, tmp_path):
    """Not by a key that nobody knows."""
    where = tmp_path / "copies.duckdb"
    told = "Russia and China agreed on a gas pipeline that both states will build across the border within four years."
    with open_store(where) as store:
        pages = [report(key, act("AGREE", "RUS", "CHN", told, date="2018-01-10"), site=f"Paper {key}") for key in "ab"]
        put(store, *pages)
    (id_,) = [row["id"] for row in csv.DictReader(io.StringIO(facta("stories", "--format", "csv", "--store", where).out))]
    heads = [line for line in facta("explain", id_, "--store", where).out.splitlines() if "Paper" in line]
    assert [False, True] == [f"the same text as {heads[0].split('  ')[1]}" in line for line in heads]


@pytest.fixture
def old(path):
    """The same, folded by the rules of another version."""
    with open_store(path) as store:
        mark_of_old_rules(store)
    return path


def is_outdated(path):
    with open_store(path, read_only=True) as store:
        return outdated(store)


@pytest.mark.parametrize("asked", [("stories",), ("relations", "RUS", "CHN"), ("ledger", "RUS", "CHN")])
def test_stories_of_other_rules_are_shown_with_one_line_that_says_so(facta, old, asked):
    """It names the way to fold them again; a question by itself changes nothing."""
    done = facta(*asked, "--store", old)
    (line,) = done.lines
    assert line.startswith(f"facta: the stories of {old} were folded by the rules of another version of facta")
    assert line.endswith(f"facta stories --refold --store {old}")
    assert (0, True) == (done.code, is_outdated(old))


def test_refold_folds_all_again_and_lists_nothing(facta, old):
    """Afterwards nothing is said any more."""
    done = facta("stories", "--refold", "--store", old)
    assert (0, "", False) == (done.code, done.out, is_outdated(old))
    assert "folded 3 of 3 pages" in done.err
    again = facta("stories", "--store", old)
    assert ([], 3) == (again.lines, len([line for line in again.out.splitlines() if "AGREE" in line]))


def test_refold_makes_no_store_where_there_is_none(facta, tmp_path):
    """A misspelt name is told."""
    done = facta("stories", "--refold", "--store", tmp_path / "none.duckdb")
    assert 1 == len(done.lines) and done.code and not (tmp_path / "none.duckdb").exists()


def test_the_next_page_has_all_stories_folded_again(facta, old, page):
    """New stories are never mixed with those of other rules."""
    done = facta("code", page, "--into", old)
    assert "the rules of folding have changed" in done.err and "folded 4 of 4 pages" in done.err
    assert not is_outdated(old)


def test_a_store_whose_last_page_is_forgotten_has_no_stories_of_other_rules(facta, old):
    """Where no page is left to fold, the old stories go all the same."""
    for key in "abc":
        done = facta("forget", key, "--store", old)
        with open_store(old) as store:
            mark_of_old_rules(store)
    assert (0, False) == (done.code, is_outdated(old))
    assert [] == [line for line in facta("stories", "--store", old).out.splitlines() if "AGREE" in line]


def test_a_store_that_cannot_be_written_is_shown_as_it_was_folded(facta, old):
    """The line is the same."""
    old.chmod(0o444)
    done = facta("relations", "RUS", "CHN", "--by", "year", "--store", old)
    assert (0, 1) == (done.code, len(done.lines))
    assert "2017" in done.out
