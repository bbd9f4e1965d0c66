"""Words against deeds, a point a pair."""

import pytest

from facta.web.overview.scatter import BOTTOM, LEFT, RIGHT, TOP, drawn
from tests.web.overview.world_makers import point, world


def dots(*points):
    """What is drawn, by who acts."""
    return {dot.point.by: dot for dot in drawn(world(points=points)).dots}


def test_kind_words_stand_to_the_right_and_kind_deeds_above():
    """At the edges of the plot where all are of one kind."""
    found = dots(point("A", "X", (3, 0), (3, 0)), point("B", "X", (0, 3), (0, 3)), point("C", "X", (1, 1), (1, 1)))
    assert [(RIGHT, TOP), (LEFT, BOTTOM), ((LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2)] == [
        (found[n].x, found[n].y) for n in ("A", "B", "C")
    ]


def test_a_point_lies_inside_its_intervals():
    """Which end in it where they are not known."""
    one = dots(point("A", "X", (3, 1), (1, 3)))["A"]
    assert one.left < one.x < one.right and one.top < one.y < one.bottom
    bare = dots(point("A", "X", (3, 1), (1, 3), around=None))["A"]
    assert (bare.x, bare.x, bare.y, bare.y) == (bare.left, bare.right, bare.top, bare.bottom)


@pytest.mark.parametrize(
    ("gap", "kind"),
    [
        ((0.1, 0.5), "kinder-words"),
        ((-0.5, -0.1), "kinder-deeds"),
        ((-0.1, 0.5), "unclear"),
        ((0.0, 0.5), "unclear"),
        (None, "few"),
    ],
)
def test_a_gap_is_claimed_only_where_its_interval_lies_on_one_side(gap, kind):
    """With too few deeds nothing is."""
    assert kind == dots(point("A", "X", gap=gap))["A"].kind


def test_the_busiest_is_drawn_last_and_largest():
    """Upon the others."""
    found = drawn(world(points=(point("A", "X", stories=100), point("B", "X", stories=1))))
    assert ["B", "A"] == [dot.point.by for dot in found.dots]
    assert found.dots[0].radius < found.dots[1].radius == 12


def test_labels_never_stand_upon_each_other():
    """The busier keeps its own."""
    found = dots(point("A", "X"), point("B", "X"), point("C", "X", (0, 1), (0, 1)))
    assert ["A → X", "", "C → X"] == [found[n].label for n in ("A", "B", "C")]
    many = [point(f"P{n}", "X", (n, 20 - n), (20 - n, n)) for n in range(21)]
    assert sum(bool(dot.label) for dot in drawn(world(points=many)).dots) <= 12


def test_a_label_that_leans_inwards_stands_upon_no_other():
    """Two points are far apart, but what is written between them would not be."""
    found = dots(point("A", "X", (17, 3), (1, 1)), point("B", "X", (13, 7), (1, 1)), point("C", "X", (1, 19), (1, 1)))
    assert found["A"].x - found["B"].x > 17
    assert [("A → X", -1), ("B → X", -1), ("C → X", 1)] == [(found[n].label, found[n].shift) for n in ("A", "B", "C")]


def test_a_label_at_the_right_edge_leans_inwards():
    """There it has room."""
    found = dots(point("A", "X", (1, 0), (1, 0)), point("B", "X", (0, 1), (0, 1)))
    assert [("end", -1), ("start", 1)] == [(found[n].anchor, found[n].shift) for n in ("A", "B")]


def test_a_label_at_the_upper_edge_stands_below_its_point():
    """Above it the axis has its name."""
    found = dots(point("A", "X", (1, 1), (1, 0)), point("B", "X", (1, 1), (1, 1)))
    assert found["A"].drop > 0 > found["B"].drop


def test_a_point_tells_its_numbers():
    """And why there is no gap."""
    told = dots(point("A", "X", (3, 1), (1, 0), around=None))["A"].told
    assert ["A → X", "talk: +0.50, 4 stories", "deeds: +1.00, 1 story", "say-do gap: too few deeds"] == told.splitlines()
    assert "say-do gap: +0.30 (+0.10 to +0.50)" in dots(point("A", "X", gap=(0.1, 0.5)))["A"].told


def test_without_points_there_are_axes():
    """Five ticks on either."""
    made = drawn(world())
    assert ((), 5) == (made.dots, len(made.ticks))
    assert (LEFT, BOTTOM) == made.ticks[0][:2]
