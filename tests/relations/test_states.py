"""A user says which states are meant in many ways, and mistakes are told with what exists."""

import re
from datetime import date
from pathlib import Path

import pytest

from facta.errors import DataError, UsageError
from facta.relations.relate import pair
from facta.relations.states import Member, UnknownSideError, apart, groups, misspelt, party, side


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("CHN", "CHN"), ("chn", "CHN"), (" china ", "CHN"), ("CHINA", "CHN"), ("South Korea", "KOR"), ("south korea", "KOR"),
        ("UK", "GBR"), ("Britain", "GBR"), ("Türkiye", "TUR"), ("turkiye", "TUR"), ("Russian Federation", "RUS"), ("NAT", "NAT"),
        ("XIS", "XIS"), ("Taiwan", "TWN"), ("Georgia", "GEO"), ("KR", "KOR"), ("US", "USA"), ("XK", "XKX"),
    ],
)  # fmt: skip
def test_a_state_goes_by_code_or_name_in_any_case(asked, code):
    """ISO codes, the codebook's codes for bodies, and names as people write them."""
    assert (code, (Member(code),)) == (side(asked).code, side(asked).members)


@pytest.mark.parametrize("asked", ["li", "Li"])
def test_a_code_of_two_letters_is_in_capitals(asked):
    """In small letters it is a word, or somebody's name."""
    with pytest.raises(UsageError, match="No state"):
        side(asked)
    assert "LIE" == side("LI").code


@pytest.mark.parametrize("asked", ["EU", "eu", " Eu "])
def test_a_group_goes_by_its_short_name(asked):
    """Its members are those of all times, and the body itself."""
    eu = side(asked)
    assert ("EU", "European Union") == (eu.code, eu.name)
    assert {"DEU", "HRV", "GBR", "EUU"} <= set(eu.countries)


def test_members_of_a_group_have_their_days():
    """Croatia joined the EU on 1 July 2013, the United Kingdom left it at the end of January 2020."""
    found = {m.country: (m.since, m.until) for m in side("EU").members}
    assert ((date(2013, 7, 1), None), (None, date(2020, 1, 31))) == (found["HRV"], found["GBR"])


def test_every_group_we_ship_is_of_known_states_with_days_in_order():
    """And has three members or more."""
    page = (Path(__file__).parents[2] / "docs" / "relations.md").read_text("utf-8")
    told = re.search(r"A group \((.*?)\)", page)
    assert set(told[1].split(", ")) == set(groups()), "docs/relations.md names the groups that there are"
    assert [] == [name for name, group in groups().items() if len(group.countries) < 3]
    spans = [(m.since or date.min, m.until or date.max) for group in groups().values() for m in group.members]
    assert [] == [span for span in spans if span[0] > span[1]]


@pytest.mark.parametrize(
    ("asked", "near"),
    [("Rusia", "Russia (RUS)"), ("Chima", "China (CHN)"), ("CHNA", "CHN"), ("Untied States", "United States (USA)")],
)
def test_an_unknown_state_gives_the_nearest(asked, near):
    """In one line, with the groups that exist."""
    with pytest.raises(UsageError) as error:
        side(asked)
    assert [] == [part for part in (repr(asked), near, "WEST", "EU") if part not in str(error.value)]


def test_codes_of_the_nearest_are_those_of_the_line():
    """Of groups too."""
    with pytest.raises(UnknownSideError) as error:
        side("Brixs")
    assert ("Brixs", "BRICS") == (error.value.asked, error.value.near[0])
    assert [] == [code for code in error.value.near if code not in str(error.value)]


@pytest.mark.parametrize("asked", ["", "   ", "Kremlin", "XXX", "---", "\x1b[2J", "R" * 5000])
def test_what_is_no_state_is_refused(asked):
    """A capital, an office, nothing at all."""
    with pytest.raises(UsageError, match="No state or group of states"):
        side(asked)


@pytest.mark.parametrize(
    ("a", "b", "both"), [("CHN", "china", r"Both are China \(CHN\)"), ("EU", "NATO", "BEL"), ("G7", "WEST", "CAN, DEU, FRA, GBR")]
)
def test_sides_that_overlap_are_refused(a, b, both):
    """A relation is between two; the shared states are named."""
    with pytest.raises(UsageError, match=both):
        pair(a, b)


@pytest.mark.parametrize(("a", "b", "whole"), [("EU", "DEU", 0), ("GBR", "EU", 1), ("the United States", "P5", 1)])
def test_a_state_stands_against_the_others_of_its_group(a, b, whole):
    """Of the group, it is left out."""
    sides = pair(a, b)
    state, group = sides[1 - whole], sides[whole]
    assert [] == [code for code in state.countries if code in group.countries]
    assert 4 <= len(group.countries)


def test_a_users_groups_go_before_ours(groups):
    """New ones are added, one of the same name replaces ours; lines of comment, empty ones and Windows line ends are allowed."""
    groups(
        "# mine\r\n\r\nbaltic\tBaltic states\tEST\r\nbaltic\tBaltic states\tLVA\t2004-05-01\t\r\n"
        "G7\tMy seven\tRUS\t\t2014-03-24\r\n"
    )
    assert ("BALTIC", "Baltic states", ["EST", "LVA"]) == (side("Baltic").code, side("Baltic").name, side("Baltic").countries)
    assert ("My seven", (Member("RUS", None, date(2014, 3, 24)),)) == (side("g7").name, side("g7").members)
    assert "EU" == side("EU").code


