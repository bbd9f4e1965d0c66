"""Places get their state and a point on the map, and what only looks like a place gets none."""

import pytest

from facta.records import Where
from facta.resolve import Tables
from facta.resolve.place import PlaceSpot, locate, places


@pytest.mark.parametrize(
    ("words", "country", "lat"),
    [
        ("Moscow", "RUS", 55.76),
        ("the embassy in Tunis", "TUN", 36.81),
        ("Kharkiv", "UKR", 49.98),
        ("Aleppo, Syria", "SYR", 36.2),
        ("Kyiv, Ukraine", "UKR", 50.45),
        ("Tel Aviv", "ISR", 32.08),
        ("Borno State", "NGA", 11.9),
        ("the South China Sea", None, 12.0),
        ("Syria", "SYR", None),
        ("Nice", "FRA", 43.7),
        ("a forest", None, None),
    ],
)
def test_places_lie_in_a_state(words: str, country: str | None, lat: float | None, tables: Tables) -> None:
    """The state is the one the words name last; cities, regions and seas have a point, a state has none."""
    found = locate(Where(name=words, text=words), tables, "2018-01-01")
    assert (country, lat) == (found.country, None if found.lat is None else round(found.lat, 2))


def test_what_was_written_stays(tables: Tables) -> None:
    """Resolving never changes the words."""
    assert "the embassy in Tunis" == locate(Where(name="x", text="the embassy in Tunis"), tables).text


def spot(text: str, words: str, tables: Tables) -> PlaceSpot | None:
    """What is found at the first occurrence of the words."""
    start = text.index(words)
    return next((s for s in places(text, tables) if s.start < start + len(words) and start < s.end), None)


@pytest.mark.parametrize(
    ("text", "words", "country", "lat"),
    [
        ("Police in Paris, Texas, arrested a man.", "Paris", "USA", 33.66),
        ("Police in Paris arrested a man.", "Paris", "FRA", 48.86),
        ("Fighting reached Tripoli, Lebanon, on Monday.", "Tripoli", "LBN", 34.43),
        ("Fighting reached Tripoli on Monday.", "Tripoli", "LBY", 32.89),
        ("A man from Newport, Wales, won.", "Newport", "GBR", 51.59),
        ("A nurse from Perth, Scotland, is ill.", "Perth", "GBR", 56.4),
        ("She is from Pensacola, Florida.", "Pensacola", "USA", 30.42),
        ("He lives in Springfield, Ill., and sells cars.", "Springfield", "USA", 39.8),
        ("The school in Buffalo, New York, was closed.", "New York", "USA", 42.9),
        ("New York state will send help.", "New York", "USA", 42.9),
        ("He flew to New York.", "New York", "USA", 40.71),
        ("Horses in Sydney and Warwick, both in Australia, are sick.", "Warwick", "AUS", -28.22),
        ("Atlanta and other cities in Georgia, Alabama and Florida were hit.", "Georgia", "USA", 32.7),
        ("Russia and Georgia met in Tbilisi, the Georgian capital.", "Georgia", "GEO", 42.2),
        ("Officials in Mexico, China, Japan and Brazil agreed.", "China", "CHN", 35.8),
        ("Contests in California, New Jersey and four other states.", "California", "USA", 37.2),
        ("LONDON, March 3 - The government resigned.", "LONDON", "GBR", 51.51),
        ("Boko Haram attacked Baga, near Lake Chad.", "Lake Chad", None, 13.0),
        ("The army left the town of Al-Qa'im in Iraq.", "Al-Qa'im", "IRQ", 34.38),
        ("A court in Dallas County heard the case.", "Dallas County", "USA", 32.78),
        ("Cote d'Ivoire closed its border.", "Cote d'Ivoire", "CIV", 7.6),
    ],
)
def test_the_text_says_which_place_is_meant(text: str, words: str, country: str | None, lat: float, tables: Tables) -> None:
    """By what holds it, by the states the text tells of, else by how well it is known."""
    found = spot(text, words, tables)
    assert found is not None
    assert (country, lat) == (found.country, round(found.lat or 0, 2))
    assert words == found.text
    assert 0 < found.score <= 1
    assert found.reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Washington said it would send troops.", "Washington"),
        ("Michael Jordan was there. Jordan scored often.", "Jordan scored"),
        ("Georgia Meloni and Chad Smith signed.", "Georgia"),
        ("Georgia Meloni and Chad Smith signed.", "Chad"),
        ("He told Mr Reading so.", "Reading"),
        ("In March the talks ended.", "March"),
        ("Most of them left.", "Most"),
        ("Of these, Split is one.", "Of"),
        ("Nice words do not help.", "Nice"),
        ("The Orange Revolution won.", "Orange"),
        ("He reads the Washington Post.", "Washington"),
        ("She teaches at the University of Texas.", "Texas"),
        ("He studied at Boston University.", "Boston"),
        ("Manchester United won in Spain.", "Manchester"),
        ("The Bank of England cut rates.", "England"),
        ("Russian and Syrian troops advanced.", "Russian"),
        ("The Marburg virus spread in Angola.", "Marburg"),
        ("The anti-Moscow parties won.", "Moscow"),
        ("He paid US$5 for it.", "US"),
        ("In recent years trade grew with the U.S. and Canada.", "In"),
        ("Scott Walker, 48, spoke in Iowa. Walker won.", "Walker won"),
    ],
)
def test_names_of_others_are_no_places(text: str, words: str, tables: Tables) -> None:
    """Governments, persons, bodies, peoples, months and ordinary words, even where a town bears the name."""
    assert None is spot(text, words, tables)


def test_one_mention_settles_the_others(tables: Tables) -> None:
    """Where the text says once in which region a town lies, it lies there throughout, and is a place throughout."""
    text = "Officials in Hammond, Indiana, met. The two are Hammond residents."
    assert {41.58} == {round(s.lat or 0, 2) for s in places(text, tables) if s.name == "Hammond"}
    assert 2 == sum(s.name == "Hammond" for s in places(text, tables))


def test_unknown_places_lie_where_the_text_puts_them(tables: Tables) -> None:
    """In a region they get its point, in a state none; a town known elsewhere only is not taken for that."""
    text = "A farm in Quxtown, Bulacan, and one near Ruritown, Latvia; she is from Ashton, Md., they say."
    found = {s.text: (s.kind, s.country, s.lat) for s in places(text, tables)}
    assert ("unknown", "PHL", 15.0) == found["Quxtown"]
    assert ("unknown", "LVA", None) == found["Ruritown"]
    assert ("unknown", "USA", 39.0) == found["Ashton"]


def test_offsets_are_those_of_the_text(tables: Tables) -> None:
    """In reading order, over all lines, and none overlaps another."""
    text = "Fighting in Homs\n\nTroops left Homs, Syria's third city, for Hama and the Golan Heights.\n"
    found = places(text, tables)
    assert ["Homs", "Homs", "Syria", "Hama", "Golan Heights"] == [text[s.start : s.end] for s in found]
    assert [s.text for s in found] == [text[s.start : s.end] for s in found]


def test_empty_texts_have_no_places(tables: Tables) -> None:
    """Nor do texts without a capital."""
    assert [] == places("", tables) == places("nothing here", tables)
