"""The day in an act's own clause dates it where the reader linked none."""

from typing import Any

import pytest

from facta.records import When
from facta.resolve.own_day import own_day

DAY = "2018-04-05"  # a Thursday
REPORTED = When(iso=DAY, precision="reported")


def dated(build: Any, text: str, trigger: str, **fields: Any) -> str | None:
    """The date of an act that is known by the report's day so far."""
    found = own_day(build.event(text, trigger, **fields), REPORTED, text, DAY)
    return found and found.iso


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Ghana and Togo signed a fishing accord in Accra on Monday.", "signed", "2018-04-02"),
        ("Ghana on Tuesday rejected the demand.", "rejected", "2018-04-03"),
        ("On Tuesday, Ghana rejected the demand.", "rejected", "2018-04-03"),
        ("The president of Ghana yesterday met his colleague of Togo.", "met", "2018-04-04"),
        ("Ghana expelled two envoys. Togo protested on Tuesday.", "protested", "2018-04-03"),
        ("Ghana rejected the demand on 3 March.", "rejected", "2018-03-03"),
        ("Togo shelled a camp on 3 March. Two days later Ghana protested.", "protested", "2018-03-05"),
        ("Togo mourns the dead of air strikes on Monday in the north.", "air strikes", "2018-04-02"),
    ],
)
def test_a_past_tense_has_the_day_of_its_clause(build: Any, text: str, trigger: str, expected: str) -> None:
    """Beside the verb, at the end of the clause, or at its beginning; and a noun that of right behind it."""
    assert expected == dated(build, text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Ghana will free ten sailors next Monday.", "will free", "2018-04-09"),
        ("Ghana is set to bar Togolese ships tomorrow.", "bar", "2018-04-06"),
        ("Ghana's senators are due to ratify it on Monday.", "due to ratify", "2018-04-09"),
        ("Ghana said on Monday that it will free ten sailors.", "will free", DAY),
        ("Ghana will free ten sailors who crossed on Monday.", "will free", DAY),
        ("Ghana plans talks, Togo said on Monday.", "plans talks", DAY),
    ],
)
def test_what_is_to_come_has_the_day_ahead_of_its_clause(build: Any, text: str, trigger: str, expected: str) -> None:
    """But not the day on which somebody said so, nor that of another verb."""
    assert expected == dated(build, text, trigger, status="planned")


@pytest.mark.parametrize(
    ("text", "trigger"), [("Ghana agreed to meet Togo on Monday.", "agreed"), ("Ghana will host in June.", "will host")]
)
def test_a_promise_has_not_the_day_of_what_it_promises(build: Any, text: str, trigger: str) -> None:
    """It was made with the news."""
    assert dated(build, text, trigger, type="AGREE") == DAY


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Ghana condemns the killings on Monday.", "condemns"),
        ("Ghana protested after Togo closed the border on Monday.", "protested"),
        ("The minister said on Monday he met the rebels.", "met"),
        ("Ghana rejected Monday's demand.", "rejected"),
        ("After talks on Monday, Ghana rejected the demand.", "rejected"),
        ("Ghana rejected a demand that Togo made on Monday.", "rejected"),
        ("The agreed withdrawal began on Monday.", "agreed withdrawal"),
        ("Ghana met Togo on Monday and on Tuesday.", "met"),
        ("Ghana expelled two envoys. On Tuesday there was rain.", "expelled"),
        ("Togo plans air strikes on Monday's victims.", "air strikes"),
        ("Togo fears air strikes on 3 May.", "air strikes"),
        ("Ghana moved the camp off Christmas Island.", "moved"),
    ],
)
def test_a_day_that_may_be_another_s_dates_nothing(build: Any, text: str, trigger: str) -> None:
    """The present tense, other clauses and other sentences, a genitive, two days, days to come, a name."""
    assert DAY == dated(build, text, trigger)


def test_what_has_a_date_or_has_not_happened_keeps_it(build: Any) -> None:
    """Dates told, plans, and pages whose day nobody knows."""
    text = "Ghana rejected the demand on Monday."
    told = When(iso="2018-03", precision="month", text="last month")
    assert told == own_day(build.event(text, "rejected"), told, text, DAY)
    assert DAY == dated(build, text, "rejected", status="planned")
    assert own_day(build.event(text, "rejected"), None, text, None) is None