def test_a_file_of_groups_may_begin_with_a_byte_order_mark(groups):
    """As spreadsheets on Windows write it."""
    groups(b"\xef\xbb\xbfBALTIC\tBaltic states\tEST\n")
    assert ["EST"] == side("BALTIC").countries


def test_a_file_of_groups_may_name_its_columns(groups):
    """In the first line, as tables do."""
    groups("Group\tName\tCountry code\tFrom\tTo\nBALTIC\tBaltic states\tEST\n")
    assert ["EST"] == side("BALTIC").countries


def test_a_member_may_leave_and_return(groups):
    """Two lines of one state are two times."""
    groups("CLUB\tClub\tFRA\t\t1966-03-07\nCLUB\tClub\tFRA\t2009-04-04\t\n")
    assert (["FRA"], 2) == (side("CLUB").countries, len(side("CLUB").members))


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("BALTIC EST", "line 1: expected group, name, country code"),
        ("\nBALTIC\tBaltic states\test", "line 2: expected group, name, country code"),
        ("BALTIC\tBaltic states\tEST\t1 May 2004", "line 1: '1 May 2004' is no day; one is written as 2004-05-01"),
        ("BALTIC\tBaltic states\tEST\t2004-02-30", "line 1: '2004-02-30' is no day"),
        ("BALTIC\tBaltic states\tEST\t2004-05-02\t2004-05-01", "line 1: EST leaves on 2004-05-01, before it joins on 2004-05-02"),
        ("est\tBaltic states\tLVA", "line 1: 'est' is a state's code, and would hide it"),
        ("BALTIC\tBaltic states\tETS", "line 1: no state has the code 'ETS'"),
    ],
)
def test_a_broken_file_of_groups_names_file_and_line(groups, table, says):
    """DataError, so exit code 2."""
    path = groups(table)
    with pytest.raises(DataError) as error:
        side("CHN")
    assert [] == [part for part in (str(path), says) if part not in str(error.value)]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_of_groups_that_cannot_be_read_is_named(groups, monkeypatch, content):
    """Missing, or no text."""
    path = groups(content or "")
    if content is None:
        path.unlink()
    with pytest.raises(DataError, match=r"cannot be read: (No such file or directory|it is not UTF-8); see docs/relations\.md"):
        side("CHN")


def test_each_state_is_offered_once():
    """By its name with its code, or by its code alone."""
    with pytest.raises(UsageError, match=r"Nearest: Turkey \(TUR\)\."):
        side("Turky")


@pytest.mark.parametrize(
    ("asked", "meant"), [(None, None), ("", None), ("RUS", "RUS"), ("Russia", "RUS"), ("russia", "RUS"), ("Lavrov", "Lavrov")]
)
def test_a_party_is_a_states_code_or_a_name(asked, meant):
    """As people write it."""
    assert (meant or asked) == party(asked)


@pytest.mark.parametrize(
    ("asked", "name", "code"),
    [
        ("the African Union", "African Union", "IGO"),
        ("ECOWAS", "Economic Community of West African States", "IGO"),
        ("Red Cross", "International Committee of the Red Cross", "NGO"),
        ("Africa", "Africa", "INT"),
    ],
)
def test_a_body_that_shares_its_code_is_no_side_but_a_name(asked, name, code):
    """What all bodies of that code do is not taken for what it does; who looks for its acts finds them by its name."""
    with pytest.raises(UnknownSideError, match=f"{name} has no code of its own: it is coded {code}") as error:
        side(asked)
    assert (code,) == error.value.near
    assert name == party(asked)


@pytest.mark.parametrize("asked", ["IGO", "igo", "intergovernmental body"])
def test_all_bodies_without_a_code_may_be_asked_for_together(asked):
    """By their code or what it is called."""
    assert ("IGO", "IGO") == (side(asked).code, party(asked))


def test_a_code_of_two_letters_goes_before_a_body_that_has_none():
    """AU is Australia's; the African Union is no side."""
    assert "AUS" == side("AU").code


def test_an_outlet_is_no_side():
    """Though some outlets belong to no state."""
    with pytest.raises(UnknownSideError, match="No state or group"):
        side("Forbidden Stories")


def test_of_a_group_it_is_said_that_its_body_is_coded_apart(groups):
    """ASEAN's own acts are not its members'; those of the EU and NATO are in their groups, and a group may be no body at all."""
    groups("CLUB\tMy club\tEST\nBODIES\tAfrican Union\tIGO\n")
    assert [] == apart(["EU", "the WEST", "Club", "Bodies", "CHN", None, ""])
    (told,) = apart(["asean", "China"])
    assert "ASEAN is its members here; what is told of it as a whole is coded IGO: " in told
    assert told.endswith("facta events --actor 'Association of Southeast Asian Nations'")


def test_a_group_is_its_members():
    """Each in its time."""
    members = party("EU")
    assert isinstance(members, list) and len(members) > 20


def test_only_what_is_spelt_much_like_a_state_is_said_to_be_misspelt():
    """A person's name is no slip."""
    (told,) = misspelt(["Germny", "Putin", "Germany", None, ""])
    assert str(told).startswith("no state or group is called 'Germny'; nearest: Germany (DEU)")
    assert ("Germny", "DEU") == (told.asked, told.near[0])
