"""Rows over HTTP: the records of the commands, in parts, as JSON or Parquet."""

import io
import re

import msgspec
import pyarrow.parquet as pq
import pytest

from facta.api.parts import MOST, PARQUET, CommentRow, EventRow, JourneyRow, PageRow, QuoteRow, StoryRow
from facta.relations.states import side
from facta.store import EventQuery, JourneyQuery, PageQuery, QuoteQuery, StoryQuery, ThreadQuery, open_store

ROUTES = {
    "events": (EventQuery(), EventRow),
    "journeys": (JourneyQuery(), JourneyRow),
    "pages": (PageQuery(), PageRow),
    "quotes": (QuoteQuery(), QuoteRow),
    "stories": (StoryQuery(), StoryRow),
    "threads": (ThreadQuery(), CommentRow),
}


def parts(client, address):
    """Every part of an answer, by following its links."""
    while address:
        answer = client.get(address)
        assert 200 == answer.status_code
        yield answer
        link = re.fullmatch(r'<(.+)>; rel="next"', answer.headers.get("link", ""))
        address = link and link[1]


@pytest.mark.parametrize("name", ROUTES)
def test_parts_together_are_the_whole_answer_in_order(client, demo_store, name):
    """Nothing twice, nothing left out, undated rows too."""
    query, _ = ROUTES[name]
    with open_store(demo_store, read_only=True) as store:
        expected = msgspec.json.decode(msgspec.json.encode(list(store.rows(query))))
    found = [answer.json() for answer in parts(client, f"/api/{name}?limit=97")]
    assert all(len(part) == 97 for part in found[:-1])
    assert expected == [row for part in found for row in part]


@pytest.mark.parametrize("name", ROUTES)
def test_rows_are_what_openapi_says_they_are(client, name):
    """Every record decodes as the type from which the schema is made."""
    rows = msgspec.json.decode(client.get(f"/api/{name}?limit=500").content, type=list[ROUTES[name][1]])
    assert rows
    schema = client.get("/api/openapi.json").json()
    told = schema["paths"][f"/api/{name}"]["get"]
    (kind,) = told["responses"]["200"]["content"]["application/json"]["schema"]["items"].values()
    assert PARQUET in told["responses"]["200"]["content"]
    properties = schema["components"]["schemas"][kind.rpartition("/")[2]]["properties"]
    assert set(client.get(f"/api/{name}?limit=1").json()[0]) == set(properties)
    assert {"limit", "after", "format"} <= {parameter["name"] for parameter in told["parameters"]}


@pytest.mark.parametrize("name", ROUTES)
def test_parquet_holds_the_same_rows(client, name):
    """By `format` or by what is accepted."""
    rows = client.get(f"/api/{name}?limit=20").json()
    for answer in (
        client.get(f"/api/{name}?limit=20&format=parquet"),
        client.get(f"/api/{name}?limit=20", headers={"accept": PARQUET}),
    ):
        assert PARQUET == answer.headers["content-type"]
        known = "id" if "id" in rows[0] else "event"
        assert [row[known] for row in rows] == pq.read_table(io.BytesIO(answer.content))[known].to_pylist()


@pytest.mark.parametrize(
    "address",
    [
        "/api/events?limit=0",
        f"/api/events?limit={MOST + 1}",
        "/api/events?acter=RUS",
        "/api/events?type=MEET",
        "/api/events?rung=deeds",
        "/api/events?min_confidence=2",
        "/api/events?since=spring",
        "/api/events?since=2019&until=2018",
        "/api/events?format=xml",
        "/api/events?after=nothing",
        "/api/events?after=WzFd",
        "/api/journeys?how=flew",
        "/api/quotes?act=sang",
        "/api/threads?page=1&pge=2",
    ],
)
def test_what_cannot_be_asked_is_a_400_that_says_why(client, address):
    """In JSON, with what was wrong."""
    answer = client.get(address, headers={"accept": "application/json"})
    assert 400 == answer.status_code
    assert answer.json()["message"]


def test_a_mistyped_filter_names_the_right_one(client):
    """To pass over it would answer with everything."""
    assert "Did you mean 'actor'" in client.get("/api/events?actr=RUS").json()["message"]


def test_a_link_keeps_the_filters(client):
    """And its rows keep to them."""
    found = [row for answer in parts(client, "/api/events?actor=RUS&limit=7") for row in answer.json()]
    assert all("RUS" in {p["country"] for p in row["actors"]} for row in found)
    assert len(found) == len({(row["page"]["key"], row["id"]) for row in found}) > 14


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/api/relations/CHN/RUS?sinec=2018", "No parameter 'sinec'. Did you mean 'since'?"),
        ("/api/ledger/CHN/RUS?b=1", "No parameter 'b'"),
        ("/api/search?q=gas&form=json", "No parameter 'form'"),
        ("/api/pairs?store=x", "No parameter 'store'"),
        ("/api/pages?outlt=x", "No parameter 'outlt'. Did you mean 'outlet'?"),
        ("/api/pages/p1?thread=2", "No parameter 'thread'"),
        ("/api/corrections?key=p1", "No parameter 'key'"),
        ("/api/world?one=CHN", "No parameter 'one'"),
        ("/api/ledger/CHN/RUS?horizon=99999999999999999999", "horizon is a whole number from 1 to 3,650."),
        ("/api/search?offset=99999999999999999999", "offset is a whole number from 0 to 100,000."),
        ("/api/relations/CHN/RUS/stories?offset=99999999999999999999", "offset is a whole number from 0 to 100,000."),
        ("/api/events?format=xml", "No format 'xml'. Known: json, parquet."),
    ],
)
def test_every_route_refuses_what_it_cannot_be_asked(client, address, told):
    """A parameter that it does not have, a number past its end; by the name that the address has."""
    answer = client.get(address)
    assert (400, 400, True) == (answer.status_code, answer.json()["status"], told in answer.json()["message"])
    assert {"status", "error", "message"} == set(answer.json())


@pytest.mark.parametrize("rows", ["events", "pages", "quotes", "threads"])
def test_a_page_that_the_store_does_not_hold_is_a_404(client, rows):
    """As on the command line, no empty answer."""
    answer = client.get(f"/api/{rows}?page=nosuch")
    assert 404 == answer.status_code
    assert "No page has the key, id, url or source 'nosuch'." in answer.json()["message"]


@pytest.mark.parametrize(
    ("address", "query"),
    [
        ("/api/events?actor=russia&recipient=G7", EventQuery(actor="RUS", recipient=side("G7").terms)),
        ("/api/events?actor=EU", EventQuery(actor=side("EU").terms)),
        ("/api/events?recipient=putin", EventQuery(recipient="putin")),
        ("/api/quotes?speaker=China", QuoteQuery(speaker="CHN")),
        ("/api/quotes?speaker=EU", QuoteQuery(speaker=side("EU").terms)),
        ("/api/stories?actor=China&recipient=EU", StoryQuery(actor="CHN", recipient=side("EU").terms)),
    ],
)
def test_states_are_named_as_on_the_command_line(client, demo_store, address, query):
    """By code, name or group: a state's name taken for a person's would find half of its acts."""
    with open_store(demo_store, read_only=True) as store:
        expected = [row["id"] for row in store.rows(query)]
    assert expected == [row["id"] for row in client.get(f"{address}&limit=1000").json()] != []
