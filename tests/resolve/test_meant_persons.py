"""Which known persons a phrase may mean."""

import pytest

from facta.resolve import Tables
from facta.resolve.candidate import Candidate
from facta.resolve.meant_persons import name_match, persons
from facta.resolve.phrase import parse


def best(tables: Tables, text: str, on: str | None) -> Candidate | None:
    """The likeliest person."""
    return max(persons(parse(text, tables, on), on, tables), key=lambda c: c.score, default=None)


@pytest.mark.parametrize(
    ("text", "on", "name", "sector", "role"),
    [
        ("Chinese President", "2018-04-05", "Xi Jinping", "GOV", "president"),
        ("South Korean president", "2018-04-05", "Moon Jae-in", "GOV", "president"),
        ("prime minister of the government of Norway", "2018-04-05", "Erna Solberg", "GOV", "prime minister"),
        ("South Africa's deputy president", "2020-04-05", "David Mabuza", "GOV", "vice president"),
        ("V. Putin", "2018-04-05", "Vladimir Putin", "GOV", "president"),
        ("Wei Feng", "2019-01-01", "Wei Fenghe", "GOV", "defence minister"),
        ("Barack Obama", "2010-04-05", "Barack Obama", "GOV", "president"),
        ("Barack Obama", "2018-04-05", "Barack Obama", "ELI", None),
        ("Emmanuel Macron", "2010-04-05", "Emmanuel Macron", None, None),
        ("French Foreign Minister Le Drian", "2018-04-05", "Jean-Yves Le Drian", "GOV", "foreign minister"),
        ("European Commission president", "2018-04-05", "Jean-Claude Juncker", "IGO", "president"),
        ("Gen. Mark A. Milley", "2022-04-05", "Mark Milley", "MIL", "general"),
        ("Deputy Defense Secretary Hicks", "2022-04-05", "Kathleen Hicks", "GOV", None),
        ("Director Shin Wonsik", "2024-10-25", "Shin Won-sik", "GOV", "national security adviser"),
        ("Assistant to the President for Climate Policy John Podesta", "2024-08-28", "John Podesta", "GOV", None),
        ("foreign minister of the Swiss federal government", "2018-04-05", "Ignazio Cassis", "GOV", "foreign minister"),
        ("President of the Italian Republic", "2018-04-05", "Sergio Mattarella", "GOV", "president"),
        ("Mexican foreign secretary", "2018-04-05", "Luis Videgaray", "GOV", "foreign minister"),
        ("Danish queen", "2018-04-05", "Margrethe II", "GOV", "king"),
        ("Judge Merrick B. Garland", "2016-06-29", "Merrick Garland", "JUD", None),
    ],
)
def test_a_name_or_an_office_means_somebody_with_the_standing_of_that_day(
    *, tables: Tables, text: str, on: str, name: str, sector: str | None, role: str | None
) -> None:
    """Before and after an office nobody has it."""
    found = best(tables, text, on)
    assert found is not None
    assert (name, sector, role) == (found.name, found.sector, found.role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("former President Obama", "Barack Obama"),
        ("ex-President Sarkozy", "Nicolas Sarkozy"),
        ("former Prime Minister Cameron", "David Cameron"),
        ("former Secretary of State Clinton", "Hillary Clinton"),
        ("former President Clinton", "Bill Clinton"),
        ("the former French president Hollande", "François Hollande"),
    ],
)
def test_an_office_that_is_held_no_longer_tells_which_namesake_is_meant(tables: Tables, text: str, name: str) -> None:
    """As surely as if it were held still, though nobody is given it back."""
    found = best(tables, text, "2018-04-05")
    assert found is not None
    assert (name, "ELI", None) == (found.name, found.sector, found.role)
    assert found.score > 0.5


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("the former French president", "2018-04-05"),
        ("European Council president", "2018-04-05"),
        ("foreign ministers of the European Union", "2018-04-05"),
        ("National Bureau of Investigation", None),
        ("president of Narnia", "2018-04-05"),
        ("Chinese President", "1950-01-01"),
        ("German President Macron", "2018-04-05"),
        ("Bavaria's premier", "2018-04-05"),
        ("Kurdish prime minister", "2018-04-05"),
        ("president of Iran's parliament", "2018-04-05"),
        ("president of the German parliament", "2018-04-05"),
        ("prime minister of the Donetsk People's Republic", "2018-04-05"),
        ("Spanish EU presidency", "2018-04-05"),
        ("EU presidency", "2018-04-05"),
        ("president of Spain", "2018-04-05"),
        ("Georgia's secretary of state", "2022-04-05"),
        ("Russia's deputy defence minister", "2018-04-05"),
        ("Poland's president-elect", "2025-06-10"),
        ("self-declared president of Venezuela", "2019-03-01"),
        ("Britain's shadow foreign secretary", "2018-04-05"),
        ("Representative Clark", "2023-01-24"),
        ("president of the German central bank", "2018-04-05"),
        ("president of the French football federation", "2018-04-05"),
        ("president of the association of German banks", "2018-04-05"),
        ("prime minister of Israel's rival", "2018-04-05"),
        ("assistant US secretary of state", "2018-04-05"),
        ("Germany's incoming chancellor", "2021-11-29"),
        ("toppled Egyptian president", "2018-04-05"),
        ("rival Libyan prime minister", "2018-04-05"),
        ("Bosnian Serb president", "2018-04-05"),
        ("Turkish Cypriot president", "2018-04-05"),
        ("the region's prime minister of Iraq", "2018-04-05"),
        ("Queen of Jordan", "2018-04-05"),
        ("king of Denmark", "2018-04-05"),
        ("British chancellor", "2018-04-05"),
        ("UK Secretary of State for Northern Ireland", "2018-04-05"),
        ("India's foreign secretary", "2018-04-05"),
        ("chief of staff of the Indonesian president", "2018-04-05"),
        ("the Polish president's successor", "2018-04-05"),
        ("USS Gerald Ford", "2018-04-05"),
        ("Ronald Reagan Airport", "2018-04-05"),
        ("Putin spokesman", "2018-04-05"),
        ("Maduro allies", "2018-04-05"),
        ("Detective Macron", "2018-04-05"),
        ("Duke of Kent", "2018-04-05"),
        ("", None),
        ("习近平", "2018-04-05"),
    ],
)
def test_nobody_is_meant_where_office_state_or_words_speak_against_it(tables: Tables, text: str, on: str | None) -> None:
    """Of a body's presidents only the one that the tables hold; of a region, a parliament or a people in several states none.

    Nor the holder of another state's office, nor the one whose deputy is meant, nor a king for a president or a queen. Nor the
    one whose spokesman or rival is meant, or whom a thing is named for.
    """
    assert best(tables, text, on) is None


