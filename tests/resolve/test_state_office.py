"""Whether an office that a phrase names is a state's own."""

import pytest

from facta.resolve import Tables
from facta.resolve.phrase import parse
from facta.resolve.state_office import another_office, of_state, whose_part


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("the president of Peru", True),
        ("the Kremlin's president", True),
        ("the prime minister of the government of Peru", True),
        ("the president of Peru's football federation", False),
        ("the region's prime minister", False),
        ("the prime minister of Bavaria", False),
        ("the incoming president of Peru", False),
        ("the Catalan president", False),
        ("the Kurdish president", False),
        ("the regional president", False),
    ],
)
def test_an_office_is_the_state_s_own_or_something_else_s(tables: Tables, text: str, own: bool) -> None:
    """Of a region, of what is in a state, of who is not in office yet."""
    assert own == of_state(parse(text, tables))


def test_offices_of_one_portfolio_may_be_another_s() -> None:
    """A king is no president, an Indian foreign secretary no minister; a premier may be called prime minister."""
    assert another_office("king", "president", "ESP")
    assert another_office("foreign minister", "foreign secretary", "IND")
    assert not another_office("prime minister", "prime minister", "GBR")


def test_a_name_that_is_a_state_s_own_means_but_a_part_of_another(tables: Tables) -> None:
    """Both Koreas are called so."""
    assert frozenset({"USA"}) == whose_part(parse("Georgia's president", tables))
    assert frozenset() == whose_part(parse("Korea's president", tables))
