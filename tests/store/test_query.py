"""Questions over the views, each answered alike by every backend."""

from datetime import date
from itertools import product

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.errors import UsageError
from facta.records import Event, Made, Page, Party, Reading, Span
from facta.store import EventQuery, PageQuery, QuoteQuery, StoryQuery, Term, ThreadQuery, open_store


def ids(store, query):
    """Ids of the answer, in order, without their zeros."""
    return [row["id"].strip("eqc0") if row["id"][0] != "c" else row["id"] for row in store.rows(query)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["meet", "fin", "trip"]),
        ({"actor": "RUS"}, ["meet", "trip"]),
        ({"recipient": "RUS"}, ["meet"]),
        ({"actor": "RUS", "recipient": "CHN"}, ["meet", "trip"]),
        ({"actor": "CHN", "recipient": "RUS"}, ["meet"]),
        ({"actor": "RUS", "recipient": "RUS"}, []),
        ({"actor": "USA", "recipient": "TUR"}, ["fin"]),
        ({"actor": "TUR", "recipient": "USA"}, []),
        ({"actor": ["RUS", "USA"]}, ["meet", "fin", "trip"]),
        ({"actor": [Term("RUS", until=date(2018, 4, 2)), "USA"]}, ["fin"]),
        ({"actor": [Term("RUS", since=date(2018, 4, 3))]}, ["meet", "trip"]),
        ({"actor": [Term("RUS", since=date(2018, 4, 3))], "recipient": [Term("CHN", until=date(2018, 4, 3))]}, ["meet"]),
        ({"actor": [Term("RUS", since=date(2018, 4, 4))], "recipient": ["CHN", "TUR"]}, ["trip"]),
        ({"actor": [Term("RUS", until=date(2018, 4, 3))], "recipient": "wei"}, ["meet"]),
        ({"actor": "wei"}, ["meet"]),
        ({"actor": "sergei  SHOIGU"}, ["meet"]),
        ({"actor": "shoig"}, []),
        ({"actor": "w.i"}, []),
        ({"recipient": "erdogan"}, ["fin"]),
        ({"actor": "united states", "recipient": "tayyip"}, ["fin"]),
        ({"actor": "wei", "recipient": "shoigu"}, ["meet"]),
        ({"actor": "shoigu", "recipient": "CHN"}, ["meet"]),
        ({"actor": "wei", "recipient": "wei"}, []),
        ({"type": "SANCTION"}, ["fin"]),
        ({"type": ["SANCTION", "CONSULT"]}, ["meet", "fin", "trip"]),
        ({"rung": "deed"}, ["fin"]),
        ({"status": ("planned", "possible")}, ["trip"]),
        ({"min_confidence": 0.9}, ["meet", "trip"]),
        ({"since": "2018-04-03"}, ["meet", "fin"]),
        ({"since": "2018-04-04"}, ["fin"]),
        ({"until": "2018-04-03"}, ["meet"]),
        ({"until": "2018-04"}, ["meet"]),
        ({"since": "2018-05-31"}, ["fin"]),
        ({"until": "2018-05-01"}, ["meet", "fin"]),
        ({"since": "2018", "until": "2018"}, ["meet", "fin"]),
        ({"comments": "readers"}, ["laim"]),
        ({"comments": "all", "actor": "RUS"}, ["meet", "trip", "laim"]),
        ({"page": "https://news.example/visit"}, ["meet", "fin"]),
        ({"page": "p0000000trip"}, ["trip"]),
        ({"limit": 1}, ["meet"]),
    ],
)
def test_events(filled, asked, found):
    """Every argument of an event query keeps what it says and nothing else."""
    assert sorted(found) == sorted(ids(filled, EventQuery(**asked)))


