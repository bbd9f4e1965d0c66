import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.language.pieces import WORD, Pieces

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "min", "##ister", "##s", "cafe", "u", ".", "s", "'"]


@pytest.fixture
def pieces() -> Pieces:
    return Pieces(VOCABULARY)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Ministers", ["min", "##ister", "##s"]),
        ("Café", ["cafe"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("'s", ["'", "s"]),
        ("xyz", ["[UNK]"]),
        ("minx", ["[UNK]"]),
    ],
)
def test_the_longest_piece_comes_first(pieces: Pieces, word: str, expected: list[str]) -> None:
    """Small letters without accents, cut at marks, each run by longest match; a run that does not come out is unknown."""
    assert expected == [VOCABULARY[n] for n in pieces(word)]


@given(st.text(max_size=300))
def test_any_word_has_some_pieces_and_not_many(word: str) -> None:
    """Whatever it is, a word takes between one place and a few."""
    assert 1 <= len(Pieces(VOCABULARY)(word)) <= WORD
