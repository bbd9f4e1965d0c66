"""What the words of a telling show."""

import pytest

from facta.stories.wording import numbers, recalled


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("", []),
        ("one man, 1 dog, no cat", []),
        ("Three of 3 men", ["3"]),
        ("1,709 soldiers in 55 tanks since 2020", ["1709", "55"]),
        ("a 3.5% tariff", ["3.5"]),
        ("F-16s and a Tu-95", []),
        ("in 1999, 2,000 people", ["2000"]),
        ("twenty-one", []),
        ("٣ men", ["٣"]),
        ("7,,, and 8.", ["7", "8"]),
    ],
)
def test_numbers_are_the_same_in_figures_and_words(text, want):
    """Years, names of machines and single things are none."""
    assert want == numbers(text)


@pytest.mark.parametrize(
    ("before", "want"),
    [
        ("", False),
        ("Leaders ", False),
        ("Leaders condemn the men who had ", True),
        ("In response to the ", True),
        ("AFTER a ", True),
        ("after one two three four five ", True),
        ("after one two three four five six ", False),
        ("after the talks. He ", False),
        ("thereafter ", False),
        ("after", False),
    ],
)
def test_some_words_lead_back_to_an_act(before, want):
    """Within a few words of the trigger, in its own sentence."""
    assert want is recalled(before)
