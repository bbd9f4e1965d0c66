from collections.abc import Callable

import numpy as np
import pytest

from facta.language.pieces import Pieces
from facta.language.windows import BLOCK, FEATURES, PIECES, Layout, batch, in_quotes, layout, windows
from facta.values.spans import Range

PIECES_OF_ALL = Pieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
"""Every word is one unknown piece."""


@pytest.fixture
def laid() -> Callable[[str], Layout]:
    return lambda text: layout(text, [Range(0, len(text))], PIECES_OF_ALL)


def test_each_word_is_answered_for_once(laid: Callable[[str], Layout]) -> None:
    """However long a text, its windows take turns without gap or doubling, and each stays within its room."""
    at = laid("The minister left. " * 400)
    found = list(windows(at, PIECES_OF_ALL))
    assert list(range(len(at.words))) == [k for w in found for k in range(w.begin, w.end)]
    assert max(len(w.ids) for w in found) <= PIECES
    assert all(w.first <= w.begin < w.end <= w.last for w in found)


def test_a_window_is_cut_between_sentences_and_sees_its_neighbours(laid: Callable[[str], Layout]) -> None:
    """What it answers for begins with a sentence, and words on either side are seen as context."""
    at = laid("The minister left the hall early. " * 200)
    _, second, *_ = windows(at, PIECES_OF_ALL)
    assert at.home[second.begin - 1] != at.home[second.begin]
    assert second.first < second.begin
    assert second.end < second.last


def test_later_windows_begin_with_the_headline(laid: Callable[[str], Layout]) -> None:
    """The first sentence goes before a window that does not hold it, marked by a feature, and is none of its words."""
    at = laid("Ministers quarrel.\n\n" + "The talks went on for long. " * 120)
    first, second, *_ = windows(at, PIECES_OF_ALL)
    assert 0 == max(f % FEATURES[3] for f in first.features)
    head = [n for n, f in enumerate(second.features) if f % FEATURES[3]]
    assert [1, 2, 3] == head
    assert second.at[0] == 4


def test_features_tell_shape_quotation_and_openings(laid: Callable[[str], Layout]) -> None:
    """What the vocabulary forgets: capitals, numbers, marks; words in quotation marks; firsts of paragraphs and sentences."""
    at = laid('NATO said: "We left in 2014." He agreed.')
    told = {at.text[r.start : r.end]: f for r, f in zip(at.words, at.features, strict=True)}
    apart = {word: np.unravel_index(f, FEATURES) for word, f in told.items()}
    assert (2, 0, 1, 0) == apart["NATO"]
    assert (1, 1, 0, 0) == apart["We"]
    assert (4, 1, 0, 0) == apart["2014"]
    assert (1, 0, 2, 0) == apart["He"]
    assert {'"', "We", "left", "in", "2014"} == {word for word, f in told.items() if in_quotes([f])[0]} - {"."}


def test_a_sentence_in_capitals_is_read_as_in_small_letters(laid: Callable[[str], Layout]) -> None:
    """So that a shouted headline is read as the same one told quietly; an abbreviation alone is not shouted."""
    loud, quiet = laid("FRANCE EXPELS SIX ENVOYS."), laid("france expels six envoys.")
    assert (quiet.features, quiet.pieces) == (loud.features, loud.pieces)
    assert laid("nato").features != laid("NATO").features


def test_a_batch_is_padded_with_zeros(laid: Callable[[str], Layout]) -> None:
    """Windows of unequal length stand in arrays of the longest one's; the mask tells what is real."""
    short, long = (next(windows(laid(t), PIECES_OF_ALL)) for t in ("He left.", "He left the hall."))
    arrays = batch([short, long])
    assert [5, 7] == arrays["mask"].sum((1, 2)).tolist()
    assert 0 == arrays["ids"][0, 0, 5:].sum()
    assert (2, 1, 7) == arrays["features"].shape
    assert np.array_equal(arrays["at"], [[1, 2, 3, 0, 0], [1, 2, 3, 4, 5]])


def test_a_long_window_is_a_row_of_blocks(laid: Callable[[str], Layout]) -> None:
    """Blocks are of equal length and together hold the window in order; less than a block is padding."""
    w = next(windows(laid("The minister left the hall early. " * 40), PIECES_OF_ALL))
    arrays = batch([w])
    _, blocks, size = arrays["ids"].shape
    assert 1 < blocks
    assert abs(size - BLOCK) < BLOCK / 2
    assert w.ids == arrays["ids"].flatten()[: len(w.ids)].tolist()
    assert 0 <= blocks * size - len(w.ids) < blocks


def test_an_empty_text_has_no_window(laid: Callable[[str], Layout]) -> None:
    """Nothing to read, nothing to ask."""
    assert [] == list(windows(laid(""), PIECES_OF_ALL))


@pytest.mark.parametrize("shift", [0, 40, 300])
def test_training_sees_each_word_in_one_window(laid: Callable[[str], Layout], shift: int) -> None:
    """Without context windows do not overlap, wherever the first one is cut."""
    at = laid("The minister left the hall early. " * 200)
    found = list(windows(at, PIECES_OF_ALL, context=0, shift=shift))
    assert list(range(len(at.words))) == [k for w in found for k in range(w.first, w.last)]
