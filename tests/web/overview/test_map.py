"""The map of who acts how much, or how one state acts towards the others."""

import pytest

from facta.relations.overview.records import Counts
from facta.web.atlas import HEIGHT, WIDTH, outlines
from facta.web.overview.map import drawn
from tests.web.overview.world_makers import acts, state, world

SOME = (
    state("CHN", "China", 30, 10),
    state("RUS", "Russia", 1, 1),
    state("SGP", "Singapore", 1),
    state("EUU", "European Union", 2),
)


def lands(found):
    """Class and words of each country drawn, by code."""
    return {land.code: (land.kind, land.told.splitlines()) for land in drawn(found).lands if land.code != "-"}


def test_a_country_is_the_darker_the_more_stories_it_has():
    """One without any is there too."""
    found = lands(world(states=SOME))
    assert int(found["CHN"][0].removeprefix("v-")) > int(found["RUS"][0].removeprefix("v-")) > 0
    assert ["China", "acts: 40 stories, balance +0.50", "is acted upon: 0 stories", "partners: 1"] == found["CHN"][1]
    assert ("none", ["Norway", "no story"]) == found["NOR"]


def test_who_has_no_outline_is_a_dot_and_who_has_no_place_stands_beside():
    """Dots are drawn upon the outlines."""
    made = drawn(world(states=SOME))
    (dot,) = (land for land in made.lands if land.path is None)
    assert "SGP" == dot.code == made.lands[-1].code
    assert 0 < dot.x < WIDTH and 0 < dot.y < HEIGHT
    assert [("EUU", "European Union", 2)] == [(one.code, one.name, one.stories) for one in made.elsewhere]


def test_towards_the_others_a_balance_is_shown():
    """No cuts of numbers; who is not acted upon has no story."""
    found = world(states=SOME, state="CHN", does=(acts("CHN", "RUS", 9, 1), acts("CHN", "EUU", 0, 3)))
    told = lands(found)
    assert ("chosen", ["China", "acts: 40 stories, balance +0.50"]) == told["CHN"]
    assert "coop" in told["RUS"][0] and ["Russia", "10 stories, balance +0.80"] == told["RUS"][1]
    assert ("none", ["Singapore", "no story"]) == told["SGP"]
    assert () == drawn(found).cuts
    assert [("EUU", 3)] == [(one.code, one.stories) for one in drawn(found).elsewhere]


def test_a_balance_of_nothing_is_unknown_whoever_is_chosen():
    """A state that is only acted upon."""
    quiet = state("CHN", "China", receives=Counts.of(3, 0))
    for chosen in (None, "CHN"):
        assert "acts: 0 stories, balance unknown" in lands(world(states=(quiet,), state=chosen))["CHN"][1]


def test_a_body_that_is_chosen_does_not_stand_beside_its_own_map():
    """It is what the map is about."""
    assert () == drawn(world(states=SOME, state="EUU", does=(acts("EUU", "RUS", 1, 0),))).elsewhere


@pytest.mark.parametrize("states", [(), (state("YUG", "Yugoslavia", 1),)])
def test_a_map_without_anybody_on_it_is_all_outlines(states):
    """A state that is no more has no place."""
    made = drawn(world(states=states))
    assert len(outlines()) == len(made.lands)
    assert {"none"} == {land.kind for land in made.lands}
    assert len(states) == len(made.elsewhere)
