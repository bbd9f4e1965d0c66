"""What drawings show, for whoever hears the page."""

import pytest

from facta.web.overview.scatter import drawn
from facta.web.overview.told import pictures
from tests.web.overview.world_makers import acts, point, state, world

NAMES = {"CHN": "China", "USA": "United States", "RUS": "Russia"}


def told(found, rung=None):
    """The three sentences."""
    return pictures(found, NAMES, drawn(found), rung)


def test_of_nothing_it_is_said_that_there_is_nothing():
    """In a sentence each."""
    assert {"map": "There is no story.", "matrix": "There is no story.", "scatter": "There is no pair to compare."} == told(
        world()
    )
    assert "It acts upon nobody." == told(world(state="USA"))["map"]


@pytest.mark.parametrize(
    ("many", "sentence"),
    [
        (1, "Most stories are of China (4)."),
        (2, "Most stories are of China (4) and the United States (3)."),
        (4, "Most stories are of China (4), the United States (3) and Russia (2)."),
    ],
)
def test_the_map_names_the_three_busiest(many, sentence):
    """With their article, and `and` before the last."""
    states = (state("CHN", "China", 4), state("USA", "United States", 3), state("RUS", "Russia", 2), state("PER", "Peru", 1))
    assert sentence == told(world(states=states[:many]))["map"]


def test_the_map_of_one_state_says_upon_whom_it_acts():
    """A sentence begins with a capital; who has no name is called by the code."""
    found = world(state="USA", does=(acts("USA", "CHN", 3, 1), acts("USA", "XKX", 0, 2)))
    assert "The United States acts most upon China (4, balance +0.50) and XKX (2, balance −1.00)." == told(found)["map"]


def test_the_matrix_counts_what_it_shows():
    """One rung or all."""
    found = world(cells=(acts("CHN", "RUS", 1, 0), acts("RUS", "CHN", 3, 3)))
    assert (
        "Most is told of Russia to China (6 stories, balance 0.00) and China to Russia (1 story, balance +1.00)."
        == told(found)["matrix"]
    )
    assert "There is no story." == told(found, "talk")["matrix"]


def test_the_scatter_counts_its_kinds():
    """Those that there are."""
    found = world(points=(point("A", "X", gap=(0.1, 0.5)), point("B", "X"), point("C", "X")))
    assert (
        "Of 3 pairs one talks to the other in 1 more kindly than it acts and in 2 with fewer than 10 deeds to compare."
        == told(found)["scatter"]
    )
