"""Who a mention means as of a date."""

import pytest

from facta.resolve.who import candidates, for_act


def best(mention: str, on: str | None = None) -> tuple[str | None, str | None, str | None, str | None]:
    found = candidates(mention, on)
    return (found[0].name, found[0].country, found[0].sector, found[0].role) if found else (None, None, None, None)


@pytest.mark.parametrize(
    ("mention", "on", "name"),
    [
        ("Russian Defence Minister", "2003-05-01", "Sergei Ivanov"),
        ("Russian Defence Minister", "2009-05-01", "Anatoly Serdyukov"),
        ("Russian Defence Minister", "2018-04-03", "Sergei Shoigu"),
        ("Russian Defence Minister", "2024-06-01", "Andrei Belousov"),
        ("Chinese defence minister", "2018-03-18", "Chang Wanquan"),
        ("Chinese defence minister", "2018-03-20", "Wei Fenghe"),
        ("President of Russia", "2010-01-01", "Dmitry Medvedev"),
        ("US Secretary of State", "2011-06", "Hillary Clinton"),
        ("Israel's foreign minister", "2010-01-01", "Avigdor Lieberman"),
    ],
)
def test_the_same_office_is_another_person_on_another_date(mention: str, on: str, name: str) -> None:
    """An office, a state and a date name the holder of that day."""
    assert name == best(mention, on)[0]


@pytest.mark.parametrize(
    ("mention", "on", "name"),
    [
        ("Chinese Defense Minister Wei Feng", None, "Wei Fenghe"),
        ("Defence Minister Wei", "2018-04-03", "Wei Fenghe"),
        ("V. Putin", None, "Vladimir Putin"),
        ("Russian Defense Minister Sergey Shoygu", None, "Sergei Shoigu"),
        ("President Xi", "2018-04-03", "Xi Jinping"),
        ("Volodymyr Zelensky", "2022-03-01", "Volodymyr Zelenskyy"),
        ("President of South Korea, Lee Myung-bak", "2010-03-01", "Lee Myung-bak"),
        ("Israel Katz", "2024-06-01", "Israel Katz"),
    ],
)
def test_a_person_is_known_under_a_short_a_truncated_or_another_spelling(mention: str, on: str | None, name: str) -> None:
    """Truncated given names, initials, titles and transliterations lead to the person."""
    assert name == best(mention, on)[0]


@pytest.mark.parametrize("mention", ["Barbara Bush", "Chelsea Clinton", "Tom Brown"])
def test_another_given_name_is_another_person(mention: str) -> None:
    """A shared surname alone makes nobody an office holder."""
    assert [] == [c.name for c in candidates(mention, "2005-01-01") if c.name]


@pytest.mark.parametrize(
    ("on", "sector", "role"),
    [("2010-01-01", "GOV", "president"), ("2018-01-01", "ELI", None), ("2006-01-01", "LEG", None)],
)
def test_a_person_has_the_standing_of_the_day(on: str, sector: str, role: str | None) -> None:
    """Before, during and after an office the same name stands for another sector and role."""
    assert ("Barack Obama", "USA", sector, role) == best("Obama", on)


@pytest.mark.parametrize(
    "mention",
    ["House Select Committee on Benghazi", "militias loyal to Iran", "insurgents linked to al-Qaeda", "anti-Trump delegates"],
)
def test_a_name_that_a_party_is_only_concerned_with_does_not_own_it(mention: str) -> None:
    """Behind `on`, `to`, `linked` and after `anti-` a name tells what about, not whose."""
    assert (None, None) == best(mention, "2016-05-01")[:2]


@pytest.mark.parametrize(
    ("mention", "country", "sector"),
    [
        ("40 supporters of ousted president Mohamed Morsi", "EGY", "CVL"),
        ("soldiers loyal to President Ouattara", "CIV", "MIL"),
        ("government of Nicolas Maduro", "VEN", "GOV"),
        ("spokesman for President Putin", "RUS", "GOV"),
        ("rival of President Nicolas Maduro", "VEN", None),
        ("residents of Jackson", None, "CVL"),
        ("Morsi supporters", "EGY", "CVL"),
        ("supporters of the Egyptian president", "EGY", "CVL"),
        ("Nelson Mandela Foundation", "ZAF", "NGO"),
        ("MV Rachel Corrie cargo ship", None, "BUS"),
    ],
)
def test_the_people_of_a_person_are_not_the_person(mention: str, country: str | None, sector: str | None) -> None:
    """They are of the person's state, and what their own word says; a name that may be a place's owns nobody."""
    assert (None, country, sector) == best(mention, "2013-07-10")[:3]


