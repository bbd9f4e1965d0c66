"""Parameters that no route asks for are refused, and those that are given more often than they are taken."""

from typing import Annotated

import pytest
from litestar import Litestar, Request, get
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.testing import TestClient

from facta.web.problems import HANDLERS
from facta.web.spelling import known


@get("/api/x/{key:str}", sync_to_thread=False)
def of_api(
    request: Request,
    key: FromPath[str],
    since: FromQuery[str | None] = None,
    type_: Annotated[str | None, QueryParameter(name="type")] = None,
    rung: FromQuery[list[str] | None] = None,
) -> str:
    """Asks for a day, a type and rungs."""
    return key


@get("/x", sync_to_thread=False)
def of_people(since: FromQuery[str | None] = None) -> str:
    """A page."""
    return since or ""


@pytest.fixture(scope="module")
def client():
    """An application of both."""
    with TestClient(Litestar([of_api, of_people], before_request=known, exception_handlers=HANDLERS)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/api/x/1?sinc=2018", "No parameter 'sinc'. Did you mean 'since'?"),
        ("/api/x/1?since=2018&type_=AID", "No parameter 'type_'"),
        ("/api/x/1?key=2", "No parameter 'key'"),
        ("/api/x/1?request=2", "No parameter 'request'"),
        ("/api/x/1?%00=", "No parameter"),
        ("/api/x/1?since=2018&since=2019", "since is given 2 times and takes one value"),
        ("/api/x/1?type=AID&rung=deed&type=AGREE", "type is given 2 times and takes one value"),
        ("/api/x/1?since=&since=", "May be given again: rung."),
    ],
)
def test_a_parameter_that_the_api_does_not_take_so_is_told_with_the_right_one(client, address, told):
    """To pass over it would answer with everything, or for the last value alone."""
    answer = client.get(address)
    assert (400, True) == (answer.status_code, told in answer.json()["message"])


@pytest.mark.parametrize("address", ["/api/x/1", "/api/x/1?since=2018&type=AID&rung=talk&rung=deed", "/x?since=1&since=2&utm=a"])
def test_what_is_asked_for_and_what_a_page_is_called_with_passes(client, address):
    """A link from a newsletter has more in it."""
    assert 200 == client.get(address).status_code
