"""The tables load quickly, and a state has the numbers that it had on a date."""

import pytest

from facta.resolve import Tables


@pytest.mark.parametrize(
    ("code", "on", "numbers"),
    [
        ("DEU", "1939-09-01", (255, 255)),
        ("DEU", "1947", (None, None)),
        ("DEU", "1950-06", (None, 260)),
        ("DEU", "1955-05-05", (260, 260)),
        ("DEU", "1990-10-02", (260, 260)),
        ("DEU", "1990-10-03", (255, 260)),
        ("DEU", None, (255, 260)),
        ("DDR", "1953-06-17", (None, 265)),
        ("DDR", "1989-11-09", (265, 265)),
        ("DDR", "1995", (None, None)),
        ("FRA", "1980", (220, 220)),
        ("XYZ", None, (None, None)),
    ],
)
def test_numbers_are_those_of_the_date(code: str, on: str | None, numbers: tuple[int | None, int | None], tables: Tables) -> None:
    """Germany's changed with its division; nobody has any before his state or after it."""
    assert numbers == tables.numbers(code, on)