def test_a_title_with_a_state_before_a_name_is_the_persons_own() -> None:
    """`President of Chile` before a name is no owner."""
    assert "Sebastián Piñera" == best("President of Chile Sebastián Piñera", "2013-07-10")[0]


def test_former_holders_are_elites() -> None:
    """The codebook: a former office holder is ELI, whoever holds the office now."""
    assert ("Nicolas Sarkozy", "FRA", "ELI", None) == best("Former President Nicolas Sarkozy", "2016-01-01")


@pytest.mark.parametrize(
    ("mention", "country", "sector"),
    [
        ("Moscow", "RUS", "GOV"),
        ("the Kremlin", "RUS", "GOV"),
        ("Downing Street", "GBR", "GOV"),
        ("Foggy Bottom", "USA", "GOV"),
        ("Chinese military leadership", "CHN", "MIL"),
        ("Indonesian abattoirs", "IDN", "BUS"),
        ("South Korean police", "KOR", "COP"),
        ("North Korean soldiers", "PRK", "MIL"),
        ("Turkish protesters", "TUR", "CVL"),
        ("Russian airstrikes", "RUS", "GOV"),
        ("Russian forces", "RUS", "MIL"),
        ("Russian-made missiles", None, "MIL"),
        ("pro-Russian separatists", "UKR", "REB"),
        ("anti-Israel protesters", None, "CVL"),
        ("Saudi-led coalition", "SAU", "MIL"),
        ("U.S.-backed rebels", None, "REB"),
        ("Philippine Senate", "PHL", "LEG"),
        ("German UN ambassador", "DEU", "GOV"),
        ("UN Security Council", "UNO", "IGO"),
        ("European Union", "EUU", "IGO"),
        ("NATO", "NAT", "IGO"),
        ("UN aid workers", "UNO", "IGO"),
        ("Hague-based court", "IGO", "IGO"),
        ("Libyan coastguards", "LBY", "COP"),
        ("Iranian speedboats", "IRN", "BUS"),
        ("envoy for Syria", None, "GOV"),
        ("French envoy for Syria", "FRA", "GOV"),
        ("Hamas militants", "PSE", "REB"),
        ("Islamic State fighters", "XIS", "REB"),
        ("al-Qaida", "XAQ", "REB"),
        ("Houthi rebels", "YEM", "REB"),
        ("Wagner fighters", "RUS", "MIL"),
        ("Israelis", "ISR", "CVL"),
        ("pair of Russian Tu-95 bombers", "RUS", "MIL"),
        ("state-run Chinese media", "CHN", "JRN"),
        ("spy network from the United Arab Emirates", "ARE", "SPY"),
        ("MI6 agents", "GBR", "SPY"),
    ],
)
def test_phrases_say_whose_and_what(mention: str, country: str | None, sector: str) -> None:
    """The state adjective tells the country, the head noun the sector, by the codebook's rules."""
    assert (country, sector) == best(mention, "2018-06-01")[1:3]


@pytest.mark.parametrize(
    ("mention", "country"),
    [
        ("Latin American leaders", "INT"),
        ("South American nations", "INT"),
        ("New Mexico", "USA"),
        ("Guinea-Bissau", "GNB"),
        ("Guinea", "GIN"),
        ("Papua New Guinea", "PNG"),
        ("Nigeria", "NGA"),
        ("Niger", "NER"),
        ("Nigerien troops", "NER"),
        ("Dominica", "DMA"),
        ("Dominican Republic", "DOM"),
        ("South Sudan", "SSD"),
        ("Jordan", "JOR"),
        ("U.S. citizen Jordan Goudreau", "USA"),
        ("Chad", "TCD"),
        ("Victoria Police", "AUS"),
        ("the Victorian government", "AUS"),
        ("NSW Police", "AUS"),
        ("Victoria, British Columbia", "CAN"),
        ("premier of Victoria", "AUS"),
        ("Kurdish regional government", "IRQ"),
        ("UNICEF Yemen", "UNO"),
        ("Greenpeace Russia", "NGO"),
        ("turkey", None),
        ("us", None),
        ("who", None),
    ],
)
def test_look_alikes_are_told_apart(mention: str, country: str | None) -> None:
    """Words that look like a state's name are not taken for it, and longer names win."""
    assert country == best(mention, "2018-06-01")[1]


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Korea", ["KOR", "PRK"]),
        ("Congo", ["COD", "COG"]),
        ("Georgia", ["GEO", "USA"]),
        ("Dominican", ["DOM", "DMA"]),
        ("Victoria", ["AUS", "SYC"]),
    ],
)
def test_ambiguity_is_kept_with_scores(mention: str, expected: list[str]) -> None:
    """Each meaning of an ambiguous name is a candidate, likeliest first, scores falling."""
    found = candidates(mention, "2018-06-01")
    assert expected == [c.country for c in found]
    assert sorted((c.score for c in found), reverse=True) == [c.score for c in found]
    assert found[0].score > found[1].score


