"""Posts named by other posts."""

import pytest

from facta.read.generic import references
from tests.read.generic.area_makers import areas

ONE = '<div class="x" id="c-11"><b>Ada</b> One.</div>'


@pytest.mark.parametrize(
    "second",
    [
        '<div class="x" id="c-12" data-parent-id="11">Two.</div>',
        '<div class="x" id="c-12" data-in-reply-to="c-11">Two.</div>',
        '<div class="x parent-11" id="c-12">Two.</div>',
        '<div class="x" id="c-12"><a href="#c-11">in reply to</a> Two.</div>',
        '<div class="x" id="c-12">In reply to <a href="/news#c-11">Ada</a> Two.</div>',
        '<div class="x" id="c-12"><meta itemprop="parentItem" content="c-11">Two.</div>',
    ],
)
def test_a_post_names_the_one_it_answers_by_its_id(second):
    """In its attributes, or by a link."""
    assert [None, 0] == references.read(areas(ONE, second))


@pytest.mark.parametrize(
    "second",
    [
        '<div class="x" id="c-12" data-parent-id="0">Two.</div>',
        '<div class="x" id="c-12" data-parent-id="99">Two.</div>',
        '<div class="x" id="c-12" data-user-id="11">Two.</div>',
        '<div class="x" id="c-12"><a href="#c-11">Permalink</a> Two.</div>',
        '<div class="x" id="c-12"><a href="#c-12">in reply to</a> Two.</div>',
    ],
)
def test_other_numbers_name_no_parent(second):
    """Nobody, somebody who is not there, a user, oneself."""
    assert [None, None] == references.read(areas(ONE, second))


def test_numbers_beside_posts_tell_whom_they_answer():
    """1.2 answers 1; what is said goes before."""
    found = areas(*(f'<div class="x"><i>{said}</i>Words.</div>' for said in ("#1", "#1.1", "#1.1.1", "#2")))
    assert [None, 0, 1, None] == references.by_number(found)


def test_a_name_is_that_of_the_last_post_before_by_its_author():
    """In the same branch, where there are branches."""
    posts = [ONE, '<div class="x"><i>In reply to Ada</i></div>', ONE, '<div class="x"><i>In reply to ADA</i></div>']
    authors = ["Ada", "Ben", "Ada", "Cem"]
    assert [None, 0, None, 2] == references.by_name(areas(*posts), authors, [None] * 4)
    assert [None, 0, None, 0] == references.by_name(areas(*posts), authors, [None, 0, None, 0])


def test_an_anchor_names_the_number_of_the_post_it_answers():
    """Where posts are numbered in their order; a number that is nobody's, or the post's own, is none."""
    shown = [
        f'<div class="x"><i>{n}</i> <b>Ada</b> <p>{text}</p></div>'
        for n, text in enumerate(("One.", ">>1 Two.", ">>9", ">>4"), 1)
    ]
    assert [None, 0, None, None] == references.by_anchor(areas(*shown))
    assert [None] * 4 == references.by_anchor(areas(*(one.replace("<i>3</i>", "<i>2</i>") for one in shown)))