def test_events_come_by_date_then_as_stored(filled):
    """Those without a date come last."""
    assert ["meet", "fin", "trip"] == ids(filled, EventQuery())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["wi"]),
        ({"speaker": "CHN"}, ["wi"]),
        ({"speaker": "RUS"}, []),
        ({"speaker": "fenghe"}, ["wi"]),
        ({"kind": "direct", "act": "said"}, ["wi"]),
        ({"kind": "indirect"}, []),
        ({"words": "TIES"}, ["wi"]),
        ({"words": "tanks"}, []),
        ({"since": "2018-04-05"}, []),
        ({"until": "2018-04-04", "min_confidence": 0.8}, ["wi"]),
        ({"comments": "readers"}, []),
    ],
)
def test_quotes(filled, asked, found):
    """Every argument of a quote query keeps what it says and nothing else."""
    assert found == [row["id"][-3] + row["id"][-1] for row in filled.rows(QuoteQuery(**asked))]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["a", "b"]),
        ({"author": "ann"}, ["a"]),
        ({"author": "an"}, []),
        ({"words": "russia"}, ["a"]),
        ({"since": "2018-04-05", "until": "2018-04-05"}, ["a"]),
        ({"kind": "pingback"}, []),
        ({"page": "visit.html"}, ["a", "b"]),
        ({"page": "trip.html"}, []),
    ],
)
def test_threads(filled, asked, found):
    """Every argument of a thread query keeps what it says and nothing else."""
    assert found == [row["id"][-1] for row in filled.rows(ThreadQuery(**asked))]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["visit", "trip"]),
        ({"outlet": "newsweek"}, ["visit"]),
        ({"outlet": "news"}, []),
        ({"words": "a VISIT"}, ["visit"]),
        ({"words": "news.example"}, ["visit"]),
        ({"words": "trip.html"}, ["trip"]),
        ({"words": "Shoigu"}, []),
        ({"since": "2018-04", "until": "2018-04-04"}, ["visit"]),
        ({"since": "2018-04-05"}, []),
        ({"page": "trip.html"}, ["trip"]),
        ({"limit": 1}, ["visit"]),
    ],
)
def test_pages(filled, asked, found):
    """Every argument of a page query keeps what it says and nothing else; what has no day comes last."""
    assert found == [row["key"][8:] for row in filled.rows(PageQuery(**asked))]
    assert len(found) == filled.count(PageQuery(**asked))


def test_a_page_is_listed_with_how_much_was_found_in_it(filled, visit):
    """The article's own, and apart what readers wrote and claim."""
    (row,) = filled.rows(PageQuery(outlet="newsweek"))
    assert ("1", "Newsweek", "2018-04-04", ["A. Writer"]) == tuple(row[name] for name in ("id", "outlet", "published", "byline"))
    assert (2, 1, 2, 1, 1, len(visit.page.text)) == tuple(
        row[name] for name in ("events", "quotes", "comments", "reader_events", "problems", "characters")
    )


def test_a_count_is_of_what_would_be_listed(filled):
    """Filters and the limit hold."""
    assert (3, 2, 1) == tuple(filled.count(EventQuery(**asked)) for asked in ({}, {"actor": "RUS"}, {"limit": 1}))


def test_replies_know_how_deep_they_stand(filled):
    """A comment on the page stands at 0."""
    assert [0, 1] == [row["depth"] for row in filled.rows(ThreadQuery())]


def test_a_record_is_the_contracts_with_its_page(filled, visit):
    """Beside `page`, a row has the event's own fields, nested, as JSON of the contract has them."""
    row = next(iter(filled.rows(EventQuery(type="SANCTION"))))
    page = row.pop("page")
    assert visit.events[1] == msgspec.convert(row, Event)
    assert list(Event.__struct_fields__) == list(row)
    assert ("p0000000visit", "Newsweek") == (page["key"], page["site"])


def test_the_outlet_is_the_site_or_who_is_credited(store, visit):
    """A page of no known site is its credit's; its site stays unknown."""
    store.put(msgspec.structs.replace(visit, page=msgspec.structs.replace(visit.page, site=None)), "d")
    (row,) = store.rows(EventQuery(limit=1))
    assert ("Tass", None) == (row["page"]["outlet"], row["page"]["site"])
    assert 1 == store.summary().outlets


