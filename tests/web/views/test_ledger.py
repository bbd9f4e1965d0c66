"""The view of a ledger, and what a person says of its matches."""

import re

import pytest
from litestar.testing import TestClient
from lxml import html

from facta.errors import UsageError
from facta.relations import ledger
from facta.relations.wording import between, percent
from facta.store import open_store
from facta.web import create_app, stale
from facta.web.views import ledger as view
from facta.web.views.ledger import MOST, _back

PAIRS = ("CHN/RUS", "CHN/USA")


def calls(store):
    visitor = TestClient(create_app(store), base_url="http://localhost", raise_server_exceptions=False)
    visitor.headers["accept"] = "text/html"
    return visitor


def said(visitor, entry, said, old=None, **headers):
    """Post a verdict as the page's form does, or as an older one did."""
    page = visitor.get("/ledger/CHN/RUS").text
    token = re.search(r'name="_csrf_token" value="(\w+)"', page)[1]
    form = {"commitment": entry["event"], "deed": entry["deed"], "said": said, "_csrf_token": token}
    form["seen"] = old or seen(page, entry)
    return visitor.post("/ledger/CHN/RUS/verdict", data=form, headers=headers, follow_redirects=False)


def seen(page, entry):
    """The mark of a commitment in the forms of a page."""
    mark = re.search(rf'name="commitment" value="{re.escape(entry["event"])}".*?name="seen" value="(\w+)"', page, re.S)
    return mark[1] if mark else stale.mark()


def test_every_commitment_stands_in_the_list_and_has_a_lane(client):
    """In the order of the JSON twin."""
    page = client.get("/ledger/CHN/RUS").text
    events = [c["event"] for c in client.get("/api/ledger/CHN/RUS").json()["commitments"]]
    assert events == re.findall(r'<li class="entry [^"]+" id="c-(\w+)"', page)
    assert events == re.findall(r'<a class="lane [^"]+" href="#c-(\w+)"', page)


def test_the_list_of_ledgers_says_how_many_commitments_each_holds(client):
    """Announced acts too, as the pair's own ledger counts them."""
    listed = re.findall(r'href="/ledger/(\w+/\w+)">.*?([\d,]+) commitments?<', client.get("/ledger").text)
    assert 4 < len(listed)
    assert listed == [(pair, f"{len(client.get(f'/api/ledger/{pair}').json()['commitments']):,}") for pair, _ in listed]


def test_only_commitments_in_the_state_asked_for_are_shown(client):
    """The counts stay those of all."""
    found = client.get("/api/ledger/CHN/RUS").json()
    page = client.get("/ledger/CHN/RUS?state=kept").text
    assert found["counts"]["kept"] == page.count('<li class="entry')
    assert f"All {len(found['commitments'])}" in page


def test_a_state_that_does_not_exist_is_refused(client):
    """In words."""
    answer = client.get("/ledger/CHN/RUS?state=forgotten")
    assert 400 == answer.status_code
    assert "forgotten" in answer.text


def test_a_pair_without_commitments_is_told_so(client):
    """And what to try."""
    assert "No commitment yet" in client.get("/ledger/NOR/CHL").text


def test_a_verdict_outlives_the_server(own_store):
    """Confirmed and rejected matches stand in the store, whoever opens it next."""
    with calls(own_store) as visitor:
        kept = [c for c in visitor.get("/api/ledger/CHN/RUS").json()["commitments"] if c["deed"] and c["state"] == "kept"][:2]
        for entry, word in zip(kept, ("yes", "no"), strict=True):
            assert 303 == said(visitor, entry, word).status_code
    with calls(own_store) as visitor:
        now = {c["event"]: c for c in visitor.get("/api/ledger/CHN/RUS").json()["commitments"]}
        assert ("confirmed", kept[0]["deed"]) == (now[kept[0]["event"]]["verdict"], now[kept[0]["event"]]["deed"])
        assert kept[1]["deed"] != now[kept[1]["event"]]["deed"]
        assert "✓ confirmed by a person" in visitor.get("/ledger/CHN/RUS").text
    with open_store(own_store, read_only=True) as store:
        assert 1 == sum(c.verdict == "confirmed" for c in ledger(store, "CHN", "RUS").commitments)


def test_htmx_gets_the_ledger_as_it_is_after_the_verdict(own_store):
    """The whole of it, since every number may have changed, with a word on what was done and a way back."""
    with calls(own_store) as visitor:
        entry = next(c for c in visitor.get("/api/ledger/CHN/RUS").json()["commitments"] if c["deed"])
        answer = said(visitor, entry, "no", **{"hx-request": "true"})
        assert (200, "#ledger") == (answer.status_code, answer.headers["hx-retarget"])
        assert "Rejected: this deed does not answer that commitment" in answer.text
        assert "Take back" in answer.text.split(f'id="c-{entry["event"]}"')[1].split("</li>")[0]


