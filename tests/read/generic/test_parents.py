"""Whom each post answers."""

from hypothesis import given
from hypothesis import strategies as st

from facta.read.generic import parents
from tests.read.generic.area_makers import areas

WORDS = "Words of a post are many here."
ANY = st.integers(0, 8).flatmap(lambda n: st.lists(st.none() | st.integers(0, max(0, n - 1)), min_size=n, max_size=n))


def rises(found, n):
    """Whether the way up from a post ends."""
    for _ in found:
        n = None if n is None else found[n]
    return n is None


@given(ANY)
def test_without_circles_every_way_up_ends(found):
    """And no more is cut than needs be: what leads up stays."""
    before = list(found)
    kept = parents.without_circles(list(found))
    assert all(rises(kept, n) for n in range(len(kept)))
    assert all(a == b or b is None for a, b in zip(before, kept, strict=True))
    assert all(a == b for n, (a, b) in enumerate(zip(before, kept, strict=True)) if rises(before, n))


@given(ANY)
def test_in_order_parents_stand_before_replies(found):
    """Each post once; what is in order already stays."""
    kept = parents.without_circles(found)
    order = parents.in_order(kept)
    place = {n: at for at, n in enumerate(order)}
    assert sorted(order) == list(range(len(kept)))
    assert all(p is None or place[p] < place[n] for n, p in enumerate(kept))
    assert all(p is None or p < n for n, p in enumerate(kept)) <= (order == list(range(len(kept))))


def test_a_reply_stands_inside_the_post_it_answers():
    """Or deeper, in what follows it."""
    inside = areas('<div class="x">One<div class="x">Two<div class="x">Three</div></div></div><div class="x">Four</div>')
    assert [None, 0, 1, None] == parents.nesting(inside)
    beside = areas(f'<div><p class="x">{WORDS}</p><ul><li class="x">{WORDS}</li></ul></div><div><p class="x">{WORDS}</p></div>')
    assert [None, 0, None] == parents.nesting(beside)


def test_what_nothing_tells_is_a_post_of_its_own():
    """And no posts answer nobody."""
    side = areas('<p class="x">One word after another.</p><p class="x">Two words after another.</p>')
    assert ([None, None], []) == (parents.read(side, [None, None]), parents.nesting([]))
