"""Pages are strangers' words: whatever stands in them is shown as text and runs nowhere."""

from html import escape

import pytest
from litestar.testing import TestClient

from facta.records import Event, Made, Page, Paragraph, Party, Reading, Source, When, span
from facta.store import open_store
from facta.stories import update
from facta.web import create_app

SCRIPT = "</script><script>document.title='owned'</script>"
IMAGE = "<img src=x onerror=\"document.title='owned'\">"
TEXT = f"China {SCRIPT} agreed with Russia on '{IMAGE}' {{{{ 7 * 7 }}}} on Tuesday. China met Russia."
MADE = Made(step="events", version="1")


def event(id_, type_, rung, first, last):
    """China and Russia do something in a stretch of TEXT."""
    return Event(
        id=id_, type=type_, mode=None, quad=1, rung=rung, trigger=span(TEXT, first, first + 5), evidence=span(TEXT, first, last),
        actors=tuple(Party(text=name, start=TEXT.index(name), end=TEXT.index(name) + len(name), country=code, name=name + SCRIPT)
                     for name, code in (("China", "CHN"), ("Russia", "RUS"))),
        date=When(iso="2018-04-03", precision="day"), confidence=0.9, made_by=MADE,
        assertion=(Source(kind="outlet", name=IMAGE), Source(kind="person", name=SCRIPT)),
    )  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A store with one page that is hostile in every field."""
    path = tmp_path_factory.mktemp("hostile") / "it's {{1}}.duckdb"
    page = Page(
        id="p1", key="p000000000001", source="javascript:document.title='owned'", url="javascript:document.title='owned'",
        title=SCRIPT, site=f'"{IMAGE}', published="2018-04-04", text=TEXT, language="en",
        paragraphs=(Paragraph(id="b1", kind="body", start=0, end=len(TEXT)),),
    )  # fmt: skip
    meeting = TEXT.index("China met")
    events = (
        event("e000000000001", "AGREE", "commitment", 0, TEXT.index(" on Tuesday")),
        event("e000000000002", "CONSULT", "talk", meeting, len(TEXT)),
    )
    with open_store(path) as store:
        store.put(Reading(page=page, events=events), "digest")
        update(store)
    return path


ADDRESSES = [
    "/",
    "/pair/CHN/RUS",
    "/pair/CHN/RUS/stories",
    "/ledger/CHN/RUS",
    "/pair/CHN/RUS?open=2018-04-01..2018-04-30&by=month",
]


def test_markup_from_a_page_stands_as_text(hostile, serving, visit):
    """Seen by the reader as it was written, run by nobody, and no template language in it is obeyed."""
    with serving(hostile) as site:
        for address in ADDRESSES:
            page = visit(address, at=site)
            assert "owned" not in page.title()
            assert 0 == page.locator("img").count()
        assert f"China {SCRIPT} agreed with Russia on '{IMAGE}' {{{{ 7 * 7 }}}}" in page.locator("#evidence").inner_text()


@pytest.mark.parametrize(
    "name", ["' OR 1=1 --", "'; DROP TABLE pages; --", "../../etc/passwd", "<script>", "%00", "\N{RIGHT-TO-LEFT OVERRIDE}"]
)
def test_what_is_asked_reaches_no_query_and_no_path(client, name):
    """A name is a name: nobody goes by it, and where it is told again, its marks are no markup."""
    answers = (
        client.get("/pair", params={"a": name, "b": "RUS"}),
        client.get("/pair/CHN/RUS", params={"since": name}),
        client.get("/pair/CHN/RUS", params={"open": name}),
        client.get("/pair/CHN/RUS", params={"compare": f"{name}-CHN"}),
        client.get("/", params={"q": name}),
    )
    assert [404, 400, 400, 404, 200] == [answer.status_code for answer in answers]
    told = [answer.text for answer in answers if answer.status_code == 404]
    assert all("No state or group" in text for text in told)
    assert escape(name) == name or not any(name in answer.text for answer in answers)
    assert len(client.get("/api/pairs").json()) > 5


OUTLET, PERSON = "\u0635\u062d\u064a\u0641\u0629", "\u05d3\u05d5\u05d1\u05e8"


def test_names_from_right_to_left_do_not_turn_what_stands_beside_them(tmp_path):
    """Outlet, sources and reasons are set apart from dates and numbers."""
    text = "China met Russia on Tuesday."
    done = Event(
        id="e000000000001", type="AGREE", mode=None, quad=1, rung="commitment", trigger=span(text, 6, 9),
        evidence=span(text, 0, len(text)), date=When(iso="2018-04-03", precision="day"), confidence=0.9, made_by=MADE,
        actors=tuple(Party(text=name, start=text.index(name), end=text.index(name) + len(name), country=code, name=name)
                     for name, code in (("China", "CHN"), ("Russia", "RUS"))),
        assertion=(Source(kind="outlet", name=OUTLET), Source(kind="person", name=PERSON)),
    )  # fmt: skip
    page = Page(
        id="p1", key="p000000000001", source="s", site=OUTLET, published="2018-04-04", text=text, language="en",
        paragraphs=(Paragraph(id="b1", kind="body", start=0, end=len(text)),),
    )  # fmt: skip
    with open_store(tmp_path / "rtl.duckdb") as store:
        store.put(Reading(page=page, events=(done,)), "digest")
        update(store)
    with TestClient(create_app(tmp_path / "rtl.duckdb"), base_url="http://localhost") as visitor:
        told = visitor.get("/pair/CHN/RUS").text
        lanes = visitor.get("/ledger/CHN/RUS").text
    assert f"<b><bdi>{OUTLET}</bdi></b>, on the word of <bdi>{PERSON}</bdi>, 4 April 2018" in told
    assert f"\u2068{text}\u2069 (" in lanes or f"\u2068{text[:-1]}\u2069 (" in lanes
