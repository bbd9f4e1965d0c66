"""Events and stories in the schemas of other projects: every column in its place, and nothing invented."""

import csv
import io

import msgspec
import pytest

from facta import plugins
from facta.errors import UsageError
from facta.events.ontology import ontology
from facta.records import When, Where
from facta.store import EventQuery, QuoteQuery, StoryQuery, open_store
from facta.store.best import best_tellings
from facta.store.exports import _schemas, gdelt, icews, polecat
from tests.store.conftest import TEXT, event, party
from tests.stories.story_makers import act, put, report

CODED = ("polecat", "gdelt", "icews")
MONDAY = {"date": "2018-04-02", "precision": "day"}
COLUMNS = {"polecat": polecat.COLUMNS, "gdelt": gdelt.COLUMNS, "icews": icews.COLUMNS}


def written(name, rows):
    """Rows of an export as dicts, whatever its header."""
    out = io.BytesIO()
    export = plugins.load("facta.store.exports", name)
    done = export.write(rows, out)
    text = out.getvalue().decode()
    header = None if name != "gdelt" else list(COLUMNS["gdelt"])
    return list(csv.DictReader(io.StringIO(text), header, delimiter="\t", quoting=csv.QUOTE_NONE)), done


def of_stories(name, store, **asked):
    return written(name, store.sql(*best_tellings(StoryQuery(**asked))))


def test_columns_are_those_of_the_schemas():
    """As many as their own files have, in their order, none twice."""
    assert [40, 61, 20] == [len(set(COLUMNS[name])) for name in CODED]
    assert ("Event ID", "Version") == (polecat.COLUMNS[0], polecat.COLUMNS[-1])
    assert ("GLOBALEVENTID", "SOURCEURL") == (gdelt.COLUMNS[0], gdelt.COLUMNS[-1])
    assert ("Event ID", "Longitude") == (icews.COLUMNS[0], icews.COLUMNS[-1])


@pytest.mark.parametrize("kind", ontology().types.values(), ids=lambda kind: kind.name)
def test_every_type_and_mode_has_a_code_of_its_own_root(kind):
    """Destroyed property and riot control are the two that CAMEO files under coercion."""
    crossing = {"destroy": "17", "crowd-control": "17"}
    for mode in (None, *kind.modes):
        code = _schemas.cameo({"type": kind.name, "mode": mode})
        assert code[:2] in {root[:2] for root in kind.cameo} | {crossing.get(mode)}
        assert code.isdigit()
    assert set(_schemas._codes()[kind.name]) - {""} <= set(kind.modes)


@pytest.mark.parametrize("name", CODED)
def test_every_line_has_every_column(filled, name):
    """For events and for the quotations that it refuses."""
    rows, done = written(name, filled.rows(EventQuery(), "record"))
    assert len(rows) == done.rows > 0
    assert all(set(COLUMNS[name]) == set(row) and None not in row.values() for row in rows)
    with pytest.raises(UsageError, match="events and stories only"):
        written(name, filled.rows(QuoteQuery(), "record"))


@pytest.fixture
def memory():
    """An empty store."""
    with open_store(":memory:") as opened:
        yield opened


@pytest.fixture
def told(memory):
    """A meeting of three, a delivery told twice, and a fine of nobody known."""
    return put(
        memory,
        report(
            "a",
            act("CONSULT", "CHN RUS USA", date="2018-04-03", precision="day"),
            act("AID", "CHN", "RUS", "China delivered grain to Russia on Monday.", **MONDAY),
            act("SANCTION", "USA", "", "The United States imposed sanctions.", date="2018-04", precision="month"),
            act("AID", "CHN", "RUS", "China will deliver rice to Russia.", date="2018-05-02", precision="day", status="planned"),
        ),
        report(
            "b", act("AID", "CHN", "RUS", "China delivered grain to Russia on Monday, officials said.", **MONDAY), site="Post"
        ),
    )


