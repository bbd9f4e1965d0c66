"""Acts that a text dates by how far they lie from its news."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Reading

Step = Callable[[Reading], Reading]
DAY = "2018-04-05"  # a Thursday


def dated(text: str, acts: dict[str, tuple[str | None, str]], resolve: Step, build: Any) -> dict[str, Any]:
    """Dates of a text's acts, given for each trigger the words that the reader dates it by and its status."""
    events = tuple(
        build.event(text, verb, actors=[], date=build.When(iso="", precision="reported", text=words), status=status)
        for verb, (words, status) in acts.items()
    )
    return {e.trigger.text: e for e in resolve(build.reading(text, DAY, events=events)).events}


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("two days after", "2018-04-03"),
        ("just one day after", "2018-04-04"),
        ("the day after", "2018-04-04"),
        ("a week after", "2018-03-29"),
        ("three weeks after", "2018-03"),
        ("days after", "2018-04"),
        ("nearly five months after", "2017-11"),
        ("16 years after", "2002"),
        ("hours after", DAY),
    ],
)
def test_an_act_lies_as_far_back_as_the_words_before_it_say(words: str, iso: str, resolve: Step, build: Any) -> None:
    """And as precisely; the news beside it has the report's day."""
    found = dated(
        f"Peru sues Chile, {words} Chile closed the border.",
        {"sues": (None, "actual"), "closed": (None, "actual")},
        resolve,
        build,
    )
    assert (DAY, iso) == (found["sues"].date.iso, found["closed"].date.iso)
    assert words == found["closed"].date.text


def test_the_distance_counts_from_the_day_that_the_news_has(resolve: Step, build: Any) -> None:
    """`On Tuesday .., two days after` is Sunday."""
    text = "On Tuesday Peru sued Chile, two days after Chile closed the border."
    found = dated(text, {"sued": ("Tuesday", "actual"), "closed": (None, "actual")}, resolve, build)
    assert ("2018-04-03", "2018-04-01") == (found["sued"].date.iso, found["closed"].date.iso)


def test_the_news_does_not_take_the_words_of_what_it_follows(resolve: Step, build: Any) -> None:
    """A reader that dates the news by `two days after` is corrected."""
    text = "Peru sued Chile two days after Chile closed the border."
    found = dated(text, {"sued": ("two days after", "actual"), "closed": (None, "actual")}, resolve, build)
    assert (DAY, "2018-04-03") == (found["sued"].date.iso, found["closed"].date.iso)


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday Peru sued Chile. Mali complained two days after Chile closed the border.",
        "Duties that Peru sued over fall on 1 July, two days after Chile closed the border.",
    ],
)
def test_another_sentence_and_what_lies_ahead_do_not_set_the_day(text: str, resolve: Step, build: Any) -> None:
    """The distance then counts from publication."""
    told = "Tuesday" if "Tuesday" in text else "1 July 2018"
    found = dated(text, {"sued": (told, "actual"), "closed": (None, "actual")}, resolve, build)
    assert "2018-04-03" == found["closed"].date.iso


def test_the_day_of_the_news_is_not_that_of_what_it_follows(resolve: Step, build: Any) -> None:
    """A reader that dates both by `Tuesday` is corrected."""
    text = "Peru sued Chile on Tuesday, three days after Chile closed the border."
    found = dated(text, {"sued": ("Tuesday", "actual"), "closed": ("Tuesday", "actual")}, resolve, build)
    assert ("2018-04-03", "2018-03-31") == (found["sued"].date.iso, found["closed"].date.iso)


def test_words_that_open_a_sentence_date_their_own_clause_only(resolve: Step, build: Any) -> None:
    """`Four months after being expelled, he returns`."""
    text = "Four months after he was expelled, the envoy returns to Lima."
    found = dated(text, {"expelled": (None, "actual"), "returns": (None, "actual")}, resolve, build)
    assert ("2017-12", DAY) == (found["expelled"].date.iso, found["returns"].date.iso)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("France marks the 100th anniversary of its declaration of war.", "1918"),
        ("On the tenth anniversary of the declaration, France mourns.", "2008-04-05"),
        ("France mourns on the anniversary of the declaration.", DAY),
    ],
)
def test_an_anniversary_tells_the_year_or_the_day(text: str, iso: str, resolve: Step, build: Any) -> None:
    """The day where something happens on it; one without a number tells nothing. An act of another year is background."""
    found = dated(text, {"declaration": (None, "actual")}, resolve, build)["declaration"]
    assert (iso, "actual" if iso == DAY else "historical") == (found.date.iso, found.status)


def test_the_day_before_dates_what_precedes_it(resolve: Step, build: Any) -> None:
    """At the end of its clause."""
    text = "Rebels take the camp, where 25 were killed the day before. France protests."
    acts = {"take": (None, "actual"), "killed": (None, "actual"), "protests": (None, "actual")}
    found = dated(text, acts, resolve, build)
    assert [DAY, "2018-04-04", DAY] == [found[k].date.iso for k in acts]


def test_recently_is_the_report_s_month(resolve: Step, build: Any) -> None:
    """Where no other words date the act."""
    text = "Niger recently approved a law. France met Mali on Monday."
    found = dated(text, {"approved": (None, "actual"), "met": ("Monday", "actual")}, resolve, build)
    assert ("2018-04", "2018-04-02") == (found["approved"].date.iso, found["met"].date.iso)


@pytest.mark.parametrize(
    ("text", "act", "iso"),
    [
        ("Peru sues Chile, two days after Sunday's closed border.", ("Sunday", "actual"), "2018-04-01"),
        ("Peru sues Chile, two days after Chile closed the border.", (None, "planned"), DAY),
        ("Peru sues Chile two days after. Chile closed the border.", (None, "actual"), DAY),
        ("Peru will be back next month after Chile closed the border.", (None, "actual"), DAY),
    ],
)
def test_what_the_words_do_not_date_keeps_its_date(
    text: str, act: tuple[str | None, str], iso: str, resolve: Step, build: Any
) -> None:
    """An act with words of its own, a plan, another sentence's act, and words that look ahead."""
    assert iso == dated(text, {"closed": act}, resolve, build)["closed"].date.iso


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("It is one year since", "2017"),
        ("A rally marked 100 days since", "2017-12-26"),
        ("Talks rest for five months since", "2017-11"),
    ],
)
def test_what_something_is_so_long_since_lies_as_far_back(words: str, iso: str, resolve: Step, build: Any) -> None:
    """An anniversary is no new act, whichever day the reader gave it; what goes on behind a comma is another matter."""
    text = f"{words} Chile closed the border, and Peru sued."
    found = dated(text, {"closed": (None, "historical"), "sued": (None, "actual")}, resolve, build)
    assert (iso, DAY) == (found["closed"].date.iso, found["sued"].date.iso)


def test_since_then_tells_no_distance(resolve: Step, build: Any) -> None:
    """What came in the years since has no date."""
    found = dated("In the two years since then Chile closed the border.", {"closed": (None, "actual")}, resolve, build)
    assert found["closed"].date is None
