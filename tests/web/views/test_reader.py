"""The reader: what is marked, what the cards say, the thread apart, and what a person says of an event."""

import html
import re

import msgspec
import pytest
from litestar.testing import TestClient
from lxml.html import document_fromstring

from facta.events.ontology import ontology
from facta.records import Actor, ActorMention, Comment, Event, Made, Page, Paragraph, Party, Problem, Quote, Reading, Source, span
from facta.store import open_store
from facta.store.corrections import corrections, quotations
from facta.stories import update
from facta.web import create_app

KEY = "paccfca56ee1ad852"
"""The sample page with the longest article."""
MADE = Made(step="events", version="1")
SCRIPT = "</script><script>document.title='owned'</script>"
IMAGE = "<img src=x onerror=\"document.title='owned'\">"


def calls(store):
    visitor = TestClient(create_app(store), base_url="http://localhost.local", raise_server_exceptions=False)
    visitor.headers["accept"] = "text/html"
    visitor.headers["host"] = "localhost"
    return visitor


@pytest.fixture
def visitor(own_store):
    """Calls the application over a store of its own."""
    with calls(own_store) as calling:
        yield calling


def reading(store, key=KEY):
    """The page as stored."""
    with open_store(store, read_only=True) as opened:
        return next(opened.readings([key]))


def post(visitor, event, do, key=KEY, headers=None, **fields):
    """What a button of a card sends."""
    return sent(visitor, f"event/{event}", headers, key, do=do, **fields)


def sent(visitor, address, headers=None, key=KEY, **fields):
    """What a form of the page as it is now sends."""
    page = visitor.get(f"/page/{key}").text
    token = re.search(r'name="_csrf_token" value="(\w+)"', page)[1]
    seen = re.search(rf'action="/page/{key}/{address}"[^>]*>.*?name="seen" value="(\w+)"', page, re.S)
    form = {"_csrf_token": token, **({"seen": seen[1]} if seen else {}), **fields}
    return visitor.post(f"/page/{key}/{address}", data=form, headers=headers or {}, follow_redirects=False)


@pytest.mark.parametrize(
    ("language", "step", "said"),
    [
        ("ar", "language", "no acts were looked for"),
        ("en", "read.access", "no acts were looked for"),
        ("en", "language", "No political act was found"),
        ("en", None, "No political act was found"),
    ],
)
def test_a_text_that_was_not_coded_is_not_said_to_hold_no_act(own_store, visitor, language, step, said):
    """Where its language or its publisher's wall kept the machine out; comments in another language do not."""
    page = Page(
        id="x",
        key="pquiet",
        source="-",
        language=language,
        text="Nothing.",
        paragraphs=(Paragraph(id="p1", kind="body", start=0, end=8),),
    )
    with open_store(own_store) as opened:
        opened.put(Reading(page=page, problems=(Problem(step=step, message="Why."),) if step else ()), "quiet")
    assert said in visitor.get("/page/pquiet").text


def words(page):
    """The text of a page's HTML without numbers of events."""
    return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r'<a class="num.*?</a>', "", page, flags=re.S)))


def test_the_text_is_the_page_s_own(client, demo_store):
    """Every paragraph stands as it was read, whatever is marked in it."""
    page = words(client.get(f"/page/{KEY}").text)
    held = reading(demo_store)
    for paragraph in held.page.paragraphs:
        if paragraph.kind != "other":
            assert held.page.text[paragraph.start : paragraph.end] in page


def test_every_event_has_a_card_and_its_number_in_the_text(client, demo_store):
    """Both link to each other."""
    page = client.get(f"/page/{KEY}").text
    own = [event.id for event in reading(demo_store).events if event.comment is None]
    assert own == re.findall(r'<li class="event event-(?:coop|conf)" id="(\w+)"', page)
    numbers = re.findall(r'<a class="num num-\w+" href="#(e\w+)" data-mark', page)
    assert set(own) <= set(numbers)
    assert all(f'id="t-{event}"' in page for event in own)


def test_a_card_says_how_the_act_is_told_and_on_whose_word(client, demo_store):
    """Independent reports of all, the chain of sources, how sure."""
    page = client.get(f"/page/{KEY}").text
    with open_store(demo_store, read_only=True) as store:
        (row,) = store.sql(
            "SELECT max(n_independent) AS n, arg_max(n_reports, n_independent) AS m "
            "FROM stories s JOIN tellings t ON t.story = s.id JOIN pages p ON p.no = t.page_no WHERE p.key = ?",
            [KEY],
        )
    assert f"{row['n']} independent of {row['m']} reports" in page
    assert "citing" in page
    assert "% sure" in page


