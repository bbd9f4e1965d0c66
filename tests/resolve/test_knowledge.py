"""The knowledge tables keep their own rules, so that a mended row cannot break a look-up elsewhere."""

import csv
import gzip
import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from facta.resolve.own import SECTORS
from facta.resolve.phrase import parse
from facta.resolve.rows import many, rows
from facta.resolve.tables import load_tables
from facta.resolve.words import KNOWLEDGE, key
from facta.values import country, dates

SHARED = Path(__file__).resolve().parents[3] / "shared"
FILES = sorted(p.stem for p in KNOWLEDGE.glob("*.tsv"))


def codes() -> set[str]:
    return {row["iso3"] for row in rows("states")} | set(country.STATELESS)


@pytest.mark.parametrize("name", FILES)
def test_every_file_says_what_it_holds_and_is_rectangular(name: str) -> None:
    """Each file opens with a comment that names its sources, and every row has the header's columns."""
    text = (KNOWLEDGE / f"{name}.tsv").read_text("utf-8")
    assert text.startswith("# ")
    assert list(rows(name)) != []


@pytest.mark.parametrize(
    ("name", "columns"), [("states", ["iso3"]), ("organisations", ["name"]), ("outlets", ["name"]), ("offices", ["role"])]
)
def test_keys_are_unique(name: str, columns: list[str]) -> None:
    """No two rows of a table describe the same thing."""
    seen = Counter(tuple(key(row[c]) for c in columns) for row in rows(name))
    assert [] == [k for k, n in seen.items() if n > 1]


def test_every_code_is_a_known_state_or_body() -> None:
    """Country cells hold ISO alpha-3 codes of states.tsv or the codebook's stateless codes."""
    used = [
        (name, row[column])
        for name, column in [("institutions", "country"), ("groups", "country"), ("holders", "state"), ("numbers", "iso3")]
        for row in rows(name)
    ]
    used += [("organisations", row["code"]) for row in rows("organisations")]
    used += [("outlets", row["country"]) for row in rows("outlets")]
    used += [("traps", row["country"]) for row in rows("traps") if row["country"]]
    known = codes()
    assert [] == [u for u in used if u[1] not in known]
    assert [] == [c for c in known if not country.well_formed(c)]


def test_every_sector_is_the_codebooks() -> None:
    """No table invents a sector."""
    used = {row["sector"] for name in ("institutions", "organisations", "groups", "offices") for row in rows(name)}
    assert set() == used - SECTORS


@pytest.mark.parametrize("name", ["states", "numbers", "institutions", "groups", "holders"])
def test_dates_are_iso_and_in_order(name: str) -> None:
    """Every from and to is an ISO date, and no from lies after its to."""
    for row in rows(name):
        assert [v for v in (row["from"], row["to"]) if v and dates.clean(v) != v] == [], row
        assert not (row["from"] and row["to"]) or row["from"] <= row["to"], row


SEVERAL_HEADS = frozenset("AND SMR BIH AUT NIC SRB MMR LBY YEM AFG PSE".split())
"""States with co-heads (Andorra, San Marino, Bosnia's chairs, Austria's acting ones), two levels (Serbia) or rivals."""
ACTING = 200
"""Days that an acting holder stands beside one who is ill or suspended, at most."""


def test_no_two_persons_hold_one_office_at_a_time() -> None:
    """Where days are known, terms of one office in one state do not overlap for longer than somebody acts for the holder."""
    clashes = []
    for (state, portfolio), terms in load_tables().holders.items():
        days = [
            (t.start, t.end or "2100-01-01", p.name, t.office.role)
            for t, p in terms
            if len(t.start) == len(t.end or t.start) == 10
        ]
        for (_, end, one, role), (start, until, other, same) in pairwise(sorted(days)):
            overlap = (dates.first_day(min(end, until)) - dates.first_day(start)).days
            if one != other and role == same and overlap > ACTING and state not in SEVERAL_HEADS:
                clashes.append((state, portfolio, one, other))
    # Pakistan's prime minister kept the portfolio beside his adviser, Congo's president his; a Lebanese stood in in a boycott
    assert {"PAK", "COD", "LBN"} >= {state for state, *_ in clashes}, clashes


def test_a_persons_terms_name_known_offices() -> None:
    """Every role of holders.tsv stands in offices.tsv, and persons' rows stand together."""
    roles = {row["role"] for row in rows("offices")}
    assert set() == {row["role"] for row in rows("holders")} - roles
    order = [row["person"] for row in rows("holders")]
    starts = [p for i, p in enumerate(order) if i == 0 or order[i - 1] != p]
    assert [] == [p for p, n in Counter(starts).items() if n > 1]


def test_the_states_that_matter_most_have_holders_today() -> None:
    """For the states most in the news every top office is known for a sample of days since 2001."""
    states = re.findall(r"[A-Z]+", "USA RUS CHN GBR FRA DEU JPN KOR IND PAK IRN ISR TUR SAU EGY UKR POL VEN BRA AUS CAN")
    leads = {s: {"state", "government"} for s in states}
    missing = []
    for state in states:
        for day in (date(y, 2, 15).isoformat() for y in range(2001, 2025)):
            held = [
                t for portfolio in leads[state] for t, _ in load_tables().holders.get((state, portfolio), ()) if t.covers(day)
            ]
            if not held:
                missing.append((state, day))
    assert [] == missing


