"""`facta who` and `facta holders` as a user types them."""

import json

import pytest

from facta.resolve import load_tables


def test_one_mention_has_candidates_with_numbers_and_reasons(facta):
    """Best first, with the numbers that other data sets use, as of the date."""
    done = facta("who", "the Russian defence minister", "--on", "2018-04-03", "--format", "jsonl")
    (line,) = done.out.splitlines()
    found = json.loads(line)
    assert (0, "the Russian defence minister", "2018-04-03") == (done.code, found["mention"], found["date"])
    best = found["candidates"][0]
    assert ("Sergei Shoigu", "RUS", 365, 365, "GOV") == (best["name"], best["country"], best["cow"], best["gw"], best["sector"])
    assert "defence minister of RUS since" in best["reason"]


def test_a_state_has_no_numbers_before_it_was(facta):
    """South Sudan is a state from July 2011 on."""
    for on, cow in (("2010-01", None), ("2012-01", 626)):
        found = json.loads(facta("who", "South Sudan", "--on", on, "--format", "jsonl").out)
        assert cow == found["candidates"][0]["cow"]


def test_a_file_of_mentions_is_answered_line_by_line(facta, tmp_path):
    """Mention and date divided by a tab; a line without a date has none; empty lines are passed over."""
    path = tmp_path / "mentions.tsv"
    path.write_text("Kremlin\t2018\n\nthe French president\t2018-05-01\nnobody at all\n", "utf-8")
    done = facta("who", "--from", path, "--format", "jsonl")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [("Kremlin", "2018"), ("the French president", "2018-05-01"), ("nobody at all", None)] == [
        (f["mention"], f["date"]) for f in found
    ]
    assert "Emmanuel Macron" == found[1]["candidates"][0]["name"]
    assert [] == found[2]["candidates"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("who",), "Give one MENTION"),
        (("who", " "), "Give one MENTION"),
        (("who", "x", "--on", "soon"), "'soon' is no date"),
        (("who", "--from", "missing.tsv"), "missing.tsv cannot be read"),
        (("holders", "missing.csv", "--into", "out.csv"), "missing.csv cannot be read"),
    ],
)
def test_slips_are_told_in_a_line(facta, args, told):
    """With a code that says whose fault it was."""
    done = facta(*args)
    assert done.code in (1, 2)
    assert told in done.err
    assert 1 == len(done.lines)


def test_a_fresh_table_of_holders_is_used(facta, tmp_path, monkeypatch):
    """From the query result to the answer."""
    (tmp_path / "q.csv").write_text(
        "personLabel,iso3,positionLabel,start,end\nJane Okello,UGA,President of Uganda,2027-01-05T00:00:00Z,\n", "utf-8"
    )
    done = facta("holders", tmp_path / "q.csv", "--into", tmp_path / "own.csv")
    assert (0, True) == (done.code, "1 term written" in done.err)
    monkeypatch.setenv("FACTA_ACTORS", str(tmp_path / "own.csv"))
    load_tables.cache_clear()
    try:
        found = json.loads(facta("who", "President of Uganda", "--on", "2027-02", "--format", "jsonl").out)
        assert "Jane Okello" == found["candidates"][0]["name"]
    finally:
        load_tables.cache_clear()


def test_a_bad_line_of_mentions_is_named(facta, tmp_path):
    """By its number; and a missing file in words instead of the system's number."""
    path = tmp_path / "mentions.tsv"
    path.write_text("Kremlin\t2018\n\nMerkel\tsoon\n", "utf-8")
    assert "mentions.tsv, line 3: 'soon' is no date" in facta("who", "--from", path).err
    assert "Errno" not in facta("who", "--from", "missing.tsv").err + facta("holders", "missing.csv", "--into", "out.csv").err


@pytest.mark.parametrize(
    ("typed", "told"), [("putin", "Vladimir Putin"), ("us president", "Donald Trump"), ("usa", "United States"), ("police", None)]
)
def test_a_person_may_type_names_in_small_letters(facta, tmp_path, typed, told):
    """Also states and abbreviations; a file's mentions are words of texts, where capitals tell names."""
    ask = ("--on", "2018", "--format", "jsonl")
    found = json.loads(facta("who", typed, *ask).out)
    assert (typed, told) == (found["mention"], found["candidates"][0]["name"])
    path = tmp_path / "mentions.tsv"
    path.write_text(f"{typed}\t2018\n")
    assert told not in [c["name"] for c in json.loads(facta("who", "--from", str(path)).out)["candidates"] if c["name"]]
