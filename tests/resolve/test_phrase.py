"""A noun phrase is taken apart into names, offices, persons and its head."""

import pytest

from facta.resolve import Tables
from facta.resolve.hits import Hit
from facta.resolve.phrase import Phrase, parse


def words(phrase: Phrase, hit: Hit | None) -> str | None:
    """What a hit stands for in the phrase."""
    return " ".join(w.norm for w in phrase.words[hit.first : hit.last]) if hit else None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the former French foreign minister Jean-Yves Le Drian", "foreign minister"),
        ("police officials", "police officials"),
        ("consulate employees", "consulate"),
        ("dozens of Syrian refugees", "refugees"),
        ("57 suspected militants", "suspected militants"),
        ("troops loyal to President Hadi", "troops"),
        ("President of Chile Sebastián Piñera", "president"),
        ("the deputy prime minister", "deputy prime minister"),
        ("Ari Fleischer, former press secretary to George W. Bush", None),
        ("Ann Berg, a Norwegian journalist in Oslo", "journalist"),
        ("Ann Berg, president of the Fjord Institute", "president"),
        ("Ann Berg, the Labour leader", None),
        ("Prince Khalid bin Sultan", "prince"),
        ("Ann Berg, who met the minister", None),
        ("Ann Berg, the minister's aide", None),
        ("Iran", None),
    ],
)
def test_the_title_is_the_office_or_noun_that_heads_the_phrase(tables: Tables, text: str, title: str | None) -> None:
    """What follows the head's part, or only leads to it, heads nothing."""
    phrase = parse(text, tables)
    assert title == words(phrase, phrase.title)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("the former French foreign minister Jean-Yves Le Drian", ["France"]),
        ("Turkey's Erdoğan", ["Turkey"]),
        ("an Iranian-American pastor", ["United States"]),
        ("spokesman for the UN", ["United Nations"]),
        ("envoy to Iran", []),
        ("embassy in Cairo", []),
        ("U.S.-backed rebels", []),
        ("anti-American protesters", []),
    ],
)
def test_a_name_tells_whose_the_head_is_unless_it_only_tells_where_to_or_against_whom(
    tables: Tables, text: str, whose: list[str]
) -> None:
    """An envoy to Iran is somebody else's."""
    assert whose == [e.name for e in parse(text, tables).whose if e.kind != "outlet"]


@pytest.mark.parametrize(
    ("text", "given", "owner"),
    [
        ("Jordan Peterson", ("jordan", "peterson"), ()),
        ("Mr. Israel", ("israel",), ()),
        ("Jordan King Abdullah", ("abdullah",), ()),
        ("President of Israel Shimon Peres", ("shimon", "peres"), ()),
        ("Crown Prince Mohammed bin Zayed", ("mohammed", "bin", "zayed"), ()),
        ("Foreign Minister Faisal bin Farhan bin Abdullah", ("faisal", "bin", "farhan"), ()),
        ("Defence Minister Joao Ernesto dos Santos", ("joao", "ernesto", "dos", "santos"), ()),
        ("Gen. Mark A. Milley", ("mark", "a", "milley"), ()),
        ("Deputy Attorney General Lisa O. Monaco", ("lisa", "o", "monaco"), ()),
        ("President Tô Lâm of Vietnam", ("to", "lam"), ()),
        ("Assistant to the President for National Security Affairs Jake Sullivan", ("jake", "sullivan"), ()),
        ("Adviser for Homeland Security Dr. Antony Blinken", ("antony", "blinken"), ()),
        ("spokesman for Jake Sullivan", (), ("jake", "sullivan")),
        ("Trump's opponents", (), ("trump",)),
        ("supporters of Mohamed Morsi", (), ("mohamed", "morsi")),
        ("troops loyal to President Hadi", (), ("president", "hadi")),
        ("government of Nicolas Maduro", (), ("nicolas", "maduro")),
        ("anti-Trump delegates", (), ()),
        ("Muslim protesters", (), ()),
        ("the Il-76", (), ()),
        ("Владимир Путин", ("владимир", "путин"), ()),
        ("He", ("he",), ()),
        ("He and Vladimir Putin", (), ()),
    ],
)
def test_a_person_named_is_told_from_the_person_whose_the_head_is(
    tables: Tables, text: str, given: tuple[str, ...], owner: tuple[str, ...]
) -> None:
    """Neither is made of a machine, a faith, a pronoun beside a name or whom somebody is against."""
    phrase = parse(text, tables)
    assert (given, owner) == (phrase.given, phrase.owner)


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("envoy to Iran", 1),
        ("dozens of Syrian refugees", 4),
        ("the Republic of Korea", 4),
        ("Ann Berg, a judge", 2),
        ("57 held men", 3),
    ],
)
def test_the_heads_part_ends_before_a_preposition_or_comma_that_belongs_to_no_name(tables: Tables, text: str, core: int) -> None:
    """What only counts people is no head of its own."""
    assert core == parse(text, tables).core