def test_reports_of_an_act_open_in_its_card_or_on_a_page_of_their_own(client, demo_store):
    """Each with a link into its own page."""
    event = reading(demo_store).events[3].id
    part = client.get(f"/page/{KEY}/story/{event}", headers={"hx-request": "true"}).text
    whole = client.get(f"/page/{KEY}/story/{event}").text
    assert "<html" not in part
    assert "<h1>Who reports this act</h1>" in whole
    assert "read in its page" in part


def test_readers_claims_stand_apart_and_are_called_so(client, demo_store):
    """In the thread, under the comment that claims them, never among the page's events."""
    page = client.get(f"/page/{KEY}").text
    margin, thread = page.split('<section class="thread"')
    claims = [event.id for event in reading(demo_store).events if event.comment is not None]
    assert claims
    assert all(f'id="{event}"' in thread and f'id="{event}"' not in margin for event in claims)
    assert len(claims) == thread.count("Claimed by a reader")
    assert "Claimed by a reader" not in margin


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/page/nothing", "No page has the key &#39;nothing&#39;"),
        (f"/page/{KEY}/event/none/correct", "The page has no event &#39;none&#39;"),
        (f"/page/{KEY}/quote/none/correct", "The page has no quotation &#39;none&#39;"),
        (f"/page/{KEY}/story/none", "&#39;none&#39; is no story"),
    ],
)
def test_what_is_not_there_is_404(client, address, says):
    """As a page that says what was asked for, with a way on; the store can be read, so trying again is not offered."""
    answer = client.get(address)
    assert (404, True, False) == (answer.status_code, says in answer.text, "Try again" in answer.text)


def test_a_kept_event_is_shown_as_kept_after_a_restart(own_store):
    """And the machine's coding stands beside it in the store."""
    event = reading(own_store).events[0]
    with calls(own_store) as visitor:
        answer = post(visitor, event.id, "keep")
        assert (303, f"/page/{KEY}#{event.id}") == (answer.status_code, answer.headers["location"])
    with calls(own_store) as visitor:
        assert "Kept by a person" in visitor.get(f"/page/{KEY}").text
    with open_store(own_store, read_only=True) as store:
        (said,) = corrections(store, KEY)
    assert (event, "human") == (said.machine, said.human.made_by.kind)


def test_a_rejected_event_counts_nowhere_and_can_be_brought_back(own_store, visitor):
    """It leaves the stories at once, and the text; its card says so."""
    event = reading(own_store).events[3].id

    def told():
        with open_store(own_store, read_only=True) as store:
            return len(list(store.sql("SELECT 1 FROM tellings WHERE event = ?", [event])))

    assert 1 == told()
    post(visitor, event, "reject")
    page = visitor.get(f"/page/{KEY}").text
    assert (0, False) == (told(), f'id="t-{event}"' in page)
    assert "Rejected by a person" in page
    post(visitor, event, "undo")
    assert (1, True) == (told(), f'id="t-{event}"' in visitor.get(f"/page/{KEY}").text)


