"""Numbers of things in words."""

import pytest

from facta.values.counts import counted


@pytest.mark.parametrize(
    ("count", "one", "more", "told"),
    [
        (0, "story", "stories", "0 stories"),
        (1, "story", "stories", "1 story"),
        (2, "page", None, "2 pages"),
        (1_234_567, "page", None, "1,234,567 pages"),
    ],
)
def test_a_number_has_its_noun(count, one, more, told):
    """None and many are plural; thousands are parted."""
    assert told == counted(count, one, more)
