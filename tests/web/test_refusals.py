"""Why a value of an address cannot be asked for."""

from typing import Annotated, Literal

import pytest
from litestar import Litestar, get
from litestar.params import FromPath, FromQuery, QueryParameter

from facta.web.refusals import refusal
from facta.web.spelling import spelt


@get("/x/{key:str}", sync_to_thread=False)
def asked(
    *,
    key: FromPath[str],
    rung: FromQuery[Literal["talk", "deed"] | None] = None,
    type_: Annotated[str | None, QueryParameter(name="type")] = None,
    both: FromQuery[bool] = False,
    offset: Annotated[int, QueryParameter(ge=0, le=100_000)] = 0,
    after: Annotated[int, QueryParameter(ge=1)] = 1,
    sure: FromQuery[float] = 0.5,
    year: Annotated[str | None, QueryParameter(pattern=r"\\d{4}", description="Four figures of a year.")] = None,
) -> None:
    """Asks for much."""


(HANDLER,) = (route.route_handlers[0] for route in Litestar([asked]).routes if route.path == "/x/{key:str}")


@pytest.mark.parametrize(
    ("name", "message", "told"),
    [
        ("rung", "Invalid enum value 'ded'", "No rung 'ded'. Did you mean 'deed'?"),
        ("both", "Expected `bool`, got `str`", "both is 1 for yes or 0 for no."),
        ("offset", "Expected `int`, got `str`", "offset is a whole number from 0 to 100,000."),
        ("after", "Expected `int` >= 1", "after is a whole number, 1 or more."),
        ("sure", "Expected `float`, got `str`", "sure is a number."),
        ("year", "Expected `str` matching regex '\\\\d{4}'", "year: four figures of a year."),
        ("type_", "is odd", "type: is odd"),
        ("nothing", "is odd", "nothing: is odd"),
    ],
)
def test_a_value_is_told_with_what_it_should_be(name, message, told):
    """By the name that the address has."""
    assert refusal(HANDLER, name, message).startswith(told)


def test_without_a_handler_the_message_stands_as_it_is():
    """Nobody knows better."""
    assert "x: is odd" == refusal(None, "x", "is odd")


def test_an_address_spells_what_python_keeps_for_itself():
    """Others go by their own names."""
    assert ["type", "rung", "nobody"] == [spelt(HANDLER, name) for name in ("type_", "rung", "nobody")]