def test_polecat_has_a_row_a_story(told):
    """With all who take part in it."""
    rows, done = of_stories("polecat", told, status=["actual"])
    meeting = next(row for row in rows if row["Event Type"] == "CONSULT")
    assert 3 == done.rows
    assert ("CHN; RUS; USA", "710; 365; 2", "None") == (
        meeting["Actor Country"],
        meeting["Actor COW"],
        meeting["Recipient Country"],
    )
    aid = next(row for row in rows if row["Event Type"] == "AID")
    assert ("2018-04-02", "MATERIAL COOPERATION", "10.0", "CHN", "RUS") == (
        aid["Event Date"], aid["Quad Code"], aid["Intensity"], aid["Actor Country"], aid["Recipient Country"]
    )  # fmt: skip


def test_a_date_without_a_day_is_no_day(told):
    """Nor is one made up; the export says how many."""
    rows, done = of_stories("polecat", told, type="SANCTION")
    assert ["None"] == [row["Event Date"] for row in rows]
    assert ["1 of them are dated no more precisely than a month or not at all, and have no day."] == list(done.notes)
    (row,), _ = of_stories("gdelt", told, type="SANCTION")
    assert ("", "201804", "2018", "") == (row["SQLDATE"], row["MonthYear"], row["Year"], row["FractionDate"])


@pytest.mark.parametrize("name", ["gdelt", "icews"])
def test_a_dyadic_schema_has_a_row_for_each_ordered_pair(told, name):
    """Six of three who meet, one of a delivery, one of a fine that tells no recipient."""
    rows, done = of_stories(name, told, status=["actual"])
    assert 8 == done.rows == len(rows)
    codes = [row["EventRootCode"] if name == "gdelt" else row["CAMEO Code"][:2] for row in rows]
    assert {"04": 6, "07": 1, "16": 1} == {code: codes.count(code) for code in codes}


def test_gdelt_counts_the_reports(told):
    """Two of two outlets, one story; ids are whole numbers that no program rounds."""
    (row,), _ = of_stories("gdelt", told, type="AID", status=["actual"])
    assert ("2", "2", "2", "070", "2") == (
        row["NumMentions"],
        row["NumSources"],
        row["NumArticles"],
        row["EventCode"],
        row["QuadClass"],
    )
    assert ("CHN", "RUS", "CHINA") == (row["Actor1CountryCode"], row["Actor2CountryCode"], row["Actor1Name"])
    assert 0 < int(row["GLOBALEVENTID"]) < 2**53
    assert "" == row["GoldsteinScale"] == row["AvgTone"] == row["IsRootEvent"]


def test_icews_leaves_its_own_scores_empty(told):
    """And names states as facta does."""
    (row,), _ = of_stories("icews", told, type="AID", status=["actual"])
    assert ("China", "Russia", "070", "", "") == (
        row["Source Country"], row["Target Country"], row["CAMEO Code"], row["Event Text"], row["Intensity"]
    )  # fmt: skip


def test_sectors_and_places_of_an_event_stand_in_their_columns(memory, visit):
    """A journalist is CAMEO's MED, and a physician never is; places carry FIPS codes."""
    one = event(
        "e9",
        "AID",
        quad=2,
        rung="deed",
        actors=(party("Wei", "CHN", sector="JRN", role="editor"),),
        recipients=(party("Sergei", "RUS", sector="MED"),),
        date=When(iso="2018-04-03", precision="day", text="Tuesday"),
        place=Where(name="Moscow\tcity", country="RUS", lat=55.75, lon=37.62, text="Moscow"),
    )
    memory.put(msgspec.structs.replace(visit, events=(one,)), "d9")
    (row,), _ = written("gdelt", memory.rows(EventQuery(), "record"))
    assert ("MED", "HLH", "CHNMED") == (row["Actor1Type1Code"], row["Actor2Type1Code"], row["Actor1Code"])
    assert ("RS", "Moscow city", "55.75") == (row["ActionGeo_CountryCode"], row["ActionGeo_FullName"], row["ActionGeo_Lat"])
    (row,), _ = written("polecat", memory.rows(EventQuery(), "record"))
    assert ("editor", "JRN", "Wei") == (row["Actor Title"], row["Primary Actor Sector"], row["Actor Name Raw"])
    assert TEXT.startswith("Wei")