def test_capitals_have_coordinates_on_the_globe() -> None:
    """Latitude and longitude are degrees."""
    assert [] == [s.iso3 for s in load_tables().states.values() if not (-90 <= s.lat <= 90 and -180 <= s.lon <= 180)]


def test_state_numbers_are_those_of_the_published_lists() -> None:
    """COW and GW numbers stand in the lists that their authors publish."""
    folder = SHARED / "data/validation/peacesciencer"
    if not folder.is_dir():
        pytest.skip("the published state lists are not beside the project")
    with gzip.open(folder / "cow_states.csv.gz", "rt") as file:
        cow = {int(float(r["ccode"])) for r in csv.DictReader(file)}
    assert [] == [s.iso3 for s in load_tables().states.values() if s.cow and s.cow not in cow]


def test_outlets_are_found_by_every_domain() -> None:
    """A domain names one outlet."""
    seen = Counter(d for row in rows("outlets") for d in many(row["domains"]))
    assert [] == [d for d, n in seen.items() if n > 1]


def test_an_outlets_names_are_its_own() -> None:
    """No name leads to two rows: what two outlets share is no alias of either."""
    seen = Counter(name for row in rows("outlets") for name in {key(v) for v in (row["name"], *many(row["aliases"]))})
    assert [] == [name for name, n in seen.items() if n > 1]


@pytest.mark.parametrize(
    "apart",
    [
        ("NBC News", "ABC News", "CBS News", "NPR", "PBS", "CNBC", "MSNBC", "C-SPAN", "Univision"),
        ("USA Today", "Politico", "Axios", "The Hill", "HuffPost", "Breitbart", "Vox", "ProPublica", "The Atlantic"),
        ("The Independent", "The Economist", "Daily Mail", "Sky News", "ITV", "Channel 4", "The Sun", "Daily Mirror"),
        ("Rossiya 1", "Channel One Russia", "Rossiya 24", "Rossiyskaya Gazeta", "TV Zvezda"),
        ("Novaya Gazeta", "Echo of Moscow", "TV Rain", "Meduza", "The Moscow Times"),
        ("Haaretz", "The Jerusalem Post", "The Times of Israel", "Yedioth Ahronoth", "Israel Hayom", "Channel 12"),
        ("Fars News Agency", "Tasnim News Agency", "Mehr News Agency", "Iranian Students News Agency"),
        ("NHK", "Asahi Shimbun", "Yomiuri Shimbun", "Nikkei", "The Japan Times"),
    ],
)
def test_different_outlets_stand_in_different_rows(apart: tuple[str, ...]) -> None:
    """Outlets that only share a country are no aliases of each other."""
    assert list(apart) == [load_tables().names[key(name)][0].name for name in apart]


@pytest.mark.parametrize(
    ("alias", "outlet"),
    [
        ("Meet the Press", "NBC News"),
        ("Face the Nation", "CBS News"),
        ("Good Morning America", "ABC News"),
        ("Fox News Sunday", "Fox News"),
        ("PBS NewsHour", "PBS"),
        ("BBC World Service", "BBC"),
        ("Radio Farda", "Radio Free Europe/Radio Liberty"),
        ("AFP", "Agence France-Presse"),
    ],
)
def test_programmes_and_short_names_lead_to_their_outlet(alias: str, outlet: str) -> None:
    """A programme, a language service or an abbreviation means the outlet that it belongs to."""
    assert [outlet] == [entry.name for entry in load_tables().names[key(alias)]]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("The Guardian Council", "Guardian Council"),
        ("The National Guard", "National Guard"),
        ("The Australian foreign minister", "Australia"),
        ("the Guardian", "Guardian"),
    ],
)
def test_an_outlets_article_does_not_swallow_other_names(words: str, first: str) -> None:
    """No outlet goes by an article and a word with which a body's or a state's name begins."""
    assert first == parse(words, load_tables()).names[0].names[0].name


@pytest.mark.parametrize(
    ("name", "controlled"),
    [(n, True) for n in ("Xinhua", "Tass", "RT", "Press TV", "KCNA", "TRT", "Anadolu", "Granma", "Telesur", "SANA")]
    + [(n, False) for n in ("BBC", "NPR", "ARD", "NHK", "France 24", "Deutsche Welle", "CBC", "RFE/RL", "Breitbart", "AFP")],
)
def test_public_broadcasters_are_not_state_controlled(name: str, controlled: bool) -> None:
    """State control means that a state decides the line, not that it pays."""
    assert controlled == load_tables().outlets[key(name)].state_controlled


def test_outlets_are_sorted() -> None:
    """Rows of a country stand together, agencies before outlets, each by name without its article."""
    order = [(row["country"], row["kind"] != "agency", re.sub("^the ", "", key(row["name"]))) for row in rows("outlets")]
    places = {country: i for i, country in enumerate(dict.fromkeys(c for c, _, _ in order))}
    assert order == sorted(order, key=lambda row: (places[row[0]], *row[1:]))