def test_two_ministers_of_one_surname_are_both_candidates() -> None:
    """In 2003 both Ivanovs sat in the Russian cabinet; the office tells which is meant."""
    assert {"Igor Ivanov", "Sergei Ivanov"} == {c.name for c in candidates("Ivanov", "2003-01-15")[:2]}
    assert "Igor Ivanov" == best("Russian Foreign Minister Ivanov", "2003-01-15")[0]


@pytest.mark.parametrize(("on", "sector"), [("2021-08-14", "REB"), ("2021-08-15", "GOV"), ("2003-01-01", "REB")])
def test_the_taliban_govern_from_their_day_on(on: str, sector: str) -> None:
    """The codebook: GOV since 15 August 2021."""
    assert ("AFG", sector) == best("Taliban", on)[1:3]


@pytest.mark.parametrize(("on", "country"), [("1985-01-01", "SUN"), ("2018-01-01", "RUS"), (None, "RUS")])
def test_moscow_is_the_capital_of_its_day(on: str | None, country: str) -> None:
    """A capital stands for the state that has it on the date; without a date, for today's."""
    assert country == best("Moscow", on)[1]


@pytest.mark.parametrize(
    ("mention", "event", "mode", "sector"),
    [
        ("Russian Defence Ministry", "MOBILIZE", "troops", "MIL"),
        ("Russian Defence Ministry", "ACCUSE", None, "GOV"),
        ("Russian Defense Minister Sergei Shoigu", "COERCE", "seize", "MIL"),
        ("Russian Defense Minister Sergei Shoigu", "COERCE", "arrest", "GOV"),
        ("Russian Foreign Ministry", "MOBILIZE", "troops", "GOV"),
        ("Russian forces", "ACCUSE", None, "MIL"),
    ],
)
def test_defence_ministers_are_military_in_armed_acts_only(mention: str, event: str, mode: str | None, sector: str) -> None:
    """The codebook: a defence ministry or minister is MIL for armed acts, otherwise GOV."""
    assert sector == for_act(candidates(mention, "2018-06-01")[0], event, mode).sector


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("state-run Tass Russian News Agency", "Tass"),
        ("neighbouring Poland", "Poland"),
        ("Iran's Revolutionary Guards", "Islamic Revolutionary Guard Corps"),
        ("Russian", "Russia"),
        ("Chinese police", None),
        ("Israelis", None),
        ("Hamas militants", None),
    ],
)
def test_bodies_are_named_where_they_head_the_phrase(mention: str, name: str | None) -> None:
    """A modifier before a name changes nothing; a name that only says whose the head is names nobody."""
    assert name == best(mention, "2018-06-01")[0]


@pytest.mark.parametrize("mention", ["", "...", "qwertz", "3,000"])
def test_nobody_known_is_an_empty_list(mention: str) -> None:
    """Words that name nobody have no candidate."""
    assert [] == candidates(mention, "2018-06-01")


@pytest.mark.parametrize(
    ("mention", "country", "sector"),
    [
        ("G7 leaders", "IGO", "GOV"),
        ("NATO foreign ministers", "NAT", "GOV"),
        ("foreign ministers of the European Union", "EUU", "GOV"),
        ("the EU's foreign policy chief", "EUU", "IGO"),
        ("European Commission President Jean-Claude Juncker", "EUU", "IGO"),
        ("Federica Mogherini", "EUU", "IGO"),
        ("NATO", "NAT", "IGO"),
        ("U.S. Navy vessels", "USA", "MIL"),
        ("USS Firebolt", "USA", "MIL"),
        ("Philippine Coast Guard ship", "PHL", "COP"),
        ("Philippine Coast Guard patrol boat", "PHL", "COP"),
        ("two French consulate employees", "FRA", "GOV"),
        ("15 Indian crewmen", "IND", "CVL"),
        ("20 Indian snake charmers", "IND", "CVL"),
        ("Filipino fishermen", "PHL", "CVL"),
        ("city of Kharkiv", "UKR", "GOV"),
        ("Sheikh Jarrah", "PSE", "GOV"),
        ("Sonatrach", "DZA", "BUS"),
        ("Jaysh al-Islam", "SYR", "REB"),
        ("Ennahda", "TUN", "PTY"),
        ("Russian separatists in Ukraine", "UKR", "REB"),
        ("Europe", "EUU", "GOV"),
    ],
)
def test_heads_and_bodies_tell_the_sector(mention: str, country: str, sector: str) -> None:
    """States speak through their leaders, forces through their ships; counted people of a nation are civilians."""
    found = candidates(mention, "2018-06-01")[0]
    assert (country, sector) == (found.country, found.sector)


