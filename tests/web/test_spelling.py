"""Parameters that no route asks for are refused."""

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
) -> str:
    """Asks for a day and a type."""
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
    ],
)
def test_a_mistyped_parameter_of_the_api_is_told_with_the_right_one(client, address, told):
    """To pass over it would answer with everything."""
    answer = client.get(address)
    assert (400, True) == (answer.status_code, told in answer.json()["message"])


@pytest.mark.parametrize("address", ["/api/x/1", "/api/x/1?since=2018&type=AID", "/x?utm_source=mail"])
def test_what_is_asked_for_and_what_a_page_is_called_with_passes(client, address):
    """A link from a newsletter has more in it."""
    assert 200 == client.get(address).status_code