def test_flat_rows_name_everybody_in_one_cell(filled):
    """For CSV, lists become text; the fullest name known stands for a party."""
    row = next(iter(filled.rows(EventQuery(recipient="TUR"), "flat")))
    assert ("United States", "USA", "Recep Tayyip Erdoğan", "TUR") == (
        row["actors"], row["actor_countries"], row["recipients"], row["recipient_countries"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "asked", "line"),
    [
        (EventQuery, {"rung": "deeds"}, r"No rung 'deeds'. Did you mean 'deed'\?"),
        (EventQuery, {"status": ["actual", "planed"]}, "No status 'planed'. Did you mean 'planned'"),
        (EventQuery, {"comments": "some"}, "No choice of comments 'some'"),
        (EventQuery, {"min_confidence": 90}, "between 0 and 1, but 90"),
        (EventQuery, {"limit": 0}, "1 or more, but 0"),
        (EventQuery, {"since": "yesterday"}, "since must be a date like 2018-04-03, 2018-04 or 2018, but is 'yesterday'"),
        (EventQuery, {"since": "2019", "until": "2018-12-31"}, "The time from 2019 until 2018-12-31 ends before it begins"),
        (QuoteQuery, {"act": "sang"}, "No act 'sang'"),
        (ThreadQuery, {"kind": "like"}, "No kind of comment 'like'"),
    ],
)
def test_a_value_that_cannot_be_is_refused(kind, asked, line):
    """With what was asked and what there is."""
    with pytest.raises(UsageError, match=line):
        kind(**asked)


COUNTRIES = [None, "---", "RUS", "CHN", "USA"]
SIDES = st.lists(st.sampled_from(COUNTRIES), max_size=3)


def side(countries):
    """Parties of these countries."""
    return tuple(Party(text=country or "?", start=0, end=1, country=country) for country in countries)


def expected_pairs(actors, recipients):
    """The rule of the measures, said once more in Python: countries of both sides, or of the actors among themselves."""
    left = {c for c in actors if c not in (None, "---")}
    right = left if not recipients else {c for c in recipients if c not in (None, "---")}
    return {(a, r) for a, r in product(left, right) if a != r}


@settings(max_examples=10)
@given(st.lists(st.tuples(SIDES, SIDES, st.booleans()), min_size=1, max_size=12))
def test_pair_queries_and_dyads_follow_the_rule(tmp_path_factory, sides):
    """For any events: one row an event and pair; a pair query finds the same events; the readers' claims are not among them."""
    made = Made(step="x", version="1")
    events = tuple(
        Event(
            id=f"e{i}", type="CONSULT", quad=1, rung="talk", actors=side(a), recipients=side(r), confidence=1.0,
            trigger=Span(start=0, end=1, text="x"), comment="c" if reader else None, made_by=made,
        )
        for i, (a, r, reader) in enumerate(sides)
    )  # fmt: skip
    want = sorted((f"e{i}", *pair) for i, (a, r, reader) in enumerate(sides) if not reader for pair in expected_pairs(a, r))
    with open_store(tmp_path_factory.mktemp("dyads") / "s.duckdb") as store:
        store.put(Reading(page=Page(id="1", key="p", source="x", text="x"), events=events), "d")
        rows = store.sql("SELECT event, actor_country, recipient_country FROM dyads_v")
        assert want == sorted(tuple(row.values()) for row in rows)
        found = {
            (row["id"], a, r) for a, r in product(COUNTRIES[2:], repeat=2) for row in store.rows(EventQuery(actor=a, recipient=r))
        }
        assert want == sorted(found)


@pytest.mark.parametrize("name", ["“Xi”", "Xi—Putin", "a.b*c", "[x", "O’Brien", "\\", "{2}"])
def test_odd_signs_in_a_name_are_no_pattern(filled, name):
    """Whatever is typed is looked for as it stands."""
    assert [] == list(filled.rows(EventQuery(actor=name)))


def test_stories_are_asked_for_by_codes_alone():
    """One code is as good as a list of one; a name, which would find nothing, is refused."""
    assert StoryQuery(actor="RUS").conditions() == StoryQuery(actor=["RUS"]).conditions()
    with pytest.raises(UsageError, match="by country codes such as RUS, but 'Shoigu' is none"):
        StoryQuery(recipient="Shoigu")