def test_an_office_held_no_longer_is_said_to_be_so(tables: Tables) -> None:
    """But only by a word of the head's part: here it is not the spokesman who is former."""
    assert [True, False] == [
        parse(text, tables).former for text in ("a former spokesman of Iran", "spokesman for a former minister of Iran")
    ]


@pytest.mark.parametrize("text", ["", " \n ", "'' -- ,,;", "\u202e\u202c", "。、", "1,000"])
def test_what_names_nobody_is_an_empty_phrase(tables: Tables, text: str) -> None:
    """And no error."""
    phrase = parse(text, tables)
    assert ([], [], (), None) == (phrase.names, phrase.offices, phrase.given, phrase.title)


def test_marks_of_direction_around_a_name_do_not_hide_it(tables: Tables) -> None:
    """As pages from right to left have them."""
    assert ["Iran"] == [h.names[0].name for h in parse("\u202bIran\u202c", tables).names]


@pytest.mark.parametrize(("text", "names"), [("the taoiseach", [(1, 2)]), ("the president and the taoiseach", [])])
def test_an_office_that_one_state_has_tells_whose_it_is_not_whose_those_beside_it_are(
    tables: Tables, text: str, names: list[tuple[int, int]]
) -> None:
    """The president beside a taoiseach is mostly a guest."""
    assert names == [(h.first, h.last) for h in parse(text, tables).names]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Spanish flu victims", []),
        ("the South African variant", []),
        ("a South African official", ["ZAF"]),
        ("British frigates in the Gulf of Oman", ["GBR"]),
        ("Omani frigates in the Gulf", ["OMN"]),
        ("Norwegian Sea", []),
        ("Norway's sea ports", ["NOR"]),
        ("fishermen on Lake Malawi", []),
        ("fishermen of Malawi", ["MWI"]),
        ("Congo River villagers", []),
        ("the Panama Papers", []),
        ("Panama's papers", ["PAN"]),
        ("Vietnam War veterans", []),
        ("Vietnam veterans", ["VNM"]),
        ("Syrian war planes", ["SYR"]),
        ("the Minsk agreements", []),
        ("the Treaty of Rome", []),
        ("the Russian treaty", ["RUS"]),
        ("Turkish bath", []),
        ("a Turkish bank", ["TUR"]),
        ("the Cuban missile crisis", []),
        ("the Cuban missile base", ["CUB"]),
        ("Mexico City policy", []),
        ("Mexico City police", ["MEX"]),
    ],
)
def test_what_is_called_after_a_state_is_not_it(tables: Tables, text: str, states: list[str]) -> None:
    """Waters, diseases, wars, leaks, treaties, dishes; each beside words of the state itself."""
    assert states == [h.names[0].country for h in parse(text, tables).names]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Congress", ["USA"]),
        ("the Republican Congress", ["USA"]),
        ("On Monday Congress", ["USA"]),
        ("Obama's Senate", ["USA"]),
        ("the Minnesota Senate", ["USA", "USA"]),
        ("Arab Writers Congress", []),
        ("Trade Union Congress", []),
        ("Communist Party Congress", []),
        ("the Student Senate", []),
        ("FIFA Congress", ["NGO"]),
        ("European Jewish Congress", ["NGO"]),
        ("the Peruvian Congress", ["PER", "USA"]),
    ],
)
def test_a_name_that_many_bear_at_the_end_of_another_is_no_states(tables: Tables, text: str, states: list[str]) -> None:
    """What is known right before it, or any word of a name, makes it another; a state there is whose it is."""
    assert states == [h.names[0].country for h in parse(text, tables).names]
