"""Words compare equal whatever their accents, dots, hyphens and possessives."""

import pytest

from facta.resolve.rows import rows
from facta.resolve.words import key, keys, plain, split, without_article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Côte d'Ivoire", "cote divoire"),
        ("U.S.", "us"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("al-Qaeda", "al qaeda"),
        ("MI6", "mi6"),
        ("Mevlüt Çavuşoğlu", "mevlut cavusoglu"),
    ],
)
def test_keys_ignore_how_a_name_is_dressed(text: str, expected: str) -> None:
    """Accents, dots, apostrophes and hyphens do not count."""
    assert expected == key(text)


def test_offsets_cover_the_word_without_its_possessive() -> None:
    """`Iran's` is the word Iran at 0:4, and remembers that it owns something."""
    word = split("Iran's army")[0]
    assert (0, 4, "iran", True) == (word.start, word.end, word.norm, word.possessive)


def test_a_hyphen_joins_words() -> None:
    """Each half of a hyphenated word is a word, the second one joined to the first."""
    assert [("us", False), ("backed", True), ("forces", False)] == [(w.norm, w.joined) for w in split("U.S.-backed forces")]


def test_nothing_joins_the_first_word() -> None:
    """Nor does the dash at which a piece of a text ends."""
    assert [False] == [w.joined for w in split("Peru –")]


def test_articles_are_taken_off_the_front_only() -> None:
    """`the army of the north` loses its first article and keeps the second."""
    assert "army of the north" == without_article("the army of the north")


def test_plain_is_lower_case() -> None:
    """Capitals do not count."""
    assert "kyiv" == plain("KYIV")


def test_many_keys_are_what_one_is() -> None:
    """For every name of the tables, and for what names may hold: blanks, possessives, dots, digits, letters without parts."""
    columns = (("holders", "person"), ("holders", "variants"), ("outlets", "aliases"), ("places", "names"), ("groups", "aliases"))
    names = [name for table, column in columns for row in rows(table) for name in row[column].split("; ")]
    names += [
        "",
        " a",
        "b ",
        "A--B",
        "Straße",
        "İzmir",
        "x . y",
        "Mr. .",
        "Boss'",
        "the O's Y",
        "'s",
        "14th Lama",
        "U.S. Army",
        "²",
    ]
    assert [key(name) for name in names] == keys(names)


def test_no_names_have_no_keys() -> None:
    """An empty list stays one."""
    assert [] == keys([])