def test_a_corrected_event_shows_what_the_machine_said(own_store, visitor):
    """Type, parties and date by the form; the rung follows from the ontology."""
    event = reading(own_store).events[3]
    form = {
        "act": "AID", "status": "actual", "date": "2018-04",
        "actor-0-text": event.actors[0].text, "actor-0-country": "Mongolia", "actor-0-sector": "GOV",
        "recipient-0-text": "Ukraine", "recipient-0-country": "UKR", "recipient-0-sector": "",
    }  # fmt: skip
    assert 303 == post(visitor, event.id, "correct", **form).status_code
    now = next(one for one in reading(own_store).events if one.id == event.id)
    assert ("AID", "deed", "2018-04", "month") == (now.type, now.rung, now.date.iso, now.date.precision)
    assert (["MNG"], ["UKR"]) == ([p.country for p in now.actors], [p.country for p in now.recipients])
    text = reading(own_store).page.text
    assert all(text[p.start : p.end] == p.text for p in (*now.actors, *now.recipients))
    assert "the machine said" in visitor.get(f"/page/{KEY}").text


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"act": "NONSENSE"}, "NONSENSE"),
        ({"act": "AGREE:visit"}, "visit"),
        ({"status": "perhaps"}, "perhaps"),
        ({"date": "yesterday"}, "2018-04-03"),
        ({"date": "2018-04-05/2018-04-03"}, "ends before"),
        ({"actor-0-text": "Nobody At All"}, "do not stand in the text"),
        ({"actor-0-text": "Putin", "actor-0-country": "Chnia"}, "China"),
        ({"actor-0-text": "Putin", "actor-0-country": "G7"}, "group"),
        ({"actor-0-text": "Putin", "actor-0-sector": "XXX"}, "XXX"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_line(own_store, visitor, fields, told):
    """And nothing is stored."""
    before = reading(own_store)
    answer = post(visitor, before.events[0].id, "correct", headers={"hx-request": "true"}, **fields)
    assert (400, True) == (answer.status_code, told in html.unescape(answer.text))
    assert before == reading(own_store)


def judged(store):
    """What people said of the page's events."""
    with open_store(store, read_only=True) as opened:
        return corrections(opened, KEY)


def test_an_event_is_added_by_quoted_words_without_a_script(own_store, visitor):
    """First the words, then the form about them; it counts at once and can be taken back."""
    form = visitor.get(f"/page/{KEY}/new", params={"words": "dined"}).text
    hidden = dict(re.findall(r'type="hidden" name="(words|start|end)" value="([^"]+)"', form))
    answer = sent(visitor, "new", **hidden, **{"act": "CONSULT:visit", "actor-0-text": "Xi", "actor-0-country": "CHN"})
    event = answer.headers["location"].partition("#")[2]
    assert (303, ["added"]) == (answer.status_code, [one.verdict for one in judged(own_store)])
    now = next(one for one in reading(own_store).events if one.id == event)
    assert ("dined", "visit", "reported") == (now.trigger.text, now.mode, now.date.precision)
    assert f'id="t-{event}"' in visitor.get(f"/page/{KEY}").text
    again = sent(visitor, "new", **hidden, act="CONSULT")
    assert (400, True) == (again.status_code, "has this act already" in html.unescape(again.text))
    sent(visitor, f"event/{event}", do="undo")
    assert event not in {one.id for one in reading(own_store).events}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"words": "zzzz"}, "do not stand in the text"),
        ({"words": "Putin"}, "times in the text"),
        ({"start": "5", "end": "5"}, "Nothing is selected"),
        ({"start": "999999999", "end": "9999999999"}, "Which words tell the act"),
        ({"words": SCRIPT}, "do not stand in the text"),
    ],
)
def test_words_that_tell_no_act_are_asked_for_again(client, asked, told):
    """With the line that says why, and the words as they were."""
    answer = client.get(f"/page/{KEY}/new", params=asked)
    assert (400, True) == (answer.status_code, told in html.unescape(answer.text))
    assert SCRIPT not in answer.text
    assert html.escape(asked.get("words", ""), quote=False) in answer.text.replace("&#34;", '"').replace("&#39;", "'")


def test_a_quotation_is_corrected_rejected_and_taken_back(own_store, visitor):
    """By its speaker and its words; the machine's stands beside yours."""
    before = next(q for q in reading(own_store).quotes if q.comment is None and len(q.content[0].text.split()) > 4)
    shorter = " ".join(before.content[0].text.split()[:4])
    assert "Correct a quotation" in visitor.get(f"/page/{KEY}/quote/{before.id}/correct").text
    fields = {"do": "correct", "speaker": "Putin", "content-0": shorter, "act": "thought"}
    assert 303 == sent(visitor, f"quote/{before.id}", **fields).status_code
    now = next(q for q in reading(own_store).quotes if q.id == before.id)
    assert (shorter, "Putin", "thought") == (now.content[0].text, now.speaker[0].text, now.act)
    assert (now.content[0].start, "human") == (before.content[0].start, now.made_by.kind)
    page = visitor.get(f"/page/{KEY}").text
    assert "the machine said" in page
    sent(visitor, f"quote/{before.id}", do="reject")
    page = visitor.get(f"/page/{KEY}").text
    assert (True, False) == ("said-gone" in page, f'id="t-{before.id}"' in page)
    sent(visitor, f"quote/{before.id}", do="undo")
    assert before in reading(own_store).quotes
    with open_store(own_store, read_only=True) as opened:
        assert () == quotations(opened, KEY)


@pytest.mark.parametrize(
    ("fields", "told"),
    [({"speaker": "Nobody At All"}, "do not stand in the text"), ({"content-0": " "}, "has words"), ({"act": "sang"}, "sang")],
)
def test_a_quotation_that_does_not_fit_is_refused_in_a_line(own_store, visitor, fields, told):
    """And nothing is stored."""
    before = reading(own_store)
    answer = sent(visitor, f"quote/{before.quotes[0].id}", do="correct", headers={"hx-request": "true"}, **fields)
    assert (400, True) == (answer.status_code, told in html.unescape(answer.text))
    assert before == reading(own_store)


def test_the_choices_of_the_form_are_the_ontology_s(client, demo_store):
    """Every type and mode, the event's own chosen."""
    event = next(event for event in reading(demo_store).events if event.mode)
    page = client.get(f"/page/{KEY}/event/{event.id}/correct").text
    wanted = set(ontology().types) | {f"{n}:{m}" for n, k in ontology().types.items() for m in k.modes}
    assert wanted == set(re.findall(r'<option value="([A-Z]+(?::[\w-]+)?)"', page.split("</select>")[0]))
    assert f'<option value="{event.type}:{event.mode}" selected' in page