def test_a_man_is_not_a_woman_of_nearly_his_name() -> None:
    """`Luis` is no short form of `Luisa`."""
    assert "Luisa Ortega Díaz" == candidates("Luisa Ortega", "2017-06-01")[0].name
    assert all(c.name is None for c in candidates("Luis Diaz", "2017-06-01"))


def test_an_occupation_in_the_text_beats_that_of_the_tables() -> None:
    """The tables know a released prisoner as a civilian; the text says what they are by trade."""
    assert "EDU" == candidates("French lecturer Clotilde Reiss", "2010-05-16")[0].sector
    assert "CVL" == candidates("Clotilde Reiss", "2010-05-16")[0].sector


def test_ships_that_show_force_are_military() -> None:
    """Ships of a state are commercial when seized and forces when they show force."""
    found = candidates("Chinese ships", "2020-01-01")[0]
    assert ["BUS", "MIL"] == [for_act(found, t).sector for t in ("COERCE", "MOBILIZE")]


def test_a_place_goes_by_its_own_name_whatever_its_spelling() -> None:
    """Spellings of one place share a name; two places of one state do not."""
    assert ["Kharkiv", "Kharkiv", "Odesa"] == [candidates(m)[0].name for m in ("Kharkiv", "Kharkov", "Odessa")]


def test_a_day_is_nobody() -> None:
    """Movements that go by a day need more than the day: a dateline names none."""
    assert [] == [c for c in candidates("March 14", "2019-03-14") if c.name]
    assert ("March 14 Alliance", "LBN") == best("March 14 Alliance")[:2]


@pytest.mark.parametrize(
    ("mention", "country"),
    [
        ("Iranian-American pastor", "USA"),
        ("Dutch-Iranian woman", "NLD"),
        ("Palestinian citizens of Israel", "ISR"),
        ("leaders of the United States, Canada and Mexico", "INT"),
        ("governments of Burkina Faso and Mali", "BFA"),
        ("U.S. envoy to Afghanistan, Pakistan and India", "USA"),
        ("four Filipino UN peacekeepers", "UNO"),
        ("Filipino peacekeepers", "PHL"),
        ("United Nations' International Tribunal for the Law of the Sea", "UNO"),
        ("embassy in Cairo", None),
        ("Turkish embassy in Cairo", "TUR"),
        ("fighters backed by the CIA", None),
        ("former ambassador to Slovakia", None),
        ("Muslim protesters", None),
        ("foreign companies", "INT"),
        ("foreign tourists", None),
        ("Brands International", None),
        ("international", "INT"),
        ("Muslims from Turkey", "TUR"),
        ("Norfolk Island", "NFK"),
        ("Ottoman forces", "TUR"),
        ("pope", "VAT"),
        ("West African mediators", "IGO"),
        ("West African leaders", "INT"),
        ("Nordic foreign ministers", "INT"),
        ("Visegrad leaders", "INT"),
        ("representatives of more than seventy countries", "INT"),
        ("leaders of both countries", None),
        ("Israeli prime minister", "ISR"),
        ("Prime Minister of Israel Benjamin Netanyahu", "ISR"),
        ("President of Chad Idriss Déby", "TCD"),
        ("MS-13", "SLV"),
    ],
)
def test_the_rest_of_a_phrase_tells_whose_the_head_is(mention: str, country: str | None) -> None:
    """Descent, citizens, lists, missions and backers; what tells no state leaves it to the context."""
    assert country == best(mention, "2018-05-01")[1]


@pytest.mark.parametrize("mention", ["Mark Cuban", "Mr. Guardian", "Don Guardian", "Lucy Flores", "Paul Singer"])
def test_a_word_behind_a_given_name_is_a_surname(mention: str) -> None:
    """Not the state, office or paper that the word alone would name."""
    assert (None, None) == best(mention, "2016-05-01")[:2]


@pytest.mark.parametrize(
    ("mention", "country"), [("Mexican King", "MEX"), ("Virginia Governor Ralph Northam", "USA"), ("Pope Francis", "VAT")]
)
def test_a_title_is_no_surname(mention: str, country: str) -> None:
    """A title before a name stays one, and so does one behind a state."""
    assert country == best(mention, "2018-05-01")[1]


