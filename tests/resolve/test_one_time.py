"""A plan told with the weekday of what was done is of that day, and acts in a row are of the day that opens their sentence."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec import structs

from facta.records import Reading, Status, When
from facta.resolve.one_time import one_day


def dated(text: str, plan: str, words: str, build: Any) -> str:
    def act(trigger: str, iso: str, status: Status, told: str) -> Any:
        return build.event(text, trigger, status=status, date=When(iso=iso, precision="day", text=told))

    events = one_day((act("landed", "2018-04-02", "actual", "Monday"), act(plan, "2018-04-09", "planned", words)), {"": text})
    return events[1].date.iso


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The envoy landed in Lima on Monday for talks with Peru.", "Monday", "2018-04-02"),
        ("The envoy landed in Lima on Monday. There are talks with Peru.", "Monday", "2018-04-09"),
        ("The envoy landed in Lima on Monday for talks next Monday.", "Monday", "2018-04-09"),
        ("The envoy landed in Lima on Monday for talks on April 9.", "April 9", "2018-04-09"),
    ],
)
def test_one_weekday_is_one_day(text: str, words: str, expected: str, build: Any) -> None:
    """In one sentence, where the words stand before the plan; what it is told by alone is its own."""
    assert expected == dated(text, "talks", words, build)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A year ago police raided the embassy, and Peru broke off ties with Chile.", ("2017", "historical")),
        ("A year ago police raided the embassy and broke off ties.", ("2017", "historical")),
        ("A year ago police raided the embassy, and on Monday Peru broke off ties.", ("2018-04-02", "actual")),
        ("A year ago police raided the embassy, and so Peru broke off ties.", ("2018-04-05", "actual")),
        ("A year ago police raided the embassy. Peru broke off ties.", ("2018-04-05", "actual")),
        ("Police raided the embassy a year ago, and Peru broke off ties.", ("2018-04-05", "actual")),
    ],
)
def test_what_opens_a_sentence_dates_a_row_of_acts(
    text: str, expected: tuple[str, str], resolve: Callable[[Reading], Reading], build: Any
) -> None:
    """But what has words of time of its own, stands in another clause, or behind words that close the first one."""
    reported = When(iso="", precision="reported", text=None)
    ago = structs.replace(reported, text="A year ago" if text.startswith("A") else "a year ago")
    own = structs.replace(reported, text="Monday" if "Monday" in text else None)
    acts = [build.event(text, verb, date=when) for verb, when in (("raided", ago), ("broke off", own))]
    found = resolve(build.reading(text, "2018-04-05", events=tuple(acts))).events[1]
    assert expected == (found.date and found.date.iso, found.status)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru on Tuesday condemned the Chilean raid in Tacna.", "2018-04-03"),
        ("Peru on Tuesday condemned Chile for a raid in Tacna.", "2018-04-05"),
        ("Peru on Tuesday condemned the Chilean raid of last week.", "2018-04-05"),
        ("Peru on Tuesday condemned Chile, but the raid went on.", "2018-04-05"),
    ],
)
def test_what_was_condemned_on_a_day_was_not_done_later(
    text: str, expected: str, resolve: Callable[[Reading], Reading], build: Any
) -> None:
    """The report's own day would be later; where the act has words of time, or is not what is condemned, nothing changes."""
    when = When(iso="", precision="reported", text=None)
    judged = build.event(text, "condemned", type="ACCUSE", date=structs.replace(when, text="Tuesday"))
    raid = build.event(text, "raid", type="ASSAULT", date=when)
    found = resolve(build.reading(text, "2018-04-05", events=(judged, raid))).events[1]
    assert expected == (found.date and found.date.iso)
