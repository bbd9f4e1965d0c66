"""What a title or a calling before a bare surname says of who is meant."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Reading
from facta.resolve import candidates
from facta.resolve.called import known_titles
from facta.resolve.rows import rows
from facta.resolve.sectors import sectors

Step = Callable[[Reading], Reading]


def best(mention: str, on: str) -> str | None:
    """The name of the first candidate."""
    found = candidates(mention, on)
    return found[0].name if found else None


@pytest.mark.parametrize(
    ("mention", "on"),
    [
        ("Captain Lopez", "2011-05"),
        ("Sergeant Hassan", "2019"),
        ("Private Singh", "2006"),
        ("Prince Hassan", "2011"),
        ("Princess Haya", "2010"),
        ("Bishop Lopez", "2010"),
        ("Rabbi Cohen", "2018"),
        ("Imam Hassan", "2011"),
        ("Professor Kim", "2015"),
        ("Dr. Kim", "2015"),
        ("Student leader Kim", "2018"),
        ("Judge Lopez", "2012"),
        ("Detective Lopez", "2012"),
        ("Nurse Lopez", "2012"),
        ("singer Lopez", "2012"),
        ("gunman Hassan", "2013"),
        ("Congressman Lopez", "2012"),
        ("Rep. Matsui", "2021"),
        ("Mayor Hassan", "2016"),
        ("Finance Minister Lopez", "2012"),
    ],
)
def test_a_calling_of_another_kind_rules_an_office_holder_out(mention: str, on: str) -> None:
    """Surnames of ministers, generals and opposition leaders behind what these are not called."""
    assert best(mention, on) is None


@pytest.mark.parametrize(
    ("mention", "on", "name"),
    [
        ("Captain Traoré", "2024", "Ibrahim Traoré"),
        ("Colonel Goita", "2021-06", "Assimi Goïta"),
        ("Colonel Doumbouya", "2022", "Mamady Doumbouya"),
        ("General Sisi", "2013-08", "Abdel Fattah el-Sisi"),
        ("General Musharraf", "2005", "Pervez Musharraf"),
        ("Professor Yunus", "2025", "Muhammad Yunus"),
        ("Dr. Rice", "2007", "Condoleezza Rice"),
        ("Dr Jaishankar", "2016", "Subrahmanyam Jaishankar"),
        ("Dr. Tedros", "2020", "Tedros Adhanom Ghebreyesus"),
        ("Lord Cameron", "2023-12", "David Cameron"),
        ("Crown Prince Abdullah", "2003", "Abdullah of Saudi Arabia"),
        ("King Hassan", "1998", "Hassan II"),
        ("Mayor Khan", "2017", "Sadiq Khan"),
        ("Senator Sanders", "2016", "Bernie Sanders"),
        ("Dr Mahathir", "2018-07", "Mahathir Mohamad"),
        ("Lopez Obrador", "2019", "Andrés Manuel López Obrador"),
        ("economist Draghi", "2021-06", "Mario Draghi"),
        ("Mayor Bloomberg", "2010", "Michael Bloomberg"),
        ("Prosecutor Bensouda", "2015", "Fatou Bensouda"),
    ],
)
def test_a_calling_that_is_his_or_none_lets_him_be_meant(mention: str, on: str, name: str) -> None:
    """By kind of office, by state, or by a spelling of his own; a form of address says nothing."""
    assert name == best(mention, on)


@pytest.mark.parametrize(("mention", "on"), [("lawmaker Khan", "2020"), ("rebel leader Hassan", "2012")])
def test_who_leads_a_state_is_called_nothing_less(mention: str, on: str) -> None:
    """No lawmaker and no rebel, while in office."""
    assert {"Imran Khan", "Mohammed Waheed Hassan"}.isdisjoint(c.name for c in candidates(mention, on))


def test_a_surname_alone_is_whoever_has_been_named_with_a_title(resolve: Step, build: Any) -> None:
    """Captain Lopez does not become the opposition leader in the next sentence."""
    text = "Captain Lopez crossed the line. Then Lopez spoke."
    event = build.event(text, "spoke", actors=(build.party(text, "Lopez", 2),))
    first = build.event(text, "crossed", actors=("Captain Lopez",))
    found = resolve(build.reading(text, "2011-05-03", events=(first, event))).events
    assert [None, None] == [e.actors[0].name for e in found]
    assert 1 == len({e.actors[0].actor for e in found})


@pytest.mark.parametrize(
    ("text", "party", "name"),
    [
        ("Boris Johnson spoke. Sergeant Johnson crossed the line.", "Sergeant Johnson", None),
        ("Sergeant Johnson spoke. Boris Johnson crossed the line.", "Boris Johnson", "Boris Johnson"),
        ("Boris Johnson spoke. Prime Minister Johnson crossed the line.", "Prime Minister Johnson", "Boris Johnson"),
        ("Park Geun-hye spoke. Professor Park crossed the line.", "Professor Park", None),
        ("Captain Singh spoke. Then Narendra Modi met Manmohan Singh. Captain Singh crossed the line.", "Captain Singh", None),
    ],
)
def test_a_titled_surname_is_not_the_office_holder_of_the_page(
    resolve: Step, build: Any, text: str, party: str, name: str | None
) -> None:
    """Whichever of the two stands first."""
    occurrence = text.count(party)
    event = build.event(text, "crossed", actors=(build.party(text, party, occurrence),))
    assert name == resolve(build.reading(text, "2019-09-03", events=(event,))).events[0].actors[0].name


def test_titles_ask_for_sectors_roles_and_states_that_there_are() -> None:
    """A slip in a cell would let nobody fit."""
    roles = {row["role"] for row in rows("offices")} | {row["iso3"] for row in rows("states")}
    bodies = {row["code"] for row in rows("organisations")}
    wanted = frozenset[str]().union(*known_titles().values())
    assert frozenset() == wanted - roles - bodies - set(sectors())
