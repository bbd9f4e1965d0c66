"""Which elements belong to which post."""

from tests.read.generic.area_makers import areas


def test_an_element_belongs_to_the_nearest_post_around_it():
    """Each to one."""
    found = areas(
        '<div class="x"><b>A</b><p>Words of one are many here.</p><div class="x"><i>B</i>Words of two are many here.</div></div>'
    )
    assert [["div", "b", "p"], ["div", "i"]] == [[e.tag for e in area.own] for area in found]
    assert [None, 0] == [area.outer for area in found]
    assert found[0].depth < found[1].depth


def test_a_post_of_siblings_takes_in_what_follows():
    """Where its own element says nothing, up to the next post's."""
    found = areas(
        "<dt class='x'></dt>",
        "<dd>Words of one are many here.</dd>",
        "<dt class='x'></dt>",
        "<dd>Words of two are many.</dd>",
        inside="<dl>{}</dl>",
    )
    assert [["dt", "dd"], ["dt", "dd"]] == [[e.tag for e in area.own] for area in found]


def test_a_post_is_the_outermost_element_around_it_alone():
    """Where its own says nothing."""
    rows = [f'<li><b class="x"></b><p>Words of number {n} are many here.</p></li>' for n in range(3)]
    assert ["li"] * 3 == [area.item.tag for area in areas(*rows, inside="<ul>{}</ul>")]
