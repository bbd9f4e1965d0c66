"""Readers' comments over HTTP."""


def test_answers_stand_below_what_they_answer(client):
    """Each deeper by one."""
    rows = client.get("/api/threads?limit=1000").json()
    depths = {(row["page"]["key"], row["id"]): row["depth"] for row in rows}
    answers = [row for row in rows if row["parent"]]
    assert answers
    assert all(row["depth"] == depths[row["page"]["key"], row["parent"]] + 1 for row in answers)
    assert all(row["depth"] == 0 for row in rows if not row["parent"])


def test_a_page_s_thread_is_asked_for_by_its_key(client):
    """And an author by a part of the name, in any case."""
    (first, *_) = client.get("/api/threads?limit=1").json()
    rows = client.get("/api/threads", params={"page": first["page"]["key"]}).json()
    assert {first["page"]["key"]} == {row["page"]["key"] for row in rows}
    by = client.get("/api/threads", params={"author": first["author"].upper()}).json()
    assert first["id"] in [row["id"] for row in by]