@pytest.mark.parametrize(
    ("given", "fit"),
    [
        (("laurent", "fabius"), 1.0),
        (("fabius",), 0.5),
        (("l", "fabius"), pytest.approx(0.75)),
        (("laura", "fabius"), 0.0),
        (("laurent", "x", "fabius"), pytest.approx(0.8)),
        (("laurent", "fabius", "x"), 0.0),
        (("laurentfabius",), 0.0),
        (("lau", "rentfabius"), 1.0),
        (("lauren", "fabius"), pytest.approx(0.75)),
        (("a",), 0.0),
        (("fabius", "fabius"), 0.0),
        ((), 0.0),
    ],
)
def test_a_name_fits_as_far_as_its_words_are_the_persons(tables: Tables, given: tuple[str, ...], fit: float) -> None:
    """Initials alone are nobody's, another given name is another's."""
    (fabius,) = {p.name: p for p in tables.surnames["fabius"]}.values()
    assert fit == name_match(given, fabius)


def test_a_candidate_says_why(tables: Tables) -> None:
    """In words for a person."""
    found = best(tables, "Barack Obama", "2018-04-05")
    assert found is not None
    assert "president of USA until 2017-01-19" == found.reason


def test_an_ethiopian_s_first_name_alone_is_his_where_something_tells_of_him(tables: Tables) -> None:
    """A leader, or whoever stands with his state; others share such names with the scriptures."""
    found = [best(tables, name, "2021-01-06") for name in ("Abiy", "Abraham", "Ethiopian Abraham")]
    assert ["Abiy Ahmed", None, "Abraham Belay"] == [c.name if c else None for c in found]
