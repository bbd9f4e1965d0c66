"""What looks alike in most posts plays the same part in all."""

from facta.read.generic import looks
from tests.read.generic.area_makers import areas


def tags(found):
    return [None if e is None else e.tag for e in found]


def test_the_vote_of_all_posts_decides():
    """Where one post's own fit would choose another."""
    posts = ['<div class="x"><i>A</i><b>B</b></div>'] * 3 + ['<div class="x"><i>A</i></div>', '<div class="x">Words.</div>']
    found = areas(*posts)

    def fitting(area):
        fits = {"i": 1.0, "b": 1.1}
        return [(e, fits[e.tag]) for e in area.own if e.tag in fits]

    assert ["b", "b", "b", "i", None] == tags(looks.chosen(found, fitting, vote=0))
    assert ["i", "i", "i", "i", None] == tags(looks.chosen(found, fitting, vote=1))
    assert [] == looks.chosen([], fitting, vote=1)


def test_what_stands_in_a_quotation_is_not_the_posts_own():
    """In a `blockquote`, or an element so named."""
    (area,) = areas(
        '<div class="x"><blockquote><b>Ben</b></blockquote><div class="quoted"><i>Cem</i></div><span class="quote">a</span></div>'
    )
    assert {"blockquote", "b", "div", "i"} == {e.tag for e in looks.quoted(area)}
