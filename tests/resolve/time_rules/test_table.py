"""All rules together."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.resolve.time_rules import context
from facta.resolve.time_rules.ground import Ground
from facta.resolve.time_rules.table import NEEDS, RULES
from tests.resolve.time_rules.rule_makers import PUBLISHED

PIECES = st.lists(
    st.sampled_from(
        "the last next this same 3 12 31 99 2018 1999 May Sept. March Friday Mon. week years quarter half first third ago later "
        "in to - and of a few several million and-a-half Christmas summer noon p.m. 10:30 GMT +5:30 every each 'sixties 20th "
        "century 2018-02-30 3/4/18 half-hour fortnight weekend two hundred thousand".split()
    ),
    max_size=7,
).map(" ".join)


@given(PIECES, st.booleans())
def test_whatever_fits_means_something_or_nothing(text, dated):
    """No words that a pattern takes break its meaning, with or without a day of publication; days are in order."""
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            told = rule.means(match, Ground(PUBLISHED if dated else None, (), context.leaning(match)))
            assert told is None or told.first is None or told.first <= told.last
            assert told is None or (told.value and "e+" not in told.value)
            assert context.tells_time(rule.name, match) in (True, False)


@given(PIECES)
def test_what_a_rule_needs_is_in_every_text_that_it_fits(text):
    """So no rule is spared that would have found something."""
    fitting = [rule for rule in RULES if rule.pattern.search(text)]
    assert fitting == [rule for rule in fitting if re.search(NEEDS[rule.needs], text.lower())]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_rule_takes_nothing(rule):
    """A match without letters would stand anywhere."""
    assert rule.pattern.search("") is None
    assert rule.pattern.fullmatch(" ") is None
