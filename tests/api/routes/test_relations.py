"""The HTTP API's records are the command line's."""

import json

import msgspec

from facta.relations import relations
from facta.store import open_store


def test_a_relation_is_the_record_of_the_command_line(client, demo_store):
    """Field by field."""
    with open_store(demo_store, read_only=True) as store:
        expected = json.loads(msgspec.json.encode(relations(store, "CHN", "RUS", by="year", since="2018", directed=True)))
    assert expected == client.get("/api/relations/CHN/RUS?by=year&since=2018").json()


def test_stories_come_in_pages(client):
    """Together they are all of them, by day, undated ones last."""
    first = client.get("/api/relations/CHN/RUS/stories?limit=30").json()
    second = client.get("/api/relations/CHN/RUS/stories?limit=30&offset=30").json()
    ids = [story["story"] for answer in (first, second) for story in answer["stories"]]
    days = [story["first_day"] or "9" for answer in (first, second) for story in answer["stories"]]
    assert first["count"] == len(set(ids)) == len(ids)
    assert sorted(days) == days


def test_stories_of_a_rung_are_those_that_are_counted_on_it(client):
    """As many as the total says."""
    total = client.get("/api/relations/CHN/RUS?by=year").json()["total"]
    for rung in ("talk", "commitment", "deed"):
        found = client.get(f"/api/relations/CHN/RUS/stories?rung={rung}").json()
        assert total[rung]["coop"] + total[rung]["conf"] == found["count"]


def test_every_telling_names_its_page_and_its_words(client):
    """The reports of a story are its best telling and the others."""
    stories = client.get("/api/relations/CHN/RUS/stories?limit=200").json()["stories"]
    assert stories
    for story in stories:
        tellings = [story["best"], *story["others"]]
        assert story["reports"] == len({t["page"] for t in tellings})
        assert all(t["evidence"] and t["page"] and t["event"] for t in tellings)


def test_the_description_of_the_api_names_every_route_and_record(client):
    """OpenAPI, made from the types."""
    described = client.get("/api/openapi.json").json()
    assert {"/healthz", "/api/pairs", "/api/ledger/{a}/{b}", "/api/relations/{a}/{b}"} <= set(described["paths"])
    assert {"Relation", "Ledger", "Listing"} <= {
        name.rpartition(".")[2].rpartition("_")[2] for name in described["components"]["schemas"]
    }


def test_the_description_has_the_errors_that_are_answered(client):
    """Each a record with status, error and message; every route may answer most, writes those of writes."""
    told = client.get("/api/openapi.json").json()
    everywhere = {"400", "401", "421", "500", "503"}
    for path, methods in told["paths"].items():
        for method, one in methods.items():
            errors = {status: answer for status, answer in one["responses"].items() if status >= "400"}
            schemas = {status: answer["content"]["application/json"]["schema"]["$ref"] for status, answer in errors.items()}
            more = {"403", "413", "422"} if method == "post" else set()
            assert path == "/healthz" or everywhere | more <= set(errors), path
            assert {"#/components/schemas/Refused"} >= {ref for status, ref in schemas.items() if status != "422"}
    assert {"201", "202"} <= set(told["paths"]["/api/add/text"]["post"]["responses"])
    assert ["application/x-ndjson"] == [*told["paths"]["/api/corrections.jsonl"]["get"]["responses"]["200"]["content"]]
    assert {"status", "error", "message"} == set(told["components"]["schemas"]["Refused"]["required"])