@pytest.mark.parametrize("form", [{"do": "keep"}, {"do": "keep", "_csrf_token": "0" * 128}])
def test_nothing_is_changed_without_the_page_s_token(own_store, visitor, form):
    """A page of somebody else's cannot judge."""
    before = reading(own_store)
    assert 403 == visitor.post(f"/page/{KEY}/event/{before.events[0].id}", data=form).status_code
    assert before == reading(own_store)


@pytest.mark.parametrize("do", ["", "destroy", "<script>"])
def test_only_what_can_be_said_of_an_event_is_taken(own_store, visitor, do):
    """Keep, correct, reject, or take that back."""
    assert 400 == post(visitor, reading(own_store).events[0].id, do).status_code


def deep(count):
    """A thread in which everybody answers the last."""
    return tuple(Comment(id=f"c{n}", parent=f"c{n - 1}" if n else None, author=f"r{n}", text=f"word {n}") for n in range(count))


@pytest.fixture
def threaded(tmp_path):
    """A page with a long deep thread, whose comment c950 claims an act."""
    path = tmp_path / "deep.duckdb"
    page = Page(id="1", key="p1", source="x", text="Words.", paragraphs=(Paragraph(id="p1", kind="body", start=0, end=6),))
    claim = Event(
        id="e000000000001", type="CONSULT", quad=1, rung="talk", confidence=0.9, made_by=MADE, comment="c950",
        trigger=span("word 950", 0, 4),
    )  # fmt: skip
    with open_store(path) as store:
        store.put(Reading(page=page, thread=deep(1150), events=(claim,)), "d")
        update(store)
    return path


def test_a_long_deep_thread_is_shown_in_parts(threaded):
    """No depth of replies breaks the page; every part has its own address and leads to those beside it."""
    with calls(threaded) as visitor:
        parts = [visitor.get(f"/page/p1?thread={n}").text for n in range(1, 8)]
        first = visitor.get("/page/p1").text
    assert [200, 200, 200, 200, 200, 150, 150] == [part.count('class="post"') for part in parts]
    ids = [re.findall(r'class="post" id="c-c(\d+)"', part) for part in (*parts, first)]
    assert [str(n) for n in range(1150)] == [one for some in ids[:6] for one in some]
    assert (ids[0], ids[5]) == (ids[7], ids[6])
    assert 'rel="prev"' not in first
    assert 'href="/page/p1?thread=3#thread"' in parts[1]
    assert ('href="/page/p1#thread"' in parts[1], 'rel="next"' in parts[5]) == (True, False)
    assert "201 to 400 of 1,150" in parts[1]
    assert "<bdi>r199</bdi>" in parts[1].partition('id="c-c200"')[2][:400], "whom it answers, in the part before"


@pytest.mark.parametrize("named", ["c-c950", "e000000000001"])
def test_what_stands_in_a_later_part_is_found_by_name(threaded, named):
    """A comment, or an act that it claims."""
    with calls(threaded) as visitor:
        page = visitor.get(f"/page/p1?at={named}").text
    assert (True, 200) == (f'id="{named}"' in page, page.count('class="post"'))


@pytest.mark.parametrize("scripted", [True, False])
@pytest.mark.parametrize("do", ["keep", "reject"])
def test_a_claim_that_is_judged_stays_in_sight(threaded, do, scripted):
    """The answer is the part that it stands in, whatever the form says of that."""
    headers = {"hx-request": "true"} if scripted else {}
    with calls(threaded) as visitor:
        page = visitor.get("/page/p1?thread=5").text
        card = page.partition('id="e000000000001"')[2].partition("</form>")[0]
        form = dict(re.findall(r'name="(_csrf_token|seen)" value="(\w+)"', card))
        action = re.search(r'action="([^"]+)"', card)[1]
        answer = visitor.post(action, data=form | {"do": do}, headers=headers, follow_redirects=False)
        if not scripted:
            assert "/page/p1?thread=5#e000000000001" == answer.headers["location"]
            answer = visitor.get(answer.headers["location"])
    assert ("/page/p1/event/e000000000001?thread=5", 200) == (action, answer.status_code)
    assert 'id="e000000000001"' in answer.text
    assert {"keep": "Kept by a person", "reject": "Rejected by a person"}[do] in answer.text


def test_to_keep_an_event_brings_its_card_alone(own_store, visitor):
    """Nothing else of the page changes by it, and a page may be large."""
    event = reading(own_store).events[2].id
    for do, said in (("keep", True), ("undo", False)):
        answer = post(visitor, event, do, headers={"hx-request": "true"})
        assert (200, f"[id='{event}']") == (answer.status_code, answer.headers["hx-retarget"])
        assert ("Kept by a person" in answer.text, 1) == (said, answer.text.count("<li "))
    assert "#reader" == post(visitor, event, "reject", headers={"hx-request": "true"}).headers["hx-retarget"]


