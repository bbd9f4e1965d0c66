"""Which years a strip of years shows."""

import pytest

from facta.web.spans import Crowded, crowded

LATE = dict.fromkeys(range(2010, 2020), 10)


@pytest.mark.parametrize(
    ("by_year", "expected"),
    [
        ({}, Crowded(0, {})),
        (LATE, Crowded(2010, {})),
        ({1808: 2, **dict.fromkeys(range(1809, 2010), 0), **LATE}, Crowded(2010, {1808: 2})),
        ({1808: 2, 1990: 1, **LATE}, Crowded(1990, {1808: 2})),
        ({1808: 6, **LATE}, Crowded(1808, {})),
        ({1808: 1, 2018: 9}, Crowded(2018, {1808: 1})),
        ({1808: 1, 2018: 8}, Crowded(1808, {})),
    ],
)
def test_a_few_stories_of_long_ago_stand_apart(by_year, expected):
    """No more of them than five per cent, or one of ten; and only where the strip would be too long with them."""
    assert expected == crowded(by_year)
