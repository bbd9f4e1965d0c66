"""The matrix of the busiest states."""

from facta.relations.overview.records import Acts, Counts, World
from facta.web.overview.matrix import CELL, HEAD, LABEL, LONGEST, drawn

NONE = Counts.of(0, 0)


def world(*cells, sides=("CHN", "RUS")):
    known = {"since": None, "until": None, "counted": 0, "pairs": 0, "states": (), "points": (), "triads": (), "state": None}
    return World(sides=sides, cells=cells, does=(), receives=(), **known)


def acts(by, to, coop, conf):
    counts = Counts.of(coop, conf)
    return Acts(by=by, to=to, all=counts, talk=NONE, commitment=NONE, deed=counts, net=0.0)


def test_a_square_is_as_large_as_there_are_stories():
    """By area, in the row of who acts and the column of who is acted upon."""
    large, small = drawn(world(acts("CHN", "RUS", 4, 0), acts("RUS", "CHN", 0, 1))).squares
    assert (CELL - 4.0, (CELL - 4) / 2, "coop-2", "conf-2") == (large.size, small.size, large.kind, small.kind)
    assert (False, True) == (large.hatched, small.hatched)
    assert (LABEL + CELL + 2, HEAD + 2) == (large.x, large.y)


def test_of_a_rung_without_stories_nothing_is_drawn():
    """But the names."""
    found = world(acts("CHN", "RUS", 4, 0))
    assert (1, 0, 1) == tuple(len(drawn(found, rung).squares) for rung in (None, "talk", "deed"))
    assert [("CHN", "China"), ("RUS", "Russia")] == [row[:2] for row in drawn(found).rows]


def test_a_long_name_is_its_code_in_the_margin():
    """And whole above its column."""
    made = drawn(world(sides=("COD",)))
    assert "COD" == made.rows[0][1]
    assert LONGEST < len(made.columns[0][1])
    assert (LABEL, HEAD) == (drawn(world(sides=())).width, drawn(world(sides=())).height)
