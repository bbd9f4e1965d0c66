"""On which day a commitment was made and an act was done."""

from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest

from facta.relations.commitments.dated import acts_of, committed
from facta.relations.stories import EPOCH, NO_DAY, Stories

KNOWN = {"rung": "commitment", "status": "actual", "date_precision": "day"}


def on(iso):
    return iso and date.fromisoformat(iso)


def stories(*rows):
    """Stories of (first day, last day, day of the first report), and what is said of them."""
    days = [on(row["days"][0]) for row in rows]
    columns = {name: pa.array([row.get(name, KNOWN[name]) for row in rows], pa.string()) for name in KNOWN}
    columns |= {name: pa.array([False] * len(rows)) for name in ("aside", "alone")}
    columns["id"] = pa.array([str(n) for n in range(len(rows))], pa.string())
    columns |= {
        name: pa.array([on(row["days"][i]) for row in rows], pa.date32()) for name, i in (("last_day", 1), ("told_day", 2))
    }
    return Stories(pa.table(columns), np.array([(day - EPOCH).days if day else NO_DAY for day in days], np.int64))


def told(days):
    """Days since 1970 as ISO dates."""
    return [None if day == NO_DAY else (EPOCH + timedelta(day)).isoformat() for day in days.tolist()]


@pytest.mark.parametrize(
    ("first", "last", "reported", "day"),
    [
        ("2018-04-03", "2018-04-03", "2018-04-04", "2018-04-03"),
        ("2018-04-01", "2018-04-30", "2018-04-10", "2018-04-10"),
        ("2018-04-01", "2018-04-30", "2018-05-10", "2018-04-30"),
        ("2018-04-01", "2018-04-30", "2018-03-10", "2018-04-01"),
        ("2018-04-01", "2018-04-30", None, "2018-04-01"),
        ("2018-04-01", None, "2018-04-10", "2018-04-01"),
    ],
)
def test_a_coarse_date_is_narrowed_by_the_first_report(first, last, reported, day):
    """Inside what is told."""
    made = committed(stories({"days": (first, last, reported)}), None, None)
    assert ([day], [None]) == (told(made.day), told(made.due))


@pytest.mark.parametrize(
    ("days", "day", "due"),
    [
        (("2018-05-02", "2018-05-02", "2018-04-03"), "2018-04-03", "2018-05-02"),
        (("2018-03-02", "2018-03-02", "2018-04-03"), "2018-04-03", None),
        (("2018-05-02", "2018-05-02", None), "2018-05-02", None),
        ((None, None, "2018-04-03"), "2018-04-03", None),
    ],
)
def test_an_announcement_is_made_on_the_day_it_is_told(days, day, due):
    """For a later day, if it names one."""
    made = committed(stories({"days": days, "status": "planned"}), None, None)
    assert ([day], [due]) == (told(made.day), told(made.due))


def test_commitments_come_by_day_within_bounds():
    """Both included; what has no day, and what is none, is left out."""
    rows = [{"days": (day, day, None)} for day in ("2018-04-03", "2018-04-01", "2018-04-02", None)]
    found = stories(*rows, {"days": rows[0]["days"], "rung": "deed"})
    assert ["1", "2", "0"] == committed(found, None, None).stories.column("id")
    assert ["1", "2"] == committed(found, date(2018, 4, 1), date(2018, 4, 2)).stories.column("id")
    assert [] == committed(found, date(2019, 1, 1), None).stories.column("id")
    assert 0 == len(committed(stories(), None, None).stories)


@pytest.mark.parametrize(
    ("more", "kept"),
    [
        ({}, True), ({"rung": "deed"}, True), ({"date_precision": "month"}, True), ({"date_precision": "year"}, False),
        ({"date_precision": None}, False), ({"status": "planned"}, False), ({"days": (None, None, None)}, False),
    ],
)  # fmt: skip
def test_what_may_answer_has_happened_on_a_known_day(more, kept):
    """To the month at least."""
    acts = acts_of(stories({"days": ("2018-04-03", "2018-04-03", None)} | more))
    assert int(kept) == len(acts.stories) == len(acts.day)


def test_one_value_of_one_story_is_asked_for():
    """By name and place."""
    made = committed(stories({"days": ("2018-04-03", None, None)}), None, None)
    assert ("0", "actual") == (made.value("id", 0), made.value("status", 0))