OLDER = {"act": "AID", "status": "planned", "actor-0-text": "Xi", "actor-0-country": "CHN", "date": "2018-04"}
"""What a second person has typed."""


@pytest.mark.parametrize("scripted", [True, False])
@pytest.mark.parametrize(("first", "now"), [("correct", "Corrected"), ("reject", "Rejected")])
def test_an_older_form_overwrites_nothing(*, own_store, visitor, first, now, scripted):
    """It is told what somebody else has made of the event, keeps what was typed, and counts when it is sent again."""
    event = reading(own_store).events[3].id
    old = seen(visitor.get(f"/page/{KEY}/event/{event}/correct").text)
    post(visitor, event, first, act="ACCUSE", status="negated")
    between = reading(own_store)
    headers = {"hx-request": "true"} if scripted else {}
    answer = post(visitor, event, "correct", headers=headers, **OLDER, seen=old)
    assert (409, between) == (answer.status_code, reading(own_store))
    shown = html.unescape(answer.text)
    assert f"Now it is {now.lower()} by a person" in shown
    assert ("<bdi>accusation</bdi>" in shown) == (first == "correct")
    assert [True] * 3 == [f'value="{one}"' in shown for one in ("Xi", "2018-04", "CHN")]
    assert '<option value="AID" selected' in shown
    assert '<option value="planned" selected' in shown
    assert ("<html" not in shown, f"[id='f-{event}']" if scripted else None) == (scripted, answer.headers.get("hx-retarget"))
    assert post(visitor, event, "correct", **OLDER, seen=seen(answer.text)).status_code == 303
    assert "AID" == next(one for one in reading(own_store).events if one.id == event).type


@pytest.mark.parametrize("scripted", [True, False])
@pytest.mark.parametrize("do", ["keep", "reject", "undo"])
def test_an_older_card_overwrites_nothing(*, own_store, visitor, do, scripted):
    """The card is shown as it is now, to judge again."""
    event = reading(own_store).events[3].id
    old = seen(visitor.get(f"/page/{KEY}/event/{event}/correct").text)
    post(visitor, event, "correct", act="ACCUSE")
    between = reading(own_store)
    answer = post(visitor, event, do, headers={"hx-request": "true"} if scripted else {}, seen=old)
    assert (409, between) == (answer.status_code, reading(own_store))
    assert ("Somebody judged this event" in answer.text, "Accusation" in answer.text) == (True, True)
    assert ("<html" not in answer.text) == scripted
    assert post(visitor, event, "undo", seen=seen(answer.text)).status_code == 303
    assert "ACCUSE" not in {one.type for one in reading(own_store).events if one.id == event}


def test_the_same_word_said_twice_is_no_quarrel(own_store, visitor):
    """Two people keep one event, or one presses twice."""
    event = reading(own_store).events[3].id
    old = seen(visitor.get(f"/page/{KEY}/event/{event}/correct").text)
    assert [303, 303] == [post(visitor, event, "keep", seen=old).status_code for _ in range(2)]


@pytest.mark.parametrize("scripted", [True, False])
def test_an_older_form_of_a_quotation_overwrites_nothing(own_store, visitor, scripted):
    """As with an event."""
    quote = next(q.id for q in reading(own_store).quotes if q.comment is None)
    address, headers = f"quote/{quote}", {"hx-request": "true"} if scripted else {}
    old = seen(visitor.get(f"/page/{KEY}/{address}/correct").text)
    assert 303 == sent(visitor, address, do="correct", act="thought").status_code
    between = reading(own_store)
    form, button = (
        sent(visitor, address, headers, seen=old, **fields)
        for fields in ({"do": "correct", "act": "wrote", "content-0": "my own words"}, {"do": "reject"})
    )
    assert (409, 409, between) == (form.status_code, button.status_code, reading(own_store))
    assert ("my own words" in form.text, '<option value="wrote" selected' in form.text) == (True, True)
    assert "Somebody judged this quotation" in form.text
    assert "Somebody judged this quotation" in button.text


@pytest.mark.parametrize("fields", [{"do": "keep"}, {"do": "correct", "act": "NONSENSE"}])
def test_a_form_that_does_not_say_what_it_was_made_from_is_refused(own_store, visitor, fields):
    """As such, and not as one that came too late."""
    event = reading(own_store).events[0].id
    answer = sent(visitor, f"event/{event}", seen="", **fields)
    assert (400, True) == (answer.status_code, "Load the page again" in answer.text)


