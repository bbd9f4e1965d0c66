"""The knowledge tables keep their own rules, so that a mended row cannot break a look-up elsewhere."""

import csv
import gzip
import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from facta.resolve.phrase import parse
from facta.resolve.rows import KNOWLEDGE, many, rows
from facta.resolve.sectors import sectors
from facta.resolve.tables import load_tables
from facta.resolve.who import candidates
from facta.resolve.words import key
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
    ("name", "columns"),
    [("states", ["iso3"]), ("organisations", ["name"]), ("outlets", ["name"]), ("offices", ["role"]), ("sectors", ["code"])],
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
        if row.get("kind") != "people" or row[column]  # a people of several states has none
    ]
    used += [("organisations", row["code"]) for row in rows("organisations")]
    used += [(name, row["country"]) for name in ("outlets", "official") for row in rows(name)]
    used += [("traps", row["country"]) for row in rows("traps") if row["country"]]
    used += [("twins", code) for row in rows("twins") for code in many(row["countries"])]
    known = codes()
    assert [] == [u for u in used if u[1] not in known]
    assert [] == [c for c in known if not country.well_formed(c)]


def test_every_sector_is_the_codebooks() -> None:
    """No table invents a sector."""
    used = {row["sector"] for name in ("institutions", "organisations", "groups", "offices") for row in rows(name)}
    assert set() == used - set(sectors())


def test_sectors_are_those_of_the_codebook_with_words_for_each() -> None:
    """Named as it names them; journalists and physicians have other codes in CAMEO, parties have none."""
    if (SHARED / "codebook.md").exists():
        listed = re.search(r"`sector` one of (.*?)\. A bare", (SHARED / "codebook.md").read_text("utf-8"), re.DOTALL)
        assert listed and set(re.findall(r"\b[A-Z]{3}\b", listed[1])) == set(sectors())
    assert [] == [code for code, sector in sectors().items() if not sector.words]
    assert [("media", "MED"), ("health", "HLH"), ("party", None)] == [sectors()[code] for code in ("JRN", "MED", "PTY")]


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


def test_an_official_site_is_found_by_every_host_and_name() -> None:
    """Each leads to one row, and none to an outlet as well."""
    tables = load_tables()
    table = [*rows("official")]
    hosts = [host for row in table for host in many(row["hosts"])]
    names = [key(v) for row in table for v in (row["name"], *many(row["aliases"])) if v]
    assert [] == [h for h, n in Counter([*hosts, *names]).items() if n > 1 or h in tables.outlets]
    assert {""} == {row["aliases"] for row in table if not row["name"]}


def test_an_official_site_is_of_an_office_that_one_person_holds() -> None:
    """Or of none."""
    portfolios = {row["portfolio"] for row in rows("offices") if row["unique"] == "yes"}
    assert [] == [row["name"] for row in rows("official") if row["portfolio"] not in portfolios | {""}]


def test_official_sites_are_sorted() -> None:
    """By country as states.tsv has them, bodies last; those without a name close their country."""
    states = [row["iso3"] for row in rows("states")]
    order = [(row["country"] not in states, row["country"], not row["name"]) for row in rows("official")]
    countries = list(dict.fromkeys(country for _, country, _ in order))
    assert [c for c in states if c in countries] == [c for c in countries if c in states]
    assert order == sorted(order, key=lambda row: (row[0], countries.index(row[1]), row[2]))


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


@pytest.mark.parametrize(
    "apart",
    [
        ("Arakan Army", "Kachin Independence Army", "KNU", "ARSA", "MNDAA", "TNLA", "People's Defence Force"),
        ("ADF", "LRA", "M23", "FDLR", "Mai-Mai", "CODECO"),
        ("Fano", "OLA", "TPLF", "ONLF"),
        ("MNLA", "MUJAO", "Ansar Dine", "JNIM", "Macina Liberation Front"),
        ("AUC", "ELN", "FARC dissidents", "Clan del Golfo"),
        ("NPA", "Abu Sayyaf", "MILF", "MNLF"),
        ("Kata'ib Hezbollah", "Asa'ib Ahl al-Haq", "Badr Organization", "Mahdi Army", "PMF"),
        ("FSA", "Ahrar al-Sham", "Jaysh al-Islam", "SDF", "YPG"),
        ("Donetsk People's Republic", "Luhansk People's Republic"),
        ("Lashkar-e-Taiba", "Jaish-e-Mohammed", "Hizbul Mujahideen", "Balochistan Liberation Army", "Lashkar-e-Jhangvi"),
        ("Islamic State", "ISIS-K", "ISWAP", "al-Qaeda", "AQIM", "AQAP"),
        ("Sinaloa Cartel", "Los Zetas", "Gulf Cartel", "CJNG"),
        ("ANC", "EFF", "ZANU-PF", "Movement for Democratic Change"),
        ("BJP", "Congress Party", "Shiv Sena"),
        ("Labour Party", "Conservative Party", "Liberal Democrats", "SNP", "UKIP"),
        ("CDU", "CSU", "SPD", "AfD"),
        ("Likud", "Kadima", "Yesh Atid", "Zionist Union"),
        ("AKP", "CHP", "HDP", "MHP"),
        ("MI5", "MI6", "GCHQ"),
        ("IRGC", "Quds Force", "Basij"),
        ("PLA", "PLA Navy", "Central Military Commission"),
        ("MONUSCO", "MINUSMA", "UNMISS", "UNAMID", "UNAMA", "UNSMIL"),
        ("ISAF", "KFOR", "SFOR"),
        ("Mercosur", "UNASUR", "CELAC", "ALBA", "Lima Group"),
        ("Quad", "P5+1", "OSCE Minsk Group", "Middle East Quartet"),
        ("AUKUS", "ANZUS", "Five Eyes"),
        ("ICJ", "Permanent Court of Arbitration", "ICTY", "ICTR", "ICC"),
        ("African leaders", "Arab states", "Asian leaders", "world leaders"),
        ("Oxfam", "Save the Children", "Norwegian Refugee Council"),
    ],
)
def test_different_bodies_stand_in_different_rows(apart: tuple[str, ...]) -> None:
    """Bodies of one region or one kind are no aliases of each other: what shares a row is one actor in events and stories."""
    names = [load_tables().names[key(name)][0].name for name in apart]
    assert [] == [name for name, times in Counter(names).items() if times > 1]


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Copts", "EGY"),
        ("Uighurs", "CHN"),
        ("Tibetans", "CHN"),
        ("Chechens", "RUS"),
        ("Hazaras", "AFG"),
        ("Crimean Tatars", "UKR"),
        ("Rohingya", "MMR"),
        ("Iraqi Kurds", "IRQ"),
        ("Syrian Druze", "SYR"),
        ("Kurds in Turkey", "TUR"),
        ("Gazans", "PSE"),
        ("Kurds", None),
        ("Druze", None),
        ("Hutus", None),
        ("Tutsis", None),
        ("Sunnis", None),
        ("Shiites", None),
    ],
)
def test_a_people_are_civilians_of_the_state_most_of_them_live_in(words: str, country: str | None) -> None:
    """Of no state where they live in several, unless one is named beside them; never its government."""
    found = candidates(words, "2018-01-01")[0]
    assert (country, "CVL") == (found.country, found.sector)


