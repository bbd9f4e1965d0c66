"""Charts that a server draws: positions in percent."""

from itertools import pairwise

import msgspec
import pytest

from facta.relations.busiest import Pair, Year
from facta.web import drawing
from tests.relations.picture_makers import measures, relation

RISING = [((1, 1), (0, 0), (2, 0)), ((4, 0), (0, 2), (0, 1)), None]


def test_words_stand_above_the_line_and_deeds_below():
    """The highest bars fill the drawing; nothing is drawn of nothing."""
    made = drawing.mirrored(relation(RISING))
    assert (6, 2, 75) == (made.up, made.down, made.zero)
    assert all(bar.y >= made.zero - 0.01 if "deed" in bar.kind else bar.y + bar.height <= made.zero + 0.01 for bar in made.bars)
    assert (0, 100) == (min(bar.y for bar in made.bars), pytest.approx(max(bar.y + bar.height for bar in made.bars)))
    assert {"coop-talk": 2, "conf-talk": 1, "coop-deed": 1, "conf-commitment": 1, "conf-deed": 1} == {
        kind: [b.kind for b in made.bars].count(kind) for kind in {b.kind for b in made.bars}
    }
    assert () == drawing.mirrored(relation([])).bars


def test_years_are_named_where_there_is_room():
    """At the first period of each, no closer than a label is wide."""
    ticks = drawing.mirrored(relation([((1, 0), (0, 0), (0, 0))] * 30, by="year")).ticks
    assert len(ticks) < 30
    assert all(b - a >= 7 for (a, _), (b, _) in pairwise(ticks))


def test_a_balance_is_marked_on_a_scale():
    """In the middle where it is even; a rung without stories is left out."""
    marks = drawing.forest(measures((3, 1), (0, 0), (1, 1)))
    assert [("Talk", 75.0, 4), ("Deeds", 50.0, 2)] == [(m.label, m.at, m.stories) for m in marks]
    assert all(m.low <= m.at <= m.low + m.width for m in marks)
    (bare,) = drawing.forest(measures((3, 1), around=None))
    assert (None, 0, None) == (bare.low, bare.width, bare.told)
    assert drawing.gap_mark(measures((3, 1))) is None


def spark(year, coop, conf):
    """A pair with stories of one year: words of cooperation, deeds of conflict."""
    one = Year(year=year, words_coop=coop, words_conf=0, deeds_coop=0, deeds_conf=conf)
    known = {"stories": coop + conf, "talk": coop, "commitment": 0, "deed": conf, "first": None, "last": None}
    return Pair(a="CHN", b="RUS", names=("China", "Russia"), years=(one,), **known)


def test_sparks_of_several_pairs_share_their_scales():
    """Of time and number; without years there is a line alone."""
    first, second = drawing.sparks([spark(2016, 1, 0), spark(2018, 3, 1)])
    assert first.zero == second.zero == 75
    assert (25, 75) == (first.bars[0].height, second.bars[0].height)
    assert second.bars[0].x > 50 > first.bars[0].x
    assert [()] == [made.bars for made in drawing.sparks([msgspec.structs.replace(spark(2016, 1, 0), years=())])]
