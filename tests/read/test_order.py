"""Whether numeric dates name the day or the month first."""

import pytest

from facta.read import order

DOUBTFUL = "06/08/2017"


@pytest.mark.parametrize(
    ("lines", "language", "known", "first"),
    [
        ([DOUBTFUL, "Updated: 06/13/2017"], "en-GB", [], "month"),
        ([DOUBTFUL, "13/08/2017"], "en-US", [], "day"),
        ([DOUBTFUL], "en-US", ["2017-08"], "day"),
        ([DOUBTFUL], None, ["2017-06-09"], "month"),
        ([f"{DOUBTFUL} 4:15 PM ET"], None, [], "month"),
        ([f"{DOUBTFUL} 16:15 CET"], "en-US", [], "day"),
        ([DOUBTFUL], "en-US", [], "month"),
        ([DOUBTFUL], "en_IN", [], "day"),
        ([DOUBTFUL], "de", [], "day"),
    ],
)
def test_something_on_the_page_decides(lines: list[str], language: str | None, known: list[str], first: str) -> None:
    """Another date that has one reading, then a day told otherwise, then time zone, then language and region."""
    assert first == order.of(lines, language, known)


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        ([DOUBTFUL], None),
        ([DOUBTFUL], "en"),
        ([DOUBTFUL], "en-CA"),
        ([DOUBTFUL, "13/06/2017", "06/13/2017"], "en-US"),
        ([f"{DOUBTFUL} 4:15 PM EST"], "en-AU"),
        ([f"{DOUBTFUL} 16:15 GMT"], None),
    ],
)
def test_nothing_is_decided_in_doubt(lines: list[str], language: str | None) -> None:
    """Plain English, a country that writes both ways, and witnesses that contradict each other leave the order open."""
    assert order.of(lines, language) is None
