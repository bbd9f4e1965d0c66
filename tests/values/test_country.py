"""Codes of states and bodies."""

import pytest

from facta.values import country


@pytest.mark.parametrize(
    ("code", "well_formed"),
    [("RUS", True), ("rus", False), ("RU", False), ("RUSS", False), ("РУС", False), ("R1S", False), ("---", False), ("", False)],
)
def test_the_form_of_a_country_code(code, well_formed):
    """Three capital Latin letters."""
    assert well_formed == country.well_formed(code)


@pytest.mark.parametrize(("written", "code"), [(" rus\n", "RUS"), ("RUS", "RUS"), ("---", None), (" --- ", None), ("", None)])
def test_a_code_is_cleaned(written, code):
    """Capitals without blanks; unknown is none."""
    assert code == country.clean(written)


def test_bodies_have_codes_of_the_same_form():
    """So that nobody has to tell them apart."""
    assert [] == [code for code in country.STATELESS if not country.well_formed(code)]
