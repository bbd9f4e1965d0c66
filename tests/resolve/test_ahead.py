"""A meeting told in the present with a day to come is planned."""

from typing import Any

import pytest

from facta.records import When
from facta.resolve.ahead import ahead

DAY = "2018-04-05"  # a Thursday
REPORTED = When(iso="", precision="reported")


def status(build: Any, text: str, trigger: str, **fields: Any) -> tuple[str, str | None, str | None]:
    """What becomes of an act read as done: its status, its rung, the words of its date."""
    event = ahead(build.event(text, trigger, date=REPORTED, **fields), text, DAY)
    return event.status, event.rung, event.date and event.date.text


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("Togo's president flies to Accra on Monday.", "flies to", "Monday"),
        ("Talks between Togo and Ghana start on 27 April.", "Talks", "27 April"),
        ("Togo's president visits Accra next week.", "visits", "next week"),
        ("The two meet tomorrow in Accra.", "meet", "tomorrow"),
    ],
)
def test_a_present_with_a_day_to_come_is_a_plan(build: Any, text: str, trigger: str, words: str) -> None:
    """The verb's own, or that of what begins; a commitment, with that day."""
    assert ("planned", "commitment", words) == status(build, text, trigger)


def test_a_deed_of_tomorrow_is_a_plan(build: Any) -> None:
    """Where it is told in the present."""
    text = "Togo closes the border on Friday."
    assert ("planned", "commitment", "Friday") == status(build, text, "closes", type="COERCE")


@pytest.mark.parametrize(
    ("text", "trigger", "fields"),
    [
        ("Togo's president flew to Accra on Monday.", "flew to", {}),
        ("Togo's president flies to Accra on Wednesday.", "flies to", {}),
        ("Togo's president flies to Accra.", "flies to", {}),
        ("Talks between Togo and Ghana failed on Monday.", "Talks", {}),
        ("Togo's president did not visit Accra on Monday.", "visit", {}),
        ("Togo meets Ghana, which votes on Monday.", "meets", {}),
        ("Togo opens fire on Monday.", "opens fire", {"type": "ASSAULT"}),
        ("Togo sends praise on Friday.", "sends praise", {"type": "SUPPORT"}),
    ],
)
def test_other_meetings_stay_as_they_were_read(build: Any, text: str, trigger: str, fields: Any) -> None:
    """The past, a weekday that was yesterday, no day at all, another clause's day, other acts."""
    assert "actual" == status(build, text, trigger, **fields)[0]


def test_without_the_day_of_a_report_nothing_lies_ahead(build: Any) -> None:
    """A month does not say which Monday is meant."""
    text = "Togo's president flies to Accra on Monday."
    event = build.event(text, "flies to", date=REPORTED)
    assert [event, event] == [ahead(event, text, published) for published in (None, "2018-04")]
