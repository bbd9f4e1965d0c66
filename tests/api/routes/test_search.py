"""Search over HTTP tells how it understood and what it found."""

import pytest

pytestmark = pytest.mark.usefixtures("indexed")


def test_a_question_is_answered_with_its_meaning(client):
    """The minister's words, in the year, about the state."""
    found = client.get("/api/search", params={"q": "what did Shoigu say about China in 2018?"}).json()
    assert ("Shoigu", "2018-01-01", "2018-12-31") == (
        found["meaning"]["speaker"]["said"], found["meaning"]["since"], found["meaning"]["until"],
    )  # fmt: skip
    assert ("quotation", []) == (found["kind"], found["given_up"])
    assert {"Sergei Shoigu, defence minister"} == {hit["who"] for hit in found["hits"]}


def test_hits_lead_to_pages_that_are_there(client):
    """By the key of each."""
    hits = client.get("/api/search", params={"q": "gas", "limit": 3}).json()["hits"]
    assert [200] * 3 == [client.get(f"/api/pages/{hit['page']}").status_code for hit in hits]


@pytest.mark.parametrize("asked", [{"kind": "nonsense"}, {"limit": 100_000}, {"offset": -1}])
def test_what_cannot_be_asked_is_refused(client, asked):
    """With a line that says so."""
    answer = client.get("/api/search", params={"q": "gas", **asked})
    assert 400 == answer.status_code
    assert next(iter(asked)) in answer.json()["message"]
