import pytest

from facta.language import detect


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The two ministers met on Monday and agreed to share the water of the river."),
        ("de", "Die beiden Minister trafen sich am Montag und einigten sich auf die Verteilung des Wassers."),
        ("fr", "Les deux ministres se sont rencontrés lundi et sont convenus de partager l'eau du fleuve."),
        ("ru", "Министры встретились в понедельник и договорились о распределении воды реки."),
    ],
)
def test_a_sentence_is_enough_to_tell(code: str, text: str) -> None:
    """One ordinary sentence gives its language away."""
    assert code == detect.language(text)


@pytest.mark.parametrize("text", ["", "China", "12345 67890 !!!", "lol"])
def test_too_little_text_tells_nothing(text: str) -> None:
    """A word or a row of digits has no language."""
    assert detect.language(text) is None


def test_letters_decide_on_short_texts() -> None:
    """What is too short to tell is read as English only if it is written in plain letters."""
    assert [True, False, False] == [detect.looks_english(t) for t in ("Putin visits", "Путин", "!!!")]


def test_codes_have_names() -> None:
    """A code is shown by its English name, an unknown one by itself."""
    assert ["German", "xx"] == [detect.name("de"), detect.name("xx")]
