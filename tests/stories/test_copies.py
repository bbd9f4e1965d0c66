"""Pages that tell the same text are found, whatever order they come in."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.stories import copies
from tests.stories.story_makers import prose


def grouped(*texts):
    """The number of each text's group, from 0 in the order they appear."""
    label = copies.groups(copies.buckets(texts)).tolist()
    return [list(dict.fromkeys(label)).index(n) for n in label]


def rewritten(text, seed, one_in=25):
    """A text with one word of so many replaced."""
    rng = random.Random(seed)
    return " ".join(f"word{rng.random()}" if rng.random() < 1 / one_in else word for word in text.split())


def test_identical_texts_are_copies():
    """Also where only capitals, blanks and marks differ."""
    text = prose(1)
    assert [0, 0, 0] == grouped(text, text, "  " + text.upper().replace(".", " !\n"))


def test_different_texts_are_no_copies():
    """Sixty texts of one small vocabulary are sixty groups."""
    assert list(range(60)) == grouped(*(prose(n) for n in range(60)))


def test_a_lightly_rewritten_text_is_nearly_always_a_copy():
    """One word in twenty-five replaced: nine of ten are found."""
    pairs = [grouped(text := prose(n, 20), rewritten(text, n)) for n in range(40)]
    assert pairs.count([0, 0]) >= 36


def test_a_text_half_of_which_is_new_is_no_copy():
    """A report that only begins like another is a text of its own."""
    pairs = [grouped(prose(n), prose(n, 6) + " " + prose(n + 1000, 8)) for n in range(40)]
    assert pairs.count([0, 1]) >= 38


def test_a_syndicated_text_with_a_line_of_credit_is_a_copy():
    """An agency's text under another headline, with its credit before and after."""
    text = prose(3, 15)
    assert [0, 0] == grouped(text, f"MOSCOW (Reuters) - {text} (Reporting by A. Writer; editing by B. Other)")


@pytest.mark.parametrize("text", ["", "!", "Stocks", "Breaking news: more to follow soon", "ha " * 50])
def test_a_short_text_is_nobodys_copy(text):
    """Neither its own nor a stock phrase's: below eight different pairs of words nothing is compared."""
    assert [0, 1] == grouped(text, text)


def test_eight_pairs_of_words_are_enough():
    """Nine different words make eight pairs."""
    words = "one two three four five six seven eight nine".split()
    assert ([0, 0], [0, 1]) == (grouped(*[" ".join(words)] * 2), grouped(*[" ".join(words[:-1])] * 2))


def test_texts_in_any_script_are_compared():
    """Words are letters of any alphabet."""
    text = "Президенты встретились в Москве и говорили о газе до самого вечера вместе с министрами обеих стран"
    assert [0, 0, 1] == grouped(text, text, prose(1))


def test_no_texts_make_no_groups():
    """Nothing in, nothing out: the last page of a store may be forgotten."""
    assert ([], (0, copies.BANDS)) == (copies.groups([]).tolist(), copies.buckets([]).shape)


def test_buckets_stay_what_they_were():
    """They lie in stores, so they must not change with a library: a new kind of bucket needs a migration."""
    (row,) = copies.buckets(["the quick brown fox jumps over the lazy dog and runs away"]).tolist()
    assert [5270895287167939690, 4396285401418283450, 2897731945143230574] == row[:3]


def test_no_two_bands_share_a_bucket():
    """The same numbers in two bands are two buckets."""
    found = copies.buckets([prose(n) for n in range(50)])
    assert 0 == len(set.intersection(*map(set, found.T.tolist())))
    assert copies.BANDS == len(set(found[0].tolist()))


def test_copies_of_copies_are_one_group():
    """Groups hang together through buckets in common; -1 is no bucket."""
    rows = np.full((4, copies.BANDS), -1)
    rows[0, 0] = rows[1, 0] = 5
    rows[1, 1] = rows[2, 1] = 6
    label = copies.groups(rows).tolist()
    assert (label[0], label[0], True) == (label[1], label[2], label[3] != label[0])


@given(st.lists(st.lists(st.integers(-1, 6), min_size=2, max_size=2), max_size=12))
def test_groups_are_what_joining_pair_by_pair_gives(pages):
    """Against a search that merges groups until none share a bucket."""
    rows = [row + [-1] * (copies.BANDS - 2) for row in pages]
    want = [{n} for n in range(len(rows))]
    for n, row in enumerate(rows):
        for m in range(n):
            if set(row) & set(rows[m]) - {-1} and want[n] is not want[m]:
                joined = want[n] | want[m]
                for k in joined:
                    want[k] = joined
    label = copies.groups(rows).tolist()
    assert [sorted(group) for group in want] == [[m for m, other in enumerate(label) if other == own] for own in label]


@given(st.permutations(range(8)))
def test_the_least_key_names_a_group_in_any_order(order):
    """Names do not depend on which page came first."""
    label, keys = [0, 1, 0, 2, 1, 0, 2, 3], list("hgfedcba")
    want = dict(zip(keys, ["c", "d", "c", "b", "d", "c", "b", "a"], strict=True))
    assert [want[keys[n]] for n in order] == copies.names([label[n] for n in order], [keys[n] for n in order])
