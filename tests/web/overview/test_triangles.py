"""Three relations as a signed triangle."""

import pytest

from facta.relations.records import Interval, Triad
from facta.web.overview.triangles import CORNERS, drawn


def triad(*net):
    names = ("CHN-RUS", "CHN-USA", "RUS-USA")
    return Triad(
        sides=("CHN", "RUS", "USA"),
        net={name: Interval(value=value, low=value - 1, high=value + 1) for name, value in zip(names, net, strict=True)},
        stories=dict.fromkeys(names, 5),
        balanced=None,
        probability=None,
    )


@pytest.mark.parametrize(
    ("net", "meaning"),
    [
        ((1, 1, 1), "three friends"),
        ((1, 1, -1), "friends of one, enemies of each other"),
        ((1, -1, -1), "two against one"),
        ((-1, -1, -1), "three enemies"),
        ((0, 1, -1), "one relation leans to neither side"),
    ],
)
def test_three_signs_mean_something_together(net, meaning):
    """By how many are enemies."""
    (made,) = drawn((triad(*net),))
    assert meaning == made.meaning
    assert [{1: "+", -1: "−", 0: "0"}[value] for value in net] == [edge.sign for edge in made.edges]


def test_a_sign_stands_in_the_middle_of_its_side():
    """Corners are named."""
    (made,) = drawn((triad(1, 1, 1),))
    assert tuple((code, *at) for code, at in zip(("CHN", "RUS", "USA"), CORNERS, strict=True)) == made.corners
    assert all(((e.x1 + e.x2) / 2, (e.y1 + e.y2) / 2) == (e.x, e.y) for e in made.edges)
    assert "China ↔ Russia\n5 stories" in made.edges[0].told
    assert () == drawn(())
