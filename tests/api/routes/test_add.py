"""Reports handed in over HTTP, with the same limits and refusals as the form."""

import json
import shutil
from time import monotonic, sleep

import pytest
from litestar.testing import TestClient

from facta.web import create_app
from tests.web.views.test_add import REPORT


@pytest.fixture
def caller(demo_store, tmp_path):
    """A program that holds the server's token."""
    own = tmp_path / "own.duckdb"
    shutil.copy(demo_store, own)
    with TestClient(create_app(own), base_url="http://localhost.local", raise_server_exceptions=False) as calling:
        calling.headers["host"] = "localhost"
        calling.get("/healthz")
        calling.headers["x-csrftoken"] = calling.cookies["facta_csrf"]
        yield calling


def test_a_text_becomes_a_job_and_the_job_a_reading(caller):
    """With what the sender knows of it."""
    answer = caller.post("/api/add/text", json={"text": REPORT, "outlet": "Harbour News", "published": "2021-03-13"})
    job, end = answer.json(), monotonic() + 30
    assert (202, f"/api/add/{job['id']}") == (answer.status_code, answer.headers["location"])
    while job["state"] not in ("done", "failed") and monotonic() < end:
        sleep(0.05)
        job = caller.get(answer.headers["location"]).json()
    (reading,) = caller.get(job["readings"]).json()
    assert ("Harbour News", "2021-03-13", REPORT) == tuple(reading["page"][name] for name in ("site", "published", "text"))
    (added,) = job["added"]
    assert (reading, False, True) == (caller.get(added["reading"]).json(), added["known"], added["events"] > 1)


def test_who_waits_is_answered_when_all_is_done(caller):
    """Several pages of a file; what is there already is not doubled."""
    rows = b"".join(json.dumps({"id": n, "text": f"Peru expelled {n} Bolivian diplomats."}).encode() + b"\n" for n in (2, 3))
    first, again = (caller.post("/api/add/file?wait=60", files={"file": ("two.jsonl", rows)}) for _ in range(2))
    assert [201, 201] == [first.status_code, again.status_code]
    assert [False, False, True, True] == [one["known"] for answer in (first, again) for one in answer.json()["added"]]


def test_a_table_may_call_its_columns_otherwise(caller):
    """Who does not say which holds the text is told of the field that says it."""
    table = {"file": ("old.csv", b"Body,Day\nPeru expelled two Bolivian diplomats.,2021-03-13\n")}
    refused = caller.post("/api/add/file?wait=60", files=table)
    assert [422, True] == [refused.status_code, "Say which holds the text: columns text=COL." in refused.json()["failures"][0]]
    done = caller.post("/api/add/file?wait=60", files=table, data={"columns": "text=body, published=day"})
    (added,) = done.json()["added"]
    assert (201, "2021-03-13") == (done.status_code, caller.get(added["reading"]).json()["page"]["published"])
    none = caller.post("/api/add/file", files=table, data={"columns": "body"})
    assert (400, True) == (none.status_code, "FIELD=COLUMN" in none.json()["message"])


@pytest.mark.parametrize(
    ("way", "body", "status", "why"),
    [
        ("text", {"text": "  "}, 400, "Nothing was pasted"),
        ("text", {"text": REPORT, "published": "yesterday"}, 400, "is no date"),
        ("text", {"words": REPORT}, 400, "text"),
        ("url", {"url": "file:///etc/passwd"}, 400, "no address on the web"),
        ("url", {"url": "http://127.0.0.1:1/"}, 422, "an address inside this machine or its network"),
        ("url", {"url": "http://169.254.169.254/latest/meta-data/"}, 422, "an address inside this machine or its network"),
    ],
)
def test_what_cannot_be_coded_is_refused_with_a_reason(*, caller, way, body, status, why):
    """As the form refuses it."""
    answer = caller.post(f"/api/add/{way}?wait=20", json=body)
    assert (status, True) == (answer.status_code, why in answer.text)


@pytest.mark.parametrize("sent", [b'{"text": "\xff"}', b'{"text": ' + b"[" * 100_000])
def test_what_is_no_json_is_refused(caller, sent):
    """It is the sender's mistake and none of ours."""
    answer = caller.post("/api/add/text", content=sent, headers={"content-type": "application/json"})
    assert (400, True) == (answer.status_code, "cannot be read" in answer.text)


@pytest.mark.parametrize("way", ["text", "url", "file"])
def test_nothing_is_taken_without_the_token(caller, way):
    """And the refusal says where it is."""
    answer = caller.post(f"/api/add/{way}", json={"text": REPORT}, headers={"x-csrftoken": "forged"})
    assert (403, True) == (answer.status_code, "facta_csrf" in answer.json()["message"])


def test_a_job_nobody_knows_is_404(caller):
    """As JSON."""
    assert [404, 404] == [caller.get(f"/api/add/nothing{part}").status_code for part in ("", "/readings")]