@pytest.mark.parametrize(
    ("words", "on", "country", "sector"),
    [
        ("Taliban", "2021-08-14", "AFG", "REB"),
        ("Taliban", "2021-08-15", "AFG", "GOV"),
        ("HTS", "2024-12-07", "SYR", "REB"),
        ("HTS", "2024-12-08", "SYR", "GOV"),
        ("RSF", "2023-04-14", "SDN", "MIL"),
        ("RSF", "2023-04-15", "SDN", "REB"),
        ("TPLF", "2018-05-01", "ETH", "PTY"),
        ("TPLF", "2021-06-28", "ETH", "REB"),
        ("SNA", "2019-10-09", "SYR", "REB"),
        ("SNA", "2014-10-09", "SOM", "MIL"),
        ("NUG", "2022-01-01", "MMR", "OPP"),
        ("BNP", "2023-10-28", "BGD", "OPP"),
        ("EFF", "2016-08-03", "ZAF", "OPP"),
        ("Bolivarian National Guard", "2019-02-23", "VEN", "MIL"),
        ("Republican Guard", "2012-07-01", "SYR", "MIL"),
        ("Yemen's Republican Guard", "2012-07-01", "YEM", "MIL"),
        ("India's IAF", "2019-02-26", "IND", "MIL"),
        ("Pakistan's Foreign Office", "2019-02-26", "PAK", "GOV"),
        ("Baloch Liberation Army", "2018-11-23", "PAK", "REB"),
        ("FARDC", "2012-11-20", "COD", "MIL"),
        ("AES", "2024-07-06", "IGO", "IGO"),
    ],
)
def test_a_body_has_the_standing_of_the_day(words: str, on: str, country: str, sector: str) -> None:
    """An armed group that came to govern, an army that turned on its government, an abbreviation that passed to another body."""
    found = candidates(words, on)[0]
    assert (country, sector) == (found.country, found.sector)


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("military vehicles", "MIL"),
        ("Syrian air defences", "MIL"),
        ("Iran air defences", "MIL"),
        ("Russian positions", "MIL"),
        ("Israeli airfield", "MIL"),
        ("police checkpoint", "COP"),
        ("Turkish police vehicles", "COP"),
        ("coast guard patrol boats", "COP"),
        ("rebel positions", "REB"),
        ("Hezbollah positions", "REB"),
        ("Netanyahu's office", "GOV"),
        ("prime minister's office", "GOV"),
        ("vehicles", "CVL"),
    ],
)
def test_whose_vehicles_and_posts_they_are_tells_their_sector(words: str, sector: str) -> None:
    """A police, army or rebel modifier says more than the noun behind it."""
    assert sector == candidates(words, "2018-01-01")[0].sector


def test_who_leaves_office_is_opposition_from_the_next_day_on() -> None:
    """No term in opposition begins before the end of, or ends after the start of, a term as head of state or government."""
    early = []
    for (state, portfolio), terms in load_tables().holders.items():
        for term, person in terms if portfolio in ("state", "government") else ():
            out = [t for t in person.terms if t.state == state and t.office.role == "opposition"]
            early += [
                (person.name, t.start, t.end)
                for t in out
                if t.covers(term.start) or (term.end and t.covers(term.end))
            ]  # fmt: skip
    assert [] == early


@pytest.mark.parametrize(("on", "sector"), [("2017-10-10", "GOV"), ("2017-10-27", "GOV"), ("2017-10-28", "OPP")])
def test_an_office_counts_to_its_last_day(on: str, sector: str) -> None:
    """Puigdemont headed Catalonia's government until 27 October 2017."""
    assert sector == candidates("Carles Puigdemont", on)[0].sector
