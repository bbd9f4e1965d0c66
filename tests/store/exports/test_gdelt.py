"""GDELT's columns, a row an ordered pair."""

import msgspec

from facta.records import When, Where
from facta.store import EventQuery
from facta.store.exports import gdelt
from tests.store.conftest import TEXT, event, party
from tests.store.exports.written import of_stories, written


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


def test_days_long_ago_have_four_digits_of_the_year_too():
    """As programs expect them."""
    told = gdelt._when({"date": {"iso": "0476-09-04"}})
    assert ("04760904", "047609", "0476") == (told["SQLDATE"], told["MonthYear"], told["Year"])


def test_a_number_of_an_event_stays_what_it_was():
    """Files that users have written name events by it."""
    assert gdelt._number("e1 0") == gdelt._number("e1 0") != gdelt._number("e1 1")
    assert 0 < gdelt._number("é\u4e60") < 2**53
