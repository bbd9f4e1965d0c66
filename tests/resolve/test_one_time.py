"""A plan told with the weekday of what was done is of that day."""

from typing import Any

import pytest

from facta.records import Status, When
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
