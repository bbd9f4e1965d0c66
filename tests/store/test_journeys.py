"""Stays of persons in other states, from acts made by hand."""

import json

import pytest
from msgspec import structs

from facta.errors import UsageError
from facta.records import Actor, Party, Where
from facta.store import JourneyQuery, Term, open_store
from facta.store.query import to_sql
from facta.stories import update
from tests.stories.story_makers import act, report

ANN = Actor(id="a1", name="Ann Berg", kind="person", country="NOR", sector="GOV", role="foreign minister")
SHIP = Actor(id="a2", name="Fram", kind="organisation", country="NOR")
SANG = Actor(id="a3", name="Sáng Lê", kind="person", country="VNM")


def told(key, *acts, who=(ANN,), host=None, place=None, text="", site="Daily Ledger", published="2018-04-03"):
    """A report whose acts are done by some actors, at a place in a state."""
    made = report(key, *acts, text=text, site=site, published=published)
    parties = tuple(
        Party(text=one.name, start=0, end=1, name=one.name, country=one.country, sector=one.sector, role=one.role, actor=one.id)
        for one in who
    )
    where = Where(name=place, country=host, text=place or "there") if host else None
    events = tuple(structs.replace(event, actors=parties, place=where) for event in made.events)
    return structs.replace(made, events=events, actors=tuple(who))


def talks(date="2018-04-03", words=None, **more):
    """Talks of somebody."""
    return act("CONSULT", "NOR", "", words or f"They met on {date}.", date=date, **more)


def visit(recipient="POL", date="2018-04-03", **more):
    """A visit to a state."""
    return act("CONSULT", "NOR", recipient, f"She visited {recipient} on {date}.", date=date, mode="visit", **more)


def stays(*readings, fold=True, **asked):
    """The stays that some reports tell, as rows."""
    with open_store(":memory:") as store:
        store.put_many((one, one.page.key) for one in readings)
        if fold:
            update(store)
        return list(store.rows(JourneyQuery(**asked)))


def brief(rows):
    """Who, where, when."""
    return [(row["traveller"], row["host"], str(row["first_day"]), str(row["last_day"])) for row in rows]


def test_a_visit_is_a_stay_with_its_host():
    """All that is known of it."""
    (row,) = stays(told("p", visit()))
    assert ("Ann Berg", "NOR", "GOV", "foreign minister") == (row["traveller"], row["country"], row["sector"], row["role"])
    assert ("POL", "visit", "actual", []) == (row["host"], row["how"], row["status"], row["places"])
    assert ("She visited POL on 2018-04-03.", 1, 1, 1, 1) == (
        row["evidence"],
        *(row[name] for name in ("n_events", "n_reports", "n_outlets", "n_independent")),
    )
    assert row["confidence"] == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("told_by", "how"),
    [
        (talks(), "talks"),
        (act("ACCUSE", "NOR", "RUS", "She blamed Russia.", date="2018-04-03", mode="disapprove"), "said"),
        (act("SUPPORT", "NOR", "UKR", "She praised Ukraine.", date="2018-04-03"), "said"),
    ],
)
def test_who_speaks_at_a_place_is_there(told_by, how):
    """Whomever it is said to."""
    (row,) = stays(told("p", told_by, host="POL", place="Warsaw"))
    assert ("POL", how, ["Warsaw"]) == (row["host"], row["how"], row["places"])


@pytest.mark.parametrize(
    "none",
    [
        told("p", talks(mode="phone"), host="POL"),
        told("p", act("AGREE", "NOR", "POL", "She promised ships.", date="2018-04-03"), host="POL"),
        told("p", act("AID", "NOR", "POL", "She sent ships.", date="2018-04-03"), host="POL"),
        told("p", talks(), host="NOR"),
        told("p", act("REJECT", "NOR", "POL", "She called off the trip.", date="2018-04-03", mode="meet"), host="POL"),
        told("p", act("REQUEST", "NOR", "POL", "She asked for talks.", date="2018-04-03", mode="meet"), host="POL"),
        told("p", talks(), who=(SHIP,), host="POL"),
        told("p", talks()),
        told("p", talks(status="negated"), host="POL"),
        told("p", talks("2018"), host="POL"),
        told("p", talks(None, "They met."), host="POL"),
        told("p", visit("INT")),
        told("p", visit("EUU")),
    ],
    ids=[
        *("phone", "promise", "deed", "home", "called off", "asked for", "no person", "no place", "not so"),
        *("some year", "no day", "the world", "a union"),
    ],
)
def test_what_tells_no_stay(none):
    """Rather none than a wrong one."""
    assert [] == stays(none)


def test_officials_of_a_body_are_at_home_at_its_seat():
    """Elsewhere in that state they are guests, and others are guests at the seat."""
    ursula = structs.replace(ANN, id="a4", name="Ursula Roe", country="EUU", role=None)
    at = {"who": (ursula, ANN), "host": "BEL"}
    assert [("Ann Berg", "BEL", "2018-04-03", "2018-04-03")] == brief(stays(told("p", talks(), place="Brussels", **at)))
    assert 2 == len(stays(told("p", talks(), place="Liège", **at)))


def test_readers_move_nobody():
    """A reader's claim is no report."""
    reading = told("p", talks(), host="POL")
    claims = tuple(structs.replace(event, comment="c1") for event in reading.events)
    assert [] == stays(structs.replace(reading, events=claims), fold=False)


def test_the_place_says_where_a_visit_is():
    """Rather than who is visited: Abbas is met in Amman."""
    (row,) = stays(told("p", visit("PSE"), host="JOR", place="Amman"))
    assert "JOR" == row["host"]