def seen(page):
    """The mark in the first form of a page or a part of one."""
    return re.search(r'name="seen" value="(\w+)"', page)[1]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A page that is hostile in every field that the reader shows."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.duckdb"
    text = f"China {SCRIPT} met Russia on '{IMAGE}' {{{{ 7 * 7 }}}}."
    said = f"{IMAGE} I say {SCRIPT}"
    parties = tuple(
        Party(
            text=name,
            start=text.index(name),
            end=text.index(name) + len(name),
            country=code,
            name=name + SCRIPT,
            role=f'"{IMAGE}',
        )
        for name, code in (("China", "CHN"), ("Russia", "RUS"))
    )
    at = text.index("met")
    met = Event(
        id="e000000000001", type="CONSULT", quad=1, rung="talk", actors=parties, confidence=0.9, made_by=MADE,
        trigger=span(text, at, at + 3), evidence=span(text, 0, len(text)),
        assertion=(Source(kind="outlet", name=IMAGE), Source(kind="person", name=SCRIPT)),
    )  # fmt: skip
    claim = msgspec.structs.replace(
        met,
        id="e000000000002",
        comment='c"><b>',
        trigger=span(said, said.index("say"), said.index("say") + 3),
        evidence=None,
        actors=(),
    )
    quote = Quote(
        id="q000000000001", kind="direct", act="said", content=(span(text, 0, 20),), speaker=(span(text, 0, 5),), confidence=0.5,
        chain=(Source(kind="outlet", name=SCRIPT),), made_by=MADE,
    )  # fmt: skip
    page = Page(
        id="p1", key="p000000000001", source="javascript:alert(1)", url="javascript:document.title='owned'", title=SCRIPT,
        site=IMAGE, section=SCRIPT, byline=(IMAGE,), published="2018-04-04", language='en"><script>', text=text,
        paragraphs=(Paragraph(id='p"><script>', kind="headline", start=0, end=len(text)),), corrections=(span(text, 6, 40),),
    )  # fmt: skip
    actor = Actor(
        id="a1", name=SCRIPT, kind="state", country="CHN", role=IMAGE, mentions=(ActorMention(start=0, end=5, text="China"),)
    )
    thread = (Comment(id='c"><b>', author=IMAGE, date_text=SCRIPT, text=said),)
    with open_store(path) as store:
        store.put(Reading(page=page, events=(met, claim), quotes=(quote,), actors=(actor,), thread=thread), "d")
        update(store)
    return path


def test_markup_in_any_field_of_a_page_is_text(hostile, serving, visit):
    """It is read, never run; a script's address is no link."""
    with serving(hostile) as site:
        for address in ("", "/story/e000000000001", "/event/e000000000001/correct"):
            page = visit(f"/page/p000000000001{address}", at=site)
            assert "owned" not in page.title().replace(SCRIPT, "")
            assert 0 == page.locator("img").count()
            assert 0 == page.locator('a[href^="javascript"]').count()
        page = visit("/page/p000000000001", at=site)
        assert SCRIPT in page.locator("h1").inner_text()
        assert "{{ 7 * 7 }}" in page.locator("h1").inner_text()
        assert IMAGE in page.locator(".post-text").inner_text()


@pytest.mark.parametrize(("width", "dark"), [(360, False), (360, True), (900, False), (1600, False), (1600, True)])
def test_the_reader_fits_its_window_and_axe_finds_nothing_serious(*, visit, axe, shot, width, dark):
    """Nothing has to be scrolled sideways; a picture is kept."""
    page = visit(f"/page/{KEY}", width=width, dark=dark)
    shot(page, f"reader-{width}-{'dark' if dark else 'light'}")
    assert width >= page.evaluate("document.documentElement.scrollWidth")
    assert [] == axe(page)


def test_pointing_at_an_act_lights_up_all_that_belongs_to_it(visit):
    """The words of the act, who does it, the sentence and the card."""
    page = visit(f"/page/{KEY}", width=1400)
    drawn = 0
    for act in page.locator(".page-text .m-act").all():
        act.hover()
        page.wait_for_function("act => act.classList.contains('lit-act')", arg=act.element_handle())
        drawn += page.locator(".wire path").count()
        assert [] == page.evaluate(_STRUCK)
        assert 1 == page.locator(".event.lit").count()
    assert page.locator(".page-text .lit-from").count() >= 1
    assert drawn >= 1
    page.locator("h1 .m-act").first.hover()
    page.locator("h1 .lit-act").wait_for()
    assert 0 == page.locator(".wire path").count(), "above the headline stands who published it when"


_STRUCK = """() => {
    const words = [...document.querySelectorAll(".page-text [data-of], h1 [data-of]")].flatMap((e) => [...e.getClientRects()]);
    const wires = [...document.querySelectorAll(".wire path")].map((path) => path.getBoundingClientRect());
    const crossed = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4 && a.left < b.right && b.left < a.right;
    return words.filter((word) => wires.some((wire) => crossed(wire, word))).map((word) => word.toJSON());
}"""
"""Marked words that a wire strikes through."""