def test_a_number_before_a_participle_leaves_the_head_to_the_noun() -> None:
    """`suspected` before the noun opens no clause; behind it, it does."""
    assert "REB" == best("57 suspected militants")[2]
    assert "CVL" == best("men suspected of aiding rebels")[2]


def test_a_group_that_governs_fights_as_rebels_only() -> None:
    """Hamas is GOV where it talks, REB where it uses force."""
    found = candidates("Hamas", "2018-05-01")[0]
    assert ("GOV", "REB") == (for_act(found, "CONSULT").sector, for_act(found, "ASSAULT").sector)


def test_a_bureau_is_no_person() -> None:
    """A body's words are no name, though somebody bears one of them."""
    assert best("official of the National Bureau of Investigation", "2018-05-01")[0] is None


@pytest.mark.parametrize(("mention", "kind"), [("Kurds", "group"), ("Kremlin", "state"), ("Gazprom", "organisation")])
def test_a_people_is_a_group(mention: str, kind: str) -> None:
    """A state is one by its palace too; a firm is an organisation."""
    assert kind == candidates(mention, "2018-06-01")[0].kind


def test_each_bearer_of_a_name_has_its_own_sector() -> None:
    """`Congress` is a parliament or a party."""
    assert [("USA", "LEG"), ("IND", "PTY")] == [(c.country, c.sector) for c in candidates("Congress")]


@pytest.mark.parametrize(
    ("mention", "country"),
    [
        ("the taoiseach", "IRL"),
        ("TDs", "IRL"),
        ("Senate Republicans", "USA"),
        ("India's first minister", "IND"),
        ("the minister", None),
    ],
)
def test_an_office_that_one_state_alone_calls_so_is_its(mention: str, country: str | None) -> None:
    """Unless another state is named with it."""
    assert country == candidates(mention)[0].country


@pytest.mark.parametrize(("mention", "sector"), [("Sanders aides", "PTY"), ("Sanders supporters", "CVL"), ("Obama aides", "GOV")])
def test_staff_are_of_whom_they_serve_followers_are_civilians(mention: str, sector: str) -> None:
    """A candidate's aides are of a party."""
    assert ("USA", sector) == best(mention, "2016-05-01")[1:3]


@pytest.mark.parametrize(
    ("mention", "country", "sector"),
    [
        ("president of Harvard University", "USA", "EDU"),
        ("the university's chancellor", None, "EDU"),
        ("president of Cairo University", "EGY", "EDU"),
        ("Oxford chancellor Chris Patterson", "GBR", "EDU"),
        ("the president of Germany's Constitutional Court", "DEU", "JUD"),
        ("South Korean Supreme Court president", "KOR", "JUD"),
        ("Iran's parliament president", "IRN", "LEG"),
        ("Peru's congress president", "PER", "LEG"),
        ("president of Chile's copper company Codelco", "CHL", "BUS"),
        ("the Turkish bank's vice president", "TUR", "BUS"),
        ("president of Toyota", "JPN", "BUS"),
        ("vice president for trade at Toyota", "JPN", "BUS"),
        ("Felicia Berg, president of the Fjord Institute", None, "NGO"),
        ("Felicia Berg, a Kenyan judge in Mombasa", "KEN", "JUD"),
        ("Barcelona president Joan Laporta", "ESP", "BUS"),
        ("the president of Real Madrid", "ESP", "BUS"),
        ("Polish football federation president", "POL", "NGO"),
        ("leaders of two Zambian associations", "ZMB", "NGO"),
        ("Egyptian Journalists' Syndicate president", "EGY", "LAB"),
        ("Italian party president", "ITA", "PTY"),
        ("Kenya's electoral commission president", "KEN", "GOV"),
        ("the Swiss central bank president", "CHE", "GOV"),
        ("vice president of the Bundesbank", "DEU", "GOV"),
    ],
)
def test_who_heads_a_body_is_of_its_sector_and_holds_no_state_s_office(mention: str, country: str | None, sector: str) -> None:
    """Before the title or behind `of`, by its kind or by its name."""
    found = candidates(mention, "2012-05")[0]
    assert (None, country, sector, None) == (found.name, found.country, found.sector, found.role)


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Palestinian Authority President Abbas", "Mahmoud Abbas"),
        ("the president of the Republic of Kenya", "Mwai Kibaki"),
        ("Mali's president", "Amadou Toumani Touré"),
        ("president of the European Commission", "José Manuel Barroso"),
    ],
)
def test_a_state_and_its_authority_are_headed_by_its_president(mention: str, name: str) -> None:
    """What a state calls itself is no body of its own."""
    assert name == candidates(mention, "2012-02")[0].name