def test_what_was_said_of_a_match_stands_in_its_row_and_can_be_taken_back(own_store):
    """By whoever opens the ledger later, without a script too; then all is as it was."""
    with calls(own_store) as visitor:
        first = visitor.get("/api/ledger/CHN/RUS").json()
        entry = next(c for c in first["commitments"] if c["deed"])
        for word, trace in (("no", "rejected by a person"), ("yes", "confirmed by a person")):
            assert 303 == said(visitor, entry, word).status_code
            row = visitor.get("/ledger/CHN/RUS").text.split(f'id="c-{entry["event"]}"')[1].split("</li>")[0]
            assert (True, True) == (trace in row, "Take back" in row)
            assert 303 == said(visitor, entry, "back").status_code
            assert trace not in visitor.get("/ledger/CHN/RUS").text
            assert first == visitor.get("/api/ledger/CHN/RUS").json()


def test_a_rejected_match_is_shown_where_its_commitment_now_stands(own_store):
    """Not among the kept ones any more; who has no script is led to it all the same, and with one the row stays."""
    with calls(own_store) as visitor:
        kept = visitor.get("/api/ledger/CHN/RUS").json()["commitments"]
        entry = next(c for c in kept if c["state"] == "kept")
        token = re.search(r'name="_csrf_token" value="(\w+)"', visitor.get("/ledger/CHN/RUS").text)[1]
        form = {"commitment": entry["event"], "deed": entry["deed"], "said": "no", "_csrf_token": token, "state": "kept"}
        form["seen"] = stale.mark()
        answer = visitor.post("/ledger/CHN/RUS/verdict", data=form, follow_redirects=False)
        now = next(c for c in visitor.get("/api/ledger/CHN/RUS").json()["commitments"] if c["event"] == entry["event"])
        where = "/ledger/CHN/RUS" + ("?state=kept" if now["state"] == "kept" else "")
        assert f"{where}#c-{entry['event']}" == answer.headers["location"]
        answer = visitor.post("/ledger/CHN/RUS/verdict", data=form, headers={"hx-request": "true"})
        assert f'id="c-{entry["event"]}"' in answer.text


def test_a_verdict_that_does_not_say_what_it_was_made_from_is_no_form_of_ours(own_store):
    """It is refused as such, and not as one that came too late; nothing is remembered."""
    with calls(own_store) as visitor:
        before = visitor.get("/api/ledger/CHN/RUS").json()
        entry = next(c for c in before["commitments"] if c["deed"])
        token = re.search(r'name="_csrf_token" value="(\w+)"', visitor.get("/ledger/CHN/RUS").text)[1]
        form = {"commitment": entry["event"], "deed": entry["deed"], "said": "no", "_csrf_token": token}
        for sent in (form, form | {"seen": ""}):
            answer = visitor.post("/ledger/CHN/RUS/verdict", data=sent, follow_redirects=False)
            assert (400, True) == (answer.status_code, "Load the page again" in answer.text)
        assert before == visitor.get("/api/ledger/CHN/RUS").json()


@pytest.mark.parametrize("scripted", [True, False])
@pytest.mark.parametrize(("first", "second"), [("yes", "no"), ("no", "yes")])
def test_an_older_page_overwrites_no_verdict(own_store, scripted, first, second):
    """The ledger as it is now is shown with what somebody else said; to say it all the same takes another press."""
    with calls(own_store) as visitor:
        entry = next(c for c in visitor.get("/api/ledger/CHN/RUS").json()["commitments"] if c["deed"])
        old = seen(visitor.get("/ledger/CHN/RUS").text, entry)
        assert [303, 303] == [said(visitor, entry, first, old).status_code for _ in range(2)]
        between = visitor.get("/api/ledger/CHN/RUS").json()
        answer = said(visitor, entry, second, old, **({"hx-request": "true"} if scripted else {}))
        assert (409, between) == (answer.status_code, visitor.get("/api/ledger/CHN/RUS").json())
        assert "Somebody judged this commitment after you opened the page, so nothing was changed" in answer.text
        assert ("<html" not in answer.text, "all the same" in answer.text) == (scripted, True)
        assert 303 == said(visitor, entry, second, seen(answer.text, entry)).status_code
        assert between != visitor.get("/api/ledger/CHN/RUS").json()


def test_a_verdict_on_an_event_that_does_not_exist_is_refused(own_store):
    """Nothing is stored."""
    with calls(own_store) as visitor:
        answer = said(visitor, {"event": "e'); DROP TABLE verdicts; --", "deed": "e0000000000000000"}, "yes")
        assert 404 == answer.status_code
        assert "DROP TABLE" in answer.text  # what was asked
        assert "No event, quote, actor, comment, page or story has the id" in answer.text
    with open_store(own_store, read_only=True) as store:
        assert [{"n": 0}] == list(store.sql("SELECT count(*) AS n FROM verdicts"))