def test_a_card_that_has_the_focus_lights_up_its_words(visit):
    """By keyboard alone, from the number in the text to the card and back."""
    page = visit(f"/page/{KEY}", width=1400)
    number = page.locator(".page-text a.num").first
    number.focus()
    assert page.locator(".event.lit").count() == 1
    page.keyboard.press("Enter")
    card = page.locator(".event:target")
    assert card.get_attribute("id") == number.get_attribute("href")[1:]


def test_an_address_with_an_event_opens_at_its_words(visit, demo_store):
    """Also far down the page, and on a phone."""
    event = [e for e in reading(demo_store).events if e.comment is None][-1].id
    for width in (360, 1400):
        page = visit(f"/page/{KEY}#{event}", width=width, height=700)
        page.wait_for_selector(f'[id="{event}"].lit')
        page.wait_for_timeout(200)
        top = page.locator(f'[id="t-{event}"]').bounding_box()["y"]
        assert 0 <= top <= 700


def test_judging_works_in_the_browser_and_survives_a_restart(own_store, serving, visit):
    """Reject, correct with the form, then look again with a new server."""
    with serving(own_store) as site:
        page = visit(f"/page/{KEY}", width=1400, at=site)
        first, fourth = (page.locator(".margin .event").nth(n).get_attribute("id") for n in (0, 3))
        page.locator(f'[id="reject-{first}"]').click()
        page.wait_for_selector(f'[id="{first}"].event-gone')
        assert "Rejected" in page.locator("#told").inner_text()
        page.locator(f'[id="{fourth}"]').get_by_role("link", name="Correct event").click()
        page.locator(f'[id="{fourth}"] select[name=act]').select_option("AID")
        page.get_by_role("button", name="Save the correction").click()
        page.wait_for_selector(f'[id="{fourth}"] .event-said')
    with serving(own_store) as site:
        page = visit(f"/page/{KEY}", width=1400, at=site)
        assert "Rejected by a person" in page.locator(f'[id="{first}"]').inner_text()
        assert "Corrected by a person" in page.locator(f'[id="{fourth}"]').inner_text()


def test_two_windows_on_one_event_do_not_undo_each_other(own_store, serving, visit):
    """The older form stays open with what was typed and says what the event is now; the older button shows the card anew."""
    with serving(own_store) as site:
        first, second = (visit(f"/page/{KEY}", width=1400, at=site) for _ in range(2))
        event, other = (first.locator(".margin .event").nth(n).get_attribute("id") for n in (3, 4))
        for page, act in ((second, "AID"), (first, "ACCUSE")):
            page.locator(f'[id="{event}"]').get_by_role("link", name="Correct event").click()
            page.locator(f'[id="{event}"] select[name=act]').select_option(act)
        save = "Save the correction"
        first.get_by_role("button", name=save).click()
        first.wait_for_selector(f'[id="{event}"] .event-said')
        second.get_by_role("button", name=save).click()
        second.wait_for_selector(f'[id="now-{event}"]:focus')
        assert "accusation" in second.locator(f'[id="now-{event}"]').inner_text()
        assert "AID" == second.locator(f'[id="{event}"] select[name=act]').input_value()
        first.locator(f'[id="keep-{other}"]').click()
        first.wait_for_selector(f'[id="{other}"]:focus .event-said')
        second.locator(f'[id="reject-{other}"]').click()
        second.wait_for_selector(f'[id="{other}"]:focus .notice-warn')
        assert "Kept by a person" in second.locator(f'[id="{other}"]').inner_text()
        second.get_by_role("button", name=save).click()
        second.wait_for_selector(f'[id="{event}"] .event-said')
    told = [fault for fault in visit.faults if "409" in fault]
    assert told, "browsers and htmx tell of the refusals"
    visit.faults[:] = [fault for fault in visit.faults if fault not in told]
    assert "AID" == next(one for one in reading(own_store).events if one.id == event).type


def test_an_address_without_the_part_finds_what_stands_in_a_later_one(threaded, serving, visit):
    """As links to an act have it."""
    with serving(threaded) as site:
        page = visit("/page/p1#e000000000001", width=1400, at=site)
        page.wait_for_selector('[id="e000000000001"].lit')
        assert page.url.endswith("/page/p1?at=e000000000001#e000000000001")


def test_names_in_other_scripts_leave_the_words_beside_them_in_place(hostile, visit, serving):
    """Each name of a stranger's is set apart from the line that it stands in."""
    with serving(hostile) as site:
        page = visit("/page/p000000000001", scripts=False, at=site)
        assert IMAGE in page.locator(".page-head .kicker bdi").first.inner_text()
        assert page.locator(".event-chain bdi").count() > 1
        assert page.locator(".post summary bdi").count() == 2


