"""What the words around a time say of it."""

import re

import pytest

from facta.resolve.time_rules.context import leaning, opening, tells_time
from facta.resolve.time_rules.table import RULES


def found(rule, text):
    """Whether the first match of a rule's patterns in a text tells a time there."""
    matches = (r.pattern.search(text) for r in RULES if r.name == rule)
    return tells_time(rule, next(m for m in matches if m))


@pytest.mark.parametrize(
    ("text", "time", "lean"),
    [
        ("They will meet on Friday.", "Friday", "forward"),
        ("They met on Friday.", "Friday", "backward"),
        ("Talks on Friday.", "Friday", "near"),
        ("On Friday they will meet.", "Friday", "forward"),
        ("Friday was calm.", "Friday", "backward"),
        ("They will meet, he said Friday.", "Friday", "backward"),
        ("They must leave by Friday.", "Friday", "forward"),
        ("They won’t meet on Friday.", "Friday", "forward"),
        ("They won the cup on Friday.", "Friday", "backward"),
        ("They didn’t meet on Friday.", "Friday", "backward"),
        ("They shouldn't meet on Friday.", "Friday", "forward"),
        ("He was tired. On Friday she will go.", "Friday", "forward"),
        ("He said that it will end on Friday.", "Friday", "forward"),
        ("Friday", "Friday", "near"),
    ],
)
def test_the_nearest_verb_of_the_clause_says_which_way(text, time, lean):
    """Before the time, or after it where it opens its clause."""
    assert lean == leaning(re.search(time, text))


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("year", "in 2018", True),
        ("year", "about 2000 people", False),
        ("year", "$2000", False),
        ("year", "2000 troops", False),
        ("year", "1,2018", False),
        ("month", "in May", True),
        ("month", "they may", False),
        ("month", "May went", False),
        ("month", "in Dec", False),
        ("month", "in Dec. too", True),
        ("duration", "for a year", True),
        ("duration", "a year", False),
        ("duration", "a quarter", False),
        ("duration", "two straight quarters", True),
        ("rate", "15 a year", True),
        ("rate", "60 miles per hour", False),
        ("clock", "won 10:30", False),
        ("clock", "at 10:30", True),
        ("weekday", "on Super Tuesday", False),
        ("part", "Good morning", False),
        ("part", "in the morning", True),
        ("season", "in fall", True),
        ("season", "they fall", False),
        ("feast", "Christmas Island", False),
        ("feast", "Christmas day trips", True),
        ("reference", "as soon as", False),
        ("reference", "soon", True),
        ("reference", "now-famous", False),
        ("near day", "“Today,” she wrote", False),
        ("adverb", "the Daily Echo", False),
        ("adverb", "Daily flights", True),
        ("no such rule", "x", None),
    ],
)
def test_whether_words_tell_a_time_where_they_stand(rule, text, expected):
    """What counts things, greets, or is a name does not."""
    if expected is None:
        assert tells_time(rule, re.match("x", text))
    else:
        assert expected == found(rule, text)


@pytest.mark.parametrize(
    ("text", "time", "begins"),
    [
        ("In early June", "June", "early"),
        ("the very end of the year 2017", "2017", "2017"),
        ("the end of 2017", "2017", "the end"),
        ("almost three years", "three", "almost"),
        ("no more than two", "two", "no more"),
        ("Clearly June", "June", "June"),
    ],
)
def test_a_time_begins_with_the_words_that_belong_to_it(text, time, begins):
    """But never before a bound."""
    at = text.index(time)
    assert text.index(begins) == opening(text, at, 0)
    assert at == opening(text, at, at)