@pytest.mark.parametrize("scripted", [True, False])
def test_a_verdict_on_acts_of_another_pair_is_refused(own_store, scripted):
    """A form may name any two events; what is no match of this pair is told to the person, and nothing is stored."""
    with calls(own_store) as visitor:
        ours, theirs = ({c["event"] for c in visitor.get(f"/api/ledger/{pair}").json()["commitments"]} for pair in PAIRS)
        answer = said(
            visitor, {"event": min(theirs - ours), "deed": min(ours)}, "yes", **({"hx-request": "true"} if scripted else {})
        )
        assert (400, "<html" not in answer.text) == (answer.status_code, scripted)
        assert f"{min(theirs - ours)} is no commitment of China and Russia." in answer.text
    with open_store(own_store, read_only=True) as store:
        assert [{"n": 0}] == list(store.sql("SELECT count(*) AS n FROM verdicts"))


def test_a_store_that_another_process_writes_to_is_said_to_be_in_use(own_store):
    """In words, with what to do; the page that asked stays."""
    import subprocess
    import sys

    script = f"import duckdb; con = duckdb.connect({str(own_store)!r}); print('open', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert "open\n" == other.stdout.readline()
        with calls(own_store) as visitor:
            answer = visitor.get("/ledger/CHN/RUS")
            assert 503 == answer.status_code
            assert "is in use by another process" in answer.text
            assert "Try again" in answer.text
        other.communicate("\n")


def test_the_entries_open_in_a_spreadsheet(client):
    """One commitment a line."""
    lines = client.get("/ledger/CHN/RUS/commitments.csv?state=kept").text.splitlines()
    assert client.get("/api/ledger/CHN/RUS").json()["counts"]["kept"] == len(lines) - 1


def test_a_ledger_without_entries_is_a_sheet_with_its_columns(client):
    """A spreadsheet that is filled by the hour keeps its columns."""
    lines = client.get("/ledger/NOR/CHL/commitments.csv").text.splitlines()
    assert [client.get("/ledger/CHN/RUS/commitments.csv").text.splitlines()[0]] == lines
    assert lines[0].startswith('"event","story","by","to",')


NOTHING = {"state": None, "since": None, "until": None}


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ({}, {}),
        ({"horizon": "90", "offset": "40"}, {"horizon": 90, "offset": 40}),
        ({"horizon": "999999999"}, {"horizon": MOST["horizon"]}),
        ({"horizon": "9" * 5000, "offset": "-1"}, {}),
        ({"horizon": "٩٠", "offset": "1e3"}, {}),
        ({"state": "kept", "since": "2018", "until": ""}, {"state": "kept", "since": "2018"}),
    ],
)
def test_a_form_comes_back_to_what_was_shown(told, kept):
    """Whatever else is sent leads to no page that could not be asked for."""
    assert NOTHING | kept == _back(told)


def test_an_unknown_state_is_refused():
    """With those that there are."""
    with pytest.raises(UsageError, match=r"No state 'kpt' of a commitment\. Known: kept, broken"):
        _back({"state": "kpt"})


def test_a_picture_of_some_commitments_says_of_how_many(client, monkeypatch):
    """Where the list has parts, its picture is of one of them."""
    total = len(client.get("/api/ledger/CHN/RUS").json()["commitments"])
    head = r'<h2 id="lanes-head">From commitment to deed(.*?)</h2>'
    assert "" == re.search(head, client.get("/ledger/CHN/RUS").text)[1]
    monkeypatch.setattr(view, "SHOWN", total - 1)
    told = re.search(head, client.get("/ledger/CHN/RUS").text)[1]
    assert f"1 to {total - 1} of {total}" in told


def test_both_placebos_stand_in_the_table_with_their_differences(client):
    """As the JSON has them, and an interval beside each; each heading says what a difference is to."""
    shares = client.get("/api/ledger/CHN/RUS").json()["follow_through"]
    (table,) = html.fromstring(client.get("/ledger/CHN/RUS").text).xpath("//table[contains(@class, 'follow')]")
    assert ["Within", *(f"{days} days" for days in shares)] == [head.text_content() for head in table.xpath("thead//th")]
    *rows, watched = table.xpath("tbody/tr")
    heads = ["Met", "Placebo", "Above the placebo", "Days before", "Above the days before"]
    assert [*heads, "Still watched"] == [head.text_content() for head in table.xpath("tbody//th")]
    for name, row in zip(("share", "placebo", "excess", "before", "over_before"), rows, strict=True):
        cells = [cell.xpath("text()")[0].strip() for cell in row.xpath("td")]
        assert [percent(share[name]) for share in shares.values()] == cells
    year = shares["365"]
    assert between(year["over_before_low"], year["over_before_high"], share=True) == rows[-1].xpath("td[last()]/span/text()")[0]
    assert [str(share["at_risk"]) for share in shares.values()] == [cell.text_content() for cell in watched.xpath("td")]