def test_an_event_that_was_missed_is_added_from_selected_words(own_store, serving, visit):
    """Select, the button beside the words, the form; the event stands in the text, on a person's word, in the next run too."""
    with serving(own_store) as site:
        page = visit(f"/page/{KEY}", width=1400, at=site)
        before = page.locator(".page-text a.num").count()
        page.evaluate("""() => {
            const walk = document.createTreeWalker(document.querySelector('.page-text'), NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const at = walk.currentNode.data.indexOf('dined');
                if (at < 0) continue;
                getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + 5);
                return;
            }
        }""")
        page.get_by_role("button", name="Add an event here").click()
        form = page.get_by_role("form", name="Add an event")
        form.locator("select[name=act]").select_option("COOPERATE")
        form.get_by_label("Who did it, 1: words").fill("Xi")
        form.get_by_label("Who did it, 1: state").fill("China")
        form.get_by_label("To whom, 1: words").fill("Putin")
        form.get_by_role("button", name="Add this event").click()
        page.wait_for_selector(".event:focus .event-said")
        assert "Added by a person" in page.locator(".event:focus").inner_text()
        assert before + 1 == page.locator(".page-text a.num").count()
    (one,) = [c for c in judged(own_store) if c.verdict == "added"]
    text = reading(own_store).page.text
    assert ("dined", ["CHN"], "COOPERATE") == (
        text[one.human.trigger.start : one.human.trigger.end], [p.country for p in one.human.actors], one.human.type,
    )  # fmt: skip
    assert one.human.evidence.text == "Xi dined with Putin in the Kremlin on Monday."
    with calls(own_store) as visitor:
        assert "Added by a person" in visitor.get(f"/page/{KEY}").text


def test_the_reader_works_without_javascript(own_store, serving, visit):
    """Threads fold, cards are reached by links, judging is a form."""
    with serving(own_store) as site:
        page = visit(f"/page/{KEY}", width=1400, scripts=False, at=site)
        page.locator(".post summary").first.click()
        assert not page.locator(".post-body").first.is_visible()
        page.locator(".page-text a.num").nth(1).click()
        card = page.locator(".event:target")
        assert card.is_visible()
        card.get_by_role("button", name="Keep").click()
        assert "Kept by a person" in page.locator(".event:target").inner_text()


def test_the_reader_prints_text_and_events_without_controls(visit):
    """Nothing is cut off inside a scrolling box."""
    page = visit(f"/page/{KEY}", width=1200)
    page.emulate_media(media="print")
    assert not page.locator(".switches").is_visible()
    assert not page.locator(".event-judge").first.is_visible()
    assert "visible" == page.evaluate("getComputedStyle(document.querySelector('.margin')).overflowY")


def fields_of(page):
    """What the form of a correction sends when nobody types anything into it."""
    (form,) = document_fromstring(page).xpath("//form[@class='correct']")
    return {name: value for name, value in form.form_values() if name not in ("_csrf_token", "seen", "do")}


def test_a_form_saved_as_it_was_keeps_and_corrects_nothing(own_store):
    """Nobody changed anything; a second time nothing more is said."""
    event = next(e for e in reading(own_store).events if e.actors and e.comment is None)
    address = f"event/{event.id}"
    with calls(own_store) as visitor:
        for _ in range(2):
            form = fields_of(visitor.get(f"/page/{KEY}/{address}/correct").text)
            assert 303 == sent(visitor, address, do="correct", **form).status_code
    with open_store(own_store, read_only=True) as store:
        assert ["kept"] == [one.verdict for one in corrections(store, KEY)]


def test_a_party_whose_words_are_stretched_is_still_known(own_store):
    """By the one name that stands among the words."""
    held = reading(own_store)
    text = held.page.text
    event, party = next(
        (e, e.actors[0])
        for e in held.events
        if e.comment is None
        and len(e.actors) == 1
        and e.actors[0].name
        and e.actors[0].text[0].isupper()
        and "\n" not in text[text.rfind(" ", 0, e.actors[0].start - 1) : e.actors[0].start]
        and e.actors[0].start > 9
    )
    longer = text[text.rindex(" ", 0, party.start - 1) + 1 : party.end]
    with calls(own_store) as visitor:
        form = fields_of(visitor.get(f"/page/{KEY}/event/{event.id}/correct").text) | {"actor-0-text": longer}
        assert 303 == sent(visitor, f"event/{event.id}", do="correct", **form).status_code
    now = next(e for e in reading(own_store).events if e.id == event.id)
    assert (longer, party.name, party.country) == (now.actors[0].text, now.actors[0].name, now.actors[0].country)
