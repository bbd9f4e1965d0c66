"""Acts that the words before them put back have no date rather than the report's."""

from typing import Any

import pytest

from facta.records import When
from facta.resolve.bygone import bygone, of_year

DAY = "2018-04-05"
REPORTED = When(iso=DAY, precision="reported")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Togo denies a recent deadly raid in Ghana.", "raid"),
        ("A man who was previously jailed in Togo is named minister.", "jailed"),
        ("Thousands have fled since the rebels seized Lomé.", "seized"),
        ("A reporter is freed after being kidnapped in Togo.", "kidnapped"),
    ],
)
def test_what_lies_back_has_no_date(build: Any, text: str, trigger: str) -> None:
    """Adjectives, adverbs, the beginning of what goes on, the end of what was suffered."""
    assert bygone(build.event(text, trigger), REPORTED, text) is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Togo raids a camp in Ghana.", "raids"),
        ("The recent talks over, Togo raids a camp.", "raids"),
        ("Togo says that, since such an act could not go unanswered, it raids a camp.", "could not go unanswered"),
        ("Both have since released statements deploring the raid.", "deploring"),
        ("A reporter protests after being kidnapped in Togo.", "kidnapped"),
    ],
)
def test_news_keeps_the_report_s_day(build: Any, text: str, trigger: str) -> None:
    """Such words elsewhere in the sentence put nothing back, nor does a bare `after`."""
    assert bygone(build.event(text, trigger), REPORTED, text) == REPORTED


def test_a_told_date_stays(build: Any) -> None:
    """Only the report's own day gives way."""
    told = When(iso="2018-03", precision="month", text="last month")
    text = "Togo denies a recent raid."
    assert bygone(build.event(text, "raid"), told, text) == told


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Togo tries two men for the 2009 hotel bombings.", "bombings", "2009"),
        ("Its 1998 accord with Ghana fails.", "accord", "1998"),
        ("She cited Lumumba's 1960 speech and the miners' 1947 strike.", "strike", "1947"),
        ("In 1998 the accord failed.", "failed", None),
        ("The 1998 accord is signed.", "is signed", None),
    ],
)
def test_a_year_that_opens_a_noun_phrase_dates_it(build: Any, text: str, trigger: str, expected: str | None) -> None:
    """Not a verb behind the phrase."""
    found = of_year(build.event(text, trigger), text)
    assert expected == (found and found.iso)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("In March Togo marked the 1968 strike.", "March", ("1968", "historical")),
        ("On 6 May 1968 the 1968 strike began.", "6 May 1968", ("1968-05-06", "historical")),
        ("Togo marked the 1968 strike.", None, ("1968", "historical")),
    ],
)
def test_the_year_of_its_own_phrase_outdoes_other_times(
    build: Any, resolve: Any, text: str, words: str | None, expected: tuple[str, str]
) -> None:
    """But for a closer date in that year; and an act of another year is background."""
    event = build.event(text, "strike", type="PROTEST", date=When(iso="", precision="reported", text=words))
    (found,) = resolve(build.reading(text, DAY, events=(event,))).events
    assert expected == (found.date.iso, found.status)
