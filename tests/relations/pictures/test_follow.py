"""The curve of follow-through beside chance, and its table."""

import msgspec
import pytest

from facta.relations.pictures import follow
from facta.relations.pictures.sheet import MARGIN, Sheet, rendered
from facta.relations.records import Step
from tests.relations.picture_makers import commitment, ledger, share

SOME = ledger(commitment())


def sheet(found, *, inner=7.0):
    """A sheet with follow-through in its only column."""
    kept = []

    def draw():
        kept.append(Sheet(5.0, inner, title="T", about=(), note="n"))
        follow.drawn(kept[0], MARGIN, 4.0, found)
        return kept[0]

    rendered(draw, "svg")
    return kept[0]


def words(drawn):
    """All that is written beside the field."""
    return [text.get_text() for text in drawn.figure.texts]


def curve(*steps):
    """The ledger with another curve: days, share, placebo."""
    return msgspec.structs.replace(
        SOME, curve=tuple(Step(days=d, share=s, low=s, high=s, placebo=p) for d, s, p in steps), follow_through={}
    )


@pytest.mark.parametrize(("most", "top"), [(0.1, 0.25), (0.25, 0.25), (0.26, 0.5), (0.7, 0.75), (0.76, 1.0), (1.0, 1.0)])
def test_the_scale_ends_at_a_quarter_that_holds_the_curve(most, top):
    """So that two ledgers can be compared."""
    (field,) = sheet(curve((0, 0.0, 0.0), (365, most, 0.0))).figure.axes
    assert (0, top) == field.get_ylim()
    assert (0, 365) == field.get_xlim()


@pytest.mark.parametrize(("met", "chance"), [(0.4, 0.4), (0.4, 0.39), (0.0, 0.0), (0.1, 0.5), (1.0, 1.0)])
def test_the_names_of_both_lines_never_touch(met, chance):
    """However near their ends lie; the higher line keeps the higher name."""
    (field,) = sheet(curve((0, 0.0, 0.0), (365, met, chance))).figure.axes
    (one, first), (other, second) = ((text.get_position()[1], text.get_text()) for text in field.texts)
    assert ["met", "by chance"] == [label.splitlines()[-1] for label in (first, second)]
    assert abs(one - other) >= 0.13 * field.get_ylim()[1] - 1e-9
    assert (one > other) == (met >= chance)
    assert min(one, other) >= 0


def test_only_days_that_were_watched_are_on_the_axis():
    """A curve of forty days ends there."""
    (field,) = sheet(curve((0, 0.0, 0.0), (40, 0.2, 0.1))).figure.axes
    assert [30] == list(field.get_xticks())


def test_a_placebo_that_is_unknown_is_not_named():
    """A line at nothing would claim that chance gives nothing."""
    (field,) = sheet(curve((0, 0.0, None), (365, 0.4, None))).figure.axes
    assert ["met"] == [text.get_text().splitlines()[-1] for text in field.texts]


def test_each_horizon_is_a_row_with_its_intervals():
    """What is unknown is called so."""
    told = words(sheet(msgspec.structs.replace(SOME, follow_through={"30": share(30, (0.0, 0.1)), "365": share(None)})))
    at = told.index("30 days")
    assert ["30 days", "3%", "2% to 5%", "2%", "1% to 2%", "2%", "0% to 10%", "unknown"] == told[at : at + 8]
    assert ["365 days", "unknown", "unknown", "unknown", "unknown"] == told[at + 8 : at + 13]


def test_without_a_curve_there_is_no_field():
    """It is said why, and the table stands where the curve would."""
    drawn = sheet(msgspec.structs.replace(SOME, curve=()))
    assert [] == drawn.figure.axes
    assert "Not yet watched long enough." in words(drawn)


@pytest.mark.parametrize(("inner", "height"), [(0.0, 2.35), (5.0, 2.8), (100.0, 3.4)])
def test_the_curve_is_as_high_as_there_is_room_within_bounds(inner, height):
    """Never flatter or higher than can be read."""
    drawn = sheet(SOME, inner=inner)
    (field,) = drawn.figure.axes
    assert height == pytest.approx(field.get_position().height * drawn.height, abs=0.01)