def test_days_near_each_other_are_one_stay():
    """Talks on the third day after are of the same visit, on the fourth of another."""
    days = ("2018-04-03", "2018-04-06", "2018-04-10")
    reports = [told(f"p{n}", talks(day), host="POL", place=f"Town {n}") for n, day in enumerate(days)]
    assert [("Ann Berg", "POL", *days[:2]), ("Ann Berg", "POL", days[2], days[2])] == brief(stays(*reports))
    assert ["Town 0", "Town 1"] == stays(*reports)[0]["places"]
    assert brief(stays(*reports)) == brief(stays(*reversed(reports)))


def test_a_long_stay_holds_the_short_ones_in_it():
    """What ends later decides, not what begins later."""
    long = act("CONSULT", "NOR", "POL", "She spent weeks.", date="2018-04-01", end="2018-04-20", mode="visit")
    found = stays(told("a", long), told("b", talks("2018-04-05"), host="POL"), told("c", talks("2018-04-22"), host="POL"))
    assert [("Ann Berg", "POL", "2018-04-01", "2018-04-22")] == brief(found)


def test_a_month_does_not_blur_the_days_that_others_tell():
    """Alone it stands for the stay."""
    month = told("m", talks("2018-04", "They met in April."), host="POL")
    day = told("d", talks("2018-04-11"), host="POL")
    assert [("Ann Berg", "POL", "2018-04-11", "2018-04-11")] == brief(stays(month, day))
    assert [("Ann Berg", "POL", "2018-04-01", "2018-04-30")] == brief(stays(month))


def test_a_visit_shows_a_stay_better_than_surer_talks():
    """And what is said there less than both."""
    said = act("SUPPORT", "NOR", "UKR", "She praised Ukraine.", date="2018-04-03", confidence=0.99)
    acts = (said, talks(confidence=0.9), visit(confidence=0.5))
    (row,) = stays(*(told(f"p{n}", one, host="POL") for n, one in enumerate(acts)))
    assert ("visit", "She visited POL on 2018-04-03.", 3) == (row["how"], row["evidence"], row["n_events"])


def test_copies_of_one_text_count_once():
    """Two outlets that print the same agency text are two reports and one witness."""
    words = (
        "The minister arrived in the harbour of the old town and was met by the weavers, bakers and nurses of the region. " * 4
    )
    same = [told(f"p{n}", visit(), text=words, site=site) for n, site in enumerate(("Post", "Times"))]
    other = told("q", visit(), text="Elsewhere, singers polished windows all day, quietly and outdoors.", site="Herald")
    (row,) = stays(*same, other)
    assert (3, 3, 2) == (row["n_reports"], row["n_outlets"], row["n_independent"])
    assert row["confidence"] == pytest.approx(1 - 0.2**2)


def test_stays_are_asked_for_by_who_where_when_and_how():
    """Names in any case and without accents."""
    reports = [
        told("a", visit(), host="POL"),
        told("b", talks("2019-01-02"), who=(SANG,), host="FRA"),
        told("c", visit("CHN", "2020-05-06", status="planned")),
    ]
    assert ["POL", "FRA"] == [row["host"] for row in stays(*reports)]
    for asked, hosts in (
        ({"traveller": "NOR"}, ["POL"]),
        ({"traveller": "SANG le"}, ["FRA"]),
        ({"traveller": "sang l"}, []),
        ({"host": ("FRA", "CHN")}, ["FRA"]),
        ({"host": [Term("FRA")], "traveller": [Term("VNM"), Term("NOR")]}, ["FRA"]),
        ({"how": "visit"}, ["POL"]),
        ({"status": "planned"}, ["CHN"]),
        ({"status": ()}, ["POL", "FRA", "CHN"]),
        ({"since": "2018-05"}, ["FRA"]),
        ({"until": "2018"}, ["POL"]),
        ({"min_confidence": 0.9}, []),
        ({"limit": 1}, ["POL"]),
    ):
        assert hosts == [row["host"] for row in stays(*reports, **asked)]


def scanned(plan, table):
    """What a plan, as DuckDB writes it in JSON, filters rows of a table by while it reads them."""
    own = str(plan["extra_info"].get("Filters", "")) if str(plan["extra_info"].get("Table", "")).endswith(f".{table}") else ""
    return own + "".join(scanned(child, table) for child in plan["children"])


def test_only_acts_that_are_asked_for_become_stays():
    """Else a question about one state would make the stays of all, which in a large store takes four times as long."""
    with open_store(":memory:") as store:
        store.put_many((one, one.page.key) for one in [told("a", visit(), host="POL"), told("b", visit(status="planned"))])
        sql, parameters = to_sql(JourneyQuery(traveller="NOR"), "record")
        (row,) = store.sql(f"EXPLAIN (FORMAT json) {sql}", parameters)
    (plan,) = json.loads(row["explain_value"])
    assert "status = 'actual'" in scanned(plan, "events")


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"how": "fly"}, "No way to tell a stay 'fly'. Known: said, talks, visit"),
        ({"host": "Poland"}, "by country codes such as RUS, but 'Poland' is none"),
        ({"traveller": " "}, "traveller is empty"),
        ({"status": "done"}, "No status 'done'"),
        ({"min_confidence": 2.0}, "between 0 and 1"),
        ({"since": "spring"}, "spring"),
    ],
)
def test_what_cannot_be_asked_is_refused(asked, why):
    """With what can."""
    with pytest.raises(UsageError, match=why):
        JourneyQuery(**asked)
