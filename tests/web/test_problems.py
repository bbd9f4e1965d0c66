"""What is shown instead of an answer."""

import pytest
from litestar import Litestar, get
from litestar.exceptions import HTTPException, NotAuthorizedException, NotFoundException, PermissionDeniedException
from litestar.testing import TestClient

from facta.errors import DataError, FactaError, InputError, NotFoundError, StoreError, UsageError
from facta.relations.states import UnknownSideError
from facta.web.problems import HANDLERS, problem


@pytest.mark.parametrize(
    ("error", "status", "retry"),
    [
        (UsageError("No."), 400, False),
        (InputError("No."), 400, False),
        (NotFoundError("No."), 404, False),
        (StoreError("No."), 503, True),
        (DataError("No."), 500, False),
        (NotFoundException("x"), 404, False),
        (PermissionDeniedException("x"), 403, True),
        (NotAuthorizedException("No."), 401, False),
        (HTTPException("secret", status_code=500), 500, False),
        (ValueError("secret"), 500, False),
        (FactaError("secret"), 500, False),
    ],
)
def test_every_error_has_a_status_and_words_for_a_person(error, status, retry):
    """A mistake of ours tells nothing of itself."""
    found = problem(error)
    assert (status, retry) == (found.status, found.retry)
    assert found.title and found.message
    assert "secret" not in found.message


def test_a_side_that_nobody_goes_by_comes_with_the_nearest():
    """By code and name."""
    found = problem(UnknownSideError("Rusia", "Nobody is called that.", ("RUS", "EU")))
    assert (404, True, "Nobody is called that.") == (found.status, "Rusia" in found.title, found.message)
    assert {"RUS": "Russia", "EU": "European Union"} == found.near


@get("/api/x", sync_to_thread=False)
def for_programs() -> None:
    """Fails."""
    raise UsageError("That is no <b>day</b>.")


@get("/x", sync_to_thread=False)
def for_people() -> None:
    """Fails in a way that nobody thought of."""
    raise ZeroDivisionError("secret")


@pytest.fixture
def client():
    """An application in which all fails."""
    with TestClient(Litestar([for_programs, for_people], exception_handlers=HANDLERS), raise_server_exceptions=False) as opened:
        yield opened


def test_programs_are_answered_in_json(client):
    """By the address, or by what they accept."""
    assert {"status": 400, "error": "That cannot be asked", "message": "That is no <b>day</b>."} == client.get("/api/x").json()
    answer = client.get("/x", headers={"accept": "application/json"})
    assert (500, 500) == (answer.status_code, answer.json()["status"])


def test_what_nobody_thought_of_is_in_the_log_and_not_in_the_answer(client, caplog):
    """The terminal says what."""
    assert "secret" not in client.get("/x", headers={"accept": "application/json"}).text
    assert "failed: GET /x" in caplog.text and "secret" in caplog.text
